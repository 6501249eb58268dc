//! Markdown as blocks: quotes, lists, headings, code, tables, paragraphs.
//!
//! This is not CommonMark, which most scrapes are not either, but what converters write: a line end is a line end, an
//! angle bracket is a word, indentation does not make code of Chinese text. A converter writes text with the same care
//! in all of them, so one reader does for all. It goes over the lines once; [`Frames`] bounds the depth.

use super::definitions::Definitions;
use super::leaf::{self, Leaf};
use super::lines::{
    ended_fence, fence, heading, indentation, is_divider, is_fence_end, is_html_table, is_table,
    language_of, longest_fences_after, marker, quoted, ticked, underline, without_indentation,
};
use crate::block::Block;
use crate::draft::Look;
use crate::lower::{Frame, Frames};

/// Reads Markdown.
pub(super) fn read(text: &str) -> Vec<Block> {
    let mut lines: Vec<&str> = text.lines().collect();
    let fences = longest_fences_after(&lines);
    let mut reader = Reader {
        definitions: Definitions::take(&mut lines, &fences),
        fences,
        tables: lines.iter().rposition(|line| line.contains(TABLE_END)),
        ..Reader::default()
    };
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        reader.line(line, next, at);
    }
    reader.end_leaf();
    let left: Vec<String> = reader.definitions.left().collect();
    for definition in left {
        reader.put(leaf::text(
            definition.trim_end(),
            None,
            &Definitions::default(),
        ));
    }
    reader
        .frames
        .finish()
        .into_iter()
        .map(|draft| draft.block)
        .collect()
}

/// A container that is open.
#[derive(Clone, Copy, PartialEq)]
enum Container {
    Quote,
    List {
        sign: char,
    },
    /// With the indentation from which on a line belongs to it.
    Item {
        indent: usize,
    },
}

const TABLE_END: &str = "</table>";

#[derive(Default)]
struct Reader<'a> {
    definitions: Definitions<'a>,
    containers: Vec<Container>,
    frames: Frames,
    leaf: Leaf,
    after_blank: bool,
    /// For each line the longest fence that ends a code on a later one, of each sign.
    fences: Vec<[usize; 2]>,
    /// The last line that ends a table of HTML.
    tables: Option<usize>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, next: &str, at: usize) {
        let (n_open, rest) = self.continued(line);
        if n_open == self.containers.len() && self.in_code(rest) {
            return;
        }
        if rest.trim().is_empty() {
            self.blank(n_open);
            return;
        }
        let is_text = self.is_text(rest, next);
        let goes_on = is_text && self.is_paragraph() && !self.after_blank;
        if n_open < self.containers.len() && !goes_on {
            // A list stays open for a further item only; `* * *` is none.
            let is_list =
                |at: usize| matches!(self.containers.get(at), Some(Container::List { .. }));
            let is_item = marker(rest).is_some() && !is_divider(rest);
            let ends_list = n_open > 0 && is_list(n_open - 1) && !is_item;
            self.close(n_open - usize::from(ends_list));
        }
        self.open(rest, next, at);
        self.after_blank = false;
    }

    /// How many of the open containers the line belongs to, and the rest of it.
    fn continued<'b>(&self, line: &'b str) -> (usize, &'b str) {
        let mut rest = line;
        let is_blank = line.trim().is_empty();
        for (at, container) in self.containers.iter().enumerate() {
            match container {
                Container::Quote => match quoted(rest) {
                    Some(after) => rest = after,
                    None => return (at, rest),
                },
                Container::List { .. } => {}
                Container::Item { indent } => {
                    let width = indentation(rest);
                    if width >= *indent {
                        rest = without_indentation(rest, *indent);
                    } else if !is_blank && !rest.trim().is_empty() {
                        return (at, rest);
                    }
                }
            }
        }
        (self.containers.len(), rest)
    }

    /// Takes the line if it stands within a code or a table.
    fn in_code(&mut self, rest: &str) -> bool {
        match &mut self.leaf {
            Leaf::Fenced {
                sign,
                n,
                indent,
                text,
                ..
            } => {
                if is_fence_end(rest, *sign, *n) {
                    self.end_leaf();
                } else {
                    text.push_str(without_indentation(rest, *indent));
                    text.push('\n');
                }
                true
            }
            Leaf::Html(markup) => {
                markup.push_str(rest);
                markup.push('\n');
                if rest.contains(TABLE_END) {
                    self.end_leaf();
                }
                true
            }
            Leaf::Indented(text) if indentation(rest) >= 4 || rest.trim().is_empty() => {
                text.push_str(without_indentation(rest, 4));
                text.push('\n');
                true
            }
            Leaf::Table(rows) if rest.trim_start().starts_with('|') => {
                rows.push(rest.trim().to_owned());
                true
            }
            Leaf::Indented(_) | Leaf::Table(_) => {
                self.end_leaf();
                false
            }
            _ => false,
        }
    }

    fn blank(&mut self, n_open: usize) {
        self.end_leaf();
        // A quote ends with the line that has no sign.
        if let Some(at) = self
            .containers
            .iter()
            .skip(n_open)
            .position(|container| *container == Container::Quote)
        {
            self.close(n_open + at);
        }
        self.after_blank = true;
    }

    fn is_paragraph(&self) -> bool {
        matches!(self.leaf, Leaf::Paragraph(_))
    }

    /// Whether the line begins nothing but text.
    fn is_text(&self, line: &str, next: &str) -> bool {
        quoted(line).is_none()
            && marker(line).is_none()
            && heading(line).is_none()
            && !is_divider(line)
            && fence(line).is_none()
            && !is_html_table(line)
            && !is_table(line, next)
    }

    /// Begins what the line begins, containers first.
    fn open(&mut self, line: &str, next: &str, at: usize) {
        let mut rest = line;
        let mut inset = 0;
        loop {
            if is_divider(rest) {
                break;
            }
            if let Some(after) = quoted(rest) {
                (rest, inset) = (after, 0);
                self.end_leaf();
                let frame = Frame::Quote(Vec::new());
                if self.frames.has_room(&frame) {
                    self.frames.begin(frame);
                    self.containers.push(Container::Quote);
                }
                continue;
            }
            let Some(found) = marker(rest) else { break };
            // Only a list from its beginning breaks into a paragraph.
            if self.is_paragraph() && found.start.is_some_and(|start| start != 1) {
                break;
            }
            let is_further = matches!(self.containers.last(), Some(Container::List { sign }) if *sign == found.sign);
            if !is_further {
                if matches!(self.containers.last(), Some(Container::List { .. })) {
                    self.close(self.containers.len() - 1);
                }
                let frame = Frame::List {
                    start: found.start,
                    items: Vec::new(),
                };
                if !self.frames.has_room(&frame) {
                    break;
                }
                self.end_leaf();
                self.frames.begin(frame);
                self.containers.push(Container::List { sign: found.sign });
            }
            self.end_leaf();
            self.frames.begin(Frame::Item(Vec::new()));
            self.containers.push(Container::Item {
                indent: found.indent,
            });
            (rest, inset) = (found.rest, found.inset);
            if let Some((sign, words)) = ticked(rest) {
                self.leaf = Leaf::Paragraph([sign, words].concat());
                return;
            }
        }
        self.text(rest, next, at, inset);
    }

    /// Takes what no container begins with; so much further than what follows does it stand.
    fn text(&mut self, line: &str, next: &str, at: usize, inset: usize) {
        if line.trim().is_empty() {
            return;
        }
        if let Leaf::Paragraph(text) = &self.leaf
            && let Some(level) = underline(line)
            && !text.contains('\n')
        {
            let text = text.clone();
            self.leaf = Leaf::None;
            self.put(leaf::text(&text, Some(level), &self.definitions));
        } else if is_divider(line) {
            self.end_leaf();
            self.frames.put(Block::Divider);
        } else if let Some((level, text)) = heading(line) {
            self.end_leaf();
            self.put(leaf::text(text, Some(level), &self.definitions));
        } else if let Some((sign, n, language)) =
            ended_fence(line, self.fences.get(at).copied().unwrap_or_default())
        {
            self.end_leaf();
            self.leaf = Leaf::Fenced {
                sign,
                n,
                indent: inset + indentation(line),
                language: language_of(language),
                text: String::new(),
            };
        } else if is_html_table(line)
            && self.containers.is_empty()
            && self.tables.is_some_and(|last| at <= last)
        {
            self.end_leaf();
            self.leaf = Leaf::Html(String::new());
            self.in_code(line);
        } else if is_table(line, next) {
            self.end_leaf();
            self.leaf = Leaf::Table(vec![line.trim().to_owned()]);
        } else if let Leaf::Paragraph(text) = &mut self.leaf {
            text.push('\n');
            text.push_str(line.trim_start());
        } else if indentation(line) >= 4 && self.containers.is_empty() {
            self.leaf = Leaf::Indented(format!("{}\n", without_indentation(line, 4)));
        } else {
            self.leaf = Leaf::Paragraph(line.trim_start().to_owned());
        }
    }

    /// Ends containers until so many are open.
    fn close(&mut self, n_open: usize) {
        self.end_leaf();
        while self.containers.len() > n_open {
            self.containers.pop();
            self.frames.end(Look::default());
        }
    }

    fn end_leaf(&mut self) {
        let mut blocks = Vec::new();
        std::mem::take(&mut self.leaf).end(&mut blocks, &self.definitions);
        self.put(blocks);
    }

    fn put(&mut self, blocks: Vec<Block>) {
        for block in blocks {
            self.frames.put(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::plain_text;

    /// Blocks in one line: `p` a paragraph, `h2` a heading, `q(…)` a quote, `l(…; …)` a list, `c` code, `t` a table.
    fn shown(blocks: &[Block]) -> String {
        let parts: Vec<String> = blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph { content } => {
                    format!("p {}", plain_text(content).replace('\n', "/"))
                }
                Block::Heading { level, content } => format!("h{level} {}", plain_text(content)),
                Block::Quote { blocks } => format!("q({})", shown(blocks)),
                Block::List { start, items } => {
                    let items: Vec<String> = items.iter().map(|item| shown(item)).collect();
                    let start = start.map_or(String::new(), |start| start.to_string());
                    format!("l{start}({})", items.join("; "))
                }
                Block::Code { text, .. } => format!("c {}", text.replace('\n', "/")),
                Block::Table { rows } => format!("t {}x{}", rows.len(), rows[0].len()),
                Block::Image { link, .. } => format!("i{}", u8::from(link.is_some())),
                Block::Divider => "---".to_owned(),
                Block::Formula { latex } => format!("f {latex}"),
                _ => "?".to_owned(),
            })
            .collect();
        parts.join(", ")
    }

    #[test]
    fn reads_what_converters_write() {
        for (markdown, expected) in [
            ("一\n二  \n三\n\n四", "p 一/二/三, p 四"),
            ("# 一 #\n## \n#二", "h1 一, p #二"),
            ("# 一 {#a .b}\n二 {#a}", "h1 一, p 二 {#a}"),
            ("一\n===\n二\n---\n\n---", "h1 一, h2 二, ---"),
            ("* 一\n* 二\n\n三", "l(p 一; p 二), p 三"),
            (
                "* 一\n  + 二\n    - 三\n* 四",
                "l(p 一, l(p 二, l(p 三)); p 四)",
            ),
            ("  * 一\n    * 二\n", "l(p 一, l(p 二))"),
            ("3. 一\n\n   二\n4. 三", "l3(p 一, p 二; p 三)"),
            ("一\n2. 二", "p 一/2. 二"),
            ("* 一\n\n1. 二", "l(p 一), l1(p 二)"),
            ("> 一\n> > 二\n\n三", "q(p 一, q(p 二)), p 三"),
            ("> 一\n>\n> 二", "q(p 一, p 二)"),
            ("```rust\nlet a;\n\n# b\n```\n一", "c let a;//# b, p 一"),
            ("```\n一直到最后没有结束", "p ```/一直到最后没有结束"),
            // Pictures of the page in a box that a converter took for code.
            (
                "```\n一\n\n![](https://mmbiz.qpic.cn/a)\n二\n```\n三",
                "p 一, i0, p 二, p 三",
            ),
            ("```\n![](https://a.cn/b)\n```", "c ![](https://a.cn/b)"),
            (
                "    let a = 1;\n    let b;\n\n一",
                "c let a = 1;/let b;, p 一",
            ),
            ("    春天来了，茶山绿了。\n", "p 春天来了，茶山绿了。"),
            ("| 一 | 二 |\n| --- | --- |\n| 三 | 四 | 五 |", "t 2x3"),
            ("|  |  |\n| --- | --- |\n| 一 | 二 |\n| 三 | 四 |", "t 2x2"),
            ("| 一 |\n| --- |\n| 二 |", "p 一, p 二"),
            (
                "![](https://a.cn/b)[![](https://a.cn/c)](https://a.cn/d)![]()",
                "i0, i1",
            ),
            (
                "## ![](https://a.cn/b)\n\n## 一 ![](https://a.cn/b)",
                "i0, h2 一, i0",
            ),
            ("***\n\n* * *\n\n****\n\n____", "---, ---, p ____"),
            ("* 一\n* 二\n\n* * *\n\n三", "l(p 一; p 二), ---, p 三"),
            ("> * 一\n> * * *\n> 二", "q(l(p 一), ---, p 二)"),
            ("~~~\n一", "p ~~~/一"),
            ("~~~ rust\n# a\n```\n~~~\n一", "c # a/```, p 一"),
            ("```\n~~~\n```\n~~~", "c ~~~, p ~~~"),
            // Ornaments around a text.
            (
                "~~~\n春天来了，茶山绿了。\n\n采茶人天不亮就出门。\n~~~",
                "p 春天来了，茶山绿了。, p 采茶人天不亮就出门。",
            ),
            // What is indented with its fence, as far as that is.
            (
                "1. 一\n\n   ```\n   a\n     b\n  c\n   ```",
                "l1(p 一, c a/  b/c)",
            ),
            ("10. 一\n\n    ```\n    a\n    ```", "l10(p 一, c a)"),
            ("1. ```\n   a\n    b\n   ```", "l1(c a/ b)"),
            ("- 一\n  1. ```\n     a\n     ```", "l(p 一, l1(c a))"),
            ("- ```\n  a\n    b\n  ```", "l(c a/  b)"),
            ("  ```\n  a\n    b\n  ```", "c a/  b"),
            (
                "- [x] 一\n- [ ] 二\n- [y] 三",
                "l(p ☑ 一; p ☐ 二; p [y] 三)",
            ),
            ("$$\nx^2\n$$\n\n```math\na$b\n```", "f x^2, f a$b"),
            (
                "一\n<table>\n<tr><td colspan=2>二</td></tr>\n\n<tr><td>三</td><td>四</td></tr>\n</table>\n五",
                "p 一, t 2x1, p 五",
            ),
            ("<table>\n\n一", "p <table>, p 一"),
            // Names that something refers to, and others.
            (
                "[一][^1][^2]，[二][a]，[三][b]，[^3]\n\n[^1]: 四\n    五[^1]\n[a]: https://a.cn\n[^2]:\n[b]: 六\n[^4]: 七",
                "p [一][^2]，二，[三][b]，[^3], p [^2]:/[b]: 六/[^4]: 七",
            ),
            ("```\n[^1]: 一\n```\n二[^1]", "c [^1]: 一, p 二[^1]"),
            (
                "````\n```\n[^1]: 一\n````\n二[^1]",
                "c ```/[^1]: 一, p 二[^1]",
            ),
            ("```\n~~~\n```\n\n二[^1]\n\n[^1]: 一", "c ~~~, p 二"),
            // What only code refers to stays.
            ("`a[^1]`\n\n[^1]: 一\n\n二", "p a[^1], p 二, p [^1]: 一"),
            ("<div>一</div>\n\n<!-- 二", "p <div>一</div>, p <!-- 二"),
        ] {
            assert_eq!(shown(&read(markdown)), expected, "{markdown:?}");
        }
    }
}
