//! The words set below a picture.

use super::credit::names_maker;
use super::{Body, PROSE, letters, text};
use crate::block::{Block, Image, plain_text};
use crate::draft::{Draft, Look};
use crate::words::{has_any, words};

/// Longer than this in letters it is a text of its own.
const LONGEST: usize = 60;

/// Words of prompts that stand below pictures too; whether they go is not decided here.
const PROMPTS: &str =
    "扫 长按 识别 关注 点击 戳 二维码 公众号 阅读原文 点赞 在看 分享 转发 加群 进群 星标 微信 滑动";

/// Gives each picture the caption that follows it. After the last of the prose what stands below pictures and neither is
/// marked as a caption nor says so is as likely a slogan, which must be judged for itself.
pub(super) fn attach(drafts: Vec<Draft>, body: &Body) -> Vec<Draft> {
    let is_prose = |draft: &Draft| letters(&text(&draft.block)) >= PROSE;
    let last_prose = drafts.iter().rposition(is_prose).unwrap_or_default();
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.into_iter().enumerate() {
        if let Block::Paragraph { content } = &draft.block
            && let Some(Draft {
                block: Block::Image { image, caption, .. },
                look,
            }) = out.last_mut()
            && caption.is_empty()
            && (at < last_prose || draft.look.is_caption || says_so(&plain_text(content)))
            && is_shown(image)
            && is_caption(&plain_text(content), draft.look, *look, body)
        {
            caption.clone_from(content);
            continue;
        }
        out.push(draft);
    }
    out
}

/// Whether a picture is large enough to show something.
fn is_shown(image: &Image) -> bool {
    image.width.is_none_or(|width| width > 120) && image.height.is_none_or(|height| height > 60)
}

fn is_caption(text: &str, look: Look, picture: Look, body: &Body) -> bool {
    let n_letters = letters(text);
    if n_letters == 0
        || n_letters > LONGEST
        || look.hidden != picture.hidden
        || names_maker(text)
        || has_any(text, PROMPTS)
    {
        return false;
    }
    if look.is_caption {
        return true;
    }
    let is_small = look.size <= body.size - 1.0;
    let is_grey = look.grey >= 0.9 && !body.is_grey;
    let is_quiet = look.bold < 0.5 && (is_small || is_grey);
    let is_centred = look.centred && !body.is_centred;
    // A sentence that the text below goes on with.
    let breaks_off = text.ends_with('…');
    is_quiet && is_centred && !breaks_off || says_so(text) && (is_quiet || is_centred)
}

/// Whether a line says of itself that it stands below a picture.
fn says_so(text: &str) -> bool {
    let named = text.trim_start_matches(['（', '(', '▲', '△', '↑', ' ']);
    text.starts_with(['▲', '△', '↑', '⬆'])
        || words("图： 图: 图源 图片来源 图/ 图| 图｜ 图注").any(|name| named.starts_with(name))
}

/// Whether a draft looks like a caption, wherever it stands: no heading then.
pub(super) fn looks_so(draft: &Draft) -> bool {
    draft.look.is_caption || text(&draft.block).starts_with(['▲', '△', '↑'])
}
