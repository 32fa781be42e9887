//! Proving: every quote is looked for in the sources, and a proof is held against the quotes.

use std::collections::HashSet;

use super::find::{find, places};
use super::nearest::{Nearest, Words};
use super::pattern::{Pattern, Piece, patterns};
use super::proof::{Proof, Proved};
use super::quotes::Quote;
use super::source::{Origin, Source};

/// A quote that no source has.
#[derive(Debug)]
pub struct Missing<'a> {
    /// The quote.
    pub quote: &'a Quote,
    /// What stands between its ellipses. It is none where the quote has no word that is not in brackets.
    pub pieces: Vec<(String, Near)>,
}

/// How near the sources come to a piece of a quote.
#[derive(Debug)]
pub enum Near {
    /// One has it, in this paragraph; the others are not where they would have to be.
    Found(Origin, usize),
    /// No source has it, and this is the nearest passage.
    Passage(Nearest),
    /// No source has it, or anything near.
    Nothing,
}

/// Looks for every quote in the sources: the proof, or the quotes that no source has.
pub fn prove<'a>(quotes: &'a [Quote], sources: &[Source], date: &str) -> Result<Proof, Vec<Missing<'a>>> {
    // Which of several sources with the same words is recorded must not depend on their order.
    let mut sources: Vec<&Source> = sources.iter().collect();
    sources.sort_by(|one, other| one.origin.cmp(&other.origin));
    let mut missing = Vec::new();
    let mut proved = Vec::new();
    for quote in quotes {
        // A bracket that stands in a source is that of the source before it is the editor's.
        let find = |pattern: &Pattern| sources.iter().find_map(|source| Some((*source, find(source, pattern)?)));
        match patterns(&quote.normal).iter().find_map(find) {
            Some((source, place)) => proved.push(Proved {
                sha256: quote.sha256.clone(),
                source: source.origin.clone(),
                paragraph: source.paragraph(place.start),
                checked: date.to_owned(),
            }),
            None => missing.push(quote),
        }
    }
    if missing.is_empty() {
        return Ok(Proof::new(proved));
    }
    let words = Words::new(&sources);
    Err(missing.into_iter().map(|quote| Missing { quote, pieces: pieces(quote, &sources, &words) }).collect())
}

/// How near the sources come to each piece of a quote.
fn pieces(quote: &Quote, sources: &[&Source], words: &Words<'_>) -> Vec<(String, Near)> {
    let pieces = patterns(&quote.normal).pop().map_or_else(Vec::new, |pattern| pattern.pieces);
    let near = |piece: Piece| {
        let found = sources.iter().find_map(|source| Some((source, places(source, &piece).next()?)));
        let near = match found {
            Some((source, place)) => Near::Found(source.origin.clone(), source.paragraph(place.start)),
            None => words.nearest(&piece).map_or(Near::Nothing, Near::Passage),
        };
        (piece.text, near)
    };
    pieces.into_iter().map(near).collect()
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
