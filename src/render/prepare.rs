//! Blocks as they are to be written: the caller's choices are made, and cards are put into words.
//!
//! Done once before any format is written, so that the formats themselves know neither choices nor cards.

use crate::address;
use crate::article::Article;
use crate::block::{Block, Embed, EmbedKind, Image, Inline, Run};
use crate::options::{Images, Links};

/// What a format can do with content.
#[derive(Clone, Copy)]
pub(super) struct Keep {
    pub images: Pictures,
    pub links: bool,
    pub underline: bool,
}

/// Which pictures are kept; the words of others stand for them.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Pictures {
    /// None, nor their words.
    None,
    /// Those with a web address.
    OnTheWeb,
    /// Those with a web address or a path.
    InFilesToo,
    /// Any, as they are not loaded.
    Any,
}

impl Keep {
    /// All that the caller wants to have.
    pub fn of(article: &Article) -> Keep {
        Keep {
            images: match article.render.images {
                Images::Drop => Pictures::None,
                Images::Link if article.has_own_images => Pictures::InFilesToo,
                Images::Link => Pictures::OnTheWeb,
            },
            links: article.render.links != Links::Drop,
            underline: true,
        }
    }

    /// The words alone, as they stand in the list of what was removed.
    pub fn words() -> Keep {
        Keep {
            images: Pictures::Any,
            links: false,
            underline: false,
        }
    }

    /// These, with more pictures, unless there are to be none.
    pub fn with(self, images: Pictures) -> Keep {
        match self.images {
            Pictures::None => self,
            _ => Keep { images, ..self },
        }
    }

    /// Whether a picture can be shown.
    fn shows(self, image: &Image) -> bool {
        match self.images {
            Pictures::None => false,
            Pictures::OnTheWeb => address::image(&image.url).is_some(),
            Pictures::InFilesToo => address::image_or_copy(&image.url).is_some(),
            Pictures::Any => true,
        }
    }
}

/// The kept blocks of an article, prepared.
pub(super) fn prepared(article: &Article, keep: Keep) -> Vec<Block> {
    let (blocks, _) = article.placed_blocks();
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        prepare_block(block.into_owned(), keep, &mut out);
    }
    out
}

/// Prepares blocks.
pub(super) fn prepare(blocks: &mut Vec<Block>, keep: Keep) {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        prepare_block(block, keep, &mut out);
    }
    *blocks = out;
}

fn prepare_block(block: Block, keep: Keep, out: &mut Vec<Block>) {
    match block {
        Block::Embed(embed) => {
            let mut words = words(*embed, keep.links);
            prepare(&mut words, keep);
            out.append(&mut words);
        }
        Block::Image { mut caption, .. } if keep.images == Pictures::None => {
            content_in(&mut caption, keep);
            out.push(Block::Paragraph { content: caption });
        }
        // Its words stand for it.
        Block::Image {
            image,
            link,
            mut caption,
        } if !keep.shows(&image) => {
            let words = Run {
                text: image.alt,
                link,
                ..Run::default()
            };
            let mut content = vec![Inline::Text(words), Inline::Break];
            content.append(&mut caption);
            content_in(&mut content, keep);
            out.push(Block::Paragraph { content });
        }
        mut block => {
            match &mut block {
                Block::Paragraph { content } | Block::Heading { content, .. } => {
                    content_in(content, keep);
                }
                Block::List { items, .. } => {
                    items.iter_mut().for_each(|item| prepare(item, keep));
                }
                Block::Image { link, caption, .. } => {
                    link.take_if(|_| !keep.links);
                    content_in(caption, keep);
                }
                Block::Quote { blocks } => prepare(blocks, keep),
                Block::Table { rows } => {
                    for cell in rows.iter_mut().flatten() {
                        content_in(&mut cell.content, keep);
                    }
                }
                _ => {}
            }
            out.push(block);
        }
    }
}

fn content_in(content: &mut Vec<Inline>, keep: Keep) {
    content.retain(|inline| keep.images != Pictures::None || !matches!(inline, Inline::Image(_)));
    for inline in content {
        match inline {
            Inline::Image(image) if !keep.shows(image) => {
                *inline = Inline::text(std::mem::take(&mut image.alt));
            }
            Inline::Text(run) => {
                run.link.take_if(|_| !keep.links);
                run.marks.underline &= keep.underline;
            }
            // No notes stand in notes: this ends here.
            Inline::Footnote { content, .. } => content_in(content, keep),
            _ => {}
        }
    }
}

/// What stands for a card where it cannot be shown: a line such as `音乐：山间 · 某人 · 3:25` (“music: …”), its
/// beginning a link, or in brackets if it leads nowhere; and what can be chosen in a vote as a list.
fn words(embed: Embed, linked: bool) -> Vec<Block> {
    let name = match embed.kind {
        EmbedKind::Video => "视频",
        EmbedKind::Audio => "音频",
        EmbedKind::Music => "音乐",
        EmbedKind::Vote => "投票",
        EmbedKind::MiniProgram => "小程序",
        EmbedKind::Product => "商品",
        EmbedKind::Account => "公众号",
        EmbedKind::Location => "位置",
        EmbedKind::Other => "嵌入内容",
    };
    let given = |text: &Option<String>| {
        let text = text.as_deref().map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let label = match given(&embed.title) {
        Some(title) => format!("{name}：{title}"),
        None => name.to_owned(),
    };
    let link = embed
        .url
        .filter(|url| linked && address::link(url).is_some());
    let label = match link {
        Some(_) => label,
        None => format!("[{label}]"),
    };
    let more = [
        given(&embed.author),
        embed.duration.map(clock),
        given(&embed.description),
    ];
    let more: String = more
        .into_iter()
        .flatten()
        .map(|part| format!(" · {part}"))
        .collect();
    let label = Inline::Text(Run {
        text: label,
        link,
        ..Run::default()
    });
    let mut blocks = vec![Block::Paragraph {
        content: vec![label, Inline::text(more)],
    }];
    let choices = embed.choices.into_iter().map(|choice| {
        vec![Block::Paragraph {
            content: vec![Inline::text(choice)],
        }]
    });
    if choices.len() > 0 {
        blocks.push(Block::List {
            start: None,
            items: choices.collect(),
        });
    }
    blocks
}

/// Seconds as a player shows them: `3:25`, `1:02:03`.
fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}
