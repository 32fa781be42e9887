//! A table without a header, whose first row would be lost as one.

use anyhow::{Result, bail};

use super::field::{fold, named};
use super::meaning::Meaning;
use super::table::Table;
use crate::words::in_marks;

/// Looks whether the header of a wide table looks like data: the headers of most of its concerns, and of the column
/// that names its rows, stand in the cells below as well, or are addresses or dates. A year alone can be
/// a concern.
///
/// # Errors
/// It does.
pub fn ensure_header(table: &Table, list: &[Meaning]) -> Result<()> {
    let values = table.values();
    let is_data = |name: &str, values: &[&str]| {
        let is_date = name.chars().any(|letter| letter.is_ascii_digit()) && !name.chars().any(char::is_alphabetic);
        let is_date = is_date && name.contains(|letter: char| !letter.is_ascii_digit());
        is_date || name.contains("://") || values.iter().any(|value| fold(value) == fold(name))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::choices::Choices;
    use crate::import::table::table;
    use crate::import::wide;
    use crate::sheet::read_separated;

    #[test]
    fn data_is_no_header() {
        let check = |csv: &str, expected: bool| {
            let table = table(read_separated(csv.as_bytes()).unwrap(), &Choices::default(), &mut Vec::new()).unwrap();
            let list = wide::meanings(&table, &Choices::default()).unwrap();
            assert_eq!(ensure_header(&table, &list).is_ok(), expected, "{csv}");
        };
        check("Arden,Dams,yes,de\nArden,Fish,no,de\nBorea,Dams,yes,de\n", false);
        check("Staat,Dams,Fish\nArden,yes,no\nBorea,no,yes\n", true);
        check("Land,2021,2022\nArden,yes,no\nBorea,no,yes\n", true);
        check("Land,Yes,Fish,Trade\nArden,yes,no,yes\nBorea,no,yes,yes\n", true);
    }
}
