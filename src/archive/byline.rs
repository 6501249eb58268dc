//! The byline: who wrote the article, for which account, when, as the page shows it in one line.

use super::head::{Known, text_of};
use crate::block::Block;
use crate::furniture::squeeze;
use crate::words::is_word;

/// A name in the byline is no longer than this, in characters.
pub(super) const LONGEST_NAME: usize = 30;

/// The mark of an article that its account wrote itself (“original”).
const ORIGINAL: &str = "原创 原创： 原创: original";

pub(super) fn is_original(line: &str) -> bool {
    is_word(ORIGINAL, &squeeze(line))
}

/// A line of all names and the date: `原创 阿茶 山脚读书会 2024-03-05 08:30 云南`, `By 阿茶 山脚读书会`. The page has the
/// author's name twice, shows one of the two, and converters write both.
pub(super) struct Byline {
    pub is_original: bool,
    pub author: Option<String>,
    pub account: Option<String>,
    pub published: Option<String>,
}

impl Byline {
    pub fn read(block: &Block, known: &Known<'_>) -> Option<Byline> {
        // Some programs leave the blank out: `Original阿茶 山脚读书会`.
        let mut text = text_of(block)?;
        if text.starts_with("Original") {
            text.insert("Original".len(), ' ');
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let date = words
            .iter()
            .position(|word| is_date(word) || is_recent(word));
        let is_original = words.first().is_some_and(|word| is_original(word));
        let is_by = words.first() == Some(&"By");
        let names = words.get(usize::from(is_original || is_by)..date.unwrap_or(words.len()))?;
        let joined = names.join(" ");
        let known_account = known.accounts.iter().map(|account| account.trim());
        let ends = known_account
            .filter_map(|account| Some((joined.strip_suffix(account)?.trim(), account)))
            .next();
        let is_byline = is_original && words.len() > 1
            || date.is_some_and(|at| at > 0)
            || ends.is_some_and(|(author, _)| is_by || once(author) != author);
        if words.len() > 12
            || !is_byline
            || joined.chars().count() > 2 * LONGEST_NAME
            || joined.contains(['，', '。', '：', '！', '？'])
        {
            return None;
        }
        let (author, account) = match (ends, names) {
            (Some(names), _) => names,
            // Only beside the account's name are such words a date: `新华社 北京 6月20日 电`.
            _ if date.is_some_and(|at| is_recent(words[at])) => return None,
            // The account is known by another name, so this is the author.
            (_, [author]) if !known.accounts.is_empty() => (*author, ""),
            (_, [account]) if !is_original => ("", *account),
            (_, [author, account]) => (*author, *account),
            // Where names have blanks in them, nobody can tell where one ends.
            _ => ("", ""),
        };
        let name = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
        Some(Byline {
            is_original,
            author: name(once(author)),
            account: name(account),
            published: date.map(|at| words[at..].join(" ")),
        })
    }
}

/// A name that stands there twice, once.
fn once(name: &str) -> &str {
    match name.split_at_checked(name.len() / 2) {
        Some((first, second)) if second.strip_prefix(' ') == Some(first) => first,
        _ => name,
    }
}

/// Whether a word is a day: `2024-03-05`, `2024年3月5日`.
fn is_date(word: &str) -> bool {
    let mut numbers = word
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let is_year = |number: &str| number.len() == 4 && number.starts_with("20");
    word.len() <= 20 && numbers.next().is_some_and(is_year) && numbers.count() == 2
}

/// Whether a word is a day as pages show it in the first weeks: 昨天, 3天前, 6月20日.
fn is_recent(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    is_word("今天 昨天 前天", word)
        || digits.len() < word.len()
            && (is_word("天前 周前 小时前 分钟前", digits)
                || digits.starts_with('月') && digits.ends_with('日'))
}

/// Whether it is a day with its time, and maybe the place: `2024-03-05 08:30 发表于 云南`.
pub(super) fn is_time(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_clock =
        |word: &str| word.contains(':') && word.chars().all(|c| c == ':' || c.is_ascii_digit());
    words.next().is_some_and(is_date) && words.next().is_some_and(is_clock) && words.count() <= 3
}

/// The account's name, which the page's byline links to its card: `原创 阿茶 [山脚读书会](javascript:void(0);)`.
pub(super) fn linked_account(text: &str) -> Option<String> {
    /// How many lines the byline stands below the beginning at most.
    const MOST_LINES: usize = 30;
    let mut befores = text
        .lines()
        .take(MOST_LINES)
        .filter_map(|line| line.split_once("](javascript:"));
    let (_, name) = befores.next()?.0.rsplit_once('[')?;
    let name = name.replace('\\', "");
    let is_name = (1..=LONGEST_NAME).contains(&name.trim().chars().count());
    is_name.then(|| name.trim().to_owned())
}
