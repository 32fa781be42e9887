//! The command line: arguments in, exit codes out.

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use jiff::{Zoned, civil::Date};
use stance::{check::check, outcome::Outcome, source::Source, verify};

/// Checks stance matrices and proves their quotes.
#[derive(Parser)]
#[command(version, after_help = "Exit codes: 0 all is well, 1 the data fails, 2 the command could not run.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says what is wrong in the data, where, and what to do about it.
    Check {
        /// A CSV file, a datapackage.json, or a folder that holds one.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Proves that every quote stands word for word in a source.
    ///
    /// With sources it looks for every quote and writes proof.json beside the package. Without
    /// sources it holds the quotes against that proof.
    Verify {
        /// A datapackage.json, a CSV file, or a folder that holds one.
        package: PathBuf,
        /// A source, as plain text in UTF-8.
        #[arg(long = "source", value_name = "FILE", num_args = 1..)]
        sources: Vec<PathBuf>,
        /// The title of a source, instead of its first line; the first title is for the first source.
        #[arg(long = "title", value_name = "TEXT", requires = "sources")]
        titles: Vec<String>,
        /// The day of the proof, instead of today.
        #[arg(long, value_name = "YYYY-MM-DD", requires = "sources")]
        date: Option<Date>,
    },
}

fn main() -> ExitCode {
    let mut out = stdout().lock();
    let outcome = match Arguments::parse().command {
        // One path that cannot be read must not hide what is wrong in the others.
        Command::Check { paths } => paths.iter().map(|path| ran(check(path, &mut out))).max().unwrap_or(Outcome::Holds),
        Command::Verify { package, sources, .. } if sources.is_empty() => ran(verify::verify_recorded(&package, &mut out)),
        Command::Verify { package, sources, titles, date } => ran(prove(&package, &sources, &titles, date, &mut out)),
    };
    outcome.into()
}

fn prove(package: &Path, sources: &[PathBuf], titles: &[String], date: Option<Date>, out: &mut impl Write) -> Result<Outcome> {
    anyhow::ensure!(titles.len() <= sources.len(), "there are more titles than sources");
    let titles = titles.iter().map(|title| Some(title.as_str())).chain(std::iter::repeat(None));
    let sources = sources.iter().zip(titles).map(|(path, title)| Source::open(path, title)).collect::<Result<Vec<_>>>()?;
    let date = date.unwrap_or_else(|| Zoned::now().date());
    verify::verify(package, &sources, &date.to_string(), out)
}

/// The outcome of a command; what kept it from running goes to the error stream.
fn ran(result: Result<Outcome>) -> Outcome {
    result.unwrap_or_else(|error| {
        eprintln!("stance: {error:#}.");
        Outcome::CannotRun
    })
}
