//! What a text refers to by name: notes (`[^1]: …`) and addresses of links (`[1]: https://…`).
//!
//! Articles have such lines for text, too. So only those are taken out that something refers to: `[^1]`, `[words][1]`.

use std::cell::Cell;

use super::lines::{ended_fence, indentation, is_fence_end};

/// Longer names are text.
const LONGEST_NAME: usize = 40;

/// Further definitions are text. It also bounds how many are looked at for each name.
const MOST: usize = 256;

/// Notes, whose names begin with `^`, and addresses.
#[derive(Default)]
pub(super) struct Definitions<'a> {
    all: Vec<Definition<'a>>,
    /// How many bytes may still be put into the text. Each definition has room once; what is short may be used again.
    room: Cell<usize>,
}

struct Definition<'a> {
    name: &'a str,
    /// The line on which it begins, and how many go on with it.
    at: usize,
    n_further: usize,
    is_referred_to: bool,
    text: String,
    /// Whether it came to stand where something refers to it.
    is_put: Cell<bool>,
}

impl<'a> Definitions<'a> {
    /// Takes the definitions out of the lines of a text; `fences` are the longest that end a code after each.
    pub fn take(lines: &mut [&'a str], fences: &[[usize; 2]]) -> Definitions<'a> {
        let mut all: Vec<Definition<'a>> = Vec::new();
        let mut code = None;
        for (at, (line, longest)) in lines.iter().zip(fences).enumerate() {
            if let Some((sign, n)) = code {
                if is_fence_end(line, sign, n) {
                    code = None;
                }
            } else if let Some((sign, n, _)) = ended_fence(line, *longest) {
                code = Some((sign, n));
            } else if let Some((name, _)) = definition(line) {
                if all.len() < MOST && !all.iter().any(|known| known.name == name) {
                    all.push(Definition {
                        name,
                        at,
                        n_further: 0,
                        is_referred_to: false,
                        text: String::new(),
                        is_put: Cell::new(false),
                    });
                }
            } else if indentation(line) >= 4
                && let Some(last) = all.last_mut()
                && last.at + last.n_further + 1 == at
            {
                last.n_further += 1;
            }
        }
        let mut room = 0;
        for line in lines.iter() {
            room += line.len();
            for at in memchr::memchr_iter(b'[', line.as_bytes()) {
                if let Some(name) = name(&line[at..])
                    && (name.starts_with('^') || line[..at].ends_with(']'))
                    && (at > 0 || definition(line).is_none())
                    && let Some(used) = all.iter_mut().find(|known| known.name == name)
                {
                    used.is_referred_to = true;
                }
            }
        }
        all.retain(|definition| definition.is_referred_to);
        for found in &mut all {
            for line in &mut lines[found.at..][..=found.n_further] {
                let rest = definition(line).map_or(*line, |(_, rest)| rest);
                // No note stands within another.
                found.text.push_str(&rest.trim().replace("[^", "[\\^"));
                found.text.push('\n');
                *line = "";
            }
        }
        Definitions {
            all,
            room: Cell::new(room),
        }
    }

    /// What the name in brackets at the start of the text stands for, and the name.
    pub fn get<'b>(&self, text: &'b str) -> Option<(&'b str, &str)> {
        let name = name(text)?;
        let found = self.all.iter().find(|known| known.name == name)?;
        let text = found.text.trim_end();
        self.room.set(self.room.get().checked_sub(text.len())?);
        found.is_put.set(true);
        Some((name, text))
    }

    /// The definitions that came to stand nowhere, since only code refers to them, as the lines that they were.
    pub fn left(&self) -> impl Iterator<Item = String> {
        let left = self.all.iter().filter(|found| !found.is_put.get());
        left.map(|found| format!("[{}]: {}", found.name, found.text))
    }
}

/// The name in brackets at the start of the text.
fn name(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('[')?;
    let end = inside.bytes().take(LONGEST_NAME).position(|b| b == b']')?;
    Some(&inside[..end]).filter(|name| !name.trim_start_matches('^').is_empty())
}

/// What a line defines: a note, or an address of the web.
fn definition(line: &str) -> Option<(&str, &str)> {
    let name = name(line)?;
    let rest = line[name.len() + 2..].strip_prefix(':')?.trim();
    let is_address = || rest.trim_start_matches('<').starts_with("http");
    (!rest.is_empty() && (name.starts_with('^') || is_address())).then_some((name, rest))
}
