//! Notes and the links that publishers made of notes.

use super::{MOST_REPEATED, addresses, assert_becomes, blocks, outline};
use crate::block::{Block, Inline};

#[test]
fn links_go_back_to_their_words() {
    assert_becomes(&[
        // mdnice: the words are marked; the number of each item is a line of its own.
        (
            "<p>读<span class='footnote-word'>山间</span><sup class='footnote-ref'>[1]</sup>和<span class='footnote-word'><b>来</b>信<sup class='footnote-ref'>[2]</sup></span>。</p>\
             <h3 class='footnotes-sep'><span>参考资料</span></h3><section class='footnotes'>\
             <span class='footnote-item'><span class='footnote-num'>[1] </span><p>山间: <em>https://a.cn/1</em></p></span>\
             <span class='footnote-item'><span class='footnote-num'>[2] </span><p>https://a.cn/2</p></span></section><p>完</p>",
            "p 读a{山间}[^山间: a{https://a.cn/1}]和ba{来}a{信}[^a{https://a.cn/2}]。\nh3 参考资料\np 完",
        ),
        // doocs: the words are the note's title; all items are lines of one paragraph.
        (
            "<p>读山间<sup>[1]</sup>和<b>来信</b><sup>[2]</sup></p><h4>引用链接</h4>\
             <p class='footnotes'><code>[1]</code> 山间: <i>https://a.cn/1</i><br><code>[2]</code> 来信: <i>https://a.cn/2</i></p>",
            "p 读a{山间}[^山间: a{https://a.cn/1}]和ba{来信}[^来信: a{https://a.cn/2}]\nh4 引用链接",
        ),
        // Wenyan: a paragraph an item.
        (
            "<ul><li>读山间<sup>[1]</sup></li></ul><blockquote>来信<sup>[2]</sup></blockquote>\
             <section><p><span>[1]</span><span>山间: <i>https://a.cn/1</i></span></p><p><span>[2]</span><span>来信: <i>https://a.cn/2</i></span></p></section>",
            "ul [p 读a{山间}[^山间: a{https://a.cn/1}]]\nquote [p a{来信}[^来信: a{https://a.cn/2}]]",
        ),
        // The blank between title and address is gone.
        (
            "<p>读tea<sup>[1]</sup></p><p class='footnotes'><code>[1]</code><span>tea:</span><i>https://a.cn/1</i></p>",
            "p 读a{tea}[^tea: a{https://a.cn/1}]",
        ),
        (
            "<p>读山间<sup>[1]</sup><sup>[2]</sup></p><p>References</p><ol><li>山间: https://a.cn/1</li><li>来信: https://a.cn/2</li></ol>",
            "p 读a{山间}[^山间: a{https://a.cn/1}][^来信: a{https://a.cn/2}]\np References",
        ),
    ]);
    let found =
        blocks("<p>山间<sup>[1]</sup></p><p>[1] 山间: http://mp.weixin.qq.com/s/abc?scene=1</p>");
    let [Block::Paragraph { content }] = &found[..] else {
        panic!("{found:?}");
    };
    let [Inline::Text(run), Inline::Footnote { .. }] = &content[..] else {
        panic!("{content:?}");
    };
    assert_eq!(run.link.as_deref(), Some("https://mp.weixin.qq.com/s/abc"));
}

#[test]
fn other_notes_stand_in_the_text() {
    assert_becomes(&[
        (
            "<p>读信<sup>[1]</sup>。</p><h2>注释</h2><p>[1] 见<b>山间</b>一章。</p>",
            "p 读信[^见b{山间}一章。]。\nh2 注释",
        ),
        (
            "<p>读<span class='footnote-word'>信</span><sup>[1]</sup></p><p>[1] 山间: https://a.cn/1</p>",
            "p 读a{信}[^山间: a{https://a.cn/1}]",
        ),
        // The heading over the notes is another's.
        (
            "<p>一<sup>[1]</sup></p><h2>后记</h2><p>[1] 二</p>",
            "p 一[^二]\nh2 后记",
        ),
        // A list that is none follows.
        (
            "<p>一<sup>[1]</sup></p><p>[1] 二</p><p>三</p><ol><li>四</li><li>五</li></ol>",
            "p 一[^二]\np 三\nol1 [p 四][p 五]",
        ),
    ]);
}

#[test]
fn in_doubt_all_stays() {
    for (html, expected) in [
        // A number without a note, a note without a number, notes out of order, a text among them.
        (
            "<p>一<sup>[1]</sup><sup>[3]</sup></p><p>[1] 二</p>",
            "p 一^{[1][3]}\np [1] 二",
        ),
        (
            "<p>一<sup>[1]</sup></p><p>[1] 二</p><p>[2] 三</p>",
            "p 一^{[1]}\np [1] 二\np [2] 三",
        ),
        (
            "<p>一<sup>[1]</sup><sup>[2]</sup></p><p>[2] 二</p><p>[1] 三</p>",
            "p 一^{[1][2]}\np [2] 二\np [1] 三",
        ),
        (
            "<p>一<sup>[1]</sup><sup>[2]</sup></p><p>[1] 二</p><p>三</p><p>[2] 四</p>",
            "p 一^{[1][2]}\np [1] 二\np 三\np [2] 四",
        ),
        ("<p>一[1]</p><p>[1] 二</p>", "p 一[1]\np [1] 二"),
        (
            "<p>x<sup>2</sup></p><ol start=4294967295><li>二<li>三</ol>",
            "p x^{2}\nol4294967295 [p 二][p 三]",
        ),
        ("<p><span class='footnote-word'>一</span></p>", "p 一"),
        // No words to link, and the words of a note itself.
        (
            "<span class='footnote-word'><img src='https://a.cn/1'></span>",
            "img https://a.cn/1",
        ),
        (
            "<p>一<sup>[1]</sup></p><p>[1] <span class='footnote-word'>二</span></p>",
            "p 一[^二]",
        ),
    ] {
        assert_becomes(&[(html, expected)]);
    }
}

/// Each number would say the note once more.
#[test]
fn a_note_that_would_fill_the_memory_stays_in_its_list() {
    let drafts = |n_references: usize| {
        blocks(&format!(
            "<p>{}</p><p>[1] {}</p>",
            "一<sup>[1]</sup>".repeat(n_references),
            "注".repeat(10_000)
        ))
    };
    assert_eq!(drafts(2).len(), 1);
    let stayed = drafts(1000);
    assert_eq!(stayed.len(), 2);
    assert!(outline(&stayed[1..]).starts_with("p [1] 注注"));
}

#[test]
fn words_are_linked_as_far_as_there_is_room() {
    let url = format!("https://a.cn/{}", "a".repeat(2000));
    let html = format!(
        "<p><span class='footnote-word'>{}</span><sup>[1]</sup></p><p>[1] 山间: {url}</p>",
        "字<b>体</b>".repeat(5000)
    );
    let repeated: usize = addresses(&blocks(&html)).iter().map(String::len).sum();
    assert!(
        (1 << 23..=MOST_REPEATED + url.len()).contains(&repeated),
        "{repeated}"
    );
}
