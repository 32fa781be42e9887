//! The widget's own files, as they were built when this program was.

use std::str::from_utf8;

use anyhow::{Context, Result};

/// Name and bytes; nothing where the widget had not been built.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/widget.rs"));

/// The file of that name, as a publisher's folder has it.
pub fn find(name: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}

/// The same, for a command that can do nothing without it.
///
/// # Errors
/// The program was built without the widget.
pub fn file(name: &str) -> Result<&'static [u8]> {
    find(name).context("this program was built without the widget; build the widget first with cargo xtask dist, then this program again")
}

/// The same as text.
///
/// # Errors
/// The program was built without the widget.
pub fn text(name: &str) -> Result<&'static str> {
    from_utf8(file(name)?).with_context(|| format!("{name} is not text"))
}
