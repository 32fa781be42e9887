//! Which row or column of one matrix is which of the other.

use std::collections::{BTreeMap, HashMap};

use matrix::{Axis, Matrix, Noun, Statement, axis_fields, slug};

use super::{Field, Named, What};

/// A row or a column in both matrices, or in one of them.
pub(super) struct Pair {
    pub old: Option<usize>,
    pub new: Option<usize>,
    pub named: Named,
}

impl Pair {
    fn of(old: Option<usize>, new: Option<usize>, axes: (&Axis, &Axis)) -> Self {
        let named = |axis: &Axis, place: usize| Named { id: axis.id(place).into(), name: axis.name(place).into() };
        let now = new.map(|place| named(axes.1, place)).or_else(|| old.map(|place| named(axes.0, place)));
        Self { old, new, named: now.unwrap_or(Named { id: String::new(), name: String::new() }) }
    }

    /// What changed in what is said of it; `noun` is what it is, `group` the header of its group.
    pub fn changes(&self, old: &Axis, new: &Axis, noun: Noun, group: &str) -> Vec<What> {
        match (self.old, self.new) {
            (Some(was), Some(is)) => {
                let (before, now) = (axis_fields(old, was, group), axis_fields(new, is, group));
                fields(&before, &now).into_iter().map(What::Field).collect()
            }
            (None, _) => vec![What::Added(noun)],
            (_, None) => vec![What::Removed(noun)],
        }
    }
}

/// The columns that differ between two records, in the order of the later one.
pub(super) fn fields(old: &[(&str, &str)], new: &[(&str, &str)]) -> Vec<Field> {
    let of = |fields: &[(&str, &str)], name: &str| fields.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text).to_string();
    let gone = old.iter().filter(|(name, _)| !new.iter().any(|(known, _)| known == name));
    new.iter().chain(gone).filter_map(|(name, _)| Field::changed(name, &of(old, name), &of(new, name))).collect()
}

/// The rows, or the columns, of both: the later ones in their order, then those that are gone. The same one has the
/// same id; else the same name; else most of the same statements, since in a table of its own an id comes from the name.
pub(super) fn paired(old: &Matrix, new: &Matrix, is_row: bool) -> Vec<Pair> {
    let axes = if is_row { (old.rows(), new.rows()) } else { (old.columns(), new.columns()) };
    let mut partners: Vec<Option<usize>> = vec![None; axes.1.len()];
    let mut taken = vec![false; axes.0.len()];
    for key in [|axis: &Axis, place: usize| axis.id(place).to_string(), |axis: &Axis, place: usize| slug(axis.name(place))] {
        // Of several with the same name the first counts.
        let left = (0..axes.0.len()).rev().filter(|&was| !is_true(&taken, was));
        let mut places: HashMap<String, usize> = left.map(|was| (key(axes.0, was), was)).collect();
        for (is, partner) in partners.iter_mut().enumerate().filter(|(_, partner)| partner.is_none()) {
            *partner = places.remove(&key(axes.1, is));
            set(&mut taken, *partner);
        }
    }
    let place = |statement: &Statement| if is_row { statement.row() } else { statement.column() };
    let alone: Vec<bool> = partners.iter().map(Option::is_some).collect();
    for (was, is) in renamed((old, &taken), (new, &alone), &place) {
        partners.get_mut(is).into_iter().for_each(|partner| *partner = Some(was));
        set(&mut taken, Some(was));
    }
    let later = partners.iter().enumerate().map(|(is, was)| Pair::of(*was, Some(is), axes));
    let gone = (0..axes.0.len()).filter(|&was| !is_true(&taken, was)).map(|was| Pair::of(Some(was), None, axes));
    later.chain(gone).collect()
}

fn is_true(marks: &[bool], place: usize) -> bool {
    marks.get(place).copied().unwrap_or_default()
}

fn set(marks: &mut [bool], place: Option<usize>) {
    place.and_then(|place| marks.get_mut(place)).into_iter().for_each(|mark| *mark = true);
}

/// Those without a partner that share more than half of their statements, among the words that only they have.
fn renamed(old: (&Matrix, &[bool]), new: (&Matrix, &[bool]), place: &dyn Fn(&Statement) -> usize) -> Vec<(usize, usize)> {
    let (before, now) = (words(old.0, old.1, place), words(new.0, new.1, place));
    let count = |words: &HashMap<(&str, &str), Option<usize>>| {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        words.values().flatten().for_each(|&place| *counts.entry(place).or_default() += 1);
        counts
    };
    let (before_counts, now_counts) = (count(&before), count(&now));
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (words, was) in &before {
        if let (Some(was), Some(Some(is))) = (was, now.get(words)) {
            *shared.entry((*was, *is)).or_default() += 1;
        }
    }
    let most = |(was, is): (usize, usize)| before_counts.get(&was).max(now_counts.get(&is)).copied().unwrap_or_default();
    shared.into_iter().filter(|&(pair, shared)| shared * 2 > most(pair)).map(|(pair, _)| pair).collect()
}

/// The words of the statements about rows or columns that have no partner, and whose they are: nobody's where several
/// have the same.
fn words<'a>(matrix: &'a Matrix, is_partnered: &[bool], place: &dyn Fn(&Statement) -> usize) -> HashMap<(&'a str, &'a str), Option<usize>> {
    let mut words: HashMap<_, Option<usize>> = HashMap::new();
    for statement in (0..matrix.len()).map(|index| matrix.statement(index)) {
        let (said, place) = ((statement.quote(), statement.text()), place(&statement));
        if said != ("", "") && !is_true(is_partnered, place) {
            words.entry(said).and_modify(|whose| *whose = whose.filter(|known| *known == place)).or_insert(Some(place));
        }
    }
    words
}
