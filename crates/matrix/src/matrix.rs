//! The matrix: what reading gives and views read.

use std::rc::Rc;

use crate::axis::Axis;
use crate::noun::Noun;
use crate::position::Position;
use crate::scale::Scale;
use crate::stance::{Silence, Stance};
use crate::statement::{Statement, Statements};
use crate::text::{Symbol, Texts};

/// A publication that the data comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Its name.
    pub title: String,
    /// Its address, if it is one that may be linked.
    pub url: Option<String>,
}

/// A licence of the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct License {
    /// Its short name, such as `CC-BY-4.0`.
    pub name: String,
    /// Its name in words.
    pub title: String,
    /// Its address, if it is one that may be linked.
    pub url: Option<String>,
}

/// What a package says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Meta {
    pub name: String,
    pub title: String,
    pub description: String,
    pub version: String,
    pub created: String,
    pub language: String,
    pub order: String,
    pub notes: String,
    pub sources: Vec<Source>,
    pub licenses: Vec<License>,
}

/// A day as a number that orders as days do, and the date that it was read from.
pub(crate) type Dated = (u32, Symbol);

/// Countries, concerns, and where the ones stand on the others.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    pub(crate) meta: Meta,
    pub(crate) nouns: (Noun, Noun),
    pub(crate) rows: Axis,
    pub(crate) columns: Axis,
    pub(crate) scale: Scale,
    pub(crate) texts: Rc<Texts>,
    pub(crate) statements: Statements,
    /// How many statements say something.
    pub(crate) said: usize,
    /// The earliest and the latest date of a statement, each with the last day that it can mean.
    pub(crate) span: Option<(Dated, Dated)>,
    /// The stance shown in each cell, row by row.
    pub(crate) stances: Vec<Stance>,
    /// The silences among them, in the contract's order.
    pub(crate) silences: Vec<Silence>,
    /// Statements sorted by cell; those of cell `n` are from `starts[n]` to `starts[n + 1]`.
    pub(crate) by_cell: Vec<u32>,
    pub(crate) starts: Vec<u32>,
}

impl Matrix {
    /// The title; empty where there is none, as all texts here.
    pub fn title(&self) -> &str {
        &self.meta.title
    }

    /// What it shows, in a sentence or two.
    pub fn description(&self) -> &str {
        &self.meta.description
    }

    /// The language of its names and summaries, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.meta.language
    }

    /// How rows and columns are ordered, in words.
    pub fn order(&self) -> &str {
        &self.meta.order
    }

    /// How it was made.
    pub fn notes(&self) -> &str {
        &self.meta.notes
    }

    /// When the package was made, as a day.
    pub fn created(&self) -> &str {
        self.meta.created.split('T').next().unwrap_or_default()
    }

    /// The version of the package.
    pub fn version(&self) -> &str {
        &self.meta.version
    }

    /// Where the data comes from.
    pub fn sources(&self) -> &[Source] {
        &self.meta.sources
    }

    /// Under which licences it stands.
    pub fn licenses(&self) -> &[License] {
        &self.meta.licenses
    }

    /// What a row is.
    pub fn noun(&self) -> Noun {
        self.nouns.0
    }

    /// What a column is.
    pub fn column_noun(&self) -> Noun {
        self.nouns.1
    }

    /// The rows.
    pub fn rows(&self) -> &Axis {
        &self.rows
    }

    /// The columns.
    pub fn columns(&self) -> &Axis {
        &self.columns
    }

    /// The scale.
    pub fn scale(&self) -> &Scale {
        &self.scale
    }

    /// The stance shown at a row and a column; not-researched beyond the last ones.
    pub fn stance(&self, row: usize, column: usize) -> Stance {
        self.cell(row, column).and_then(|cell| self.stances.get(cell).copied()).unwrap_or(Stance::NONE)
    }

    /// The position at a row and a column; an empty one beyond the last ones.
    pub fn position(&self, row: usize, column: usize) -> Position<'_> {
        Position::new(self, row, column)
    }

    /// How many statements say something: rows that only name a silence are not counted.
    pub fn statement_count(&self) -> usize {
        self.said
    }

    /// How many rows of data there are, those among them that only name a silence.
    pub fn len(&self) -> usize {
        self.statements.rows.len()
    }

    /// Whether there is no row of data.
    pub fn is_empty(&self) -> bool {
        self.statements.rows.is_empty()
    }

    /// The statement at `index`, below [`Matrix::len`]; an empty one beyond the last.
    pub fn statement(&self, index: usize) -> Statement<'_> {
        Statement::new(self, index)
    }

    /// The earliest and the latest date of a statement, as written.
    pub fn dates(&self) -> Option<(&str, &str)> {
        self.span.map(|((_, first), (_, last))| (self.texts.get(first), self.texts.get(last)))
    }

    /// How often each stance occurs among `rows` and `columns`: every level of the scale in order,
    /// also with 0, then the silences that occur anywhere in the matrix.
    pub fn counts(&self, rows: &[u32], columns: &[u32]) -> Vec<(Stance, usize)> {
        let mut counts = [0_usize; 256];
        for &row in rows {
            for &column in columns {
                if let Some(count) = counts.get_mut(usize::from(self.stance(row as usize, column as usize).code())) {
                    *count += 1;
                }
            }
        }
        let mut counted = Vec::new();
        let mut count = |stance: Stance| counted.push((stance, counts.get(usize::from(stance.code())).copied().unwrap_or(0)));
        (0..=u8::MAX).take(self.scale.len()).for_each(|level| count(Stance::level(level)));
        self.silences.iter().for_each(|&silence| count(Stance::silence(silence)));
        counted
    }

    /// How many of `rows` take a stance on the column.
    pub fn stated(&self, column: usize, rows: &[u32]) -> usize {
        rows.iter().filter(|&&row| !self.stance(row as usize, column).is_silence()).count()
    }

    /// On how many of `columns` the row takes a stance.
    pub fn stated_by(&self, row: usize, columns: &[u32]) -> usize {
        columns.iter().filter(|&&column| !self.stance(row, column as usize).is_silence()).count()
    }

    /// The statements of a cell, by index, in the order of the file.
    pub(crate) fn statements_of(&self, row: usize, column: usize) -> &[u32] {
        let range = self.cell(row, column).and_then(|cell| {
            let (start, end) = (*self.starts.get(cell)?, *self.starts.get(cell + 1)?);
            Some(start as usize..end as usize)
        });
        range.and_then(|range| self.by_cell.get(range)).unwrap_or_default()
    }

    /// Whether the column or the package names a source for statements that have none of their own.
    pub(crate) fn has_source(&self, column: usize) -> bool {
        let of_package = |source: &Source| !source.title.is_empty() || source.url.is_some();
        !self.columns.source(column).is_empty() || self.columns.url(column).is_some() || self.sources().first().is_some_and(of_package)
    }

    /// The cell of a statement, counted row by row.
    pub(crate) fn cell_of(&self, index: usize) -> usize {
        let place = |places: &[u32]| places.get(index).copied().unwrap_or_default() as usize;
        place(&self.statements.rows) * self.columns.len() + place(&self.statements.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Option<usize> {
        (row < self.rows.len() && column < self.columns.len()).then(|| row * self.columns.len() + column)
    }
}
