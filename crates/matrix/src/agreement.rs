//! Agreement: how far two rows say the same, and the fault lines between those that do and those that do not.

mod blocs;
mod marks;
mod order;
mod pairs;
mod square;
mod tree;

use crate::matrix::Matrix;
use blocs::{Blocs, chance};
use marks::Marks;
use order::Orders;
use pairs::Pairs;
use tree::Tree;

/// Concerns that an agreement rests on at least.
const FEWEST: u32 = 3;
/// Rows that are compared at most: the time grows with the third power of their number.
const MOST_ROWS: usize = 500;

/// How far two rows agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// One minus their mean distance on the scale: from 0, at its two ends on every concern, to 1, the same stance on
    /// every concern.
    pub share: f32,
    /// On how many concerns it rests: those on which both take a stance, three at least.
    pub on: u32,
}

/// Rows in the order that brings those who agree together, and the blocs that they fall into.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FaultLines {
    /// All the rows. Those that have an agreement with no other, such as rows without any stance, are the last ones, in
    /// the order in which they were given.
    pub order: Vec<u32>,
    /// Rows that are far nearer to each other than to the rest, each bloc a part of the order and of two rows or more.
    /// They are never all rows; a row may be in none. There are none where less than half of the pairs are known.
    pub blocs: Vec<Vec<u32>>,
    /// For which share of the pairs of rows that take a stance there is an agreement, from 0 to 1. It is 0 where there
    /// are more than 500 rows, too: those are not compared, and keep their order.
    pub known: f32,
}

impl Matrix {
    /// The agreement of two rows over `columns`; none where both take a stance on less than three of them.
    pub fn agreement(&self, a: u32, b: u32, columns: &[u32]) -> Option<Agreement> {
        let marks = Marks::new(self, &[a, b], columns);
        marks.agreement(0, 1)
    }

    /// The fault lines between `rows`, which are in the author's order, over `columns`: a tree is grown from the rows that
    /// agree most, it gives the order, and the height at which it falls into the clearest blocs gives those.
    pub fn fault_lines(&self, rows: &[u32], columns: &[u32]) -> FaultLines {
        if rows.len() > MOST_ROWS {
            return FaultLines { order: rows.to_vec(), ..FaultLines::default() };
        }
        let pairs = Pairs::new(&Marks::new(self, rows, columns), rows);
        let mut counts = self.counts(rows, columns);
        counts.truncate(self.scale.len());
        let mut blocs = Blocs::new(chance(&counts), pairs.on);
        let (mut tree, mut orders) = (Tree::new(&pairs.distances), Orders::new(pairs.rows.len()));
        let mut height = -1.0;
        while let Some((a, b, mean)) = tree.nearest() {
            // Between branches that become one at the same height there is no fault line.
            if mean > height {
                blocs.weigh(&tree);
            }
            height = mean;
            orders.join(&pairs.distances, &tree.rows(a), &tree.rows(b));
            tree.join(a, b);
        }
        let mut lines = FaultLines { known: pairs.known, ..FaultLines::default() };
        for part in orders.best().chunk_by(|a, b| pairs.known >= 0.5 && blocs.joins(*a, *b)) {
            let part: Vec<u32> = part.iter().filter_map(|&place| pairs.rows.get(place).copied()).collect();
            lines.order.extend_from_slice(&part);
            if part.len() > 1 {
                lines.blocs.push(part);
            }
        }
        lines.order.extend_from_slice(&pairs.others);
        lines
    }
}

#[cfg(test)]
mod tests;
