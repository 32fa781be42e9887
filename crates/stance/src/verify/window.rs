//! A window that slides over the words of a source, to where it has most of a piece.

/// A word of a source.
pub struct Word {
    /// Which word it is.
    pub number: usize,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// A window over the words of a source: its first word, and how much of a piece is in it.
#[derive(Clone, Copy)]
pub struct Window {
    pub first: usize,
    pub worth: f64,
}

/// The words of a piece that are looked for, and those that a window has.
pub struct Sought {
    /// For each word of the sources, how often the piece has it, and the window.
    needed: Vec<(u32, u32)>,
    worth: Vec<f64>,
    length: usize,
}

impl Sought {
    /// Windows of `length` words over sources of so many `different` words; each word that is looked for with its worth.
    pub fn new(words: impl Iterator<Item = (usize, f64)>, different: usize, length: usize) -> Self {
        let mut sought = Self { needed: vec![(0, 0); different], worth: vec![0.0; different], length };
        for (number, worth) in words {
            sought.needed.get_mut(number).into_iter().for_each(|(needed, _)| *needed += 1);
            sought.worth.get_mut(number).into_iter().for_each(|of| *of = worth);
        }
        sought
    }

    /// The first of the windows over `words` that have most of the piece.
    pub fn best(&mut self, words: &[Word]) -> Option<Window> {
        self.needed.iter_mut().for_each(|(_, has)| *has = 0);
        let mut best: Option<Window> = None;
        let mut worth = 0.0;
        for (at, word) in words.iter().enumerate() {
            worth += self.enters(word.number);
            let first = (at + 1).saturating_sub(self.length);
            if best.is_none_or(|best| worth > best.worth + 1e-6) {
                best = Some(Window { first, worth });
            }
            if at + 1 >= self.length {
                worth -= words.get(first).map_or(0.0, |word| self.leaves(word.number));
            }
        }
        best
    }

    /// What a word adds to the window that it enters.
    fn enters(&mut self, number: usize) -> f64 {
        let Some((needed, has)) = self.needed.get_mut(number) else { return 0.0 };
        *has += 1;
        if *has <= *needed { self.worth.get(number).copied().unwrap_or_default() } else { 0.0 }
    }

    /// What a word takes from the window that it leaves.
    fn leaves(&mut self, number: usize) -> f64 {
        let Some((needed, has)) = self.needed.get_mut(number) else { return 0.0 };
        *has -= 1;
        if *has < *needed { self.worth.get(number).copied().unwrap_or_default() } else { 0.0 }
    }
}
