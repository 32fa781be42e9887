//! The commands and their arguments, one file each. What they do is in the module of their name.

mod check;
mod chosen;
mod completions;
mod diff;
mod export;
mod import;
mod man;
mod new;
mod schema;
mod serve;
mod snippet;
mod verify;

use std::io::{self, ErrorKind, stdout};

use anyhow::{Error, Result};
use clap::{Parser, Subcommand};

use crate::outcome::Outcome;
use crate::words::shown;

/// From a spreadsheet to a checked matrix that can be embedded.
#[derive(Debug, Parser)]
#[command(name = "stance", version, after_help = "Exit codes: 0 all is well, 1 the data fails, 2 the command could not run.")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
#[allow(missing_docs, reason = "each says what it does in its own file")]
pub enum Command {
    New(new::New),
    Import(import::Import),
    Check(check::Check),
    Verify(verify::Verify),
    Serve(serve::Serve),
    Snippet(snippet::Snippet),
    Export(export::Export),
    Diff(diff::Diff),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    /// Does it. What it prints goes to the standard output; what kept it from running to the error stream.
    pub fn run(self) -> Outcome {
        let out = &mut stdout().lock();
        match self {
            Self::New(new) => ran(new.run(out)),
            Self::Import(import) => ran(import.run(out)),
            Self::Check(check) => ran(check.run(out)),
            Self::Verify(verify) => ran(verify.run(out)),
            Self::Serve(serve) => ran(serve.run(out)),
            Self::Snippet(snippet) => ran(snippet.run(out)),
            Self::Export(export) => ran(export.run(out)),
            Self::Diff(diff) => ran(diff.run(out)),
            Self::Schema(schema) => ran(schema.run(out)),
            Self::Completions(completions) => ran(completions.run(out)),
            Self::Man(man) => ran(man.run(out)),
        }
    }
}

/// The outcome of a command; what kept it from running goes to the error stream. Whoever reads our output may have had
/// enough of it.
fn ran(result: Result<Outcome>) -> Outcome {
    let error = match result {
        Ok(outcome) => return outcome,
        Err(error) => error,
    };
    // Not one below another, which would be of something that we read.
    if error.downcast_ref::<io::Error>().map(io::Error::kind) == Some(ErrorKind::BrokenPipe) {
        return Outcome::Holds;
    }
    eprintln!("stance: {}.", in_words(&error));
    Outcome::CannotRun
}

/// An error and its causes, those of the system in our words.
pub(crate) fn in_words(error: &Error) -> String {
    let cause = |cause: &(dyn std::error::Error + 'static)| match cause.downcast_ref::<io::Error>().map(io::Error::kind) {
        Some(ErrorKind::NotFound) => "there is no such file or folder".to_owned(),
        Some(ErrorKind::PermissionDenied) => "it may not be read or written".to_owned(),
        Some(ErrorKind::IsADirectory) => "it is a folder".to_owned(),
        _ => cause.to_string(),
    };
    shown(&error.chain().map(cause).collect::<Vec<_>>().join(": "))
}
