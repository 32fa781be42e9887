//! From statements to cells: which belong to which, and the stance that each shows.

use std::ops::Range;

use crate::matrix::Matrix;
use crate::read::Builder;
use crate::rule;
use crate::stance::{Stance, StanceKind};
use crate::verdict::{Fact, verdict};

/// Cells that a matrix can have at most: as many as fit a byte each into what browsers give.
const MOST_CELLS: usize = 1 << 28;

/// Statements or cells that are gone through in one step.
const STEP: usize = 1 << 14;

/// The way from statements to cells, and how far it has come.
pub(crate) struct Cells {
    pass: Pass,
    at: usize,
    /// What the rule for stances asks of each statement, in the order of `Matrix::by_cell`.
    facts: Vec<Fact>,
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
        Self { pass: Pass::Count, at: 0, facts: vec![Fact::NONE; matrix.len()] }
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
            Pass::Sort => sort(matrix, &mut self.facts, range),
            Pass::Show => range.for_each(|cell| show(builder, &self.facts, cell)),
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

/// Puts the statements where they belong, and what the rule asks of them beside: the cells would each have to look for
/// theirs all over the memory. What is written there goes on alone, since then the processor need not wait for it.
fn sort(matrix: &mut Matrix, facts: &mut [Fact], statements: Range<usize>) {
    let of_statements: Vec<Fact> = statements.clone().map(|index| Fact::of(matrix.statement(index))).collect();
    for (index, of_statement) in statements.zip(of_statements) {
        let cell = matrix.cell_of(index);
        let Some(start) = matrix.starts.get_mut(cell + 1) else { continue };
        let place = *start as usize;
        *start += 1;
        if let (Some(known), Some(fact), Ok(index)) = (matrix.by_cell.get_mut(place), facts.get_mut(place), u32::try_from(index)) {
            (*known, *fact) = (index, of_statement);
        }
    }
}

/// Fills in the stance that a cell shows.
fn show(builder: &mut Builder, facts: &[Fact], cell: usize) {
    let matrix = &mut builder.matrix;
    let start_of = |cell: usize| matrix.starts.get(cell).copied().unwrap_or_default() as usize;
    let start = start_of(cell);
    let facts = facts.get(start..start_of(cell + 1)).unwrap_or_default();
    let stance = match facts {
        [] => Stance::NONE,
        [only] => only.stance,
        _ => verdict(facts).0,
    };
    if let Some(place) = matrix.stances.get_mut(cell) {
        *place = stance;
    }
    let width = matrix.columns.len();
    let sourced = |fact: &Fact| fact.sourced.unwrap_or_else(|| matrix.has_source(cell % width));
    let sourced = stance.is_silence() || facts.iter().any(sourced);
    if let StanceKind::Silence(silence) = stance.kind()
        && let Err(at) = matrix.silences.binary_search(&silence)
    {
        matrix.silences.insert(at, silence);
    }
    if !sourced {
        unsourced(builder, cell, start);
    }
}

/// Tells of a cell whose stance has no source; `start` is where its statements begin.
fn unsourced(builder: &mut Builder, cell: usize, start: usize) {
    let (matrix, problems) = (&builder.matrix, &mut builder.problems);
    let (mut row, mut place) = (None, String::new());
    if problems.lists(&rule::NO_SOURCE, &builder.file) {
        let width = matrix.columns.len();
        let first = matrix.by_cell.get(start);
        row = first.and_then(|&index| builder.file_rows.get(index as usize)).copied();
        place = [matrix.rows.name(cell / width), ", ", matrix.columns.name(cell % width)].concat();
    }
    problems.add(&rule::NO_SOURCE, &builder.file, row, Some("source"), &place);
}
