//! The cells of the matrix as they are to look: a few bytes each, so that all that changes of a thousand cells is
//! found without drawing them again.

use crate::state::Subject;

/// A line's cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its row, or its column where those are swapped.
    pub place: u32,
    /// Its cells that are drawn, in their order.
    pub cells: Vec<Look>,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// What it is.
    pub subject: Subject,
    /// The stance that it shows, by its place among the samples.
    pub sample: usize,
    /// Whether the filter is for other stances.
    pub dim: bool,
    /// Whether what is searched for stands in its statements.
    pub find: bool,
    /// Whether its stance has a source.
    pub sourced: bool,
    /// Whether it is the one tab stop.
    pub stop: bool,
    /// Whether the card is about it.
    pub open: bool,
    /// Where it stands in its line, counted from 1, where not all are drawn; else 0.
    pub index: usize,
}

impl Look {
    /// The classes that its styles know it by.
    pub fn class(&self) -> String {
        let mut class = String::from("cell");
        for (is, name) in [(self.dim, " dim"), (self.find, " find"), (!self.sourced, " unsourced")] {
            class.push_str(if is { name } else { "" });
        }
        class
    }
}
