//! `stance check`: its arguments.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::ran;
use crate::check::check;
use crate::outcome::Outcome;

/// Says what is wrong in the data, where, and what to do about it.
#[derive(Args, Debug)]
pub struct Check {
    /// A CSV file, a datapackage.json, or a folder that holds one.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Check {
    /// Checks every path: one that cannot be read must not hide what is wrong in the others.
    pub fn run(self, out: &mut impl Write) -> Outcome {
        self.paths.iter().map(|path| ran(check(path, out))).max().unwrap_or(Outcome::Holds)
    }
}
