//! A table without a header, whose first row would be lost as one.

use anyhow::{Result, bail};

use super::field::{fold, named};
use super::meaning::Meaning;
use super::table::Table;
use crate::words::in_marks;

/// Looks whether the header of a wide table looks like data: the headers of most of its concerns, and of the column
/// that names its rows, stand in the cells below as well, or are addresses, dates or numbers.
///
/// # Errors
/// It does.
pub fn ensure_header(table: &Table, list: &[Meaning]) -> Result<()> {
    let values = table.values();
    let is_data = |name: &str, values: &[&str]| {
        let digits = name.chars().filter(char::is_ascii_digit).count();
        let is_number = digits > 0 && !name.chars().any(char::is_alphabetic);
        is_number || name.contains("://") || values.iter().any(|value| fold(value) == fold(name))
    };
    let (mut looked, mut found) = (0_usize, Vec::new());
    for ((column, meaning), values) in table.columns.iter().zip(list).zip(&values) {
        if matches!(meaning, Meaning::Concern | Meaning::Field(_)) && named(&column.name).is_none() {
            looked += 1;
            found.extend(is_data(&column.name, values).then(|| in_marks(&column.name)));
        }
    }
    if found.len() < 2 || found.len() * 2 <= looked {
        return Ok(());
    }
    let help = "write a row with the names of the columns above it, or say --shape wide if it is one, --header ROW if another is";
    bail!("row {} looks like data and not like a header: {}; {help}", table.header, found.join(", "))
}
