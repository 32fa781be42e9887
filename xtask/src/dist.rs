//! The release files: Trunk's optimized build, then smaller JavaScript.

use crate::process;
use crate::repository;
use crate::setup::{self, wasm::Toolchain};
use crate::size;
use crate::steps::step;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Sets up what is missing, builds `dist/`, and says how large it is.
pub fn run() -> Result<()> {
    let toolchain = setup::to_build()?;
    step("dist", "Trunk builds the release; the first time takes about two minutes on two cores", || build(&toolchain))?;
    size::run()
}

/// Builds `dist/`.
pub fn build(toolchain: &Toolchain) -> Result<()> {
    process::show(toolchain.for_readers(&mut toolchain.command("trunk")).args(["build", "--release"]))
        .context("Trunk cannot build the site; its messages stand above")?;
    minify().context("the JavaScript in dist/ cannot be made smaller")
}

/// Trunk's own minifier gives up on wasm-bindgen's glue, so esbuild does it: that is a quarter less of it
/// to download.
fn minify() -> Result<()> {
    let dist = repository::dist();
    let mut esbuild = process::command("esbuild");
    esbuild
        .args(scripts()?)
        .args(["--minify", "--format=esm", "--allow-overwrite", "--log-level=warning"])
        .arg(format!("--outdir={}", dist.display()));
    process::show(&mut esbuild)
}

fn scripts() -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(repository::dist())?.collect::<Result<Vec<_>, _>>()?;
    let paths = files.into_iter().map(|file| file.path());
    Ok(paths.filter(|path| path.extension().is_some_and(|extension| extension == "js")).collect())
}
