//! What a rule sees: a piece, its neighbours, and where in the text it stands.

mod body;
mod likelihood;
mod offer;
mod sources;

use super::seen::{Kind, Picture, Seen};
use super::{Category, Phase, Rule};
use crate::measure;
use crate::words::{has_any, is_word, words};

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

    /// Whether the text names the account.
    pub fn names_account(&self) -> bool {
        self.body.account.chars().count() > 1 && self.text().contains(&self.body.account)
    }

    /// Whether the text is the account's name and next to nothing else.
    pub fn is_account_name(&self) -> bool {
        let rest = self
            .text()
            .chars()
            .count()
            .saturating_sub(self.body.account.chars().count());
        self.names_account() && rest <= 4
    }

    /// Whether the text is what the account says of itself on its own page, or the greater part of it.
    pub fn is_description(&self) -> bool {
        let bare = self.bare();
        !bare.is_empty()
            && bare.len() * 2 > self.body.description.len()
            && self.body.description.contains(bare)
    }

    /// Whether the account's name stands among the first characters of the text.
    pub fn begins_with_account(&self) -> bool {
        const START: usize = 10;
        self.body.account.chars().count() > 1
            && self
                .text()
                .find(&self.body.account)
                .is_some_and(|at| self.text()[..at].chars().count() <= START)
    }

    /// Whether the title or the text before names what the text begins with, going by its first characters.
    pub fn begins_with_known(&self) -> bool {
        const NAME: usize = 3;
        let name: String = self.bare().chars().take(NAME).collect();
        let before = self.body.article.start..self.at;
        self.body.title.contains(&name)
            || self.body.seen[before]
                .iter()
                .any(|seen| seen.text.contains(&name))
    }

    /// Whether the title or the beginning of the text names the site whose address the text is.
    pub fn leads_to_known_site(&self) -> bool {
        const NAME: usize = 6;
        /// An address has no more.
        const MOST: usize = 4;
        let names = self.text().split(|c: char| !c.is_ascii_alphanumeric());
        let mut names = names.filter(|name| name.len() >= NAME).take(MOST);
        self.has("www. http") && names.any(|name| self.body.opening.contains(name))
    }

    /// Whether the words stand in the account's name.
    pub fn is_of_account(&self, words: &str) -> bool {
        self.body.account.contains(words)
    }

    /// Whether a short text, 关于 (“about”) and 加入 (“join”) aside, names the account or a part of its name.
    pub fn is_about_account(&self) -> bool {
        let name = self
            .bare()
            .trim_start_matches("关于")
            .trim_start_matches("加入");
        name.chars().count() > 1 && (self.body.account.contains(name) || self.names_account())
    }

    /// Whether the text begins with the first two characters of the account's name: its brand.
    pub fn begins_with_brand(&self) -> bool {
        const BRAND: usize = 2;
        let brand: String = self.body.account.chars().take(BRAND).collect();
        let text = self.text().trim_start_matches('《');
        self.body.account.chars().count() > BRAND && text.starts_with(&brand)
    }

    /// Whether the last piece that is no picture fell to a rule of the category.
    pub fn ends_with_removed(&self, category: Category) -> bool {
        let is_picture = |at: &usize| self.body.seen[*at].kind == Kind::Image;
        let last = self.body.article.clone().rev().find(|at| !is_picture(at));
        last.and_then(|at| self.body.verdicts[at])
            .is_some_and(|rule| rule.category == category)
    }

    /// Whether the title announces something to the public.
    pub fn is_announcement(&self) -> bool {
        has_any(&self.body.title, "公告 通知 公示 通告 指南 须知")
    }

    /// Whether the text is the article's title.
    pub fn is_title(&self) -> bool {
        self.text() == self.body.title
    }

    /// Whether the text is words of the title: the headings of a column that each article belongs to.
    pub fn is_part_of_title(&self) -> bool {
        self.bare().chars().count() >= 4 && self.body.title.contains(self.bare())
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

    /// Whether nothing that stands beside the piece is kept.
    pub fn is_among_removed(&self) -> bool {
        [self.previous(), self.next()]
            .into_iter()
            .flatten()
            .all(|neighbour| neighbour.removed_by().is_some())
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

    /// Whether the text holds one of the words, and neither the title nor the article's first part does. What an
    /// article speaks of early on is its subject, and no advertisement in it.
    pub fn has_off_subject(&self, phrases: &str) -> bool {
        words(phrases)
            .any(|phrase| self.seen().holds(phrase) && !self.body.subjects.contains(&phrase))
    }

    /// Whether the nearest removed piece before this one, ornaments aside, fell to a rule of the category, with
    /// nothing kept between.
    pub fn follows_removed(&self, category: Category) -> bool {
        std::iter::successors(self.previous(), Place::previous)
            .take(6)
            .map_while(|place| place.removed_by())
            .find(|rule| rule.category != Category::Decor)
            .is_some_and(|rule| rule.category == category)
    }

    /// Whether the nearest removed piece before this one, ornaments aside, fell to the rule, with nothing kept
    /// between.
    pub fn follows_rule(&self, id: &str) -> bool {
        std::iter::successors(self.previous(), Place::previous)
            .take(6)
            .map_while(|place| place.removed_by())
            .find(|rule| rule.category != Category::Decor)
            .is_some_and(|rule| rule.id == id)
    }

    /// Whether a row of links that the piece stands in is headed as sources: 参考资料, 原文链接 …
    pub fn is_among_sources(&self) -> bool {
        const ROW: usize = 12;
        std::iter::successors(self.previous(), Place::previous)
            .take(ROW)
            .find(|place| !place.is_links())
            .is_some_and(|place| {
                place.kind() == Kind::Source
                    || place.is_short(20) && place.has("参考 引用 文献 来源 原文 出处 注释 附录")
            })
    }

    /// Whether the nearest piece before this one, ornaments aside, fell to a rule.
    pub fn follows_prompt(&self) -> bool {
        self.reaches_prompt(Place::previous)
    }

    /// The next piece that is no picture and no line drawn.
    pub fn next_of_text(&self) -> Option<Place<'a>> {
        std::iter::successors(self.next(), Place::next)
            .take(6)
            .find(|place| !matches!(place.kind(), Kind::Image | Kind::Divider))
    }

    /// Whether the next piece that is no picture was removed as a prompt, not as an ornament.
    pub fn precedes_prompt(&self) -> bool {
        self.next_of_text()
            .and_then(|place| place.removed_by())
            .is_some_and(|rule| rule.category != Category::Decor)
    }

    /// Whether the nearest piece before or after this one, ornaments aside, fell to a rule.
    pub fn is_near_prompt(&self) -> bool {
        self.follows_prompt() || self.reaches_prompt(Place::next)
    }

    fn reaches_prompt(&self, step: fn(&Place<'a>) -> Option<Place<'a>>) -> bool {
        std::iter::successors(step(self), step)
            .take(6)
            .map_while(|place| place.removed_by())
            .any(|rule| rule.category != Category::Decor && rule.phase != Phase::Likely)
    }

    /// The title that a heading 关于… (“about …”) before this piece speaks of, unless the article is about it.
    pub fn headed_subject(&self) -> Option<&'a str> {
        let subject = self.previous()?.bare().strip_prefix("关于")?;
        ((2..=20).contains(&subject.chars().count()) && !self.body.title.contains(subject))
            .then_some(subject)
    }

    /// Whether the piece before is such a one, or a neighbour fell to one of the rules.
    pub fn is_among(&self, is_such: fn(&Place<'_>) -> bool, rules: &str) -> bool {
        let fell = |place: Place<'_>| {
            place
                .removed_by()
                .is_some_and(|rule| is_word(rules, rule.id))
        };
        self.previous().is_some_and(|before| is_such(&before))
            || [self.previous(), self.next()]
                .into_iter()
                .flatten()
                .any(fell)
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

    /// Whether the piece is a line of the article's prose.
    pub fn is_prose(&self) -> bool {
        self.seen().is_prose()
    }

    /// Whether the piece is the article's, and not the page's around it.
    pub fn is_in_article(&self) -> bool {
        self.body.article.contains(&self.at)
    }

    /// The piece before that can be seen, within the article.
    pub fn previous(&self) -> Option<Place<'a>> {
        let at = *self.body.before.get(self.at)?;
        at.map(|at| Place { at, ..*self })
    }

    /// The piece after that can be seen, within the article.
    pub fn next(&self) -> Option<Place<'a>> {
        let at = *self.body.after.get(self.at)?;
        at.map(|at| Place { at, ..*self })
    }

    /// The piece before, if it stays.
    pub fn kept_before(&self) -> Option<Place<'a>> {
        self.previous().filter(|place| place.removed_by().is_none())
    }

    /// The piece after, if it stays.
    pub fn kept_after(&self) -> Option<Place<'a>> {
        self.next().filter(|place| place.removed_by().is_none())
    }

    /// The rule that removed the piece before.
    pub fn rule_before(&self) -> Option<&'static Rule> {
        self.previous()?.removed_by()
    }

    /// The rule that removed the piece after.
    pub fn rule_after(&self) -> Option<&'static Rule> {
        self.next()?.removed_by()
    }

    /// The rule that removed the piece.
    pub fn removed_by(&self) -> Option<&'static Rule> {
        self.body.verdicts[self.at]
    }

    /// Whether a neighbour was removed as a prompt, not as an ornament.
    pub fn stands_by_prompt(&self) -> bool {
        [self.previous(), self.next()]
            .into_iter()
            .flatten()
            .filter_map(|place| place.removed_by())
            .any(|rule| rule.category != Category::Decor)
    }

    /// Whether both neighbours were removed. Before the first and after the last piece nothing is kept either; and
    /// after the prose, a few pictures in a row count as one.
    pub fn stands_between_removed(&self) -> bool {
        const ROW: usize = 6;
        let is_row = self.kind() == Kind::Image && self.after_prose();
        let in_row = |place: &Place<'_>| {
            is_row && place.removed_by().is_none() && place.kind() == Kind::Image
        };
        let is_gone = |step: fn(&Place<'a>) -> Option<Place<'a>>| {
            let mut at = step(self);
            for _ in 0..ROW {
                match at {
                    None => return true,
                    Some(place) if in_row(&place) => at = step(&place),
                    Some(place) => return place.removed_by().is_some(),
                }
            }
            false
        };
        is_gone(Place::previous) && is_gone(Place::next)
    }
}
