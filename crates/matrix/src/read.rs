//! Reading: from tables to a matrix and its problems. What a package is, is for [`crate::package`].

mod axes;
mod cells;
mod statements;

use std::rc::Rc;

pub(crate) use axes::read_axis;
pub(crate) use statements::read_statements;

use crate::axis::AxisBuilder;
use crate::csv::Records;
use crate::matrix::{Matrix, Meta};
use crate::noun::Noun;
use crate::problem::{Problem, Problems};
use crate::rule;
use crate::scale::Scale;
use crate::statement::Statements;
use crate::text::Interner;

/// What reading gives: a matrix of all that is good, and what is wrong with the rest.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The matrix; empty if there is nothing good.
    pub matrix: Matrix,
    /// The problems, in the order of the files and rows.
    pub problems: Vec<Problem>,
    /// The row of its file that each statement stands in, by the statement's index.
    pub rows: Vec<u32>,
    /// The files of the statements, of the rows and of the columns, as problems name them; empty where there is none.
    #[cfg(not(target_family = "wasm"))]
    pub files: [String; 3],
}

/// Reads a tidy CSV file that has no package; `file` names it in problems.
pub fn read_csv(file: &str, bytes: &[u8]) -> Reading {
    read_csv_in("", file, bytes)
}

/// The same for a reader of `language` (BCP 47), who gets the columns that are translated into it.
pub fn read_csv_in(language: &str, file: &str, bytes: &[u8]) -> Reading {
    let mut builder = Builder { language: language.into(), ..Builder::default() };
    check_encoding(file, bytes, &mut builder.problems);
    read_statements(&mut builder, file, Records::csv(bytes, b','), None, None, None);
    builder.finish(Meta::default())
}

/// Everything that grows while files are read.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    pub interner: Interner,
    pub rows: AxisBuilder,
    pub columns: AxisBuilder,
    /// What rows and columns are called, once the statements' header is known.
    pub nouns: Option<(Noun, Noun)>,
    pub scale: Scale,
    pub statements: Statements,
    /// The row of the file that each statement stands in, for problems of the whole.
    pub file_rows: Vec<u32>,
    pub file: String,
    #[cfg(not(target_family = "wasm"))]
    pub axis_files: [String; 2],
    /// The reader's language, as a BCP 47 tag; empty for the data's own.
    pub language: String,
    pub problems: Problems,
}

impl Builder {
    /// The matrix of all that was read.
    pub fn finish(mut self, meta: Meta) -> Reading {
        let texts = Rc::new(std::mem::take(&mut self.interner.texts));
        let (mut rows, mut columns) = (self.rows.axis, self.columns.axis);
        rows.texts = Rc::clone(&texts);
        columns.texts = Rc::clone(&texts);
        let (stances, by_cell, starts) = Default::default();
        let mut matrix = Matrix {
            meta,
            nouns: self.nouns.unwrap_or((Noun::Country, Noun::Concern)),
            rows,
            columns,
            scale: self.scale,
            texts,
            statements: self.statements,
            stances,
            by_cell,
            starts,
        };
        cells::fill(&mut matrix, &self.file, &self.file_rows, &mut self.problems);
        #[cfg(not(target_family = "wasm"))]
        let [of_rows, of_columns] = self.axis_files;
        Reading {
            matrix,
            problems: self.problems.finish(),
            rows: self.file_rows,
            #[cfg(not(target_family = "wasm"))]
            files: [self.file, of_rows, of_columns],
        }
    }
}

/// Tells of a file that is plainly not UTF-8.
pub(crate) fn check_encoding(file: &str, bytes: &[u8], problems: &mut Problems) {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        problems.add(&rule::UTF_16, file, None, None, "");
    }
}

/// Tells of a row with bytes that are no UTF-8.
pub(crate) fn check_bytes(file: &str, record: &crate::csv::Record, problems: &mut Problems) {
    if record.replaced {
        problems.add(&rule::NOT_UTF_8, file, Some(record.row), None, "");
    }
}
