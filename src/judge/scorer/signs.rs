//! What tells a piece besides its words: its place, its length, its kind, its shape.

use super::super::seen::{Kind, Seen};
use super::Scored;
use super::lexicon::{Lexicon, N_TOPICS};

/// How many signs there are, of how many values each.
const N_KINDS: usize = 23 + N_TOPICS;
const N_VALUES: usize = 8;

/// Each sign counts by itself and together with the zone.
const N_ZONES: usize = 4;

/// The number of weights.
pub(super) const N_SIGNS: usize = N_KINDS * N_VALUES * (N_ZONES + 1);

/// An article, as far as the signs of a piece depend on it.
pub(super) struct Surroundings<'a> {
    pub article: Scored<'a>,
    pub last_prose: usize,
    pub lexicon: &'a Lexicon,
}

/// The last piece of prose, or the middle where there is none.
pub(super) fn last_prose(seen: &[Seen]) -> usize {
    seen.iter()
        .rposition(Seen::is_prose)
        .unwrap_or(seen.len() / 2)
}

impl Surroundings<'_> {
    /// The part of the article that a piece stands in: its head, its tail after the last prose, late in it, its midst.
    fn zone(&self, at: usize) -> usize {
        let n_before = self.article.seen[at].n_before;
        if at < 8 && n_before * 100 < self.article.n_letters * 3 {
            0
        } else if at > self.last_prose {
            1
        } else if n_before * 100 > self.article.n_letters * 85 {
            2
        } else {
            3
        }
    }

    /// The signs of a piece, as numbers below [`N_SIGNS`].
    pub fn signs(&self, at: usize) -> Vec<usize> {
        let seen = &self.article.seen[at];
        let zone = self.zone(at);
        let mut out = Vec::new();
        let mut add = |kind: usize, value: usize| {
            let sign = kind * N_VALUES + value.min(N_VALUES - 1);
            out.push(sign * (N_ZONES + 1) + N_ZONES);
            out.push(sign * (N_ZONES + 1) + zone);
        };
        let text = seen.text.as_str();
        let n = seen.n_letters;
        let n_after = self.article.n_letters.saturating_sub(seen.n_before + n);
        add(0, 0);
        add(1, step(n, &[1, 7, 15, 31, 61, 121]));
        add(
            2,
            match seen.kind {
                Kind::Text if seen.n_items > 0 => 6,
                Kind::Text | Kind::Source => 0,
                Kind::Heading => 1,
                Kind::Image => 2,
                Kind::Embed(_) => 3,
                Kind::Matter => 4,
                Kind::Divider => 5,
            },
        );
        add(
            3,
            step(self.article.seen.len() - 1 - at, &[1, 2, 4, 8, 14, 24]),
        );
        add(4, step(n_after, &[1, 40, 120, 300, 600, 1200]));
        add(5, step(at, &[1, 2, 3, 5]));
        if self.article.account.chars().count() > 1 && text.contains(self.article.account) {
            add(
                6,
                step(
                    n.saturating_sub(self.article.account.chars().count()),
                    &[5, 40],
                ),
            );
        }
        if seen.n_linked > 0 {
            add(7, usize::from(seen.n_linked * 10 >= n * 8));
        }
        let n_digits = longest_run(text, |byte| byte.is_ascii_digit() || byte == b'-');
        if n_digits >= 5 {
            add(8, step(n_digits, &[7, 11]));
        }
        let n_latin = longest_run(text, |byte| {
            byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
        });
        if n_latin >= 6 && n < 80 {
            add(9, 0);
        }
        for (sign, phrases) in [
            (10, "@"),
            (11, "！ ! ～ ~"),
            (12, "？ ?"),
            (13, "： :"),
            (14, "| ｜ 丨 ·"),
            (17, "你 您 大家 各位 朋友"),
            (18, "我们 本号 小编 本公众 本文"),
        ] {
            if seen.has(phrases) {
                add(sign, 0);
            }
        }
        if text.ends_with(['。', '.', '”', '；']) {
            add(15, 0);
        }
        if text.contains(is_symbol) {
            add(16, usize::from(text.starts_with(is_symbol)));
        }
        if let Some(picture) = &seen.image {
            add(
                19,
                picture.ratio.map_or(7, |ratio| {
                    step((ratio * 100.0) as usize, &[8, 25, 45, 90, 115, 160])
                }),
            );
            add(
                20,
                picture
                    .width
                    .map_or(7, |width| step(width as usize, &[260, 450, 700])),
            );
            add(
                21,
                step(picture.n_uses, &[2]) + 2 * usize::from(picture.is_linked),
            );
        }
        let text = clip(text);
        let held = self.lexicon.held(text);
        for (topic, n_words) in held.n_words.iter().enumerate() {
            if *n_words > 0 {
                add(23 + topic, n_words - 1);
            }
        }
        add(22, held.n_bytes * 8 / text.len().max(1));
        out
    }
}

/// How many of the bounds a number reaches.
fn step(number: usize, bounds: &[usize]) -> usize {
    bounds.iter().filter(|bound| number >= **bound).count()
}

/// The length of the longest run of ASCII characters of a kind.
fn longest_run(text: &str, is_of_kind: impl Fn(u8) -> bool) -> usize {
    let runs = text.as_bytes().split(|byte| !is_of_kind(*byte));
    runs.map(<[u8]>::len).max().unwrap_or_default()
}

/// Arrows, stars, boxes, emoji.
fn is_symbol(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// The part of a text that is looked through.
fn clip(text: &str) -> &str {
    let end = text.char_indices().nth(super::LONGEST);
    end.map_or(text, |(end, _)| &text[..end])
}
