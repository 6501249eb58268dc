//! A program for WebAssembly that has the crate as a library, and its own allocator: with the crate's own it would not
//! build. `library.test.mjs` runs it; its panics are traps.

use std::alloc::System;

use wechat_article_cleaner::{Options, clean_bytes, rules};

#[global_allocator]
static MEMORY: System = System;

fn main() {
    // 春天到了。 in GBK, which nobody but the crate decodes here.
    let page = b"<meta charset=\"gbk\"><div id=\"js_content\"><p>\xb4\xba\xcc\xec\xb5\xbd\xc1\xcb\xa1\xa3</p></div>";
    let article = clean_bytes(page, &Options::default()).expect("it is an article");
    assert_eq!(article.to_text(), "春天到了。\n");
    assert!(rules().all(|rule| !rule.reason.is_empty()));
}
