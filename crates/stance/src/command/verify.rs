//! `stance verify`: its arguments.

use std::io::{Write, stdout};
use std::path::PathBuf;

use anstream::AutoStream;
use anyhow::{Result, ensure};
use clap::Args;
use jiff::{Zoned, civil::Date};

use crate::outcome::Outcome;
use crate::progress::during;
use crate::verify::{source::Source, verify, verify_recorded};

/// Proves that every quote stands word for word in a source.
///
/// With sources it looks for every quote and writes proof.json beside the package. Without sources it holds the
/// quotes against that proof.
#[derive(Args, Debug)]
pub struct Verify {
    /// A package, a table or a workbook: whatever `stance check` takes.
    package: PathBuf,
    /// A source: plain text, HTML or PDF.
    #[arg(long = "source", value_name = "FILE", num_args = 1..)]
    sources: Vec<PathBuf>,
    /// The title of a source, instead of its own or its first line; the first title is for the first source.
    #[arg(long = "title", value_name = "TEXT", requires = "sources")]
    titles: Vec<String>,
    /// The day of the proof, instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "sources")]
    date: Option<Date>,
}

impl Verify {
    /// Proves, or holds the quotes against what was proved. Colours are left out where the output shows none.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let mut printed = AutoStream::new(Vec::new(), AutoStream::choice(&stdout()));
        let outcome = self.verify(&mut printed);
        out.write_all(&printed.into_inner())?;
        outcome
    }

    fn verify(self, out: &mut impl Write) -> Result<Outcome> {
        if self.sources.is_empty() {
            return verify_recorded(&self.package, out);
        }
        ensure!(self.titles.len() <= self.sources.len(), "there are more titles than sources");
        let titles = self.titles.iter().map(|title| Some(title.as_str())).chain(std::iter::repeat(None));
        let open = |(path, title): (&PathBuf, _)| during(&format!("Reading {}", path.display()), || Source::open(path, title));
        let sources = self.sources.iter().zip(titles).map(open).collect::<Result<Vec<_>>>()?;
        let date = self.date.unwrap_or_else(|| Zoned::now().date());
        verify(&self.package, &sources, &date.to_string(), out)
    }
}
