//! What stands within a line of Markdown: marks, links, pictures, code.
//!
//! Converters write `**` where a page's bold begins and ends, whatever stands beside it: `**时间：**三月`. CommonMark
//! sees no bold there, because of the punctuation. So stars are switches here, in pairs, as the converters meant them;
//! they escape the stars that are text.

mod formula;
mod line;
mod marks;
mod tags;

use super::definitions::Definitions;
use crate::block::{Block, Inline, Marks};
use crate::lower::{self, Paragraph};
use crate::script::decode_entities;

use line::{Kind, Line};
use marks::marks;

/// Reads the text of a paragraph or heading: its pictures become blocks of their own.
pub(super) fn blocks(text: &str, heading: Option<u8>, definitions: &Definitions<'_>) -> Vec<Block> {
    let Line {
        mut items, links, ..
    } = Line::read(text, definitions);
    let marks = marks(&mut items);
    let mut blocks = Vec::new();
    let mut paragraph = Paragraph::default();
    for (item, mut marks) in items.into_iter().zip(marks) {
        let link = item.link.and_then(|at| links.get(at)?.as_deref());
        if heading.is_some() {
            marks.strong = false;
        }
        match item.kind {
            Kind::Image(image) if lower::image::is_emoji_address(&image.url) => {
                match lower::image::emoji_name(&image) {
                    Some(name) => paragraph.text(&name, marks, link),
                    None => paragraph.inline(Inline::Image(image)),
                }
            }
            Kind::Image(image) => {
                blocks.extend(paragraph.blocks(heading));
                blocks.push(Block::image(image, link.map(str::to_owned)));
            }
            Kind::Formula(latex) => paragraph.inline(Inline::Formula { latex }),
            Kind::Note { number, text } => paragraph.inline(Inline::Footnote {
                number,
                // One call deep: in a note no other is named.
                content: cell(&text, definitions),
            }),
            kind => write(kind, marks, link, &mut paragraph),
        }
    }
    blocks.extend(paragraph.blocks(heading));
    blocks
}

/// Reads the text of a table's cell: its paragraphs are its lines, and its pictures stay within it.
pub(super) fn cell(text: &str, definitions: &Definitions<'_>) -> Vec<Inline> {
    let mut content: Vec<Inline> = Vec::new();
    for block in blocks(text, None, definitions) {
        match block {
            Block::Paragraph { content: line } => {
                if matches!(content.last(), Some(Inline::Text(_))) {
                    content.push(Inline::Break);
                }
                content.extend(line);
            }
            Block::Formula { latex } => content.push(Inline::Formula { latex }),
            Block::Image { image, .. } => content.push(Inline::Image(*image)),
            _ => {}
        }
    }
    content
}

fn write(kind: Kind, marks: Marks, link: Option<&str>, paragraph: &mut Paragraph) {
    match kind {
        Kind::Text(text) => paragraph.text(&decode_entities(&text), marks, link),
        Kind::Literal(text) => paragraph.text(&text, marks, link),
        Kind::Code(text) => paragraph.text(
            &text,
            Marks {
                code: true,
                ..marks
            },
            link,
        ),
        Kind::Break => paragraph.line_break(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Inline content with `<b>`, `<i>`, `<code>` and `<a>` around what is set so.
    fn shown(text: &str) -> String {
        let mut out = String::new();
        for inline in cell(text, &Definitions::default()) {
            match inline {
                Inline::Text(run) => {
                    let mut text = run.text;
                    for (is_set, name) in [
                        (run.marks.code, "code"),
                        (run.marks.emphasis, "i"),
                        (run.marks.strong, "b"),
                        (run.marks.strike, "s"),
                        (run.marks.sup, "sup"),
                        (run.marks.highlight, "mark"),
                        (run.link.is_some(), "a"),
                    ] {
                        if is_set {
                            text = format!("<{name}>{text}</{name}>");
                        }
                    }
                    out.push_str(&text);
                }
                Inline::Image(image) => out.push_str(&format!("[{}]", image.alt)),
                Inline::Formula { latex } => out.push_str(&format!("{{{latex}}}")),
                _ => out.push('/'),
            }
        }
        out
    }

    #[test]
    fn stars_are_switches() {
        for (text, expected) in [
            (
                "**时间：**三月**地点：**茶山",
                "<b>时间：</b>三月<b>地点：</b>茶山",
            ),
            ("**一****二**", "<b>一二</b>"),
            ("****一**二：**", "一<b>二：</b>"),
            ("***一***二", "<b><i>一</i></b>二"),
            ("**一*二*三**", "<b>一</b><b><i>二</i></b><b>三</b>"),
            ("**一，说到下一段", "一，说到下一段"),
            ("*注：一", "*注：一"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            (r"\*\*一\*\* icon\_hash", "**一** icon_hash"),
            (
                "_一_ snake_case_name __init__ ____",
                "<i>一</i> snake_case_name <b>init</b> ____",
            ),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn strikes_and_tags() {
        for (text, expected) in [
            ("一，~~二~~三", "一，<s>二</s>三"),
            ("好的~~，来了~~！", "好的~~，来了~~！"),
            ("好的~~\n来了~~", "好的~~/来了~~"),
            ("10~20，~~~一~~~ ~~", "10~20，~~~一~~~ ~~"),
            (
                "H<sup>2</sup><mark><b>一</b></mark><strong>二</strong><del>三</del><s>四</s>",
                "H<sup>2</sup><mark><b>一</b></mark><b>二</b><s>三四</s>",
            ),
            (
                "<code>a\\*b</code><em>一</em><i>二</i>",
                "<code>a*b</code><i>一二</i>",
            ),
            ("<b>一</i>二<sup>三", "<b>一</i>二<sup>三"),
            ("</b>一<b>", "</b>一<b>"),
            ("<b>一<b>二</b>", "<b>一<b>二</b>"),
            ("一<!-- -->二<!-- 三 -->", "一二<!-- 三 -->"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn formulas_and_prices() {
        for (text, expected) in [
            ("设 $x_1 < y$ 与$x^2$，$`a`$5", "设 {x_1 < y} 与{x^2}，{a}5"),
            ("一$$\n\\frac{1}{2}\n$$二", "一{\\frac{1}{2}}二"),
            ("$\\text{平均}$", "{\\text{平均}}"),
            ("$5 and $6", "$5 and $6"),
            (
                "从$5到$10，US$5, HK$，$5，约$",
                "从$5到$10，US$5, HK$，$5，约$",
            ),
            ("$ a$ $a $ $$$a$$$ $$ $", "$ a$ $a $ $$$a$$$ $$ $"),
            (
                "$('a').b($('c')) $PATH:$HOME",
                "$('a').b($('c')) $PATH:$HOME",
            ),
            (r"\$a\$ $a\$", "$a$ $a$"),
            ("$a\nb$ 赚$$了$$", "$a/b$ 赚$$了$$"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn links_pictures_and_code() {
        for (text, expected) in [
            ("[一](https://a.cn/b_(c) \"题\")二", "<a>一</a>二"),
            ("[一](javascript:void(0);)二", "一二"),
            (r"[一](javascript:void\(0\);)", "一"),
            ("[[招新] 一](https://a.cn)", "<a>[招新] 一</a>"),
            ("[一] (二) [三](", "[一] (二) [三]("),
            (
                "![图](https://a.cn/b)![]()![图片](https://a.cn/c)",
                "[图][]",
            ),
            (
                "`a**b`与``c`d`` `e",
                "<code>a**b</code>与<code>c`d</code> `e",
            ),
            (
                "一![[图.PNG]]二![[图.md]]![[a.png",
                "一[]二![[图.md]]![[a.png",
            ),
            (
                "![图|300](a.png)![a|b](c.png)![[d.png|说明]]",
                "[图][a|b][说明]",
            ),
            (
                "![Image 4: 图](https://a.cn/b)![Image 5](https://a.cn/c)![Image b](https://a.cn/d)",
                "[图][][Image b]",
            ),
            (
                "一<img src='https://a.cn/b?c=d&amp;e' alt=\"图\" />二<img>三<image>",
                "一[图]二三<image>",
            ),
            (
                "<center>一<font color=\"#b00\">二</font></center><figcaption>三</figcaption><centre>",
                "一二三<centre>",
            ),
            (
                "<a id=\"js_name\"></a>一<span style='background:white'>二</span><span>三<a id=x>四",
                "一二<span>三<a id=x>四",
            ),
            (
                "<https://a.cn> <b>&lt;一&gt; a<br>b",
                "<a>https://a.cn</a> <b><一> a/b",
            ),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
