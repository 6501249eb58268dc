//! Cards of accounts, as the pages have them.
//!
//! Converters write the parts of a card one after the other, as if they were the article's: a picture, the name, what
//! the account says of itself, and how many articles it has published, `1篇原创内容`. In the card of the account that a
//! reprint comes from, all of these but the last are one link.

use super::head::text_of;
use crate::block::{Block, Embed, EmbedKind, Inline};
use crate::furniture::is_count;

/// How many paragraphs stand between the picture and the count at most: the name, the company, the account's words.
const MOST_PARAGRAPHS: usize = 3;

/// The account's name and its words are no longer than this, in bytes; WeChat allows 120 characters.
const LONGEST_NAME: usize = 90;
const LONGEST_WORDS: usize = 450;

/// The blocks with the parts of each card put together again.
pub(super) fn folded(blocks: Vec<Block>) -> Vec<Block> {
    let mut folded = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter();
    loop {
        match card(blocks.as_slice()) {
            Some((card, n)) => {
                folded.push(card);
                blocks.nth(n - 1);
            }
            None => match blocks.next() {
                Some(block) => folded.push(block),
                None => return folded,
            },
        }
    }
}

/// The card that the blocks begin with, and how many of them it takes.
fn card(blocks: &[Block]) -> Option<(Block, usize)> {
    let [Block::Image { image, link, .. }, rest @ ..] = blocks else {
        return None;
    };
    let is_linked = |block: &&Block| {
        let linked = |inline: &Inline| match inline {
            // Blanks lie between the links of two runs.
            Inline::Text(run) => run.link == *link || run.text.trim().is_empty(),
            inline => *inline == Inline::Break,
        };
        matches!(block, Block::Paragraph { content } if content.iter().all(linked))
    };
    let n = if link.is_some() && image.url.contains("/mmhead/") {
        rest.iter().take_while(is_linked).count()
    } else {
        let mut texts = rest.iter().map_while(text_of);
        let count = 1 + texts
            .by_ref()
            .take(MOST_PARAGRAPHS + 1)
            .position(|text| is_count(&text))?;
        count + usize::from(texts.next().is_some_and(|kind| kind == "公众号"))
    };
    // The name is bold, or alone in its paragraph; a stop parts it from the other words.
    let mut words = text_of(rest.first()?)?;
    let name = match rest.first() {
        Some(Block::Paragraph { content }) => match content.first() {
            Some(Inline::Text(run)) if run.marks.strong => run.text.trim().len(),
            _ => words.len(),
        },
        _ => 0,
    };
    for text in rest.get(1..n)?.iter().filter_map(text_of) {
        words.push(' ');
        words.push_str(&text);
    }
    let (name, words) = words.split_at_checked(name)?;
    let is_card = name.len() <= LONGEST_NAME && !is_count(name) && words.len() <= LONGEST_WORDS;
    let card = Embed {
        description: Some(words.trim_start_matches(['.', '\n', ' ']).to_owned()),
        cover: Some(image.url.clone()),
        ..Embed::new(EmbedKind::Account, Some(name.to_owned()), link.clone())
    };
    is_card.then(|| (Block::embed(card), n + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::blocks::read;

    #[test]
    fn parts_become_a_card() {
        let reprint = "[![](http://wx.qlogo.cn/mmhead/a/0) **山脚读书会** .写山里的人](https://mp.weixin.qq.com/s/a#)\n\n正文";
        let counted =
            "![](https://a.cn/b)\n\n**山脚读书会**\n\n写山里的人\n\n12篇原创内容\n\n公众号\n\n正文";
        let together = "![](b.png)\n\n**山脚读书会**写山里的人\n\n**12篇原创内容**\n\n正文";
        for (markdown, expected) in [
            (reprint, "写山里的人"),
            (counted, "写山里的人 12篇原创内容 公众号"),
            (together, "写山里的人 12篇原创内容"),
        ] {
            let blocks = folded(read(markdown));
            assert_eq!(blocks.len(), 2, "{markdown}");
            let Block::Embed(card) = &blocks[0] else {
                panic!("{markdown}: no card");
            };
            assert_eq!(card.title.as_deref(), Some("山脚读书会"));
            assert_eq!(card.description.as_deref(), Some(expected));
        }
    }

    #[test]
    fn other_blocks_stay() {
        for markdown in [
            "![](https://a.cn/b)\n\n他写了12篇原创内容",
            "![](https://a.cn/b)\n\n12篇原创内容",
            "![](https://a.cn/b)\n\n锅是爷爷留下的，铁匠铺早已不在，每年开春先用茶油擦一遍，再空烧半个钟头。\n\n12篇原创内容",
            "[![](http://wx.qlogo.cn/mmhead/a/0)](https://mp.weixin.qq.com/s/a)\n\n正文",
            "[![](https://a.cn/b)](https://mp.weixin.qq.com/s/a)\n\n[上一封信](https://mp.weixin.qq.com/s/a)",
        ] {
            let blocks = read(markdown);
            assert_eq!(folded(blocks.clone()), blocks, "{markdown}");
        }
    }
}
