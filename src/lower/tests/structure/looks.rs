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
