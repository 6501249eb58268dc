//! JSON, which JavaScript gets as an object.

use std::borrow::Cow;

use serde::Serialize;

use crate::address;
use crate::article::{Article, Piece, Verdict, Warning};
use crate::block::{Block, Image, Inline};
use crate::credits::Credit;
use crate::judge::{Category, Rule};
use crate::page::Page;
use crate::rewrite::{may_be_control, rewrite};

use super::numbered::Numbered;
use super::text;

/// Writes an article: indented by two spaces, with a line end at the end. A `<script>` may hold it as it is: nothing in
/// it ends one, or begins a comment. A terminal may show it: there are no control characters.
pub(super) fn json(article: &Article) -> String {
    // Cannot fail: there are no maps with keys other than strings, and a string takes all that is written to it.
    let mut out = serde_json::to_string_pretty(&view(article)).unwrap_or_default();
    for (sign, written) in [("</", "<\\/"), ("<!", "\\u003c!")] {
        // Such signs stand within strings alone, and most articles have none.
        if out.contains(sign) {
            out = out.replace(sign, written);
        }
    }
    let mut shown = String::with_capacity(out.len() + 1);
    rewrite(&out, &mut shown, may_be_control, |c, out| match c {
        '\u{7f}'..='\u{9f}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
        c => out.push(c),
    });
    shown.push('\n');
    shown
}

/// The same without blanks and in one line, for what parses it at once.
#[cfg(all(feature = "js", target_family = "wasm"))]
pub(super) fn compact(article: &Article) -> String {
    serde_json::to_string(&view(article)).unwrap_or_default()
}

/// The article as it is shown in JSON.
fn view(article: &Article) -> impl Serialize {
    let (blocks, places) = article.placed_blocks();
    let mut found = Found::default();
    for block in &blocks {
        found.block(block);
    }
    let mut removed = Vec::new();
    let mut restored = Vec::new();
    for (id, (piece, position)) in article.pieces.iter().zip(places).enumerate() {
        let (rule, list) = match piece.verdict {
            Verdict::Keep => continue,
            Verdict::Remove(rule) => (rule, &mut removed),
            Verdict::Restored(rule) => (rule, &mut restored),
        };
        list.push(Judged::new(id, rule, piece, position));
    }
    let measure = article.measure();
    View {
        page: &article.page,
        language: measure.and(&article.page.title).language(),
        credits: article.credits(),
        word_count: measure.n_words(),
        reading_minutes: measure.minutes(),
        missing: article.page.missing(),
        images: found.images,
        links: found.links,
        blocks,
        removed,
        restored,
        warnings: &article.warnings,
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct View<'a> {
    #[serde(flatten)]
    page: &'a Page,
    language: Option<&'static str>,
    credits: Vec<Credit>,
    word_count: usize,
    reading_minutes: usize,
    missing: Vec<&'static str>,
    blocks: Vec<Cow<'a, Block>>,
    images: Vec<Image>,
    links: Vec<Link>,
    removed: Vec<Judged>,
    restored: Vec<Judged>,
    warnings: &'a [Warning],
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Link {
    url: String,
    text: String,
}

/// A piece that a rule removed, or would have.
#[derive(Serialize)]
struct Judged {
    id: usize,
    category: Category,
    rule: &'static str,
    reason: &'static str,
    uncertain: bool,
    text: String,
    images: Vec<String>,
    position: usize,
}

impl Judged {
    fn new(id: usize, rule: &Rule, piece: &Piece, position: usize) -> Judged {
        let mut found = Found::default();
        found.block(&piece.block);
        Judged {
            id,
            category: rule.category,
            rule: rule.id,
            reason: rule.reason,
            uncertain: piece.uncertain,
            text: text::block(&piece.block),
            images: found.images.into_iter().map(|image| image.url).collect(),
            position,
        }
    }
}

/// The pictures, each address once, and the links of some blocks.
#[derive(Default)]
struct Found {
    images: Vec<Image>,
    links: Vec<Link>,
    seen: Numbered,
}

impl Found {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => self.content(content),
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
            Block::Quote { blocks } => self.blocks(blocks),
            Block::Table { rows } => rows
                .iter()
                .flatten()
                .for_each(|cell| self.content(&cell.content)),
            Block::Image {
                image,
                link,
                caption,
            } => {
                self.image(image);
                self.content(caption);
                if let Some(url) = link.as_deref().and_then(address::link) {
                    let text = image.alt.clone();
                    self.links.push(Link { url, text });
                }
            }
            Block::Code { .. } | Block::Embed(_) | Block::Formula { .. } | Block::Divider => {}
        }
    }

    fn content(&mut self, content: &[Inline]) {
        let mut last: Option<&str> = None;
        for inline in content {
            match inline {
                Inline::Text(run) => {
                    let link = run.link.as_deref();
                    match (link.and_then(address::link), self.links.last_mut()) {
                        (Some(_), Some(longer)) if link == last => longer.text.push_str(&run.text),
                        (Some(url), _) => self.links.push(Link {
                            url,
                            text: run.text.clone(),
                        }),
                        (None, _) => {}
                    }
                    last = link;
                }
                Inline::Image(image) => {
                    self.image(image);
                    last = None;
                }
                Inline::Footnote { content, .. } => {
                    self.content(content);
                    last = None;
                }
                Inline::Formula { .. } | Inline::Break => last = None,
            }
        }
    }

    fn image(&mut self, image: &Image) {
        if let Some(url) = address::image_or_copy(&image.url)
            && self.seen.number(url.clone(), None).1
        {
            self.images.push(Image {
                url,
                ..image.clone()
            });
        }
    }
}
