//! A table with a number for each two rows.

/// Numbers by two places, both from 0 to below the side.
#[derive(Clone)]
pub(super) struct Square {
    side: usize,
    values: Vec<u64>,
}

impl Square {
    /// A table of zeros.
    pub(super) fn new(side: usize) -> Self {
        Self { side, values: vec![0; side * side] }
    }

    /// How many places there are.
    pub(super) fn side(&self) -> usize {
        self.side
    }

    /// The number at two places; zero beyond the last.
    pub(super) fn get(&self, a: usize, b: usize) -> u64 {
        self.values.get(a * self.side + b).copied().unwrap_or_default()
    }

    /// Puts a number there.
    pub(super) fn set(&mut self, a: usize, b: usize, value: u64) {
        if let Some(place) = self.values.get_mut(a * self.side + b) {
            *place = value;
        }
    }
}
