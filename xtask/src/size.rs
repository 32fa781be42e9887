//! The size budgets: what a reader downloads before the first interactive cell, and all there is,
//! compressed as well as a server can.

use crate::repository;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What the bundle may weigh at most before the first interactive cell: 90 KB in the stricter reading,
/// brotli at its best level.
const BUDGET: u64 = 90_000;
/// What all of it may weigh, with what is loaded elsewhere or later.
const IN_ALL: u64 = 120_000;
/// Loaded by the page in a frame and by pages around it, or by the element when the matrix is painted.
const ELSEWHERE: [&str; 7] = ["frame.js", "frame.css", "embed-host.js", "later.js", "problems.js", "fault-lines.js", "fault-lines_bg.wasm"];
/// Belongs to the demo page around the widget, not to what publishers embed.
const DEMO_PAGE: [&str; 1] = ["page.css"];

/// Prints a table of the files of `dist/`, and fails when they are too large together.
pub fn run() -> Result<()> {
    let dist = repository::dist();
    let mut files = Vec::new();
    collect(&dist, &mut files).context("dist/ cannot be read; `cargo xtask dist` builds it")?;
    files.sort();
    let (mut first, mut all) = (0, 0);
    println!("{:>9} {:>9}", "raw", "brotli");
    for file in &files {
        let name = file.strip_prefix(&dist)?.display().to_string();
        let (raw, brotli) = (bytes(file)?, bytes(&PathBuf::from(format!("{}.br", file.display())))?);
        println!("{raw:>9} {brotli:>9}  {name}");
        all += brotli;
        first += if ELSEWHERE.contains(&&*name) { 0 } else { brotli };
    }
    println!("{:>9} {first:>9}  before the first interactive cell; at most {BUDGET}", "");
    println!("{:>9} {all:>9}  all of it; at most {IN_ALL}", "");
    if first > BUDGET {
        bail!("dist/ is {} bytes too large; see what grew, or load it later than the first cell", first - BUDGET);
    }
    if all > IN_ALL {
        bail!("dist/ is {} bytes too large with all its parts", all - IN_ALL);
    }
    Ok(())
}

fn bytes(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| format!("{} is not there", file.display()))?.len())
}

/// Every script, module and style sheet, whoever loads it: a file that nothing loads should not be there.
/// Data and languages do not count, as the budget has it. The folder of the version holds the same once more.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !["data", "languages", repository::VERSION].contains(&&*name) {
                collect(&path, files)?;
            }
        } else if [".js", ".wasm", ".css"].iter().any(|ending| name.ends_with(ending)) && !DEMO_PAGE.contains(&&*name) {
            files.push(path);
        }
    }
    Ok(())
}
