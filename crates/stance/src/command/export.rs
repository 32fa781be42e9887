//! `stance export`: its arguments.

use std::io::{Write, stderr};
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Args;
use matrix::Reading;

use crate::export::{Format, Part, csv::without_statement, export, part};
use crate::open::open_in;
use crate::outcome::Outcome;
use crate::save::save;
use crate::snippet::{OWN_LANGUAGE, places};
use crate::verify::proof::Proof;
use crate::words::{is_error, print};

/// Writes a matrix for other tools: a table, a data package in one file, Markdown, a picture, or a page that needs no server.
#[derive(Args, Debug)]
pub struct Export {
    /// A package, a table or a workbook: whatever `stance check` takes.
    package: PathBuf,
    /// The format; may be left out where the name of the file says it (.csv, .json, .md, .svg, .html).
    #[arg(long, value_enum, value_name = "FORMAT", required_unless_present = "output")]
    to: Option<Format>,
    /// The file to write, instead of the standard output. One that is there is replaced.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
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
}

impl Export {
    /// Writes what is good; errors in the data go to the error stream.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let named = self.to.or_else(|| self.output.as_deref().and_then(Format::of));
        let format = named.context("the name of the file does not say the format; name it with --to")?;
        let opened = open_in(self.lang.as_deref().unwrap_or(OWN_LANGUAGE), &self.package)?;
        let proof = Proof::read(&opened.proof)?;
        if let Some(output) = &self.output {
            ensure!(!opened.is_read_from(output), "{} is what the matrix is read from; write to another file", output.display());
        }
        let Reading { matrix, problems, .. } = opened.reading;
        let errors: Vec<_> = problems.iter().filter(|problem| is_error(problem)).collect();
        errors.iter().try_for_each(|problem| print(problem, &mut stderr()))?;
        let (rows, columns) = (places(matrix.rows(), &self.countries)?, places(matrix.columns(), &self.concerns)?);
        let matrix = part(matrix, &Part { rows, columns, quotes: !self.without_quotes })?;
        let file = export(&matrix, format, self.lang.as_deref(), &proof)?;
        if format == Format::Csv {
            without_statement(&matrix).iter().for_each(|name| eprintln!("stance: no statement is about {name}, so the table lacks it."));
        }
        match self.output {
            Some(path) => save(&path, file.as_bytes())?,
            None => out.write_all(file.as_bytes())?,
        }
        Ok(Outcome::of(errors.is_empty()))
    }
}
