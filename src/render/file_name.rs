//! A name for the file that holds an article.

/// What file systems take, with room for an extension and a number.
const LONGEST: usize = 120;

/// The day and the title, as far as they are known.
pub(super) fn file_name(date: Option<&str>, title: &str) -> String {
    let mut name = date.unwrap_or_default().to_owned();
    let mut between = if name.is_empty() { "" } else { "-" };
    for word in title.split(is_separator).filter(|word| !word.is_empty()) {
        let room = LONGEST.saturating_sub(name.len() + between.len());
        let end = word
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take_while(|end| *end <= room)
            .last();
        let Some(end) = end else { break };
        name.extend([between, &word[..end]]);
        between = " ";
        if end < word.len() {
            break;
        }
    }
    // Windows drops dots at the end; one at the beginning hides the file elsewhere, and a dash makes it an option.
    let name = name
        .trim_start_matches(['.', ' ', '-', '~'])
        .trim_end_matches(['.', ' ']);
    if name.is_empty() {
        "article".to_owned()
    } else if is_reserved(name) {
        format!("article-{name}")
    } else {
        name.to_owned()
    }
}

/// What no name may hold on some system, and what cannot be seen in one: controls, spaces, signs of direction.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || r#"\/:*?"<>|"#.contains(c)
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}'
            | '\u{e0000}'..='\u{10ffff}')
}

/// Whether Windows keeps the name for itself, which it does whatever follows a dot.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let device = |prefix: &str| {
        stem.get(..3)
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
            && matches!(
                &stem[3..],
                "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
    };
    let reserved = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    reserved.iter().any(|name| stem.eq_ignore_ascii_case(name)) || device("com") || device("lpt")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names() {
        let day = Some("2024-03-05");
        for (date, title, expected) in [
            (day, "山间来信", "2024-03-05-山间来信"),
            (day, "Rust 1.90 发布", "2024-03-05-Rust 1.90 发布"),
            (day, "", "2024-03-05"),
            (day, "a/../b", "2024-03-05-a .. b"),
            (
                None,
                "甲/乙:丙*丁?\"戊\"<己>|庚\\辛",
                "甲 乙 丙 丁 戊 己 庚 辛",
            ),
            (None, "..\0\u{202e}a\n\tb..", "a b"),
            (None, " ?? ", "article"),
            (None, "", "article"),
            (None, "-rf ~", "rf ~"),
            (None, "---", "article"),
            (None, "con", "article-con"),
            (None, "CONIN$", "article-CONIN$"),
            (None, "LPT1.txt", "article-LPT1.txt"),
            (None, "COM0", "COM0"),
            (None, "console", "console"),
            (day, "nul", "2024-03-05-nul"),
        ] {
            assert_eq!(file_name(date, title), expected, "{title:?}");
        }
        let long = file_name(day, &"树".repeat(100));
        assert_eq!(long, format!("2024-03-05-{}", "树".repeat(36)));
        let words = file_name(None, &"春 天 ".repeat(100));
        assert!(
            words.len() <= 120 && words.ends_with(['春', '天']),
            "{words}"
        );
    }
}
