//! Rows that agree, brought together step by step: the two branches between whose rows the distance is least on average
//! become one (average linkage), until there is one. Distances are whole numbers, so that sums are exact and equal
//! means are equal; of equally near pairs of branches the one is taken whose first rows come first in the author's order.
//!
//! By hand, since `kodama` promises no order of equal pairs, which here is the author's, and alone takes more code than
//! all of this.

use crate::agreement::square::Square;

/// The branches at one step. A branch has the place of its first row.
pub(super) struct Tree {
    /// The branch that each row is in.
    branch: Vec<usize>,
    /// The branches there are, in the order of their places, each with how many rows it has.
    branches: Vec<(usize, usize)>,
    /// The sum of the distances of a row, the first place, to those of a branch.
    sums: Square,
    /// The sum of the distances between the rows of two branches.
    between: Square,
}

impl Tree {
    /// Each row by itself.
    pub(super) fn new(distances: &Square) -> Self {
        let rows = 0..distances.side();
        let branches = rows.clone().map(|row| (row, 1)).collect();
        Self { branch: rows.collect(), branches, sums: distances.clone(), between: distances.clone() }
    }

    /// The rows of a branch, in the author's order.
    pub(super) fn rows(&self, branch: usize) -> Vec<usize> {
        (0..).zip(&self.branch).filter(|&(_, of)| *of == branch).map(|(row, _)| row).collect()
    }

    /// The branches there are, each with how many rows it has.
    pub(super) fn branches(&self) -> &[(usize, usize)] {
        &self.branches
    }

    /// The two nearest branches, and their mean distance; none where all is one.
    pub(super) fn nearest(&self) -> Option<(usize, usize, f64)> {
        let mut nearest: Option<(usize, usize, f64)> = None;
        for (at, &(a, size)) in self.branches.iter().enumerate() {
            for &(b, other) in self.branches.iter().skip(at + 1) {
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
        for row in 0..self.branch.len() {
            self.sums.set(row, a, self.sums.get(row, a) + self.sums.get(row, b));
            let sum = self.between.get(row, a) + self.between.get(row, b);
            self.between.set(row, a, sum);
            self.between.set(a, row, sum);
        }
        self.branch.iter_mut().filter(|branch| **branch == b).for_each(|branch| *branch = a);
        let size = self.rows(a).len();
        self.branches.retain(|&(branch, _)| branch != b);
        self.branches.iter_mut().filter(|(branch, _)| *branch == a).for_each(|(_, rows)| *rows = size);
    }

    /// How well a row sits in its branch (its silhouette, Rousseeuw 1987): from 1, where it is far nearer to the other
    /// rows of its branch than to those of the next, over 0 to -1, where it is the other way round.
    pub(super) fn fit(&self, row: usize, branch: usize) -> f64 {
        let (mut own, mut next) = (0.0, f64::INFINITY);
        for &(of, size) in &self.branches {
            let sum = self.sums.get(row, of) as f64;
            if of == branch {
                own = sum / (size - 1) as f64;
            } else if sum < next * size as f64 {
                next = sum / size as f64;
            }
        }
        if own == next { 0.0 } else { (next - own) / own.max(next) }
    }
}
