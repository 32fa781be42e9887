//! Finding words in text, whatever their case.

use std::ops::Range;

use crate::letters::push_lower;

/// Finds one phrase. White space of any length in the phrase or the text counts as one space.
#[derive(Clone, Debug, PartialEq)]
pub struct Finder {
    phrase: String,
}

impl Finder {
    /// A finder of `query`; none where it is blank.
    pub fn new(query: &str) -> Option<Self> {
        let phrase = Folded::new(query.trim()).text;
        (!phrase.is_empty()).then_some(Self { phrase })
    }

    /// Whether the phrase is in `text`.
    pub fn matches(&self, text: &str) -> bool {
        self.next(&Folded::new(text).text, 0).is_some()
    }

    /// Where the phrase is in `text`: byte ranges that begin and end between characters, in order
    /// and apart from each other.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut end = 0;
        while let Some(start) = self.next(&folded.text, end) {
            end = start + self.phrase.len();
            let range = folded.start(start)..folded.end(end, text);
            match ranges.last_mut() {
                // A letter that folds to several may end one find and begin the next.
                Some(last) if last.end > range.start => last.end = range.end.max(last.end),
                _ => ranges.push(range),
            }
        }
        ranges
    }

    /// Where the phrase, which is never empty, begins in folded text, from the byte `from` on. Byte by byte:
    /// the standard library's search is for longer phrases and takes a kilobyte.
    fn next(&self, folded: &str, from: usize) -> Option<usize> {
        let phrase = self.phrase.as_bytes();
        let rest = folded.as_bytes().get(from..)?;
        rest.windows(phrase.len()).position(|window| window == phrase).map(|at| from + at)
    }
}

/// Text in lower case with single spaces, and where its letters come from.
struct Folded {
    text: String,
    /// For every letter of the original that left something: where that begins here, and where the
    /// letter is there.
    letters: Vec<(usize, usize)>,
}

impl Folded {
    fn new(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), letters: Vec::with_capacity(original.len()) };
        for (at, letter) in original.char_indices() {
            if !letter.is_whitespace() {
                folded.letters.push((folded.text.len(), at));
                push_lower(&mut folded.text, letter);
            } else if !folded.text.ends_with(' ') {
                folded.letters.push((folded.text.len(), at));
                folded.text.push(' ');
            }
        }
        folded
    }

    /// Where the letter that covers the byte `at` begins in the original.
    fn start(&self, at: usize) -> usize {
        let index = self.letters.partition_point(|&(here, _)| here <= at);
        index.checked_sub(1).and_then(|index| self.letters.get(index)).map_or(0, |&(_, there)| there)
    }

    /// Where the letter before the byte `at` ends in the original, white space behind it left out.
    fn end(&self, at: usize, original: &str) -> usize {
        let last = self.start(at.saturating_sub(1));
        let letter = original.get(last..).and_then(|rest| rest.chars().next());
        last + letter.map_or(0, char::len_utf8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_are_marked_where_they_are() {
        let check = |query: &str, text: &str, expected: &[&str]| {
            let finder = Finder::new(query).unwrap();
            let found: Vec<&str> = finder.ranges(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{query} in {text}");
            assert_eq!(finder.matches(text), !expected.is_empty());
        };
        check("border", "Border by border", &["Border", "border"]);
        check(" the  border ", "at THE\n border", &["THE\n border"]);
        check("ГРАНИЦ", "о границах", &["границ"]);
        check("i\u{307}", "İİ", &["İ", "İ"]);
        check("aa", "aaaaa", &["aa", "aa"]);
        check("x", "border", &[]);
        check("é", "café", &["é"]);
    }

    #[test]
    fn a_blank_query_finds_nothing() {
        assert_eq!(Finder::new(" \n"), None);
    }
}
