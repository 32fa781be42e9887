//! The command line: arguments in, exit codes out.

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use jiff::{Zoned, civil::Date};
use matrix::{Reading, Severity};
use stance::snippet::{Choice, MOST_STATEMENTS};
use stance::{check::check, open::open_in, outcome::Outcome, snippet, source::Source, verify};

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
    /// Prints a matrix as HTML to paste into an article: whole without script, and read back by the widget.
    Snippet {
        /// A CSV file, a datapackage.json, or a folder that holds one.
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
    },
}

fn main() -> ExitCode {
    let mut out = stdout().lock();
    let outcome = match Arguments::parse().command {
        // One path that cannot be read must not hide what is wrong in the others.
        Command::Check { paths } => paths.iter().map(|path| ran(check(path, &mut out))).max().unwrap_or(Outcome::Holds),
        Command::Verify { package, sources, .. } if sources.is_empty() => ran(verify::verify_recorded(&package, &mut out)),
        Command::Verify { package, sources, titles, date } => ran(prove(&package, &sources, &titles, date, &mut out)),
        Command::Snippet { package, countries, concerns, lang, without_quotes, data } => {
            ran(print_snippet(&package, &countries, &concerns, lang, !without_quotes, data, &mut out))
        }
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

fn print_snippet(
    package: &Path,
    countries: &[String],
    concerns: &[String],
    lang: Option<String>,
    quotes: bool,
    data: Option<String>,
    out: &mut impl Write,
) -> Result<Outcome> {
    let Reading { matrix, problems, .. } = open_in(lang.as_deref().unwrap_or(snippet::OWN_LANGUAGE), package)?.reading;
    let errors: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    errors.iter().for_each(|problem| eprintln!("{problem}"));
    let choice = Choice {
        rows: snippet::places(matrix.rows(), countries)?,
        columns: snippet::places(matrix.columns(), concerns)?,
        lang,
        quotes,
        statements: matrix.len() <= MOST_STATEMENTS,
        data,
    };
    if !choice.statements {
        anyhow::ensure!(choice.data.is_some(), "more than {MOST_STATEMENTS} statements are left to the data; name its address with --data");
        eprintln!("stance: more than {MOST_STATEMENTS} statements: the snippet has the stances, and links to the data.");
    }
    out.write_all(snippet::snippet(&matrix, &choice).as_bytes())?;
    Ok(Outcome::of(errors.is_empty()))
}

/// The outcome of a command; what kept it from running goes to the error stream.
fn ran(result: Result<Outcome>) -> Outcome {
    result.unwrap_or_else(|error| {
        eprintln!("stance: {error:#}.");
        Outcome::CannotRun
    })
}
