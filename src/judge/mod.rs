//! Decides for each piece whether it belongs to the article.
//!
//! The same words are a prompt at the end of a text and content in its middle, so a rule sees a piece in its
//! [`Place`]: the words, the shortness, the neighbours, the part of the text that lies before it. Rules stand in
//! `rules/`, one category a file. They run in [`Phase`]s, since a picture next to a prompt can only be told when the
//! prompt is; within a phase the first rule that fires decides. The phases run again while something falls, because the
//! end of an article moves up with it. Where no phrase tells a prompt, a [`scorer`] may. When unsure, a piece is kept.

#[cfg(test)]
mod cases;
mod doubt;
mod place;
mod recurring;
mod rules;
mod scorer;
mod seen;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use serde::Serialize;

use crate::article::{Piece, Verdict};
use crate::block::{Block, Inline};
use crate::draft::{Draft, Look};
use crate::options::{self, Options, UnknownName};
use crate::page::Page;

use place::{Body, Place};
pub use recurring::Recurring;

/// Why something is no part of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Category {
    /// Text of the WeChat page itself, or the title repeated.
    Chrome,
    /// Asks to follow, star or subscribe; account cards.
    Follow,
    /// Asks to scan a code, add a contact or join a group; the code itself.
    Qr,
    /// Asks to like, share, comment or reward.
    Share,
    /// Leads to other articles on which the text does not lean.
    Related,
    /// Advertises something that is not the article's subject.
    Ad,
    /// Tells who the account is and how to reach it.
    About,
    /// Disclaimers, copyright and reprint notices.
    Legal,
    /// Separators, end marks, arrows, banners.
    Decor,
    /// Asks to open the “read original” link.
    More,
    /// Text that no reader can see.
    Hidden,
}

impl Category {
    /// All categories.
    pub const ALL: &'static [Category] = &[
        Category::Chrome,
        Category::Follow,
        Category::Qr,
        Category::Share,
        Category::Related,
        Category::Ad,
        Category::About,
        Category::Legal,
        Category::Decor,
        Category::More,
        Category::Hidden,
    ];

    /// The name, as options and results give it.
    pub fn name(self) -> &'static str {
        match self {
            Category::Chrome => "chrome",
            Category::Follow => "follow",
            Category::Qr => "qr",
            Category::Share => "share",
            Category::Related => "related",
            Category::Ad => "ad",
            Category::About => "about",
            Category::Legal => "legal",
            Category::Decor => "decor",
            Category::More => "more",
            Category::Hidden => "hidden",
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Category {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Category, UnknownName> {
        options::named(Category::ALL, Category::name, name)
    }
}

/// One thought about what is no part of an article.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Stable between versions: the category and a name, such as `follow/ask`.
    pub id: &'static str,
    /// The category of what it removes.
    pub category: Category,
    /// Why, as a phrase that completes “left out because it …”. With the feature `js` it is empty in WebAssembly.
    pub reason: &'static str,
    pub(crate) phase: Phase,
    pub(crate) fires: fn(&Place<'_>) -> bool,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.id == other.id
    }
}

/// When a rule runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// First: the piece tells by itself, given its place.
    Alone,
    /// Then: it belongs to a run begun by a heading or a mark.
    Run,
    /// Then: it goes with a neighbour that was removed.
    Beside,
    /// Then: other articles of the account have it too, which says less than what it says itself.
    Recurring,
    /// Last, and only for a piece that no phrase tells, but the whole of its words and its place does.
    Likely,
}

/// All rules, by category.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::ALL.iter().copied().flatten()
}

/// How often the rules run at most. When a prompt of the length of prose falls, what stands before it comes to stand
/// at the end; and what is likely is only asked when nothing else falls. Half as many rounds are enough for all pages seen.
const MAX_ROUNDS: usize = 6;

/// Judges blocks. Of these, `article` are the article; what stands before and after is the page around it, which the
/// rules for the article don't see.
pub(crate) fn judge(
    drafts: Vec<Draft>,
    article: Range<usize>,
    page: &Page,
    options: &Options,
) -> Vec<Piece> {
    let (pieces, article) = into_lines(drafts, article);
    let drafts = pieces.iter().map(|(draft, _)| draft);
    let mut body = Body::new(drafts, article, page, scorer::WEIGHTS, &options.recurring);
    run(&mut body);
    body.survey();
    let doubts = body.doubts();
    // Asked for each piece, and as many as the pieces may be given.
    let mut is_restored = vec![false; pieces.len()];
    for id in &options.restore {
        if let Some(is_restored) = is_restored.get_mut(*id) {
            *is_restored = true;
        }
    }
    pieces
        .into_iter()
        .zip(body.verdicts().into_iter().zip(doubts))
        .enumerate()
        .map(
            |(id, ((Draft { block, .. }, continues), (rule, uncertain)))| Piece {
                block,
                continues,
                uncertain,
                verdict: match rule {
                    None => Verdict::Keep,
                    Some(rule) if options.keep.contains(&rule.category) || is_restored[id] => {
                        Verdict::Restored(rule)
                    }
                    Some(rule) => Verdict::Remove(rule),
                },
            },
        )
        .collect()
}

/// Lets the rules decide, until nothing more falls.
fn run(body: &mut Body) {
    let [alone, run, beside, recurring, likely] = [
        Phase::Alone,
        Phase::Run,
        Phase::Beside,
        Phase::Recurring,
        Phase::Likely,
    ]
    .map(of_phase);
    for _ in 0..MAX_ROUNDS {
        let n_removed = body.n_removed();
        for rules in [&alone, &run, &beside] {
            body.survey();
            for at in 0..body.len() {
                decide(body, at, rules);
            }
        }
        // What goes with the piece after it can only be told from the end.
        for at in (0..body.len()).rev() {
            decide(body, at, &beside);
        }
        if body.n_removed() > n_removed {
            continue;
        }
        body.survey();
        for at in 0..body.len() {
            decide(body, at, &recurring);
        }
        // From the end too, where prompts stand in rows.
        for at in (0..body.len()).rev() {
            if body.is_kept(at) && !body.is_source(at) && rules::is_likely(&Place::new(body, at)) {
                decide(body, at, &likely);
            }
        }
        if body.n_removed() == n_removed {
            break;
        }
    }
}

/// The rules that run in a phase, in their order.
fn of_phase(phase: Phase) -> Vec<&'static Rule> {
    rules().filter(|rule| rule.phase == phase).collect()
}

fn decide(body: &mut Body, at: usize, rules: &[&'static Rule]) {
    if body.is_kept(at) && !body.is_source(at) {
        let place = Place::new(body, at);
        let fired = rules.iter().find(|rule| (rule.fires)(&place)).copied();
        if let Some(rule) = fired {
            body.remove(at, rule);
        }
    }
}

/// Parts paragraphs into their lines, so that each can be judged alone; tells whether a piece is a further line, and
/// which pieces are the article.
fn into_lines(drafts: Vec<Draft>, article: Range<usize>) -> (Vec<(Draft, bool)>, Range<usize>) {
    let mut pieces = Vec::with_capacity(drafts.len());
    let mut starts = Vec::with_capacity(drafts.len());
    for Draft { block, look } in drafts {
        starts.push(pieces.len());
        match block {
            Block::Paragraph { mut content } => {
                let first = pieces.len();
                let is_break = |inline: &Inline| matches!(inline, Inline::Break);
                // From the end on, so that each line is moved and none is copied.
                while let Some(at) = content.iter().rposition(is_break) {
                    let line = content.split_off(at + 1);
                    content.pop();
                    pieces.push((line_of(line, look), true));
                }
                content.shrink_to_fit();
                pieces.push((line_of(content, look), false));
                pieces[first..].reverse();
            }
            block => pieces.push((Draft { block, look }, false)),
        }
    }
    let start_of = |block: usize| starts.get(block).copied().unwrap_or(pieces.len());
    let article = start_of(article.start)..start_of(article.end);
    (pieces, article)
}

fn line_of(content: Vec<Inline>, look: Look) -> Draft {
    let block = Block::Paragraph { content };
    Draft { block, look }
}
