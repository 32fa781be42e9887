//! A stance: a level of the scale, or a kind of silence, in one byte.

/// Levels that a scale can have at most; the rest of the byte is for silence.
pub(crate) const MOST_LEVELS: usize = 199;
const FIRST_SILENCE: u8 = 200;

/// A level of the scale or a kind of silence. Orders as the legend does: levels first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Stance(u8);

/// What a [`Stance`] is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StanceKind {
    /// A place on the scale, from 0.
    Level(usize),
    /// No stance, and why.
    Silence(Silence),
}

/// Why there is no stance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Silence {
    /// The source is silent.
    NotAddressed,
    /// It was asked and would not say.
    Declined,
    /// It abstained.
    Abstained,
    /// Nobody asked.
    NotAsked,
    /// Nobody looked; also: there is no row at all.
    NotResearched,
    /// What is known contradicts itself.
    Conflicting,
    /// What was known holds no longer.
    Outdated,
}

impl Stance {
    /// No row at all.
    pub const NONE: Self = Self::silence(Silence::NotResearched);

    /// The level at `level` of the scale; beyond what a scale can have, its last possible one.
    pub const fn level(level: u8) -> Self {
        Self(if (level as usize) < MOST_LEVELS { level } else { MOST_LEVELS as u8 - 1 })
    }

    /// A kind of silence.
    pub const fn silence(silence: Silence) -> Self {
        Self(FIRST_SILENCE + silence as u8)
    }

    /// What it is.
    pub fn kind(self) -> StanceKind {
        let silence = self.0.checked_sub(FIRST_SILENCE).and_then(|code| Silence::ALL.get(usize::from(code)));
        silence.map_or(StanceKind::Level(usize::from(self.0)), |&silence| StanceKind::Silence(silence))
    }

    /// Whether it is a silence.
    pub fn is_silence(self) -> bool {
        self.0 >= FIRST_SILENCE
    }

    /// The stance of a byte that [`Stance::code`] gave; of any other, the last silence.
    pub fn from_code(code: u8) -> Self {
        Self(code.min(FIRST_SILENCE + Silence::ALL.len() as u8 - 1))
    }

    /// The byte, as filters hold it.
    pub fn code(self) -> u8 {
        self.0
    }
}

impl Silence {
    /// All kinds, in the contract's order.
    pub const ALL: [Self; 7] =
        [Self::NotAddressed, Self::Declined, Self::Abstained, Self::NotAsked, Self::NotResearched, Self::Conflicting, Self::Outdated];

    /// The word in the data.
    pub fn value(self) -> &'static str {
        match self {
            Self::NotAddressed => "not-addressed",
            Self::Declined => "declined",
            Self::Abstained => "abstained",
            Self::NotAsked => "not-asked",
            Self::NotResearched => "not-researched",
            Self::Conflicting => "conflicting",
            Self::Outdated => "outdated",
        }
    }

    /// The word on screen where a package has none of its own, in English.
    pub fn label(self) -> &'static str {
        match self {
            Self::NotAddressed => "Does not say",
            Self::Declined => "Declined to say",
            Self::Abstained => "Abstained",
            Self::NotAsked => "Not asked",
            Self::NotResearched => "Not researched",
            Self::Conflicting => "Conflicting",
            Self::Outdated => "Outdated",
        }
    }

    /// The silence that `value` means, which is trimmed and folded already.
    pub(crate) fn find(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|silence| silence.value() == value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_a_level_or_a_silence() {
        for level in 0..MOST_LEVELS {
            assert_eq!(Stance::level(level as u8).kind(), StanceKind::Level(level));
        }
        for silence in Silence::ALL {
            assert_eq!(Stance::silence(silence).kind(), StanceKind::Silence(silence));
            assert_eq!(Silence::find(silence.value()), Some(silence));
        }
        assert_eq!(Stance::level(255).kind(), StanceKind::Level(MOST_LEVELS - 1));
    }
}
