//! LaTeX from MathML, and from the drawings that MathJax makes of it.
//!
//! MathJax draws each node of its MathML as `<g data-mml-node="mfrac">` and each character as
//! `<path data-c="1D465">`, its code point; that is enough to read a formula back. What is not known gives its
//! characters, so nothing is lost. The walk is iterative and writes each part once.

use super::names::is_invisible;
use super::symbols::{Style, command, is_function, plain};
use crate::dom::{self, NodeRef};

/// What is to be written next.
enum Step<'a> {
    Node(NodeRef<'a>),
    /// In braces.
    Braced(NodeRef<'a>),
    /// Raised or lowered: in braces unless it is a single character.
    Script(NodeRef<'a>),
    Write(&'static str),
    /// A delimiter after `\left` or `\right`; none is a dot.
    Fence(Option<char>),
}

/// Writes the formula at `root`, a node of MathML or of MathJax.
pub(super) fn of(root: NodeRef<'_>) -> String {
    let mut out = String::new();
    let mut steps = vec![Step::Node(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Node(node) => {
                let next = steps_of(node, &mut out);
                steps.extend(next.into_iter().rev());
            }
            Step::Braced(node) => {
                steps.extend([Step::Write("}"), Step::Node(node), Step::Write("{")])
            }
            Step::Script(node) if is_single(node) => steps.push(Step::Node(node)),
            Step::Script(node) => steps.push(Step::Braced(node)),
            Step::Write(text) => write(text, &mut out),
            Step::Fence(fence) => write_letter(fence.unwrap_or('.'), &mut out),
        }
    }
    out.trim().to_owned()
}

/// No command is longer, its backslash included.
const LONGEST_COMMAND: usize = 32;

/// Writes a part, parted from a command before it where the two would run into one.
fn write(part: &str, out: &mut String) {
    if part.starts_with(|c: char| c.is_ascii_alphabetic()) {
        let mut before = out.bytes().rev().take(LONGEST_COMMAND);
        let start = before.position(|byte| !byte.is_ascii_alphabetic());
        if start
            .is_some_and(|letters| letters > 0 && out.as_bytes()[out.len() - letters - 1] == b'\\')
        {
            out.push(' ');
        }
    }
    out.push_str(part);
}

/// What a node is: its name in MathML, `mrow` for what only groups, nothing for what is drawn and not read.
fn kind(node: NodeRef<'_>) -> &str {
    match node.value() {
        scraper::Node::Text(text) if !text.trim().is_empty() => return "mtext",
        scraper::Node::Element(_) => {}
        _ => return "",
    }
    if let Some(kind) = dom::attr(node, "data-mml-node") {
        return kind;
    }
    match dom::name(node) {
        "text" => "mtext",
        "path" | "use" | "rect" | "line" | "ellipse" | "polygon" => "",
        name if is_invisible(name) => "",
        name if name.starts_with('m') && !name.starts_with("mjx") => name,
        name if name.starts_with("annotation") => name,
        _ => "mrow",
    }
}

fn children(node: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    node.children()
        .filter(|child| !kind(*child).is_empty())
        .collect()
}

fn has_one_child(node: NodeRef<'_>) -> bool {
    let children = node.children().filter(|child| !kind(*child).is_empty());
    children.take(2).count() == 1
}

/// Writes what a node begins with, and tells what follows.
fn steps_of<'a>(node: NodeRef<'a>, out: &mut String) -> Vec<Step<'a>> {
    use Step::*;
    let mut parts = children(node);
    let kind = kind(node);
    if matches!(kind, "msqrt" | "mroot") {
        parts.retain(|part| token(*part) != "√");
    }
    match (kind, &parts[..]) {
        ("mi" | "mn" | "mo" | "mtext" | "ms", _) => {
            write_token(kind, node, out);
            Vec::new()
        }
        ("mspace", _) => vec![Write("\\ ")],
        ("mphantom", _) => Vec::new(),
        ("mfrac", [above, below]) => {
            vec![
                Write(if has_bar(node) { "\\frac" } else { "\\binom" }),
                Braced(*above),
                Braced(*below),
            ]
        }
        ("msqrt", _) => {
            let mut steps = vec![Write("\\sqrt{")];
            steps.extend(parts.into_iter().map(Node));
            steps.push(Write("}"));
            steps
        }
        ("mroot", [base, index]) => {
            vec![Write("\\sqrt["), Node(*index), Write("]"), Braced(*base)]
        }
        ("msub", [base, below]) => vec![base_of(*base), Write("_"), Script(*below)],
        ("msup", [base, above]) if matches!(token(*above).as_str(), "′" | "″") => {
            vec![base_of(*base), Node(*above)]
        }
        ("msup", [base, above]) => vec![base_of(*base), Write("^"), Script(*above)],
        ("msubsup", [base, first, second]) | ("munderover", [base, first, second]) => {
            let (below, above) = in_order(kind, *first, *second);
            vec![
                base_of(*base),
                Write("_"),
                Script(below),
                Write("^"),
                Script(above),
            ]
        }
        ("mover", [base, above]) => match accent(&token(*above), true) {
            Some(accent) => vec![Write(accent), Braced(*base)],
            None if takes_limits(*base) => vec![Node(*base), Write("^"), Script(*above)],
            None => vec![Write("\\overset"), Braced(*above), Braced(*base)],
        },
        ("munder", [base, below]) => match accent(&token(*below), false) {
            Some(accent) => vec![Write(accent), Braced(*base)],
            None if takes_limits(*base) => vec![Node(*base), Write("_"), Script(*below)],
            None => vec![Write("\\underset"), Braced(*below), Braced(*base)],
        },
        ("mtable", _) => {
            let mut around = node
                .ancestors()
                .take_while(|outer| self::kind(*outer) != "math");
            table(
                node,
                if around.all(has_one_child) {
                    "aligned"
                } else {
                    "matrix"
                },
            )
        }
        ("mrow" | "TeXAtom", [open, inner @ .., close]) => {
            fenced(*open, inner, *close).unwrap_or_else(|| parts.into_iter().map(Node).collect())
        }
        ("annotation" | "annotation-xml", _) => Vec::new(),
        _ => parts.into_iter().map(Node).collect(),
    }
}

/// What a script stands at: in braces if it is made of several parts.
fn base_of(base: NodeRef<'_>) -> Step<'_> {
    let is_plain = matches!(kind(base), "mi" | "mn" | "mo" | "mtext") || takes_limits(base);
    if is_plain || children(base).len() == 1 && kind(base) == "TeXAtom" {
        Step::Node(base)
    } else {
        Step::Braced(base)
    }
}

/// Scripts as below and above. MathML writes them so; MathJax draws them in either order and says how high they stand.
fn in_order<'a>(kind: &str, first: NodeRef<'a>, second: NodeRef<'a>) -> (NodeRef<'a>, NodeRef<'a>) {
    let is_swapped = match (height(first), height(second)) {
        (Some(first), Some(second)) => first > second,
        (Some(_), None) | (None, Some(_)) => kind == "msubsup" && height(first).is_some(),
        (None, None) => false,
    };
    if is_swapped {
        (second, first)
    } else {
        (first, second)
    }
}

/// How high MathJax sets a part.
fn height(node: NodeRef<'_>) -> Option<f64> {
    let (_, place) = dom::attr(node, "transform")?.split_once("translate(")?;
    let (place, _) = place.split_once(')')?;
    crate::number::parse(place.split([',', ' ']).rfind(|number| !number.is_empty())?)
}

/// Whether what is set over and under a part are its limits.
fn takes_limits(node: NodeRef<'_>) -> bool {
    match kind(node) {
        "mo" => true,
        "mi" => token(node).chars().count() > 1,
        "TeXAtom" => dom::attr(node, "data-mjx-texclass") == Some("OP"),
        "munder" | "mover" => children(node)
            .get(1)
            .is_some_and(|mark| is_brace(&token(*mark))),
        _ => false,
    }
}

fn is_brace(mark: &str) -> bool {
    mark.starts_with(|c: char| matches!(c, '⏞' | '⏟' | '\u{e150}'..='\u{e155}'))
}

/// The command for a mark over or under something.
fn accent(mark: &str, is_over: bool) -> Option<&'static str> {
    let first = mark.chars().next()?;
    Some(match first {
        _ if is_brace(mark) => {
            if is_over {
                "\\overbrace"
            } else {
                "\\underbrace"
            }
        }
        '¯' | 'ˉ' | '‾' | '―' | '\u{304}' | '–' | '_' | '\u{332}' | '─' => {
            match (is_over, first) {
                (true, '¯' | 'ˉ' | '\u{304}') => "\\bar",
                (true, _) => "\\overline",
                (false, _) => "\\underline",
            }
        }
        _ if !is_over => return None,
        '^' | 'ˆ' | '\u{302}' => "\\hat",
        '~' | '˜' | '\u{303}' => "\\tilde",
        '→' | '⃗' => "\\vec",
        '˙' | '\u{307}' => "\\dot",
        '¨' | '\u{308}' => "\\ddot",
        'ˇ' | '\u{30c}' => "\\check",
        _ => return None,
    })
}

/// Whether a fraction has a bar; without one it is a binomial.
fn has_bar(fraction: NodeRef<'_>) -> bool {
    match dom::attr(fraction, "data-mml-node") {
        Some(_) => fraction.children().any(|child| dom::name(child) == "rect"),
        None => dom::attr(fraction, "linethickness").is_none_or(|width| !width.starts_with('0')),
    }
}

/// A part between brackets that grow with it, if these are such.
fn fenced<'a>(
    open: NodeRef<'a>,
    inner: &[NodeRef<'a>],
    close: NodeRef<'a>,
) -> Option<Vec<Step<'a>>> {
    use Step::*;
    let is_fence = |node: NodeRef<'_>| {
        kind(node) == "mo" || matches!(dom::attr(node, "data-mjx-texclass"), Some("OPEN" | "CLOSE"))
    };
    let fence = |node: NodeRef<'_>| token(node).chars().next();
    if !is_fence(open) || !is_fence(close) {
        return None;
    }
    let (left, right) = (fence(open), fence(close));
    let is_open = matches!(
        left,
        None | Some('(' | '[' | '{' | '|' | '∣' | '‖' | '∥' | '⟨' | '⌊' | '⌈')
    );
    let is_close = matches!(
        right,
        None | Some(')' | ']' | '}' | '|' | '∣' | '‖' | '∥' | '⟩' | '⌋' | '⌉')
    );
    if !is_open || !is_close || left.is_none() && right.is_none() {
        return None;
    }
    if let [only] = inner {
        let name = match (left, right) {
            (Some('('), Some(')')) => "pmatrix",
            (Some('['), Some(']')) => "bmatrix",
            (Some('{'), Some('}')) => "Bmatrix",
            (Some('|' | '∣'), Some('|' | '∣')) => "vmatrix",
            (Some('‖' | '∥'), Some('‖' | '∥')) => "Vmatrix",
            (Some('{'), None) => "cases",
            _ => "",
        };
        if kind(*only) == "mtable" && !name.is_empty() {
            return Some(table(*only, name));
        }
        if kind(*only) == "mfrac" && !has_bar(*only) {
            return Some(vec![Node(*only)]);
        }
    }
    let mut steps = vec![Write("\\left"), Fence(left)];
    steps.extend(inner.iter().copied().map(Node));
    steps.extend([Write("\\right"), Fence(right)]);
    Some(steps)
}

fn table<'a>(node: NodeRef<'a>, name: &'static str) -> Vec<Step<'a>> {
    use Step::*;
    let mut steps = vec![Write("\\begin{"), Write(name), Write("}")];
    for (at, row) in children(node).into_iter().enumerate() {
        if at > 0 {
            steps.push(Write(" \\\\ "));
        }
        for (at, cell) in children(row).into_iter().enumerate() {
            if at > 0 {
                steps.push(Write(" & "));
            }
            steps.push(Node(cell));
        }
    }
    steps.extend([Write("\\end{"), Write(name), Write("}")]);
    steps
}

/// The characters of a node, drawn or written, with its blanks.
fn characters(node: NodeRef<'_>) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        match node.value() {
            scraper::Node::Text(part) => text.push_str(part),
            _ => text.extend(drawn(node)),
        }
    }
    text
}

/// The characters of a token.
fn token(node: NodeRef<'_>) -> String {
    let text = characters(node);
    // Tall brackets are drawn in pieces.
    let mut whole = String::with_capacity(text.len());
    for c in text.trim().chars() {
        let bracket = match c {
            '⎛' | '⎜' | '⎝' => '(',
            '⎞' | '⎟' | '⎠' => ')',
            '⎡' | '⎢' | '⎣' => '[',
            '⎤' | '⎥' | '⎦' => ']',
            '⎧' | '⎨' | '⎩' | '⎪' => '{',
            '⎫' | '⎬' | '⎭' => '}',
            c => {
                whole.push(c);
                continue;
            }
        };
        if !whole.ends_with(['(', ')', '[', ']', '{', '}']) {
            whole.push(bracket);
        }
    }
    whole
}

/// The character that an element draws: `<path data-c="1D465">`, `<use href="#MJX-1-TEX-I-1D465">`.
fn drawn(node: NodeRef<'_>) -> Option<char> {
    let code = dom::attr(node, "data-c").or_else(|| {
        let href = dom::element(node).filter(|element| element.name() == "use")?;
        let (_, href) = href.attrs().find(|(name, _)| *name == "href")?;
        Some(href.rsplit_once('-')?.1)
    })?;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

fn is_single(node: NodeRef<'_>) -> bool {
    let text = token(node);
    let mut characters = text.chars();
    matches!(kind(node), "mi" | "mn" | "mo")
        && characters
            .next()
            .is_some_and(|c| plain(c).1.command().is_none() && c != '°')
        && characters.next().is_none()
        && !is_upright(kind(node), node, &text)
}

/// Whether a letter is drawn upright, which LaTeX does only if told.
fn is_upright(kind: &str, node: NodeRef<'_>, text: &str) -> bool {
    let is_drawn = dom::attr(node, "data-mml-node").is_some()
        || dom::attr(node, "mathvariant") == Some("normal");
    kind == "mi" && is_drawn && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn write_token(kind: &str, node: NodeRef<'_>, out: &mut String) {
    let text = token(node);
    let name = text.replace(['\u{2009}', '\u{a0}', ' '], "");
    if matches!(kind, "mtext" | "ms") {
        return write_text(&characters(node), out);
    }
    if is_function(&name) {
        write("\\", out);
        out.push_str(&name);
    } else if name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        out.extend(["\\operatorname{", &name, "}"]);
    } else if is_upright(kind, node, &name) && !name.is_empty() {
        out.extend(["\\mathrm{", &name, "}"]);
    } else {
        write_letters(&text, out);
    }
}

/// Writes characters, those of one style under one command.
fn write_letters(text: &str, out: &mut String) {
    let mut open: Option<Style> = None;
    for c in text.chars() {
        // Signs that take no room: function application, times, comma, plus.
        if matches!(c, '\u{2061}'..='\u{2064}' | '\u{200b}') {
            continue;
        }
        let (c, style) = plain(c);
        let style = style.command().map(|_| style);
        if style != open {
            if open.is_some() {
                out.push('}');
            }
            if let Some(name) = style.and_then(Style::command) {
                write(name, out);
                out.push('{');
            }
            open = style;
        }
        write_letter(c, out);
    }
    if open.is_some() {
        out.push('}');
    }
}

fn write_letter(c: char, out: &mut String) {
    match command(c) {
        Some(name) => write(name, out),
        None => write(c.encode_utf8(&mut [0; 4]), out),
    }
}

fn write_text(text: &str, out: &mut String) {
    if text.is_empty() {
        return;
    }
    out.push_str("\\text{");
    for c in text.chars() {
        match c {
            '\u{a0}' => out.push(' '),
            '{' | '}' | '%' | '#' | '&' | '$' | '_' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            c => out.push(c),
        }
    }
    out.push('}');
}
