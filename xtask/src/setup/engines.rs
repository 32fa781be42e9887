//! Firefox and WebKit, for the journeys that run in every engine. A machine that cannot have one does
//! without; `cargo xtask test` says so, and fails for it where CI runs it.

use super::packages;
use crate::process;
use crate::steps;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
const FIREFOX_ON_A_MAC: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// An engine beside Chromium.
pub struct Engine {
    pub name: &'static str,
    /// The variable by which `e2e/playwright.config.mjs` hears of it.
    pub variable: &'static str,
    /// Its browser, or why there is none.
    pub browser: Result<PathBuf, String>,
}

/// Finds each of them, or installs it.
pub fn ensure() -> Vec<Engine> {
    let firefox = named("FIREFOX", firefox, &["firefox-esr"]);
    // The driver starts the browser on a screen that `xvfb-run` makes, for which that needs `xauth`.
    let webkit = named("WEBKIT", webkit, &["webkit2gtk-driver", "xvfb", "xauth"]);
    vec![engine("Firefox", "FIREFOX", firefox), engine("WebKit", "WEBKIT", webkit)]
}

fn engine(name: &'static str, variable: &'static str, found: Result<PathBuf>) -> Engine {
    let browser = found.map_err(|error| steps::in_words(&error));
    if let Err(why) = &browser {
        println!("  there is no {name} here, and the tests do without: {why}");
    }
    Engine { name, variable, browser }
}

/// The browser that `variable` names, or that `find` finds, before or after the packages are installed.
fn named(variable: &str, find: fn() -> Option<PathBuf>, packages: &[&str]) -> Result<PathBuf> {
    let named = env::var_os(variable).filter(|file| !file.is_empty()).map(PathBuf::from);
    if let Some(browser) = named.or_else(find) {
        return Ok(browser);
    }
    packages::install(packages[0], packages)?;
    find().with_context(|| format!("{} is installed, but not where it was expected", packages[0]))
}

fn firefox() -> Option<PathBuf> {
    let on_a_mac = || Some(PathBuf::from(FIREFOX_ON_A_MAC)).filter(|file| file.is_file());
    FIREFOXES.iter().find_map(|program| process::find(program)).or_else(on_a_mac)
}

/// WebKitGTK's small browser; its folder is named after the machine's processor.
fn webkit() -> Option<PathBuf> {
    process::find("WebKitWebDriver").and(process::find("xvfb-run"))?;
    let libraries = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    libraries.map(|folder| folder.path().join(Path::new("webkit2gtk-4.1/MiniBrowser"))).find(|file| file.is_file())
}
