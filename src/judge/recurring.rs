//! What the articles of an account have in common: what accounts put around each of their articles.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::seen::{Kind, Seen, condense, look};
use crate::article::Article;
use crate::draft::Draft;

/// Up to how many letters a line may stand in any two articles: a number, 前言 (“foreword”), a name.
const FEW_LETTERS: usize = 4;

/// From how many bytes on a part of a picture's address is its name; WeChat's have some 80.
const PICTURE_NAME: usize = 16;

/// Lines and pictures that stand in several articles of one account, as what accounts put around each of their articles
/// does: to be left out where they stand before or after the text ([`Options::recurring`](crate::Options::recurring)).
///
/// No phrase tells these, and no look: only several articles do.
///
/// ```
/// use wechat_article_cleaner::{Options, Recurring, clean};
///
/// let page = |text: &str| format!("---\ntitle: 山\nsource: 山脚读书会\n---\n\n{text}\n\n山里的灯，一盏一盏地亮");
/// let pages = [
///     page("春天的茶山上雾气很重，采茶的人天不亮就出了门，一路上谁也不说话，只听见脚步声，露水打湿了他们的裤脚。"),
///     page("秋天的河水落下去了，渡船停在岸边没有人用，船夫坐在树下补网，偶尔抬头看看天，等着对岸有人喊他。"),
/// ];
/// let mut options = Options::default();
/// for page in &pages {
///     options.recurring.add(&clean(page, &Options::default())?);
/// }
/// assert!(!clean(&pages[0], &options)?.to_text().contains("一盏一盏地亮"));
/// # Ok::<(), wechat_article_cleaner::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Recurring {
    /// Prints of what stood in an article, each with its account: in which article it did first.
    first: HashMap<u64, usize>,
    n_articles: usize,
    /// What stood in several, and the same as lines, in the order in which it did.
    again: HashSet<String>,
    lines: String,
}

impl Recurring {
    /// What is known to recur: lines of text and addresses of pictures, one to a line.
    pub fn of_lines(lines: &str) -> Recurring {
        let mut recurring = Recurring::default();
        for line in lines.lines() {
            let name = picture_name(line).filter(|_| line.starts_with("http"));
            recurring.insert(condense(name.unwrap_or(line)));
        }
        recurring
    }

    /// What recurs, for [`of_lines`](Recurring::of_lines): lines without blanks, quotation marks and capitals, and names of
    /// pictures.
    pub fn lines(&self) -> &str {
        &self.lines
    }

    /// Takes note of an article, kept and removed pieces alike. One whose text was mostly noted before is another version of
    /// that, and passed over; so is one of an account without a name.
    pub fn add(&mut self, article: &Article) {
        let Some(account) = &article.page.account.name else {
            return;
        };
        let mut pieces = Vec::new();
        let (mut n_letters, mut n_known) = (0, 0);
        for piece in &article.pieces {
            let seen = look(&Draft::from(piece.block.clone()), 0);
            let Some(key) = key(&seen) else { continue };
            let print = print(account, &key);
            if piece.is_kept() {
                n_letters += seen.n_letters;
                if self.first.contains_key(&print) {
                    n_known += seen.n_letters;
                }
            }
            pieces.push((print, key));
        }
        if n_known * 2 > n_letters {
            return;
        }
        self.n_articles += 1;
        for (print, key) in pieces {
            let first = *self.first.entry(print).or_insert(self.n_articles);
            if first != self.n_articles {
                self.insert(key);
            }
        }
    }

    fn insert(&mut self, key: String) {
        if !self.again.contains(&key) {
            self.lines.push_str(&key);
            self.lines.push('\n');
            self.again.insert(key);
        }
    }

    /// Whether a piece stands in several articles.
    pub(super) fn holds(&self, seen: &Seen) -> bool {
        !self.again.is_empty() && key(seen).is_some_and(|key| self.again.contains(&key))
    }
}

/// By what a piece is known again; `None` of what any two articles may have.
fn key(seen: &Seen) -> Option<String> {
    match (&seen.image, seen.kind) {
        (Some(picture), _) => picture_name(&picture.url).map(condense),
        (None, Kind::Text | Kind::Heading) if seen.n_letters > FEW_LETTERS => {
            Some(seen.text.clone())
        }
        _ => None,
    }
}

/// The part of a picture's address that is its own, whatever its host, size and parameters.
fn picture_name(url: &str) -> Option<&str> {
    let (path, _) = url.split_once(['?', '#']).unwrap_or((url, ""));
    path.rsplit('/').find(|part| part.len() >= PICTURE_NAME)
}

fn print(account: &str, key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (account, key).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Block, Image};
    use crate::{Options, Piece, clean};

    /// An article of an account, with a text of its own before these lines.
    fn article(account: &str, text: &str, lines: &[&str]) -> Article {
        let page = format!("<div id=\"js_content\"><p>{text}</p></div>");
        let mut article = clean(&page, &Options::default()).unwrap();
        article.page.account.name = Some(account.to_owned());
        article.pieces.extend(lines.iter().map(|line| {
            Piece::from(if line.starts_with("http") {
                let image = Image {
                    url: (*line).to_owned(),
                    alt: String::new(),
                    width: None,
                    height: None,
                };
                Block::image(image, None)
            } else {
                Block::paragraph(line)
            })
        }));
        article
    }

    fn lines(articles: &[Article]) -> String {
        let mut recurring = Recurring::default();
        for article in articles {
            recurring.add(article);
        }
        recurring.lines().to_owned()
    }

    const SPRING: &str = "春天的茶山上雾气很重，采茶的人天不亮就出了门。";
    const AUTUMN: &str = "秋天的河水落下去了，渡船停在岸边没有人用。";

    #[test]
    fn what_stands_in_several_articles_of_an_account_recurs() {
        let lamp = "山里的灯，一盏一盏地亮";
        let found = lines(&[
            article("山脚读书会", SPRING, &[lamp, "前言", lamp]),
            article("山脚读书会", AUTUMN, &["前言", "山里的灯， 一盏一盏地亮"]),
            article(
                "河边的人",
                "夏天的雨下了整整一个月。",
                &["雨一直下到了天亮"],
            ),
            article("茶书", "冬天的山路上没有一个人。", &["雨一直下到了天亮"]),
        ]);
        assert_eq!(found, "山里的灯，一盏一盏地亮\n");
    }

    #[test]
    fn another_version_of_an_article_shows_nothing() {
        let lines_of = |text: &str| article("山脚读书会", text, &["雨一直下到了天亮"]);
        assert_eq!(lines(&[lines_of(SPRING), lines_of(SPRING)]), "");
        assert_eq!(
            lines(&[lines_of(SPRING), lines_of(AUTUMN)]),
            "雨一直下到了天亮\n"
        );
    }

    #[test]
    fn a_picture_is_known_by_the_name_in_its_address() {
        let of = |url: &str, text: &str| article("山脚读书会", text, &[url]);
        let name = "ALampInTheMountains0";
        let found = lines(&[
            of(
                &format!("https://mmbiz.qpic.cn/mmbiz_png/{name}/640?wx_fmt=png"),
                SPRING,
            ),
            of(&format!("http://mmecoa.qpic.cn/mmbiz_png/{name}/0"), AUTUMN),
        ]);
        assert_eq!(found, "alampinthemountains0\n");
        // Neither a short name nor a parameter is one's own.
        let short =
            |size: &str| format!("https://tea.example/a/640?of=ALampInTheMountains0&size={size}");
        assert_eq!(
            lines(&[of(&short("1"), SPRING), of(&short("2"), AUTUMN)]),
            ""
        );
    }

    #[test]
    fn lines_are_taken_as_they_are_given() {
        let given =
            "山里的灯， 一盏一盏地亮\nhttps://mmbiz.qpic.cn/mmbiz_png/ALampInTheMountains0/640";
        let recurring = Recurring::of_lines(given);
        assert_eq!(
            recurring.lines(),
            "山里的灯，一盏一盏地亮\nalampinthemountains0\n"
        );
        assert_eq!(
            Recurring::of_lines(recurring.lines()).lines(),
            recurring.lines()
        );
    }
}
