//! Quotes and lists begun and not ended yet, and the blocks ready so far.

use crate::block::{Block, MAX_NESTING};
use crate::draft::{Draft, Look};

/// A container begun and not ended yet.
pub(crate) enum Frame {
    Quote(Vec<Block>),
    List {
        start: Option<u32>,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
}

/// Blocks, put one after the other into the innermost container that is open.
#[derive(Default)]
pub(crate) struct Frames {
    drafts: Vec<Draft>,
    open: Vec<Frame>,
}

impl Frames {
    /// Puts a block at the end. Within a container its look is lost.
    pub fn put(&mut self, draft: impl Into<Draft>) {
        let draft = draft.into();
        match self.open.last_mut() {
            Some(Frame::Quote(blocks) | Frame::Item(blocks)) => blocks.push(draft.block),
            Some(Frame::List { items, .. }) => match (items.last_mut(), &draft.block) {
                // A list between two items belongs to the one before, as browsers show it.
                (Some(item), Block::List { .. }) => item.push(draft.block),
                _ => items.push(vec![draft.block]),
            },
            None => self.drafts.push(draft),
        }
    }

    /// Whether one more container may begin: quotes and lists stand [`MAX_NESTING`] deep at most.
    pub fn has_room(&self, frame: &Frame) -> bool {
        let is_item = |frame: &Frame| matches!(frame, Frame::Item(_));
        is_item(frame) || self.open.iter().filter(|frame| !is_item(frame)).count() < MAX_NESTING
    }

    /// Whether the innermost container is a list, which waits for an item.
    pub fn is_in_list(&self) -> bool {
        matches!(self.open.last(), Some(Frame::List { .. }))
    }

    /// Whether the innermost container is an item of a list.
    pub fn is_in_item(&self) -> bool {
        matches!(self.open.last(), Some(Frame::Item(_)))
    }

    /// Whether a container is open.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Begins a container.
    pub fn begin(&mut self, frame: Frame) {
        self.open.push(frame);
    }

    /// Ends the innermost container, which is set in that way. An empty one leaves nothing.
    pub fn end(&mut self, look: Look) {
        match self.open.pop() {
            Some(Frame::Quote(blocks)) if !blocks.is_empty() => {
                let block = Block::Quote { blocks };
                self.put(Draft { block, look });
            }
            Some(Frame::List { start, items }) if !items.is_empty() => {
                let block = Block::List { start, items };
                self.put(Draft { block, look });
            }
            Some(Frame::Item(blocks)) if !blocks.is_empty() => {
                if let Some(Frame::List { items, .. }) = self.open.last_mut() {
                    items.push(blocks);
                }
            }
            _ => {}
        }
    }

    /// Ends what is open, and gives all that was put.
    pub fn finish(mut self) -> Vec<Draft> {
        while !self.open.is_empty() {
            self.end(Look::default());
        }
        self.drafts
    }
}
