//! `stance man`: its arguments.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, CommandFactory};

use super::Arguments;
use crate::outcome::Outcome;

/// Writes the man pages to a folder, one for each command.
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

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn every_command_has_a_page() {
        let folder = std::env::temp_dir().join(format!("stance-man-{}", std::process::id()));
        Man { folder: folder.clone() }.run(&mut Vec::new()).unwrap();
        let first = fs::read_to_string(folder.join("stance.1")).unwrap();
        for command in Arguments::command().get_subcommands() {
            let name = command.get_name();
            let page = fs::read_to_string(folder.join(format!("stance-{name}.1"))).unwrap();
            assert!(page.contains(&format!("stance {name}")), "{page}");
            assert!(first.contains(&format!("stance\\-{name}(1)")), "{first}");
        }
        warnings(&folder.join("stance.1"));
        fs::remove_dir_all(&folder).unwrap();
    }

    /// A page that groff finds fault with; not every machine has one.
    fn warnings(page: &Path) {
        let groff = Command::new("groff").args(["-man", "-Tutf8", "-ww", "-z"]).arg(page).stdout(Stdio::null()).output();
        let Ok(output) = groff else { return };
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
