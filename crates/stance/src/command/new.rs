//! `stance new`: its arguments.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use jiff::Zoned;

use crate::new::new;
use crate::outcome::Outcome;

/// Makes a package to fill in, and says how.
///
/// It is valid at once: statements.csv with one example row, datapackage.json with the built-in scale, and a README
/// that says what to write into which column.
#[derive(Args, Debug)]
pub struct New {
    /// The folder to make; its last part is the package's name.
    name: PathBuf,
}

impl New {
    /// Makes it as of today.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        new(&self.name, Zoned::now().date(), out)
    }
}
