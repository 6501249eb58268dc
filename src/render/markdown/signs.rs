//! The signs that open and close in pairs, as far as they stand in plain text.
//!
//! An escape is only needed where a pair could form. So the whole block is looked at first: a lone `*` is no more
//! than an asterisk, and the `__` of `?__biz=` may open as often as it likes while nothing closes.

use crate::render::spans::{Mark, Span};

use super::character::Class;
use super::emphasis::{first_class, last_class};
use super::inline::Place;
use super::math::needs_ticks;

pub(super) const SIGNS: [u8; 5] = *b"*_~`$";

/// A run of one sign within a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SignRun {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    sign: usize,
    before: Class,
    after: Class,
}

/// The runs of signs in a text that stands between the two.
pub(super) fn sign_runs(text: &str, before: Class, after: Class) -> impl Iterator<Item = SignRun> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from
            + text[from..]
                .bytes()
                .position(|byte| SIGNS.contains(&byte))?;
        let byte = text.as_bytes()[start];
        let sign = SIGNS.iter().position(|sign| *sign == byte)?;
        let run = text[start..].bytes().take_while(|next| *next == byte);
        let end = start + run.count();
        let rest = &text[end..];
        from = end;
        // To a dollar, and to some readers, only ASCII's spaces are spaces.
        let class = |c: char| match Class::of(c) {
            Class::Space if byte == b'$' && !c.is_ascii() => Class::Unsure,
            class => class,
        };
        Some(SignRun {
            start,
            end,
            sign,
            before: text[..start].chars().next_back().map_or(before, class),
            after: rest.chars().next().map_or(after, class),
        })
    })
}

impl SignRun {
    /// The same run after an escaped sign.
    pub fn after_escape(self) -> SignRun {
        SignRun {
            before: Class::Punctuation,
            ..self
        }
    }

    fn may_open(self) -> bool {
        self.is_display() || may_open(self.sign, self.before, self.after)
    }

    fn may_close(self) -> bool {
        self.is_display() || may_open(self.sign, self.after, self.before)
    }

    /// Two dollars open and close whatever stands beside them.
    fn is_display(self) -> bool {
        SIGNS[self.sign] == b'$' && self.end - self.start > 1
    }
}

/// Whether some reader may take a sign between the two for an opening one. Readers differ in what punctuation does.
fn may_open(sign: usize, before: Class, after: Class) -> bool {
    match SIGNS[sign] {
        b'`' => true,
        // Not within a word.
        b'_' => after != Class::Space && before != Class::Word,
        _ => after != Class::Space,
    }
}

/// How many signs of a block may open and close, those that are written for marks and code included.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    openers: [usize; SIGNS.len()],
    closers: [usize; SIGNS.len()],
    /// Whether there is an `@`, which makes `<3…>` a mail address.
    pub has_at: bool,
}

impl Signs {
    /// For text of which it can't be told what else there is.
    pub const MANY: Signs = Signs {
        openers: [usize::MAX; SIGNS.len()],
        closers: [usize::MAX; SIGNS.len()],
        has_at: true,
    };

    /// Counts the signs of a block.
    pub fn within(spans: &[Span<'_>], place: Place) -> Signs {
        let mut signs = Signs::default();
        if matches!(place, Place::Cell | Place::Note) {
            // To readers that know no tables all cells are one text, and so are all notes to readers that know none: a
            // tick here and one there would free what stands in code.
            signs.count("` `", Class::Punctuation, Class::Punctuation);
        }
        for (at, span) in spans.iter().enumerate() {
            match span {
                Span::Text(text) => {
                    let before = last_class(at.checked_sub(1).and_then(|at| spans.get(at)), place);
                    let after = first_class(spans.get(at + 1), place);
                    signs.count(text, before, after);
                }
                Span::Image(image, url) => {
                    signs.count(&image.alt, Class::Punctuation, Class::Punctuation);
                    signs.count_dollars(url);
                }
                Span::CloseLink(url) => signs.count_dollars(url),
                Span::Formula(_) => {
                    signs.count_dollars("$");
                    if needs_ticks(spans.get(at + 1)) {
                        signs.count("` `", Class::Punctuation, Class::Punctuation);
                    }
                }
                // What is written for them: signs that open and close.
                Span::Code(text) => {
                    signs.count(text, Class::Punctuation, Class::Punctuation);
                    signs.count("` `", Class::Punctuation, Class::Punctuation);
                }
                Span::Open(Mark::Strong | Mark::Emphasis) => {
                    signs.count("**", Class::Punctuation, Class::Punctuation);
                }
                Span::Open(Mark::Strike) => {
                    signs.count("~~", Class::Punctuation, Class::Punctuation)
                }
                _ => {}
            }
        }
        signs
    }

    fn count(&mut self, text: &str, before: Class, after: Class) {
        for run in sign_runs(text, before, after) {
            self.openers[run.sign] += usize::from(run.may_open());
            self.closers[run.sign] += usize::from(run.may_close());
        }
        self.has_at |= text.contains('@');
    }

    /// Counts dollars that are written without escapes.
    fn count_dollars(&mut self, text: &str) {
        if text.contains('$') {
            self.count("字$字$字", Class::Punctuation, Class::Punctuation);
        }
    }

    /// Whether a run among these could be one of a pair.
    pub fn may_pair(&self, run: SignRun) -> bool {
        let others = |count: usize, is_counted: bool| count > usize::from(is_counted);
        // Four dollars are a pair by themselves.
        run.is_display() && run.end - run.start > 3
            || run.may_open() && others(self.closers[run.sign], run.may_close())
            || run.may_close() && others(self.openers[run.sign], run.may_open())
    }
}
