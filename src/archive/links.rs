//! Links around several blocks, which Markdown does not have.
//!
//! Where a page sets a link around a picture and its title, converters write one bracket over two paragraphs:
//! `[![](picture)`, a blank line, `title](address)`. Each of them becomes a link of its own.

/// How many lines of text such a link has at most after its picture.
const MOST_LINES: usize = 3;

/// The text with such links closed in each of their lines.
pub(super) fn closed(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut open: Vec<usize> = Vec::new();
    let mut bracket: Option<usize> = None;
    let mut in_code = false;
    for at in 0..lines.len() {
        let mut line = lines[at].trim().to_owned();
        if line.starts_with("```") || line.starts_with("~~~") {
            in_code = !in_code;
            open.clear();
        }
        if line.is_empty() || in_code {
            continue;
        }
        // Others set the bracket on a line of its own.
        if let Some(own) = bracket.take()
            && line.starts_with("![")
        {
            line.insert(0, '[');
            lines[at].clone_from(&line);
            lines[own].clear();
        }
        if line == "[" {
            bracket = Some(at);
        }
        if opens(&line) {
            open = vec![at];
            continue;
        }
        if open.is_empty() {
            continue;
        }
        open.push(at);
        if let Some((words, address)) = closes(&line) {
            lines[at] = words.to_owned();
            for at in std::mem::take(&mut open) {
                if !lines[at].trim().is_empty() {
                    let ended = lines[at].trim().to_owned();
                    let bracket = if opens(&ended) { "" } else { "[" };
                    lines[at] = format!("{bracket}{ended}]({address})");
                }
            }
        } else if line.contains(['[', ']']) || open.len() > MOST_LINES {
            open.clear();
        }
    }
    lines.join("\n")
}

/// Whether the line is a picture after a bracket that is not closed.
fn opens(line: &str) -> bool {
    line.starts_with("[![") && line.ends_with(')') && line.matches("](").count() == 1
}

/// The words and the address of a line that closes a bracket which it does not open.
fn closes(line: &str) -> Option<(&str, &str)> {
    let (words, address) = line.strip_suffix(')')?.split_once("](")?;
    (!words.contains('[') && address.starts_with("http") && !address.contains([' ', '(', ')']))
        .then_some((words, address))
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn links_around_blocks_become_links_in_them() {
        for (given, expected) in [
            (
                "[![](//a.cn/1)\n\n春天](http://a.cn/b)\n\n雨",
                "[![](//a.cn/1)](http://a.cn/b)\n\n[春天](http://a.cn/b)\n\n雨",
            ),
            (
                "[![](//a.cn/1)\n春天\n\n第一封信\n](http://a.cn/b)",
                "[![](//a.cn/1)](http://a.cn/b)\n[春天](http://a.cn/b)\n\n[第一封信](http://a.cn/b)\n",
            ),
            (
                "[\n\n![](//a.cn/1)\n\n春天\n\n](http://a.cn/b)\n\n雨",
                "\n\n[![](//a.cn/1)](http://a.cn/b)\n\n[春天](http://a.cn/b)\n\n\n\n雨",
            ),
            (
                "[![](//a.cn/1)\n\n[![](//a.cn/2)\n\n雨](http://a.cn/b)",
                "[![](//a.cn/1)\n\n[![](//a.cn/2)](http://a.cn/b)\n\n[雨](http://a.cn/b)",
            ),
        ] {
            assert_eq!(closed(given), expected);
        }
    }

    #[test]
    fn other_brackets_stay() {
        for text in [
            "[![](//a.cn/1)](http://a.cn/b)\n\n春天](http://a.cn/b)",
            "[![](//a.cn/1)\n\n春天\n\n雨",
            "[![](//a.cn/1)\n\n[春天](http://a.cn/b)",
            "[![](//a.cn/1)\n一\n二\n三\n四](http://a.cn/b)",
            "![](//a.cn/1)\n\n春天](http://a.cn/b)",
            "```\n[![](//a.cn/1)\n春天](http://a.cn/b)\n```",
            "[![](//a.cn/1)\n\na[0](1)",
            "[\n\n春天\n\n](http://a.cn/b)",
        ] {
            assert_eq!(closed(text), text);
        }
    }
}
