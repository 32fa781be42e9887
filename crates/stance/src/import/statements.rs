//! From the rows of a table to statements.

use std::collections::HashMap;

use super::draft::{Draft, Statement};
use super::field::{column, row};
use super::kept::{about_row, fields};
use super::meaning::{Meaning, Meanings};
use super::scale::Scale;
use super::table::{Table, trimmed};
use super::told::Told;
use crate::words::in_marks;

/// Adds what the rows say to the draft.
pub fn read(table: &Table, meanings: &Meanings, scale: &mut Scale, draft: &mut Draft) -> Told {
    let mut told = Told::default();
    let reader = Reader::new(table, meanings, draft, &mut told.notes);
    let mut made = Made { scale, draft, told };
    table.rows.iter().for_each(|(number, cells)| reader.row(*number, cells, &mut made));
    made.told
}

/// What the rows make.
struct Made<'a> {
    scale: &'a mut Scale,
    draft: &'a mut Draft,
    told: Told,
}

/// What is done with every row, found once.
struct Reader<'a> {
    table: &'a Table,
    /// The column that names the row, and its field; likewise for the column, in a long table.
    row: Option<(usize, &'a str)>,
    column: Option<(usize, &'a str)>,
    stance: Option<usize>,
    /// Columns about the row of the matrix, and their places in what is said of it; likewise about its column.
    about_row: Vec<(usize, usize)>,
    about_column: Vec<(usize, usize)>,
    /// Columns of a wide table that are concerns, each with the columns that say more on it and their fields.
    concerns: Vec<(usize, Vec<(usize, usize)>)>,
    /// Columns that say more on every statement of their row, and their fields.
    shared: Vec<(usize, usize)>,
}

impl<'a> Reader<'a> {
    fn new(table: &'a Table, meanings: &'a Meanings, draft: &mut Draft, notes: &mut Vec<String>) -> Self {
        let column = meanings.field(|field| column(field).is_some());
        let stance = meanings.field(|field| field == "stance").map(|(index, _)| index);
        let theme = meanings.field(|field| field == "theme").map(|(index, _)| (index, draft.columns.header_place("theme")));
        let fields = fields(table, meanings, draft, notes);
        let mut reader = Self {
            table,
            row: meanings.field(|field| row(field).is_some()),
            column,
            stance,
            about_row: about_row(table, meanings, draft, notes),
            about_column: theme.into_iter().collect(),
            concerns: Vec::new(),
            shared: Vec::new(),
        };
        let mut more: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
        for (index, (meaning, field)) in meanings.list.iter().zip(fields).enumerate() {
            match (meaning, field) {
                (Meaning::Of(concern, _), Some(field)) => more.entry(*concern).or_default().push((index, field)),
                (_, Some(field)) => reader.shared.push((index, field)),
                (_, None) => {}
            }
        }
        let concerns = meanings.list.iter().enumerate().filter(|(_, meaning)| **meaning == Meaning::Concern);
        reader.concerns = concerns.map(|(index, _)| (index, more.remove(&index).unwrap_or_default())).collect();
        reader
    }

    fn row(&self, number: usize, cells: &[String], made: &mut Made<'_>) {
        let Some(row) = self.name(number, cells, self.row, &mut made.told).map(|name| made.draft.rows.place(name, number)) else { return };
        for &(index, place) in &self.about_row {
            let clash = made.draft.rows.say(row, place, self.text(cells, index));
            made.told.notes.extend(clash.map(|clash| format!("row {number}: {clash}.")));
        }
        for (concern, more) in &self.concerns {
            self.cell(number, cells, (row, *concern), more, made);
        }
        let Some(stance) = self.stance else { return };
        let Some(column) = self.name(number, cells, self.column, &mut made.told) else { return };
        let column = made.draft.columns.place(column, number);
        for &(index, place) in &self.about_column {
            let clash = made.draft.columns.say(column, place, self.text(cells, index));
            made.told.notes.extend(clash.map(|clash| format!("row {number}: {clash}.")));
        }
        let stance = stance_or_none(number, self.text(cells, stance), None, made);
        made.draft.statements.push(Statement { number, row, column, stance, fields: self.fields(cells, &[]) });
    }

    fn text<'b>(&self, cells: &'b [String], index: usize) -> &'b str {
        self.table.columns.get(index).map_or("", |column| trimmed(cells, column.place))
    }

    /// The name of the row or column in a row of the table; none, and an error, where it is blank.
    fn name<'b>(&self, number: usize, cells: &'b [String], at: Option<(usize, &str)>, told: &mut Told) -> Option<&'b str> {
        let (index, field) = at?;
        let name = self.text(cells, index);
        if !name.is_empty() {
            return Some(name);
        }
        let rest = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).map(in_marks).collect::<Vec<_>>().join(", ");
        told.errors.push(format!("row {number} names no {field}, and is not in the package: {rest}."));
        None
    }

    /// The statement in the cell of a wide table, if there is one.
    fn cell(&self, number: usize, cells: &[String], at: (usize, usize), more: &[(usize, usize)], made: &mut Made<'_>) {
        let (row, index) = at;
        let Some(concern) = self.table.columns.get(index) else { return };
        let column = made.draft.columns.place(&concern.name, self.table.header);
        let text = self.text(cells, index);
        let stance = match made.scale.stance(text) {
            Some(stance) => stance,
            None if more.iter().any(|(more, _)| !self.text(cells, *more).is_empty()) => {
                stance_or_none(number, text, Some(&concern.name), made)
            }
            None => {
                made.told.blank += 1;
                return;
            }
        };
        made.draft.statements.push(Statement { number, row, column, stance, fields: self.fields(cells, more) });
    }

    /// What a statement says besides its stance: what is said on it alone comes before what is said of its whole row.
    fn fields(&self, cells: &[String], own: &[(usize, usize)]) -> Vec<(usize, String)> {
        let mut fields: Vec<(usize, String)> = Vec::new();
        for &(index, field) in own.iter().chain(&self.shared) {
            let text = self.text(cells, index);
            if !text.is_empty() && !own.iter().any(|(_, of)| *of == field && fields.iter().any(|(known, _)| known == of)) {
                fields.push((field, text.to_string()));
            }
        }
        fields
    }
}

/// The stance that a text means; where there is none, that nobody looked, and a note.
fn stance_or_none(number: usize, text: &str, concern: Option<&str>, made: &mut Made<'_>) -> String {
    made.scale.stance(text).unwrap_or_else(|| {
        let place = concern.map(|concern| format!(", {}", in_marks(concern))).unwrap_or_default();
        made.told.notes.push(format!("row {number}{place}: there is no stance; it counts as not-researched."));
        "not-researched".into()
    })
}
