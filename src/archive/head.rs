//! What a scrape has before the article: the title, the cover, the title again, who wrote it, the account.
//!
//! The order is WeChat's own and has not changed since 2018; which of these parts stand there depends on the scraper.

use std::mem::discriminant;

use super::byline::{Byline, LONGEST_NAME, is_original, is_time};
use super::fields::{Fields, NO_TITLE, TITLE};
use super::{block_text, is_wechat, notes};
use crate::block::{Block, EmbedKind, Image, Inline, plain_text};
use crate::furniture::{self, Likeness, squeeze};
use crate::words::is_word;

/// What the head tells, and where it ends.
#[derive(Default)]
pub(super) struct Head {
    /// The blocks before this one are no part of the article.
    pub end: usize,
    /// Of these, the heading that is the title itself.
    pub title_at: Option<usize>,
    pub title: Option<String>,
    pub author: Option<String>,
    pub account: Option<String>,
    pub published: Option<String>,
    pub cover: Option<String>,
    /// What the converter's notes say.
    pub fields: Fields,
    /// Whether the account says that it wrote the article itself.
    pub is_original: bool,
}

/// What is known from elsewhere: the front matter, the furniture after the article, the link on the account's name.
pub(super) struct Known<'a> {
    pub title: Option<&'a str>,
    /// Names of the account. Archivers keep an old one after the account has taken a new one.
    pub accounts: Vec<String>,
}

impl Known<'_> {
    fn is_account(&self, name: &str) -> bool {
        self.accounts
            .iter()
            .any(|account| squeeze(account) == squeeze(name))
    }
}

/// How many lines of names there are at most: 原创, the author twice, the account.
const MOST_LINES: usize = 5;

/// Reads the head of a scrape from its blocks, without the furniture after the article. So many stand above it.
pub(super) fn read(blocks: &[Block], n_above: usize, known: &Known<'_>) -> Head {
    let mut head = Head {
        end: n_above.min(blocks.len()),
        ..Head::default()
    };
    head.notes(blocks);
    head.titles(blocks, known);
    head.notes(blocks);
    // What is pasted from a page below a program's own head.
    head.titles(blocks, known);
    head.site(blocks);
    head.names(blocks, known);
    head.furniture(blocks);
    head
}

impl Head {
    /// What the converter notes, with the lines, tags and headings that it sets around that: `## 来源` (“source”),
    /// `## 摘要` with a digest and a line below it, and `## 正文`, below which the article stands.
    fn notes(&mut self, blocks: &[Block]) {
        let (mut found, mut is_note) = (Fields::default(), false);
        // The kind of the block before, unless that is a heading.
        let mut before = None;
        let mut is_digest = false;
        for (at, block) in blocks.iter().enumerate().skip(self.end) {
            let kind = discriminant(block);
            let text = block_text(block).unwrap_or_default();
            let mut next = Some(kind);
            let is_end = match (block, notes::fields(block)) {
                (Block::Divider, _) => {
                    is_digest = false;
                    self.end == at && (self.title_at.is_none() || is_note)
                }
                _ if is_digest && before.is_some() => break,
                _ if is_digest => false,
                // One that is sure tells of those of its kind beside it. Below a line stand the article's own.
                (_, Some(fields))
                    if fields.is_note() || before.is_none_or(|before| before == kind) =>
                {
                    is_note |= fields.is_note();
                    found.extend(fields);
                    is_note
                }
                (Block::Heading { .. }, _)
                    if is_word("来源 摘要 正文 fullcontent:", &squeeze(&text)) =>
                {
                    next = None;
                    is_digest = text == "摘要";
                    is_note && !is_digest && text != "来源"
                }
                // A tag that a program gave the article among its own, and its link to itself.
                (Block::Paragraph { .. }, _)
                    if text.starts_with('#') && text.len() <= 90 || text == "Read on Omnivore" =>
                {
                    false
                }
                _ => break,
            };
            before = next;
            if is_end {
                self.end = at + 1;
            }
        }
        if is_note {
            self.fields.extend(found);
        }
    }

    /// The title, the cover, the title again.
    fn titles(&mut self, blocks: &[Block], known: &Known<'_>) {
        let noted = self.fields.text(TITLE);
        while let Some(block) = blocks.get(self.end) {
            match block {
                Block::Heading { level, content } => {
                    let text = plain_text(content);
                    if text == NO_TITLE {
                        self.end += 1;
                        continue;
                    }
                    let title = known.title.or(noted.as_deref()).or(self.title.as_deref());
                    let is_title = match title {
                        Some(title) => is_same(title, &text),
                        // What is pasted from a page has the title one level lower: the names below it tell.
                        None => {
                            let next = blocks.get(self.end + 1);
                            *level == 1
                                || next.is_some_and(|next| Byline::read(next, known).is_some())
                        }
                    };
                    if !is_title {
                        return;
                    }
                    if self.title_at.is_none() {
                        self.title_at = Some(self.end);
                        self.title = Some(text.trim().to_owned());
                        if let Some(link) = wechat_link(block) {
                            self.fields.add("url", link);
                        }
                    }
                }
                Block::Image { image, .. } if is_cover(image) => {
                    self.cover = Some(image.url.clone())
                }
                _ => return,
            }
            self.end += 1;
        }
    }

    /// The line of Cubox, a link that is the site's name, and the names after it:
    /// `[mp.weixin.qq.com](https://mp.weixin.qq.com/s/a)阿茶 山脚读书会`.
    fn site(&mut self, blocks: &[Block]) {
        let block = blocks.get(self.end);
        let text = block.and_then(text_of).unwrap_or_default();
        let names = text.strip_prefix("mp.weixin.qq.com");
        if let (Some(names), Some(link)) = (names, block.and_then(wechat_link)) {
            self.fields.add("url", link);
            self.end += 1;
            let mut names: Vec<&str> = names.split_whitespace().collect();
            if names.len() <= 2 {
                self.account = names.pop().map(str::to_owned);
                self.author = names.pop().map(str::to_owned);
            }
        }
    }

    /// The author's name and the account's, each on its line or all on one.
    fn names(&mut self, blocks: &[Block], known: &Known<'_>) {
        let rest = blocks.get(self.end..).unwrap_or_default();
        let byline = rest.first().and_then(|block| Byline::read(block, known));
        let is_known = |byline: &Byline| {
            byline
                .account
                .as_deref()
                .is_some_and(|name| known.is_account(name))
        };
        // Each name, with how many paragraphs end with it, and whether it is alone in its own.
        let mut lines: Vec<(String, usize, bool)> = Vec::new();
        for (n, names) in rest.iter().take(MOST_LINES).map_while(names).enumerate() {
            let alone = names.len() == 1;
            for name in names {
                lines.push((name, n + 1, alone));
            }
        }
        lines.truncate(MOST_LINES);
        // The page's own buttons stand right below the account.
        let n_names = lines
            .iter()
            .position(|(line, ..)| furniture::likeness(&squeeze(line)) == Likeness::LabelBefore);
        let first = lines.first().map_or("", |(line, ..)| line);
        let is_alone = |at: usize| lines.get(at).is_some_and(|(.., alone)| *alone);
        let before = usize::from(is_original(first));
        let at = match lines.iter().rposition(|(line, ..)| known.is_account(line)) {
            _ if byline.as_ref().is_some_and(is_known) => None,
            // Two lines of names at most stand before it; more is text that happens to name the account.
            Some(at) if at <= before + 2 => Some(at),
            _ if before == 1 && is_alone(2) => Some(2),
            _ if byline.is_some() => None,
            _ if n_names.is_some_and(|n| (1..=before + 2).contains(&n)) => n_names.map(|n| n - 1),
            _ if is_alone(0) && is_alone(1) && squeeze(first) == squeeze(&lines[1].0) => Some(1),
            _ => None,
        };
        if let Some(at) = at {
            self.is_original = before == 1;
            self.author = (before < at).then(|| lines[before].0.clone());
            self.account = Some(lines[at].0.clone());
            self.end += lines[at].1;
        } else if let Some(byline) = byline {
            self.is_original = byline.is_original;
            self.author = byline.author;
            self.account = byline.account;
            self.published = byline.published;
            self.end += 1;
        } else if self.cover.is_some() && is_alone(0) {
            // The account's name stands here in any case, but which of the two names this is cannot be told.
            self.end += 1;
        }
    }

    /// What else stands around the names: notes, the date, buttons of the page, and the account's card.
    fn furniture(&mut self, blocks: &[Block]) {
        let mut at = self.end;
        while let Some(block) = blocks.get(at) {
            let text = text_of(block).unwrap_or_default();
            let noted = notes::read(block);
            let is_card = is_card_line(&text);
            if is_card && self.account.is_none() {
                // The name stands before.
                self.account = at.checked_sub(1).and_then(|at| name_line(blocks.get(at)?));
            }
            let is_date = self.published.is_none() && is_time(&text);
            if is_date {
                self.published = Some(text.clone());
            }
            let is_furniture = is_card
                || is_date
                || noted.is_some()
                || *block == Block::Divider && self.end < at
                || self.is_own_card(block)
                || likeness(block) != Likeness::Other
                || is_tag(&text);
            self.fields.extend(noted.unwrap_or_default());
            let heads_card = name_line(block).is_some()
                && blocks
                    .get(at + 1)
                    .and_then(text_of)
                    .is_some_and(|next| is_card_line(&next));
            at += 1;
            if is_furniture {
                self.end = at;
            } else if !heads_card {
                return;
            }
        }
    }

    /// Whether it is the card of the account itself.
    fn is_own_card(&self, block: &Block) -> bool {
        matches!(block, Block::Embed(embed) if embed.kind == EmbedKind::Account && embed.title == self.account)
    }
}

/// A line of the card that pages of 2021 have: 微信号 shanjiao, 功能介绍 …
fn is_card_line(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["微信号 ", "功能介绍 ", "wechat id ", "intro "]
        .iter()
        .any(|label| text.starts_with(label))
}

/// A collection that the page links under the names: `#茶 ,2`, `#茶 2 个`.
fn is_tag(text: &str) -> bool {
    let counts = |tag: &str| tag.trim_end().ends_with(|c: char| c.is_ascii_digit());
    text.starts_with('#') && (text.contains(" ,") || text.strip_suffix('个').is_some_and(counts))
}

/// The text of a paragraph, its lines parted by `\n`.
pub(super) fn text_of(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph { content } => Some(plain_text(content).trim().to_owned()),
        _ => None,
    }
}

/// The paragraphs and headings of a block that holds nothing else.
fn parts(block: &Block) -> Option<Vec<&[Inline]>> {
    let blocks: Vec<&Block> = match block {
        Block::Quote { blocks } => blocks.iter().collect(),
        Block::List { items, .. } => items.iter().flatten().collect(),
        block => vec![block],
    };
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => {
                Some(content.as_slice())
            }
            _ => None,
        })
        .collect()
}

/// All lines of a block that holds nothing but text.
pub(super) fn text_in(block: &Block) -> Option<String> {
    let lines: Vec<String> = parts(block)?.into_iter().map(plain_text).collect();
    Some(lines.join("\n"))
}

/// The first link to WeChat in such a block.
pub(super) fn wechat_link(block: &Block) -> Option<&str> {
    parts(block)?
        .into_iter()
        .flatten()
        .find_map(|inline| match inline {
            Inline::Text(run) => run.link.as_deref().filter(|link| is_wechat(link)),
            _ => None,
        })
}

/// What the block is, if all its lines are of one sort.
pub(super) fn likeness(block: &Block) -> Likeness {
    let text = match block {
        Block::Image { image, .. }
            if is_word(furniture::PICTURES, &image.alt)
                // The account's code.
                || image.url.contains("mp.weixin.qq.com/mp/qrcode") =>
        {
            return Likeness::Label;
        }
        Block::Image { image, .. } if image.url.contains("wx.qlogo.cn/") => {
            return Likeness::Button;
        }
        Block::Quote { .. } => return Likeness::Other,
        block => text_in(block).unwrap_or_default(),
    };
    // What stands on several lines may be one label, and the other way round.
    let whole = furniture::likeness(&squeeze(&text));
    if whole != Likeness::Other {
        return whole;
    }
    let mut found = Likeness::Other;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match furniture::likeness(&squeeze(line)) {
            Likeness::Other => return Likeness::Other,
            Likeness::Button if found != Likeness::Other => {}
            sort => found = sort,
        }
    }
    found
}

/// The names that a paragraph may be, one a line; the same twice is one.
fn names(block: &Block) -> Option<Vec<String>> {
    let text = text_of(block)?;
    let mut names: Vec<String> = text.lines().map(|line| line.trim().to_owned()).collect();
    names.dedup();
    let is_name = |name: &String| {
        !name.is_empty()
            && name.chars().count() <= LONGEST_NAME
            && !name.contains(['。', '！', '？', '，', '：'])
    };
    names.iter().all(is_name).then_some(names)
}

/// The name that a paragraph may be.
fn name_line(block: &Block) -> Option<String> {
    let mut names = names(block)?;
    names.pop().filter(|_| names.is_empty())
}

fn is_cover(image: &Image) -> bool {
    image.alt == "cover_image"
}

/// Whether two titles have the same letters, or one is the other cut off.
fn is_same(title: &str, other: &str) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let (title, other) = (letters(title), letters(other));
    let shorter = title.len().min(other.len());
    title == other || shorter >= 12 && (title.starts_with(&other) || other.starts_with(&title))
}
