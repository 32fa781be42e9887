//! Finding a quote in a source.
//!
//! Both are normal text. An ellipsis in the quote stands for the same ellipsis in the source or for words that were
//! left out, a bracket for few words; neither may reach far, or any words could be made one sentence.

use std::collections::BTreeSet;
use std::iter::once;

use super::normal::ELLIPSIS;
use super::part::{part_ends, spellings};
use super::pattern::{Part, Pattern, Piece};
use super::source::Source;
use super::word::{may_begin, may_end};

/// How many paragraphs further on the words after an ellipsis may stand.
const PARAGRAPHS: usize = 2;

/// Where a quote was found: bytes of the source's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub start: usize,
    pub end: usize,
}

/// The first place where `source` has a quote.
pub(crate) fn find(source: &Source, quote: &Pattern) -> Option<Place> {
    let mut pieces = quote.pieces.iter();
    // All places where the pieces so far end: a later one may be within reach where the first is not.
    let mut found: Vec<Place> = places(source, pieces.next()?).collect();
    for piece in pieces {
        found.sort_by_key(|place| place.end);
        found = places(source, piece).filter_map(|next| onward(source, &found, next)).collect();
    }
    found.into_iter().min_by_key(|place| place.start)
}

/// From the nearest of `found` to `next`, where an ellipsis may stand for what the source has between them.
fn onward(source: &Source, found: &[Place], next: Place) -> Option<Place> {
    // What is left out is a word at least, or the source's own ellipsis: the last of them is the least that is.
    let left_out = source.text.get(..next.start)?.rfind(|letter: char| letter.is_alphanumeric() || letter == ELLIPSIS)?;
    let nearest = found.partition_point(|place| place.end <= left_out).checked_sub(1)?;
    let before = found.get(nearest)?;
    // The words before end one byte earlier; the next byte may be in the next paragraph.
    let paragraphs = source.paragraph(next.start).saturating_sub(source.paragraph(before.end.saturating_sub(1)));
    (paragraphs <= PARAGRAPHS).then_some(Place { start: before.start, end: next.end })
}

/// Every place where `source` has a piece of a quote without cutting a word in two.
pub(crate) fn places<'a>(source: &'a Source, piece: &'a Piece) -> impl Iterator<Item = Place> + 'a {
    let begins = |&start: &usize| may_begin(&source.text, start);
    starts(source, piece).into_iter().filter(begins).filter_map(|start| Some(Place { start, end: piece_end(source, piece, start)? }))
}

/// Every place where a piece could begin.
fn starts(source: &Source, piece: &Piece) -> Vec<usize> {
    let heads = match piece.parts.as_slice() {
        [Part::Words(words), ..] => vec![words.clone()],
        [Part::Letters(letters), Part::Words(words), ..] => spellings(letters).map(|letters| letters + words).into(),
        _ => Vec::new(),
    };
    heads.iter().flat_map(|head| whole(&source.text, head).chain(cut(source, head))).collect()
}

/// Every place where `text` has `words` without a line end in them.
fn whole(text: &str, words: &str) -> impl Iterator<Item = usize> {
    // By hand, since `match_indices` skips what overlaps.
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(words)?;
        from = start + words.chars().next().map_or(1, char::len_utf8);
        Some(start)
    })
}

/// Every place where a line end may cut one of `words`: those before the first are there.
fn cut(source: &Source, words: &str) -> impl Iterator<Item = usize> {
    let before = move |start: usize, cut: usize| source.text.get(start..cut).is_some_and(|before| words.starts_with(before));
    let cuts = once(&0).chain(&source.cuts).zip(&source.cuts);
    cuts.flat_map(move |(&last, &cut)| (last.max(cut.saturating_sub(words.len()))..cut).filter(move |&start| before(start, cut)))
}

/// Where a piece ends that begins at `start`.
fn piece_end(source: &Source, piece: &Piece, start: usize) -> Option<usize> {
    let mut ends = BTreeSet::from([start]);
    for part in &piece.parts {
        ends = ends.into_iter().flat_map(|at| part_ends(source, part, at)).collect();
    }
    ends.into_iter().find(|&end| may_end(&source.text, end))
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::normal::normal;
    use super::super::pattern::patterns;
    use super::*;

    const TEXT: &str = "Title\n\n“We won’t go,” he said. The anti-Taliban group (…) agrees.\n\n\
        Once one.\n\nThen two.\n\nThen three, (…) and four. Then five";

    /// The paragraph of `text` in which `quote` is found.
    pub fn found(text: &str, quote: &str) -> Option<usize> {
        let source = Source::new(text, None).unwrap();
        let place = patterns(&normal(quote)).iter().find_map(|pattern| find(&source, pattern));
        place.map(|place| source.paragraph(place.start))
    }

    fn check(quote: &str, expected: Option<usize>) {
        assert_eq!(found(TEXT, quote), expected, "{quote:?}");
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
