//! The nearest passage: where the sources have most words of a piece that none of them has.
//!
//! Whoever has to mend a quote wants to see the two side by side, not search for them. A window about as long as the
//! piece slides over the words of each source; rare words count for more than “the” and “of”.

use std::collections::HashMap;

use super::difference::{Cause, Mark, difference};
use super::pattern::Piece;
use super::source::{Origin, Source};
use super::window::{Sought, Word};
use super::word::is_letter;

/// So many words of a piece are looked for at most.
const SOUGHT: usize = 400;
/// No more than this share of a piece is not near; rare words count for more.
const NEAR: f64 = 0.5;

/// The passage nearest to a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The source.
    pub origin: Origin,
    /// The paragraph of the source in which the passage begins, the first being 1.
    pub paragraph: usize,
    /// The piece and the passage in one.
    pub marks: Vec<Mark>,
    /// All that differs, where it is little.
    pub cause: Option<Cause>,
}

/// The words of all sources, each known by a number.
pub(crate) struct Words<'a> {
    numbers: HashMap<String, usize>,
    /// How often each stands in the sources.
    counts: Vec<u32>,
    sources: Vec<(&'a Source, Vec<Word>)>,
}

impl<'a> Words<'a> {
    /// Reads the words of the sources.
    pub fn new(sources: &[&'a Source]) -> Self {
        let mut words = Self { numbers: HashMap::new(), counts: Vec::new(), sources: Vec::new() };
        for source in sources {
            let of_source = folded(&source.text).map(|(start, end, word)| Word { number: words.count(word), start, end }).collect();
            words.sources.push((source, of_source));
        }
        words
    }

    fn count(&mut self, word: String) -> usize {
        let number = *self.numbers.entry(word).or_insert(self.counts.len());
        match self.counts.get_mut(number) {
            Some(count) => *count += 1,
            None => self.counts.push(1),
        }
        number
    }

    /// The passage nearest to `piece`, unless nothing is near.
    pub fn nearest(&self, piece: &Piece) -> Option<Nearest> {
        let plain = piece.plain();
        let numbers: Vec<Option<usize>> = folded(&plain).take(SOUGHT).map(|(_, _, word)| self.numbers.get(&word).copied()).collect();
        let whole: f64 = numbers.iter().map(|number| number.map_or_else(|| self.worth_of(1), |number| self.worth(number))).sum();
        // Some words may have been left out of the quote.
        let length = numbers.len() + numbers.len() / 4 + 1;
        let worth = numbers.iter().flatten().map(|&number| (number, self.worth(number)));
        let mut sought = Sought::new(worth, self.counts.len(), length);
        let windows = self.sources.iter().filter_map(|(source, words)| Some((source, words, sought.best(words)?)));
        // The first of several that are equally near.
        let (source, words, window) = windows.reduce(|best, next| if next.2.worth > best.2.worth { next } else { best })?;
        (window.worth > NEAR * whole).then(|| passage(source, words, window.first, length, &piece.text))
    }

    /// What a word is worth: the rarer, the more.
    fn worth(&self, number: usize) -> f64 {
        self.worth_of(self.counts.get(number).copied().unwrap_or(1))
    }

    fn worth_of(&self, count: u32) -> f64 {
        let all: usize = self.sources.iter().map(|(_, words)| words.len()).sum();
        (1.0 + all as f64 / f64::from(count)).log2()
    }
}

/// The passage in and around a window of `length` words.
fn passage(source: &Source, words: &[Word], first: usize, length: usize, piece: &str) -> Nearest {
    let margin = length / 3 + 3;
    let start = words.get(first.saturating_sub(margin)).map_or(0, |word| word.start);
    let end = words.get(first + length + margin).map_or(source.text.len(), |word| word.end);
    let difference = difference(piece, &source.text, start..end);
    Nearest {
        origin: source.origin.clone(),
        paragraph: source.paragraph(difference.start),
        marks: difference.marks,
        cause: difference.cause,
    }
}

/// The words of a text in small letters, with where each begins and ends. Where there are no spaces between words,
/// every letter is one.
fn folded(text: &str) -> impl Iterator<Item = (usize, usize, String)> + '_ {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let mut word: String = first.to_lowercase().collect();
        let mut end = start + first.len_utf8();
        let goes_on = |letter: char| is_letter(letter) || letter == super::normal::LINE_HYPHEN;
        while let Some((at, letter)) = letters.next_if(|&(_, letter)| is_letter(first) && goes_on(letter)) {
            word.extend(letter.to_lowercase().filter(|letter| letter.is_alphanumeric()));
            end = at + letter.len_utf8();
        }
        Some((start, end, word))
    })
}
