//! Times this crate beside `dom_smoothie` with `htmd`: `bench PAGE ROUNDS` prints a line for each, its name and the
//! milliseconds of each round, parted by tabs.

use std::env;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use dom_smoothie::Readability;
use wechat_article_cleaner::{Options, clean};

type Contender = (&'static str, fn(&str) -> Option<String>);

const CONTENDERS: [Contender; 2] = [
    ("wechat-article-cleaner", |html| {
        Some(clean(html, &Options::default()).ok()?.to_markdown())
    }),
    ("dom_smoothie, htmd", |html| {
        let article = Readability::new(html, None, None).ok()?.parse().ok()?;
        htmd::convert(&article.content).ok()
    }),
];

fn main() {
    let mut arguments = env::args().skip(1);
    let page = fs::read_to_string(arguments.next().expect("a page")).expect("a page that can be read");
    let rounds: usize = arguments.next().and_then(|n| n.parse().ok()).expect("a number of rounds");
    let mut times = vec![Vec::new(); CONTENDERS.len()];
    for round in 0..rounds + rounds.div_ceil(5) {
        for ((_, clean), times) in CONTENDERS.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(clean(&page));
            if round >= rounds.div_ceil(5) {
                times.push(start.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    for ((name, _), times) in CONTENDERS.iter().zip(&times) {
        let times: Vec<_> = times.iter().map(f64::to_string).collect();
        println!("{name}\t{}", times.join("\t"));
    }
}
