//! Writing a file: whole, or not at all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes `content` to `path` by way of a file beside it, so that what was there stays until the new is whole.
///
/// # Errors
/// It cannot be written.
pub fn save(path: &Path, content: &[u8]) -> Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let written = fs::write(&beside, content).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What is half written is nothing; whether it can be removed changes nothing.
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| format!("cannot write {}", path.display()))
}
