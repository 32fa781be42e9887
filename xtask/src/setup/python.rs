//! `frictionless`, the reference checker of data packages, in a Python environment of its own.

use super::packages;
use crate::process;
use crate::repository;
use crate::steps::step;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

/// The program that checks a package.
pub fn program() -> PathBuf {
    repository::tools().join("python/bin/frictionless")
}

/// Installs it as pinned in `xtask/tools/requirements.txt`, unless it is there already.
pub fn frictionless() -> Result<()> {
    let pinned = repository::root().join("xtask/tools/requirements.txt");
    let wanted = fs::read(&pinned).context("xtask/tools/requirements.txt cannot be read")?;
    let folder = repository::tools().join("python");
    let installed = folder.join("installed.txt");
    if program().is_file() && fs::read(&installed).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    if process::find("python3").is_none() {
        bail!("frictionless needs Python: install Python 3.9 or later, then run this again");
    }
    let environment = || {
        let mut command = process::command("python3");
        process::log(command.args(["-m", "venv", "--clear"]).arg(&folder), "python-venv", Duration::from_secs(120))
    };
    // Debian keeps this part of Python in a package of its own.
    environment().or_else(|_| packages::install("Python environments", &["python3-venv"]).and_then(|()| environment()))?;
    step("frictionless", "pip installs it; about half a minute", || {
        let mut command = process::command(folder.join("bin/pip"));
        command.args(["install", "--quiet", "--requirement"]).arg(&pinned);
        process::log(&mut command, "pip", Duration::from_secs(600))
    })?;
    fs::write(&installed, wanted).with_context(|| format!("{} cannot be written", installed.display()))
}
