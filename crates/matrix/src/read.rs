//! Reading: from tables to a matrix and its problems. What a package is, is for [`crate::package`].

mod axes;
mod cells;
mod statements;
mod table;

use std::rc::Rc;

pub(crate) use cells::Cells;
pub(crate) use table::{Part, Table};

use crate::axis::AxisBuilder;
use crate::matrix::Matrix;
use crate::problem::{Problem, Problems};
use crate::rule;
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

/// Everything that grows while files are read.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    pub interner: Interner,
    /// What is done of the matrix: all but its texts, its axes and its cells.
    pub matrix: Matrix,
    pub rows: AxisBuilder,
    pub columns: AxisBuilder,
    /// The headers that a package gives rows and columns among the statements.
    pub fields: [Option<String>; 2],
    /// Whether the scale is the package's; else the file's own values make it.
    pub has_scale: bool,
    /// The row of the file that each statement stands in, for problems of the whole.
    pub file_rows: Vec<u32>,
    /// The file that is being read, the statements' the last.
    pub file: String,
    #[cfg(not(target_family = "wasm"))]
    pub axis_files: [String; 2],
    /// The reader's language, as a BCP 47 tag; empty for the data's own.
    pub language: String,
    pub problems: Problems,
}

impl Builder {
    /// Puts the matrix together, once all is read but its cells.
    pub fn join(&mut self) {
        self.settle_scale();
        let matrix = &mut self.matrix;
        matrix.texts = Rc::new(self.interner.finish());
        for (axis, builder) in [(&mut matrix.rows, &mut self.rows), (&mut matrix.columns, &mut self.columns)] {
            *axis = std::mem::take(&mut builder.axis);
            axis.texts = Rc::clone(&matrix.texts);
        }
    }

    /// What was read.
    pub fn finish(self) -> Reading {
        #[cfg(not(target_family = "wasm"))]
        let [of_rows, of_columns] = self.axis_files;
        Reading {
            matrix: self.matrix,
            problems: self.problems.finish(),
            rows: self.file_rows,
            #[cfg(not(target_family = "wasm"))]
            files: [self.file, of_rows, of_columns],
        }
    }
}

/// Tells of a row with bytes that are no UTF-8.
pub(crate) fn check_bytes(file: &str, record: &crate::csv::Record, problems: &mut Problems) {
    if record.replaced {
        problems.add(&rule::NOT_UTF_8, file, Some(record.row), None, "");
    }
}
