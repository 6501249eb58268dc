//! Takes the article out of a WeChat Official Account page.
//!
//! ```
//! use wechat_article_cleaner::{Options, clean};
//!
//! let page = r#"<h1 id="activity-name">山间来信</h1><a id="js_name">小镇读书会</a>
//!     <div id="js_content"><p>春天到了，山上的茶树发了新芽，采茶人天不亮就出门。</p><p>点击上方蓝字关注我们</p></div>"#;
//! let article = clean(page, &Options::default())?;
//! assert_eq!(article.page.title, "山间来信");
//! assert_eq!(article.to_text(), "山间来信\n\n春天到了，山上的茶树发了新芽，采茶人天不亮就出门。\n");
//! # Ok::<(), wechat_article_cleaner::Error>(())
//! ```
//!
//! # The way of the data
//!
//! 1. `input` tells what was given, a page's source, a saved page, the inside of an article …, and takes off what it is
//!    wrapped in: a charset, an archive, a string, a feed.
//! 2. `scan` passes over the source once: it builds the tree of what a reader sees, and keeps the scripts that hold data.
//!    JavaScript hands pages over without what other long scripts hold; `abridged` tells whether that makes a difference.
//! 3. `page` reads the kind of page and its metadata, from the markup and from the scripts' data
//!    (`script` reads JavaScript literals; nothing is ever executed).
//! 4. `body` finds the element that holds the article.
//! 5. `lower` turns that element into typed [`Block`]s: what looks like a heading, a list or a quotation becomes one.
//! 6. `judge` marks each block as kept or removed, with the rule that removed it.
//! 7. `outline` numbers the levels of the kept headings.
//! 8. `render` writes the kept blocks as Markdown, HTML, text or JSON.
//!
//! Markdown that was scraped from a page takes a shorter way: `archive` does the work of steps 2 to 5.
//!
//! Each stage names those before it alone, with one exception: `input` asks `archive` whether a text is Markdown of such a
//! page, and what a front matter above HTML says.
//!
//! # Invariants
//!
//! - No I/O, no clock, no globals but constants, and tables that are made of constants once: the same input gives the same
//!   bytes everywhere.
//! - Nothing is deleted before it is judged; kept and removed pieces together are all that a reader could see.
//! - Oddness is a [`Warning`] beside the result; an [`Error`] means that there is no article.
//! - No recursion over the depth of the input, no pass that is more than linear in its length.
//! - What comes out is safe to put into a page as it stands.
//!
//! # What may grow
//!
//! What only comes out is `#[non_exhaustive]`, and so are options and lists of kinds: any of them may get more in a minor
//! version. What an article is made of ([`Run`], [`Image`], [`Cell`], the fields of each [`Block`] …) is there to be built,
//! changed and matched whole, so it gets more in a major version only.
//!
//! # Features
//!
//! None is on unless asked for. `cli` is for the command, `js` for the WebAssembly of the npm package: it exports
//! functions to JavaScript and decides on the allocator and on panics, so it is not for libraries. Without it the crate is
//! a library like any other in WebAssembly too.

mod abridged;
mod address;
mod archive;
mod article;
mod block;
mod body;
mod credits;
mod dom;
mod draft;
mod entities;
mod error;
mod furniture;
#[cfg(any(test, all(feature = "js", target_family = "wasm")))]
mod given_back;
mod input;
mod judge;
mod lower;
mod measure;
mod number;
mod options;
mod outline;
mod page;
mod render;
mod rewrite;
mod roles;
mod scan;
mod script;
mod search;
#[cfg(all(feature = "js", target_family = "wasm"))]
mod wasm;
mod words;

use article::Found;
pub use article::{Article, Piece, Verdict, Warning};
pub use block::{Block, Cell, Embed, EmbedKind, Image, Inline, MAX_NESTING, Marks, Run};
pub use credits::Credit;
pub use error::{Error, ErrorKind};
pub use input::Source;
pub use judge::{Category, Recurring, Rule, rules};
pub use options::{Field, Images, Links, Options, Render, UnknownName};
pub use page::{Account, Album, Cover, Origin, OriginState, Page, PageKind, Paid};
pub use render::ALLOWED_HTML;

/// Cleans one article.
///
/// `input` is the source of a page, a page saved by a browser (also as MHTML), what a browser puts on the clipboard as
/// `text/html`, the inside of `#js_content` alone, or one of these within a string of JSON or JavaScript, an item of a
/// feed, or the window that shows a page's source, or Markdown that a converter made of a page: see [`Source`].
///
/// # Errors
///
/// Where there is no article: see [`ErrorKind`].
pub fn clean(input: &str, options: &Options) -> Result<Article, Error> {
    article(&input::recognise(input)?, options)
}

/// As [`clean`], of bytes as they stand in a file.
///
/// The charset is told by a byte-order mark, by whether the bytes are UTF-8, and by what the page or its archive
/// declares; failing these it is GB18030. Bytes that are no text become U+FFFD, with a [`Warning`].
///
/// # Errors
///
/// As [`clean`].
pub fn clean_bytes(input: &[u8], options: &Options) -> Result<Article, Error> {
    article(&input::recognise_bytes(input)?, options)
}

/// The way of the data, from what was given to the article.
fn article(given: &input::Recognised<'_>, options: &Options) -> Result<Article, Error> {
    let found = if given.is_archive {
        archive::read(given, options)?
    } else {
        read_page(given, options)?
    };
    let mut pieces = judge::judge(found.drafts, found.article, &found.page, options);
    outline::level(&mut pieces);
    let mut warnings = given.warnings.clone();
    warnings.extend(found.warnings);
    if !pieces.iter().any(Piece::is_kept) {
        warnings.push(Warning::new(
            "nothing-kept",
            "everything on the page was removed: look at what was, and put it back",
        ));
    }
    Ok(Article {
        page: found.page,
        pieces,
        warnings,
        render: options.render.clone(),
        has_own_images: false,
    })
}

/// Reads a page of HTML, or a part of one.
fn read_page(given: &input::Recognised<'_>, options: &Options) -> Result<Found, Error> {
    // The tree ends here: it is as large as all that is made of it.
    let (page, before, lowered) = read_tree(given, options)?;
    let mut warnings = page.warnings();
    warnings.extend(lowered.warnings.iter().cloned());
    let mut drafts: Vec<_> = before.into_iter().map(draft::Draft::from).collect();
    drafts.extend(lowered.recovered());
    if drafts.is_empty() {
        return Err(body::empty());
    }
    Ok(Found {
        page,
        article: 0..drafts.len(),
        drafts,
        warnings,
    })
}

/// What the tree of a page holds: its metadata, what stands before the article, and the article.
fn read_tree(
    given: &input::Recognised<'_>,
    options: &Options,
) -> Result<(Page, Vec<Block>, lower::Lowered), Error> {
    let scan = scan::scan(&given.text);
    if !abridged::is_sound(given, &scan) {
        return Err(abridged::unsound());
    }
    let html = &scan.html;
    let ids = dom::by_id(html);
    let data = page::Data::read(&scan);
    let page = page::read(html, &ids, &data, given, options)?;
    let body = body::find(&scan, &ids, &data, &page, given)?;
    let mut lowered = lower::lower(body.root(html));
    lowered.warnings.extend(body.warning);
    Ok((page, body.before, lowered))
}
