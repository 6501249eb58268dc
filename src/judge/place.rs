//! What a rule sees: a piece, its neighbours, and where in the text it stands.

use std::ops::Range;

use super::scorer::{Scorer, Weights};
use super::seen::{Kind, Picture, Seen, look, squeeze};
use super::{Category, Phase, Rule, doubt};
use crate::draft::Draft;
use crate::measure::is_letter;
use crate::page::Page;

/// An article under judgement.
pub(crate) struct Body {
    seen: Vec<Seen>,
    verdicts: Vec<Option<&'static Rule>>,
    /// For each piece the one before it, and the one after it, that can be seen within the article.
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
    /// The pieces that are the article. The others stand on the page around it.
    article: Range<usize>,
    n_letters: usize,
    title: String,
    account: String,
    /// The advertising words that the title or the first part of the text holds.
    subjects: Vec<&'static str>,
    /// The first and the last piece of prose that is kept so far.
    prose: Option<(usize, usize)>,
    /// The last end mark (END, 全文完) past the middle of the text.
    end_mark: Option<usize>,
    /// The last piece that is kept so far, pictures aside.
    last: Option<usize>,
    /// The prompt that begins what is furniture down to the last piece.
    footer: Option<usize>,
    /// Whether the article calls its readers to take part in something.
    is_call: bool,
    scorer: Scorer,
}

/// From how many advertising words in its first part on an article is an offer itself.
const MANY_OFFERS: usize = 3;

/// Words of titles by which an article calls its readers to take part: gifts, draws, jobs, courses, meetings.
const CALLS: [&str; 24] = [
    "福利",
    "赠书",
    "送书",
    "抽奖",
    "招聘",
    "招募",
    "招新",
    "招生",
    "报名",
    "邀请",
    "邀您",
    "征集",
    "征文",
    "征稿",
    "直播",
    "开课",
    "训练营",
    "注册公告",
    "红包",
    "领取",
    "大赛",
    "沙龙",
    "活动预告",
    "开放注册",
];

impl Body {
    pub fn new<'a>(
        drafts: impl Iterator<Item = &'a Draft>,
        article: Range<usize>,
        page: &Page,
        weights: Weights<'static>,
    ) -> Body {
        let mut seen: Vec<Seen> = Vec::new();
        let mut n_letters = 0;
        for (at, draft) in drafts.enumerate() {
            let piece = look(draft, n_letters);
            if article.contains(&at) && !draft.look.hidden {
                n_letters += piece.n_letters;
            }
            seen.push(piece);
        }
        count_uses(&mut seen[article.clone()]);
        let title = squeeze(&page.title);
        let early: String = seen[article.clone()]
            .iter()
            .take_while(|piece| piece.n_before * 10 < n_letters * 7)
            .map(|piece| piece.text.as_str())
            .collect();
        let subjects: Vec<_> = super::rules::advertising_words()
            .filter(|word| title.contains(word) || early.contains(word))
            .collect();
        let account = squeeze(page.account.name.as_deref().unwrap_or_default());
        Body {
            verdicts: vec![None; seen.len()],
            before: neighbours(&seen, &article, 0..seen.len()),
            after: neighbours(&seen, &article, (0..seen.len()).rev()),
            scorer: Scorer::new(&seen[article.clone()], weights),
            seen,
            article,
            n_letters,
            is_call: CALLS.iter().any(|word| title.contains(word)) || subjects.len() >= MANY_OFFERS,
            title,
            subjects,
            account,
            prose: None,
            end_mark: None,
            last: None,
            footer: None,
        }
    }

    /// Finds again where the prose begins and ends, and where the end mark is, leaving out what was removed.
    pub fn survey(&mut self) {
        let is_prose = |at: &usize| self.is_kept(*at) && self.seen[*at].is_prose();
        self.prose = self
            .article
            .clone()
            .find(is_prose)
            .zip(self.article.clone().rev().find(is_prose));
        self.last = self
            .article
            .clone()
            .rev()
            .find(|at| self.is_kept(*at) && self.seen[*at].kind != Kind::Image);
        self.end_mark = self
            .article
            .clone()
            .rev()
            .find(|at| super::rules::is_end_mark(&self.seen[*at].text))
            .filter(|at| self.seen[*at].n_before * 2 >= self.n_letters);
        self.footer = self.find_footer();
    }

    /// The first prompt after the prose with which the furniture begins: from it on, at least one piece has fallen for
    /// two lines that are kept, so that a prompt in the midst of a comic begins none. An article without prose ends
    /// with its credits.
    fn find_footer(&self) -> Option<usize> {
        let is_credit = |at: &usize| super::rules::is_credit(&Place::new(self, *at));
        let (_, last_of_text) = self.prose.or_else(|| {
            let credit = self.article.clone().find(is_credit)?;
            Some((credit, credit))
        })?;
        let is_prompt = |rule: &Rule| {
            rule.phase == Phase::Alone
                && !matches!(
                    rule.category,
                    Category::Chrome | Category::Hidden | Category::Decor
                )
        };
        let mut n_fallen = 0;
        let mut n_kept = 0;
        let mut footer = None;
        for at in (last_of_text + 1..self.article.end).rev() {
            match self.verdicts[at] {
                None => n_kept += usize::from(self.seen[at].kind != Kind::Image),
                Some(rule) => {
                    n_fallen += usize::from(rule.category != Category::Decor);
                    if is_prompt(rule) && n_fallen * 2 >= n_kept {
                        footer = Some(at);
                    }
                }
            }
        }
        footer.filter(|_| !self.is_call)
    }

    pub fn is_kept(&self, at: usize) -> bool {
        self.verdicts.get(at).is_some_and(Option::is_none)
    }

    pub fn remove(&mut self, at: usize, rule: &'static Rule) {
        self.verdicts[at] = Some(rule);
    }

    pub fn len(&self) -> usize {
        self.seen.len()
    }

    pub fn n_removed(&self) -> usize {
        self.verdicts.iter().flatten().count()
    }

    /// For each piece whether it fell and should be looked at first.
    pub fn doubts(&self) -> Vec<bool> {
        let is_doubtful = |(at, rule): (usize, &Option<&'static Rule>)| {
            rule.is_some_and(|rule| doubt::is_uncertain(&Place::new(self, at), rule))
        };
        self.verdicts.iter().enumerate().map(is_doubtful).collect()
    }

    pub fn verdicts(self) -> Vec<Option<&'static Rule>> {
        self.verdicts
    }
}

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

    fn seen(&self) -> &'a Seen {
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
    pub fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.seen().holds(phrase))
    }

    /// How many of the phrases the text holds.
    pub fn count(&self, phrases: &[&str]) -> usize {
        phrases
            .iter()
            .filter(|phrase| self.seen().holds(phrase))
            .count()
    }

    /// The text without the ornaments around it: `【往期推荐】` is 往期推荐.
    pub fn bare(&self) -> &'a str {
        self.text().trim_matches(|c: char| !is_letter(c))
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

    /// Whether the account's name stands among the first characters of the text.
    pub fn begins_with_account(&self) -> bool {
        const START: usize = 10;
        self.body.account.chars().count() > 1
            && self
                .text()
                .find(&self.body.account)
                .is_some_and(|at| self.text()[..at].chars().count() <= START)
    }

    /// Whether a short text, 关于 (“about”) aside, names the account or a part of its name.
    pub fn is_about_account(&self) -> bool {
        let name = self.bare().trim_start_matches("关于");
        name.chars().count() > 1 && (self.body.account.contains(name) || self.names_account())
    }

    /// Whether the text begins with the first two characters of the account's name: its brand.
    pub fn begins_with_brand(&self) -> bool {
        const BRAND: usize = 2;
        let brand: String = self.body.account.chars().take(BRAND).collect();
        self.body.account.chars().count() > BRAND && self.text().starts_with(&brand)
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
        ["公告", "通知", "公示", "通告", "指南", "须知"]
            .iter()
            .any(|word| self.body.title.contains(word))
    }

    /// Whether the text is the article's title.
    pub fn is_title(&self) -> bool {
        self.text() == self.body.title
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

    /// Whether the text holds one of the words, and neither the title nor the article's first part does. What an
    /// article speaks of early on is its subject, and no advertisement in it.
    pub fn has_off_subject(&self, words: &[&str]) -> bool {
        words
            .iter()
            .any(|word| self.seen().holds(word) && !self.body.subjects.contains(word))
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

    /// Whether the nearest removed piece before this one, ornaments aside, fell to one of the rules, with nothing kept
    /// between.
    pub fn follows_rule(&self, ids: &[&str]) -> bool {
        std::iter::successors(self.previous(), Place::previous)
            .take(6)
            .map_while(|place| place.removed_by())
            .find(|rule| rule.category != Category::Decor)
            .is_some_and(|rule| ids.contains(&rule.id))
    }

    /// Whether a row of links that the piece stands in is headed as sources: 参考资料, 原文链接 …
    pub fn is_among_sources(&self) -> bool {
        const ROW: usize = 12;
        std::iter::successors(self.previous(), Place::previous)
            .take(ROW)
            .find(|place| !place.is_links())
            .is_some_and(|place| {
                place.is_short(20)
                    && place.has(&[
                        "参考", "引用", "文献", "来源", "原文", "出处", "注释", "附录",
                    ])
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
            .any(|rule| rule.category != Category::Decor)
    }

    /// The title that a heading 关于… (“about …”) before this piece speaks of, unless the article is about it.
    pub fn headed_subject(&self) -> Option<&'a str> {
        let subject = self.previous()?.bare().strip_prefix("关于")?;
        ((2..=20).contains(&subject.chars().count()) && !self.body.title.contains(subject))
            .then_some(subject)
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

    /// Whether the piece stands at an edge and reads like what accounts put there: by far, and not only more likely than
    /// not, since a line too many harms less than one too few.
    pub fn is_likely(&self) -> bool {
        // A line before the text may be its motto, and a sentence its last word.
        let enough = match (self.in_head(), self.states_something()) {
            (true, _) => 2.8,
            (_, true) => 2.4,
            _ => 2.0,
        };
        self.is_text()
            && self.has_prose()
            && self.at_edge()
            && !(self.in_head() && self.is_prose())
            && !self.is_in_call()
            && !self.is_among_sources()
            && self.score().is_some_and(|score| score > enough)
    }

    /// Whether the piece is a sentence that reads like article, whatever phrases it holds.
    pub fn is_unlikely(&self) -> bool {
        // At the edges the words are right more often.
        let enough = if self.at_edge() { -2.5 } else { -2.0 };
        self.states_something() && self.score().is_some_and(|score| score < enough)
    }

    /// Whether the piece is a sentence of some length.
    fn states_something(&self) -> bool {
        self.n_letters() >= 16 && self.text().contains(['，', '。', '；', '：', ','])
    }

    /// See [`Scorer::score`]; `None` for the page around the article.
    fn score(&self) -> Option<f32> {
        let Body {
            article,
            seen,
            n_letters,
            account,
            scorer,
            ..
        } = self.body;
        let at = self.at.checked_sub(article.start)?;
        self.is_in_article()
            .then(|| scorer.score(&seen[article.clone()], *n_letters, account, at))
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

/// For each piece the nearest that `order` comes to before it and that can be seen within the article.
fn neighbours(
    seen: &[Seen],
    article: &Range<usize>,
    order: impl Iterator<Item = usize>,
) -> Vec<Option<usize>> {
    let mut neighbours = vec![None; seen.len()];
    let mut last = None;
    for at in order {
        neighbours[at] = last;
        if article.contains(&at) && !seen[at].look.hidden {
            last = Some(at);
        }
    }
    neighbours
}

/// Counts how often each picture and each short line is shown.
pub(super) fn count_uses(seen: &mut [Seen]) {
    const LINE: usize = 24;
    let mut lines = std::collections::HashMap::new();
    let is_line = |piece: &&mut Seen| (1..=LINE).contains(&piece.n_letters);
    for piece in seen.iter_mut().filter(is_line) {
        *lines.entry(piece.text.clone()).or_insert(0) += 1;
    }
    for piece in seen.iter_mut().filter(is_line) {
        piece.n_uses = lines.get(&piece.text).copied().unwrap_or(1);
    }
    let mut uses = std::collections::HashMap::new();
    for picture in seen.iter().filter_map(|piece| piece.image.as_ref()) {
        *uses.entry(picture.url.clone()).or_insert(0) += 1;
    }
    for picture in seen.iter_mut().filter_map(|piece| piece.image.as_mut()) {
        picture.n_uses = uses.get(&picture.url).copied().unwrap_or(1);
    }
}
