//! Problems: what is wrong in the data, where, and what to do about it.

use std::fmt;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be read and is not shown.
    Error,
    /// Something is shown, but not as the author may think.
    Warning,
    /// Something could be better.
    Hint,
}

impl Severity {
    /// The severity as a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// Something wrong in the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// The file it is in, as the package or the caller names it.
    pub file: String,
    /// The row, as a spreadsheet counts: the header is row 1.
    pub row: Option<u32>,
    /// The name of the column.
    pub column: Option<String>,
    /// What is wrong, with the offending text.
    pub text: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {} {}", self.text, self.help)
    }
}

/// More problems of one sort in one file than this are counted, not listed: a long file with one
/// mistake in every row must not fill the memory.
const OF_A_SORT: u32 = 50;

/// Collects problems while one file is read.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Problem>,
    /// How many of each sort there were; a sort is known by its help, which is the same for all.
    sorts: Vec<(String, Severity, String, u32)>,
}

impl Problems {
    /// Adds a problem, unless there are too many of its sort already.
    pub fn add(&mut self, severity: Severity, file: &str, row: Option<u32>, column: Option<&str>, text: String, help: &str) {
        let sort = self.sorts.iter().position(|(of, _, known, _)| of == file && known == help);
        let sort = sort.unwrap_or_else(|| {
            self.sorts.push((file.into(), severity, help.into(), 0));
            self.sorts.len() - 1
        });
        if let Some((.., count)) = self.sorts.get_mut(sort) {
            *count = count.saturating_add(1);
            if *count > OF_A_SORT {
                return;
            }
        }
        self.list.push(Problem { severity, file: file.into(), row, column: column.map(Into::into), text, help: help.into() });
    }

    /// All problems, and for each sort that was cut short how many more there were.
    pub fn finish(mut self) -> Vec<Problem> {
        for (file, severity, help, count) in self.sorts {
            if count > OF_A_SORT {
                let text = format!("There are {} more problems of this sort.", count - OF_A_SORT);
                self.list.push(Problem { severity, file, row: None, column: None, text, help });
            }
        }
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_a_sort_are_counted() {
        let mut problems = Problems::default();
        for row in 0..60 {
            problems.add(Severity::Error, "a.csv", Some(row), None, format!("{row} is wrong."), "Mend it.");
        }
        problems.add(Severity::Error, "b.csv", None, None, "Other.".into(), "Mend it.");
        let list = problems.finish();
        assert_eq!(list.len(), 52);
        assert_eq!(list[51].to_string(), "a.csv: There are 10 more problems of this sort. Mend it.");
    }

    #[test]
    fn a_problem_says_where_and_what_to_do() {
        let problem = Problem {
            severity: Severity::Warning,
            file: "a.csv".into(),
            row: Some(3),
            column: Some("date".into()),
            text: "“soon” is no date.".into(),
            help: "Write 2021-08-19.".into(),
        };
        assert_eq!(problem.to_string(), "a.csv, row 3, column date: “soon” is no date. Write 2021-08-19.");
    }
}
