//! Set-up: every tool that is missing, each by its ordinary way first. Independent steps run at the same
//! time: compiling the tools takes minutes of processor, most of the others wait for the network.

pub mod browser;
mod cargo_tools;
pub mod engines;
pub mod npm;
mod packages;
pub mod python;
pub mod wasm;

use crate::steps;
use anyhow::{Result, bail};
use browser::Browser;
use engines::Engine;
use std::thread::{self, ScopedJoinHandle};
use wasm::Toolchain;

/// What a build needs: a Rust that compiles to WebAssembly, Trunk and wasm-bindgen, and npm's tools.
pub fn to_build() -> Result<Toolchain> {
    thread::scope(|scope| {
        let wasm = scope.spawn(wasm::ensure);
        let cargo = scope.spawn(cargo_tools::ensure);
        let npm = scope.spawn(npm::build_tools);
        let ((toolchain, ()), ()) = both(both(ended(wasm), ended(cargo)), ended(npm))?;
        Ok(toolchain)
    })
}

/// What a report on the size needs.
pub fn to_report() -> Result<()> {
    cargo_tools::twiggy()
}

/// What everything needs.
pub struct Tools {
    pub toolchain: Toolchain,
    pub browser: Browser,
    pub engines: Vec<Engine>,
}

/// Everything: to build, to test, and to check data.
pub fn everything() -> Result<Tools> {
    thread::scope(|scope| {
        let build = scope.spawn(to_build);
        let browser = scope.spawn(browser::ensure);
        let engines = scope.spawn(engines::ensure);
        let journeys = scope.spawn(npm::journeys);
        let frictionless = scope.spawn(python::frictionless);
        let tools = both(ended(build), ended(browser));
        let engines = ended(engines);
        let (((toolchain, browser), ()), ()) = both(both(tools, ended(journeys)), ended(frictionless))?;
        Ok(Tools { toolchain, browser, engines })
    })
}

fn ended<T>(step: ScopedJoinHandle<'_, T>) -> T {
    // A panic in a step is a mistake in this program: it goes on as it is.
    step.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Both outcomes, or all that went wrong, not only the first: a person can then mend it in one go.
fn both<A, B>(first: Result<A>, second: Result<B>) -> Result<(A, B)> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Err(first), Err(second)) => bail!("{}\nFailed: {}", steps::in_words(&first), steps::in_words(&second)),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
    }
}
