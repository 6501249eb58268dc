//! Whatever blocks an article is made of: its Markdown reads as these, and the rest is safe.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wechat_article_cleaner_fuzz::{check_markdown, check_written, made_up};

fuzz_target!(|data: &[u8]| {
    let article = made_up(data);
    let mut untitled = article.clone();
    untitled.page.title.clear();
    check_markdown(&untitled);
    check_written(&article);
});
