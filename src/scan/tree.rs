//! Builds the tree of a page from its tokens.
//!
//! Where an element stands is decided by html5ever's tree builder. Its tokenizer is passed by: the source has been cut
//! into tokens here, and the tokenizer's table of character references alone would be a third of the WebAssembly.
//! What else the standard asks of a tokenizer (§ 13.2.5) is done here: line ends, U+0000, character references, names
//! in lower case, attributes that are named twice.

use std::borrow::Cow;

use ego_tree::NodeId;
use html5ever::tokenizer::states::{RawKind, Rcdata};
use html5ever::tokenizer::{self, Tag, TagKind, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName, ns};
use memchr::memchr3;
use scraper::{Html, HtmlTreeSink};

use super::names::{self, FORMATTING};
use super::token::Token;
use crate::entities::{self, Place};
use crate::words::Words;

/// How many attributes a tag may have; each is compared with all before it. Real pages have up to 27.
const MAX_ATTRIBUTES: usize = 256;

/// As much for formatting elements, whose attributes the parser compares with those of other open ones.
const MAX_FORMATTING_ATTRIBUTES: usize = 32;

/// Attributes that WeChat's editor gives to nearly every element, and nobody reads. The parser would keep each of them in
/// its table of names that it does not know.
const UNREAD: Words = Words::new("leaf nodeleaf textstyle data-imgfileid");

/// A tree that grows with each token.
pub(super) struct Tree {
    builder: TreeBuilder<NodeId, HtmlTreeSink>,
}

impl Tree {
    pub fn new() -> Self {
        let options = TreeBuilderOpts {
            // As if there were a document type of today, which is left out: without one, a table would stand within
            // the paragraph before it.
            iframe_srcdoc: true,
            ..TreeBuilderOpts::default()
        };
        let sink = HtmlTreeSink::new(Html::new_document());
        Tree {
            builder: TreeBuilder::new(sink, options),
        }
    }

    /// Adds text as it is written.
    pub fn text(&self, text: &str) {
        if is_plain(text) {
            return self.characters(text);
        }
        for (index, part) in text.split('\0').enumerate() {
            if index > 0 {
                self.add(tokenizer::NullCharacterToken);
            }
            self.characters(&entities::decode(&with_plain_line_ends(part), Place::Text));
        }
    }

    /// Adds text in which nothing stands for a character: what SVG and MathML hold in `<![CDATA[…]]>`.
    pub fn plain_text(&self, text: &str) {
        for (index, part) in text.split('\0').enumerate() {
            if index > 0 {
                self.add(tokenizer::NullCharacterToken);
            }
            self.characters(&with_plain_line_ends(part));
        }
    }

    /// Adds a start tag. Returns how the text after it is to be read, if there is no markup in it.
    pub fn start_tag(&self, tag: &Token<'_>) -> Option<RawKind> {
        let (attrs, had_duplicate_attributes) = attributes(tag);
        self.add(tokenizer::TagToken(Tag {
            kind: TagKind::StartTag,
            name: local_name(tag.name),
            self_closing: tag.closes_itself,
            attrs,
            had_duplicate_attributes,
        }))
    }

    /// Adds an end tag.
    pub fn end_tag(&self, name: &str) {
        self.add(tokenizer::TagToken(Tag {
            kind: TagKind::EndTag,
            name: local_name(name),
            self_closing: false,
            attrs: Vec::new(),
            had_duplicate_attributes: false,
        }));
    }

    /// Adds an element whose text holds no markup.
    pub fn text_element(&self, tag: &Token<'_>, text: &str) {
        match self.start_tag(tag) {
            None => self.text(text),
            Some(Rcdata) => self.characters(&entities::decode(&without_nulls(text), Place::Text)),
            Some(_) => self.characters(&without_nulls(text)),
        }
        self.end_tag(tag.name);
    }

    /// The whole tree.
    pub fn finish(self) -> Html {
        self.add(tokenizer::EOFToken);
        self.builder.end();
        self.builder.sink.0.into_inner()
    }

    fn characters(&self, text: &str) {
        if !text.is_empty() {
            self.add(tokenizer::CharacterTokens(text.into()));
        }
    }

    fn add(&self, token: tokenizer::Token) -> Option<RawKind> {
        // Numbers of lines are for messages, and nobody reads those.
        match self.builder.process_token(token, 1) {
            TokenSinkResult::RawData(kind) => Some(kind),
            _ => None,
        }
    }
}

/// The attributes of a tag, none if there are too many, and whether one was named twice.
fn attributes(tag: &Token<'_>) -> (Vec<Attribute>, bool) {
    let is_within_bounds = tag.n_attributes <= MAX_FORMATTING_ATTRIBUTES
        || tag.n_attributes <= MAX_ATTRIBUTES && !names::traits(tag.name).has(FORMATTING);
    let mut attributes: Vec<Attribute> = Vec::new();
    let mut is_named_twice = false;
    if is_within_bounds {
        for (name, value) in tag.attributes {
            // Of formatting elements, the parser counts how many have the same attributes.
            if UNREAD.has(name) && !names::traits(tag.name).has(FORMATTING) {
                continue;
            }
            let name = local_name(name);
            if attributes.iter().any(|earlier| earlier.name.local == name) {
                is_named_twice = true;
                continue;
            }
            attributes.push(Attribute {
                name: QualName::new(None, ns!(), name),
                value: if is_plain(value) {
                    value.into()
                } else {
                    (&*entities::decode(&without_nulls(value), Place::Attribute)).into()
                },
            });
        }
    }
    (attributes, is_named_twice)
}

/// Whether text is written as it reads, as nearly all is.
fn is_plain(text: &str) -> bool {
    memchr3(b'&', b'\r', b'\0', text.as_bytes()).is_none()
}

fn local_name(name: &str) -> LocalName {
    if name
        .bytes()
        .any(|byte| byte.is_ascii_uppercase() || byte == 0)
    {
        LocalName::from(without_nulls(name).to_ascii_lowercase())
    } else {
        LocalName::from(name)
    }
}

/// `text` with plain line ends and U+FFFD in the place of U+0000.
fn without_nulls(text: &str) -> Cow<'_, str> {
    let text = with_plain_line_ends(text);
    if text.contains('\0') {
        return text.replace('\0', "\u{fffd}").into();
    }
    text
}

/// `text` with each line end as a line feed.
fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        return text.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    text.into()
}

#[cfg(test)]
mod tests;
