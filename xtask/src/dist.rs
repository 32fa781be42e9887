//! The release files: Trunk's optimized build, then smaller, then what a server and npm need of them.

use crate::process;
use crate::repository;
use crate::setup::{self, wasm::Toolchain};
use crate::size;
use crate::steps::step;
use anyhow::{Context, Result};

/// Sets up what is missing, builds `dist/`, and says how large it is.
pub fn run() -> Result<()> {
    let toolchain = setup::to_build()?;
    step("dist", "Trunk builds the release; the first time takes about two minutes on two cores", || build(&toolchain))?;
    size::run()
}

/// Builds `dist/`.
pub fn build(toolchain: &Toolchain) -> Result<()> {
    let mut trunk = toolchain.command("trunk");
    process::show(toolchain.for_readers(&mut trunk).args(["build", "--release"]))
        .context("Trunk cannot build the site; its messages stand above")?;
    script("shrink.mjs", &["dist"]).context("dist/ cannot be made smaller")?;
    script("release.mjs", &["dist", repository::VERSION]).context("dist/ cannot be compressed and listed")?;
    script("package.mjs", &["dist", "target/npm", repository::VERSION]).context("the npm package cannot be assembled")?;
    script("manifest.mjs", &["target/tools/npm", "target/npm/custom-elements.json"]).context("custom-elements.json cannot be made")
}

/// Runs one of our own scripts.
fn script(name: &str, arguments: &[&str]) -> Result<()> {
    process::show(process::command("node").arg(repository::root().join("xtask/tools").join(name)).args(arguments))
}
