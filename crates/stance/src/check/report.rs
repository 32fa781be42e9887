//! The forms in which problems are told: for people in a terminal, and for machines.

mod github;
mod json;
mod lines;
mod sarif;
mod text;

use std::io::{BufWriter, Result, Write};

use clap::ValueEnum;

use super::Checked;

/// A form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line for each problem, and one that sums up.
    #[default]
    Text,
    /// One JSON document with every problem.
    Json,
    /// SARIF 2.1.0, which code hosts and editors show beside the data.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

/// Tells what was found; `colour` is for text alone.
pub fn write(format: Format, checked: &[Checked], colour: bool, out: &mut impl Write) -> Result<()> {
    let out = &mut BufWriter::new(out);
    match format {
        Format::Text => text::write(checked, colour, out),
        Format::Json => json::write(checked, out),
        Format::Sarif => sarif::write(checked, out),
        Format::Github => github::write(checked, out),
    }?;
    out.flush()
}
