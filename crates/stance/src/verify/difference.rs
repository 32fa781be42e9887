//! The difference between a piece of a quote and a passage of a source, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffableStr, capture_diff_slices};

use super::normal::LINE_HYPHEN;
use super::pattern::{REACH, brackets};
use super::word::{has_words, is_letter, may_begin, may_end};

/// What it takes to leave a word of the quote out.
const LEFT_OUT: usize = 3;
/// What it takes to put in a word of the source.
const PUT_IN: usize = 2;

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
    let whole = source.get(range.clone()).unwrap_or_default();
    let passage = spelt(whole);
    let found = tokens(&passage, 0);
    let quoted = quoted(piece);
    let texts: Vec<&str> = found.iter().map(|token| token.text).collect();
    let keys: Vec<&str> = quoted.iter().map(|token| key(token.text, &texts)).collect();
    let within = edges(&keys, &texts, &passage, &found);
    let found = found.get(within.clone()).unwrap_or_default();
    let texts = texts.get(within).unwrap_or_default();
    let mut marks = Vec::new();
    for op in compared(&keys, texts) {
        let (old, new) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            // The same words, but for capital letters.
            old.zip(new)
                .for_each(|(old, new)| marks.push(mark(&quoted, old..old + 1, found, new..new + 1, keys.get(old) == texts.get(new))));
        } else {
            marks.push(mark(&quoted, old, found, new, false));
        }
    }
    let start = range.start + found.first().map_or(0, |token| unspelt(whole, token.start));
    Difference { start, cause: cause(&keys, texts, &marks), marks }
}

/// What some words of the quote and of the source are to one another.
fn mark(quoted: &[Token<'_>], old: Range<usize>, found: &[Token<'_>], new: Range<usize>, same: bool) -> Mark {
    let quote = joined(quoted.get(old).unwrap_or_default());
    let source = joined(found.get(new).unwrap_or_default());
    let is_editors = is_aside(quote.trim()) && source.split(' ').filter(|word| has_words(word)).count() <= REACH;
    if same || is_editors { Mark::Both(quote) } else { Mark::Either { quote, source } }
}

/// How to come from the words of a quote to those of a source, capital letters aside.
fn compared(keys: &[&str], texts: &[&str]) -> Vec<DiffOp> {
    capture_diff_slices(Algorithm::Myers, &folded(keys), &folded(texts))
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

/// Which tokens of a passage are nearest to a piece: what takes the fewest steps, capital letters aside, and cuts no word.
fn edges(keys: &[&str], texts: &[&str], passage: &str, found: &[Token<'_>]) -> Range<usize> {
    let Range { mut start, mut end } = nearest_range(&folded(keys), &folded(texts));
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

/// The range of `texts` that `keys` becomes in the fewest steps. For each end of a range it keeps the steps and the start.
fn nearest_range(keys: &[String], texts: &[String]) -> Range<usize> {
    let mut ranges: Vec<(usize, usize)> = (0..=texts.len()).map(|start| (0, start)).collect();
    for (at, key) in keys.iter().enumerate() {
        let mut next = ((at + 1) * LEFT_OUT, 0);
        let mut row = vec![next];
        for (text, pair) in texts.iter().zip(ranges.windows(2)) {
            let &[(before, start), (above, start_above)] = pair else { continue };
            let other = (before + step(key, text), start);
            let left_out = (above + LEFT_OUT, start_above);
            let put_in = (next.0 + PUT_IN, next.1);
            next = [other, left_out, put_in].into_iter().min_by_key(|range| range.0).unwrap_or(other);
            row.push(next);
        }
        ranges = row;
    }
    let best = ranges.iter().enumerate().min_by_key(|(_, range)| range.0);
    best.map_or(0..0, |(end, &(_, start))| start..end)
}

/// What it takes to put one word in place of another: less than leaving it out, but a sign is no word.
fn step(key: &str, text: &str) -> usize {
    match (key == text, has_words(key) == has_words(text)) {
        (true, _) => 0,
        (_, true) => PUT_IN,
        _ => PUT_IN + LEFT_OUT,
    }
}

fn folded(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
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
        Some(Cause::CutWord)
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

/// The tokens as one text.
fn joined(tokens: &[Token<'_>]) -> String {
    tokens.iter().flat_map(|token| [if token.spaced { " " } else { "" }, token.text]).collect()
}
