//! Rows that agree, brought together step by step: the two branches between whose rows the distance is least on average
//! become one (average linkage), until there is one. Distances are whole numbers, so that sums are exact and equal
//! means are equal; of equally near pairs of branches the one is taken whose first rows come first in the author's order.

use crate::agreement::square::Square;

/// The branches at one step. A branch has the place of its first row.
pub(super) struct Tree {
    /// The branch that each row is in.
    branch: Vec<usize>,
    /// How many rows each branch has; none once it is part of another.
    sizes: Vec<usize>,
    /// The sum of the distances of a row, the first place, to those of a branch.
    sums: Square<u64>,
    /// The sum of the distances between the rows of two branches.
    between: Square<u64>,
}

impl Tree {
    /// Each row by itself.
    pub(super) fn new(distances: &Square<u64>) -> Self {
        let rows = distances.side();
        Self { branch: (0..rows).collect(), sizes: vec![1; rows], sums: distances.clone(), between: distances.clone() }
    }

    /// The rows of a branch, in the author's order.
    pub(super) fn rows(&self, branch: usize) -> Vec<usize> {
        (0..).zip(&self.branch).filter(|&(_, of)| *of == branch).map(|(row, _)| row).collect()
    }

    /// The branches there are, each with how many rows it has.
    pub(super) fn branches(&self) -> impl Iterator<Item = (usize, usize)> + Clone {
        (0..).zip(self.sizes.iter().copied()).filter(|&(_, size)| size > 0)
    }

    /// The two nearest branches, and their mean distance; none where all is one.
    pub(super) fn nearest(&self) -> Option<(usize, usize, f64)> {
        let mut nearest: Option<(usize, usize, f64)> = None;
        for (a, size) in self.branches() {
            for (b, other) in self.branches().skip_while(|&(b, _)| b <= a) {
                let mean = self.between.get(a, b) as f64 / (size * other) as f64;
                if nearest.is_none_or(|(_, _, least)| mean < least) {
                    nearest = Some((a, b, mean));
                }
            }
        }
        nearest
    }

    /// Makes `b` a part of `a`, which comes before it.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        for row in 0..self.sizes.len() {
            self.sums.set(row, a, self.sums.get(row, a) + self.sums.get(row, b));
            let sum = self.between.get(row, a) + self.between.get(row, b);
            self.between.set(row, a, sum);
            self.between.set(a, row, sum);
        }
        self.branch.iter_mut().filter(|branch| **branch == b).for_each(|branch| *branch = a);
        let size = self.sizes.get_mut(b).map(std::mem::take).unwrap_or_default();
        self.sizes.get_mut(a).into_iter().for_each(|all| *all += size);
    }

    /// How well a row sits in its branch (its silhouette, Rousseeuw 1987): from 1, where it is far nearer to the other
    /// rows of its branch than to those of the next, over 0 to -1, where it is the other way round.
    pub(super) fn fit(&self, row: usize, branch: usize) -> f64 {
        let mean = |of: usize, size: usize| self.sums.get(row, of) as f64 / size as f64;
        let (mut own, mut next) = (0.0, f64::INFINITY);
        for (of, size) in self.branches() {
            if of == branch {
                own = mean(of, size - 1);
            } else {
                next = next.min(mean(of, size));
            }
        }
        if own == next { 0.0 } else { (next - own) / own.max(next) }
    }
}
