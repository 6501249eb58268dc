//! What a scrape has before the article: the title, the cover, the title again, who wrote it, the account.
//!
//! The order is WeChat's own and has not changed since 2018; which of these parts stand there depends on the scraper.

use crate::block::{Block, Image, Inline, plain_text};
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
    /// Where a note of the scraper says that the page stood.
    pub url: Option<String>,
    /// Whether the account says that it wrote the article itself.
    pub is_original: bool,
}

/// What is known from elsewhere: the front matter, the furniture after the article.
pub(super) struct Known<'a> {
    pub title: Option<&'a str>,
    /// Names of the account. Archivers keep an old one after the account has taken a new one.
    pub accounts: Vec<String>,
}

/// The mark of an article that its account wrote itself (“original”).
const ORIGINAL: &str = "原创 original";

fn is_original(line: &str) -> bool {
    is_word(ORIGINAL, &squeeze(line))
}

/// A name in the byline is no longer than this, in characters.
pub(super) const LONGEST_NAME: usize = 30;

/// How many lines of names there are at most: 原创, the author twice, the account.
const MOST_LINES: usize = 5;

/// Reads the head of a scrape from its blocks, without the furniture after the article.
pub(super) fn read(blocks: &[Block], known: &Known<'_>) -> Head {
    let mut head = Head::default();
    head.note(blocks);
    head.titles(blocks, known.title);
    head.names(blocks, known);
    head.labels(blocks);
    head
}

impl Head {
    /// The line that some clippers write: 本文由 简悦 SimpRead 转码， 原文地址 …
    fn note(&mut self, blocks: &[Block]) {
        let Some(Block::Quote { blocks }) = blocks.first() else {
            return;
        };
        let Some(Block::Paragraph { content }) = blocks.first() else {
            return;
        };
        let text = plain_text(content);
        if blocks.len() == 1 && text.contains("转码") && text.contains("原文地址") {
            self.url = content.iter().find_map(|inline| match inline {
                Inline::Text(run) => run
                    .link
                    .clone()
                    .filter(|link| link.contains("mp.weixin.qq.com")),
                _ => None,
            });
            self.end = 1;
        }
    }

    /// The title, the cover, the title again.
    fn titles(&mut self, blocks: &[Block], known: Option<&str>) {
        while let Some(block) = blocks.get(self.end) {
            match block {
                Block::Heading { level, content } => {
                    let text = plain_text(content);
                    let is_title = match known.or(self.title.as_deref()) {
                        Some(title) => is_same(title, &text),
                        None => *level == 1,
                    };
                    if !is_title {
                        return;
                    }
                    if self.title_at.is_none() {
                        self.title_at = Some(self.end);
                        self.title = Some(text.trim().to_owned());
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

    /// The author's name and the account's, each on its line or all on one.
    fn names(&mut self, blocks: &[Block], known: &Known<'_>) {
        let rest = blocks.get(self.end..).unwrap_or_default();
        let lines: Vec<String> = rest.iter().take(MOST_LINES).map_while(name_line).collect();
        let is_account = |line: &str| {
            known
                .accounts
                .iter()
                .any(|name| squeeze(name) == squeeze(line))
        };
        if let Some(last) = lines.iter().rposition(|line| is_account(line)) {
            let before: Vec<&String> = lines[..last]
                .iter()
                .filter(|line| !is_original(line))
                .collect();
            // Two lines of names at most stand before it; more is text that happens to name the account.
            if before.len() <= 2 {
                self.is_original = before.len() < last;
                self.author = before.first().map(|author| (*author).clone());
                self.account = Some(lines[last].clone());
                self.end += last + 1;
                return;
            }
        }
        let first = lines.first().map(String::as_str).unwrap_or_default();
        if is_original(first) && lines.len() >= 3 {
            self.is_original = true;
            self.author = Some(lines[1].clone());
            self.account = Some(lines[2].clone());
            self.end += 3;
        } else if let Some(names) = rest.first().and_then(|block| Byline::read(block, known)) {
            self.is_original = names.is_original;
            self.author = names.author;
            self.account = names.account;
            self.published = names.published;
            self.end += 1;
        } else if lines.len() >= 2 && squeeze(first) == squeeze(&lines[1]) {
            self.author = Some(lines[0].clone());
            self.account = Some(lines[1].clone());
            self.end += 2;
        } else if self.cover.is_some() && !first.is_empty() {
            // The account's name stands here in any case, but which of the two names this is cannot be told.
            self.end += 1;
        }
    }

    /// Buttons of the page, and the card of the account that pages of 2021 have.
    fn labels(&mut self, blocks: &[Block]) {
        let mut at = self.end;
        while let Some(block) = blocks.get(at) {
            let text = text_of(block).unwrap_or_default();
            let is_card = ["微信号", "功能介绍", "wechat id", "intro"]
                .iter()
                .any(|label| text.to_ascii_lowercase().starts_with(&format!("{label} ")));
            if is_card && self.account.is_none() {
                // The name stands before.
                self.account = at.checked_sub(1).and_then(|at| name_line(blocks.get(at)?));
            }
            let is_label = is_card
                || *block == Block::Divider && self.end < at
                || likeness(block) != Likeness::Other
                || text.starts_with('#') && text.contains(" ,");
            let heads_card = name_line(block).is_some()
                && blocks
                    .get(at + 1)
                    .and_then(text_of)
                    .is_some_and(|next| next.starts_with("微信号 "));
            at += 1;
            if is_label {
                self.end = at;
            } else if !heads_card {
                return;
            }
        }
    }
}

/// A line of all names and the date: `原创 阿茶 山脚读书会 2024-03-05 08:30 云南`.
struct Byline {
    is_original: bool,
    author: Option<String>,
    account: Option<String>,
    published: Option<String>,
}

impl Byline {
    fn read(block: &Block, known: &Known<'_>) -> Option<Byline> {
        let text = text_of(block)?;
        let words: Vec<&str> = text.split_whitespace().collect();
        let date = words.iter().position(|word| is_date(word));
        let is_original = words.first().is_some_and(|word| is_original(word));
        if words.len() > 12 || !(is_original && words.len() > 1 || date.is_some_and(|at| at > 0)) {
            return None;
        }
        let names = &words[usize::from(is_original)..date.unwrap_or(words.len())];
        let joined = names.join(" ");
        if joined.chars().count() > 2 * LONGEST_NAME
            || joined.contains(['，', '。', '：', '！', '？'])
        {
            return None;
        }
        let published = date.map(|at| words[at..].join(" "));
        for account in &known.accounts {
            if let Some(author) = joined.strip_suffix(account.trim()) {
                let author = author.trim();
                return Some(Byline {
                    is_original,
                    author: (!author.is_empty()).then(|| author.to_owned()),
                    account: Some(account.trim().to_owned()),
                    published,
                });
            }
        }
        match names {
            [account] if !is_original => Some(Byline {
                is_original,
                author: None,
                account: Some((*account).to_owned()),
                published,
            }),
            [author, account] => Some(Byline {
                is_original,
                author: Some((*author).to_owned()),
                account: Some((*account).to_owned()),
                published,
            }),
            // Where names have blanks in them, nobody can tell where one ends.
            _ => Some(Byline {
                is_original,
                author: None,
                account: None,
                published,
            }),
        }
    }
}

/// Whether a word is a day: `2024-03-05`, `2024年3月5日`.
fn is_date(word: &str) -> bool {
    let digits: Vec<&str> = word
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    digits.len() == 3 && digits[0].len() == 4 && digits[0].starts_with("20") && word.len() <= 20
}

/// The text of a paragraph, its lines parted by `\n`.
pub(super) fn text_of(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph { content } => Some(plain_text(content).trim().to_owned()),
        _ => None,
    }
}

/// What the block is, if all its lines are of one sort.
pub(super) fn likeness(block: &Block) -> Likeness {
    let text = match block {
        Block::Paragraph { content } | Block::Heading { content, .. } => plain_text(content),
        Block::Image { image, .. } if is_word(furniture::PICTURES, &image.alt) => {
            return Likeness::Label;
        }
        Block::Image { image, .. } if image.url.contains("wx.qlogo.cn/") => {
            return Likeness::Button;
        }
        _ => return Likeness::Other,
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

/// The name that a paragraph may be, if it is one line, or the same line twice.
fn name_line(block: &Block) -> Option<String> {
    let text = text_of(block)?;
    let mut lines = text.lines().map(str::trim);
    let first = lines.next()?;
    let is_name = !first.is_empty()
        && first.chars().count() <= LONGEST_NAME
        && !first.contains(['。', '！', '？', '，', '：'])
        && lines.all(|line| line == first);
    is_name.then(|| first.to_owned())
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
