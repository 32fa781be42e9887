//! What `snippet` and `export` print of a matrix: its package, and which part of it.

use std::io::stderr;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use matrix::Matrix;

use crate::open::{Opened, open_in};
use crate::snippet::{OWN_LANGUAGE, places};
use crate::words::{is_error, print};

/// A part of a package.
#[derive(Args, Debug)]
pub struct Chosen {
    /// A package, a table or a workbook: whatever `stance check` takes.
    package: PathBuf,
    /// Only these rows, by their ids or names.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    countries: Vec<String>,
    /// Only these columns, by their ids or names.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    concerns: Vec<String>,
    /// In this language, where the package is translated into it; else in its own.
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// Leaves out verbatim words.
    #[arg(long)]
    pub without_quotes: bool,
}

impl Chosen {
    /// Opens the package, and whether it has no errors. They go to the error stream; what is good is there all the same.
    pub fn open(&self) -> Result<(Opened, bool)> {
        let opened = open_in(self.lang.as_deref().unwrap_or(OWN_LANGUAGE), &self.package)?;
        let mut errors = opened.reading.problems.iter().filter(|problem| is_error(problem)).peekable();
        let is_whole = errors.peek().is_none();
        errors.try_for_each(|problem| print(problem, &mut stderr()))?;
        Ok((opened, is_whole))
    }

    /// The places of the rows and of the columns.
    pub fn places(&self, matrix: &Matrix) -> Result<[Vec<usize>; 2]> {
        Ok([places(matrix.rows(), &self.countries)?, places(matrix.columns(), &self.concerns)?])
    }
}
