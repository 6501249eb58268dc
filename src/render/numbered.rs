//! What is numbered in the text and stands at its end: notes, and addresses.

use std::collections::{HashMap, HashSet};

/// Texts in the order of their first use, each once, or once for each number that it is to have.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    numbers: HashMap<(String, Option<u32>), u32>,
    taken: HashSet<u32>,
    /// The last number given without a wish.
    last: u32,
    texts: Vec<(u32, String)>,
}

impl Numbered {
    /// The number of a text, from 1, and whether this is its first use. It is the one wished for, unless another text
    /// has that; without a wish it is the next that is free.
    pub fn number(&mut self, text: String, wish: Option<u32>) -> (u32, bool) {
        let key = (text, wish);
        if let Some(number) = self.numbers.get(&key) {
            return (*number, false);
        }
        let free = wish.filter(|number| *number > 0 && !self.taken.contains(number));
        let number = free.unwrap_or_else(|| {
            self.last += 1;
            while self.taken.contains(&self.last) {
                self.last += 1;
            }
            self.last
        });
        self.taken.insert(number);
        self.texts.push((number, key.0.clone()));
        self.numbers.insert(key, number);
        (number, true)
    }

    /// The texts with their numbers.
    pub fn texts(&self) -> impl Iterator<Item = (u32, &str)> {
        self.texts
            .iter()
            .map(|(number, text)| (*number, text.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
