//! What the scorer says of a piece, and how much of that is enough.

use super::Place;
use crate::judge::scorer::Scored;
use crate::judge::seen::Kind;
use crate::measure::is_han;

/// Up to how many letters prompts are looked for in the midst of an article.
const LONGEST_PROMPT: usize = 160;

/// Below how many letters an article is too little to tell its lines from prompts: all of it is near its end.
const FEW_LETTERS: usize = 200;

impl<'a> Place<'a> {
    /// Whether the piece reads like what accounts put around their articles: by far, and not only more likely than not,
    /// since a line too many harms less than one too few. How far is enough, articles with labels tell: see `npm run
    /// learn`.
    pub fn is_likely(&self) -> bool {
        let is_sized = self
            .picture()
            .is_some_and(|picture| picture.ratio.is_some());
        let enough = match (self.in_head(), self.at_edge(), self.is_text()) {
            // A sentence before the text may be its first, a line its motto.
            (true, _, true) if self.text().ends_with(['。', '！']) => 2.2,
            (true, _, true) => 1.75,
            (_, true, true) if self.precedes_article() => 2.4,
            // A sentence after the text may be its last word, a line its credit or its source.
            (_, true, true) if self.states_something() => 1.5,
            (_, true, true) => 1.75,
            // In the midst nothing but a prompt reads like one; links may be sources.
            (_, _, true) if self.is_links() => return false,
            (_, _, true) if self.states_something() => 1.25,
            (_, _, true) => 1.0,
            // The article's own pictures end it more often than they come first.
            (true, _, false) if is_sized => 1.75,
            // The size says most of a picture.
            (true, _, false) if self.is_of_archive() => 2.4,
            (_, _, false) if self.is_of_archive() => 2.8,
            _ => return false,
        };
        let doubts = [
            // Without prose, every line stands as prompts do; the last ones most often are.
            (
                !self.has_prose(),
                if self.fraction() > 0.75 { 0.75 } else { 2.0 },
            ),
            (self.is_in_call(), 2.0),
        ];
        let doubt: f32 = doubts
            .into_iter()
            .filter_map(|(is_so, doubt)| is_so.then_some(doubt))
            .sum();
        // Of a few words each may be the article.
        let is_too_little = self.body.n_letters < FEW_LETTERS;
        let is_first_prose = self.in_head() && self.is_prose();
        let is_part = self.goes_on()
            || self.continues_row()
            || self.is_announced()
            || self.is_under_numbered_heading()
            || self.is_in_row()
            || self.is_caption()
            || self.is_in_gallery()
            || self.is_below_text()
            || self.heads_address()
            || self.is_among_sources();
        if is_too_little || is_first_prose || is_part {
            return false;
        }
        // Most of the midst is told from this alone, which saves the neighbours.
        let may_be = self.at_edge()
            || self.n_letters() <= LONGEST_PROMPT
                && self.score_alone().is_some_and(|score| score > 0.0);
        may_be && self.score().is_some_and(|score| score > enough + doubt)
    }

    /// Whether the next text reads like the article, which goes on there.
    fn precedes_article(&self) -> bool {
        self.next_of_text().is_some_and(|next| {
            next.removed_by().is_none() && next.score().is_some_and(|score| score < 0.5)
        })
    }

    /// Whether the text ends where a sentence does not, or is an address or code: then it is a part of something.
    pub fn goes_on(&self) -> bool {
        let text = self.text();
        text.ends_with(['，', '、', '：', ',', ':'])
            || !text.contains(is_han) && text.contains(['@', '/', '<', '{', '}', '=', ';', '('])
    }

    /// Whether the line before, which stays, announces the piece: 那天我们谈了一些茶事：
    pub fn is_announced(&self) -> bool {
        self.kept_before()
            .is_some_and(|before| before.text().ends_with(['：', ':']))
    }

    /// Whether it comes first under the numbered heading of a part, which stays.
    fn is_under_numbered_heading(&self) -> bool {
        self.kept_before()
            .is_some_and(|before| before.kind() == Kind::Heading && before.seen().heads_part())
    }

    /// Whether the piece is one of several short lines that stay: 更轻 更快 更便宜 (“lighter”, “faster”, “cheaper”), or one of
    /// two addresses.
    fn is_in_row(&self) -> bool {
        const LINE: usize = 10;
        let is_short = |place: Place<'_>| place.is_short(LINE);
        let is_address =
            |place: Place<'_>| place.text().contains('.') && !place.text().contains(is_han);
        let (before, after) = (self.kept_before(), self.kept_after());
        is_short(*self) && before.is_some_and(is_short) && after.is_some_and(is_short)
            || is_address(*self)
                && (before.is_some_and(is_address) || after.is_some_and(is_address))
    }

    /// Whether the piece is a picture before the first prose, but below a line that stays: a story in pictures.
    fn is_below_text(&self) -> bool {
        const NEAR: usize = 6;
        let stays = |place: &Place<'_>| {
            place.removed_by().is_none() && matches!(place.kind(), Kind::Text | Kind::Heading)
        };
        self.in_head()
            && self.picture().is_some()
            && std::iter::successors(self.previous(), Place::previous)
                .take(NEAR)
                .any(|place| stays(&place))
    }

    /// Whether an address follows that stays: 开源项目地址 (“where the project is”).
    pub fn heads_address(&self) -> bool {
        self.kept_after()
            .is_some_and(|next| next.text().starts_with("http"))
    }

    /// Whether the piece is one of three pictures or more in a row that stay: posts of pictures begin with them.
    fn is_in_gallery(&self) -> bool {
        let is_picture = |place: &Place<'_>| place.picture().is_some();
        let before = std::iter::successors(self.kept_before(), Place::kept_before);
        let after = std::iter::successors(self.kept_after(), Place::kept_after);
        let n_before = before.take(2).take_while(is_picture).count();
        self.in_head()
            && is_picture(self)
            && n_before + after.take(2).take_while(is_picture).count() >= 2
    }

    /// Whether the piece is a word between two pictures that stay, where the article goes on after them, or points up at
    /// the picture that it stands under.
    fn is_caption(&self) -> bool {
        let is_picture = |place: Place<'_>| place.picture().is_some();
        let points_up = self.text().starts_with(['▲', '△']);
        self.kept_before().is_some_and(is_picture)
            && (points_up
                || !self.after_prose()
                    && self.is_short(8)
                    && self.kept_after().is_some_and(is_picture))
    }

    /// Whether the text begins with the same sign as the line before it, which stays: items stay or go together.
    fn continues_row(&self) -> bool {
        let sign = |place: &Place<'_>| place.text().chars().next().filter(|c| !c.is_alphanumeric());
        let own = sign(self);
        own.is_some()
            && self
                .kept_before()
                .is_some_and(|before| sign(&before) == own)
    }

    /// Whether the piece is no sentence, and reads rather like what accounts put around their articles than like an
    /// article: too little by itself, and enough for a line over what was left out.
    pub fn reads_like_heading_of_prompts(&self) -> bool {
        !self.has("， 。 ！ ？ ； ! ?")
            && !self.goes_on()
            && !self.is_announced()
            && self.score().is_some_and(|score| score > 0.0)
    }

    /// Whether the piece reads by far like an article.
    pub fn is_like_article(&self) -> bool {
        self.score().is_some_and(|score| score < -1.25)
    }

    /// Whether the piece is a sentence that reads like article, whatever phrases it holds.
    pub fn is_unlikely(&self) -> bool {
        self.states_something() && self.is_like_article()
    }

    /// Whether the piece is a sentence that reads rather like article than like what stands around it.
    pub fn is_sentence_of_article(&self) -> bool {
        self.states_something() && self.score().is_some_and(|score| score < 0.0)
    }

    /// Whether the piece is a sentence of some length.
    fn states_something(&self) -> bool {
        self.n_letters() >= 16 && self.text().contains(['，', '。', '；', '：', ','])
    }

    /// See [`Scorer::score`](crate::judge::scorer::Scorer::score); `None` for the page around the article.
    pub(super) fn score(&self) -> Option<f32> {
        let (article, at) = self.scored()?;
        self.body.scorer.score(article, at)
    }

    /// See [`Scorer::alone`](crate::judge::scorer::Scorer::alone); `None` for the page around the article.
    fn score_alone(&self) -> Option<f32> {
        let (article, at) = self.scored()?;
        self.body.scorer.alone(article, at)
    }

    /// The article for the scorer, and where in it the piece is.
    fn scored(&self) -> Option<(Scored<'a>, usize)> {
        let body = self.body;
        let article = Scored {
            seen: &body.seen[body.article.clone()],
            n_letters: body.n_letters,
            account: &body.account,
        };
        let at = self.at.checked_sub(body.article.start)?;
        self.is_in_article().then_some((article, at))
    }
}
