//! How much a piece at the edge of an article reads like what accounts put around their articles.
//!
//! Rules name the phrases that many accounts share. Most prompts are worded as only one account would, and yet a reader
//! tells them at once: by their words, their length, their place, their neighbours. So does this: a logistic regression
//! over the pairs and triples of characters of a piece and a few [signs], then a second over its score and those of
//! its neighbours. Its weights are learned from labelled articles by `npm run learn`, are 5 KB, and only decide where
//! no rule did, at the edges, far on the safe side: see `rules/likely.rs`.
//!
//! All of it is additions and multiplications of numbers that every platform rounds alike.

#[cfg(test)]
mod learn;
mod signs;

use std::cell::OnceCell;

use super::seen::Seen;
use signs::{N_SIGNS, Surroundings};

/// How many weights the pairs and triples of characters share. More were tried, and told no better.
const N_GRAMS: usize = 4096;

/// How much of a text is read. Prompts say what they want at once.
const LONGEST: usize = 120;

/// The neighbours' scores that the second regression sees, its own and 1.
const N_COMPANY: usize = 8;

/// What the score of a neighbour counts for at most, either way.
const MOST: f32 = 6.0;

/// What stands beyond the last piece counts for as a neighbour.
const BEYOND: f32 = 4.0;

/// The weights that `npm run learn` wrote.
pub(super) static WEIGHTS: Weights<'static> = Weights(include_bytes!("weights.bin"));

/// Weights, as they stand in their file: a byte for each gram and each sign, then what a byte of either is worth, and
/// the weights of the second regression, as numbers of 32 bits.
#[derive(Clone, Copy)]
pub(crate) struct Weights<'a>(&'a [u8]);

impl Weights<'_> {
    fn byte(self, at: usize) -> f32 {
        f32::from(self.0.get(at).map_or(0, |byte| byte.cast_signed()))
    }

    fn number(self, n: usize) -> f32 {
        let start = N_GRAMS + N_SIGNS + n * 4;
        self.0
            .get(start..start + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0.0, f32::from_le_bytes)
    }

    /// The score of a piece by itself.
    fn alone(self, grams: &[usize], signs: &[usize]) -> f32 {
        let sum =
            |of: &[usize], start: usize| of.iter().map(|at| self.byte(start + at)).sum::<f32>();
        sum(grams, 0) * self.number(0) * gram_share(grams.len())
            + sum(signs, N_GRAMS) * self.number(1)
    }

    /// The score of a piece among its neighbours.
    fn in_company(self, company: &[f32; N_COMPANY]) -> f32 {
        company
            .iter()
            .enumerate()
            .map(|(n, score)| score * self.number(2 + n))
            .sum()
    }
}

/// Scores pieces of an article, each when it is asked for.
pub(super) struct Scorer {
    weights: Weights<'static>,
    last_prose: usize,
    /// The scores of pieces by themselves, as far as they were asked for.
    alone: Vec<OnceCell<f32>>,
}

impl Scorer {
    /// A scorer for the pieces of an article.
    pub fn new(seen: &[Seen], weights: Weights<'static>) -> Scorer {
        Scorer {
            weights,
            last_prose: signs::last_prose(seen),
            alone: vec![OnceCell::new(); seen.len()],
        }
    }

    /// The score of a piece: above 0 where it more likely than not is no part of the article, in natural logarithms of
    /// the odds.
    pub fn score(&self, seen: &[Seen], n_letters: usize, account: &str, at: usize) -> f32 {
        let around = Surroundings {
            seen,
            n_letters,
            account,
            last_prose: self.last_prose,
        };
        let alone = |at: usize| {
            self.alone.get(at).map(|score| {
                *score.get_or_init(|| {
                    self.weights
                        .alone(&grams(&seen[at].text), &around.signs(at))
                })
            })
        };
        self.weights.in_company(&company(alone, at))
    }
}

/// A piece's own score, those of its neighbours, and 1.
fn company(alone: impl Fn(usize) -> Option<f32>, at: usize) -> [f32; N_COMPANY] {
    let of = |at: Option<usize>| {
        at.map_or(0.0, |at| {
            alone(at).unwrap_or(BEYOND).clamp(-MOST, MOST) / 2.0
        })
    };
    let before = |n: usize| of(at.checked_sub(n));
    let after = |n: usize| of(Some(at + n));
    let after_next = (2..=5).map(after).sum::<f32>() / 4.0;
    let before_last = (2..=5).map(before).sum::<f32>() / 4.0;
    [
        of(Some(at)),
        after(1),
        before(1),
        after_next,
        before_last,
        after(1).max(before(1)),
        after(1).min(before(1)),
        1.0,
    ]
}

/// What each of `n` grams counts for, so that a long text is not more certain than a short one.
fn gram_share(n: usize) -> f32 {
    1.5 / (n.max(1) as f32).sqrt()
}

/// The characters, pairs and triples of a text, each once, as numbers below [`N_GRAMS`]. A run of digits is one
/// character, and so is a word of Latin letters.
fn grams(text: &str) -> Vec<usize> {
    let mut folded = String::new();
    let mut starts = Vec::new();
    let mut last = None;
    for c in text.chars() {
        let (kind, c) = match c {
            c if c.is_ascii_digit() => (Some('0'), '0'),
            c if c.is_ascii_alphabetic() => (Some('a'), c.to_ascii_lowercase()),
            c => (None, c),
        };
        if kind.is_none() || kind != last {
            if starts.len() == LONGEST {
                break;
            }
            starts.push(folded.len());
        } else if kind == Some('0') {
            continue;
        }
        last = kind;
        folded.push(c);
    }
    starts.push(folded.len());
    let mut grams: Vec<usize> = (1..=3)
        .flat_map(|n| starts.windows(n + 1))
        .filter_map(|window| folded.get(*window.first()?..*window.last()?))
        .map(|gram| hash(gram) % N_GRAMS)
        .collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// FNV-1a, of 32 bits.
fn hash(text: &str) -> usize {
    text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    }) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_every_weight_and_no_more() {
        let numbers = 2 + N_COMPANY;
        assert_eq!(WEIGHTS.0.len(), N_GRAMS + N_SIGNS + numbers * 4);
        assert!((0..numbers).all(|n| WEIGHTS.number(n).is_finite()));
    }

    #[test]
    fn grams_fold_digits_and_latin_words_and_are_bounded() {
        assert_eq!(grams("微信123"), grams("微信9"));
        assert_ne!(grams("abc"), grams("abd"));
        assert_eq!(grams("茶"), [hash("茶") % N_GRAMS]);
        assert!(grams(&"字".repeat(10_000)).len() <= 3);
        assert!(grams("").is_empty());
        let long: String = ('\u{4e00}'..'\u{5e00}').collect();
        assert!(grams(&long).len() <= 3 * LONGEST);
    }
}
