//! What a line of Markdown begins: an item, a quote, a heading, a fence, a divider, a table.

use crate::lower::code;

/// The number of blanks before the text; a tab counts for four.
pub(super) fn indentation(line: &str) -> usize {
    line.chars()
        .map_while(|c| match c {
            ' ' => Some(1),
            '\t' => Some(4),
            _ => None,
        })
        .sum()
}

/// The line without so many blanks before its text.
pub(super) fn without_indentation(line: &str, width: usize) -> &str {
    let mut done = 0;
    for (at, c) in line.char_indices() {
        if done >= width || !matches!(c, ' ' | '\t') {
            return &line[at..];
        }
        done += if c == '\t' { 4 } else { 1 };
    }
    ""
}

/// What a line of a quote quotes.
pub(super) fn quoted(line: &str) -> Option<&str> {
    let after = line.trim_start_matches([' ', '\t']).strip_prefix('>')?;
    Some(after.strip_prefix(' ').unwrap_or(after))
}

/// The start of a list's item.
pub(super) struct Marker<'a> {
    /// What tells one list from another beside it.
    pub sign: char,
    /// The number, if the list has numbers.
    pub start: Option<u32>,
    /// From which indentation on a line belongs to the item.
    pub indent: usize,
    /// How much further the text begins: converters indent what follows by less than CommonMark wants.
    pub inset: usize,
    pub rest: &'a str,
}

pub(super) fn marker(line: &str) -> Option<Marker<'_>> {
    let text = line.trim_start_matches([' ', '\t']);
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (sign, start, rest) = if n_digits == 0 {
        let sign = text.chars().next().filter(|c| "*-+".contains(*c))?;
        (sign, None, &text[1..])
    } else {
        let sign = text[n_digits..]
            .chars()
            .next()
            .filter(|c| ".)".contains(*c))?;
        let start = text[..n_digits].parse().ok().filter(|_| n_digits <= 9)?;
        (sign, Some(start), &text[n_digits + 1..])
    };
    if !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let indent = indentation(line) + 2;
    let rest = rest.trim_start_matches([' ', '\t']);
    Some(Marker {
        sign,
        start,
        indent,
        inset: (line.len() - rest.len()).saturating_sub(indent),
        rest,
    })
}

pub(super) fn heading(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start();
    let level = text.bytes().take_while(|b| *b == b'#').count();
    let rest = &text[level..];
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let rest = rest.trim();
    let without_end = rest.trim_end_matches('#');
    let rest = if without_end.is_empty() || without_end.ends_with(' ') {
        without_end.trim_end()
    } else {
        rest
    };
    Some((level as u8, rest))
}

/// The level of the heading that a line under it makes of a paragraph.
pub(super) fn underline(line: &str) -> Option<u8> {
    let line = line.trim();
    let is_all = |sign| line.len() >= 3 && line.bytes().all(|b| b == sign);
    match () {
        () if is_all(b'=') => Some(1),
        () if is_all(b'-') => Some(2),
        () => None,
    }
}

/// Whether the line is a line. Four stars and more are bold that holds nothing, a blank too, underlines are WeChat's icons.
pub(super) fn is_divider(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let Some(sign) = signs.next().filter(|c| "-*_".contains(*c)) else {
        return false;
    };
    let n = 1 + signs.clone().count();
    signs.all(|c| c == sign)
        && n >= 3
        && (sign == '-' || n == 3 || line.split_whitespace().all(|signs| signs.len() == 1))
}

/// The sign, the length and the words of a fence that begins a code.
pub(super) fn fence(line: &str) -> Option<(char, usize, &str)> {
    let text = line.trim_start();
    let sign = text.chars().next().filter(|c| "`~".contains(*c))?;
    let n = text.chars().take_while(|c| *c == sign).count();
    let words = text[n..].trim();
    (n >= 3 && !words.contains(sign)).then_some((sign, n, words))
}

/// The fence that begins a code on a line, if one of the later lines ends it: `longest` is what
/// [`longest_fences_after`] tells of the line.
pub(super) fn ended_fence(line: &str, longest: [usize; 2]) -> Option<(char, usize, &str)> {
    fence(line).filter(|(sign, n, _)| longest[usize::from(*sign == '~')] >= *n)
}

pub(super) fn is_fence_end(line: &str, sign: char, n: usize) -> bool {
    let line = line.trim();
    line.len() >= n && line.chars().all(|c| c == sign)
}

/// For each line the longest line of backticks alone after it, and of tildes: a fence that none ends is text, or it
/// would take the whole rest for code.
pub(super) fn longest_fences_after(lines: &[&str]) -> Vec<[usize; 2]> {
    let mut longest = [0; 2];
    let mut after = vec![longest; lines.len()];
    for (line, after) in lines.iter().zip(&mut after).rev() {
        *after = longest;
        let line = line.trim_matches([' ', '\t', '>']);
        if let Some((sign, n, "")) = fence(line) {
            let longest = &mut longest[usize::from(sign == '~')];
            *longest = n.max(*longest);
        }
    }
    after
}

pub(super) fn language_of(words: &str) -> Option<String> {
    code::named_language(words.split_whitespace().next()?)
}

/// Whether a table of HTML begins on the line.
pub(super) fn is_html_table(line: &str) -> bool {
    let after = line.trim_start().strip_prefix("<table");
    after.is_some_and(|after| after.starts_with(['>', ' ']))
}

/// The box of an item to tick, as a sign, and the words after it.
pub(super) fn ticked(item: &str) -> Option<(&'static str, &str)> {
    let (tick, words) = item.split_at_checked(3)?;
    let sign = match tick {
        "[ ]" => "☐",
        "[x]" | "[X]" => "☑",
        _ => return None,
    };
    words.starts_with(' ').then_some((sign, words))
}

/// Whether a table's head stands on the line: the next is one of dashes.
pub(super) fn is_table(line: &str, next: &str) -> bool {
    let next = next.trim_start_matches([' ', '\t', '>']).trim_end();
    line.trim_start().starts_with('|')
        && next.starts_with('|')
        && next.contains('-')
        && next.chars().all(|c| "|-: ".contains(c))
}

/// The cells of a table's row.
pub(super) fn cells(row: &str) -> Vec<&str> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, b) in row.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'|' => {
                cells.push(row[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    if !row[start..].trim().is_empty() {
        cells.push(row[start..].trim());
    }
    cells
}
