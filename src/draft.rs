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
    /// Size of its letters in pixels, the mean over all of them; 0 where there are none.
    pub size: f32,
    /// Share of its letters that are bold, 0 to 1.
    pub bold: f32,
    /// Share of its letters that are set in grey, 0 to 1.
    pub grey: f32,
    /// Share of its letters that are set in a colour, or white on one, 0 to 1.
    pub coloured: f32,
    /// Whether it is centred.
    pub centred: bool,
    /// Whether it heads a list of notes that stand with the text now.
    pub heads_notes: bool,
    /// Whether it is a sign that only adorns what stands beside it.
    pub adorns: bool,
    /// Whether the page marks it as the caption of a picture.
    pub is_caption: bool,
    /// Whether it lies over or under what stands beside it.
    pub is_layered: bool,
    /// Which row of boxes it stands in, if in one: an icon beside a text.
    pub row: Option<u32>,
    /// How far the boxes around it push it to the right, in pixels.
    pub indent: f32,
    /// The innermost panel around it, as its place among the page's.
    pub panel: Option<u32>,
}

/// A ground or a border that can be seen, drawn around blocks. Those of a page stand in the order in which they begin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Panel {
    /// The panel around it; it stands before this one.
    pub around: Option<u32>,
    /// Whether it has a ground of its own.
    pub ground: bool,
    /// Which borders it draws.
    pub border: Border,
}

/// Which of its borders a panel draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Border {
    /// None.
    #[default]
    None,
    /// A bar at the left, as of a quotation.
    Left,
    /// A line below, as of a heading.
    Below,
    /// Others, such as a line all around.
    Around,
}

impl Draft {
    /// A block that no reader can see.
    pub fn unseen(block: Block) -> Draft {
        Draft {
            block,
            look: Look {
                hidden: true,
                ..Look::default()
            },
        }
    }
}

impl From<Block> for Draft {
    fn from(block: Block) -> Draft {
        Draft {
            block,
            look: Look::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Piece;

    /// A page can have a million of them.
    #[test]
    #[cfg(target_pointer_width = "64")]
    fn are_small() {
        assert!(size_of::<Block>() <= 56, "{}", size_of::<Block>());
        assert!(size_of::<Draft>() <= 104, "{}", size_of::<Draft>());
        assert!(size_of::<Piece>() <= 80, "{}", size_of::<Piece>());
    }
}
