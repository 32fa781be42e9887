//! The scale: the ordered values that a stance can have, and the words for silence.

use crate::ids::fold;
use crate::near::nearest;
use crate::stance::{MOST_LEVELS, Silence, Stance, StanceKind};

/// The scale that a file without one of its own can use: value and label.
const BUILT_IN: [(&str, &str); 5] = [
    ("strongly-supports", "Strongly supports"),
    ("supports", "Supports"),
    ("mixed", "Mixed"),
    ("opposes", "Opposes"),
    ("strongly-opposes", "Strongly opposes"),
];

/// A value of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The word in the data.
    pub value: String,
    /// The word on screen; the value itself where the data has none.
    pub label: String,
    /// A colour of its own, as the package writes it. Not checked: it may only ever be set as the
    /// value of a colour.
    pub color: Option<String>,
    /// A mark of its own: one or two characters.
    pub mark: Option<String>,
}

/// The values that a stance can have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    levels: Vec<Level>,
    /// Labels that the package gives to silences.
    silences: Vec<(Silence, String)>,
    /// Folded values, in the order of the levels.
    folded: Vec<String>,
}

impl Scale {
    /// A scale of `levels`, of which only the first that fit a byte count, with the labels that a
    /// package gives to silences. A level that is called like a silence is a level.
    pub(crate) fn new(mut levels: Vec<Level>, silences: Vec<(Silence, String)>) -> Self {
        levels.truncate(MOST_LEVELS);
        let folded = levels.iter().map(|level| fold(&level.value)).collect();
        Self { levels, silences, folded }
    }

    /// The values of the scale that a file without one of its own can use.
    pub fn built_in_values() -> [&'static str; BUILT_IN.len()] {
        BUILT_IN.map(|(value, _)| value)
    }

    /// The built-in scale, if all values belong to it.
    pub(crate) fn built_in(&self) -> Option<Self> {
        let known = |folded: &String| BUILT_IN.iter().any(|(value, _)| value == folded);
        let mut built_in = Self::default();
        for (value, _) in BUILT_IN {
            built_in.add(value, value);
        }
        self.folded.iter().all(known).then_some(built_in)
    }

    /// Adds a value below the others, which may be no silence; as a stance, or none where there is no room.
    pub(crate) fn add(&mut self, value: &str, label: &str) -> Option<Stance> {
        let level = u8::try_from(self.len()).ok().filter(|_| self.len() < MOST_LEVELS)?;
        self.folded.push(fold(value));
        self.levels.push(Level { value: value.into(), label: label.into(), color: None, mark: None });
        Some(Stance::level(level))
    }

    /// The values, from one end to the other.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.levels.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// The stance that a word in the data means, whatever its case and the space around it.
    pub fn find(&self, value: &str) -> Option<Stance> {
        let level = |value: &str| self.folded.iter().position(|folded| folded == value).and_then(|level| u8::try_from(level).ok());
        let known = |value: &str| level(value).map(Stance::level).or_else(|| Silence::find(value).map(Stance::silence));
        known(value).or_else(|| known(&fold(value)))
    }

    /// The word in the data.
    pub fn value(&self, stance: Stance) -> &str {
        match stance.kind() {
            StanceKind::Level(level) => self.levels.get(level).map_or("", |level| &level.value),
            StanceKind::Silence(silence) => silence.value(),
        }
    }

    /// The word on screen, in English where the data has none.
    pub fn label(&self, stance: Stance) -> &str {
        match (self.own_label(stance), stance.kind()) {
            ("", StanceKind::Silence(silence)) => silence.label(),
            ("", StanceKind::Level(level)) => {
                let value = self.levels.get(level).map_or("", |level| &level.value);
                BUILT_IN.iter().find(|(known, _)| *known == value).map_or(value, |(_, label)| label)
            }
            (own, _) => own,
        }
    }

    /// The word on screen that the data has; empty where it has none but its value.
    pub fn own_label(&self, stance: Stance) -> &str {
        match stance.kind() {
            StanceKind::Level(level) => {
                let own = self.levels.get(level).filter(|level| level.label != level.value);
                own.map_or("", |level| &level.label)
            }
            StanceKind::Silence(silence) => self.silences.iter().find(|(of, _)| *of == silence).map_or("", |(_, label)| label),
        }
    }

    /// Which of the palette's nine colours, from 1, a level takes: its two ends first, evenly between.
    pub fn step(&self, level: usize) -> usize {
        step(level, self.len())
    }

    /// The labels that the package gives to silences.
    pub(crate) fn silences(&self) -> &[(Silence, String)] {
        &self.silences
    }

    /// The value that `wrong` may have been meant for, by how few letters differ.
    pub(crate) fn nearest(&self, wrong: &str) -> Option<&str> {
        nearest(&fold(wrong), self.levels.iter().map(|level| level.value.as_str()).chain(Silence::ALL.map(Silence::value)))
    }
}

fn step(level: usize, of: usize) -> usize {
    if of < 2 { 1 } else { 1 + (level * 8 + (of - 1) / 2) / (of - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_span_the_palette() {
        let check = |of: usize, expected: &[usize]| {
            let steps: Vec<usize> = (0..of).map(|level| step(level, of)).collect();
            assert_eq!(steps, expected);
        };
        check(1, &[1]);
        check(2, &[1, 9]);
        check(3, &[1, 5, 9]);
        check(4, &[1, 4, 6, 9]);
        check(5, &[1, 3, 5, 7, 9]);
        check(9, &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }

    fn scale(values: &[&str]) -> Scale {
        let mut scale = Scale::default();
        for value in values {
            scale.add(value, value);
        }
        scale.built_in().unwrap_or(scale)
    }

    fn values(values: &[&str]) -> Vec<String> {
        scale(values).levels.into_iter().map(|level| level.value).collect()
    }

    #[test]
    fn a_file_without_a_scale_gets_one() {
        assert_eq!(values(&["Opposes", "supports"]), ["strongly-supports", "supports", "mixed", "opposes", "strongly-opposes"]);
        assert_eq!(values(&["no", "supports", "yes"]), ["no", "supports", "yes"]);
    }

    #[test]
    fn words_match_whatever_their_case() {
        let scale = scale(&["Ja", "Nein"]);
        let check = |value: &str, expected: Option<Stance>| assert_eq!(scale.find(value), expected, "{value}");
        check("ja", Some(Stance::level(0)));
        check(" NEIN ", Some(Stance::level(1)));
        check("Not-Asked", Some(Stance::silence(Silence::NotAsked)));
        check("vielleicht", None);
    }

    #[test]
    fn a_value_called_like_a_silence_is_a_level() {
        let scale = scale(&["yes", "abstained"]);
        assert_eq!(scale.find("abstained"), Some(Stance::level(1)));
        assert_eq!(scale.label(Stance::silence(Silence::Abstained)), "Abstained");
    }

    #[test]
    fn near_misses_are_named() {
        let scale = scale(&[]);
        let check = |wrong: &str, expected: Option<&str>| assert_eq!(scale.nearest(wrong), expected, "{wrong}");
        check("suports", Some("supports"));
        check("Opposse", Some("opposes"));
        check("not-adressed", Some("not-addressed"));
        check("banana", None);
    }
}
