//! `stance verify`: whether every verbatim quote stands word for word in a source.
//!
//! The way of a proof: [`quotes`] takes the verbatim quotes from the matrix, `find` looks for each in a [`source`],
//! both normalised (`normal`), without cutting a `word`, and [`prove`] makes of it a [`proof`] or says where the
//! `nearest` words are.

mod digest;
mod find;
mod nearest;
pub(crate) mod normal;
pub mod proof;
pub mod prove;
pub mod quotes;
pub mod source;
mod word;

use std::io::{Result as Written, Write};
use std::path::Path;

use anyhow::Result;

use crate::open::{Opened, open};
use crate::outcome::Outcome;
use crate::words::{count, in_marks, is_error, print};
use proof::Proof;
use prove::{Missing, prove, unneeded, unproved};
use quotes::{Quote, quotes};
use source::Source;

/// Proves the quotes of the package at `path` and records the proof beside it. Where a quote is not
/// found nothing is recorded, and an earlier proof stays as it is.
pub fn verify(path: &Path, sources: &[Source], date: &str, out: &mut impl Write) -> Result<Outcome> {
    let package = open(path)?;
    if !is_whole(path, &package, out)? {
        return Ok(Outcome::Fails);
    }
    let quotes = quotes(&package.reading);
    let path = path.display();
    match prove(&quotes, sources, date) {
        Ok(proof) => {
            proof.write(&package.proof)?;
            let file = package.proof.display();
            writeln!(out, "{path}: every quote was found ({}). The proof is {file}.", sum(&quotes))?;
            Ok(Outcome::Holds)
        }
        Err(missing) => {
            missing.iter().try_for_each(|missing| print_missing(missing, out))?;
            let number = count(missing.len(), "quote was", "quotes were");
            writeln!(out, "{path}: {number} not found; no proof was written.")?;
            Ok(Outcome::Fails)
        }
    }
}

/// Holds the recorded proof of the package at `path` against its quotes.
pub fn verify_recorded(path: &Path, out: &mut impl Write) -> Result<Outcome> {
    let package = open(path)?;
    if !is_whole(path, &package, out)? {
        return Ok(Outcome::Fails);
    }
    let quotes = quotes(&package.reading);
    let proof = Proof::read(&package.proof)?;
    let unproved = unproved(&quotes, &proof);
    for quote in &unproved {
        writeln!(out, "error: {}: {} has no proof.", place(quote), in_marks(&quote.quote))?;
    }
    for entry in unneeded(&quotes, &proof) {
        let (digest, paragraph, title) = (&entry.sha256, entry.paragraph, in_marks(&entry.source.title));
        writeln!(out, "warning: No quote needs the proof {digest} (paragraph {paragraph} of {title}).")?;
    }
    let path = path.display();
    if unproved.is_empty() {
        writeln!(out, "{path}: every quote has its proof ({}).", sum(&quotes))?;
        return Ok(Outcome::Holds);
    }
    let (number, them) = (count(unproved.len(), "quote has", "quotes have"), if unproved.len() == 1 { "it" } else { "them" });
    let help = format!("Prove {them} with `stance verify PACKAGE --source FILE`.");
    writeln!(out, "{path}: {number} no proof: never proved, or changed since. {help}")?;
    Ok(Outcome::Fails)
}

/// Whether all of the package could be read. A row that could not may hold a quote, and nobody can
/// say of it that it is proved.
fn is_whole(path: &Path, package: &Opened, out: &mut impl Write) -> Written<bool> {
    let errors: Vec<_> = package.reading.problems.iter().filter(|problem| is_error(problem)).collect();
    if errors.is_empty() {
        return Ok(true);
    }
    errors.iter().try_for_each(|problem| print(problem, out))?;
    let number = count(errors.len(), "error", "errors");
    writeln!(out, "{}: {number}, so the quotes were not verified.", path.display())?;
    Ok(false)
}

fn print_missing(missing: &Missing<'_>, out: &mut impl Write) -> Written<()> {
    let quote = missing.quote;
    writeln!(out, "error: {}: no source has {}.", place(quote), in_marks(&quote.quote))?;
    let Some(nearest) = &missing.nearest else {
        return writeln!(out, "  No source has even its first word.");
    };
    let (title, paragraph) = (in_marks(&nearest.origin.title), nearest.paragraph);
    writeln!(out, "  Up to here it agrees with {title}, paragraph {paragraph}: {}", nearest.agreed)?;
    writeln!(out, "  The quote goes on:  {}", nearest.quote)?;
    writeln!(out, "  The source goes on: {}", if nearest.source.is_empty() { "(it ends)" } else { &nearest.source })
}

/// Where a quote stands, for people.
fn place(quote: &Quote) -> String {
    format!("row {}, {}, {}", quote.row, quote.country, quote.concern)
}

fn sum(quotes: &[Quote]) -> String {
    let mut digests: Vec<&str> = quotes.iter().map(|quote| quote.sha256.as_str()).collect();
    digests.sort_unstable();
    digests.dedup();
    format!("{} in {}", count(digests.len(), "quote", "quotes"), count(quotes.len(), "statement", "statements"))
}
