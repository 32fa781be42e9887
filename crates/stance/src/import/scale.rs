//! From what stands in the cells to words of the scale.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use matrix::{Scale as Known, Silence};

use super::alike;
use super::choices::Choices;
use super::field::fold;
use super::silences::{ASSUMED, names_silence};
use crate::table::collapsed;
use crate::words::{count, in_marks};

/// The scale that values have which all belong to it.
/// A scale can have this many values.
const MOST: usize = 199;

/// The scale as it grows by what stands in the cells.
pub struct Scale {
    /// What words mean, folded.
    words: BTreeMap<String, String>,
    /// The values that were given, and those that came to them.
    values: Vec<String>,
    /// How many were given.
    given: usize,
    /// How many cells have each of the values.
    cells: BTreeMap<String, usize>,
    /// The folded values and silences, each with how it is written.
    known: BTreeMap<String, String>,
    /// How often each word of the table was taken as another.
    taken: BTreeMap<(String, String), usize>,
    /// How often each word of the table was taken as a silence that nobody has named.
    assumed: BTreeMap<String, usize>,
    /// Whether a dash in a cell is a silence; beside a plus it is a minus.
    has_dashes: bool,
}

impl Scale {
    /// The scale that was said, else the one that the package has.
    pub fn new(choices: &Choices, package: Vec<String>, has_dashes: bool) -> Self {
        let words = choices.stances.iter().map(|(word, value)| (fold(word), value.clone())).collect();
        let mut scale = Self {
            words,
            values: Vec::new(),
            given: 0,
            cells: BTreeMap::new(),
            known: BTreeMap::new(),
            taken: BTreeMap::new(),
            assumed: BTreeMap::new(),
            has_dashes,
        };
        for silence in Silence::ALL {
            scale.known.insert(silence.value().into(), silence.value().into());
        }
        let values = if choices.scale.is_empty() { package } else { choices.scale.clone() };
        values.iter().for_each(|value| scale.add(value));
        scale.given = scale.values.len();
        scale
    }

    fn add(&mut self, value: &str) {
        self.known.insert(fold(value), value.into());
        self.values.push(value.into());
    }

    /// The word of the scale, or the silence, that a cell's text means; none where it is blank and nothing was said of
    /// blank cells. A word that is not known becomes a value.
    pub fn stance(&mut self, text: &str) -> Option<String> {
        let folded = fold(text);
        let meant = match self.words.get(&folded) {
            Some(meant) => {
                *self.taken.entry((text.into(), meant.clone())).or_default() += 1;
                meant.clone()
            }
            None if folded.is_empty() => return None,
            None => collapsed(text),
        };
        let known = self.known.get(&fold(&meant)).cloned();
        if known.is_none() && !self.words.contains_key(&folded) && names_silence(&folded, self.has_dashes) {
            *self.assumed.entry(meant).or_default() += 1;
            return Some(ASSUMED.into());
        }
        let value = known.unwrap_or_else(|| {
            self.add(&meant);
            meant
        });
        *self.cells.entry(value.clone()).or_default() += 1;
        Some(value)
    }

    /// Whether a word that [`Scale::stance`] gave is a silence.
    pub fn is_silence(&self, stance: &str) -> bool {
        Silence::ALL.iter().any(|silence| silence.value() == stance) && !self.values.iter().any(|value| value == stance)
    }

    /// The values in their order, and lines on them.
    ///
    /// # Errors
    /// There are more than a scale can have.
    pub fn finish(mut self) -> Result<(Vec<String>, Vec<String>)> {
        let number = self.values.len();
        ensure!(number <= MOST, "the stances have {number} values, and a scale at most {MOST}; it may be the wrong column");
        let mut lines = self.of_words();
        let is_built_in = |value: &String| Known::built_in_values().contains(&fold(value).as_str());
        if self.given == 0 && self.values.iter().all(is_built_in) {
            self.values = Known::built_in_values().map(String::from).to_vec();
            lines.push("The scale is the built-in one.".into());
            return Ok((self.values, lines));
        }
        lines.extend(self.of_values());
        let cells = |value: &String| self.cells.get(value).copied().unwrap_or_default();
        let counted: Vec<(String, usize)> = self.values.iter().map(|value| (value.clone(), cells(value))).collect();
        lines.extend(alike::lines(&counted));
        Ok((self.values, lines))
    }

    /// Lines on what words of the table were taken for.
    fn of_words(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for ((word, meant), cells) in &self.taken {
            let word = if word.is_empty() { "Blank".into() } else { in_marks(word) };
            lines.push(format!("{word} → {meant}, as you said ({}).", count(*cells, "cell", "cells")));
        }
        for (word, cells) in &self.assumed {
            let cells = count(*cells, "cell", "cells");
            let help = format!("For another kind: --stance \"{word}=declined\"");
            lines.push(format!("{} → {ASSUMED}, since it names a silence ({cells}). {help}.", in_marks(word)));
        }
        let is_used = |word: &str| self.taken.keys().any(|(taken, _)| fold(taken) == word);
        let unused: Vec<String> = self.words.keys().filter(|word| !word.is_empty() && !is_used(word)).map(|word| in_marks(word)).collect();
        if !unused.is_empty() {
            lines.push(format!("No stance in the table is {}, of which you said what is meant.", unused.join(", ")));
        }
        lines
    }

    /// Lines on the values and their order.
    fn of_values(&self) -> Vec<String> {
        let (given, new) = self.values.split_at(self.given.min(self.values.len()));
        let list = |values: &[String]| values.iter().map(|value| in_marks(value)).collect::<Vec<_>>().join(", ");
        if given.is_empty() {
            let order = "The scale is in the order in which the table first names its values";
            return vec![format!("warning: {order}. Name its order: --scale \"{}\"", joined(new))];
        }
        let mut lines = vec![format!("The scale: {}.", list(given))];
        if !new.is_empty() {
            let help = "added at its end. Say what is meant with --stance \"WORD=VALUE\", or give all values with --scale.";
            lines.push(format!("Not on it before: {}; {help}", list(new)));
        }
        lines
    }
}

/// Values as the option has them.
fn joined(values: &[String]) -> String {
    values.join(if values.iter().any(|value| value.contains(',')) { ";" } else { "," })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(words: &[(&str, &str)], values: &[&str]) -> Scale {
        let stances = words.iter().map(|(word, value)| (word.to_string(), value.to_string())).collect();
        let values = values.iter().map(ToString::to_string).collect();
        Scale::new(&Choices { stances, scale: values, ..Choices::default() }, Vec::new(), true)
    }

    #[test]
    fn cells_become_stances() {
        let mut scale = scale(&[("ja", "supports"), ("", "not-addressed")], &["supports", "Opposes"]);
        let mut check = |text: &str, expected: Option<&str>| assert_eq!(scale.stance(text).as_deref(), expected, "{text}");
        check(" JA ", Some("supports"));
        check("", Some("not-addressed"));
        check("opposes", Some("Opposes"));
        check("Abstained", Some("abstained"));
        check("nein", Some("nein"));
        check("NEIN", Some("nein"));
        check("keine Angabe", Some("not-addressed"));
        check("k.A.", Some("not-addressed"));
        assert_eq!(scale.finish().unwrap().0, ["supports", "Opposes", "nein"]);
    }

    #[test]
    fn the_scale_is_told() {
        let check = |cells: &[&str], expected: &[&str], line: &str| {
            let mut scale = scale(&[], &[]);
            cells.iter().for_each(|cell| drop(scale.stance(cell)));
            let (values, lines) = scale.finish().unwrap();
            assert_eq!((values, lines), (expected.iter().map(ToString::to_string).collect(), vec![line.to_string()]));
        };
        check(&["Opposes", "mixed"], &Known::built_in_values(), "The scale is the built-in one.");
        check(
            &["Ja", "Nein", "ja"],
            &["Ja", "Nein"],
            "warning: The scale is in the order in which the table first names its values. Name its order: --scale \"Ja,Nein\"",
        );
        check(
            &["Ja, sehr", "Nein"],
            &["Ja, sehr", "Nein"],
            "warning: The scale is in the order in which the table first names its values. Name its order: --scale \"Ja, sehr;Nein\"",
        );
        let mut many = scale(&[], &[]);
        (0..200).for_each(|number| drop(many.stance(&number.to_string())));
        assert!(many.finish().is_err());
    }
}
