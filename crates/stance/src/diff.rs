//! `stance diff`: what changed between two states of a matrix, cell by cell, in words that a corrections editor can
//! use. The order of statements alone is no change, nor is that of rows and columns.

mod axes;
mod package;
mod pairs;
mod said;
mod statements;
mod write;

use matrix::{Matrix, Noun, Position};

use axes::{Pair, paired};
use pairs::pairs;
pub use statements::Described;
use statements::{changed_fields, described};
pub use write::{Format, write};

/// Something that changed, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The row, where it is about one or about a cell.
    pub row: Option<Named>,
    /// The column likewise.
    pub column: Option<Named>,
    /// What changed.
    pub what: What,
}

/// The id and the name of a row or a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What changed.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A row or a column is new.
    Added(Noun),
    /// A row or a column is gone.
    Removed(Noun),
    /// What the package, a row or a column says of itself.
    Field(Field),
    /// The stance that a cell shows, in its words: none where the cell was not or is no longer there.
    Stance {
        /// Before.
        old: Option<String>,
        /// Now.
        new: Option<String>,
        /// The statement that brought it, where it has words.
        by: Option<Described>,
    },
    /// A statement is new.
    StatementAdded(Described),
    /// A statement is gone.
    StatementRemoved(Described),
    /// A field of a statement.
    Statement(Described, Field),
}

/// A text before and now; empty where there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What it is called.
    pub name: String,
    /// Before.
    pub old: String,
    /// Now.
    pub new: String,
}

impl Field {
    /// A text that changed; none where it is the same.
    fn changed(name: &str, old: &str, new: &str) -> Option<Self> {
        (old != new).then(|| Self { name: name.into(), old: old.into(), new: new.into() })
    }
}

/// All that changed from `old` to `new`: the package, rows and columns, then each cell, in the order of `new`; what is
/// gone comes last.
pub fn diff(old: &Matrix, new: &Matrix) -> Vec<Change> {
    let about = |row: Option<Named>, column: Option<Named>| move |what: What| Change { row: row.clone(), column: column.clone(), what };
    let mut changes: Vec<Change> = package::changes(old, new).into_iter().map(What::Field).map(about(None, None)).collect();
    let (rows, columns) = (paired(old, new, true), paired(old, new, false));
    for row in &rows {
        changes.extend(row.changes(old.rows(), new.rows(), new.noun(), "group").into_iter().map(about(Some(row.named.clone()), None)));
    }
    for column in &columns {
        changes.extend(
            column
                .changes(old.columns(), new.columns(), new.column_noun(), "theme")
                .into_iter()
                .map(about(None, Some(column.named.clone()))),
        );
    }
    for row in &rows {
        for column in &columns {
            let what = cell(old, new, row, column);
            changes.extend(what.into_iter().map(about(Some(row.named.clone()), Some(column.named.clone()))));
        }
    }
    changes
}

/// What changed in a cell.
fn cell(old: &Matrix, new: &Matrix, row: &Pair, column: &Pair) -> Vec<What> {
    let before = row.old.zip(column.old).map(|(row, column)| old.position(row, column));
    let now = row.new.zip(column.new).map(|(row, column)| new.position(row, column));
    let all = |position: &Option<Position>| position.iter().flat_map(|position| position.statements().map(|one| one.index())).collect();
    let (left, right): (Vec<usize>, Vec<usize>) = (all(&before), all(&now));
    if left.is_empty() && right.is_empty() {
        return Vec::new();
    }
    let pairs = pairs(old, new, &left, &right);
    let mut what: Vec<What> = Vec::new();
    for &(was, is) in &pairs.same {
        what.extend(changed_fields(old, was, new, is).into_iter().map(|field| What::Statement(described(new, is), field)));
    }
    what.extend(pairs.added.iter().map(|&is| What::StatementAdded(described(new, is))));
    what.extend(pairs.removed.iter().map(|&was| What::StatementRemoved(described(old, was))));
    let stance = stance(old, new, before, now);
    // What a statement's own stance did is told by that of the cell, where it is the same.
    let told = |what: &What| match (&stance, what) {
        (Some(What::Stance { old, new, .. }), What::Statement(_, Field { name, old: was, new: is })) => {
            name == "stance" && old.as_ref() == Some(was) && new.as_ref() == Some(is)
        }
        _ => false,
    };
    what.retain(|what| !told(what));
    stance.into_iter().chain(what).collect()
}

/// The stance of a cell, if it changed. One whose word is the same, or whose value is, did not: then the scale did.
fn stance(old: &Matrix, new: &Matrix, before: Option<Position>, now: Option<Position>) -> Option<What> {
    let word = |matrix: &Matrix, position: &Position| matrix.scale().label(position.stance()).to_string();
    let value = |matrix: &Matrix, position: &Position| matrix.scale().value(position.stance()).to_string();
    match (before, now) {
        (Some(before), Some(now)) => {
            let is_same = value(old, &before) == value(new, &now) || word(old, &before) == word(new, &now);
            let what = || What::Stance { old: Some(word(old, &before)), new: Some(word(new, &now)), by: giver(new, &now) };
            (!is_same).then(what)
        }
        (None, Some(now)) => {
            let what = || What::Stance { old: None, new: Some(word(new, &now)), by: None };
            now.statements().next().is_some().then(what)
        }
        (Some(before), None) => {
            before.statements().next().is_some().then(|| What::Stance { old: Some(word(old, &before)), new: None, by: None })
        }
        (None, None) => None,
    }
}

/// The statement that gives the stance. One without words would say nothing.
fn giver(matrix: &Matrix, position: &Position) -> Option<Described> {
    position.giver().map(|one| described(matrix, one.index())).filter(|by| !by.is_bare())
}
