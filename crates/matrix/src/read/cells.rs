//! From statements to cells: which belong to which, and the stance that each shows.

use std::ops::Range;

use crate::matrix::Matrix;
use crate::read::Builder;
use crate::rule;
use crate::stance::{Stance, StanceKind};

/// Cells that a matrix can have at most: as many as fit a byte each into what browsers give.
const MOST_CELLS: usize = 1 << 28;

/// Statements or cells that are gone through in one step.
const STEP: usize = 1 << 14;

/// The way from statements to cells, and how far it has come.
pub(crate) struct Cells {
    pass: Pass,
    at: usize,
}

/// A pass over all statements or all cells. The first three are a counting sort, which keeps the order of the file
/// within each cell.
enum Pass {
    Count,
    Sum,
    Sort,
    Show,
}

impl Cells {
    /// Makes room. A matrix of too many cells is emptied, and that is a problem.
    pub fn new(builder: &mut Builder) -> Self {
        let matrix = &mut builder.matrix;
        let cells = matrix.rows.len().checked_mul(matrix.columns.len()).filter(|&cells| cells <= MOST_CELLS);
        let cells = cells.unwrap_or_else(|| {
            builder.problems.add(&rule::CELLS_TOO_MANY, &builder.file, None, None, "");
            (matrix.rows, matrix.columns, matrix.statements, matrix.span, builder.file_rows) = Default::default();
            0
        });
        matrix.stances = vec![Stance::NONE; cells];
        // One more than `Matrix::starts` needs: while they are sorted, the statements of a cell go to where the next one says.
        matrix.starts = vec![0; cells + 2];
        matrix.by_cell = vec![0; matrix.len()];
        Self { pass: Pass::Count, at: 0 }
    }

    /// Goes on; true at the end.
    pub fn step(&mut self, builder: &mut Builder) -> bool {
        let matrix = &mut builder.matrix;
        let all = if matches!(self.pass, Pass::Count | Pass::Sort) { matrix.len() } else { matrix.stances.len() };
        let range = self.at..all.min(self.at + STEP);
        self.at = range.end;
        match self.pass {
            Pass::Count => count(matrix, range),
            Pass::Sum => sum(&mut matrix.starts, range),
            Pass::Sort => sort(matrix, range),
            Pass::Show => range.for_each(|cell| show(builder, cell)),
        }
        if self.at < all {
            return false;
        }
        self.pass = match self.pass {
            Pass::Count => Pass::Sum,
            Pass::Sum => Pass::Sort,
            Pass::Sort => Pass::Show,
            Pass::Show => return true,
        };
        self.at = 0;
        false
    }
}

/// Counts the statements of each cell, and those that say something.
fn count(matrix: &mut Matrix, statements: Range<usize>) {
    for index in statements {
        let cell = matrix.cell_of(index);
        if let Some(count) = matrix.starts.get_mut(cell + 2) {
            *count += 1;
        }
        matrix.said += usize::from(matrix.statement(index).says());
    }
}

/// From how many statements there are to where those of the next cell begin.
fn sum(starts: &mut [u32], cells: Range<usize>) {
    for cell in cells {
        let before = starts.get(cell + 1).copied().unwrap_or_default();
        if let Some(start) = starts.get_mut(cell + 2) {
            *start += before;
        }
    }
}

/// Puts the statements where they belong.
fn sort(matrix: &mut Matrix, statements: Range<usize>) {
    for index in statements {
        let cell = matrix.cell_of(index);
        let Some(start) = matrix.starts.get_mut(cell + 1) else { continue };
        if let (Some(place), Ok(index)) = (matrix.by_cell.get_mut(*start as usize), u32::try_from(index)) {
            *place = index;
        }
        *start += 1;
    }
}

/// Fills in the stance that a cell shows.
fn show(builder: &mut Builder, cell: usize) {
    let matrix = &mut builder.matrix;
    let width = matrix.columns.len();
    let (row, column) = (cell / width, cell % width);
    let statements = matrix.statements_of(row, column);
    let stance = match statements {
        [] => Stance::NONE,
        [only] => matrix.statement(*only as usize).stance(),
        _ => matrix.position(row, column).verdict().0,
    };
    let first = statements.first().copied();
    if let StanceKind::Silence(silence) = stance.kind()
        && let Err(at) = matrix.silences.binary_search(&silence)
    {
        matrix.silences.insert(at, silence);
    }
    if let Some(place) = matrix.stances.get_mut(cell) {
        *place = stance;
    }
    if !matrix.position(row, column).sourced() {
        let place = [matrix.rows.name(row), ", ", matrix.columns.name(column)].concat();
        let first = first.and_then(|index| builder.file_rows.get(index as usize)).copied();
        builder.problems.add(&rule::NO_SOURCE, &builder.file, first, Some("source"), &place);
    }
}
