//! An article under judgement: its pieces, what became of them so far, and what is known of the whole.

use std::ops::Range;

use super::{Place, offer, sources};
use crate::draft::Draft;
use crate::input::Source;
use crate::judge::scorer::{Scorer, Weights};
use crate::judge::seen::{Kind, Seen, condense, look};
use crate::judge::{Category, Phase, Recurring, Rule, doubt, rules};
use crate::page::Page;
use crate::words::{has_any, words};

/// An article under judgement.
pub(crate) struct Body {
    pub(super) seen: Vec<Seen>,
    pub(super) verdicts: Vec<Option<&'static Rule>>,
    /// For each piece the one before it, and the one after it, that can be seen within the article.
    pub(super) before: Vec<Option<usize>>,
    pub(super) after: Vec<Option<usize>>,
    /// The pieces that are the article. The others stand on the page around it.
    pub(super) article: Range<usize>,
    pub(super) n_letters: usize,
    pub(super) title: String,
    /// The title, and the beginning of the text.
    pub(super) opening: String,
    pub(super) account: String,
    /// What the account says of itself on its own page.
    pub(super) description: String,
    /// The advertising words that the title or the first part of the text holds.
    pub(super) subjects: Vec<&'static str>,
    /// The first and the last piece of prose that is kept so far.
    pub(super) prose: Option<(usize, usize)>,
    /// The first and the last piece kept so far that other articles of the account don't have.
    pub(super) own: Option<(usize, usize)>,
    /// Whether other articles of the account have something of it.
    has_recurring: bool,
    /// The last end mark (END, 全文完) past the middle of the text.
    pub(super) end_mark: Option<usize>,
    /// The last piece, pictures aside.
    pub(super) last_line: Option<usize>,
    /// The last piece that is kept so far, pictures aside.
    pub(super) last: Option<usize>,
    /// The prompt that begins what is furniture down to the last piece.
    pub(super) footer: Option<usize>,
    /// The pieces late in the article that speak of a community, and the first of them from which on it is advertised.
    communities: Vec<usize>,
    pub(super) offer: Option<usize>,
    /// Whether the article calls its readers to take part in something.
    pub(super) is_call: bool,
    /// Whether it comes from an archive in Markdown, which tells no sizes of pictures.
    pub(super) is_archive: bool,
    pub(super) scorer: Scorer,
}

/// From how many advertising words in its first part on an article is an offer itself.
const MANY_OFFERS: usize = 3;

/// How much of a title and of an account's name is looked at, since each piece may be compared with them: WeChat allows
/// 64 and 30 characters.
const LONGEST_NAME: usize = 256;

/// How many characters are enough to tell what an article tells of.
const OPENING: usize = 600;

/// Words of titles by which an article calls its readers to take part: gifts, draws, jobs, courses, meetings.
const CALLS: &str = "\
    福利 赠书 送书 抽奖 招聘 招募 招新 招生 报名 邀请 邀您 征集 征文 征稿 直播 开课 训练营 注册公告 红包 领取 \
    大赛 沙龙 活动预告 开放注册";

impl Body {
    pub fn new<'a>(
        drafts: impl Iterator<Item = &'a Draft>,
        article: Range<usize>,
        page: &Page,
        weights: Weights<'static>,
        recurring: &Recurring,
    ) -> Body {
        let mut seen: Vec<Seen> = Vec::new();
        let mut n_letters = 0;
        for (at, draft) in drafts.enumerate() {
            let mut piece = look(draft, n_letters);
            piece.recurs = recurring.holds(&piece);
            if article.contains(&at) && !draft.look.hidden {
                n_letters += piece.n_letters;
            }
            seen.push(piece);
        }
        count_uses(&mut seen[article.clone()]);
        sources::mark(&mut seen[article.clone()]);
        let name = |text: &str| {
            condense(text)
                .chars()
                .take(LONGEST_NAME)
                .collect::<String>()
        };
        let title = name(&page.title);
        let early: String = seen[article.clone()]
            .iter()
            .take_while(|piece| piece.n_before * 10 < n_letters * 7)
            .map(|piece| piece.text.as_str())
            .collect();
        let subjects: Vec<_> = words(rules::OFFERS)
            .filter(|word| title.contains(word) || early.contains(word))
            .collect();
        let opening = title.chars().chain(early.chars().take(OPENING)).collect();
        let has_recurring = seen.iter().any(|piece| piece.recurs);
        let communities = offer::mentions(&seen, &article, &title);
        let account = name(page.account.name.as_deref().unwrap_or_default());
        let is_line = |at: &usize| seen[*at].kind != Kind::Image;
        Body {
            verdicts: vec![None; seen.len()],
            last_line: article.clone().rev().find(is_line),
            before: neighbours(&seen, &article, 0..seen.len()),
            after: neighbours(&seen, &article, (0..seen.len()).rev()),
            scorer: Scorer::new(&seen[article.clone()], weights),
            seen,
            article,
            n_letters,
            opening,
            is_call: has_any(&title, CALLS) || subjects.len() >= MANY_OFFERS,
            is_archive: page.source == Source::Markdown,
            title,
            subjects,
            account,
            description: condense(page.account.description.as_deref().unwrap_or_default()),
            prose: None,
            own: None,
            has_recurring,
            end_mark: None,
            last: None,
            footer: None,
            communities,
            offer: None,
        }
    }

    /// The scores of all pieces of the article.
    #[cfg(test)]
    pub fn scores(&self) -> Vec<Option<f32>> {
        (0..self.seen.len())
            .map(|at| Place::new(self, at).score())
            .collect()
    }

    /// Finds again where the prose begins and ends, and where the end mark is, leaving out what was removed.
    pub fn survey(&mut self) {
        let is_late = |at: &usize| self.seen[*at].n_before * 2 >= self.n_letters;
        let last = |ends: fn(&Seen) -> bool| {
            let mut pieces = self.article.clone().rev();
            pieces.find(|at| ends(&self.seen[*at])).filter(is_late)
        };
        // A sentence that says so only ends the prose: a story may go on after it, with pictures and short lines.
        let end = last(rules::says_end);
        self.end_mark = last(|piece| rules::is_end_mark(&piece.text));
        let is_prose = |at: &usize| self.is_kept(*at) && self.seen[*at].is_prose();
        let of_text = self.article.start..end.unwrap_or(self.article.end);
        self.prose = of_text.clone().find(is_prose).map(|first| {
            // Who the author or the account is may be told in prose after the text; what reads so does not end it.
            let reads_like_article = |at: &usize| {
                self.seen[*at].kind == Kind::Matter
                    || Place::new(self, *at)
                        .score()
                        .is_none_or(|score| score < 0.0)
            };
            let mut all = of_text.rev().filter(is_prose);
            let last = all.clone().find(reads_like_article).or_else(|| all.next());
            (first, last.unwrap_or(first))
        });
        if self.has_recurring {
            self.own = self.find_own();
        }
        self.last = self
            .article
            .clone()
            .rev()
            .find(|at| self.is_kept(*at) && self.seen[*at].kind != Kind::Image);
        self.footer = self.find_footer();
        self.offer = self.find_offer();
    }

    /// The first and the last piece that only this article of the account has. So is what a numbered heading heads, although
    /// each of the account's notices may have it: 0x06 修复建议 (“what to do”) over the same sentence.
    fn find_own(&self) -> Option<(usize, usize)> {
        let is_text = |at: &usize| {
            let seen = &self.seen[*at];
            let is_text = !matches!(seen.kind, Kind::Image | Kind::Embed(_) | Kind::Divider);
            self.is_kept(*at) && !seen.look.hidden && is_text
        };
        let is_own = |at: &usize| !self.seen[*at].recurs || self.seen[*at].heads_part();
        let texts = self.article.clone().filter(is_text);
        let first = texts.clone().find(is_own)?;
        let mut below = None;
        for at in texts.rev() {
            if is_own(&at) {
                let last = below.filter(|_| self.seen[at].heads_part()).unwrap_or(at);
                return Some((first, last));
            }
            below = Some(at);
        }
        None
    }

    /// See [`offer::begin`]; an article whose title calls its readers to take part offers what is its subject.
    fn find_offer(&self) -> Option<usize> {
        let begin = offer::begin(self, &self.communities)?;
        (!has_any(&self.title, CALLS)).then_some(begin)
    }

    /// The first prompt after the prose with which the furniture begins: from it on, at least one piece has fallen for
    /// two lines that are kept, so that a prompt in the midst of a comic begins none. An article without prose ends
    /// with its credits.
    fn find_footer(&self) -> Option<usize> {
        let is_credit = |at: &usize| rules::is_credit(&Place::new(self, *at));
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

    /// Whether a piece is a source that the article names, which no rule is asked about.
    pub fn is_source(&self, at: usize) -> bool {
        self.seen[at].kind == Kind::Source
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
pub(crate) fn count_uses(seen: &mut [Seen]) {
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
