//! What the reader wants to see.

/// Which of some things are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// All, also such as come later.
    #[default]
    All,
    /// Only these, in order.
    Only(Vec<u32>),
}

impl Choice {
    /// None of them.
    pub fn none() -> Self {
        Self::Only(Vec::new())
    }

    /// Whether all are wanted.
    pub fn is_all(&self) -> bool {
        *self == Self::All
    }

    /// Whether `thing` is wanted.
    pub fn has(&self, thing: u32) -> bool {
        match self {
            Self::All => true,
            Self::Only(chosen) => chosen.binary_search(&thing).is_ok(),
        }
    }

    /// Switches `thing` on or off, one of those from 0 to `of`. Everything on is [`Choice::All`] again.
    pub fn toggle(&mut self, thing: u32, of: u32) {
        let mut chosen: Vec<u32> = match self {
            Self::All => (0..of).collect(),
            Self::Only(chosen) => std::mem::take(chosen),
        };
        flip(&mut chosen, thing);
        *self = if chosen.len() >= of as usize { Self::All } else { Self::Only(chosen) };
    }

    /// Narrows to `thing`, adds it to what it was narrowed to, or takes it away again; nothing left
    /// is [`Choice::All`].
    pub fn press(&mut self, thing: u32) {
        let mut chosen = match self {
            Self::All => Vec::new(),
            Self::Only(chosen) => std::mem::take(chosen),
        };
        flip(&mut chosen, thing);
        *self = if chosen.is_empty() { Self::All } else { Self::Only(chosen) };
    }
}

/// Takes `thing` out of an ordered list, or puts it in.
fn flip(chosen: &mut Vec<u32>, thing: u32) {
    match chosen.binary_search(&thing) {
        Ok(at) => drop(chosen.remove(at)),
        Err(at) => chosen.insert(at, thing),
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
            presses.iter().for_each(|&thing| choice.toggle(thing, 3));
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
