//! Where what the columns say goes: which field of a statement, or of its row.

use super::choices::Shape;
use super::draft::Draft;
use super::field::{WORDS, all, fold};
use super::meaning::{Meaning, Meanings};
use super::table::Table;
use crate::words::in_marks;

/// For each column the place of its field in a statement, if it has one: in the contract's order, then what is kept.
pub fn fields(table: &Table, meanings: &Meanings, draft: &mut Draft, notes: &mut Vec<String>) -> Vec<Option<usize>> {
    let mut fields = vec![None; meanings.list.len()];
    let is_named = |meaning: &Meaning, word: &str| matches!(meaning, Meaning::Field(field) | Meaning::Of(_, field) if field == word);
    for word in WORDS {
        for (index, meaning) in meanings.list.iter().enumerate().filter(|(_, meaning)| is_named(meaning, word)) {
            let is_second = meanings.list.iter().take(index).any(|other| other == meaning);
            let name = if is_second { kept_name(table, index, draft, notes) } else { word.to_string() };
            fields.get_mut(index).map(|place| *place = Some(draft.field(&name))).unwrap_or_default();
        }
    }
    for (index, meaning) in meanings.list.iter().enumerate() {
        if meanings.shape == Shape::Long && *meaning == Meaning::Kept {
            let name = kept_name(table, index, draft, notes);
            fields.get_mut(index).map(|place| *place = Some(draft.field(&name))).unwrap_or_default();
        }
    }
    fields
}

/// The columns about the row of the matrix, and their places in what is said of it.
pub fn about_row(table: &Table, meanings: &Meanings, draft: &mut Draft, notes: &mut Vec<String>) -> Vec<(usize, usize)> {
    let (mut about, mut taken) = (Vec::new(), ["id", "name", "group", "description", "date", "source", "url"].map(String::from).to_vec());
    for (index, (meaning, column)) in meanings.list.iter().zip(&table.columns).enumerate() {
        let name = match meaning {
            Meaning::Field(field) if matches!(field.as_str(), "group" | "description") => field.clone(),
            Meaning::Kept if meanings.shape == Shape::Wide => free_name(column.name.clone(), |name| taken.contains(&fold(name)), notes),
            _ => continue,
        };
        about.push((index, draft.rows.header_place(&name)));
        taken.push(fold(&name));
    }
    about
}

/// The name under which a statement keeps a column: its own, unless that means something else.
fn kept_name(table: &Table, index: usize, draft: &Draft, notes: &mut Vec<String>) -> String {
    let name = table.columns.get(index).map(|column| column.name.clone()).unwrap_or_default();
    let is_field = |name: &str| all().any(|field| field == fold(name) && field != "description");
    let is_taken = |name: &str| is_field(name) || draft.fields.iter().any(|known| fold(known) == fold(name));
    free_name(name, is_taken, notes)
}

/// A name, with a number, and a note, where it is taken.
fn free_name(name: String, is_taken: impl Fn(&str) -> bool, notes: &mut Vec<String>) -> String {
    if !is_taken(&name) {
        return name;
    }
    let numbered = (2_usize..).map(|number| format!("{name} ({number})"));
    let free = numbered.into_iter().find(|name| !is_taken(name)).unwrap_or(name.clone());
    notes.push(format!("{} is kept as {}.", in_marks(&name), in_marks(&free)));
    free
}
