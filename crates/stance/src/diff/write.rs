//! Changes in words, for a terminal or as Markdown, and as JSON.

mod json;
mod sentence;
mod voice;

use std::io::Write;

use anyhow::Result;
use clap::ValueEnum;
use serde_json::{Value, json};

use super::{Change, What};
use crate::words::count;
use json::as_json;
use sentence::sentence;
use voice::Voice;

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line for each change.
    Text,
    /// For programs.
    Json,
    /// A list to paste into a document.
    Markdown,
}

/// Prints the changes, and what they sum up to.
pub fn write(changes: &[Change], format: Format, out: &mut impl Write) -> Result<()> {
    match format {
        Format::Json => {
            let list: Vec<Value> = changes.iter().map(as_json).collect();
            writeln!(out, "{:#}", json!({ "changes": list }))?;
        }
        Format::Text => {
            changes.iter().try_for_each(|change| writeln!(out, "{}", sentence(change, Voice::Terminal)))?;
            writeln!(out, "{}", sum(changes))?;
        }
        Format::Markdown => {
            changes.iter().try_for_each(|change| writeln!(out, "- {}", sentence(change, Voice::Markdown)))?;
            writeln!(out, "{}{}", if changes.is_empty() { "" } else { "\n" }, sum(changes))?;
        }
    }
    Ok(())
}

/// How many changes there are of each sort.
fn sum(changes: &[Change]) -> String {
    let many = |is: fn(&What) -> bool| changes.iter().filter(|change| is(&change.what)).count();
    let sorts = [
        (many(|what| matches!(what, What::Stance { .. })), "stance changed", "stances changed"),
        (many(|what| matches!(what, What::StatementAdded(_))), "statement added", "statements added"),
        (many(|what| matches!(what, What::StatementRemoved(_))), "statement removed", "statements removed"),
        (many(|what| matches!(what, What::Statement(..))), "change in statements", "changes in statements"),
        (many(|what| matches!(what, What::Added(_) | What::Removed(_) | What::Field(_))), "other change", "other changes"),
    ];
    let sums: Vec<String> =
        sorts.into_iter().filter(|(many, ..)| *many > 0).map(|(many, one, several)| count(many, one, several)).collect();
    if sums.is_empty() { "Nothing changed.".into() } else { format!("{}.", sums.join(", ")) }
}
