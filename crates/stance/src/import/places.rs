//! Where in the spreadsheet stands what is a row of the package now: there a problem has to be mended.

use matrix::{Noun, Problem};

use super::draft::{Draft, Entries};
use super::package::STATEMENTS;
use crate::open::Base;
use crate::words::shown;

/// The rows of the table behind those of each file of the package.
pub struct Places {
    /// The name of the table's file.
    file: String,
    /// The names of the files, each with a row of the table for each of its own below the header.
    files: Vec<(String, Vec<usize>)>,
}

impl Places {
    /// Of all that is in a draft, in the order in which it is written.
    pub fn new(file: &str, draft: &Draft, (row, column): (Noun, Noun)) -> Self {
        let numbers = |entries: &Entries| entries.list.iter().filter_map(|entry| entry.number).collect();
        let statements = draft.statements.iter().map(|statement| statement.number).collect();
        let axis = |noun: Noun, entries: &Entries| (format!("{}.csv", noun.plural()), numbers(entries));
        let files = vec![(STATEMENTS.to_string(), statements), axis(row, &draft.rows), axis(column, &draft.columns)];
        Self { file: file.into(), files }
    }

    /// A problem, with the row of the table after that of the package.
    pub fn said(&self, problem: &Problem, base: &Base) -> String {
        let (file, _) = base.place(&problem.file);
        let row = problem.row.map(|row| format!(", row {row}")).unwrap_or_default();
        let of_table = self.row(problem).map(|row| format!(" ({}, row {row})", self.file)).unwrap_or_default();
        let column = problem.column.as_ref().map(|column| format!(", column {column}")).unwrap_or_default();
        let text = format!("{file}{row}{of_table}{column}: {} {}", problem.text(), problem.help());
        format!("{}: {}", problem.severity().word(), shown(&text))
    }

    fn row(&self, problem: &Problem) -> Option<usize> {
        let (_, numbers) = self.files.iter().find(|(file, _)| *file == problem.file)?;
        numbers.get(usize::try_from(problem.row?).ok()?.checked_sub(2)?).copied()
    }
}
