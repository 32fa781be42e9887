//! Every check and test, cheap ones first. One failure does not hide the next: all steps that can run do,
//! and the summary at the end has a line for each.

use crate::bench;
use crate::dist;
use crate::examples;
use crate::process::{command, show};
use crate::repository;
use crate::setup::{self, Tools, browser::Browser, engines::Engine, python, wasm::Toolchain};
use crate::size;
use crate::steps::Summary;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;

/// Sets up what is missing and runs everything.
pub fn run() -> Result<()> {
    let mut summary = Summary::default();
    let tools = summary.run("set-up", "every tool that is missing; about five minutes the first time", setup::everything);
    natively(&mut summary);
    check(&mut summary);
    match &tools {
        Some(tools) => {
            in_the_browser(&mut summary, tools);
            frictionless(&mut summary);
        }
        None => summary.left_out("all that needs the tools", "since set-up failed"),
    }
    summary.close()
}

fn natively(summary: &mut Summary) {
    summary.run("format", "cargo fmt", || cargo("fmt --all --check").context("`cargo fmt --all` mends it"));
    // The widget is left out here: it is linted for the machine it runs on, below.
    summary.run("lint", "clippy on the model, the command line and this program", || {
        cargo("clippy --workspace --exclude stance-matrix --all-targets -- -D warnings")
    });
    summary.run("tests", "the model, the command line and this program", || cargo("test --workspace --exclude stance-matrix"));
    summary.run("benchmark's tests", "its data, its tasks, its arithmetic", bench::test);
    summary.run("widget's tests", "those that need no browser", || cargo("test --package stance-matrix --lib"));
}

fn in_the_browser(summary: &mut Summary, tools: &Tools) {
    let Tools { toolchain, browser, engines } = tools;
    summary.run("lint widget", "clippy for WebAssembly, tests included; a minute the first time", || {
        show(toolchain.cargo("clippy").args(["--all-targets", "--", "-D", "warnings"]))
    });
    summary.run("view tests", "the widget in headless Chromium; a minute or two the first time", || view_tests(toolchain, browser));
    if summary.run("dist", "the release; two minutes the first time", || dist::build(toolchain)).is_none() {
        return summary.left_out("size, journeys", "since there is no release to look at");
    }
    summary.run("size", "the release against its budget", size::run);
    summary.run("example", "a page drawn by another Yew application; half a minute the first time", || examples::yew(toolchain));
    missing(summary, engines, env::var_os("CI").is_some());
    // Built again, now that there is a widget to put into it.
    let stance = repository::root().join("target/debug").join(format!("stance{}", env::consts::EXE_SUFFIX));
    summary.run("stance", "the command line with the release in it; half a minute the first time", || {
        cargo("test --package stance --test serve")
    });
    summary.run("journeys", "the release driven as readers do, in every engine that is here", || {
        let folder = repository::root().join("e2e");
        let mut playwright = command(folder.join("node_modules/.bin/playwright"));
        playwright.arg("test").current_dir(folder).env("CHROMIUM", &browser.chromium).env("STANCE", &stance);
        for engine in engines {
            if let Ok(browser) = &engine.browser {
                playwright.env(engine.variable, browser);
            }
        }
        show(&mut playwright)
    });
}

/// Engines that this machine cannot have: a line for each, and in CI a failure.
fn missing(summary: &mut Summary, engines: &[Engine], in_ci: bool) {
    for Engine { name, browser, .. } in engines {
        let Err(why) = browser else { continue };
        if in_ci {
            summary.run(name, "it is to be on every machine of CI", || -> Result<()> { bail!("{why}") });
        } else {
            summary.left_out(&format!("journeys in {name}"), &format!("since it is not here: {why}"));
        }
    }
}

/// wasm-bindgen's test runner starts the browser. `webdriver.json` says how, and where the browser is on
/// this machine is added to a copy of it.
fn view_tests(toolchain: &Toolchain, browser: &Browser) -> Result<()> {
    let options = fs::read_to_string(repository::root().join("webdriver.json")).context("webdriver.json cannot be read")?;
    let binary = format!("\"goog:chromeOptions\": {{\n    \"binary\": {:?},", browser.chromium);
    let here = repository::tools().join("webdriver.json");
    fs::write(&here, options.replacen("\"goog:chromeOptions\": {", &binary, 1)).context("its copy cannot be written")?;
    let mut tests = toolchain.cargo("test");
    tests
        .arg("--tests")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", &browser.chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", here);
    show(&mut tests)
}

fn check(summary: &mut Summary) {
    summary.run("check", "our own command line checks every data package", || {
        let mut check = command("cargo");
        show(check.args(["run", "--quiet", "--package", "stance", "--", "check"]).args(repository::data_packages()?))
    });
}

fn frictionless(summary: &mut Summary) {
    summary.run("frictionless", "the reference checker reads every data package", || {
        for package in repository::data_packages()? {
            show(command(python::program()).arg("validate").arg(package.join("datapackage.json")))
                .with_context(|| format!("{} is no valid data package", package.display()))?;
        }
        Ok(())
    });
}

/// The ordinary cargo, on this machine's own target.
fn cargo(arguments: &str) -> Result<()> {
    show(command("cargo").args(arguments.split(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_is_not_here_fails_only_in_ci() {
        let engines = [Engine { name: "Firefox", variable: "FIREFOX", browser: Err("there is no apt-get".into()) }];
        for in_ci in [false, true] {
            let mut summary = Summary::default();
            missing(&mut summary, &engines, in_ci);
            assert_eq!(summary.close().is_err(), in_ci);
        }
    }
}
