//! A Rust that compiles to WebAssembly: rustup's target where it can be had, else Debian's compiler with
//! the standard library built from source. The second way is made of environment variables only.

use super::packages;
use crate::process;
use crate::repository;
use crate::steps::step;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";
/// Where Debian's package `rust-web-src` puts the standard library.
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];

/// Which Rust compiles the widget.
pub enum Toolchain {
    /// The one on the PATH: it has the target's standard library, and, where rustup could add it, that
    /// library's source.
    OnPath { source: bool },
    /// Debian's; the linker must be of the same LLVM, of this major version.
    Debian { llvm: String },
}

impl Toolchain {
    /// A command that compiles for WebAssembly, `cargo` or `trunk`.
    pub fn command(&self, program: &str) -> Command {
        let mut command = process::command(program);
        if let Self::Debian { llvm } = self {
            command
                .env("PATH", process::path(&["/usr/bin"]))
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker(llvm))
                // Two compilers in one target folder would undo each other's work on every run.
                .env("CARGO_TARGET_DIR", self.target_folder());
        }
        command
    }

    /// Where it puts what it builds.
    pub fn target_folder(&self) -> PathBuf {
        repository::root().join(if matches!(self, Self::Debian { .. }) { "target/wasm-debian" } else { "target" })
    }

    /// Leaves out of a release what only a developer would read (where in the source a panic arose, and
    /// how a value looks to one), and, where its source is, builds the standard library for size as well,
    /// with panics that end the module at once and say nothing: `embed.js` gives the reader the page's own
    /// content back then. The flags are not stable yet, and every compiler has them.
    pub fn for_readers<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zlocation-detail=none -Zfmt-debug=none");
        if !matches!(self, Self::OnPath { source: false }) {
            command
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                .env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true")
                .env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort");
        }
        command
    }

    /// A `cargo` command on the widget for the WebAssembly target.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = self.command("cargo");
        command.args([subcommand, "--package", "stance-matrix", "--target", TARGET]);
        command
    }
}

/// Finds such a Rust, or installs one.
pub fn ensure() -> Result<Toolchain> {
    if has_standard_library() {
        return Ok(on_path());
    }
    // Before rustup is tried: on a machine that took this way once, rustup would fail again.
    if let Some(toolchain) = debian() {
        return Ok(toolchain);
    }
    let by_rustup = step("wasm32 standard library", "rustup adds the target; a few seconds, given up after a minute", || {
        process::log(process::command("rustup").args(["target", "add", TARGET]), "rustup", Duration::from_secs(60))
    });
    if by_rustup.is_ok() && has_standard_library() {
        return Ok(on_path());
    }
    println!("  rustup could not add {TARGET}; Debian's Rust builds its standard library instead");
    by_debian().with_context(|| {
        format!("no Rust here compiles to WebAssembly; run `rustup target add {TARGET}` where that works, then this again")
    })
}

/// The Rust on the PATH, with the standard library's source if rustup has it or can add it.
fn on_path() -> Toolchain {
    let has_source = || {
        process::read(process::command("rustc").args(["--print", "sysroot"]))
            .is_some_and(|folder| Path::new(folder.trim()).join("lib/rustlib/src/rust/library/std/Cargo.toml").exists())
    };
    let source = has_source()
        || step("the standard library's source", "rustup adds it; a few seconds, given up after a minute", || {
            process::log(process::command("rustup").args(["component", "add", "rust-src"]), "rustup", Duration::from_secs(60))
        })
        .is_ok()
            && has_source();
    if !source {
        println!("  without it the release is larger: the standard library stays as it comes");
    }
    Toolchain::OnPath { source }
}

fn by_debian() -> Result<Toolchain> {
    packages::install("Debian's Rust", &DEBIAN_PACKAGES)?;
    let llvm = llvm().context("/usr/bin/rustc does not say which LLVM it has")?;
    packages::install("the linker for wasm", &[&format!("lld-{llvm}")])?;
    debian().context("Debian's Rust is installed, but not where it was expected")
}

/// Debian's Rust, if all of it is there.
fn debian() -> Option<Toolchain> {
    let llvm = llvm()?;
    let files = ["/usr/bin/cargo", "/usr/bin/cargo-clippy", DEBIAN_SOURCE];
    let complete = files.iter().all(|file| Path::new(file).exists()) && process::find(&linker(&llvm)).is_some();
    complete.then_some(Toolchain::Debian { llvm })
}

/// The major version of the LLVM that Debian's compiler was built with.
fn llvm() -> Option<String> {
    let version = process::read(process::command("/usr/bin/rustc").arg("-vV"))?;
    let llvm = version.lines().find_map(|line| line.strip_prefix("LLVM version: "))?;
    Some(llvm.split('.').next()?.to_owned())
}

/// The program that Debian's package `lld-22` brings for LLVM 22.
fn linker(llvm: &str) -> String {
    format!("wasm-ld-{llvm}")
}

fn has_standard_library() -> bool {
    let libraries = process::read(process::command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    libraries.is_some_and(|folder| {
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        files.into_iter().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
    })
}
