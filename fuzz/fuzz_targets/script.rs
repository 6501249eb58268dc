//! Whatever stands in the scripts that hold a page's data.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wechat_article_cleaner::{Options, clean};
use wechat_article_cleaner_fuzz::check;

fuzz_target!(|data: &str| {
    let whole = format!(
        "<!DOCTYPE html><html><head><meta property=og:url content=https://mp.weixin.qq.com/s/a></head><body>\
         <script>{data}</script></body></html>"
    );
    check(&clean(&whole, &Options::default()));
    // As the data of a post of today.
    let object = format!(
        "<!DOCTYPE html><html><body><div id=js_content></div>\
         <script>window.cgiDataNew = {{item_show_type: '10' * 1, text_page_info: {{content: '字'}}, {data}}};</script>"
    );
    check(&clean(&object, &Options::default()));
    // As a string of JSON or JavaScript.
    check(&clean(data, &Options::default()));
});
