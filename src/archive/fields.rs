//! Fields: what converters say of an article beside it, by name.
//!
//! They stand in a front matter, or as notes around the title. A front matter is not YAML here: archivers write titles
//! with colons, quotes and even line ends as they are. A line that begins with a word and a colon begins a field; any
//! other line goes on with the one before.

use super::is_wechat;
use crate::entities;
use crate::furniture::squeeze;
use crate::script;
use crate::words::{is_word, words};

/// What WeChat shows for the title where a page is shared before it is loaded (“shared pictures, videos, links”).
pub(super) const NO_TITLE: &str = "分享的图片、视频、链接";

// Names of fields, as converters write them, the surest first.
pub(crate) const TITLE: &str = "title pagetitle 标题 文章标题 name";
pub(crate) const AUTHOR: &str = "author authors 作者 作者名称";
/// Only WeChat has these.
pub(super) const ACCOUNT: &str = "nickname mp_name 公众号 微信公众号 公众号名称";
pub(super) const SITE: &str = "account account_name nick_name source site publisher 来源";
pub(super) const ADDRESS: &str = "url link source_url original_url url_source 原文链接 原文地址 原始链接 原链 文章链接 网页链接 \
    链接 原文 阅读原文 read_original source 来源";
pub(crate) const PUBLISHED: &str = "date published publish_time published_at published_time publish_date date_published pub_date \
    pubdate create_time 发布时间 发布日期 日期 时间";
pub(super) const FETCHED: &str = "fetch_date fetched_at date_saved crawl_time created create clipped 抓取时间 采集时间 入库 创建时间";
pub(super) const COVER: &str = "cover cover_image image thumbnail";
pub(super) const DIGEST: &str = "description digest summary excerpt 摘要";
/// These tell nothing of the article.
const OTHER: &str = "tags 标签 category 分类 类型 字数 专辑";

/// Whether the name is one that converters write.
pub(super) fn is_known(name: &str) -> bool {
    [
        TITLE, AUTHOR, ACCOUNT, SITE, ADDRESS, PUBLISHED, FETCHED, COVER, DIGEST, OTHER,
    ]
    .iter()
    .any(|names| is_word(names, name))
}

/// The fields of an article, in order.
#[derive(Default)]
pub(crate) struct Fields(Vec<(String, String)>);

/// Longer words than this before a colon are no field's name.
const LONGEST_NAME: usize = 24;

/// The line that ends the fields that Jina Reader sets before a page.
const JINA_END: &str = "Markdown Content:";

/// The front matter, if there is one, with what stands above and below it. Who files articles away notes above it where
/// they went: `> 已吸收至：[[茶]]` (“taken into”).
pub(crate) fn split(input: &str) -> (Fields, &str, &str) {
    let is_above = |line: &&str| line.starts_with('>') || line.trim().is_empty();
    let above = input.split_inclusive('\n').take_while(is_above);
    let (above, rest) = input.split_at(above.map(str::len).sum());
    match front(rest) {
        Some((fields, below)) => (fields, above, below),
        None => (Fields::default(), "", input),
    }
}

/// Parts the front matter that the text begins with from the rest.
fn front(input: &str) -> Option<(Fields, &str)> {
    let mut fields = Fields::default();
    let mut at = 0;
    let mut n_comments = 0;
    let (mut is_jina, mut is_after_blank) = (false, false);
    for (number, line) in input.split_inclusive('\n').enumerate() {
        at += line.len();
        let line = line.trim_end();
        match (number, line) {
            (0, "---") => continue,
            (0, _) if line.starts_with("Title: ") => is_jina = true,
            (0, _) => return None,
            // Comments alone are headings between two lines.
            (_, "---" | "...") if !is_jina && fields.0.is_empty() && n_comments > 0 => return None,
            (_, "---" | "...") if !is_jina => return Some((fields, &input[at..])),
            (_, JINA_END) if is_jina => return Some((fields, &input[at..])),
            _ if !is_jina && (line == "#" || line.starts_with("# ")) => {
                n_comments += 1;
                continue;
            }
            _ => {}
        }
        let was_after_blank = std::mem::replace(&mut is_after_blank, line.is_empty());
        match field(line) {
            Some((name, value)) => fields.add(&name, value),
            None if line.is_empty() => {}
            // After a blank line, a value only goes on indented: this is text below a line.
            None if was_after_blank && !line.starts_with(' ') => return None,
            None => {
                let (_, value) = fields.0.last_mut()?;
                value.push('\n');
                value.push_str(line.trim());
            }
        }
    }
    // A file that was cut off within its front matter has no article.
    None
}

fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.split_once(':')?;
    // `https://…` is no field, nor is the second line of a title: `第二章:春天`.
    let is_apart = value.is_empty() || value.starts_with(' ');
    Some((self::name(name)?, value.trim())).filter(|_| is_apart)
}

/// The name of a field as the lists have it.
pub(super) fn name(name: &str) -> Option<String> {
    let is_name = !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.starts_with(char::is_whitespace)
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "_- ".contains(c));
    is_name.then(|| name.trim().to_ascii_lowercase().replace([' ', '-'], "_"))
}

impl Fields {
    /// Adds a field; those that stand before it go first.
    pub fn add(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Adds fields that were found elsewhere.
    pub fn extend(&mut self, other: Fields) {
        self.0.extend(other.0);
    }

    /// The value of the first of the fields that has one, without quotation marks and brackets around it.
    pub fn text(&self, names: &str) -> Option<String> {
        self.first(names, plain, |value| !value.is_empty())
    }

    /// The first value, read so, that is such as is wanted.
    fn first(
        &self,
        names: &str,
        read: fn(&str) -> String,
        wanted: fn(&str) -> bool,
    ) -> Option<String> {
        for name in words(names) {
            let named = self.0.iter().filter(|(known, _)| known == name);
            let mut values = named.map(|(_, value)| read(value));
            if let Some(value) = values.find(|value| wanted(value)) {
                return Some(value);
            }
        }
        None
    }

    /// Whether one of the fields is there.
    pub fn has(&self, names: &str) -> bool {
        self.text(names).is_some()
    }

    /// The name of a person or an account. Where a page gives none, converters take WeChat's own, or that of the feed
    /// in which they found it.
    pub fn name(&self, names: &str) -> Option<String> {
        const PLATFORM: &str = "微信公众平台 weixinofficialaccountsplatform 微信公众号 公众号 微信 wechat mp.weixin.qq.com";
        self.first(names, self::names, |name| {
            !name.is_empty() && !name.contains("://")
        })
        .filter(|name| {
            let name = squeeze(name);
            !is_word(PLATFORM, &name) && !name.ends_with("'sfeed")
        })
    }

    /// The address of the article, on WeChat if it is there.
    pub fn address(&self) -> Option<String> {
        self.first(ADDRESS, plain, is_wechat)
            .or_else(|| self.first(ADDRESS, plain, |value| value.contains("://")))
    }

    /// Whether only a converter says this.
    pub fn is_note(&self) -> bool {
        self.has(ACCOUNT) || self.has(FETCHED) || self.is_wechat()
    }

    /// Whether the address is one of WeChat.
    pub fn is_wechat(&self) -> bool {
        self.first(ADDRESS, plain, is_wechat).is_some()
    }
}

/// A value without what YAML and Obsidian set around it: quotes, `- ` of a list, `[[…]]` of a link.
fn plain(value: &str) -> String {
    let value = match value.trim().split_once('\n') {
        // The lines below are the text.
        Some(("|" | "|-" | ">" | ">-", text)) => text,
        _ => value.trim(),
    };
    let value = value.strip_prefix("- ").unwrap_or(value).trim();
    let quoted = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    let value = match (quoted('"'), quoted('\'')) {
        (Some(value), _) => script::unescape(value),
        (None, Some(value)) => value.replace("''", "'"),
        (None, None) => value.to_owned(),
    };
    // Some write a title as it stood in HTML: 山 &amp; 水.
    let value = entities::decode(&value, entities::Place::Attribute);
    let value = value
        .strip_prefix("[[")
        .and_then(|value| value.strip_suffix("]]"))
        .unwrap_or(&value);
    match value.trim() {
        "null" | "~" | "|" | ">" | NO_TITLE => String::new(),
        value => value.to_owned(),
    }
}

/// A value that may be a list of names, in brackets or each on its line, as they are written together.
fn names(value: &str) -> String {
    let value = value.trim();
    let is_flow = value.starts_with('[') && value.ends_with(']');
    if !is_flow && !value.starts_with("- ") {
        return plain(value);
    }
    let items = value.trim_start_matches('[').trim_end_matches(']');
    let names = items.split(if is_flow { ',' } else { '\n' }).map(plain);
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    names.join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_archivers_write() {
        let input = "---\ntitle: 春天: 一封信\n第二行\nSource: \"https://a.cn/b\"\nauthor:\n  - \"[[阿茶]]\"\n\
                     say: \"a \\\"b\\\"\"\nempty:\nhtml: 山 &amp; 水\nblock: |\n  山 | 水\n\n  雨\n---\n\n# 春天\n";
        let above = "> 已吸收至：[[茶]]\n\n";
        let input = format!("{above}{input}");
        let (front, before, rest) = split(&input);
        assert_eq!(before, above);
        assert_eq!(rest, "\n# 春天\n");
        for (names, expected) in [
            ("title", Some("春天: 一封信\n第二行")),
            ("url source", Some("https://a.cn/b")),
            ("author", Some("阿茶")),
            ("say", Some("a \"b\"")),
            ("empty", None),
            ("html", Some("山 & 水")),
            ("block", Some("山 | 水\n雨")),
            ("none", None),
        ] {
            assert_eq!(front.text(names).as_deref(), expected, "{names}");
        }
    }

    #[test]
    fn reads_what_generators_write() {
        let input = "---\n# draft\ntitle: \"\\u6625\\ud83c\\udf43 \\\"a\\\"\"\n# 二\nauthor: [\"阿茶\", 小山]\nnickname: ['山脚']\n\
                     source:\n  - \"山\"\n  - \"水\"\nauthors: [[阿茶]]\ndigest: |\n  # 一\n  二\n---\n# 春天\n";
        let (front, _, rest) = split(input);
        assert_eq!(rest, "# 春天\n");
        assert_eq!(front.text(TITLE).as_deref(), Some("春🍃 \"a\""));
        assert_eq!(front.text(DIGEST).as_deref(), Some("# 一\n二"));
        for (names, expected) in [
            ("author", "阿茶、小山"),
            ("authors", "阿茶"),
            (ACCOUNT, "山脚"),
            ("source", "山、水"),
        ] {
            assert_eq!(front.name(names).as_deref(), Some(expected), "{names}");
        }
    }

    #[test]
    fn other_texts_have_none() {
        for input in [
            "",
            "# 春天",
            "> 春天\n\n# 春天",
            "---\ntitle: 一",
            "---\n\n---",
            "---\n# 春天\n---\n春天来了。",
            "---\n春天来了\n---\n",
            "---\n\n来源：山脚\n\n春天来了。\n\n---\n",
            "---\n\n来源: 山脚\n\n春天来了。\n\n---\n",
        ] {
            let (front, above, rest) = split(input);
            assert!(front.0.is_empty() && above.is_empty(), "{input:?}");
            assert!(input.ends_with(rest), "{input:?}");
        }
    }
}
