//! What comes out, as Markdown and as HTML, reads as the article that it was written from.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wechat_article_cleaner_fuzz::{check_markdown, check_nothing_is_lost, kept_whole};

fuzz_target!(|body: &str| {
    let Some(article) = kept_whole(body) else {
        return;
    };
    check_markdown(&article);
    // Our own HTML, given once more, loses nothing either.
    let html = article.to_html();
    if let Some(again) = kept_whole(&html) {
        check_nothing_is_lost(&html, &again);
    }
});
