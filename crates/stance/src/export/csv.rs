//! A matrix as one table for spreadsheets: the columns of the data contract, rows and columns by their names, and
//! each statement with its source, also where that is its concern's or the package's.

use std::collections::HashMap;

use ::csv::{QuoteStyle, Terminator, WriterBuilder};
use anyhow::{Context, Result};
use matrix::{Axis, Matrix, slug, statement_fields};

/// Behind country, concern and stance; in the order of [`matrix::Statement::texts`], but for the kind.
const COLUMNS: [&str; 11] = ["kind", "summary", "quote", "text", "speaker", "role", "date", "source", "url", "lang", "translation"];

/// The matrix as CSV.
///
/// # Errors
/// None that data could cause: it is written into memory.
pub fn csv(matrix: &Matrix) -> Result<String> {
    // The mark at the start tells spreadsheets that it is UTF-8.
    let start = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new().quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).from_writer(start);
    let (rows, columns) = (names(matrix.rows()), names(matrix.columns()));
    let axes = [(matrix.noun().singular(), rows), (matrix.column_noun().singular(), columns)];
    let groups = [("group", matrix.rows()), ("theme", matrix.columns())].map(|(name, axis)| (name, axis, !axis.groups().is_empty()));
    let head = axes.iter().map(|(name, _)| *name).chain(groups.iter().filter(|(.., any)| *any).map(|(name, ..)| *name));
    let extra = extra(matrix, usize::MAX).map(|(name, _)| name);
    writer.write_record(head.chain(["stance"]).chain(COLUMNS).chain(extra).map(safe))?;
    for index in 0..matrix.len() {
        let statement = matrix.statement(index);
        let places = [statement.row(), statement.column()];
        let own = axes.iter().zip(places).map(|((_, names), place)| names.get(place).map_or("", |name| name));
        let grouped = groups.iter().zip(places).filter(|((.., any), _)| *any);
        let group = grouped.map(|((_, axis, _), place)| axis.group_of(place).map_or("", |group| &group.name));
        let said = [matrix.scale().value(statement.stance()), statement.kind().word()].into_iter().chain(statement.texts());
        let fields = own.chain(group).chain(said).chain(extra_of(matrix, index));
        writer.write_record(fields.map(safe))?;
    }
    String::from_utf8(writer.into_inner()?).context("the table is not text")
}

/// The names of rows or columns; where two are alike, their ids, so that they stay two.
fn names(axis: &Axis) -> Vec<String> {
    let mut alike: HashMap<String, usize> = HashMap::new();
    (0..axis.len()).for_each(|place| *alike.entry(slug(axis.name(place))).or_default() += 1);
    let is_alone = |place: usize| alike.get(&slug(axis.name(place))) == Some(&1);
    (0..axis.len()).map(|place| if is_alone(place) { axis.name(place) } else { axis.id(place) }.to_string()).collect()
}

/// The rows and columns that no statement is about: a table of statements has no place for them.
pub fn without_statement(matrix: &Matrix) -> Vec<&str> {
    let mut seen = [vec![false; matrix.rows().len()], vec![false; matrix.columns().len()]];
    for statement in (0..matrix.len()).map(|index| matrix.statement(index)) {
        for (seen, place) in seen.iter_mut().zip([statement.row(), statement.column()]) {
            seen.get_mut(place).into_iter().for_each(|seen| *seen = true);
        }
    }
    let axes = [matrix.rows(), matrix.columns()].into_iter().zip(seen);
    axes.flat_map(|(axis, seen)| (0..axis.len()).zip(seen).filter(|(_, seen)| !seen).map(|(place, _)| axis.name(place))).collect()
}

/// Columns without a meaning, carried through.
fn extra(matrix: &Matrix, index: usize) -> impl Iterator<Item = (&str, &str)> {
    // The first four are the row, the column, the stance and the kind.
    statement_fields(matrix, index).into_iter().skip(4).filter(|(name, _)| !COLUMNS.contains(name))
}

fn extra_of(matrix: &Matrix, index: usize) -> impl Iterator<Item = &str> {
    extra(matrix, index).map(|(_, value)| value)
}

/// A field that a spreadsheet would take for a formula begins with an apostrophe; as in `embed/later/csv.js`.
fn safe(field: &str) -> String {
    let text = field.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let space = field.strip_suffix(text).unwrap_or_default();
    let is_formula = text.starts_with(['=', '+', '-', '@']) || space.contains(['\t', '\r']);
    if is_formula { format!("'{field}") } else { field.to_string() }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn nothing_is_a_formula() {
        let check = |field: &str, expected: &str| assert_eq!(safe(field), expected, "{field:?}");
        check("=1+1", "'=1+1");
        check("+1", "'+1");
        check("-3", "'-3");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\tx", "'\tx");
        check("\rx", "'\rx");
        check("  =1", "'  =1");
        check("\u{a0}\u{feff}=1", "'\u{a0}\u{feff}=1");
        check("2021-08-19", "2021-08-19");
        check(" a=b", " a=b");
        check("", "");
    }
}
