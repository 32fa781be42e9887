//! Proving: every quote is looked for in the sources, and a proof is held against the quotes.

use std::collections::HashSet;

use super::find::find;
use super::nearest::{Nearest, nearest};
use super::proof::{Proof, Proved};
use super::quotes::Quote;
use super::source::Source;

/// A quote that no source has.
#[derive(Debug)]
pub struct Missing<'a> {
    /// The quote.
    pub quote: &'a Quote,
    /// How far it agrees with a source, if it does at all.
    pub nearest: Option<Nearest>,
}

/// Looks for every quote in the sources: the proof, or the quotes that no source has.
pub fn prove<'a>(quotes: &'a [Quote], sources: &[Source], date: &str) -> Result<Proof, Vec<Missing<'a>>> {
    // Which of several sources with the same words is recorded must not depend on their order.
    let mut sources: Vec<&Source> = sources.iter().collect();
    sources.sort_by(|one, other| one.origin.cmp(&other.origin));
    let mut missing = Vec::new();
    let mut proved = Vec::new();
    for quote in quotes {
        match sources.iter().find_map(|source| Some((source, find(source, &quote.normal)?))) {
            Some((source, place)) => proved.push(Proved {
                sha256: quote.sha256.clone(),
                source: source.origin.clone(),
                paragraph: source.paragraph(place.start),
                checked: date.to_owned(),
            }),
            None => missing.push(Missing { quote, nearest: nearest(&sources, &quote.normal) }),
        }
    }
    if missing.is_empty() { Ok(Proof::new(proved)) } else { Err(missing) }
}

/// The quotes that `proof` does not have.
pub fn unproved<'a>(quotes: &'a [Quote], proof: &Proof) -> Vec<&'a Quote> {
    quotes.iter().filter(|quote| proof.get(&quote.sha256).is_none()).collect()
}

/// What `proof` has of quotes that are not there, or not any more.
pub fn unneeded<'a>(quotes: &[Quote], proof: &'a Proof) -> Vec<&'a Proved> {
    let needed: HashSet<&str> = quotes.iter().map(|quote| quote.sha256.as_str()).collect();
    proof.quotes().iter().filter(|proved| !needed.contains(proved.sha256.as_str())).collect()
}
