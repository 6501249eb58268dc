//! What each rule removes, and what it spares.

use std::collections::HashSet;

use super::cases::{FIRES, SPARES};
use super::*;
use crate::block::{Embed, EmbedKind, Image, Run};
use crate::input::Source;

const PROSE: &str =
    "春天的茶山上雾气很重，采茶的人天不亮就出了门，背篓里装着干粮和水，一路上谁也不说话。";

fn page() -> Page {
    let mut page = Page::titled("茶山来信");
    page.account.name = Some("山脚读书会".to_owned());
    page.account.description = Some("写山里的人，也写路过的书。".to_owned());
    page
}

fn block(line: &str) -> Block {
    const ARTICLE: &str = "https://mp.weixin.qq.com/s/abc";
    let inside = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match inside {
        _ if line == "---" => Block::Divider,
        Some(("links", rest)) => Block::List {
            start: None,
            items: rest
                .split('/')
                .map(|title| vec![block(&format!("[link]{title}"))])
                .collect(),
        },
        Some(("list", rest)) => Block::List {
            start: None,
            items: rest
                .split(" / ")
                .map(|item| vec![block(item.trim())])
                .collect(),
        },
        Some(("code", rest)) => Block::Code {
            language: None,
            text: rest.trim().replace(" / ", "\n"),
        },
        Some(("link", rest)) => Block::Paragraph {
            content: vec![Inline::Text(Run {
                text: rest.trim().to_owned(),
                link: Some(ARTICLE.to_owned()),
                ..Run::default()
            })],
        },
        Some((tag, _)) if tag.starts_with("card ") => Block::embed(Embed::new(
            EmbedKind::Account,
            Some(tag.trim_start_matches("card ").to_owned()),
            None,
        )),
        Some((tag, rest)) if tag.starts_with("img ") => {
            let mut words = tag.split(' ').skip(1);
            // A picture of `-` has no size that is known.
            let (width, height) = words.next().unwrap().split_once('x').unwrap_or_default();
            Block::image(
                Image {
                    url: match words.next().unwrap() {
                        avatar if avatar.contains('/') => format!("https://{avatar}"),
                        name => format!("https://mmbiz.qpic.cn/mmbiz_png/{name}/640"),
                    },
                    alt: String::new(),
                    width: width.parse().ok(),
                    height: height.parse().ok(),
                },
                (rest.trim() == "link").then(|| ARTICLE.to_owned()),
            )
        }
        _ => match line.strip_prefix("# ") {
            Some(heading) => Block::Heading {
                level: 2,
                content: vec![Inline::text(heading)],
            },
            None => Block::paragraph(line),
        },
    }
}

/// The rule that removes the marked line.
fn fired(case: &str) -> Option<&'static str> {
    match marked(case).verdict {
        Verdict::Remove(rule) => Some(rule.id),
        _ => None,
    }
}

/// The marked line, judged. `…` stands for eight paragraphs of prose, `[again]` before a line for other articles of the
/// account that have it too.
fn marked(case: &str) -> Piece {
    let mut drafts = Vec::new();
    let mut marked = None;
    let mut borders = Vec::new();
    let mut again = String::new();
    let mut page = page();
    for line in case.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line == "…" {
            drafts.extend((0..8).map(|_| Draft::from(Block::paragraph(PROSE))));
            continue;
        }
        if line == "===" {
            borders.push(drafts.len());
            continue;
        }
        if line == "[archive]" {
            page.source = Source::Markdown;
            continue;
        }
        let line = line.strip_prefix("> ").map_or(line, |line| {
            marked = Some(drafts.len());
            line
        });
        let line = line.strip_prefix("[again] ").map_or(line, |line| {
            again += &match block(line) {
                Block::Image { image, .. } => image.url.clone(),
                _ => line.to_owned(),
            };
            again.push('\n');
            line
        });
        let mut draft = Draft::from(block(
            line.trim_start_matches("[hidden] ")
                .trim_start_matches("[notes] "),
        ));
        draft.look.hidden = line.starts_with("[hidden] ");
        draft.look.heads_notes = line.starts_with("[notes] ");
        drafts.push(draft);
    }
    let article = match borders[..] {
        [start, end] => start..end,
        _ => 0..drafts.len(),
    };
    let options = Options {
        recurring: Recurring::of_lines(&again),
        ..Options::default()
    };
    let mut pieces = judge(drafts, article, &page, &options);
    pieces.swap_remove(marked.expect("a case marks a line"))
}

/// Every rule with a case in which it removes the marked line.
#[test]
fn each_rule_removes_what_it_is_for() {
    for (rule, case) in FIRES {
        assert_eq!(fired(case), Some(*rule), "{case}");
    }
}

#[test]
fn content_that_looks_alike_is_spared() {
    for case in SPARES {
        assert_eq!(fired(case), None, "{case}");
    }
}

#[test]
fn removals_that_rest_on_little_are_to_be_looked_at_first() {
    for (case, is_uncertain) in [
        // Its words, and nothing beside it: the same line in the midst of the text, and after it.
        (
            "…\n> 公众号改版后，没有设星标的读者会收不到推送，请大家动动手指。\n…",
            true,
        ),
        ("…\n> 觉得有用，欢迎关注", false),
        // A paragraph whose words promote; with prompts on both sides it is one of them.
        (
            "…\n> 山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。\n图：阿茶",
            true,
        ),
        (
            "…\n欢迎关注\n> 山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。\n投稿邮箱：tea@example.org",
            false,
        ),
        // A photograph beside a prompt, and a code.
        ("…\n欢迎关注\n> [img 900x600 poster]", true),
        ("…\n扫描下方二维码加入我们\n> [img 300x300 qr]", false),
        // A title in a list of others: the text goes on after it, or not.
        ("…\n…\n往年回顾\n> [link] 河边的一年\n…", true),
        ("…\n往年回顾\n> [link] 河边的一年", false),
        // What no one can miss.
        ("…\n> ▼▼▼\n…", false),
        ("…\n> ---\n欢迎关注\n图：阿茶", false),
        ("…\n> [img 640x20 line]\n…", false),
        ("…\n> [hidden] 山间的茶\n…", false),
        ("…\n> 视频加载失败，请刷新页面再试\n…", false),
        // What is kept is in no doubt.
        ("…\n> 推荐阅读\n…", false),
    ] {
        assert_eq!(marked(case).uncertain, is_uncertain, "{case}");
    }
}

#[test]
fn every_rule_is_tested_and_named_after_its_category() {
    let tested: HashSet<_> = FIRES.iter().map(|(rule, _)| *rule).collect();
    let mut seen = HashSet::new();
    for rule in rules() {
        assert!(seen.insert(rule.id), "two rules are called {}", rule.id);
        assert!(tested.contains(rule.id), "no case for {}", rule.id);
        let category = rule.category.name();
        assert!(
            rule.id.starts_with(&format!("{category}/")),
            "{} is not {category}",
            rule.id
        );
    }
}

#[test]
fn options_keep_and_restore() {
    let lines = [PROSE, "欢迎关注", "投稿邮箱：tea@example.org"];
    let judged = |options: &Options| -> Vec<bool> {
        let drafts = lines
            .iter()
            .map(|line| Block::paragraph(line).into())
            .collect();
        judge(drafts, 0..lines.len(), &page(), options)
            .iter()
            .map(Piece::is_kept)
            .collect()
    };
    assert_eq!(judged(&Options::default()), [true, false, false]);
    let keep = Options {
        keep: vec![Category::Follow],
        ..Options::default()
    };
    assert_eq!(judged(&keep), [true, true, false]);
    let restore = Options {
        restore: vec![2, 99],
        ..Options::default()
    };
    assert_eq!(judged(&restore), [true, false, true]);
}

#[test]
fn one_line_of_a_paragraph_can_go_alone() {
    let content = vec![
        Inline::text(PROSE),
        Inline::Break,
        Inline::text("欢迎关注"),
        Inline::Break,
        Inline::text("投稿邮箱：tea@example.org"),
    ];
    let pieces = judge(
        vec![Block::Paragraph { content }.into()],
        0..1,
        &page(),
        &Options::default(),
    );
    let kept: Vec<_> = pieces
        .iter()
        .map(|piece| (piece.is_kept(), piece.continues))
        .collect();
    assert_eq!(kept, [(true, false), (false, true), (false, true)]);
}

/// The rules that other rules name, by their ids.
#[test]
fn rules_name_rules_that_exist() {
    let mut n_named = 0;
    let folder = format!("{}/src/judge/rules", env!("CARGO_MANIFEST_DIR"));
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let is_end = |c: char| c == '"' || c.is_whitespace();
        for word in text.split(is_end).filter(|word| word.contains('/')) {
            let (category, name) = word.split_once('/').unwrap();
            let is_id = category.parse::<Category>().is_ok()
                && name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            if is_id {
                n_named += 1;
                assert!(rules().any(|rule| rule.id == word), "{word}");
            }
        }
    }
    assert!(n_named > rules().count(), "no rule names another one");
}

/// The page in the docs that lists the rules, written from the rules and the cases themselves.
fn listed_rules() -> String {
    let shown = |case: &str| format!("`{}`", case.trim().replace('\n', " ⏎ "));
    let mut page = String::from(
        "# What is left out, and why\n\n\
         Written from the rules and their tests by `UPDATE_EXPECT=1 cargo test --lib judge`; do not edit it by hand. In the\n\
         examples `⏎` ends a line, `…` stands for paragraphs of prose, and the line that begins with `>` is left out.\n\
         Words in square brackets describe what is no text: pictures, links, cards; `[again]` stands before what other articles\n\
         of the account have too.\n",
    );
    for &category in Category::ALL {
        let mut rules = rules().filter(|rule| rule.category == category).peekable();
        if rules.peek().is_none() {
            continue;
        }
        page.push_str(&format!("\n## {category}\n\n"));
        for rule in rules {
            page.push_str(&format!("- **{}**: {}.\n", rule.id, rule.reason));
            for (_, case) in FIRES.iter().filter(|(id, _)| *id == rule.id) {
                page.push_str(&format!("  - {}\n", shown(case)));
            }
        }
    }
    page.push_str("\n## What only looks alike, and is kept\n\n");
    for case in SPARES {
        page.push_str(&format!("- {}\n", shown(case)));
    }
    page
}

/// Wants the file to say what it must, or writes it.
fn assert_written(path: &str, expected: &str) {
    let file = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, expected).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == expected,
        "{path} is not what the rules say: run UPDATE_EXPECT=1 cargo test --lib judge"
    );
}

#[test]
fn the_docs_list_every_rule() {
    assert_written("docs/rules.md", &listed_rules());
}

#[test]
fn the_npm_package_lists_every_rule() {
    let rules: Vec<_> = rules()
        .map(|rule| serde_json::json!({ "id": rule.id, "category": rule.category, "reason": rule.reason }))
        .collect();
    let list = serde_json::json!({ "categories": Category::ALL, "rules": rules });
    assert_written("src/npm/made/rules.json", &format!("{list:#}\n"));
}
