//! `stance diff`: its arguments.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::outcome::Outcome;

/// Says what changed between two states of a matrix.
#[derive(Args, Debug)]
pub struct Diff {
    /// x
    old: PathBuf,
}

impl Diff {
    /// x
    pub fn run(self, _out: &mut impl Write) -> Result<Outcome> {
        Ok(Outcome::Holds)
    }
}
