//! Which statement of a cell is which of its later state: those that are the same in all; then those with the same
//! words; then, the most alike first, those that share most words, or some words, speaker, date and source.

use std::collections::{HashMap, HashSet};

use matrix::{Matrix, Statement, statement_fields};

/// The statements of a cell, by their places.
pub(super) struct Pairs {
    /// In both, changed or not, in the later order.
    pub same: Vec<(usize, usize)>,
    pub added: Vec<usize>,
    pub removed: Vec<usize>,
}

/// More pairs than this are not held against each other; what is left counts as removed and added.
const MOST_PAIRS: usize = 10_000;

/// Pairs the statements of a cell, given by their places in the old and the new matrix.
pub(super) fn pairs(old: &Matrix, new: &Matrix, left: &[usize], right: &[usize]) -> Pairs {
    let mut pairs = Pairs { same: Vec::new(), added: right.to_vec(), removed: left.to_vec() };
    pairs.by_key(&|index| own(old, index), &|index| own(new, index));
    let words = |matrix: &'_ Matrix, index: usize| {
        let statement = matrix.statement(index);
        vec![statement.quote().to_string(), statement.text().to_string()]
    };
    pairs.by_key(&|index| words(old, index), &|index| words(new, index));
    pairs.by_likeness(old, new);
    pairs.same.sort_by_key(|&(_, is)| is);
    pairs
}

/// All of a statement but its cell, by the names of its columns.
fn own(matrix: &Matrix, index: usize) -> Vec<String> {
    let mut fields: Vec<String> = statement_fields(matrix, index)
        .into_iter()
        .skip(2)
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| format!("{name}\u{0}{text}"))
        .collect();
    fields.sort_unstable();
    fields
}

impl Pairs {
    /// Takes pairs out that have the same key, the first with the first.
    fn by_key(&mut self, old: &dyn Fn(usize) -> Vec<String>, new: &dyn Fn(usize) -> Vec<String>) {
        let mut places: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        self.removed.iter().rev().for_each(|&was| places.entry(old(was)).or_default().push(was));
        let found: Vec<(usize, usize)> = self.added.iter().filter_map(|&is| Some((places.get_mut(&new(is))?.pop()?, is))).collect();
        self.take(&found);
    }

    fn take(&mut self, found: &[(usize, usize)]) {
        let (old, new): (HashSet<usize>, HashSet<usize>) = found.iter().copied().unzip();
        self.removed.retain(|was| !old.contains(was));
        self.added.retain(|is| !new.contains(is));
        self.same.extend(found);
    }

    fn by_likeness(&mut self, old: &Matrix, new: &Matrix) {
        if self.removed.len().saturating_mul(self.added.len()) > MOST_PAIRS {
            return;
        }
        let mut alike: Vec<(u32, usize, usize)> = Vec::new();
        for &was in &self.removed {
            for &is in &self.added {
                alike.extend(likeness(&old.statement(was), &new.statement(is)).map(|likeness| (likeness, was, is)));
            }
        }
        // The order of the file decides among equals.
        alike.sort_by_key(|&(likeness, was, is)| (std::cmp::Reverse(likeness), was, is));
        let mut taken: (HashSet<usize>, HashSet<usize>) = Default::default();
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (_, was, is) in alike {
            if !taken.0.contains(&was) && !taken.1.contains(&is) {
                taken.0.insert(was);
                taken.1.insert(is);
                found.push((was, is));
            }
        }
        self.take(&found);
    }
}

/// How alike two statements are, if they may be the same one.
fn likeness(old: &Statement, new: &Statement) -> Option<u32> {
    let words = |one: &Statement| format!("{} {}", one.quote(), one.text());
    let (before, now) = (words(old), words(new));
    let is_same = |was: &str, is: &str| u32::from(!was.is_empty() && was == is);
    let origin = is_same(old.speaker(), new.speaker()) * 100
        + is_same(old.date(), new.date()) * 100
        + u32::from((old.source(), old.url()) == (new.source(), new.url())) * 50;
    let shared = shared(&before, &now);
    let (is_bare, was_bare) = (now.trim().is_empty(), before.trim().is_empty());
    let is_one = match (was_bare, is_bare) {
        (true, true) => true,
        (false, false) => shared >= 50 || (shared >= 20 && origin >= 200),
        _ => origin >= 200,
    };
    is_one.then_some(shared * 4 + origin)
}

/// The share of words, in percent, that two texts have in common.
fn shared(old: &str, new: &str) -> u32 {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    old.split_whitespace().for_each(|word| *counts.entry(word).or_default() += 1);
    let all = old.split_whitespace().count() + new.split_whitespace().count();
    let common = new.split_whitespace().filter(|word| match counts.get_mut(word) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    });
    let common = common.count() * 2;
    u32::try_from(common * 100 / all.max(1)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn words_in_common() {
        let check = |old: &str, new: &str, expected: u32| assert_eq!(shared(old, new), expected, "{old} | {new}");
        check("we will not give up", "we will not give up", 100);
        check("we will not give up", "we shall not give up", 80);
        check("the the lake", "the lake", 80);
        check("yes", "no", 0);
        check("", "", 0);
    }
}
