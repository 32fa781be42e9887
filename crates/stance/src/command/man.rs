//! `stance man`: its arguments.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, CommandFactory};

use super::Arguments;
use crate::outcome::Outcome;

/// Writes the man pages to a folder: one of the whole, one of each command.
#[derive(Args, Debug)]
pub struct Man {
    /// The folder to write them to.
    folder: PathBuf,
}

impl Man {
    /// Writes them, over those that are there.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let failed = || format!("cannot write to {}", self.folder.display());
        fs::create_dir_all(&self.folder).with_context(failed)?;
        clap_mangen::generate_to(Arguments::command(), &self.folder).with_context(failed)?;
        writeln!(out, "The man pages are in {0}; read the first with man -l {0}/stance.1", self.folder.display())?;
        Ok(Outcome::Holds)
    }
}
