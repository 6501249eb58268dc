//! Archives: pages that a converter has scraped to Markdown, with all that stood around the article.
//!
//! A scrape has a front matter, the title, the cover, the title again, the names of author and account, the article,
//! and then the buttons and labels of WeChat's page. [`read`] tells these apart and gives the same as a page gives: a
//! [`Page`] and blocks to be judged, with the range of them in which the article stands. The rest comes along to be
//! listed as removed.

mod blocks;
mod byline;
mod cards;
mod definitions;
pub(crate) mod fields;
mod head;
mod inline;
mod leaf;
mod lines;
mod links;
mod notes;
mod tail;

use std::ops::Range;

use crate::address;
use crate::article::{Found, Warning};
use crate::block::{Block, Inline, plain_text};
use crate::draft::Draft;
use crate::error::{Error, ErrorKind};
use crate::furniture::{self, Likeness, squeeze};
use crate::input::{Recognised, Source};
use crate::lower;
use crate::options::Options;
use crate::page::{self, Cover, Origin, OriginState, Page, PageKind, notice, url};
use crate::words::{has_any, one_line};

use byline::LONGEST_NAME;
use fields::{ACCOUNT, AUTHOR, COVER, DIGEST, FETCHED, Fields, PUBLISHED, SITE, TITLE};
use head::{Head, Known, text_of};

/// From how many characters on a title is the whole text of a post that has none: WeChat allows 64.
const LONGEST_TITLE: usize = 64;

/// Whether the text is Markdown scraped from a page of WeChat, and no HTML.
///
/// Whoever writes about WeChat links to its pages, too. So its address counts where a converter notes it, at the head,
/// and pictures of its host, which are shown on its pages alone. Whoever sets a title over it keeps an article: many an
/// archive has its own copies of the pictures, and does not say where the text stood.
pub(crate) fn is_archive(text: &str) -> bool {
    if text.starts_with('<') {
        return false;
    }
    let (fields, _, body) = fields::split(text);
    fields.has(TITLE)
        || fields.has(ACCOUNT)
        || fields.is_wechat()
        || has_note(body)
        || has_pictures(body)
        // Joplin keeps the ids of the page's elements.
        || body.contains("<a id=\"js_")
        // The links within an article of WeChat tell where they are followed.
        || body.contains("&scene=21#wechat_redirect)")
        || has_labels(body)
}

fn is_wechat(text: &str) -> bool {
    text.contains("mp.weixin.qq.com/") || text.contains("mmbiz.qpic.cn/")
}

/// How a picture of WeChat's host is shown.
const SHOWN_PICTURES: &str = "](http://mmbiz.q ](https://mmbiz.q";

/// Whether a picture of WeChat's host is shown.
fn has_pictures(text: &str) -> bool {
    const AS_HTML: &str =
        "src=\"http://mmbiz.q src=\"https://mmbiz.q src='http://mmbiz.q src='https://mmbiz.q";
    let has = |marks| has_any(text, marks);
    // Where paragraphs are elements, or pictures are as the page has them, the text is HTML unless it has signs of Markdown.
    const ELEMENTS: &str = "</p> </section>";
    const SIGNS: &str = "]( ** ```";
    let has_signs = || has(SIGNS) || text.starts_with('#') || text.contains("\n\n");
    has(SHOWN_PICTURES)
        || has(AS_HTML) && !has(ELEMENTS) && (!text.contains("data-src=") || has_signs())
}

/// Whether a converter notes at the head that the page stood on WeChat.
fn has_note(text: &str) -> bool {
    /// How many lines the head has at most.
    const HEAD: usize = 12;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .take(HEAD)
        .filter(|line| is_wechat(line))
        .flat_map(blocks::read)
        .any(|block| notes::read(&block).is_some())
}

/// Whether two labels of WeChat's page stand on lines of their own.
fn has_labels(text: &str) -> bool {
    let is_label =
        |line: &&str| line.len() < 200 && furniture::likeness(&squeeze(line)) == Likeness::Label;
    text.lines().filter(is_label).take(2).count() == 2
}

/// Reads a scrape.
///
/// # Errors
///
/// If it holds no article: nothing but the page's furniture, or the notice that WeChat showed instead.
pub(crate) fn read(given: &Recognised<'_>, options: &Options) -> Result<Found, Error> {
    let text = given.text.replace("\r\n", "\n");
    let (mut fields, above, body) = fields::split(&text);
    let (mut body, is_cut) = without_cut_markup(body);
    if let Some(end) = notes::end(&body) {
        body.insert(end, '\n');
    }
    let mut blocks = blocks::read(above);
    let n_above = blocks.len();
    blocks.extend(cards::folded(blocks::read(&links::closed(&body))));
    let account = fields.name(ACCOUNT).or_else(|| fields.name(SITE));
    // Some converters note at the end what they know; an article may end with where it was first published.
    let noted = blocks.last().and_then(notes::read);
    let end = blocks.len() - usize::from(noted.is_some());
    let mut tail = tail::start(&blocks[..end], account.as_deref());
    match noted {
        Some(noted) if tail < end || noted.has(FETCHED) => fields.extend(noted),
        Some(_) => tail = blocks.len(),
        None => {}
    }
    let swiped = tail::account(&blocks[tail..]);
    let title = fields.text(TITLE);
    let mut accounts = Vec::from_iter(byline::linked_account(&body));
    accounts.extend(swiped.clone());
    accounts.extend(account.clone());
    let known = Known {
        title: title.as_deref(),
        accounts,
    };
    let mut head = head::read(&blocks[..tail], n_above, &known);
    // What an archiver wrote goes first: it names the account that it read.
    let account = account
        .or_else(|| head.fields.name(ACCOUNT))
        .or(swiped)
        .or_else(|| head.account.take())
        .or_else(|| head.fields.name(SITE).filter(|_| !head.fields.has(FETCHED)));
    fields.extend(std::mem::take(&mut head.fields));
    let mut article = head.end..tail;
    // The title is no piece of the article, and no furniture either.
    if let Some(at) = head.title_at {
        blocks.remove(at);
        article = article.start - 1..article.end - 1;
    }
    let mut page = page_of(&fields, &head, account, given.form, options);
    if page.title.chars().count() > LONGEST_TITLE {
        take_text_out_of_title(&mut page, &mut blocks, &mut article);
    }
    page.title = one_line(&page.title);
    let original = head.is_original.then(|| Origin::of(OriginState::Original));
    let (reprint, author) = reprint(&mut blocks[article.clone()]).unzip();
    page.origin = reprint.or(original);
    page.author = page.author.or(author.flatten());
    check(&blocks[article.clone()], &page.title, is_cut)?;
    let warnings = is_cut.then(|| {
        Warning::new(
            "cut-off",
            "the file ends with `...`, as archivers leave one that they cut off: the end of the article may be missing",
        )
    });
    let mut drafts: Vec<Draft> = blocks.into_iter().map(Draft::from).collect();
    // Converters leave typed bullets as they are.
    let after = drafts.split_off(article.end);
    let held = drafts.split_off(article.start);
    drafts.extend(lower::lists(held));
    article.end = drafts.len();
    drafts.extend(after);
    Ok(Found {
        page,
        drafts,
        article,
        warnings: warnings.into_iter().collect(),
    })
}

/// The text without the link or picture in whose address it was cut off, and whether it was cut off at all: archivers
/// set `...` at the end then.
fn without_cut_markup(text: &str) -> (String, bool) {
    let mut text = text.trim_end().to_owned();
    let is_cut = text.ends_with("...");
    let last_line = text.rfind('\n').map_or(0, |at| at + 1);
    let link = text[last_line..].match_indices("](").last();
    let link = link.map(|(at, _)| last_line + at).filter(|_| is_cut);
    if let Some(at) = link.filter(|at| !text[*at..].contains(')')) {
        text.truncate(at);
        match text[last_line..].rfind('[').map(|at| last_line + at) {
            Some(bracket) if text[..bracket].ends_with('!') => text.truncate(bracket - 1),
            Some(bracket) => drop(text.remove(bracket)),
            None => {}
        }
    }
    (text, is_cut)
}

fn page_of(
    fields: &Fields,
    head: &Head,
    account: Option<String>,
    source: Source,
    options: &Options,
) -> Page {
    let said = [fields.address(), options.url.clone()];
    let mut said = said.iter().flatten();
    let title = fields.text(TITLE).or_else(|| head.title.clone());
    let mut page = Page::titled(title.unwrap_or_default().trim());
    page.source = source;
    page.account.name = account.map(|text| one_line(&text));
    page.author = head
        .author
        .clone()
        .or_else(|| fields.name(AUTHOR))
        .map(|text| one_line(&text));
    page.published_at = fields
        .text(PUBLISHED)
        .and_then(|time| page::at_date(&time))
        .or_else(|| page::at_date(head.published.as_deref()?));
    page.fetched_at = fields.text(FETCHED).map(|text| one_line(&text));
    page.url = said
        .clone()
        .find_map(|address| url::canonical(address))
        .or_else(|| said.find_map(|address| address::link(address)));
    page.cover = fields
        .text(COVER)
        .or_else(|| head.cover.clone())
        .as_deref()
        .and_then(address::image)
        .map(|url| Cover {
            url,
            ..Cover::default()
        });
    page.digest = fields.text(DIGEST).map(|text| one_line(&text));
    page
}

/// A post of text alone has no title: scrapers give its whole text for one.
fn take_text_out_of_title(page: &mut Page, blocks: &mut Vec<Block>, article: &mut Range<usize>) {
    let text = std::mem::take(&mut page.title);
    page.kind = PageKind::Text;
    page.title = page::opening(text.lines().next().unwrap_or_default());
    // The lines of the text that came out as paragraphs after the heading.
    let all = squeeze(&text);
    let mut rest = &all[..];
    let mut is_repeated = |block: &Block| {
        let line = text_of(block).filter(|line| !line.is_empty());
        let after = line.and_then(|line| rest.split_once(&squeeze(&line)));
        // In their order, so that each is looked for in what the last one left.
        rest = after.map_or(rest, |(_, after)| after);
        after.is_some()
    };
    let n_repeated = blocks[article.clone()]
        .iter()
        .take_while(|block| is_repeated(block))
        .count();
    let after = blocks.split_off(article.start + n_repeated);
    blocks.truncate(article.start);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        blocks.push(Block::Paragraph {
            content: vec![Inline::text(line)],
        });
    }
    article.end = article.end + blocks.len() - article.start - n_repeated;
    blocks.extend(after);
}

/// Where a reprint comes from, and its author, by its card: 以下文章来源于山脚读书会 ，作者阿茶. Its line was broken by the
/// converter.
fn reprint(blocks: &mut [Block]) -> Option<(Origin, Option<String>)> {
    /// What stands before the account, and before the author.
    const OPENINGS: [(&str, &str); 2] = [
        ("以下文章来源于", "，作者"),
        ("The following article is from ", " Author "),
    ];
    let (content, (opening, by)) = blocks.iter_mut().take(8).find_map(|block| match block {
        Block::Paragraph { content } => {
            let text = plain_text(content);
            let found = OPENINGS
                .into_iter()
                .find(|(opening, _)| text.starts_with(opening))?;
            Some((content, found))
        }
        _ => None,
    })?;
    content.retain(|inline| *inline != Inline::Break);
    let text = plain_text(content);
    let names = text.strip_prefix(opening)?;
    let (account, author) = names.split_once(by).unwrap_or((names, ""));
    let is_name = |name: &&str| (1..=LONGEST_NAME).contains(&name.chars().count());
    let name = |name: &str| Some(name.trim()).filter(is_name).map(str::to_owned);
    let origin = Origin {
        account: Some(name(account)?),
        ..Origin::of(OriginState::Reprint)
    };
    Some((origin, name(author)))
}

/// # Errors
///
/// If the blocks are no article.
fn check(blocks: &[Block], title: &str, is_cut: bool) -> Result<(), Error> {
    if let Some(notice) = notice_in(blocks) {
        return Err(notice);
    }
    let has_content = |block: &Block| match block {
        Block::Paragraph { content } | Block::Heading { content, .. } => {
            plain_text(content).contains(char::is_alphanumeric)
                || content
                    .iter()
                    .any(|inline| matches!(inline, Inline::Image(_)))
        }
        Block::Divider => false,
        _ => true,
    };
    if blocks.iter().any(has_content) {
        return Ok(());
    }
    // A title that is a notice: the page of a deleted article has no other.
    if let Some(error) = notice::known(title) {
        return Err(error);
    }
    Err(if is_cut {
        Error::new(
            ErrorKind::Truncated,
            "the scrape is cut off before the article: expected text after its title",
        )
    } else {
        Error::new(
            ErrorKind::NoArticle,
            "the scrape holds no article: expected text, and found only the title and the labels of WeChat's page",
        )
    })
}

/// How many lines a notice has at most.
const NOTICE_LINES: usize = 6;

/// A line of a notice is no longer than this, unless it gives the reason.
const NOTICE_LINE: usize = 24;

/// What WeChat's reasons speak of: complaints, laws, a check, a visit.
const NOTICE_WORDS: [&str; 5] = ["投诉", "法律法规", "审核", "验证", "访问"];

/// The notice that WeChat showed instead of an article, if the blocks are that notice and nothing else: a few short
/// lines, the first of which is its title.
fn notice_in(blocks: &[Block]) -> Option<Error> {
    let is_notice = |block: &Block| {
        block_text(block).is_some_and(|text| {
            text.chars().count() <= NOTICE_LINE
                || NOTICE_WORDS.iter().any(|word| text.contains(word))
        })
    };
    let is_short = blocks.len() <= NOTICE_LINES && blocks.iter().all(is_notice);
    let title = blocks.first().filter(|_| is_short).and_then(block_text)?;
    notice::known(&title)
}

fn block_text(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph { content } | Block::Heading { content, .. } => {
            Some(plain_text(content).trim().to_owned())
        }
        _ => None,
    }
}
