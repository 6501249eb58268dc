//! What a caller may ask for.

use crate::judge::Category;

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
    /// Leaves out the YAML front matter at the head of the Markdown.
    pub no_front_matter: bool,
}
