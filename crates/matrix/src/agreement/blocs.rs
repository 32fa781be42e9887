//! Which branches of the tree are blocs.
//!
//! Cut at some height, the tree falls into branches. How clear a branch is says the mean fit of its rows (silhouette,
//! Rousseeuw 1987). It is a bloc if it has two rows or more and this mean is
//! - at least a quarter, below which there is no structure to speak of (Kaufman and Rousseeuw 1990), and
//! - four times what chance does to a row of it. Two rows that take each stance as often as it occurs here, but by
//!   chance, are nearer or farther than the mean by a spread that shrinks with the root of the number of concerns; the
//!   distance to all other rows of a branch shrinks with the root of their number, too. So few concerns make no bloc,
//!   and two rows alone need more of them than ten do.
//!
//! Of all heights, the one is taken at which the fits of all rows in blocs add up to most; of equal ones the lowest.

use crate::agreement::tree::Tree;

/// The mean fit that a bloc has at least.
const CLEAR: f64 = 0.25;
/// How many times more than chance its fit must be. In made matrices of 20 rows that have no blocs, three finds some in up to
/// two of five, four in at most one of twenty.
const CERTAIN: f64 = 4.0;

/// The clearest blocs seen so far.
pub(super) struct Blocs {
    /// What chance does to the distance of two rows, as a share of the mean distance.
    chance: f64,
    sum: f64,
    /// The rows of each bloc.
    blocs: Vec<Vec<usize>>,
}

impl Blocs {
    /// None yet. `chance` is that of one concern, and a distance rests on so many.
    pub(super) fn new(chance: f64, on: f64) -> Self {
        Self { chance: chance / on.sqrt(), sum: 0.0, blocs: Vec::new() }
    }

    /// Takes the blocs of the tree as it stands, if they are clearer.
    pub(super) fn weigh(&mut self, tree: &Tree) {
        let (mut sum, mut blocs) = (0.0, Vec::new());
        for &(branch, size) in tree.branches().iter().filter(|(_, size)| *size > 1) {
            let rows = tree.rows(branch);
            let fit: f64 = rows.iter().map(|&row| tree.fit(row, branch)).sum();
            let least = (CERTAIN * self.chance / ((size - 1) as f64).sqrt()).max(CLEAR);
            if fit >= least * size as f64 {
                sum += fit;
                blocs.push(rows);
            }
        }
        if sum > self.sum {
            (self.sum, self.blocs) = (sum, blocs);
        }
    }

    /// Whether two rows are in one bloc.
    pub(super) fn joins(&self, a: usize, b: usize) -> bool {
        self.blocs.iter().any(|bloc| bloc.contains(&a) && bloc.contains(&b))
    }
}

/// The standard deviation of the distance between two stances taken by chance, as a share of its mean. `counts` says how
/// often each level occurs.
pub(super) fn chance(counts: &[usize]) -> f64 {
    let (mut all, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for (a, &times) in counts.iter().enumerate() {
        for (b, &others) in counts.iter().enumerate() {
            let (pairs, steps) = (times as f64 * others as f64, a.abs_diff(b) as f64);
            all += pairs;
            sum += pairs * steps;
            squares += pairs * steps * steps;
        }
    }
    (squares * all / (sum * sum) - 1.0).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_known_of_a_coin_and_of_dice() {
        let check = |times: &[usize], expected: f64| assert!((chance(times) - expected).abs() < 1e-9, "{times:?}: {}", chance(times));
        // Heads and tails: 0 or 1, each half of the time.
        check(&[5, 5], 1.0);
        check(&[1, 0, 1], 1.0);
        // Five levels, evenly: a mean of 8/5 steps, a mean square of 4.
        check(&[2; 5], 0.75);
    }

    #[test]
    fn one_stance_only_leaves_no_room_for_blocs() {
        assert!(chance(&[7]).is_nan() && chance(&[]).is_nan());
    }
}
