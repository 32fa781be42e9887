//! Where what the columns say goes: which field of a statement, or of its row.

use super::choices::Shape;
use super::draft::Draft;
use super::field::{WORDS, all, fold};
use super::meaning::{Meaning, Meanings};
use super::table::Table;

/// For each column the place of its field in a statement, if it has one: in the contract's order, then what is kept.
pub fn fields(table: &Table, meanings: &Meanings, draft: &mut Draft) -> Vec<Option<usize>> {
    let mut fields = vec![None; meanings.list.len()];
    let is_named = |meaning: &Meaning, word: &str| matches!(meaning, Meaning::Field(field) | Meaning::Of(_, field) if field == word);
    for word in WORDS {
        for (index, meaning) in meanings.list.iter().enumerate().filter(|(_, meaning)| is_named(meaning, word)) {
            let is_second = meanings.list.iter().take(index).any(|other| other == meaning);
            let name = if is_second { kept_name(table, index, draft) } else { word.to_string() };
            fields.get_mut(index).map(|place| *place = Some(draft.field(&name))).unwrap_or_default();
        }
    }
    for (index, meaning) in meanings.list.iter().enumerate() {
        if meanings.shape == Shape::Long && *meaning == Meaning::Kept {
            let name = kept_name(table, index, draft);
            fields.get_mut(index).map(|place| *place = Some(draft.field(&name))).unwrap_or_default();
        }
    }
    fields
}

/// The columns about the row of the matrix, and their places in what is said of it.
pub fn about_row(table: &Table, meanings: &Meanings, draft: &mut Draft) -> Vec<(usize, usize)> {
    let mut about = Vec::new();
    for (index, (meaning, column)) in meanings.list.iter().zip(&table.columns).enumerate() {
        let name = match meaning {
            Meaning::Field(field) if matches!(field.as_str(), "group" | "description") => field.clone(),
            Meaning::Kept if meanings.shape == Shape::Wide => about_name(&column.name),
            _ => continue,
        };
        about.push((index, draft.rows.header_place(&name)));
    }
    about
}

/// The name under which a statement keeps a column: its own, unless that means something else.
fn kept_name(table: &Table, index: usize, draft: &Draft) -> String {
    let name = table.columns.get(index).map(|column| column.name.clone()).unwrap_or_default();
    let is_field = |name: &str| all().any(|field| field == fold(name) && field != "description");
    let is_taken = |name: &str| is_field(name) || draft.fields.iter().any(|known| fold(known) == fold(name));
    free_name(name, is_taken)
}

/// The name under which a row keeps a column.
fn about_name(name: &str) -> String {
    let known = ["id", "name", "group", "description", "date", "source", "url"];
    free_name(name.to_string(), |name| known.contains(&fold(name).as_str()))
}

fn free_name(name: String, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(&name) {
        return name;
    }
    let numbered = (2_usize..).map(|number| format!("{name} ({number})"));
    numbered.into_iter().find(|name| !is_taken(name)).unwrap_or(name)
}
