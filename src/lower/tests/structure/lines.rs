//! Titles that templates set in parts, and lines that stand above their text.

use super::*;

#[test]
fn characters_in_a_box_each_are_one_title() {
    let boxed = |c: &str| {
        format!(
            "<section style='display:inline-block;background:#393;color:#fff;font-weight:bold'><p>{c}</p></section>"
        )
    };
    let row = |characters: [&str; 3]| characters.map(boxed).concat();
    check(&[
        (
            &format!("<P>{}<P>", row(["采", "茶", "人"])),
            "P\nh1 采茶人\nP",
        ),
        // A word is a card of its own; characters without a box are lines.
        (
            &format!("<P>{}<P>", row(["采茶", "制茶", "喝茶"])),
            "P\np b{采茶}\np b{制茶}\np b{喝茶}\nP",
        ),
        ("<P><p>采</p><p>茶</p><P>", "P\np 采\np 茶\nP"),
    ]);
}

#[test]
fn titles_on_two_lines_are_one() {
    const TITLE: &str = "text-align:center;font-size:20px;font-weight:bold";
    let line = |text: &str| format!("<p style='{TITLE}'>{text}</p>");
    let lines = |texts: &[&str]| texts.iter().map(|text| line(text)).collect::<String>();
    check(&[
        (
            &format!("<P>{}<P>", lines(&["山里的人", "和他们的茶"])),
            "P\nh1 山里的人 和他们的茶\nP",
        ),
        // A comma says so in letters no larger than the text too.
        (
            "<P><p style='text-align:center;color:#b22'><b>山里的人，</b></p><p style='text-align:center;color:#b22'><b>和他们的茶</b></p><P>",
            "P\nh1 山里的人， 和他们的茶\nP",
        ),
        (
            "<P><p style='text-align:center;color:#b22'><b>山里的人家</b></p><p style='text-align:center;color:#b22'><b>和他们的茶</b></p><P>",
            "P\np b{山里的人家}\np b{和他们的茶}\nP",
        ),
        // Lines of one length are verses, three lines a poem.
        (
            &format!("<P>{}<P>", lines(&["松下问童子", "言师采药去"])),
            "P\np b{松下问童子}\np b{言师采药去}\nP",
        ),
        (
            &format!("<P>{}<P>", lines(&["山里的人家", "山外的茶", "山上的云"])),
            "P\np b{山里的人家}\np b{山外的茶}\np b{山上的云}\nP",
        ),
        (
            "<P><p style='font-weight:bold'>山里的人</p><p style='font-weight:bold'>和他们的茶</p><P>",
            "P\np b{山里的人}\np b{和他们的茶}\nP",
        ),
    ]);
}

#[test]
fn bold_first_lines_head_what_stands_below() {
    let below =
        "要早，太阳出来之前，露水还在叶子上的时候，就到山里去，背着竹篓，不说话，也不回头。";
    let part = |title: &str| format!("<p style='font-size:15px'><b>{title}</b><br>{below}</p>");
    let parts = |titles: &[&str]| titles.iter().map(|title| part(title)).collect::<String>();
    let headed = |title: &str| format!("h1 {title}\np {below}");
    let whole = |title: &str| format!("p b{{{title}}}⏎{below}");
    check(&[
        (
            &parts(&["采茶", "制茶", "喝茶"]),
            &["采茶", "制茶", "喝茶"].map(headed).join("\n"),
        ),
        // Two prove nothing; nor do sentences, or lines with little below.
        (
            &parts(&["采茶", "制茶"]),
            &["采茶", "制茶"].map(whole).join("\n"),
        ),
        (
            &parts(&["采茶要早。", "制茶要快。", "喝茶要慢。"]),
            &["采茶要早。", "制茶要快。", "喝茶要慢。"]
                .map(whole)
                .join("\n"),
        ),
        (
            &"<p style='font-size:15px'><b>采茶</b><br>要早</p>".repeat(3),
            &["p b{采茶}⏎要早"; 3].join("\n"),
        ),
    ]);
}

#[test]
fn signs_over_a_quotation_stand_beside_it() {
    for (html, expected) in [
        (
            "<blockquote><section>🌈</section><p>茶是山的话。</p></blockquote>",
            "p 🌈\nquote [p 茶是山的话。]",
        ),
        (
            "<blockquote><p>“</p><p>一</p><blockquote><p>“</p><p>二</p></blockquote><p>”</p></blockquote>",
            "p “\np “\nquote [p 一\nquote [p 二]]\np ”",
        ),
        // What is quoted may be a sign.
        ("<blockquote><p>🌈</p></blockquote>", "quote [p 🌈]"),
        (
            "<blockquote><p>一</p><p>👍</p></blockquote>",
            "quote [p 一\np 👍]",
        ),
        (
            "<blockquote><p>？</p><p>一</p></blockquote>",
            "quote [p ？\np 一]",
        ),
    ] {
        assert_eq!(outline(&blocks(html)), expected, "{html}");
    }
}
