//! The difference between a piece of a quote and a passage of a source, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffableStr, capture_diff_slices};

use super::normal::LINE_HYPHEN;
use super::pattern::{REACH, brackets};
use super::word::{has_words, is_letter, may_begin, may_end};

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

/// A word or a sign.
struct Token<'a> {
    text: &'a str,
    /// Where it begins.
    start: usize,
    /// Whether there is a space before it.
    spaced: bool,
}

/// How `piece` differs from what `source` has in `range`, but for what stands there before it and behind.
pub(crate) fn difference(piece: &str, source: &str, range: Range<usize>) -> Difference {
    let from = range.start;
    let passage = spelt(source.get(range).unwrap_or_default());
    let found = tokens(&passage, 0);
    let quoted = quoted(piece);
    let texts: Vec<&str> = found.iter().map(|token| token.text).collect();
    let keys: Vec<&str> = quoted.iter().map(|token| key(token.text, &texts)).collect();
    let within = edges(&capture_diff_slices(Algorithm::Myers, &keys, &texts), &passage, &found);
    let found = found.get(within.clone()).unwrap_or_default();
    let texts = texts.get(within).unwrap_or_default();
    // Anew, without what stands around.
    let mark = |op: &DiffOp| {
        let quote = joined(quoted.get(op.old_range()).unwrap_or_default());
        let source = joined(found.get(op.new_range()).unwrap_or_default());
        let is_editors = || is_aside(quote.trim()) && source.split(' ').filter(|word| has_words(word)).count() <= REACH;
        if matches!(op, DiffOp::Equal { .. }) || is_editors() { Mark::Both(quote) } else { Mark::Either { quote, source } }
    };
    let marks: Vec<Mark> = capture_diff_slices(Algorithm::Myers, &keys, texts).iter().map(mark).collect();
    let start = found.first().map_or(0, |token| token.start);
    Difference { start: from + unspelt(source.get(from..).unwrap_or_default(), start), cause: cause(&keys, texts, &marks), marks }
}

/// A passage for people: without the sign for a hyphen at a line end, which is the word's before a capital letter.
fn spelt(passage: &str) -> String {
    let mut letters = passage.chars().peekable();
    let mut spelt = String::with_capacity(passage.len());
    while let Some(letter) = letters.next() {
        match letter {
            LINE_HYPHEN if letters.peek().is_some_and(|next| next.is_lowercase()) => {}
            LINE_HYPHEN => spelt.push('-'),
            _ => spelt.push(letter),
        }
    }
    spelt
}

/// Where in `passage` stands what is at `at` once it is spelt.
fn unspelt(passage: &str, at: usize) -> usize {
    let place = passage.char_indices().map(|(place, _)| place).find(|&place| spelt(passage.get(..place).unwrap_or_default()).len() >= at);
    place.unwrap_or(passage.len())
}

/// The words and signs of a text that stands `before` bytes into another.
fn tokens(text: &str, before: usize) -> Vec<Token<'_>> {
    let mut start = before;
    let mut spaced = false;
    let mut tokens = Vec::new();
    for word in text.tokenize_unicode_words() {
        if word.trim().is_empty() {
            spaced = true;
        } else {
            tokens.push(Token { text: word, start, spaced });
            spaced = false;
        }
        start += word.len();
    }
    tokens
}

/// The words and signs of a piece of a quote; a bracket is one, with the letters that it touches.
fn quoted(piece: &str) -> Vec<Token<'_>> {
    let mut quoted = Vec::new();
    let mut last = 0;
    for bracket in brackets(piece) {
        let before = piece.get(last..bracket.start).unwrap_or_default();
        let after = piece.get(bracket.end..).unwrap_or_default();
        let start = last + before.trim_end_matches(is_letter).len();
        let end = piece.len() - after.trim_start_matches(is_letter).len();
        quoted.extend(tokens(piece.get(last..start).unwrap_or_default(), last));
        let spaced = piece.get(..start).is_some_and(|before| before.ends_with(' '));
        quoted.push(Token { text: piece.get(start..end).unwrap_or_default(), start, spaced });
        last = end;
    }
    let rest = piece.get(last..).unwrap_or_default();
    quoted.extend(tokens(rest, last));
    quoted
}

/// What a word of a quote is compared as: one with a bracket as the word of the passage that it may stand for.
fn key<'a>(word: &'a str, passage: &[&'a str]) -> &'a str {
    let Some((before, rest)) = word.split_once('[') else { return word };
    let Some((inside, after)) = rest.split_once(']') else { return word };
    let whole = [before, inside, after].concat().to_lowercase();
    let is_meant = |other: &&&str| match after {
        "" => !before.is_empty() && other.starts_with(before),
        _ => other.to_lowercase() == whole && other.starts_with(before) && other.ends_with(after),
    };
    passage.iter().find(is_meant).unwrap_or(&word)
}

/// Which tokens of a passage are nearest to a piece: none that only stand before it and behind, and no cut words.
fn edges(ops: &[DiffOp], passage: &str, found: &[Token<'_>]) -> Range<usize> {
    // Where the edge is another, as many words as the quote has there.
    let spare = |op: &DiffOp| match op {
        DiffOp::Insert { new_len, .. } => *new_len,
        DiffOp::Replace { old_len, new_len, .. } => new_len.saturating_sub(*old_len),
        _ => 0,
    };
    let mut start = ops.first().map_or(0, spare);
    let mut end = found.len().saturating_sub(ops.last().map_or(0, spare)).max(start);
    let begins = |at: usize| found.get(at).is_none_or(|token| may_begin(passage, token.start));
    let ends = |at: usize| found.get(at).is_none_or(|token| may_end(passage, token.start + token.text.len()));
    while start > 0 && !begins(start) {
        start -= 1;
    }
    while end < found.len() && end > 0 && !ends(end - 1) {
        end += 1;
    }
    start..end
}

/// What differs, where it is little: `keys` is the quote, `texts` the passage.
fn cause(keys: &[&str], texts: &[&str], marks: &[Mark]) -> Option<Cause> {
    let words = |tokens: &[&str]| tokens.iter().filter(|token| has_words(token)).map(|token| (*token).to_owned()).collect::<Vec<_>>();
    let folded = |tokens: Vec<String>| tokens.iter().map(|token| token.to_lowercase()).collect::<Vec<_>>();
    let all = |tokens: &[&str]| tokens.iter().map(|token| (*token).to_owned()).collect::<Vec<_>>();
    let last = marks.len().saturating_sub(1);
    let is_cut = |(at, mark): (usize, &Mark)| match mark {
        Mark::Both(_) => true,
        Mark::Either { quote, .. } => quote.is_empty() && (at == 0 || at == last),
    };
    if keys == texts {
        Some(Cause::Spaces)
    } else if marks.iter().enumerate().all(is_cut) {
        Some(Cause::CutWord)
    } else if words(keys) == words(texts) {
        Some(Cause::Punctuation)
    } else if folded(all(keys)) == folded(all(texts)) {
        Some(Cause::Case)
    } else {
        (folded(words(keys)) == folded(words(texts))).then_some(Cause::CaseAndPunctuation)
    }
}

/// Whether it is a bracket of the editor, and no more.
fn is_aside(quote: &str) -> bool {
    quote.starts_with('[') && quote.ends_with(']')
}

/// The tokens as one text.
fn joined(tokens: &[Token<'_>]) -> String {
    tokens.iter().flat_map(|token| [if token.spaced { " " } else { "" }, token.text]).collect()
}
