//! Whatever Markdown is scraped from a page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wechat_article_cleaner::{Options, clean};
use wechat_article_cleaner_fuzz::check;

fuzz_target!(|data: &str| {
    let whole = format!("---\ntitle: 山\nurl: https://mp.weixin.qq.com/s/a\n---\n{data}");
    check(&clean(&whole, &Options::default()));
    // With a front matter of its own.
    check(&clean(&format!("---\ntitle: {data}"), &Options::default()));
    check(&clean(
        &format!("{data}\n![字](https://mmbiz.qpic.cn/a)"),
        &Options::default(),
    ));
});
