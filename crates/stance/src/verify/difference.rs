//! The difference between a piece of a quote and a passage of a source, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::edges::{edges, folded};
use super::pattern::REACH;
use super::token::{Token, joined, key, quoted, spelt, tokens, unspelt};
use super::word::has_words;

/// So many words and signs of a piece are compared at most.
const COMPARED: usize = 400;

/// Words of a piece, of a passage, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Both have them; or they are the editor's, in brackets.
    Both(String),
    /// The quote and the source differ here; one of the two may have nothing.
    Either {
        /// What only the quote has.
        quote: String,
        /// What only the source has.
        source: String,
    },
}

/// All that differs, where it is little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Capital letters and small ones.
    Case,
    /// Punctuation.
    Punctuation,
    /// Both of them.
    CaseAndPunctuation,
    /// The quote begins or ends inside of a word.
    CutWord,
    /// Spaces.
    Spaces,
}

/// What [`difference`] finds.
pub(crate) struct Difference {
    /// Where in the source the passage begins.
    pub start: usize,
    pub marks: Vec<Mark>,
    pub cause: Option<Cause>,
}

/// How `piece` differs from what `source` has in `range`, but for what stands there before it and behind.
pub(crate) fn difference(piece: &str, source: &str, range: Range<usize>) -> Difference {
    let whole = source.get(range.clone()).unwrap_or_default();
    let passage = spelt(whole);
    let mut found = tokens(&passage, 0);
    let mut quoted = quoted(piece);
    let is_long = quoted.len() > COMPARED;
    quoted.truncate(COMPARED);
    found.truncate(3 * COMPARED);
    let texts: Vec<&str> = found.iter().map(|token| token.text).collect();
    let keys: Vec<&str> = quoted.iter().map(|token| key(token.text, &texts)).collect();
    let within = edges(&keys, &texts, &passage, &found);
    let found = found.get(within.clone()).unwrap_or_default();
    let texts = texts.get(within).unwrap_or_default();
    let mut marks = marks(&keys, texts, &quoted, found);
    let cause = cause(&keys, texts, &marks).filter(|_| !is_long);
    marks.extend(is_long.then(|| Mark::Both(" …".to_owned())));
    Difference { start: range.start + found.first().map_or(0, |token| unspelt(whole, token.start)), marks, cause }
}

/// The quote and the passage in one: `keys` are the words of `quoted`, `texts` those of `found`.
fn marks(keys: &[&str], texts: &[&str], quoted: &[Token<'_>], found: &[Token<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &folded(keys), &folded(texts)) {
        let (old, new) = (op.old_range(), op.new_range());
        let DiffOp::Equal { .. } = op else {
            marks.push(mark(quoted, old, found, new, false));
            continue;
        };
        // The same words, but for capital letters.
        let same = |pair: &(usize, usize)| keys.get(pair.0) == texts.get(pair.1);
        for run in old.zip(new).collect::<Vec<_>>().chunk_by(|one, other| same(one) == same(other)) {
            if let (Some(first), Some(last)) = (run.first(), run.last()) {
                marks.push(mark(quoted, first.0..last.0 + 1, found, first.1..last.1 + 1, same(first)));
            }
        }
    }
    marks
}

/// What some words of the quote and of the source are to one another.
fn mark(quoted: &[Token<'_>], old: Range<usize>, found: &[Token<'_>], new: Range<usize>, same: bool) -> Mark {
    let quote = joined(quoted.get(old).unwrap_or_default());
    let source = joined(found.get(new).unwrap_or_default());
    let is_editors = is_aside(quote.trim()) && source.split(' ').filter(|word| has_words(word)).count() <= REACH;
    if same || is_editors { Mark::Both(quote) } else { Mark::Either { quote, source } }
}

/// What differs, where it is little: `keys` is the quote, `texts` the passage.
fn cause(keys: &[&str], texts: &[&str], marks: &[Mark]) -> Option<Cause> {
    let words = |tokens: &[&str]| tokens.iter().copied().filter(|token| has_words(token)).collect::<Vec<_>>().join(" ");
    let last = marks.len().saturating_sub(1);
    let is_cut = |(at, mark): (usize, &Mark)| match mark {
        Mark::Both(_) => true,
        Mark::Either { quote, .. } => quote.is_empty() && (at == 0 || at == last),
    };
    if keys == texts {
        Some(Cause::Spaces)
    } else if marks.iter().enumerate().all(is_cut) {
        marks.iter().any(|mark| matches!(mark, Mark::Either { .. })).then_some(Cause::CutWord)
    } else if words(keys) == words(texts) {
        Some(Cause::Punctuation)
    } else if folded(keys) == folded(texts) {
        Some(Cause::Case)
    } else {
        (words(keys).to_lowercase() == words(texts).to_lowercase()).then_some(Cause::CaseAndPunctuation)
    }
}

/// Whether it is a bracket of the editor, and no more.
fn is_aside(quote: &str) -> bool {
    quote.starts_with('[') && quote.ends_with(']')
}
