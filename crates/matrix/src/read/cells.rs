//! From statements to cells: which belong to which, and the stance that each shows.

use crate::matrix::Matrix;
use crate::problem::Problems;
use crate::rule;
use crate::stance::Stance;

/// Cells that a matrix can have at most: as many as fit a byte each into what browsers give.
const MOST_CELLS: usize = 1 << 28;

/// Sorts the statements by cell and fills in the stances. `file_rows` are the rows of `file` that
/// the statements stand in.
pub(crate) fn fill(matrix: &mut Matrix, file: &str, file_rows: &[u32], problems: &mut Problems) {
    let cells = matrix.rows.len().checked_mul(matrix.columns.len()).filter(|&cells| cells <= MOST_CELLS);
    let Some(cells) = cells else {
        problems.add(&rule::CELLS_TOO_MANY, file, None, None, "");
        (matrix.rows, matrix.columns, matrix.statements) = Default::default();
        return;
    };
    sort_by_cell(matrix, cells);
    matrix.stances = vec![Stance::NONE; cells];
    let width = matrix.columns.len().max(1);
    for cell in 0..cells {
        let (row, column) = (cell / width, cell % width);
        let statements = matrix.statements_of(row, column);
        let stance = match statements {
            [] => continue,
            [only] => matrix.statement(*only as usize).stance(),
            _ => matrix.position(row, column).verdict().0,
        };
        let first = statements.first().and_then(|&index| file_rows.get(index as usize)).copied();
        if let Some(place) = matrix.stances.get_mut(cell) {
            *place = stance;
        }
        if !matrix.position(row, column).sourced() {
            let place = [matrix.rows.name(row), ", ", matrix.columns.name(column)].concat();
            problems.add(&rule::NO_SOURCE, file, first, Some("source"), &place);
        }
    }
}

/// Sorts the statements by cell, keeping the order of the file within each: a counting sort.
fn sort_by_cell(matrix: &mut Matrix, cells: usize) {
    let width = matrix.columns.len();
    let mut of_cell = Vec::new();
    let mut starts = vec![0_u32; cells + 1];
    for index in 0..matrix.len() {
        let statement = matrix.statement(index);
        let cell = statement.row() * width + statement.column();
        if let Some(count) = starts.get_mut(cell + 1) {
            *count += 1;
        }
        of_cell.push(cell);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut by_cell = vec![0_u32; of_cell.len()];
    for (index, &cell) in (0_u32..).zip(&of_cell) {
        let Some(at) = next.get_mut(cell) else { continue };
        if let Some(place) = by_cell.get_mut(*at as usize) {
            *place = index;
        }
        *at += 1;
    }
    (matrix.starts, matrix.by_cell) = (starts, by_cell);
}
