//! Whatever stands in an article: nothing of it is lost, and what comes out is safe.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wechat_article_cleaner::{Options, clean};
use wechat_article_cleaner_fuzz::{check, check_nothing_is_lost, cleaned_bare, page_of};

fuzz_target!(|body: &str| {
    let cleaned = clean(&page_of(body), &Options::default());
    check(&cleaned);
    if let Ok(article) = cleaned {
        check_nothing_is_lost(body, &article);
    }
    let (body, cleaned) = cleaned_bare(body);
    if let Ok(article) = cleaned {
        check_nothing_is_lost(&body, &article);
    }
});
