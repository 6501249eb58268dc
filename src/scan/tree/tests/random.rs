//! Sources made at random, the same ones each time.

/// Tags, pieces of tags, comments, references and text in no order.
pub fn soup(random: &mut Random) -> String {
    let mut soup = String::new();
    for _ in 0..random.below(24) {
        match random.below(8) {
            0..3 => {
                soup += random.one_of(&["<", "<", "</"]);
                soup += random.one_of(NAMES);
                while random.below(3) == 0 {
                    soup += random.one_of(ATTRIBUTES);
                }
                soup += random.one_of(&[">", ">", ">", ">", "/>", " >", ""]);
            }
            3 => soup += random.one_of(PIECES),
            4 => soup += random.one_of(REFERENCES),
            _ => soup += random.one_of(TEXTS),
        }
    }
    soup
}

/// Elements within each other as they should be, with comments and what is not shown among them.
pub fn nested(random: &mut Random) -> String {
    // Without text, the body would begin with the first tag that is not left out.
    let mut source = String::from("字");
    let mut open: Vec<&str> = Vec::new();
    for _ in 0..random.below(40) {
        let inner = match open.last() {
            Some(&("ul" | "ol")) => LIST,
            Some(&"dl") => TERMS,
            Some(&"table") => TABLE,
            Some(&("tbody" | "thead")) => ROWS,
            Some(&"tr") => ROW,
            Some(&("svg" | "g")) => DRAWING,
            Some(&("p" | "h2" | "span" | "b" | "i" | "a" | "text" | "title")) => PHRASING,
            _ => FLOW,
        };
        match random.below(9) {
            0..3 => {
                let name = random.one_of(inner);
                source += &format!("<{name}");
                while random.below(3) == 0 {
                    source += random.one_of(PLAIN_ATTRIBUTES);
                }
                source += ">";
                open.push(name);
            }
            3 | 4 => {
                if let Some(name) = open.pop() {
                    source += &format!("</{name}>");
                }
            }
            5 => source += random.one_of(HIDDEN),
            6 if inner == FLOW => {
                source += random.one_of(&["<br>", "<img src=x>", "<wbr/>", "<hr>"])
            }
            7 if inner == FLOW || inner == PHRASING => source += random.one_of(REFERENCES),
            _ if inner == FLOW || inner == PHRASING => {
                source += random.one_of(&["字", "1 < 2", " ", "\n"])
            }
            _ => source += random.one_of(&[" ", "\n", ""]),
        }
    }
    source
}

const LIST: &[&str] = &["li"];
const TERMS: &[&str] = &["dt", "dd"];
const TABLE: &[&str] = &["tbody", "thead"];
const ROWS: &[&str] = &["tr"];
const ROW: &[&str] = &["td", "th"];
const DRAWING: &[&str] = &["g", "text", "title", "desc"];
const PHRASING: &[&str] = &["span"];
#[rustfmt::skip]
const FLOW: &[&str] = &[
    "p", "section", "div", "ul", "ol", "dl", "table", "svg", "h2", "b", "i", "blockquote", "unknown",
];
#[rustfmt::skip]
const PLAIN_ATTRIBUTES: &[&str] = &[" a=1", " B='x>'", " c=\"&amp;&copy=&#39;\"", " d", " data-x=字"];
#[rustfmt::skip]
const HIDDEN: &[&str] = &[
    "<!-- <p> -->", "<!-->", "<?x>", "</>", "<!x>", "<script>a && b</script>", "<style>a > b</style>",
];

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "p", "div", "section", "span", "b", "i", "a", "font", "nobr", "h1", "h2", "ul", "li", "dl", "dt", "dd", "table",
    "caption", "colgroup", "col", "tbody", "tr", "td", "th", "select", "option", "optgroup", "button", "form",
    "input", "br", "hr", "img", "image", "svg", "g", "path", "foreignObject", "desc", "title", "math", "mi",
    "mtext", "annotation-xml", "ruby", "rt", "rp", "textarea", "style", "script", "xmp", "iframe", "noembed",
    "noframes", "noscript", "html", "head", "body", "frameset", "object", "marquee", "DIV", "mp-Vote", "a\0b",
];

#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    " a=1", " a=2", " A='x>'", " a", " b=\"&amp;&copy=1&notit;&lt\"", " c=&lt;x&gt", " data-字=字",
    " d\n=\r\n'x\r\ny\rz\0'", "/", " /", " =e=", " \"", " '", "\0", " encoding=text/html", " type=hidden",
    " definitionURL=x xlink:href=y",
];

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "<!--", "-->", "--!>", "<!-->", "<!--->", "<!-- x -->", "--", "<!", "<!x>", "<?x>", "</ x>", "</>", "<![CDATA[",
    "]]>", "]", "<!doctype html>", "<!DOCTYPE x PUBLIC \"a>b\">", "<", "</", ">", "/>", "\"", "'",
];

#[rustfmt::skip]
const REFERENCES: &[&str] = &[
    "&amp;", "&amp", "&copy", "&copyx", "&copy=", "&notin;", "&notit;", "&not", "&#65;", "&#x41", "&#X4e2d;",
    "&#0;", "&#13;", "&#10;", "&#128;", "&#xD800;", "&#99999999999;", "&#", "&#x;", "&", "&hellip", "&rArr;",
];

#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "字", "a", "a", " ", "\n", "\r", "\r\n", "\0", "\x0c", "=", "lt;",
];

/// Numbers that look random (xorshift).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
    }

    pub fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}
