//! Rows or columns, and where their author finds them: in a table of their own, else where a statement first names
//! them.

use matrix::{Axis, Noun, Problem, Reading};

use super::finding::Finding;
use super::placed;

/// The rows or the columns of a matrix.
pub struct Places<'a> {
    /// What was read.
    pub reading: &'a Reading,
    /// Their names.
    pub axis: &'a Axis,
    /// Whether they are the rows.
    pub are_rows: bool,
    noun: Noun,
    /// How many statements each has, and the first of them.
    uses: Vec<(usize, usize)>,
}

impl<'a> Places<'a> {
    /// The rows.
    pub fn rows(reading: &'a Reading) -> Self {
        Self::new(reading, reading.matrix.rows(), reading.matrix.noun(), true)
    }

    /// The columns.
    pub fn columns(reading: &'a Reading) -> Self {
        Self::new(reading, reading.matrix.columns(), reading.matrix.column_noun(), false)
    }

    fn new(reading: &'a Reading, axis: &'a Axis, noun: Noun, are_rows: bool) -> Self {
        let mut uses = vec![(0, 0); axis.len()];
        for index in 0..reading.matrix.len() {
            let statement = reading.matrix.statement(index);
            if let Some((count, first)) = uses.get_mut(if are_rows { statement.row() } else { statement.column() }) {
                *first = if *count == 0 { index } else { *first };
                *count += 1;
            }
        }
        Self { reading, axis, are_rows, noun, uses }
    }

    /// Whether they have a table of their own.
    pub fn have_table(&self) -> bool {
        self.axis.file_row(0).is_some()
    }

    /// How many statements one of them has.
    pub fn uses(&self, index: usize) -> usize {
        self.uses.get(index).map_or(0, |(count, _)| *count)
    }

    /// Whether two of them have statements on the same of the others: then both are meant to be there, as Ireland and
    /// Iceland.
    pub fn share(&self, one: usize, other: usize) -> bool {
        let matrix = &self.reading.matrix;
        let has = |row: usize, column: usize| matrix.position(row, column).statements().next().is_some();
        if self.are_rows {
            (0..matrix.columns().len()).any(|column| has(one, column) && has(other, column))
        } else {
            (0..matrix.rows().len()).any(|row| has(row, one) && has(row, other))
        }
    }

    /// The problem of what was found in one of them.
    pub fn problem(&self, finding: Finding, index: usize) -> Problem {
        let file = |at: usize| self.reading.files.get(at).map(String::as_str).unwrap_or_default();
        if let Some(row) = self.axis.file_row(index) {
            return placed(finding, file(if self.are_rows { 1 } else { 2 }), Some(row));
        }
        let first = self.uses.get(index).and_then(|(_, first)| self.reading.rows.get(*first)).copied();
        placed(Finding { column: self.noun.singular(), ..finding }, file(0), first)
    }
}
