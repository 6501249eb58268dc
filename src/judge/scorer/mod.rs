//! How much a piece of an article reads like what accounts put around their articles.
//!
//! Rules name the phrases that many accounts share. Most prompts are worded as only one account would, and yet a reader
//! tells them at once: by their words, their length, their place, their neighbours. So does this: a logistic regression
//! over the pairs and triples of characters of a piece, the [topics](lexicon) of its words and a few [signs], then a
//! second over its score and those of its neighbours. Its weights are learned from labelled articles by `npm run learn`,
//! are 6 KB, and only decide where no rule did, far on the safe side: see `place/likelihood.rs` and `rules/likely.rs`.
//!
//! All of it is additions and multiplications of numbers that every platform rounds alike.

#[cfg(test)]
mod learn;
mod lexicon;
mod signs;

use std::cell::OnceCell;

use super::seen::Seen;
use lexicon::Lexicon;
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

/// Scores pieces of an article, each when it is asked for. A score is above 0 where the piece more likely than not is
/// no part of the article, in natural logarithms of the odds.
pub(super) struct Scorer {
    weights: Weights<'static>,
    lexicon: OnceCell<Lexicon>,
    last_prose: usize,
    /// The scores of pieces by themselves, as far as they were asked for.
    alone: Vec<OnceCell<f32>>,
    /// Their scores among their neighbours, likewise.
    among: Vec<OnceCell<f32>>,
}

/// The article whose pieces are scored.
#[derive(Clone, Copy)]
pub(super) struct Scored<'a> {
    pub seen: &'a [Seen],
    pub n_letters: usize,
    pub account: &'a str,
}

impl Scorer {
    /// A scorer for the pieces of an article.
    pub fn new(seen: &[Seen], weights: Weights<'static>) -> Scorer {
        Scorer {
            weights,
            lexicon: OnceCell::new(),
            last_prose: signs::last_prose(seen),
            alone: vec![OnceCell::new(); seen.len()],
            among: vec![OnceCell::new(); seen.len()],
        }
    }

    /// The score of a piece by itself; `None` beyond the last.
    pub fn alone(&self, article: Scored<'_>, at: usize) -> Option<f32> {
        let around = Surroundings {
            article,
            last_prose: self.last_prose,
            lexicon: self.lexicon.get_or_init(Lexicon::new),
        };
        let score = || {
            let grams = grams(&article.seen[at].text);
            self.weights.alone(&grams, &around.signs(at))
        };
        self.alone.get(at).map(|known| *known.get_or_init(score))
    }

    /// The score of a piece among its neighbours; `None` beyond the last.
    pub fn score(&self, article: Scored<'_>, at: usize) -> Option<f32> {
        let score = || {
            let company = company(|at| self.alone(article, at), at);
            self.weights.in_company(&company)
        };
        self.among.get(at).map(|known| *known.get_or_init(score))
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
    let characters = folded(text);
    let mut grams = Vec::new();
    let mut is_in = [false; N_GRAMS];
    for gram in (1..=3).flat_map(|n| characters.windows(n)) {
        let at = hash(gram.iter().copied()) as usize % N_GRAMS;
        if !std::mem::replace(&mut is_in[at], true) {
            grams.push(at);
        }
    }
    grams
}

/// The first characters of a text, a run of digits as one, and a word of Latin letters as the hash of its letters.
fn folded(text: &str) -> Vec<u32> {
    let mut characters = Vec::new();
    let mut rest = text.chars().peekable();
    while characters.len() < LONGEST
        && let Some(c) = rest.next()
    {
        characters.push(if c.is_ascii_digit() {
            while rest.next_if(char::is_ascii_digit).is_some() {}
            u32::from('0')
        } else if c.is_ascii_alphabetic() {
            let more = std::iter::from_fn(|| rest.next_if(char::is_ascii_alphabetic));
            let letters = std::iter::once(c).chain(more);
            hash(letters.map(|c| u32::from(c.to_ascii_lowercase())))
        } else {
            u32::from(c)
        });
    }
    characters
}

/// FNV-1a of 32 bits over characters, its upper half to the front: the lower does not tell what differs in the upper.
fn hash(characters: impl Iterator<Item = u32>) -> u32 {
    characters
        .fold(0x811c_9dc5_u32, |hash, c| {
            (hash ^ c).wrapping_mul(0x0100_0193)
        })
        .rotate_left(16)
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
        assert_eq!(
            grams("茶"),
            [hash([u32::from('茶')].into_iter()) as usize % N_GRAMS]
        );
        assert!(grams(&"字".repeat(10_000)).len() <= 3);
        assert!(grams("").is_empty());
        let long: String = ('\u{4e00}'..'\u{5e00}').collect();
        assert!(grams(&long).len() <= 3 * LONGEST);
    }
}
