//! A source with parts left out and end tags put in; copied only if something is.

use std::borrow::Cow;

pub(super) struct Markup<'a> {
    source: &'a str,
    text: String,
    /// How far the source has been copied, or left out.
    done: usize,
}

impl<'a> Markup<'a> {
    pub fn new(source: &'a str) -> Self {
        Markup {
            source,
            text: String::new(),
            done: 0,
        }
    }

    /// Leaves out the source from `start` to `end`.
    pub fn leave_out(&mut self, start: usize, end: usize) {
        if start == end {
            return;
        }
        self.copy(start);
        // A `<` that began no tag may come to stand before a letter.
        if self.text.ends_with('<') {
            self.text.pop();
            self.text.push_str("&lt;");
        }
        self.done = end;
    }

    /// Puts an end tag in at `at`.
    pub fn insert_end_tag(&mut self, at: usize, name: &str) {
        self.copy(at);
        self.text.extend(["</", name, ">"]);
    }

    pub fn finish(mut self) -> Cow<'a, str> {
        if self.done == 0 && self.text.is_empty() {
            return Cow::Borrowed(self.source);
        }
        self.copy(self.source.len());
        Cow::Owned(self.text)
    }

    fn copy(&mut self, end: usize) {
        self.text
            .push_str(self.source.get(self.done..end).unwrap_or_default());
        self.done = end;
    }
}
