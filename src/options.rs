//! What a caller may ask for.

use std::fmt;
use std::str::FromStr;

use crate::judge::{Category, Recurring};

/// Options of [`clean`](crate::clean). The default removes every category and writes front matter.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// The page's address, for inputs that do not tell it. What the page itself says goes first.
    pub url: Option<String>,
    /// Categories to keep although a rule would remove them.
    pub keep: Vec<Category>,
    /// Pieces to keep although a rule would remove them, by the ids listed in the result.
    pub restore: Vec<usize>,
    /// What several articles of the account have in common, to be left out before and after the text.
    pub recurring: Recurring,
    /// How the article is written.
    pub render: Render,
}

/// How an article is written as Markdown, HTML and text. JSON always holds everything.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Render {
    /// What becomes of pictures.
    pub images: Images,
    /// What becomes of links.
    pub links: Links,
    /// What the YAML front matter at the head of the Markdown holds; there is none if it holds nothing.
    pub front_matter: Vec<Field>,
}

/// What becomes of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Images {
    /// They stand where they stood, by their addresses.
    #[default]
    Link,
    /// They are left out; their captions stay.
    Drop,
}

/// What becomes of links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Links {
    /// Their words lead to them. Plain text has the words alone.
    #[default]
    Inline,
    /// Their addresses stand at the end, numbered, in Markdown and in plain text.
    Reference,
    /// Only their words stay.
    Drop,
}

/// A field of the front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Field {
    /// The title.
    Title,
    /// Who wrote it, as the page names them.
    Author,
    /// The Official Account.
    Source,
    /// The lasting address.
    Url,
    /// The day of publication.
    Date,
    /// When an archiver read the page.
    FetchDate,
    /// The address of the cover picture.
    Cover,
}

impl Default for Render {
    fn default() -> Render {
        Render {
            images: Images::default(),
            links: Links::default(),
            front_matter: Field::ALL.to_vec(),
        }
    }
}

impl Images {
    /// Every choice.
    pub const ALL: &'static [Images] = &[Images::Link, Images::Drop];

    /// The name in options: one lower-case word.
    pub fn name(self) -> &'static str {
        match self {
            Images::Link => "link",
            Images::Drop => "drop",
        }
    }
}

impl Links {
    /// Every choice.
    pub const ALL: &'static [Links] = &[Links::Inline, Links::Reference, Links::Drop];

    /// The name in options: one lower-case word.
    pub fn name(self) -> &'static str {
        match self {
            Links::Inline => "inline",
            Links::Reference => "reference",
            Links::Drop => "drop",
        }
    }
}

impl Field {
    /// Every field, in the order in which they are written.
    pub const ALL: &'static [Field] = &[
        Field::Title,
        Field::Author,
        Field::Source,
        Field::Url,
        Field::Date,
        Field::FetchDate,
        Field::Cover,
    ];

    /// The name in the front matter and in options.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Author => "author",
            Field::Source => "source",
            Field::Url => "url",
            Field::Date => "date",
            Field::FetchDate => "fetch_date",
            Field::Cover => "cover",
        }
    }
}

impl FromStr for Images {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Images, UnknownName> {
        named(Images::ALL, Images::name, name)
    }
}

impl FromStr for Links {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Links, UnknownName> {
        named(Links::ALL, Links::name, name)
    }
}

impl FromStr for Field {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Field, UnknownName> {
        named(Field::ALL, Field::name, name)
    }
}

/// A name that stands for nothing, where one of a few was expected: says which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    message: String,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for UnknownName {}

/// The one of `all` that has the name.
pub(crate) fn named<T: Copy>(
    all: &[T],
    name_of: fn(T) -> &'static str,
    name: &str,
) -> Result<T, UnknownName> {
    let mut each = all.iter().copied();
    each.find(|one| name_of(*one) == name).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|one| name_of(*one)).collect();
        let message = format!(
            "unknown name `{name}`: expected one of {}",
            names.join(", ")
        );
        UnknownName { message }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_by_their_names() {
        for one in Images::ALL {
            assert_eq!(one.name().parse(), Ok(*one));
        }
        for one in Links::ALL {
            assert_eq!(one.name().parse(), Ok(*one));
        }
        for one in Field::ALL {
            assert_eq!(one.name().parse(), Ok(*one));
        }
        for one in Category::ALL {
            assert_eq!(one.name().parse(), Ok(*one));
        }
    }

    #[test]
    fn names_of_nothing_are_errors() {
        let error = "Drop".parse::<Images>().unwrap_err();
        let error: Box<dyn std::error::Error + Send + Sync> = error.into();
        assert_eq!(
            error.to_string(),
            "unknown name `Drop`: expected one of link, drop"
        );
        let error = "credits".parse::<Category>().unwrap_err().to_string();
        assert!(error.contains("`credits`: expected one of chrome, follow"));
    }
}
