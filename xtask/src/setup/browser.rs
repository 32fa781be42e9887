//! A Chromium and the chromedriver of the same version: the journeys drive the first, the view tests need
//! both.

use super::packages;
use crate::process;
use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};

const CHROMIUMS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_A_MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// A browser and its driver.
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

/// Finds such a pair, or installs one.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = pair() {
        return Ok(browser);
    }
    // Debian's packages come first and not Playwright's download, which has no chromedriver.
    packages::install("Chromium", &["chromium", "chromium-driver"]).and_then(|()| pair().context("they do not fit together")).context(
        "no Chromium with the chromedriver of the same version; install both, or name them in the environment \
         variables CHROMIUM and CHROMEDRIVER",
    )
}

fn pair() -> Option<Browser> {
    let drivers = named_or_found("CHROMEDRIVER", &["chromedriver"]);
    let mut chromiums = named_or_found("CHROMIUM", &CHROMIUMS);
    chromiums.push(ON_A_MAC.into());
    chromiums.into_iter().find_map(|chromium| {
        let version = major_version(&chromium)?;
        let chromedriver = drivers.iter().find(|driver| major_version(driver).as_ref() == Some(&version))?.clone();
        Some(Browser { chromium, chromedriver })
    })
}

fn named_or_found(variable: &str, programs: &[&str]) -> Vec<PathBuf> {
    match env::var_os(variable).filter(|file| !file.is_empty()) {
        Some(file) => vec![file.into()],
        None => programs.iter().filter_map(|program| process::find(program)).collect(),
    }
}

fn major_version(program: &Path) -> Option<String> {
    major(&process::read(process::command(program).arg("--version"))?)
}

/// `156` of `Chromium 156.0.8078.79 built on Debian`.
fn major(answer: &str) -> Option<String> {
    let version = answer.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    Some(version.split('.').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_drivers_say_their_version_alike() {
        for answer in ["Chromium 156.0.8078.79 built on Debian", "ChromeDriver 156.0.8078.79 (a21ce95c24ce-refs/heads/8078@{#17})"] {
            assert_eq!(major(answer).as_deref(), Some("156"));
        }
        assert_eq!(major("no version"), None);
    }
}
