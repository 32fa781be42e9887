//! `stance completions`: its arguments.

use std::io::Write;

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::Arguments;
use crate::outcome::Outcome;

/// Prints the completions for a shell.
#[derive(Args, Debug)]
#[command(after_long_help = "Where shells look for them:
  bash  stance completions bash > ~/.local/share/bash-completion/completions/stance
  fish  stance completions fish > ~/.config/fish/completions/stance.fish
  zsh   stance completions zsh > _stance, in a folder of $fpath")]
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

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use clap::ValueEnum;

    use super::*;

    fn script(shell: Shell) -> Vec<u8> {
        let mut script = Vec::new();
        Completions { shell }.run(&mut script).unwrap();
        script
    }

    #[test]
    fn every_shell_gets_every_command() {
        for &shell in Shell::value_variants() {
            let script = String::from_utf8(script(shell)).unwrap();
            for command in Arguments::command().get_subcommands() {
                assert!(script.contains(command.get_name()), "{shell}: {}", command.get_name());
            }
        }
    }

    #[test]
    fn bash_can_read_it() {
        let bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn();
        // Not every machine has one.
        let Ok(mut bash) = bash else { return };
        bash.stdin.take().unwrap().write_all(&script(Shell::Bash)).unwrap();
        assert!(bash.wait().unwrap().success());
    }
}
