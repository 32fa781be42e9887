//! `stance export`: its arguments.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Args;

use super::chosen::Chosen;
use crate::export::{Format, Part, csv::without_statement, export, part};
use crate::outcome::Outcome;
use crate::save::save;
use crate::verify::proof::Proof;

/// Writes a matrix for other tools: a table, a data package in one file, Markdown, a picture, or a page that needs no server.
#[derive(Args, Debug)]
pub struct Export {
    #[command(flatten)]
    chosen: Chosen,
    /// The format; may be left out where the name of the file says it (.csv, .json, .md, .svg, .html).
    #[arg(long, value_enum, value_name = "FORMAT", required_unless_present = "output")]
    to: Option<Format>,
    /// The file to write, instead of the standard output. One that is there is replaced.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Export {
    /// Writes what is good; errors in the data go to the error stream.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let named = self.to.or_else(|| self.output.as_deref().and_then(Format::of));
        let format = named.context("the name of the file does not say the format; name it with --to")?;
        let (opened, is_whole) = self.chosen.open()?;
        let proof = Proof::read(&opened.proof)?;
        if let Some(output) = &self.output {
            ensure!(!opened.is_read_from(output), "{} is what the matrix is read from; write to another file", output.display());
        }
        let matrix = opened.reading.matrix;
        let [rows, columns] = self.chosen.places(&matrix)?;
        let matrix = part(matrix, &Part { rows, columns, quotes: !self.chosen.without_quotes })?;
        let file = export(&matrix, format, self.chosen.lang.as_deref(), &proof)?;
        if format == Format::Csv {
            without_statement(&matrix).iter().for_each(|name| eprintln!("stance: no statement is about {name}, so the table lacks it."));
        }
        match self.output {
            Some(path) => save(&path, file.as_bytes())?,
            None => out.write_all(file.as_bytes())?,
        }
        Ok(Outcome::of(is_whole))
    }
}
