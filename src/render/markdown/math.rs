//! Formulas between dollar signs.
//!
//! Readers agree on the middle ground only: no space within the dollars, no digit behind the last, no further dollar,
//! braces in pairs. What lies outside of it is written as `` $`…`$ `` or as a fence named `math`, which GitHub and
//! GitLab read as formulas and others as code; failing that, as code. GitHub alone also wants a space or a line's
//! end before the first dollar; the text is not changed for its sake.
//!
//! Readers that know no formulas read Markdown there. For their sake a space, which means nothing in LaTeX, stands where
//! a tag, a link or a picture could be read: a formula is page text, and hostile like the rest.

use std::borrow::Cow;

use super::escape::{begins_tag, block_marker};
use super::inline::{Place, longest_fence};
use crate::render::spans::Span;

/// Turns the formulas that no reader would find between dollars into code.
pub(super) fn without_unreadable(spans: Vec<Span<'_>>) -> Vec<Span<'_>> {
    let mut out: Vec<Span<'_>> = Vec::with_capacity(spans.len());
    for span in spans {
        let span = match span {
            Span::Formula(latex) if !is_dollar_safe(&latex) || latex.contains('`') => {
                Span::Code(latex)
            }
            span => span,
        };
        match (out.last_mut(), span) {
            // Their backticks would touch.
            (Some(Span::Code(longer)), Span::Code(text)) => longer.push_str(&text),
            (_, span) => out.push(span),
        }
    }
    out
}

/// Writes a formula within a line, before `after`.
pub(super) fn inline(latex: &str, after: Option<&Span<'_>>, place: Place, out: &mut String) {
    let tick = if needs_ticks(after) { "`" } else { "" };
    out.extend(["$", tick]);
    let latex = without_markup(latex);
    if place == Place::Cell {
        without_bars(&latex, out);
    } else {
        out.push_str(&latex);
    }
    out.extend([tick, "$"]);
}

/// LaTeX that is no markup to any reader: `a<b` as `a< b`, `\sqrt[3](x)` as `\sqrt[3] (x)`, `n![1]` as `n! [1]`.
fn without_markup(latex: &str) -> Cow<'_, str> {
    let is_markup = |(before, after): (char, char)| match before {
        '<' => begins_tag(after),
        ']' => after == '(' || after == ':',
        before => before == '!' && after == '[',
    };
    let pairs = || latex.chars().zip(latex.chars().skip(1));
    if !pairs().any(is_markup) {
        return Cow::Borrowed(latex);
    }
    let mut out = String::with_capacity(latex.len() + 8);
    out.extend(latex.chars().next());
    for pair in pairs() {
        if is_markup(pair) {
            out.push(' ');
        }
        out.push(pair.1);
    }
    Cow::Owned(out)
}

/// Writes LaTeX so that no bar in it ends a cell: a table's own escape comes first, so that `\|` reads as `|`.
fn without_bars(latex: &str, out: &mut String) {
    let start = out.len();
    let mut escaped = false;
    for character in latex.chars() {
        match character {
            '|' if escaped => {
                out.pop();
                out.push_str("\\Vert ");
            }
            '|' => out.push_str("\\|"),
            c => out.push(c),
        }
        escaped = character == '\\' && !escaped;
    }
    out.truncate(start + out[start..].trim_end().len());
}

/// Whether what follows keeps some readers from reading a formula between dollars alone.
pub(super) fn needs_ticks(after: Option<&Span<'_>>) -> bool {
    matches!(after, Some(Span::Text(text)) if text.starts_with(|c: char| c.is_ascii_digit()))
}

/// A formula by itself.
pub(super) fn block(latex: &str) -> String {
    let latex = super::super::code_text(latex);
    let lines: Vec<&str> = latex
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    let latex = lines.join("\n");
    let latex = without_markup(&latex);
    let is_one_paragraph =
        |line: &&str| block_marker(line, true).is_none() && !line.starts_with('<');
    if is_dollar_safe(&latex) && lines.iter().all(is_one_paragraph) {
        return format!("$$\n{latex}\n$$");
    }
    let fence = "`".repeat(longest_fence(&latex).max(2) + 1);
    format!("{fence}math\n{latex}\n{fence}")
}

/// Whether a formula can stand between dollars: none within, braces in pairs, no backslash before the last dollar.
fn is_dollar_safe(latex: &str) -> bool {
    let mut depth = 0_u32;
    let mut characters = latex.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' if characters.next().is_none() => return false,
            '$' => return false,
            // Deeper, readers lose count.
            '{' if depth < 20 => depth += 1,
            '{' => return false,
            '}' => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            },
            _ => {}
        }
    }
    depth == 0
}
