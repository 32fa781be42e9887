//! `stance snippet`: its arguments.

use std::io::Write;

use anyhow::{Result, ensure};
use clap::Args;
use matrix::safe_url;

use super::chosen::Chosen;
use crate::outcome::Outcome;
use crate::snippet::{Choice, MOST_STATEMENTS, snippet};
use crate::verify::proof::Proof;

/// Prints a matrix as HTML to paste into an article: whole without script, and read back by the widget.
#[derive(Args, Debug)]
pub struct Snippet {
    #[command(flatten)]
    chosen: Chosen,
    /// The address of all the data, to link to. A must above 5,000 statements, which are left to it.
    #[arg(long, value_name = "ADDRESS")]
    data: Option<String>,
}

impl Snippet {
    /// Prints what is good; errors in the data go to the error stream.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let (opened, is_whole) = self.chosen.open()?;
        let proof = Proof::read(&opened.proof)?;
        let matrix = opened.reading.matrix;
        let [rows, columns] = self.chosen.places(&matrix)?;
        let Chosen { lang, without_quotes, .. } = self.chosen;
        let statements = matrix.len() <= MOST_STATEMENTS;
        let choice = Choice { rows, columns, lang, quotes: !without_quotes, statements, data: self.data, proof };
        if let Some(data) = &choice.data {
            ensure!(safe_url(data).is_some() || !data.contains(':'), "{data} is no address that may be linked; write it from https:// on");
        }
        if !choice.statements {
            ensure!(choice.data.is_some(), "more than {MOST_STATEMENTS} statements are left to the data; name its address with --data");
            eprintln!("stance: more than {MOST_STATEMENTS} statements: the snippet has the stances, and links to the data.");
        }
        out.write_all(snippet(&matrix, &choice).as_bytes())?;
        Ok(Outcome::of(is_whole))
    }
}
