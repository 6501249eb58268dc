//! What stands beside a piece, and what became of it.

use super::Place;
use crate::judge::seen::Kind;
use crate::judge::{Category, Phase, Rule};
use crate::words::is_word;

impl<'a> Place<'a> {
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

    /// Whether the last piece that is no picture fell to a rule of the category.
    pub fn ends_with_removed(&self, category: Category) -> bool {
        let last = self.body.last_line.and_then(|at| self.body.verdicts[at]);
        last.is_some_and(|rule| rule.category == category)
    }

    /// Whether nothing that stands beside the piece is kept.
    pub fn is_among_removed(&self) -> bool {
        [self.previous(), self.next()]
            .into_iter()
            .flatten()
            .all(|neighbour| neighbour.removed_by().is_some())
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
