//! The words set below a picture.

use super::{Body, letters, text};
use crate::block::{Block, plain_text};
use crate::draft::{Draft, Look};

/// Longer than this in letters it is a text of its own.
const LONGEST: usize = 60;

/// Words of prompts that stand below pictures too; whether they go is not decided here.
const PROMPTS: [&str; 18] = [
    "扫",
    "长按",
    "识别",
    "关注",
    "点击",
    "戳",
    "二维码",
    "公众号",
    "阅读原文",
    "点赞",
    "在看",
    "分享",
    "转发",
    "加群",
    "进群",
    "星标",
    "微信",
    "滑动",
];

/// Gives each picture the caption that follows it.
pub(super) fn attach(drafts: Vec<Draft>, body: &Body) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        if let Block::Paragraph { content } = &draft.block
            && let Some(Draft {
                block: Block::Image { caption, .. },
                look,
            }) = out.last_mut()
            && caption.is_empty()
            && is_caption(&plain_text(content), draft.look, *look, body)
        {
            caption.clone_from(content);
            continue;
        }
        out.push(draft);
    }
    out
}

fn is_caption(text: &str, look: Look, picture: Look, body: &Body) -> bool {
    let n_letters = letters(text);
    if n_letters == 0
        || n_letters > LONGEST
        || look.hidden != picture.hidden
        || PROMPTS.iter().any(|word| text.contains(word))
    {
        return false;
    }
    if look.is_caption {
        return true;
    }
    let is_small = look.size <= body.size - 1.0;
    let is_grey = look.grey >= 0.9 && !body.is_grey;
    let points_up = text.starts_with(['▲', '△', '↑', '⬆']);
    let names_itself = [
        "图：",
        "图:",
        "图源",
        "图片来源",
        "图/",
        "图|",
        "图｜",
        "图注",
    ]
    .iter()
    .any(|name| {
        text.trim_start_matches(['（', '(', '▲', '△', '↑', ' '])
            .starts_with(name)
    });
    let is_quiet = look.bold < 0.5 && (is_small || is_grey);
    let is_centred = look.centred && !body.is_centred;
    is_quiet && is_centred || (points_up || names_itself) && (is_quiet || is_centred)
}

/// Whether a draft looks like a caption, wherever it stands: no heading then.
pub(super) fn looks_so(draft: &Draft) -> bool {
    draft.look.is_caption || text(&draft.block).starts_with(['▲', '△', '↑'])
}
