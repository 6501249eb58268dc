//! What a character is to Markdown's emphasis.
//!
//! Whether `*` opens or closes depends on the characters at its sides: white space, punctuation, or neither.
//! Versions of CommonMark and of Unicode differ in what is punctuation (symbols are only since 0.31), so a character
//! of which that is not sure is a class by itself, and counts as whatever is worse. This is why no table of Unicode
//! is needed: missing a sign of punctuation costs a `<strong>` where `**` would have done, and nothing else.

/// What a character is to a delimiter that stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// White space; also the beginning and the end of a line.
    Space,
    /// A letter or digit: certainly neither space nor punctuation.
    Word,
    /// Certainly punctuation.
    Punctuation,
    /// Punctuation to some readers only: symbols, emoji, rare signs.
    Unsure,
}

/// Punctuation beyond ASCII, as far as Chinese text uses it: Unicode's category P in these blocks.
const PUNCTUATION: [(char, char); 35] = [
    ('¡', '¡'),
    ('§', '§'),
    ('«', '«'),
    ('¶', '·'),
    ('»', '»'),
    ('¿', '¿'),
    // General punctuation, without the fraction slash and the commercial minus sign, which are symbols.
    ('\u{2010}', '\u{2027}'),
    ('\u{2030}', '\u{2043}'),
    ('\u{2045}', '\u{2051}'),
    ('\u{2053}', '\u{205e}'),
    ('\u{2e00}', '\u{2e2e}'),
    ('\u{2e30}', '\u{2e4f}'),
    ('、', '〃'),
    ('〈', '】'),
    ('〔', '〟'),
    ('〰', '〰'),
    ('〽', '〽'),
    ('゠', '゠'),
    ('・', '・'),
    // Vertical, small and full-width forms.
    ('\u{fe10}', '\u{fe19}'),
    ('\u{fe30}', '\u{fe52}'),
    ('\u{fe54}', '\u{fe61}'),
    ('﹣', '﹣'),
    ('﹨', '﹨'),
    ('﹪', '﹫'),
    ('！', '＃'),
    ('％', '＊'),
    ('，', '／'),
    ('：', '；'),
    ('？', '＠'),
    ('［', '］'),
    ('＿', '＿'),
    ('｛', '｛'),
    ('｝', '｝'),
    ('｟', '･'),
];

/// Symbols that Unicode also counts as letters: circled and squared ones.
const SYMBOLS: [(char, char); 4] = [
    ('Ⓐ', 'ⓩ'),
    ('\u{1f130}', '\u{1f149}'),
    ('\u{1f150}', '\u{1f169}'),
    ('\u{1f170}', '\u{1f189}'),
];

impl Class {
    /// The class of a character.
    pub fn of(character: char) -> Class {
        if matches!(character, '\u{4e00}'..='\u{9fff}') {
            // Most are.
            Class::Word
        } else if character.is_whitespace() {
            Class::Space
        } else if character.is_ascii_punctuation() || within(&PUNCTUATION, character) {
            Class::Punctuation
        } else if character.is_alphanumeric() && !within(&SYMBOLS, character) {
            Class::Word
        } else {
            Class::Unsure
        }
    }
}

fn within(ranges: &[(char, char)], character: char) -> bool {
    ranges
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&character))
}

/// Whether a delimiter between the two opens: it is left-flanking, in CommonMark's words.
pub(super) fn opens(before: Class, after: Class) -> bool {
    match after {
        Class::Space => false,
        Class::Word => true,
        Class::Punctuation | Class::Unsure => matches!(before, Class::Space | Class::Punctuation),
    }
}

/// Whether a delimiter between the two closes: it is right-flanking.
pub(super) fn closes(before: Class, after: Class) -> bool {
    opens(after, before)
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag};

    use super::Class;

    /// For each paragraph, whether it holds emphasis.
    fn emphasised(paragraphs: &str) -> Vec<bool> {
        let mut found = Vec::new();
        for event in Parser::new(paragraphs) {
            match event {
                Event::Start(Tag::Paragraph) => found.push(false),
                Event::Start(Tag::Emphasis) => {
                    *found.last_mut().expect("within a paragraph") = true
                }
                _ => {}
            }
        }
        found
    }

    /// The classes agree with a parser on every character of which they are sure.
    #[test]
    fn agree_with_a_parser() {
        let all: Vec<char> = ('\u{21}'..='\u{1ffff}')
            .filter(|c| !c.is_control() && !r"\`*_~<&[!".contains(*c))
            .collect();
        // Between a letter and a letter `*` opens; between a letter and punctuation it does not.
        let after: String = all.iter().map(|c| format!("字*{c}字*\n\n")).collect();
        // Between punctuation and punctuation `*` opens; between a letter and punctuation it does not.
        let before: String = all.iter().map(|c| format!("x {c}*（字*\n\n")).collect();
        let after = emphasised(&after);
        let before = emphasised(&before);
        assert_eq!((after.len(), before.len()), (all.len(), all.len()));
        for ((character, after), before) in all.iter().zip(after).zip(before) {
            let (opens_before_it, opens_after_it) = match Class::of(*character) {
                Class::Word => (true, false),
                Class::Space | Class::Punctuation => (false, true),
                Class::Unsure => continue,
            };
            assert_eq!(
                (after, before),
                (opens_before_it, opens_after_it),
                "{character:?} U+{:04X}",
                u32::from(*character)
            );
        }
    }

    #[test]
    fn classes() {
        for (class, characters) in [
            (Class::Space, " \u{3000}\u{a0}"),
            (Class::Word, "字aÄ9々ー１Ａ〇①か한"),
            (
                Class::Punctuation,
                "*(。，“”‘’《》「」【】（）！？：；、—…·%％",
            ),
            (Class::Unsure, "▼Ⓐ→＋～＝￥©®★😀\u{200b}\u{fe0f}"),
        ] {
            for character in characters.chars() {
                assert_eq!(Class::of(character), class, "{character:?}");
            }
        }
    }
}
