//! A statement as a change names it, and which of its fields changed.

use matrix::{Matrix, Stance, statement_fields};

use super::Field;
use super::axes::fields;

/// A statement, as far as one has to know it.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// The word of its stance.
    pub stance: String,
    /// Verbatim words.
    pub quote: String,
    /// What is reported or was done.
    pub text: String,
    /// Who said it, as what and when: what there is of it.
    pub who: Vec<String>,
    /// Where it stands: the publication and its address, what there is of it.
    pub source: Vec<String>,
}

impl Described {
    /// Whether it only names a stance.
    pub fn is_bare(&self) -> bool {
        self.quote.is_empty() && self.text.is_empty()
    }
}

/// The statement at `index`.
pub(super) fn described(matrix: &Matrix, index: usize) -> Described {
    let statement = matrix.statement(index);
    let filled = |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).map(|part| part.to_string()).collect();
    Described {
        stance: matrix.scale().label(statement.stance()).into(),
        quote: statement.quote().into(),
        text: statement.text().into(),
        who: filled(&[statement.speaker(), statement.role(), statement.date()]),
        source: filled(&[statement.source(), statement.url().unwrap_or_default()]),
    }
}

/// The fields that differ between a statement and its later state.
pub(super) fn changed_fields(old: &Matrix, was: usize, new: &Matrix, is: usize) -> Vec<Field> {
    let (before, now) = (old.statement(was), new.statement(is));
    // The first two say which cell it is in.
    let own = |matrix, index| statement_fields(matrix, index).into_iter().skip(2).collect::<Vec<_>>();
    let mut changed = fields(&own(old, was), &own(new, is));
    let has_same_source = (before.source(), before.url()) == (now.source(), now.url());
    changed.retain(|field| !(has_same_source && ["source", "url"].contains(&field.name.as_str())));
    let word = |matrix: &Matrix, stance: Stance| matrix.scale().label(stance).to_string();
    let (old_word, new_word) = (word(old, before.stance()), word(new, now.stance()));
    changed.retain(|field| field.name != "stance" || old_word != new_word);
    if let Some(stance) = changed.iter_mut().find(|field| field.name == "stance") {
        (stance.old, stance.new) = (old_word, new_word);
    }
    changed
}
