//! `stance diff`: its arguments.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use matrix::{Matrix, Reading, Severity};

use crate::diff::{Format, diff, write};
use crate::open::open;
use crate::outcome::Outcome;
use crate::words::shown;

/// Says what changed between two states of a matrix, cell by cell.
///
/// It exits with 0 where nothing changed, with 1 where something did or where errors in the data hide whether it did,
/// with 2 where it could not run.
#[derive(Args, Debug)]
pub struct Diff {
    /// The earlier state: a package, a table or a workbook, whatever `stance check` takes.
    old: PathBuf,
    /// The later state.
    new: PathBuf,
    /// How the changes are written.
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

impl Diff {
    /// Prints the changes; errors in the data go to the error stream.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let (old, old_errors) = read(&self.old)?;
        let (new, new_errors) = read(&self.new)?;
        let changes = diff(&old, &new);
        write(&changes, self.format, out)?;
        Ok(Outcome::of(changes.is_empty() && old_errors + new_errors == 0))
    }
}

/// A matrix, and how many errors its data has.
fn read(path: &Path) -> Result<(Matrix, usize)> {
    let Reading { matrix, problems, .. } = open(path)?.reading;
    let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error);
    Ok((matrix, errors.inspect(|problem| eprintln!("{}: {}", path.display(), shown(&problem.to_string()))).count()))
}
