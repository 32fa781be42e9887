//! From the rows of a table to statements.

use super::choices::Shape;
use super::draft::{Draft, Statement};
use super::field::{WORDS, all, column, fold, row};
use super::meaning::{Meaning, Meanings};
use super::scale::Scale;
use super::table::{Table, trimmed};
use crate::words::{count, in_marks};

/// More lines of a sort than this are counted, not listed.
const OF_A_SORT: usize = 20;

/// What became of the rows.
#[derive(Debug, Default)]
pub struct Told {
    /// What is wrong with a row, so that something of it is not in the package.
    pub errors: Vec<String>,
    /// What was done with a row that its author may not expect.
    pub notes: Vec<String>,
    /// Cells of concerns that are blank.
    pub blank: usize,
    /// Rows that made a statement.
    pub used: usize,
}

/// Adds what the rows say to the draft.
pub fn read(table: &Table, meanings: &Meanings, scale: &mut Scale, draft: &mut Draft) -> Told {
    let reader = Reader::new(table, meanings, draft);
    let mut told = Told::default();
    for (number, cells) in &table.rows {
        let before = draft.statements.len();
        reader.row(*number, cells, scale, draft, &mut told);
        told.used += usize::from(draft.statements.len() > before);
    }
    told
}

/// What is done with every row.
struct Reader<'a> {
    table: &'a Table,
    meanings: &'a Meanings,
    /// For each column, the place of its field in a statement, where it has one.
    fields: Vec<Option<usize>>,
}

impl<'a> Reader<'a> {
    fn new(table: &'a Table, meanings: &'a Meanings, draft: &mut Draft) -> Self {
        let mut fields = vec![None; meanings.list.len()];
        // In the contract's order, then whatever is kept.
        let named = |meaning: &Meaning, word: &str| matches!(meaning, Meaning::Field(field) | Meaning::Of(_, field) if field == word);
        for word in WORDS {
            for (index, _) in meanings.list.iter().enumerate().filter(|(_, meaning)| named(meaning, word)) {
                let is_second = meanings.list.iter().take(index).any(|other| Some(other) == meanings.list.get(index));
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
        Self { table, meanings, fields }
    }

    fn row(&self, number: usize, cells: &[String], scale: &mut Scale, draft: &mut Draft, told: &mut Told) {
        let Some(row) = self.axis(number, cells, true, draft, told) else { return };
        self.about(number, cells, row, draft, told);
        match self.meanings.shape {
            Shape::Wide => {
                let concerns = self.meanings.list.iter().enumerate().filter(|(_, meaning)| **meaning == Meaning::Concern);
                for (index, _) in concerns {
                    self.cell(number, cells, (row, index), scale, draft, told);
                }
            }
            Shape::Long => {
                let Some(column) = self.axis(number, cells, false, draft, told) else { return };
                let stance = self.meanings.field(|field| field == "stance").map_or("", |(index, _)| self.text(cells, index));
                if let Some((theme, _)) = self.meanings.field(|field| field == "theme") {
                    let clash = draft.columns.say(column, "theme", self.text(cells, theme));
                    told.notes.extend(clash.map(|clash| format!("row {number}: {clash}.")));
                }
                let fields = self.statement_fields(cells, None);
                let stance = stance_or_none(number, stance, None, scale, told);
                draft.statements.push(Statement { row, column, stance, fields });
            }
        }
    }

    fn text<'b>(&self, cells: &'b [String], index: usize) -> &'b str {
        self.table.columns.get(index).map_or("", |column| trimmed(cells, column.place))
    }

    /// The place of the row or column that a row of the table names; none, and an error, where it names none.
    fn axis(&self, number: usize, cells: &[String], is_row: bool, draft: &mut Draft, told: &mut Told) -> Option<usize> {
        let (index, field) = self.meanings.field(|field| if is_row { row(field).is_some() } else { column(field).is_some() })?;
        let name = self.text(cells, index);
        if name.is_empty() {
            let rest = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).map(in_marks).collect::<Vec<_>>().join(", ");
            told.errors.push(format!("row {number} names no {field}, and is not in the package: {rest}"));
            return None;
        }
        let entries = if is_row { &mut draft.rows } else { &mut draft.columns };
        Some(entries.place(name))
    }

    /// What a row of the table says of the row of the matrix.
    fn about(&self, number: usize, cells: &[String], row: usize, draft: &mut Draft, told: &mut Told) {
        for (index, meaning) in self.meanings.list.iter().enumerate() {
            let header = match meaning {
                Meaning::Field(field) if matches!(field.as_str(), "group" | "description") => field.clone(),
                Meaning::Kept if self.meanings.shape == Shape::Wide => {
                    self.table.columns.get(index).map(|column| about_name(&column.name)).unwrap_or_default()
                }
                _ => continue,
            };
            let clash = draft.rows.say(row, &header, self.text(cells, index));
            told.notes.extend(clash.map(|clash| format!("row {number}: {clash}.")));
        }
    }

    /// The statement in the cell of a wide table.
    fn cell(&self, number: usize, cells: &[String], at: (usize, usize), scale: &mut Scale, draft: &mut Draft, told: &mut Told) {
        let (row, index) = at;
        let Some(concern) = self.table.columns.get(index) else { return };
        let column = draft.columns.place(&concern.name);
        let text = self.text(cells, index);
        let is_more = |(of, meaning): (usize, &Meaning)| {
            matches!(meaning, Meaning::Of(concern, _) if *concern == index) && !self.text(cells, of).is_empty()
        };
        let has_more = self.meanings.list.iter().enumerate().any(is_more);
        let stance = match scale.stance(text) {
            Some(stance) => stance,
            None if has_more => stance_or_none(number, text, Some(&concern.name), scale, told),
            None => {
                told.blank += 1;
                return;
            }
        };
        draft.statements.push(Statement { row, column, stance, fields: self.statement_fields(cells, Some(index)) });
    }

    /// What a statement says besides its stance; `concern` is the column of a wide table that it stands in.
    fn statement_fields(&self, cells: &[String], concern: Option<usize>) -> Vec<(usize, String)> {
        let of_it = |index: usize| matches!(self.meanings.list.get(index), Some(Meaning::Of(of, _)) if Some(*of) == concern);
        let of_another = |index: usize| matches!(self.meanings.list.get(index), Some(Meaning::Of(..))) && !of_it(index);
        let mut fields: Vec<(usize, String)> = Vec::new();
        // What is said of the statement alone comes before what is said of its whole row.
        let (own, others): (Vec<usize>, Vec<usize>) = (0..self.fields.len()).partition(|&index| of_it(index));
        for index in own.into_iter().chain(others).filter(|&index| !of_another(index)) {
            let Some(Some(field)) = self.fields.get(index).copied() else { continue };
            let text = self.text(cells, index);
            if !text.is_empty() && !fields.iter().any(|(known, _)| *known == field) {
                fields.push((field, text.to_string()));
            }
        }
        fields
    }
}

/// The stance that a text means; where there is none, that nobody looked, and a note.
fn stance_or_none(number: usize, text: &str, concern: Option<&str>, scale: &mut Scale, told: &mut Told) -> String {
    scale.stance(text).unwrap_or_else(|| {
        let place = concern.map(|concern| format!(", {}", in_marks(concern))).unwrap_or_default();
        told.notes.push(format!("row {number}{place}: there is no stance; it counts as not-researched."));
        "not-researched".into()
    })
}

/// The name under which a statement keeps a column: its own, unless that means something else.
fn kept_name(table: &Table, index: usize, draft: &Draft) -> String {
    let name = table.columns.get(index).map(|column| column.name.clone()).unwrap_or_default();
    let is_taken = |name: &str| all().any(|field| field == fold(name)) || draft.fields.iter().any(|known| fold(known) == fold(name));
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

impl Told {
    /// All there is to say, the errors first; where it is much of a sort, how much more.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (word, list) in [("error", &self.errors), ("note", &self.notes)] {
            lines.extend(list.iter().take(OF_A_SORT).map(|line| format!("{word}: {line}")));
            if let Some(more @ 1..) = list.len().checked_sub(OF_A_SORT) {
                lines.push(format!("{word}: and {} more.", count(more, "row", "rows")));
            }
        }
        lines
    }
}
