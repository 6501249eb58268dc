//! What a piece names: the account, the title, what the article is about.

use super::Place;
use crate::words::{has_any, words};

impl<'a> Place<'a> {
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

    /// Whether the title announces something to the public.
    pub fn is_announcement(&self) -> bool {
        self.title_has("公告 通知 公示 通告 指南 须知")
    }

    /// Whether the article begins with what its company says of itself, and so is about that.
    pub fn is_in_portrait(&self) -> bool {
        has_any(&self.body.opening, "公司简介 企业简介 公司介绍 企业介绍")
    }

    /// Whether the title has one of the words.
    pub fn title_has(&self, words: &str) -> bool {
        has_any(&self.body.title, words)
    }

    /// Whether the text is the article's title.
    pub fn is_title(&self) -> bool {
        self.text() == self.body.title
    }

    /// Whether the text is words of the title, or says it in other words: the headings of a column that each article
    /// belongs to.
    pub fn is_part_of_title(&self) -> bool {
        let (mut n, mut n_in_title) = (0, 0);
        for c in self.bare().chars() {
            n += 1;
            n_in_title += usize::from(self.body.title.contains(c));
        }
        n >= 4 && self.body.title.contains(self.bare()) || n >= 8 && n_in_title * 5 >= n * 4
    }

    /// Whether the text holds one of the words, and neither the title nor the article's first part does. What an
    /// article speaks of early on is its subject, and no advertisement in it.
    pub fn has_off_subject(&self, phrases: &str) -> bool {
        words(phrases)
            .any(|phrase| self.seen().holds(phrase) && !self.body.subjects.contains(&phrase))
    }

    /// The title that a heading 关于… (“about …”) before this piece speaks of, unless the article is about it.
    pub fn headed_subject(&self) -> Option<&'a str> {
        let subject = self.previous()?.bare().strip_prefix("关于")?;
        ((2..=20).contains(&subject.chars().count()) && !self.body.title.contains(subject))
            .then_some(subject)
    }
}
