//! The order in which neighbours agree most, for a given tree of rows: optimal leaf ordering (Bar-Joseph, Gifford and
//! Jaakkola 2001).
//!
//! A tree leaves open which branch of each fork stands first. Of all orders it allows, the one is taken in which the
//! distances between neighbours add up to least; of equal ones that in which the fewest pairs of rows stand the other way
//! round than in the author's order, which also decides between an order and its mirror; of orders that are equal in this
//! too, the one whose rows at each join come first in the author's order.

use crate::agreement::square::Square;

/// What a distance weighs against a pair of rows that stand the other way round: more than all such pairs together.
const WEIGHT: u64 = 1 << 32;

/// The best orders of every branch so far, by the rows at their ends.
pub(super) struct Orders {
    /// The cost of the best order from one row to another, where they are the ends of a branch.
    costs: Square,
    /// The two rows in the middle of that order, where its halves meet: one in the upper half of the bits, one
    /// in the lower.
    joins: Square,
    /// The rows at which the branch that a row is in can end when it begins with that row.
    ends: Vec<Vec<usize>>,
}

impl Orders {
    /// Each of so many rows by itself.
    pub(super) fn new(rows: usize) -> Self {
        Self { costs: Square::new(rows), joins: Square::new(rows), ends: (0..rows).map(|row| vec![row]).collect() }
    }

    /// Makes one branch of two; their rows are in the author's order.
    pub(super) fn join(&mut self, distances: &Square, a: &[usize], b: &[usize]) {
        self.put(distances, a, b);
        self.put(distances, b, a);
        for (from, to) in [(a, b), (b, a)] {
            for &row in from {
                if let Some(ends) = self.ends.get_mut(row) {
                    *ends = to.to_vec();
                }
            }
        }
    }

    /// The best orders in which `left` stands before `right`.
    fn put(&mut self, distances: &Square, left: &[usize], right: &[usize]) {
        let turned: usize = left.iter().map(|row| right.iter().filter(|other| *other < row).count()).sum();
        for &first in left {
            // To each row of the right branch, the best way that leads through the left one.
            let mut ways = vec![(0, 0); self.ends.len()];
            for &middle in right {
                let way = |&last: &usize| (self.costs.get(first, last) + WEIGHT * distances.get(last, middle), last);
                let best = self.ends_of(first).iter().map(way).min().unwrap_or_default();
                ways.get_mut(middle).into_iter().for_each(|way| *way = best);
            }
            for &last in right {
                let whole = |&middle: &usize| {
                    let (cost, before) = ways.get(middle).copied().unwrap_or_default();
                    (cost + self.costs.get(middle, last), before, middle)
                };
                let (cost, before, middle) = self.ends_of(last).iter().map(whole).min().unwrap_or_default();
                self.costs.set(first, last, cost + turned as u64);
                self.joins.set(first, last, (before as u64) << 32 | middle as u64);
            }
        }
    }

    /// The best order of the branch that all rows are in now.
    pub(super) fn best(&self) -> Vec<usize> {
        let mut open = Vec::new();
        let mut least = u64::MAX;
        for first in 0..self.ends.len() {
            for &last in self.ends_of(first) {
                if self.costs.get(first, last) < least {
                    least = self.costs.get(first, last);
                    open = vec![(first, last)];
                }
            }
        }
        let mut order = Vec::new();
        while let Some((first, last)) = open.pop() {
            if first == last {
                order.push(first);
            } else {
                let join = self.joins.get(first, last);
                open.push((join as u32 as usize, last));
                open.push((first, (join >> 32) as usize));
            }
        }
        order
    }

    fn ends_of(&self, row: usize) -> &[usize] {
        self.ends.get(row).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::*;
    use crate::agreement::tree::Tree;

    /// All orders that a tree allows.
    enum Branch {
        Row(usize),
        Fork(Box<Branch>, Box<Branch>),
    }

    impl Branch {
        fn orders(&self) -> Vec<Vec<usize>> {
            let Self::Fork(a, b) = self else {
                let Self::Row(row) = self else { unreachable!() };
                return vec![vec![*row]];
            };
            let (a, b) = (a.orders(), b.orders());
            a.iter().flat_map(|a| b.iter().flat_map(|b| [[&a[..], b].concat(), [&b[..], a].concat()])).collect()
        }
    }

    fn cost(distances: &Square, order: &[usize]) -> (u64, usize) {
        let length = order.windows(2).map(|two| distances.get(two[0], two[1])).sum();
        let turned = order.iter().enumerate().map(|(place, row)| order[place..].iter().filter(|later| *later < row).count()).sum();
        (length, turned)
    }

    #[test]
    fn no_order_of_the_tree_is_better() {
        for seed in 0..200 {
            let mut random = Rng::with_seed(seed);
            // Few different distances, so that many orders are equally long.
            let (count, most) = (random.usize(2..9), random.u64(1..12));
            let mut distances = Square::new(count);
            for (a, b) in (0..count).flat_map(|a| (0..a).map(move |b| (a, b))) {
                let distance = random.u64(0..=most);
                distances.set(a, b, distance);
                distances.set(b, a, distance);
            }
            let (mut tree, mut orders) = (Tree::new(&distances), Orders::new(count));
            let mut branches: Vec<Option<Branch>> = (0..count).map(|row| Some(Branch::Row(row))).collect();
            while let Some((a, b, _)) = tree.nearest() {
                let fork = Branch::Fork(Box::new(branches[a].take().unwrap()), Box::new(branches[b].take().unwrap()));
                branches[a] = Some(fork);
                orders.join(&distances, &tree.rows(a), &tree.rows(b));
                tree.join(a, b);
            }
            let least = branches[0].as_ref().unwrap().orders().iter().map(|order| cost(&distances, order)).min().unwrap();
            assert_eq!(cost(&distances, &orders.best()), least, "{seed}");
        }
    }
}
