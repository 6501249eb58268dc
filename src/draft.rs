//! What lowering hands on: blocks, each with how the page sets it.

use crate::block::Block;

/// A block that is not judged yet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    /// The block.
    pub block: Block,
    /// How the page sets it.
    pub look: Look,
}

/// How the page sets a block: what tells headings, captions and hidden text from the rest.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Look {
    /// Whether no reader can see it.
    pub hidden: bool,
}

impl From<Block> for Draft {
    fn from(block: Block) -> Draft {
        Draft {
            block,
            look: Look::default(),
        }
    }
}
