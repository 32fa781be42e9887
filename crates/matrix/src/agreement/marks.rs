//! Stances as bits, so that sixty-four concerns of two rows are compared at once.
//!
//! For each level of the scale there is a bit: whether the stance is at that level or beyond it. The bits of the first
//! level thus say who takes a stance at all, and the bits that differ between two stances are as many as the steps
//! between them.

use crate::agreement::{Agreement, FEWEST, Stances};

/// The stances of some rows on some concerns.
pub(super) struct Marks {
    /// Row by row; in a row, for every sixty-four concerns a word for each level.
    words: Vec<u64>,
    /// Words in a row, at least one.
    width: usize,
    levels: usize,
}

impl Marks {
    pub(super) fn new(stances: &Stances, rows: &[u32], columns: &[u32]) -> Self {
        let levels = stances.levels.max(1);
        let width = levels * columns.len().div_ceil(64).max(1);
        let mut words = Vec::with_capacity(rows.len() * width);
        for (end, &row) in (1..).zip(rows) {
            for some in columns.chunks(64) {
                let start = words.len();
                words.resize(start + levels, 0_u64);
                for (bit, &column) in some.iter().enumerate() {
                    if let Some(level) = stances.level(row, column) {
                        words.iter_mut().skip(start).take(level + 1).for_each(|word| *word |= 1 << bit);
                    }
                }
            }
            words.resize(end * width, 0);
        }
        Self { words, width, levels }
    }

    /// The bits of a row, by its place among those given.
    pub(super) fn row(&self, place: usize) -> &[u64] {
        self.words.get(place * self.width..(place + 1) * self.width).unwrap_or_default()
    }

    /// The agreement of two rows.
    pub(super) fn agreement(&self, a: usize, b: usize) -> Option<Agreement> {
        let (mut on, mut apart) = (0, 0);
        for (a, b) in self.row(a).chunks_exact(self.levels).zip(self.row(b).chunks_exact(self.levels)) {
            let ([said_a, a @ ..], [said_b, b @ ..]) = (a, b) else { continue };
            let both = said_a & said_b;
            on += both.count_ones();
            for (a, b) in a.iter().zip(b) {
                apart += ((a ^ b) & both).count_ones();
            }
        }
        let most = on * (self.levels as u32 - 1).max(1);
        (on >= FEWEST).then(|| Agreement { share: (most - apart) as f32 / most as f32, on })
    }
}
