//! The benchmark: ours and its rivals on the same data, in turn, in one headless Chromium. What is measured and how
//! stands in `bench/`; the figures, in `docs/performance.md`.

use crate::dist;
use crate::process;
use crate::repository;
use crate::setup::{self, browser, npm};
use crate::steps::step;
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;

/// What is measured.
#[derive(Args)]
pub struct Options {
    /// How often each page is visited
    #[arg(long, default_value_t = 7)]
    rounds: u32,
    /// Only these rivals (dom, windowed, …) and own measurements (start, interaction, growth, un-votes), separated by commas
    #[arg(long)]
    only: Option<String>,
    /// Only these sizes: small, medium, large, separated by commas
    #[arg(long)]
    sizes: Option<String>,
    /// The folder of a large data package, which ours is measured with as well
    #[arg(long, value_name = "PATH")]
    un_votes: Option<PathBuf>,
}

/// Sets up what is missing, builds the release, and measures.
pub fn run(options: &Options) -> Result<()> {
    let toolchain = setup::to_build()?;
    let browser = browser::ensure()?;
    npm::rivals()?;
    step("dist", "Trunk builds the release; the first time takes about two minutes on two cores", || dist::build(&toolchain))?;
    step("bench's tests", "its data, its tasks, its arithmetic", test)?;
    step("bench", "pages in turn; a whole run takes about twenty minutes", || {
        let mut bench = process::command("node");
        bench.arg("bench/run.mjs").arg(format!("--rounds={}", options.rounds)).env("CHROMIUM", &browser.chromium);
        for (name, value) in [("only", &options.only), ("sizes", &options.sizes)] {
            bench.args(value.as_ref().map(|value| format!("--{name}={value}")));
        }
        if let Some(path) = &options.un_votes {
            bench.arg(format!("--un-votes={}", std::path::absolute(path)?.display()));
        }
        process::show(&mut bench)
    })
}

/// Tests what the figures rest on; no time is measured.
pub fn test() -> Result<()> {
    process::show(process::command("node").args(["--test", "--test-reporter=dot", "bench/bench.test.mjs"]).current_dir(repository::root()))
}
