//! `stance check`: its arguments.

use std::io::{Write, stdout};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use anyhow::Result;
use clap::Args;
use jiff::civil::Date;
use matrix::Severity;

use super::in_words;
use crate::check::report::{Format, write};
use crate::check::{Checked, check, in_digits, today};
use crate::outcome::Outcome;
use crate::progress;

/// Says what is wrong in the data, where, and what to do about it.
///
/// Errors come first: something could not be read and is not shown. Then warnings: something is shown, but not as
/// its author may think. Then hints. Only errors make the check fail.
#[derive(Args, Debug)]
pub struct Check {
    /// A CSV file, a datapackage.json, a workbook (.xlsx, .ods), a page with a snippet, a folder that holds one of
    /// them, or an address of one, such as that of a Google Sheet published as CSV.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How problems are told.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The day that dates are held against, instead of today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

impl Check {
    /// Checks every path: one that cannot be read must not hide what is wrong in the others.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let today = self.today.map_or_else(today, in_digits);
        let mut outcome = Outcome::Holds;
        let mut checked: Vec<Checked> = Vec::new();
        for path in &self.paths {
            match progress::during(&format!("Checking {}", path.display()), || check(path, today)) {
                Ok(one) => {
                    outcome = outcome.max(Outcome::of(one.count(Severity::Error) == 0));
                    checked.push(one);
                }
                Err(error) => {
                    eprintln!("stance: {}.", in_words(&error));
                    outcome = Outcome::CannotRun;
                }
            }
        }
        let colour = AutoStream::choice(&stdout()) != ColorChoice::Never;
        write(self.format, &checked, colour, out)?;
        Ok(outcome)
    }
}
