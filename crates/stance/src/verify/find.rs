//! Finding a quote in a source.
//!
//! Both are normal text. An ellipsis in the quote stands for the same ellipsis in the source or for
//! words that were left out; it may not reach far, or any words could be made one sentence.

use super::normal::ELLIPSIS;
use super::source::Source;
use super::word::{has_words, may_begin, may_end};

/// How many paragraphs further on the words after an ellipsis may stand.
const REACH: usize = 2;

/// Where a quote was found: bytes of the source's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub start: usize,
    pub end: usize,
}

/// The first place where `source` has `quote`.
pub(crate) fn find(source: &Source, quote: &str) -> Option<Place> {
    let mut pieces = quote.split(ELLIPSIS).map(str::trim).filter(|piece| has_words(piece));
    // All places where the pieces so far end: a later one may be within reach where the first is not.
    let mut found: Vec<Place> = places(&source.text, pieces.next()?).collect();
    for piece in pieces {
        let onward = |next: Place| {
            let before = found.iter().rev().find(|before| is_within_reach(source, before.end, next.start))?;
            Some(Place { start: before.start, end: next.end })
        };
        found = places(&source.text, piece).filter_map(onward).collect();
    }
    found.into_iter().min_by_key(|place| place.start)
}

/// Whether an ellipsis may stand for what the source has between two places.
fn is_within_reach(source: &Source, from: usize, to: usize) -> bool {
    let between = source.text.get(from..to).unwrap_or_default();
    // The words before end one byte earlier; the next byte may be in the next paragraph.
    let paragraphs = source.paragraph(to).saturating_sub(source.paragraph(from.saturating_sub(1)));
    (has_words(between) || between.contains(ELLIPSIS)) && paragraphs <= REACH
}

/// Every place where `text` has `words` without cutting a word in two.
fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Place> + 'a {
    // By hand, since `match_indices` skips what overlaps.
    let mut from = 0;
    let every = std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(words)?;
        from = start + words.chars().next().map_or(1, char::len_utf8);
        Some(Place { start, end: start + words.len() })
    });
    every.filter(|place| may_begin(text, place.start) && may_end(text, place.end))
}

#[cfg(test)]
mod tests {
    use super::super::normal::normal;
    use super::*;

    const TEXT: &str = "Title\n\n“We won’t go,” he said. The anti-Taliban group (…) agrees.\n\n\
        Once one.\n\nThen two.\n\nThen three, (…) and four. Then five";

    fn check(quote: &str, expected: Option<usize>) {
        let source = Source::new(TEXT, None).unwrap();
        let place = find(&source, &normal(quote));
        assert_eq!(place.map(|place| source.paragraph(place.start)), expected, "{quote:?}");
    }

    #[test]
    fn verbatim_words_are_found() {
        check("We won't go", Some(2));
        check("\"We won’t go,\" he\nsaid", Some(2));
        check("Then", Some(4));
        check("Then five", Some(5));
        check("Then two. Then three", Some(4));
        check("we won't go", None);
        check("We will not go", None);
        check("We won’t go.", None);
        check("", None);
        check("…", None);
    }

    #[test]
    fn any_changed_letter_is_noticed() {
        for quote in ["We won’t go", "The anti-Taliban group (…) agrees.", "Once one. Then two … Then three"] {
            let letters: Vec<char> = quote.chars().collect();
            for at in (0..letters.len()).filter(|&at| letters[at].is_alphanumeric()) {
                let mut changed = letters.clone();
                changed[at] = 'q';
                check(&String::from_iter(&changed), None);
            }
        }
    }

    #[test]
    fn words_are_not_cut() {
        check("We won", None);
        check("Taliban group", None);
        check("ne", None);
        check("on", None);
        check("one", Some(3));
    }

    #[test]
    fn an_ellipsis_stands_for_itself_or_for_words_left_out() {
        check("The anti-Taliban group … agrees", Some(2));
        check("The anti-Taliban group[...]agrees", Some(2));
        check("The anti-Taliban group agrees", None);
        check("We … go", Some(2));
        check("(…) We won’t go …", Some(2));
        check("We … won’t", None);
        check("go … We", None);
        check("three … four", Some(5));
        check("three, (…) and four", Some(5));
    }

    #[test]
    fn an_ellipsis_does_not_reach_far() {
        check("agrees … one", Some(2));
        check("agrees … two", Some(2));
        check("agrees … three", None);
        check("Once … two … four", Some(3));
        // The first “Then” is too far from “said”, and the second is what reaches “five”.
        check("Title … Then", None);
        check("Once … Then … five", Some(3));
        check("said … five", None);
        check("said … two … five", Some(2));
    }
}
