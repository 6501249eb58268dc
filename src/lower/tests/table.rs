//! Tables, and what is set as one.

use super::assert_becomes;

#[test]
fn tables() {
    assert_becomes(&[
        (
            "<table><tr><th>甲</th><th>乙</th></tr><tr><td>一<br>二</td></tr></table>",
            "table 甲|乙 / 一⏎二|",
        ),
        // A head is bold anyway; a bold cell in it is not.
        (
            "<table><tr><td><b>甲</b><td><b>乙</b><tr><td><b>一</b><td>二</table>",
            "table 甲|乙 / b{一}|二",
        ),
        (
            "<table><caption>表一</caption><tr><td>一<td>二<tr><td>三<td>四</table>",
            "p 表一\ntable 一|二 / 三|四",
        ),
        (
            "<table><tr><td><p>一</p><ul><li>二<li>三</ul><td>四<tr><td>五<td>六</table>",
            "table 一⏎二⏎三|四 / 五|六",
        ),
    ]);
}

#[test]
fn every_place_belongs_to_one_cell() {
    assert_becomes(&[
        (
            "<table><tr><td colspan=2>甲<td>乙<tr><td>一<td>二<td>三</table>",
            "table 2x1:甲|乙 / 一|二|三",
        ),
        (
            "<table><tr><td rowspan=2>甲<td>乙<tr><td>一<tr><td>二<td>三</table>",
            "table 1x2:甲|乙 / 一 / 二|三",
        ),
        // The wider cell of the second row would lie over 乙.
        (
            "<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>一<tr><td>二<td>三</table>",
            "table 甲|1x2:乙 / 一 / 二|三",
        ),
        // No row is further down, no column is of use to all alike.
        (
            "<table><tr><td rowspan=99 colspan=2>甲<td>乙<tr><td>一</table>",
            "table 1x2:甲|乙 / 一",
        ),
        (
            "<table><tr><td colspan=0>甲<td colspan=-1>乙<tr><td colspan=x>一<td rowspan=0>二</table>",
            "table 甲|乙 / 一|二",
        ),
    ]);
    let huge = "<table>".to_owned() + &"<tr><td colspan=1000 rowspan=1000>一<td>二".repeat(50);
    let tree = crate::dom::parse(&huge);
    let lowered = super::lower(tree.tree.root());
    assert!(format!("{:?}", lowered.recovered()).len() < 1_000_000);
}

#[test]
fn layout_is_no_table() {
    assert_becomes(&[
        ("<table><tr><td>一<td>二</table>", "p 一\np 二"),
        (
            "<table><tr><td colspan=2>一<tr><td colspan=2>二</table>",
            "p 一\np 二",
        ),
        (
            "<table><tr><td><table><tr><td>一<td>二<tr><td>三<td>四</table></table>",
            "table 一|二 / 三|四",
        ),
        (
            "<table><tr><td>一<td><mpvoice name='雨声'></mpvoice><tr><td>二<td>三</table>",
            "p 一\nAudio 雨声 -\np 二\np 三",
        ),
    ]);
}
