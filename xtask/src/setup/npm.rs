//! What comes from npm: wasm-opt, the minifier and the analyser of the element for a build; Playwright, axe and Vite
//! for the journeys; the rivals of the benchmark.

use crate::process;
use crate::repository;
use crate::steps::step;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// wasm-opt, esbuild and the analyser, pinned in `xtask/tools/`, installed with the other tools.
pub fn build_tools() -> Result<()> {
    let pinned = repository::root().join("xtask/tools");
    let folder = repository::tools().join("npm");
    fs::create_dir_all(&folder).context("target/tools/npm cannot be made")?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(pinned.join(file), folder.join(file)).with_context(|| format!("xtask/tools/{file} cannot be copied"))?;
    }
    install("wasm-opt, esbuild and the analyser", "npm-tools", &folder)
}

/// What the journeys in `e2e/` are written with; `node_modules` must stand beside them.
pub fn journeys() -> Result<()> {
    install("the journeys' packages", "npm-journeys", &repository::root().join("e2e"))
}

/// What the benchmark compares with, and what drives it.
pub fn rivals() -> Result<()> {
    install("the benchmark's packages", "npm-bench", &repository::root().join("bench"))
}

/// `npm ci`, unless what is installed there is what the lock file says.
fn install(what: &str, log: &str, folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json")).with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|there| there == lock) {
        return Ok(());
    }
    if process::find("npm").is_none() {
        bail!("npm is needed for {what}: install Node.js 20.19 or later, then run this again");
    }
    step(what, "npm ci; a few seconds", || {
        let mut command = process::command("npm");
        // Set-up finds or installs a browser in a way of its own.
        command.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        process::log(&mut command, log, Duration::from_secs(600))
    })?;
    fs::write(&installed, lock).with_context(|| format!("{} cannot be written", installed.display()))
}
