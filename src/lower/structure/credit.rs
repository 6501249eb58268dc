//! Lines that name who made an article, or where it comes from: neither headings nor captions, however they are set.

use crate::measure;
use crate::roles::{SEPARATORS, is_named_after_blank, is_of_pictures, is_role};

/// Whether a line is a credit: `来源：…`, `文 | …`.
pub(super) fn is_credit(line: &str) -> bool {
    role(line).is_some_and(is_role)
}

/// Whether a line is a credit for more than pictures.
pub(super) fn names_maker(line: &str) -> bool {
    role(line).is_some_and(|role| is_role(role) && !is_of_pictures(role))
}

/// What stands before the name.
fn role(line: &str) -> Option<&str> {
    let bare = measure::from_letter(line);
    // 丨 is a letter to Unicode and a bar to those who write credits.
    let end = bare.find(|c: char| !c.is_alphanumeric() || c == '丨')?;
    let (role, rest) = bare.split_at(end);
    let is_parted = rest.trim_start().starts_with(SEPARATORS);
    (is_parted || is_named_after_blank(role, rest)).then_some(role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_credits() {
        for (line, of_text, of_any) in [
            ("来源：山间来信", true, true),
            ("文 | 林小山", true, true),
            ("文丨林小山", true, true),
            ("文 林小山", true, true),
            ("【作者丨林小山】", true, true),
            ("图源：小镇", false, true),
            ("图︱林小山", false, true),
            ("作者∣林小山", true, true),
            ("文人的山", false, false),
            ("作者 简介", false, false),
            ("图 1 茶山", false, false),
            ("来源", false, false),
            ("第一步：烧水", false, false),
        ] {
            assert_eq!(
                (names_maker(line), is_credit(line)),
                (of_text, of_any),
                "{line}"
            );
        }
    }
}
