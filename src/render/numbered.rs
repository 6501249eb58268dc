//! What is numbered in the text and stands at its end: notes, and addresses.

use std::collections::HashMap;

/// Texts in the order of their first use, each once.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    numbers: HashMap<String, usize>,
    texts: Vec<String>,
}

impl Numbered {
    /// The number of a text, from 1, and whether this is its first use.
    pub fn number(&mut self, text: String) -> (usize, bool) {
        if let Some(number) = self.numbers.get(&text) {
            return (*number, false);
        }
        self.texts.push(text.clone());
        self.numbers.insert(text, self.texts.len());
        (self.texts.len(), true)
    }

    /// The texts with their numbers.
    pub fn texts(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.texts.iter().map(String::as_str))
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
