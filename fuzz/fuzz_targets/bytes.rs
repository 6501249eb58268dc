//! Whatever bytes are given, an answer comes, and it is safe.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wechat_article_cleaner::{Options, clean_bytes};
use wechat_article_cleaner_fuzz::check;

fuzz_target!(|data: &[u8]| check(&clean_bytes(data, &Options::default())));
