//! The cells of a table while they are read: no more of them, and no more text, than memory is meant for.

use anyhow::{Result, ensure};

use super::{MOST_BYTES, MOST_CELLS, MOST_COLUMNS};

/// What may still be read of a file.
pub struct Budget {
    cells: usize,
    bytes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: MOST_CELLS, bytes: MOST_BYTES }
    }
}

impl Budget {
    fn take(&mut self, cells: usize, bytes: usize) -> Result<()> {
        let left = (self.cells.checked_sub(cells), self.bytes.checked_sub(bytes));
        ensure!(left.0.is_some(), "it has more than {MOST_CELLS} cells; split it, or remove what is not needed");
        ensure!(left.1.is_some(), "its cells hold more than {} MB of text; split it", MOST_BYTES >> 20);
        (self.cells, self.bytes) = (left.0.unwrap_or(0), left.1.unwrap_or(0));
        Ok(())
    }
}

/// A table that grows by cells in any order.
pub struct Grid<'a> {
    budget: &'a mut Budget,
    rows: Vec<Vec<String>>,
}

impl<'a> Grid<'a> {
    /// A table without cells.
    pub fn new(budget: &'a mut Budget) -> Self {
        Self { budget, rows: Vec::new() }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Adds blank rows until there are `rows`.
    pub fn grow(&mut self, rows: usize) -> Result<()> {
        self.budget.take(rows.saturating_sub(self.rows.len()), 0)?;
        if rows > self.rows.len() {
            self.rows.resize_with(rows, Vec::new);
        }
        Ok(())
    }

    /// Sets a cell, both places from 0. One without text makes nothing larger.
    pub fn put(&mut self, row: usize, column: usize, text: &str) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        let help = "it may be separated by something else, or filled far to the right by mistake";
        ensure!(column < MOST_COLUMNS, "row {} has more than {MOST_COLUMNS} columns; {help}", row + 1);
        self.grow(row + 1)?;
        let Some(cells) = self.rows.get_mut(row) else { return Ok(()) };
        self.budget.take((column + 1).saturating_sub(cells.len()), text.len())?;
        if column >= cells.len() {
            cells.resize_with(column + 1, String::new);
        }
        if let Some(cell) = cells.get_mut(column) {
            cell.push_str(text);
        }
        Ok(())
    }

    /// All rows.
    pub fn finish(self) -> Vec<Vec<String>> {
        self.rows
    }
}
