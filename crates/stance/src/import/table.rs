//! Where in a file the table is: its sheet, its header, its columns.

use anyhow::{Context, Result, ensure};

use super::choices::Choices;
use crate::sheet::{Sheet, Tables};
use crate::table::collapsed;
use crate::words::in_marks;

/// The header is looked for in this many rows.
const FIRST_ROWS: usize = 30;

/// A table with its header.
pub struct Table {
    /// The columns that have a header or anything else, in their order.
    pub columns: Vec<Column>,
    /// The rows below the header that are not blank, with their numbers.
    pub rows: Vec<(usize, Vec<String>)>,
    /// The number of the header's row.
    pub header: usize,
    /// The numbers of blank rows below the header, up to the last that is not.
    pub blank: Vec<usize>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its place, from 0.
    pub place: usize,
    /// Its header; its letter where it has none.
    pub name: String,
}

impl Table {
    /// Whether a cell is this text.
    pub fn has(&self, text: &str) -> bool {
        self.rows.iter().any(|(_, row)| row.iter().any(|cell| cell.trim() == text))
    }

    /// What is in each of the columns and not blank.
    pub fn values(&self) -> Vec<Vec<&str>> {
        let mut places = vec![None; self.columns.iter().map(|column| column.place + 1).max().unwrap_or(0)];
        for (index, column) in self.columns.iter().enumerate() {
            places.get_mut(column.place).map(|place| *place = Some(index)).unwrap_or_default();
        }
        let mut values = vec![Vec::new(); self.columns.len()];
        for (_, row) in &self.rows {
            for (cell, place) in row.iter().zip(&places) {
                let text = cell.trim();
                if let Some(list) = place.and_then(|place| values.get_mut(place))
                    && !text.is_empty()
                {
                    list.push(text);
                }
            }
        }
        values
    }
}

/// What a row has in a column; empty where it ends before.
pub fn trimmed(row: &[String], place: usize) -> &str {
    row.get(place).map_or("", |text| text.trim())
}

/// The sheet to read, and a line on those that are not.
///
/// # Errors
/// There is none of the name that was said, or none with a cell.
pub fn choose(tables: Tables, choices: &Choices, lines: &mut Vec<String>) -> Result<Sheet> {
    let Tables { sheets, notes } = tables;
    lines.extend(notes);
    let name = |sheet: &Sheet| in_marks(sheet.name.as_deref().unwrap_or_default());
    let names = sheets.iter().map(name).collect::<Vec<_>>().join(", ");
    let place = match &choices.sheet {
        Some(wanted) => sheets.iter().position(|sheet| sheet.name.as_deref() == Some(wanted)),
        None => sheets.iter().position(|sheet| !sheet.rows.is_empty()),
    };
    let place = match &choices.sheet {
        Some(wanted) => place.with_context(|| format!("there is no sheet {}; there are: {names}", in_marks(wanted)))?,
        None => place.context("it has no cells")?,
    };
    let others = sheets.iter().enumerate().filter(|(index, _)| *index != place);
    let others: Vec<String> = others.map(|(_, sheet)| name(sheet)).collect();
    let sheet = sheets.into_iter().nth(place).context("it has no cells")?;
    if sheet.name.is_some() {
        lines.push(format!("The sheet is {}.", name(&sheet)));
    }
    lines.extend(sheet.notes.iter().cloned());
    if !others.is_empty() {
        lines.push(format!("Not read: {}; choose with --sheet.", others.join(", ")));
    }
    Ok(sheet)
}

/// The table in a sheet, and lines on what is above it.
///
/// # Errors
/// There is no header.
pub fn table(sheet: Sheet, choices: &Choices, lines: &mut Vec<String>) -> Result<Table> {
    let at = match choices.header {
        Some(number) => number.checked_sub(1).context("the first row is 1")?,
        None => header(&sheet.rows),
    };
    let names = sheet.rows.get(at).filter(|row| filled(row) > 0).with_context(|| format!("row {} is blank, and no header", at + 1))?;
    for (number, row) in sheet.rows.iter().take(at).enumerate().filter(|(_, row)| filled(row) > 0) {
        let text = row.iter().filter(|cell| !cell.trim().is_empty()).map(|cell| in_marks(cell)).collect::<Vec<_>>().join(", ");
        lines.push(format!("Row {} stands above the header, and is not read: {text}.", number + 1));
    }
    let columns = columns(names, sheet.rows.get(at + 1..).unwrap_or_default());
    let (mut rows, mut blank) = (Vec::new(), Vec::new());
    for (index, row) in sheet.rows.into_iter().enumerate().skip(at + 1) {
        if filled(&row) > 0 { rows.push((index + 1, row)) } else { blank.push(index + 1) }
    }
    ensure!(!rows.is_empty(), "there is nothing below the header in row {}", at + 1);
    let last = rows.last().map_or(0, |(number, _)| *number);
    blank.retain(|number| *number < last);
    Ok(Table { columns, rows, header: at + 1, blank })
}

/// The columns with a header or with anything below it.
fn columns(names: &[String], rows: &[Vec<String>]) -> Vec<Column> {
    let mut used = vec![false; rows.iter().map(Vec::len).max().unwrap_or(0).max(names.len())];
    for row in rows {
        row.iter().zip(&mut used).for_each(|(cell, used)| *used |= !cell.trim().is_empty());
    }
    let name = |place: usize| names.get(place).map(|name| collapsed(name)).unwrap_or_default();
    let column = |(place, used): (usize, bool)| match name(place) {
        name if !name.is_empty() => Some(Column { place, name }),
        _ => used.then(|| Column { place, name: format!("column {}", letters(place)) }),
    };
    used.into_iter().enumerate().filter_map(column).collect()
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// The first row that is about as full as the fullest: what stands above it is a title.
fn header(rows: &[Vec<String>]) -> usize {
    let most = rows.iter().take(FIRST_ROWS).map(|row| filled(row)).max().unwrap_or(0);
    rows.iter().position(|row| filled(row) * 2 > most || (most == 2 && filled(row) == 2)).unwrap_or(0)
}

/// A column as spreadsheets name it.
fn letters(place: usize) -> String {
    let (before, last) = (place / 26, place % 26);
    let letter = u8::try_from(last).map_or('?', |last| char::from(b'A' + last));
    let before = before.checked_sub(1).map(letters).unwrap_or_default();
    format!("{before}{letter}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_below_titles() {
        let check = |rows: &[&[&str]], expected: usize| {
            let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
            assert_eq!(header(&rows), expected, "{rows:?}");
        };
        check(&[&["a", "b", "c"], &["1", "2", "3"]], 0);
        check(&[&["A title"], &[], &["a", "b", "c"], &["1", "", "3"]], 2);
        check(&[&["A title"], &["as of", "2026"], &["", "b", "c", "d"], &["1", "2", "3", "4"]], 2);
        check(&[&["a", "b"], &["1"]], 0);
        check(&[&["a"], &["b"]], 0);
    }

    #[test]
    fn columns_have_letters() {
        let check = |place, expected: &str| assert_eq!(letters(place), expected);
        check(0, "A");
        check(25, "Z");
        check(26, "AA");
        check(16_383, "XFD");
    }
}
