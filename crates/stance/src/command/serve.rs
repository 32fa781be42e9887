//! `stance serve`: its arguments.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::outcome::Outcome;
use crate::serve::serve;

/// Shows a matrix in the browser while it is written, with what is wrong in it beside it.
#[derive(Args, Debug)]
pub struct Serve {
    /// A package, a table or a workbook: whatever `stance check` takes.
    package: PathBuf,
    /// The port of this machine to serve it at; else 8765, or any that is free.
    #[arg(long, value_name = "N")]
    port: Option<u16>,
}

impl Serve {
    /// Serves it until the program is ended.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        serve(&self.package, self.port, out)
    }
}
