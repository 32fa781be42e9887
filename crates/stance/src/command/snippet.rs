//! `stance snippet`: its arguments.

use std::io::{Write, stderr};
use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Args;
use matrix::{Reading, safe_url};

use crate::open::open_in;
use crate::outcome::Outcome;
use crate::snippet::{Choice, MOST_STATEMENTS, OWN_LANGUAGE, places, snippet};
use crate::verify::proof::Proof;
use crate::words::{is_error, print};

/// Prints a matrix as HTML to paste into an article: whole without script, and read back by the widget.
#[derive(Args, Debug)]
pub struct Snippet {
    /// A package, a table or a workbook: whatever `stance check` takes.
    package: PathBuf,
    /// Only these rows, by their ids.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    countries: Vec<String>,
    /// Only these columns, by their ids.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    concerns: Vec<String>,
    /// In this language, where the package is translated into it; else in its own.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Leaves out verbatim words.
    #[arg(long)]
    without_quotes: bool,
    /// The address of all the data, to link to. A must above 5,000 statements, which are left to it.
    #[arg(long, value_name = "ADDRESS")]
    data: Option<String>,
}

impl Snippet {
    /// Prints what is good; errors in the data go to the error stream.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let opened = open_in(self.lang.as_deref().unwrap_or(OWN_LANGUAGE), &self.package)?;
        let proof = Proof::read(&opened.proof)?;
        let Reading { matrix, problems, .. } = opened.reading;
        let errors: Vec<_> = problems.iter().filter(|problem| is_error(problem)).collect();
        errors.iter().try_for_each(|problem| print(problem, &mut stderr()))?;
        let choice = Choice {
            rows: places(matrix.rows(), &self.countries)?,
            columns: places(matrix.columns(), &self.concerns)?,
            lang: self.lang,
            quotes: !self.without_quotes,
            statements: matrix.len() <= MOST_STATEMENTS,
            data: self.data,
            proof,
        };
        if let Some(data) = &choice.data {
            ensure!(safe_url(data).is_some() || !data.contains(':'), "{data} is no address that may be linked; write it from https:// on");
        }
        if !choice.statements {
            ensure!(choice.data.is_some(), "more than {MOST_STATEMENTS} statements are left to the data; name its address with --data");
            eprintln!("stance: more than {MOST_STATEMENTS} statements: the snippet has the stances, and links to the data.");
        }
        out.write_all(snippet(&matrix, &choice).as_bytes())?;
        Ok(Outcome::of(errors.is_empty()))
    }
}
