//! What is known of each two of some rows.

use crate::agreement::Agreement;
use crate::agreement::marks::Marks;
use crate::agreement::square::Square;

/// A distance of 1 in whole parts, so that sums are exact and what is equally far is found equal.
const WHOLE: f32 = (1 << 20) as f32;

/// Distances of rows: one minus their agreement.
pub(super) struct Pairs {
    /// The rows that have an agreement with another, by their place among those given.
    pub rows: Vec<usize>,
    /// The other rows.
    pub others: Vec<usize>,
    /// How far these rows are apart, in parts of [`WHOLE`], by their place in `rows`. Pairs without an agreement are as
    /// far apart as others are on average.
    pub distances: Square<u64>,
    /// The share of pairs with an agreement among all pairs of rows that take a stance.
    pub known: f32,
    /// On how many concerns an agreement rests on average.
    pub on: f64,
}

impl Pairs {
    pub(super) fn new(marks: &Marks) -> Self {
        let count = marks.rows().count();
        let mut agreements: Square<Option<Agreement>> = Square::new(count);
        let (mut known, mut apart, mut on) = (0_u64, 0, 0);
        for (a, row) in marks.rows().enumerate() {
            for (b, other) in marks.rows().enumerate().take(a) {
                let Some(agreement) = marks.agreement(row, other) else { continue };
                agreements.set(a, b, Some(agreement));
                agreements.set(b, a, Some(agreement));
                (known, apart, on) = (known + 1, apart + distance(agreement), on + u64::from(agreement.on));
            }
        }
        let (rows, others): (Vec<_>, Vec<_>) = (0..count).partition(|&row| (0..count).any(|other| agreements.get(row, other).is_some()));
        let mean = apart / known.max(1);
        let mut distances = Square::new(rows.len());
        for (a, &row) in rows.iter().enumerate() {
            for (b, &other) in rows.iter().enumerate().filter(|&(b, _)| b != a) {
                distances.set(a, b, agreements.get(row, other).map_or(mean, distance));
            }
        }
        let saying = marks.rows().filter(|row| row.iter().any(|word| *word > 0)).count();
        let all = (saying * saying.saturating_sub(1) / 2).max(1);
        Self { rows, others, distances, known: known as f32 / all as f32, on: on as f64 / known.max(1) as f64 }
    }
}

fn distance(agreement: Agreement) -> u64 {
    ((1.0 - agreement.share) * WHOLE) as u64
}
