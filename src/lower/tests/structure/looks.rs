//! Headings of one look, with numbers and without.

use super::*;

/// Lines of one look, each above prose.
fn parts(style: &str, lines: &[&str]) -> String {
    let part = |line: &&str| format!("<p style='{style}'>{line}</p><P>");
    lines.iter().map(part).collect()
}

/// The outline of such lines where all of them are headings of one level.
fn all(lines: &[&str]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("h1 {line}\nP")).collect();
    lines.join("\n")
}

#[test]
fn numbers_change_no_level() {
    const LINES: [&str; 4] = ["引言", "一、采茶", "二、制茶", "写在最后"];
    for style in [
        "font-size:18px;font-weight:bold;text-align:center",
        "font-size:18px;font-weight:bold;color:#b22",
        "font-size:18px;font-weight:bold;border:1px solid #b22",
        "font-size:18px;font-weight:bold;background:#b22;color:#fff;text-align:center",
    ] {
        assert_eq!(page(&parts(style, &LINES)), all(&LINES), "{style}");
    }
    const BOLD: &str = "font-size:18px;font-weight:bold";
    let quiet = parts(BOLD, &["茶园", "茶山"]);
    let loud = format!("{BOLD};color:#b22;text-align:center");
    let within = parts(&loud, &["（一）时节", "（二）手法"]);
    check(&[
        // What is set otherwise is of another level, and numbers within numbers are told by their kind.
        (
            &format!("{}{quiet}", parts(&loud, &["一、采茶", "二、制茶"])),
            "h1 一、采茶\nP\nh1 二、制茶\nP\nh2 茶园\nP\nh2 茶山\nP",
        ),
        (
            &format!(
                "{}{within}{}",
                parts(BOLD, &["一、采茶"]),
                parts(BOLD, &["二、制茶"])
            ),
            "h1 一、采茶\nP\nh2 （一）时节\nP\nh2 （二）手法\nP\nh1 二、制茶\nP",
        ),
    ]);
}

#[test]
fn a_series_takes_what_looks_exactly_like_it() {
    let titled = |style: &str, lines: &[&str]| (parts(style, lines), all(lines));
    let bold = |lines: &[&str]| titled("font-weight:bold", lines);
    let red = |lines: &[&str]| titled("font-weight:bold;color:#b22", lines);
    for (html, expected) in [
        // Alone they would be too few.
        bold(&["引言", "一、采茶", "二、制茶", "结语"]),
        titled(
            "font-size:18px;border-bottom:1px solid #222",
            &["楔子：满山的雾", "一、采茶", "二、制茶"],
        ),
        // One that ends in a colon.
        red(&["采茶", "制茶", "特别说明："]),
        red(&["1. 采茶", "2. 制茶：", "3. 喝茶"]),
        // Such a series stands out by one thing.
        titled("color:#b22", &["一、采茶：", "二、制茶：", "三、喝茶："]),
        titled("font-size:18px", &["第一章 采茶", "第二章 制茶"]),
    ] {
        assert_eq!(page(&html), expected, "{html}");
    }
    const BOLD: &str = "<p style='font-weight:bold'>";
    check(&[
        // Bold words within a part, a label beside bold titles, and what is exclaimed.
        (
            &format!(
                "{BOLD}一、采茶</p><P>{BOLD}山里的人</p><P>{BOLD}二、制茶</p><P>{BOLD}来吧！</p><P>"
            ),
            "h1 一、采茶\nP\np b{山里的人}\nP\nh1 二、制茶\nP\np b{来吧！}\nP",
        ),
        (
            &format!("{BOLD}采茶</p><P>{BOLD}制茶</p><P>{BOLD}喝茶</p><P>{BOLD}注意：</p><P>"),
            "h1 采茶\nP\nh1 制茶\nP\nh1 喝茶\nP\np b{注意：}\nP",
        ),
        // Two lines on end are no titles.
        (
            &format!(
                "{BOLD}一、采茶</p><P>{BOLD}二、制茶</p><P>{BOLD}林小山</p>{BOLD}陈小河</p><P>"
            ),
            "h1 一、采茶\nP\nh1 二、制茶\nP\np b{林小山}\np b{陈小河}\nP",
        ),
        // Numbers that do not count up.
        (
            "<p style='color:#b22'>二、采茶</p><P><p style='color:#b22'>一、制茶</p><P>",
            "p 二、采茶\nP\np 一、制茶\nP",
        ),
        (
            "<p style='color:#b22'>1. 采茶</p><P><p style='color:#b22'>2. 制茶</p><P>",
            "p 1. 采茶\nP\np 2. 制茶\nP",
        ),
    ]);
}
