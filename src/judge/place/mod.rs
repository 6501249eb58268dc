//! What a rule sees: a piece, its neighbours, and where in the text it stands.

mod body;
mod likelihood;
mod names;
mod neighbours;
mod offer;
mod sources;

use super::seen::{Kind, Picture, Seen};
use crate::measure;
use crate::words::words;

pub(crate) use body::Body;
#[cfg(test)]
pub(crate) use body::count_uses;

/// A piece in its place.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    body: &'a Body,
    at: usize,
}

impl<'a> Place<'a> {
    pub fn new(body: &'a Body, at: usize) -> Self {
        Place { body, at }
    }

    pub(in crate::judge) fn seen(&self) -> &'a Seen {
        &self.body.seen[self.at]
    }

    /// What the piece is.
    pub fn kind(&self) -> Kind {
        self.seen().kind
    }

    /// Whether the piece is text that may be a prompt: a line, a heading, a short quote or list.
    pub fn is_text(&self) -> bool {
        matches!(self.kind(), Kind::Text | Kind::Heading)
    }

    /// Whether the piece is a sign that only adorns what stands beside it.
    pub fn adorns(&self) -> bool {
        self.seen().look.adorns
    }

    /// Whether the piece heads a list of notes that stand with the text now.
    pub fn heads_notes(&self) -> bool {
        self.seen().look.heads_notes
    }

    /// Whether the page hides the piece from readers.
    pub fn is_hidden(&self) -> bool {
        self.seen().look.hidden
    }

    /// The text without blanks and quotation marks, ASCII in lower case.
    pub fn text(&self) -> &'a str {
        &self.seen().text
    }

    /// Letters and digits of the text.
    pub fn n_letters(&self) -> usize {
        self.seen().n_letters
    }

    /// Whether the piece is text of at most so many letters and digits.
    pub fn is_short(&self, n_letters: usize) -> bool {
        self.is_text() && (1..=n_letters).contains(&self.n_letters())
    }

    /// Whether the text holds one of the phrases.
    pub fn has(&self, phrases: &str) -> bool {
        self.seen().has(phrases)
    }

    /// How many of the phrases the text holds.
    pub fn count(&self, phrases: &str) -> usize {
        words(phrases)
            .filter(|phrase| self.seen().holds(phrase))
            .count()
    }

    /// The text without the ornaments around it: `【往期推荐】` is 往期推荐.
    pub fn bare(&self) -> &'a str {
        measure::bare(self.text())
    }

    /// The share of the text before the piece, 0 to 1.
    pub fn fraction(&self) -> f64 {
        self.seen().n_before as f64 / self.body.n_letters.max(1) as f64
    }

    /// Whether the piece stands where articles begin: no prose before it, or within the first lines.
    pub fn in_head(&self) -> bool {
        self.at < self.body.article.start + 4 && self.fraction() < 0.1
            || self.body.prose.is_some_and(|(first, _)| self.at <= first)
    }

    /// Whether the piece stands where articles end: after the last prose, or in the last seventh.
    pub fn in_tail(&self) -> bool {
        self.after_prose() || self.fraction() > 0.86
    }

    /// Whether no prose follows.
    pub fn after_prose(&self) -> bool {
        self.body.prose.is_none_or(|(_, last)| self.at >= last)
    }

    /// Whether the article has prose at all; if not, its short lines are what there is to read.
    pub fn has_prose(&self) -> bool {
        self.body.prose.is_some()
    }

    /// Whether other prose stands before it.
    pub fn has_prose_before(&self) -> bool {
        self.body.prose.is_some_and(|(first, _)| first < self.at)
    }

    /// Whether it stands before the first or after the last of the prose, or close to these.
    pub fn at_edge(&self) -> bool {
        self.in_head() || self.in_tail()
    }

    /// Whether there is prose, and the piece stands before or after all of it.
    pub fn is_outside_prose(&self) -> bool {
        self.body
            .prose
            .is_some_and(|(first, last)| self.at < first || self.at > last)
    }

    /// Whether nothing but removed pieces and pictures follows.
    pub fn is_last(&self) -> bool {
        self.body.last.is_none_or(|last| self.at >= last)
    }

    /// Whether the article calls its readers to take part in something: then what asks them to is its subject.
    pub fn is_in_call(&self) -> bool {
        self.body.is_call
    }

    /// Whether all letters of the text are Latin capitals.
    pub fn is_capitals(&self) -> bool {
        self.seen().is_capitals
    }

    /// How often the article has a line of the same words.
    pub fn n_uses(&self) -> usize {
        self.seen().n_uses
    }

    /// Whether other articles of the account have it too.
    pub fn recurs(&self) -> bool {
        self.seen().recurs
    }

    /// Whether it stands before or after all that only this article of the account has.
    pub fn is_around_own(&self) -> bool {
        self.body
            .own
            .is_some_and(|(first, last)| self.at < first || self.at > last)
    }

    /// Whether an end mark stands before the piece.
    pub fn after_end_mark(&self) -> bool {
        self.body.end_mark.is_some_and(|mark| self.at > mark)
    }

    /// Whether the piece stands in the furniture after the article: from a prompt on, past all prose, most has fallen.
    pub fn in_footer(&self) -> bool {
        self.body.footer.is_some_and(|footer| self.at > footer)
    }

    /// Whether the piece stands where the account advertises its community, down to the end.
    pub fn in_offer(&self) -> bool {
        self.body.offer.is_some_and(|begin| self.at >= begin)
    }

    /// Whether nothing but links to other articles is in it.
    pub fn is_links(&self) -> bool {
        let seen = self.seen();
        match &seen.image {
            Some(picture) => picture.is_linked,
            // A bullet or a number may stand before the link.
            None => seen.n_linked > 0 && seen.n_linked * 10 >= seen.n_letters * 8,
        }
    }

    /// How many items it has, if it is a list.
    pub fn n_items(&self) -> usize {
        self.seen().n_items
    }

    /// The picture, if the piece is one.
    pub fn picture(&self) -> Option<&'a Picture> {
        self.seen().image.as_ref()
    }

    /// Whether it stands in an archive in Markdown, which tells no sizes of pictures.
    pub fn is_of_archive(&self) -> bool {
        self.body.is_archive
    }

    /// Whether the piece is a line of the article's prose.
    pub fn is_prose(&self) -> bool {
        self.seen().is_prose()
    }

    /// Whether the piece is the article's, and not the page's around it.
    pub fn is_in_article(&self) -> bool {
        self.body.article.contains(&self.at)
    }
}
