//! `stance verify`: whether every verbatim quote stands word for word in a source.
//!
//! The way of a proof: [`mod@quotes`] takes the verbatim quotes from the matrix, `pattern` reads in them what is verbatim
//! and what is the editor's, `find` looks for that in a [`source`], both normalised (`normal`), without cutting a `word`. From
//! that [`mod@prove`] makes a [`proof`] or, for what is `missing`, says where the [`nearest`] passage is and what its
//! [`difference`] is.

pub mod difference;
pub(crate) mod digest;
mod edges;
mod find;
mod missing;
pub mod nearest;
pub(crate) mod normal;
mod part;
mod pattern;
pub mod proof;
pub mod prove;
pub mod quotes;
pub mod source;
mod token;
mod window;
mod word;

use std::io::{Result as Written, Write};
use std::path::Path;

use anyhow::{Result, ensure};

use crate::open::{Opened, open};
use crate::outcome::Outcome;
use crate::progress::during;
use crate::words::{count, in_marks, is_error, print};
use missing::print_missing;
use proof::Proof;
use prove::{prove, unneeded, unproved};
use quotes::{Quote, quotes};
use source::Source;

/// Proves the quotes of the package at `path` and records the proof beside it. Where a quote is not
/// found nothing is recorded, and an earlier proof stays as it is.
pub fn verify(path: &Path, sources: &[Source], date: &str, out: &mut impl Write) -> Result<Outcome> {
    let package = open(path)?;
    ensure!(!package.proof.as_os_str().is_empty(), "a proof is recorded beside the data; download it, and verify that");
    if !is_whole(path, &package, out)? {
        return Ok(Outcome::Fails);
    }
    for note in sources.iter().flat_map(|source| &source.notes) {
        writeln!(out, "note: {note}.")?;
    }
    let quotes = quotes(&package.reading);
    let path = path.display();
    match during("Looking for the quotes", || prove(&quotes, sources, date)) {
        Ok(proof) => {
            proof.write(&package.proof)?;
            let file = package.proof.display();
            writeln!(out, "{path}: every quote was found ({}). The proof is {file}.", sum(&quotes))?;
            advise(&package, out)?;
            Ok(Outcome::Holds)
        }
        Err(missing) => {
            print_missing(&missing, out)?;
            let number = count(missing.len(), "quote was", "quotes were");
            writeln!(out, "{path}: {number} not found; no proof was written.")?;
            Ok(Outcome::Fails)
        }
    }
}

/// Says how readers come to see the proof, where the package does not name it yet.
fn advise(package: &Opened, out: &mut impl Write) -> Written<()> {
    let Some(descriptor) = &package.descriptor else { return Ok(()) };
    let name = package.proof.file_name().unwrap_or_default().display();
    if descriptor.pointer("/stanceMatrix/proof").is_some() {
        return Ok(());
    }
    writeln!(out, "Pages that load datapackage.json show it on each card once that says so: \"stanceMatrix\": {{\"proof\": \"{name}\"}}.")
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
