//! A quote as editors write it: words, ellipses, and square brackets around what is the editor's.
//!
//! `[T]he` is “The” or “the”; `walk[ed]` is “walk” or a form of it; `[the group]` stands where the source has
//! other words, or none; `[sic]` stands for nothing.

use std::ops::Range;

use super::normal::ELLIPSIS;
use super::word::{has_words, is_letter};

/// In place of so many words of a source may a bracket stand.
pub(crate) const REACH: usize = 6;

/// One way to read a quote: what must stand in a source, piece after piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub pieces: Vec<Piece>,
}

/// What stands between two ellipses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// As the quote has it.
    pub text: String,
    /// Its parts one after the other. The first one is no [`Part::Aside`], nor is the last.
    pub parts: Vec<Part>,
}

/// A part of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Verbatim words.
    Words(String),
    /// Letters in brackets before letters: the same in the source, the first one capital or small.
    Letters(String),
    /// Letters in brackets after letters: any end of the word, or none.
    Ending(String),
    /// Words in brackets: so many words of the source at most, or none.
    Aside { text: String, reach: usize },
}

/// The ways to read a normal quote, to be tried in this order: with its brackets as the source's own, as the editor's.
pub(crate) fn patterns(quote: &str) -> Vec<Pattern> {
    let verbatim = Pattern::of(vec![Bit::Text(quote)]);
    let edited = Pattern::of(bits(quote));
    if verbatim == edited { vec![verbatim] } else { vec![verbatim, edited] }
}

/// A quote cut at its brackets.
enum Bit<'a> {
    Text(&'a str),
    Bracket { inside: &'a str, before: Option<char>, after: Option<char> },
}

fn bits(quote: &str) -> Vec<Bit<'_>> {
    let mut bits = Vec::new();
    let mut last = 0;
    for bracket in brackets(quote) {
        let (before, after) = (quote.get(..bracket.start).unwrap_or_default(), quote.get(bracket.end..).unwrap_or_default());
        bits.push(Bit::Text(before.get(last..).unwrap_or_default()));
        let inside = quote.get(bracket.start + 1..bracket.end - 1).unwrap_or_default();
        bits.push(Bit::Bracket { inside, before: before.chars().next_back(), after: after.chars().next() });
        last = bracket.end;
    }
    bits.push(Bit::Text(quote.get(last..).unwrap_or_default()));
    bits
}

/// Where the square brackets are that hold no other.
pub(crate) fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut open = None;
    let mut brackets = Vec::new();
    for (at, sign) in text.match_indices(['[', ']']) {
        match (sign, open.take()) {
            ("[", _) => open = Some(at),
            (_, Some(start)) => brackets.push(start..at + 1),
            _ => {}
        }
    }
    brackets
}

impl Pattern {
    fn of(bits: Vec<Bit<'_>>) -> Self {
        let mut pieces = vec![Piece { text: String::new(), parts: Vec::new() }];
        for bit in bits {
            match bit {
                Bit::Text(text) => {
                    for (at, words) in text.split(ELLIPSIS).enumerate() {
                        if at > 0 {
                            pieces.push(Piece { text: String::new(), parts: Vec::new() });
                        }
                        pieces.last_mut().into_iter().for_each(|piece| piece.words(words));
                    }
                }
                Bit::Bracket { inside, before, after } => {
                    pieces.last_mut().into_iter().for_each(|piece| piece.bracket(inside, before, after));
                }
            }
        }
        pieces.iter_mut().for_each(Piece::finish);
        pieces.retain(Piece::has_words);
        Self { pieces }
    }
}

impl Piece {
    fn words(&mut self, words: &str) {
        self.text.push_str(words);
        match self.parts.last_mut() {
            Some(Part::Words(before)) => before.push_str(words),
            // What is left of a bracket may have another space there, or none.
            Some(Part::Aside { text, .. }) if words.trim().is_empty() => text.push_str(words),
            Some(Part::Aside { .. }) => self.parts.push(Part::Words(words.trim_start().to_owned())),
            _ if words.is_empty() => {}
            _ => self.parts.push(Part::Words(words.to_owned())),
        }
    }

    fn bracket(&mut self, inside: &str, before: Option<char>, after: Option<char>) {
        let text = format!("[{inside}]");
        self.text.push_str(&text);
        let is_word = !inside.contains(char::is_whitespace);
        let is_sic = ["sic", "sic!"].contains(&inside.trim().to_lowercase().as_str());
        if is_word && !is_sic && has_words(inside) && after.is_some_and(is_letter) {
            self.parts.push(Part::Letters(inside.to_owned()));
        } else if is_word && !is_sic && before.is_some_and(is_letter) {
            self.parts.push(Part::Ending(inside.to_owned()));
        } else {
            self.aside(text, if is_sic { 0 } else { REACH });
        }
    }

    fn aside(&mut self, inside: String, more: usize) {
        match self.parts.last_mut() {
            // Brackets in a row are one that reaches as far as they do together.
            Some(Part::Aside { text, reach }) => {
                text.push_str(&inside);
                *reach += more;
            }
            Some(Part::Words(words)) => {
                words.truncate(words.trim_end().len());
                self.parts.push(Part::Aside { text: inside, reach: more });
            }
            _ => self.parts.push(Part::Aside { text: inside, reach: more }),
        }
    }

    /// What stands at the edge of a piece and is not the source's, need not be in the source.
    fn finish(&mut self) {
        self.text = self.text.trim().to_owned();
        let is_aside = |part: &Part| match part {
            Part::Words(words) => words.trim().is_empty(),
            Part::Aside { .. } => true,
            Part::Letters(_) | Part::Ending(_) => false,
        };
        while self.parts.last().is_some_and(is_aside) {
            self.parts.pop();
        }
        let first = self.parts.iter().position(|part| !is_aside(part)).unwrap_or_default();
        self.parts.drain(..first);
        if let Some(Part::Words(words)) = self.parts.first_mut() {
            *words = words.trim_start().to_owned();
        }
        if let Some(Part::Words(words)) = self.parts.last_mut() {
            words.truncate(words.trim_end().len());
        }
    }

    /// Its words without the brackets, and without those that stand for others.
    pub fn plain(&self) -> String {
        let plain = |part: &Part| match part {
            Part::Words(text) | Part::Letters(text) | Part::Ending(text) => text.clone(),
            Part::Aside { .. } => " ".to_owned(),
        };
        self.parts.iter().map(plain).collect()
    }

    /// Whether there is a word in it that is not the editor's; where there is none, there is nothing to prove.
    fn has_words(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Words(words) if has_words(words)))
    }
}
