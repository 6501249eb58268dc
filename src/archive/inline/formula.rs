//! Formulas between dollar signs, which prices and variables have, too.

use super::line::run;

/// The LaTeX of the formula at the start of the text, which stands after a character, and the length of it all.
///
/// One dollar counts as Pandoc reads it, with no blank within and no digit or letter beside it (US$5); two may have lines
/// between them. Chinese is a formula only where a command stands beside it, and what leaves a bracket open is none.
pub(super) fn formula(text: &str, before: char) -> Option<(&str, usize)> {
    let n = run(text, '$');
    let (latex, rest) = text[n..].split_at(memchr::memchr(b'$', &text.as_bytes()[n..])?);
    let length = n + latex.len() + n;
    if n > 2 || run(rest, '$') != n {
        return None;
    }
    let ticked = latex
        .strip_prefix('`')
        .and_then(|latex| latex.strip_suffix('`'));
    let is_apart = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_tight = is_apart(Some(before))
        && (is_apart(rest[n..].chars().next()) || ticked.is_some())
        && latex.trim() == latex
        && !latex.contains('\n');
    let open = |signs: &str| latex.chars().filter(|c| signs.contains(*c)).count();
    let is_latex = (latex.is_ascii() || latex.contains('\\'))
        && !latex.ends_with('\\')
        && open("([{") == open(")]}");
    let latex = ticked.unwrap_or(latex).trim();
    ((n == 2 || is_tight) && is_latex && !latex.is_empty()).then_some((latex, length))
}
