//! What is known of each two of some rows.

use crate::agreement::marks::Marks;
use crate::agreement::square::Square;

/// A distance of 1 in whole parts, so that sums are exact and what is equally far is found equal.
const WHOLE: f32 = (1 << 20) as f32;
/// Stands for a distance that is not known.
const UNKNOWN: u64 = u64::MAX;

/// Distances of rows: one minus their agreement.
pub(super) struct Pairs {
    /// The rows that have an agreement with another.
    pub rows: Vec<u32>,
    /// The other rows.
    pub others: Vec<u32>,
    /// How far these rows are apart, in parts of [`WHOLE`], by their place in `rows`. Pairs without an agreement are as
    /// far apart as others are on average.
    pub distances: Square,
    /// The same of all rows that were given, and [`UNKNOWN`] where it is.
    all: Square,
    /// The places of `rows` among those.
    places: Vec<usize>,
    /// The share of pairs with an agreement among all pairs of rows that take a stance.
    pub known: f32,
    /// On how many concerns an agreement rests on average.
    pub on: f64,
}

impl Pairs {
    pub(super) fn new(marks: &Marks, given: &[u32]) -> Self {
        let count = given.len();
        let mut all = Square::new(count);
        let (mut known, mut apart, mut on) = (0, 0, 0);
        for a in 0..count {
            for b in 0..a {
                let agreement = marks.agreement(a, b);
                let distance = agreement.map_or(UNKNOWN, |agreement| ((1.0 - agreement.share) * WHOLE) as u64);
                all.set(a, b, distance);
                all.set(b, a, distance);
                if let Some(agreement) = agreement {
                    (known, apart, on) = (known + 1, apart + distance, on + u64::from(agreement.on));
                }
            }
        }
        let mean = apart / known.max(1);
        let (mut places, mut rows, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (place, &row) in given.iter().enumerate() {
            if (0..count).any(|other| other != place && all.get(place, other) < UNKNOWN) {
                places.push(place);
                rows.push(row);
            } else {
                others.push(row);
            }
        }
        let mut distances = Square::new(rows.len());
        for (a, &row) in places.iter().enumerate() {
            for (b, &other) in places.iter().enumerate() {
                let distance = all.get(row, other);
                distances.set(a, b, if distance < UNKNOWN { distance } else { mean });
            }
        }
        let saying = (0..count).filter(|&row| marks.row(row).iter().any(|word| *word > 0)).count() as u64;
        let pairs = (saying * saying.saturating_sub(1) / 2).max(1);
        let (known, on) = (known as f32 / pairs as f32, on as f64 / known.max(1) as f64);
        Self { rows, others, distances, all, places, known, on }
    }

    /// By how much two of `rows` agree on average, of those pairs that have an agreement and are `wanted`; 0 where none is.
    pub(super) fn mean(&self, wanted: impl Fn(usize, usize) -> bool) -> f32 {
        let (mut apart, mut count) = (0, 0);
        for (a, &row) in self.places.iter().enumerate() {
            for (b, &other) in self.places.iter().enumerate().take(a) {
                let distance = self.all.get(row, other);
                if distance < UNKNOWN && wanted(a, b) {
                    (apart, count) = (apart + distance, count + 1);
                }
            }
        }
        if count == 0 { 0.0 } else { 1.0 - apart as f32 / count as f32 / WHOLE }
    }
}
