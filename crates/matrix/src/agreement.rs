//! Agreement: how far two rows say the same, and the fault lines between those that do and those that do not.

mod blocs;
mod marks;
mod order;
mod pairs;
mod square;
mod tree;

use crate::matrix::Matrix;
use crate::stance::{Stance, StanceKind};
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
    /// By how much two rows of one bloc agree on average, and two that are in none together, where their agreement is
    /// known; 0 where none is.
    pub within: f32,
    /// See `within`.
    pub across: f32,
}

/// Stances, row by row: all that agreement is found from.
#[derive(Clone, Copy, Debug)]
pub struct Stances<'a> {
    /// One for each cell.
    pub cells: &'a [Stance],
    /// How many cells a row has.
    pub columns: usize,
    /// How many levels the scale has.
    pub levels: usize,
}

impl Matrix {
    /// All its stances.
    pub fn stances(&self) -> Stances<'_> {
        Stances { cells: &self.stances, columns: self.columns.len(), levels: self.scale.len() }
    }

    /// The agreement of two rows over `columns`; none where both take a stance on less than three of them.
    pub fn agreement(&self, a: u32, b: u32, columns: &[u32]) -> Option<Agreement> {
        Marks::new(&self.stances(), &[a, b], columns).agreement(0, 1)
    }

    /// The fault lines between `rows`, as [`Stances::fault_lines`] finds them.
    pub fn fault_lines(&self, rows: &[u32], columns: &[u32]) -> FaultLines {
        self.stances().fault_lines(rows, columns)
    }
}

impl Stances<'_> {
    /// The level of a cell on the scale; none where it is silent.
    fn level(&self, row: u32, column: u32) -> Option<usize> {
        match self.cells.get(row as usize * self.columns + column as usize)?.kind() {
            StanceKind::Level(level) => Some(level),
            StanceKind::Silence(_) => None,
        }
    }

    /// How often each level occurs among `rows` and `columns`.
    fn counts(&self, rows: &[u32], columns: &[u32]) -> Vec<usize> {
        let mut counts = vec![0; self.levels];
        for &row in rows {
            for &column in columns {
                if let Some(count) = self.level(row, column).and_then(|level| counts.get_mut(level)) {
                    *count += 1;
                }
            }
        }
        counts
    }

    /// The fault lines between `rows`, which are in the author's order, over `columns`: a tree is grown from the rows that
    /// agree most, it gives the order, and the height at which it falls into the clearest blocs gives those.
    pub fn fault_lines(&self, rows: &[u32], columns: &[u32]) -> FaultLines {
        if rows.len() > MOST_ROWS {
            return FaultLines { order: rows.to_vec(), ..FaultLines::default() };
        }
        let pairs = Pairs::new(&Marks::new(self, rows, columns), rows);
        let mut blocs = Blocs::new(chance(&self.counts(rows, columns)), pairs.on);
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
        let joins = |a: usize, b: usize| pairs.known >= 0.5 && blocs.joins(a, b);
        for part in orders.best().chunk_by(|a, b| joins(*a, *b)) {
            let part: Vec<u32> = part.iter().filter_map(|&place| pairs.rows.get(place).copied()).collect();
            lines.order.extend_from_slice(&part);
            if part.len() > 1 {
                lines.blocs.push(part);
            }
        }
        lines.order.extend_from_slice(&pairs.others);
        [lines.within, lines.across] = [true, false].map(|is_within| pairs.mean(|a, b| joins(a, b) == is_within));
        lines
    }
}

#[cfg(test)]
mod tests;
