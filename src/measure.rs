//! How much there is to read, and in what language.

use crate::block::{Block, Inline};

/// How many characters or words a minute one reads: between what is told of Chinese (300–500 characters) and of
/// English (200–300 words), nearer to the first, since that is what most articles are written in.
const A_MINUTE: usize = 400;

/// What the text of some blocks is made of. Names of pictures and of cards are not part of it; code is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Measure {
    han: usize,
    kana: usize,
    hangul: usize,
    words: usize,
    in_word: bool,
}

impl Measure {
    /// Measures blocks.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Measure {
        let mut measure = Measure::default();
        for block in blocks {
            measure.block(block);
        }
        measure
    }

    /// The same with another line of text.
    pub fn and(mut self, line: &str) -> Measure {
        self.text(line);
        self.in_word = false;
        self
    }

    /// Chinese characters, kana and hangul each count one, and so does each word of other scripts: letters and digits
    /// without a blank or a sign between them, but for those of `it's`, `well-known` and `3.14`.
    pub fn n_words(self) -> usize {
        self.han + self.kana + self.hangul + self.words
    }

    /// The minutes it takes to read, rounded up.
    pub fn minutes(self) -> usize {
        self.n_words().div_ceil(A_MINUTE)
    }

    /// The language, where the script tells it: Latin letters serve too many.
    pub fn language(self) -> Option<&'static str> {
        let all = self.n_words();
        if self.kana * 10 > all {
            Some("ja")
        } else if self.hangul * 3 > all {
            Some("ko")
        } else if self.han * 5 > all {
            Some("zh-CN")
        } else {
            None
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => {
                self.content(content);
            }
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
            Block::Quote { blocks } => self.blocks(blocks),
            Block::Code { text, .. } => self.text(text),
            Block::Image { caption, .. } => self.content(caption),
            Block::Table { rows } => {
                rows.iter()
                    .flatten()
                    .for_each(|cell| self.content(&cell.content));
            }
            _ => {}
        }
        self.in_word = false;
    }

    fn content(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.text(&run.text),
                Inline::Footnote { content, .. } => self.content(content),
                _ => self.in_word = false,
            }
        }
        self.in_word = false;
    }

    fn text(&mut self, text: &str) {
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            let was_in_word = self.in_word;
            self.in_word = false;
            match character {
                '\u{3040}'..='\u{30ff}' => self.kana += 1,
                '\u{ac00}'..='\u{d7af}' => self.hangul += 1,
                c if is_han(c) => self.han += 1,
                c if c.is_alphanumeric() => {
                    self.words += usize::from(!was_in_word);
                    self.in_word = true;
                }
                '\'' | '’' | '-' | '.' | '_' => {
                    let next = characters.peek().copied();
                    self.in_word =
                        was_in_word && next.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
                }
                _ => {}
            }
        }
    }
}

/// From how many letters on a text with a sentence in it is prose: labels and prompts are shorter.
pub(crate) const PROSE: usize = 36;

/// Whether a text of so many letters is prose.
pub(crate) fn is_prose(text: &str, n_letters: usize) -> bool {
    n_letters >= PROSE && text.contains(['。', '，', '！', '？', '；', '.', ','])
}

/// How many letters and digits there are in `text`.
pub(crate) fn letters(text: &str) -> usize {
    text.chars().filter(|c| is_letter(*c)).count()
}

/// Whether a character is a letter or a digit. The standard library searches its tables for what Chinese is written in.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\u{4e00}'..='\u{9fff}' => true,
        '、' | '。' | '\u{2010}'..='\u{2027}' | '\u{ff01}'..='\u{ff0f}' => false,
        c => c.is_alphanumeric(),
    }
}

/// A line without the ornaments around it: `【往期推荐】` is 往期推荐.
pub(crate) fn bare(line: &str) -> &str {
    line.trim_matches(|c| !is_letter(c))
}

/// A line without the ornaments before it.
pub(crate) fn from_letter(line: &str) -> &str {
    line.trim_start_matches(|c| !is_letter(c))
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_and_words() {
        for (text, expected) in [
            ("春天到了，山上的茶树发了新芽。", 13),
            ("It's a well-known 3.14, isn't it?", 6),
            ("用 Rust 写的 wasm 模块", 7),
            ("1、第二 …—— 🍵", 3),
            ("かな", 2),
            ("end. Next", 2),
            ("", 0),
        ] {
            let measure = Measure::of(&[Block::paragraph(text)]);
            assert_eq!(measure.n_words(), expected, "{text}");
        }
        let two = [Block::paragraph("a"), Block::paragraph("b")];
        assert_eq!(Measure::of(&two).n_words(), 2);
    }

    #[test]
    fn letters_are_what_the_standard_library_takes_for_them() {
        let differs = |c: &char| is_letter(*c) != c.is_alphanumeric();
        assert_eq!(('\0'..=char::MAX).find(differs), None);
    }

    #[test]
    fn rounds_minutes_up() {
        for (n, minutes) in [(0, 0), (1, 1), (400, 1), (401, 2)] {
            let measure = Measure::of(&[Block::paragraph(&"山".repeat(n))]);
            assert_eq!(measure.minutes(), minutes);
        }
    }

    #[test]
    fn tells_languages_by_their_script() {
        for (text, expected) in [
            ("春天到了，用 Rust 写一个 parser", Some("zh-CN")),
            ("春が来ました。お茶を飲みます。", Some("ja")),
            ("봄이 왔습니다", Some("ko")),
            (
                "Spring came to the hills, and the tea (茶) began to bud.",
                None,
            ),
            ("", None),
        ] {
            assert_eq!(
                Measure::of(&[Block::paragraph(text)]).language(),
                expected,
                "{text}"
            );
        }
    }
}
