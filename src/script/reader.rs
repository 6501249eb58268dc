//! Reads one JavaScript expression.

use super::Value;
use super::code::Code;
use super::evaluate::{apply, call, member, method};

/// How deep arrays, objects, parentheses and calls may stand within each other; what lies deeper reads as null.
const MAX_DEPTH: usize = 64;

/// Reads the expression at the start of `source`; what follows it does not matter. `None` if it has no end.
#[cfg(test)]
pub(super) fn read(source: &str) -> Option<Value> {
    read_on(source).0
}

/// Reads the expression at the start of `source`, and tells how far it was read.
pub(crate) fn read_on(source: &str) -> (Option<Value>, usize) {
    let mut reader = Reader::new(source);
    (reader.expression(), reader.at)
}

/// A place in a script, and how deep the expression there stands within others.
pub(super) struct Reader<'a> {
    pub source: &'a str,
    pub at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    pub fn new(source: &'a str) -> Self {
        Reader {
            source,
            at: 0,
            depth: 0,
        }
    }

    /// An expression without commas. Of an assignment, the value assigned.
    fn expression(&mut self) -> Option<Value> {
        if self.depth == MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let value = self.conditional();
        self.depth -= 1;
        value
    }

    fn conditional(&mut self) -> Option<Value> {
        let value = self.binary(0)?;
        if self.eat(b'=') {
            return self.expression();
        }
        if !self.eat(b'?') {
            return Some(value);
        }
        let (yes, _) = (self.expression()?, self.expect(b':')?);
        let no = self.expression()?;
        Some(if value.is_truthy() { yes } else { no })
    }

    /// Operands joined by operators that bind more tightly than `floor`.
    fn binary(&mut self, floor: u8) -> Option<Value> {
        let mut left = self.unary()?;
        while let Some((operator, tightness)) = self.operator()
            && tightness > floor
        {
            self.at += operator.len();
            let right = self.binary(tightness)?;
            left = apply(left, operator, right);
        }
        Some(left)
    }

    /// The operator that comes next, and how tightly it binds.
    fn operator(&mut self) -> Option<(&'static str, u8)> {
        const OPERATORS: [(&str, u8); 10] = [
            ("||", 1),
            ("??", 1),
            ("&&", 2),
            ("===", 3),
            ("!==", 3),
            ("==", 3),
            ("!=", 3),
            ("+", 4),
            ("-", 4),
            ("*", 5),
        ];
        self.skip_blanks();
        let rest = self.rest();
        OPERATORS
            .into_iter()
            .find(|(operator, _)| rest.starts_with(operator.as_bytes()))
    }

    fn unary(&mut self) -> Option<Value> {
        self.skip_blanks();
        match self.peek()? {
            sign @ (b'!' | b'-' | b'+') => {
                self.at += 1;
                // Each sign counts as a level, so that a run of signs can't overflow the stack.
                self.depth += 1;
                let operand = if self.depth < MAX_DEPTH {
                    self.unary()
                } else {
                    None
                };
                self.depth -= 1;
                let operand = operand?;
                Some(match sign {
                    b'!' => Value::Bool(!operand.is_truthy()),
                    b'-' => operand
                        .number()
                        .map_or(Value::Null, |number| Value::Number(-number)),
                    _ => operand.number().map_or(Value::Null, Value::Number),
                })
            }
            _ => self.postfix(),
        }
    }

    /// An operand with the calls, members and indexes that follow it.
    fn postfix(&mut self) -> Option<Value> {
        let (mut value, function) = self.operand()?;
        if self.eat(b'(') {
            value = call(function, self.items(b')')?);
        }
        loop {
            if self.eat(b'.') {
                self.skip_blanks();
                let name = self.identifier();
                if name.is_empty() {
                    return None;
                }
                value = if self.eat(b'(') {
                    method(value, name, &self.items(b')')?)
                } else {
                    member(value, name)
                };
            } else if self.eat(b'[') {
                self.items(b']')?;
                value = Value::Null;
            } else if self.eat(b'(') {
                self.items(b')')?;
                value = Value::Null;
            } else {
                return Some(value);
            }
        }
    }
}

impl<'a> Reader<'a> {
    /// A literal, a parenthesis or a name. Of a name, its value is null, and it is returned too.
    fn operand(&mut self) -> Option<(Value, &'a str)> {
        let value = match self.peek()? {
            b'\'' | b'"' => Value::String(self.string()?),
            b'`' => self.template()?,
            b'[' => {
                self.at += 1;
                Value::Array(self.items(b']')?)
            }
            b'{' => {
                self.at += 1;
                Value::Object(self.members()?)
            }
            b'(' => {
                self.at += 1;
                self.items(b')')?.pop()?
            }
            b'/' => {
                self.at = Code::new(self.source).after(self.at, b'(');
                Value::Null
            }
            b'0'..=b'9' | b'.' => self.numeral()?,
            _ => {
                let name = self.identifier();
                match name {
                    "" => return None,
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    _ => return Some((Value::Null, name)),
                }
            }
        };
        Some((value, ""))
    }

    /// Expressions parted by commas, up to and including `close`.
    fn items(&mut self, close: u8) -> Option<Vec<Value>> {
        let mut items = Vec::new();
        loop {
            self.skip_blanks();
            if self.peek()? == close {
                self.at += 1;
                return Some(items);
            }
            items.push(self.item(close)?);
        }
    }

    /// Members of an object, up to and including its brace.
    fn members(&mut self) -> Option<Vec<(String, Value)>> {
        let mut members = Vec::new();
        loop {
            self.skip_blanks();
            if self.peek()? == b'}' {
                self.at += 1;
                return Some(members);
            }
            let start = self.at;
            let key = match self.peek()? {
                b'\'' | b'"' => self.string(),
                _ => Some(self.identifier().to_owned()),
            };
            match key {
                Some(key) if self.eat(b':') => members.push((key, self.item(b'}')?)),
                // A method, a spread, a computed or a shortened member.
                _ => {
                    self.at = start;
                    self.skip_item(b'}')?;
                }
            }
        }
    }

    /// One of several expressions, and the comma after it. What can't be read is skipped and reads as null.
    fn item(&mut self, close: u8) -> Option<Value> {
        let start = self.at;
        let value = self.expression();
        self.skip_blanks();
        // At the end of the source there is nothing to skip to.
        let next = self.peek()?;
        if let Some(value) = value
            && (next == close || next == b',')
        {
            self.at += usize::from(next == b',');
            return Some(value);
        }
        self.at = start;
        self.skip_item(close)?;
        Some(Value::Null)
    }

    /// Skips to the comma that ends an item, and over it, or to `close`.
    fn skip_item(&mut self, close: u8) -> Option<()> {
        let code = Code::new(self.source);
        let mut before = b'(';
        let mut nesting = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b',' if nesting == 0 => {
                    self.at += 1;
                    return Some(());
                }
                _ if byte == close && nesting == 0 => return Some(()),
                b'(' | b'[' | b'{' => nesting += 1,
                b')' | b']' | b'}' => nesting = nesting.checked_sub(1)?,
                _ => {}
            }
            self.at = code.after(self.at, before);
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
        }
        None
    }

    /// The identifier or number that comes next, or an empty string.
    fn identifier(&mut self) -> &'a str {
        let rest = self.source.get(self.at..).unwrap_or_default();
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
        let n_ascii = rest.bytes().take_while(|byte| is_part(*byte)).count();
        let further = rest[n_ascii..].find(|c| !super::is_identifier(c));
        let end = further.map_or(rest.len(), |further| n_ascii + further);
        self.at += end;
        &rest[..end]
    }

    pub fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    /// Steps over `sign` if it comes next, and is not the beginning of a longer operator.
    fn eat(&mut self, sign: u8) -> bool {
        self.skip_blanks();
        let is_next = match self.rest() {
            [b'=', b'=' | b'>', ..] => false,
            rest => rest.first() == Some(&sign),
        };
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, sign: u8) -> Option<()> {
        self.eat(sign).then_some(())
    }

    fn rest(&self) -> &'a [u8] {
        self.source.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Skips blanks and comments. Asked before each sign that may come next, and nearly always there are none.
    fn skip_blanks(&mut self) {
        loop {
            match self.rest() {
                [b' ' | b'\t'..=b'\r', ..] => self.at += 1,
                [b'/', b'/' | b'*', ..] => self.at = Code::new(self.source).after(self.at, b'('),
                [0x80..=0xff, ..] => {
                    let rest = self.source.get(self.at..).unwrap_or_default();
                    let n_blanks = rest.len() - rest.trim_start().len();
                    if n_blanks == 0 {
                        return;
                    }
                    self.at += n_blanks;
                }
                _ => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn string(text: &str) -> Value {
        Value::String(text.to_owned())
    }

    #[test]
    fn reads_literals() {
        let array =
            |items: &[f64]| Value::Array(items.iter().copied().map(Value::Number).collect());
        for (source, expected) in [
            ("'春天' // rest", string("春天")),
            (
                r#""a\x26b\u4e2d\u{1F375}\ud83c\udf75""#,
                string("a&b中🍵🍵"),
            ),
            (r#"'\n\r\t\'\"\\\/\中\z'"#, string("\n\r\t'\"\\/中z")),
            ("'a\\\nb\\\r\nc'", string("abc")),
            (
                r"'\ud83c' + '\udf75\ud83cx'",
                string("\u{FFFD}\u{FFFD}\u{FFFD}x"),
            ),
            (r"'\xz \u12 \u{}'", string("xz u12 u{}")),
            ("`a\n\\`$5`", string("a\n`$5")),
            ("`a${b}`", Value::Null),
            ("12", Value::Number(12.0)),
            ("-0x1F", Value::Number(-31.0)),
            (".5e+2 ", Value::Number(50.0)),
            ("1.5E-1;", Value::Number(0.15)),
            ("true", Value::Bool(true)),
            ("!1", Value::Bool(false)),
            ("null", Value::Null),
            ("undefined", Value::Null),
            ("[1, /* two */ 2,\n3,]", array(&[1.0, 2.0, 3.0])),
            ("[]", array(&[])),
            ("((1))", Value::Number(1.0)),
        ] {
            assert_eq!(read(source), Some(expected), "{source}");
        }
    }

    #[test]
    fn reads_objects() {
        let value = read(
            "{ // data\n name: '山', 'q-k': JsDecode('\\x26amp;'), 1: [ , 'x'], deep: {list: [{a: '0' * 1,},],},\
             short, method() { return {a: ','} }, f: function (a, b) { return (/[,}]/) }, ...rest, [k]: 1, last: true }",
        )
        .unwrap();
        assert_eq!(value.get("name"), Some(&string("山")));
        assert_eq!(value.get("q-k"), Some(&string("&amp;")));
        assert_eq!(
            value.get("1"),
            Some(&Value::Array(vec![Value::Null, string("x")]))
        );
        let deep = value.get("deep").and_then(|deep| deep.get("list"));
        assert_eq!(
            deep,
            Some(&Value::Array(vec![Value::Object(vec![(
                "a".to_owned(),
                Value::Number(0.0)
            )])]))
        );
        assert_eq!(value.get("f"), Some(&Value::Null));
        assert_eq!(value.get("last"), Some(&Value::Bool(true)));
        assert_eq!(value.get("method"), None);
    }

    #[test]
    fn evaluates_what_data_is_dressed_in() {
        for (source, expected) in [
            ("'1524926195'*1", Value::Number(1_524_926_195.0)),
            ("'' * 1", Value::Null),
            ("'0' * 1 || 0", Value::Number(0.0)),
            ("\"\" || \"2247\" || \"\"", string("2247")),
            ("'' || ''", string("")),
            ("x && 'a'", Value::Null),
            ("'a' && 'b' || 'c'", string("b")),
            ("'true' === 'true' ? 1 : 0", Value::Number(1.0)),
            ("'1' == 1", Value::Bool(true)),
            ("'a' !== 'b'", Value::Bool(true)),
            ("xml ? getXmlValue('title.DATA') : '山'", string("山")),
            ("xml ?\n getXmlValue(\"a\", [1]).b : \n '山'", string("山")),
            ("type === 1 ? 'a' : type !== 2 ? 'b' : 'c'", string("c")),
            ("'a' + 'b' + 1 + x", string("ab1")),
            ("1 + 2 * 3 - 1", Value::Number(6.0)),
            ("JsDecode('\\x3cp\\x3e\\x5cx0a')", string("<p>\n")),
            ("htmlDecode(\"茶&amp;水\")", string("茶&amp;水")),
            ("decodeURIComponent('%E8%8C%B6')", string("茶")),
            ("'&lt;b&gt;'.html(false).trim()", string("&lt;b&gt;")),
            ("'&lt;b&gt;'.html(true)", string("&lt;b&gt;")),
            (
                "'a b'.replace(/\\r/g, '').replace(/['\",)]/g, '<br>')",
                string("a b"),
            ),
            (
                "[1, 2, 3].slice(1, 2)",
                Value::Array(vec![Value::Number(2.0)]),
            ),
            ("{a: {b: 'x'}}.a.b", string("x")),
            ("window.title = d.name = 'x'", string("x")),
            ("window.cgiData || {}", Value::Object(vec![])),
            ("new Date('2020')", Value::Null),
        ] {
            assert_eq!(read(source), Some(expected), "{source}");
        }
    }

    #[test]
    fn gives_up_without_an_end() {
        for source in [
            "", "  ", "'abc", "'a\nb'", "\"\\", "'\\x4", "`a", "[1, 2", "{a: 1", "{a: ", "f(", "(",
            "a.", "a ?", "a ? b", "/* ", ")", "{,",
        ] {
            assert_eq!(read(source), None, "{source}");
        }
    }

    #[test]
    fn survives_every_cut_and_depth() {
        let source = "{a: '\\u{1F375}\\x26茶' * 1 || [JsDecode(\"中\\\n\"), /[/]'/g, `x${y}`], b: x ? {c: -!+1} : f(g)[0].h}";
        for end in (0..source.len()).filter(|&end| source.is_char_boundary(end)) {
            let _ = read(&source[..end]);
            let _ = read(&source[end..]);
        }
        for open in [
            "[", "{a:", "(", "f(", "!", "-", "a=", "a?", "x?b:", "''+", "a[", "[{a:(", "a||(",
        ] {
            let _ = read(&open.repeat(100_000));
        }
        let deep = format!("[{}1{}, 'after']", "[".repeat(500), "]".repeat(500));
        let Some(Value::Array(items)) = read(&deep) else {
            panic!("the array around the deep one has an end");
        };
        assert_eq!(items.last(), Some(&string("after")));
    }
}
