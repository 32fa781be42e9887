//! What the reader wants to see.

use std::collections::BTreeSet;

/// Which of some things are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// All, also such as come later.
    #[default]
    All,
    /// Only these.
    Only(BTreeSet<u32>),
}

impl Choice {
    /// None of them.
    pub fn none() -> Self {
        Self::Only(BTreeSet::new())
    }

    /// Whether all are wanted.
    pub fn is_all(&self) -> bool {
        *self == Self::All
    }

    /// Whether `thing` is wanted.
    pub fn has(&self, thing: u32) -> bool {
        match self {
            Self::All => true,
            Self::Only(chosen) => chosen.contains(&thing),
        }
    }

    /// Switches `thing` on or off; `all` is what there is. Everything on is [`Choice::All`] again.
    pub fn toggle(&mut self, thing: u32, all: impl Iterator<Item = u32> + Clone) {
        let mut chosen: BTreeSet<u32> = match self {
            Self::All => all.clone().collect(),
            Self::Only(chosen) => std::mem::take(chosen),
        };
        if !chosen.remove(&thing) {
            chosen.insert(thing);
        }
        *self = if all.into_iter().all(|thing| chosen.contains(&thing)) { Self::All } else { Self::Only(chosen) };
    }

    /// Narrows to `thing`, adds it to what it was narrowed to, or takes it away again; nothing left
    /// is [`Choice::All`].
    pub fn press(&mut self, thing: u32) {
        let mut chosen = match self {
            Self::All => BTreeSet::new(),
            Self::Only(chosen) => std::mem::take(chosen),
        };
        if !chosen.remove(&thing) {
            chosen.insert(thing);
        }
        *self = if chosen.is_empty() { Self::All } else { Self::Only(chosen) };
    }
}

/// What is wanted of a matrix. Numbers are places in it; parts combine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Rows.
    pub rows: Choice,
    /// Columns.
    pub columns: Choice,
    /// Groups of rows.
    pub groups: Choice,
    /// Themes of columns.
    pub themes: Choice,
    /// Stances, by [`crate::Stance::code`].
    pub stances: Choice,
    /// Words to find in names and statements.
    pub query: String,
}

impl Filter {
    /// Whether everything is wanted.
    pub fn is_clear(&self) -> bool {
        let all = [&self.rows, &self.columns, &self.groups, &self.themes, &self.stances].iter().all(|choice| choice.is_all());
        all && self.query.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switches() {
        let check = |presses: &[u32], expected: Choice| {
            let mut choice = Choice::All;
            presses.iter().for_each(|&thing| choice.toggle(thing, 0..3));
            assert_eq!(choice, expected, "{presses:?}");
        };
        check(&[1], Choice::Only([0, 2].into()));
        check(&[1, 1], Choice::All);
        check(&[0, 1, 2], Choice::none());
        check(&[0, 1, 2, 1], Choice::Only([1].into()));
    }

    #[test]
    fn narrowing() {
        let check = |presses: &[u32], expected: Choice| {
            let mut choice = Choice::All;
            presses.iter().for_each(|&thing| choice.press(thing));
            assert_eq!(choice, expected, "{presses:?}");
        };
        check(&[1], Choice::Only([1].into()));
        check(&[1, 2], Choice::Only([1, 2].into()));
        check(&[1, 1], Choice::All);
    }
}
