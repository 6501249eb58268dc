//! Notes of the converter around the title: the account, the address, the time, each on a line with its name.
//!
//! `> 公众号：山脚读书会`, `**发布时间**: 2024-03-05`, `- URL: https://…`, `[原文链接](https://…)`, or a sentence of a clipper
//! (本文由 简悦 SimpRead 转码， 原文地址 …). An article may begin with such lines too, for credits or of another article. So all
//! lines of a block must be fields, and one of them such as only a converter writes.

use super::fields::{self, ADDRESS, Fields};
use super::head::{text_in, wechat_link};
use crate::block::Block;
use crate::measure;
use crate::words::is_word;

/// A note has no more lines than this.
const MOST_LINES: usize = 12;

/// Where the notes at the head of a text end, if the article follows on the next line.
pub(super) fn end(text: &str) -> Option<usize> {
    let (mut at, mut n_fields) = (0, 0);
    for line in text.split_inclusive('\n').take(MOST_LINES) {
        let is_blank = line.trim().is_empty();
        if field(line.trim_end(), None).is_some() {
            n_fields += 1;
        } else if n_fields > 1 && !is_blank {
            return Some(at);
        } else {
            n_fields = 0;
        }
        at += line.len();
    }
    None
}

/// The fields of a block, if it is a note.
pub(super) fn read(block: &Block) -> Option<Fields> {
    fields(block).filter(Fields::is_note)
}

/// The fields of a block all of whose lines are fields.
pub(super) fn fields(block: &Block) -> Option<Fields> {
    if matches!(block, Block::Heading { .. }) {
        return None;
    }
    let text = text_in(block)?;
    let link = wechat_link(block);
    let mut fields = Fields::default();
    for (n, line) in text.lines().enumerate() {
        // Some converters set all on one line: `来源：Get笔记 | 类型：link`.
        for part in line.split(" | ").filter(|part| !part.trim().is_empty()) {
            let (name, value) = field(part, link)?;
            fields.add(&name, value);
        }
        if n == MOST_LINES {
            return None;
        }
    }
    Some(fields)
}

/// The field that a part of a line is, in a note with a link to WeChat.
fn field<'a>(part: &'a str, link: Option<&'a str>) -> Option<(String, &'a str)> {
    if part.contains("转码") && part.contains("原文地址") {
        return Some(("url".to_owned(), link?));
    }
    // Some escape the sign of a quote: `&gt; 原始链接：…`. Others set an emoji before.
    let part = measure::from_letter(part);
    let (name, value) = match part.split_once([':', '：']) {
        // An address by itself, and words that are a link.
        Some(("http" | "https", _)) => ("url", part),
        Some(field) => field,
        None => (part, link?),
    };
    let name = fields::name(name).filter(|name| fields::is_known(name))?;
    let link = link.filter(|_| is_word(ADDRESS, &name));
    Some((name, link.unwrap_or(value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::blocks;
    use crate::archive::fields::{ACCOUNT, FETCHED};

    fn field(markdown: &str, names: &str) -> Option<String> {
        read(blocks::read(markdown).first()?)?.text(names)
    }

    #[test]
    fn reads_what_converters_note() {
        let address = Some("https://mp.weixin.qq.com/s/a");
        for (markdown, names, expected) in [
            (
                "> 公众号: 山脚读书会\n> 发布时间: 2024-03-05",
                ACCOUNT,
                Some("山脚读书会"),
            ),
            (
                "**公众号**：山脚读书会  \n**作者**：阿茶",
                "作者",
                Some("阿茶"),
            ),
            ("**公众号：** 山脚读书会", ACCOUNT, Some("山脚读书会")),
            (
                "- Author: 阿茶\n- URL: https://mp.weixin.qq.com/s/a",
                "url",
                address,
            ),
            (
                "> 原文地址: [https://mp.weixin.qq.com/s/a](https://mp.weixin.qq.com/s/a)",
                ADDRESS,
                address,
            ),
            (
                "**原文链接**：[春天](https://mp.weixin.qq.com/s/a)",
                ADDRESS,
                address,
            ),
            ("[原文链接](https://mp.weixin.qq.com/s/a)", ADDRESS, address),
            (
                "> 📎 来源: [山脚](https://mp.weixin.qq.com/s/a) | 时间: 2026-05-26",
                ADDRESS,
                address,
            ),
            ("https://mp.weixin.qq.com/s/a", ADDRESS, address),
            (
                "*来源：某笔记 | 类型：link | 入库：2026-04-29*",
                FETCHED,
                Some("2026-04-29"),
            ),
        ] {
            assert_eq!(field(markdown, names).as_deref(), expected, "{markdown}");
        }
    }

    #[test]
    fn other_lines_are_no_notes() {
        for markdown in [
            // Credits, of which the article has its own.
            "> 作者：阿茶\n>\n> 链接：blog.example.org/a",
            "来源： 山脚读书会（ID：shanjiao）",
            "> 编辑：阿茶",
            "发布时间：2024-03-05",
            "公众号：山脚读书会\n今天说说炒茶。",
            "公众号：山脚读书会\n\n![](https://a.cn/b)\n",
            "[上一篇](https://mp.weixin.qq.com/s/a)",
            "## 公众号：山脚读书会",
        ] {
            let is_note = blocks::read(markdown)
                .iter()
                .all(|block| read(block).is_some());
            assert!(!is_note, "{markdown}");
        }
    }
}
