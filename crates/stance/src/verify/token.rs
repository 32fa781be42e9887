//! Tokens: the words and signs that are compared where a quote and a source differ.

use similar::DiffableStr;

use super::normal::LINE_HYPHEN;
use super::part::ENDING;
use super::pattern::brackets;
use super::word::is_letter;

/// A word or a sign.
pub struct Token<'a> {
    /// As it is spelt.
    pub text: &'a str,
    /// Where it begins.
    pub start: usize,
    /// Whether there is a space before it.
    pub spaced: bool,
}

/// A passage for people: without the sign for a hyphen at a line end, which is the word's before a capital letter.
pub fn spelt(passage: &str) -> String {
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
pub fn unspelt(passage: &str, at: usize) -> usize {
    let place = passage.char_indices().map(|(place, _)| place).find(|&place| spelt(passage.get(..place).unwrap_or_default()).len() >= at);
    place.unwrap_or(passage.len())
}

/// The words and signs of a text that stands `before` bytes into another.
pub fn tokens(text: &str, before: usize) -> Vec<Token<'_>> {
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
pub fn quoted(piece: &str) -> Vec<Token<'_>> {
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
pub fn key<'a>(word: &'a str, passage: &[&'a str]) -> &'a str {
    let Some((before, rest)) = word.split_once('[') else { return word };
    let Some((inside, after)) = rest.split_once(']') else { return word };
    let whole = [before, inside, after].concat().to_lowercase();
    let is_meant = |other: &&&str| match after {
        "" => !before.is_empty() && other.strip_prefix(before).is_some_and(|ending| ending.chars().count() <= ENDING),
        _ => other.to_lowercase() == whole && other.starts_with(before) && other.ends_with(after),
    };
    passage.iter().find(is_meant).unwrap_or(&word)
}

/// The tokens as one text.
pub fn joined(tokens: &[Token<'_>]) -> String {
    tokens.iter().flat_map(|token| [if token.spaced { " " } else { "" }, token.text]).collect()
}
