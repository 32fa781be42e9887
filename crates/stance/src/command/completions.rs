//! `stance completions`: its arguments.

use std::io::Write;

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::Arguments;
use crate::outcome::Outcome;

/// Prints the completions for a shell.
///
/// For bash: stance completions bash > ~/.local/share/bash-completion/completions/stance. For zsh into _stance in a
/// folder of its fpath, for fish into ~/.config/fish/completions/stance.fish.
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints it.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        // In one piece, since `generate` knows no errors but a panic.
        let mut script = Vec::new();
        generate(self.shell, &mut Arguments::command(), "stance", &mut script);
        out.write_all(&script)?;
        Ok(Outcome::Holds)
    }
}
