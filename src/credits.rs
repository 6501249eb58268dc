//! Who made an article: the lines that say so, as data. The lines stay where they are.
//!
//! A credit is a line of its own, `角色：名` (“role: name”), with several to a line at times: `文/林一 图/陈二`,
//! `【编辑丨王三】`. The role is one of a closed list, so that no sentence with a colon is taken for one.

use serde::Serialize;

use crate::article::Piece;
use crate::block::{Block, plain_text};
use crate::roles::{ROLES, SEPARATORS, is_named_after_blank};
use crate::words::words;

/// Who did what for an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Credit {
    /// What, as the article says it: 作者 (author), 编辑 (editor), 来源 (source) …
    pub role: String,
    /// Who, as the article says it; several names as they stand.
    pub name: String,
}

/// The longest line that is looked at, in characters. With longer ones it's a sentence.
const LONGEST_LINE: usize = 80;

/// The longest name, in characters: a company's with its department.
const LONGEST_NAME: usize = 30;

/// The longest line without a separator. `文 林小山` is a credit, a longer line begins a sentence.
const LONGEST_LOOSE: usize = 16;

/// The credits of an article, in its order, each once.
pub(crate) fn credits(pieces: &[Piece]) -> Vec<Credit> {
    // More are a hostile page's, and each is compared with all before it.
    const MOST: usize = 64;
    let mut credits: Vec<Credit> = Vec::new();
    for piece in pieces {
        let content = match &piece.block {
            Block::Paragraph { content } | Block::Heading { content, .. } => content,
            _ => continue,
        };
        for credit in plain_text(content).lines().flat_map(of_line) {
            if credits.len() < MOST && !credits.contains(&credit) {
                credits.push(credit);
            }
        }
    }
    credits
}

/// The credits in a line, none unless all of it is credits.
fn of_line(line: &str) -> Vec<Credit> {
    const BRACKETS: [char; 10] = ['【', '】', '（', '）', '(', ')', '[', ']', '「', '」'];
    let mut rest = line.trim().trim_matches(BRACKETS).trim();
    if rest.chars().nth(LONGEST_LINE).is_some() {
        return Vec::new();
    }
    // Most lines have none, and need not be compared with all roles.
    if !rest.contains(SEPARATORS) && rest.chars().nth(LONGEST_LOOSE).is_some() {
        return Vec::new();
    }
    let mut credits = Vec::new();
    while let Some((role, after)) = role_at(rest) {
        let end = next_role(after).unwrap_or(after.len());
        let (name, following) = after.split_at(end);
        let name = name.trim_matches(|c| is_gap(c) || SEPARATORS.contains(&c));
        if !is_name(name) {
            return Vec::new();
        }
        credits.push(Credit {
            role: role.to_owned(),
            name: name.to_owned(),
        });
        rest = following;
    }
    if rest.is_empty() { credits } else { Vec::new() }
}

/// The role that `text` begins with, and what follows it and its separator. Blanks may part its characters.
fn role_at(text: &str) -> Option<(&'static str, &str)> {
    let text = text.trim_start();
    let first = text.chars().next()?;
    let mut alike = words(ROLES).filter(|role| role.starts_with(first));
    alike.find_map(|role| {
        let after = role.chars().try_fold(text, |rest, character| {
            rest.trim_start().strip_prefix(character)
        })?;
        let name = after.trim_start().trim_start_matches(SEPARATORS);
        let is_parted = name.len() < after.trim_start().len();
        (is_parted || is_named_after_blank(role, after)).then(|| (role, name.trim_start()))
    })
}

/// Where the next role begins: after a gap.
fn next_role(text: &str) -> Option<usize> {
    let gaps = text.match_indices(|c| is_gap(c) || SEPARATORS.contains(&c));
    gaps.map(|(at, gap)| at + gap.len())
        .find(|at| text.get(*at..).is_some_and(|rest| role_at(rest).is_some()))
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || "；;，,、。·".contains(c)
}

/// Whether this can be a name: short, without the signs of a sentence or of an address.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().nth(LONGEST_NAME).is_none()
        && !name.contains(['。', '！', '？', '!', '?', '：', '；', '…'])
        && !name.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Vec<(String, String)> {
        let credits = of_line(line).into_iter();
        credits.map(|credit| (credit.role, credit.name)).collect()
    }

    #[test]
    fn reads_credits() {
        for (line, expected) in [
            ("作者：林一", &[("作者", "林一")][..]),
            ("责任编辑: 陈二", &[("责任编辑", "陈二")]),
            ("文/林一 图/陈二", &[("文", "林一"), ("图", "陈二")]),
            (
                "作者 | 林一　编辑 | 陈二",
                &[("作者", "林一"), ("编辑", "陈二")],
            ),
            ("【作者丨林一】", &[("作者", "林一")]),
            ("（来源：小镇日报）", &[("来源", "小镇日报")]),
            ("编 辑：林一、陈二", &[("编辑", "林一、陈二")]),
            (
                "审核：王三；监制：赵四",
                &[("审核", "王三"), ("监制", "赵四")],
            ),
            ("图片来源：小镇日报", &[("图片来源", "小镇日报")]),
            ("文 林小山", &[("文", "林小山")]),
            (
                "文\u{3000}林小山 图 陈二",
                &[("文", "林小山"), ("图", "陈二")],
            ),
            (
                "作者 lin 来源：小镇日报",
                &[("作者", "lin"), ("来源", "小镇日报")],
            ),
            ("来源丨小镇日报 ID: town", &[("来源", "小镇日报 ID: town")]),
        ] {
            let expected: Vec<_> = expected
                .iter()
                .map(|(role, name)| (role.to_string(), name.to_string()))
                .collect();
            assert_eq!(of(line), expected, "{line}");
        }
    }

    #[test]
    fn passes_over_sentences() {
        for line in [
            "",
            "作者",
            "作者：",
            "作者说：茶树发了新芽。",
            "来源：这要从去年春天说起。那时山上还没有路。",
            "图：https://example.org/a.png",
            "编辑部的故事：第一集",
            "文章来源于网络",
            "作者 简介",
            "文 化 茶 山",
            "图 1 茶山",
            "作者 林小山是山里最后一个认得老茶树的人",
            "他是作者：林一",
        ] {
            assert_eq!(of(line), [], "{line}");
        }
        assert_eq!(of(&format!("作者：{}", "山".repeat(31))), []);
        assert_eq!(of(&"作者：林 ".repeat(40)), []);
    }
}
