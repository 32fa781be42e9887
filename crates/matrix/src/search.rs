//! Finding words in text, whatever their case.

use std::ops::Range;

use crate::ids::fold_by;
use crate::letters::lower;

/// Finds one phrase. White space of any length in the phrase or the text counts as one space.
#[derive(Clone, Debug, PartialEq)]
pub struct Finder {
    /// In lower case, with single spaces.
    phrase: String,
}

impl Finder {
    /// A finder of `query`; none where it is blank.
    pub fn new(query: &str) -> Option<Self> {
        let phrase = fold_by(query, |phrase, letter| phrase.push(lower(letter)));
        (!phrase.is_empty()).then_some(Self { phrase })
    }

    /// Whether the phrase is in `text`.
    pub fn matches(&self, text: &str) -> bool {
        self.next(text, 0).is_some()
    }

    /// Where the phrase is in `text`: byte ranges that begin and end between characters, in order
    /// and apart from each other.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        while let Some(range) = self.next(text, ranges.last().map_or(0, |last| last.end)) {
            ranges.push(range);
        }
        ranges
    }

    /// Where the phrase is next in `text`, from the byte `from` on. Text is compared where it stands: to lower all of
    /// it first takes ten times as long.
    fn next(&self, text: &str, from: usize) -> Option<Range<usize>> {
        // What tells a small letter of ASCII from a capital is one bit, and whatever else it takes for alike is
        // looked at twice. Letters that are not of ASCII begin with a byte above all that continue them.
        const CASE: u8 = b'a' ^ b'A';
        let first = self.phrase.as_bytes().first()? | CASE;
        let mut start = from;
        loop {
            let rest = text.as_bytes().get(start..)?;
            start += rest.iter().position(|&byte| byte >= 0xc0 || byte | CASE == first)?;
            if let Some(length) = self.begins(text.get(start..)?) {
                return Some(start..start + length);
            }
            start += 1;
        }
    }

    /// How many bytes of `text` the phrase takes, where it begins with it.
    fn begins(&self, text: &str) -> Option<usize> {
        let mut rest = text.chars();
        for wanted in self.phrase.chars() {
            let letter = rest.next()?;
            if wanted == ' ' && letter.is_whitespace() {
                while rest.clone().next().is_some_and(char::is_whitespace) {
                    rest.next();
                }
            } else if lower(letter) != wanted {
                return None;
            }
        }
        Some(text.len() - rest.as_str().len())
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
        check("istanbul", "İstanbul", &["İstanbul"]);
        check("İSTANBUL", "in istanbul", &["istanbul"]);
        check("k", "2 \u{212a}", &["\u{212a}"]);
        check("[a", "{A [A", &["[A"]);
        check("a b", "ab a\u{a0}\n b a_b", &["a\u{a0}\n b"]);
        check("né b", "né né\u{3000}B", &["né\u{3000}B"]);
        check("aa", "aaaaa", &["aa", "aa"]);
        check("x", "border", &[]);
        check("é", "café", &["é"]);
    }

    #[test]
    fn a_blank_query_finds_nothing() {
        assert_eq!(Finder::new(" \n"), None);
    }
}
