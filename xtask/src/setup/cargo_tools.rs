//! Trunk, which builds the site, and wasm-bindgen's command line, which must be of the very version that
//! `Cargo.lock` names.

use crate::process;
use crate::repository;
use crate::steps::step;
use anyhow::{Context, Result};
use std::fs;
use std::time::Duration;

/// The release of Trunk that the site is built with. 0.22 asks for a newer Rust than ours.
const TRUNK: &str = "0.21.14";
/// The release of twiggy that the report is made with.
const TWIGGY: &str = "0.8.0";
/// A compilation that takes longer than this on two cores is stuck.
const LIMIT: Duration = Duration::from_secs(30 * 60);

struct Tool<'a> {
    /// The package's name in the registry.
    package: &'a str,
    version: &'a str,
    /// Its programs; each must answer `--version` with that version.
    programs: &'a [&'a str],
    options: &'a [&'a str],
}

/// Installs what is missing, one after the other: they share a target folder, so that what both depend on
/// is compiled once, and cargo uses every core for the first one anyway.
pub fn ensure() -> Result<()> {
    let bindgen = repository::locked_version("wasm-bindgen")?;
    // Not locked: the lock file of this release names a crate that some mirrors of the registry lack.
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    install(&Tool { package: "wasm-bindgen-cli", version: &bindgen, programs: &programs, options: &[] })?;
    // Its default features are downloads over TLS and a look for updates. What it could download is here
    // already, and they take long to compile.
    let options = ["--locked", "--no-default-features"];
    install(&Tool { package: "trunk", version: TRUNK, programs: &["trunk"], options: &options })?;
    clean()
}

/// Installs what tells of a module's size; only who asks for that needs it.
pub fn twiggy() -> Result<()> {
    install(&Tool { package: "twiggy", version: TWIGGY, programs: &["twiggy"], options: &["--locked"] })?;
    clean()
}

fn clean() -> Result<()> {
    let compiled = repository::tools().join("build");
    if compiled.exists() {
        fs::remove_dir_all(compiled).context("the tools are installed, but target/tools/build cannot be removed")?;
    }
    Ok(())
}

fn install(tool: &Tool) -> Result<()> {
    if tool.programs.iter().all(|program| has_version(program, tool.version)) {
        return Ok(());
    }
    let Tool { package, version, .. } = tool;
    if has_binstall() {
        let ready_made = step(package, "cargo binstall fetches it ready-made; a few seconds", || {
            let mut command = process::command("cargo");
            command.args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]).arg(repository::tools());
            process::log(command.arg(format!("{package}@{version}")), &format!("binstall-{package}"), LIMIT)
        });
        if ready_made.is_ok() && tool.programs.iter().all(|program| has_version(program, version)) {
            return Ok(());
        }
    }
    step(package, &format!("cargo compiles {version}; one to three minutes on two cores, once"), || {
        let mut command = process::command("cargo");
        // Debug builds without debug information compile in less than half the time of release builds, and
        // wasm-bindgen is still done with our module in under a second.
        command
            .args(["install", "--debug", "--version", version, "--root"])
            .arg(repository::tools())
            .args(tool.options)
            .arg(package)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", repository::tools().join("build"));
        process::log(&mut command, package, LIMIT)
            .with_context(|| format!("install {package} {version} in a way of your own, so that it is on the PATH, then run this again"))
    })
}

fn has_version(program: &str, version: &str) -> bool {
    let Some(file) = process::find(program) else {
        return false;
    };
    let answer = process::read(process::command(file).arg("--version")).unwrap_or_default();
    answer.split_whitespace().any(|word| word == version)
}

fn has_binstall() -> bool {
    process::read(process::command("cargo").args(["binstall", "-V"])).is_some()
}
