//! The steps of this repository, the same for a person and for CI: `cargo xtask COMMAND`.
//! Here: the commands and their arguments. What each one does is in the module of its name.

mod bench;
mod dist;
mod examples;
mod process;
mod report;
mod repository;
mod serve;
mod setup;
mod size;
mod steps;
mod test;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Set-up, build and tests of Stance Matrix.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install every tool that is missing: to build, to test, and a browser
    Setup,
    /// Build the demo, serve it at a local address, and build again on every change
    Serve {
        /// Serve the small, optimized build that readers get
        #[arg(long)]
        release: bool,
    },
    /// Run every check and test, the browser's included
    Test,
    /// Build the release files in `dist/`
    Dist,
    /// Say what takes the space in the module of the last release
    Size,
    /// Measure ours and its rivals, and write `docs/performance.md`
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Setup => setup::everything().map(drop),
        Command::Serve { release } => serve::run(release),
        Command::Test => test::run(),
        Command::Dist => dist::run(),
        Command::Size => report::run(),
        Command::Bench(options) => bench::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain of causes in words: what failed, why, what to do about it; never a backtrace.
            eprintln!("\nFailed: {}", steps::in_words(&error));
            ExitCode::FAILURE
        }
    }
}
