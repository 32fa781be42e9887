//! The edges of a passage: which words of a source are nearest to a piece.

use std::ops::Range;

use super::token::Token;
use super::word::{has_words, may_begin, may_end};

/// What it takes to leave a word of the quote out.
const LEFT_OUT: usize = 3;
/// What it takes to put in a word of the source.
const PUT_IN: usize = 2;

/// Which tokens of a passage are nearest to a piece: what takes the fewest steps, capital letters aside, and cuts no word.
pub fn edges(keys: &[&str], texts: &[&str], passage: &str, found: &[Token<'_>]) -> Range<usize> {
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

/// The words in small letters.
pub fn folded(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}
