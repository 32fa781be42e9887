//! The proof: which quote was found in which source, where and when. It lies beside the package.
//!
//! Quotes stand in it by their digest, so that it says nothing that the package does not, and so
//! that a quote changed by one letter has no proof any more.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::digest::sha256;
use super::normal::normal;
use super::source::Origin;
use crate::save::save;

/// All that was proved of a package, one entry for each quote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Sorted by digest, so that the file changes only where what it says does.
    quotes: Vec<Proved>,
}

/// One quote, found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Proved {
    /// The digest of the normalised quote.
    pub sha256: String,
    /// The source that has it.
    pub source: Origin,
    /// The paragraph it begins in; the first one is 1.
    pub paragraph: usize,
    /// The day it was found.
    pub checked: String,
}

impl Proof {
    /// A proof of these quotes; several of one digest are one.
    pub fn new(quotes: impl IntoIterator<Item = Proved>) -> Self {
        let mut quotes: Vec<Proved> = quotes.into_iter().collect();
        quotes.sort_unstable();
        quotes.dedup_by(|next, first| next.sha256 == first.sha256);
        Self { quotes }
    }

    /// The proof at `path`; empty where there is no such file.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = match fs::read(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            bytes => bytes.with_context(|| format!("cannot read {}", path.display()))?,
        };
        // Sorted again: a merge of two branches may have put the entries out of order.
        let proof: Self = serde_json::from_slice(&bytes).with_context(|| format!("{} is not a proof", path.display()))?;
        Ok(Self::new(proof.quotes))
    }

    /// Writes the proof to `path`.
    pub fn write(&self, path: &Path) -> Result<()> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        save(path, text.as_bytes())
    }

    /// What was proved, sorted by digest.
    pub fn quotes(&self) -> &[Proved] {
        &self.quotes
    }

    /// Puts into a package that is one file on which day each of its `quotes` was found, if any was.
    pub fn along<'a>(&self, package: &mut Value, quotes: impl Iterator<Item = &'a str>) {
        let digests: BTreeSet<String> = quotes.filter(|quote| !quote.is_empty()).map(|quote| sha256(normal(quote).as_bytes())).collect();
        let proved = digests.iter().filter_map(|digest| self.get(digest));
        let quotes: Vec<Value> = proved.map(|proved| json!({"sha256": proved.sha256, "checked": proved.checked})).collect();
        let ours = package.pointer_mut("/stanceMatrix").and_then(Value::as_object_mut).filter(|_| !quotes.is_empty());
        if let Some(ours) = ours {
            ours.insert("proof".into(), json!({"quotes": quotes}));
        }
    }

    /// The entry of the quote with this digest.
    pub fn get(&self, sha256: &str) -> Option<&Proved> {
        let at = self.quotes.binary_search_by(|proved| proved.sha256.as_str().cmp(sha256)).ok()?;
        self.quotes.get(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_is_sorted_and_names_a_quote_once() {
        let proved = |sha256: &str, paragraph| {
            let source = Origin { title: "T".into(), sha256: "s".into() };
            Proved { sha256: sha256.into(), source, paragraph, checked: "2026-11-24".into() }
        };
        let proof = Proof::new([proved("b", 1), proved("a", 3), proved("b", 2)]);
        assert_eq!(proof.quotes(), [proved("a", 3), proved("b", 1)]);
        assert_eq!(proof.get("b"), Some(&proved("b", 1)));
        assert_eq!(proof.get("c"), None);
    }
}
