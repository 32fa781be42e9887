//! Problems: what is wrong in the data, where, and what to do about it.

#[cfg(not(target_family = "wasm"))]
use std::fmt;

use crate::rule::Rule;

/// How much a problem matters.
#[cfg(not(target_family = "wasm"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be read and is not shown.
    Error,
    /// Something is shown, but not as the author may think.
    Warning,
    /// Something could be better.
    Hint,
}

#[cfg(not(target_family = "wasm"))]
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
    /// Of which sort it is.
    pub rule: &'static Rule,
    /// The file it is in, as the package or the caller names it.
    pub file: String,
    /// The row, as a spreadsheet counts: the header is row 1.
    pub row: Option<u32>,
    /// The name of the column.
    pub column: Option<String>,
    /// The offending text; empty where nothing stands there.
    pub found: String,
    /// What it may have been meant to be; never known in a reader's browser.
    pub meant: Option<String>,
    /// Of how many more of its sort this one tells, which are not listed.
    pub more: u32,
}

// What is said of it in a reader's browser, `embed/problems.js` says.
#[cfg(not(target_family = "wasm"))]
impl Problem {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// What is wrong, with the offending text.
    pub fn text(&self) -> String {
        if self.more > 0 {
            return format!("There are {} more problems of this sort.", self.more);
        }
        let text = self.rule.text.replacen("{}", &self.found, 1);
        match &self.meant {
            Some(meant) => [&text, " Did you mean “", meant, "”?"].concat(),
            None => text,
        }
    }

    /// What to do.
    pub fn help(&self) -> &'static str {
        self.rule.help
    }
}

#[cfg(not(target_family = "wasm"))]
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {} {}", self.text(), self.help())
    }
}

/// More problems of one sort in one file than this are counted, not listed: a long file with one
/// mistake in every row must not fill a reader's memory.
const OF_A_SORT: u32 = 50;

/// Collects problems while one file is read.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Problem>,
    /// How many of each sort there were in each file.
    sorts: Vec<(String, &'static Rule, u32)>,
    /// Whether all are listed, for their author.
    pub all: bool,
}

impl Problems {
    /// Whether one more problem of this sort would be listed: what it says of a cell is made only then.
    pub fn lists(&self, rule: &'static Rule, file: &str) -> bool {
        let is_full = |(of, known, count): &(String, &'static Rule, u32)| of == file && std::ptr::eq(*known, rule) && *count >= OF_A_SORT;
        self.all || !self.sorts.iter().any(is_full)
    }

    /// Adds a problem, unless there are too many of its sort already.
    pub fn add(&mut self, rule: &'static Rule, file: &str, row: Option<u32>, column: Option<&str>, found: &str) {
        self.add_meant(rule, file, row, column, found, None);
    }

    /// The same, with what `found` may have been meant to be.
    pub fn add_meant(
        &mut self,
        rule: &'static Rule,
        file: &str,
        row: Option<u32>,
        column: Option<&str>,
        found: &str,
        meant: Option<String>,
    ) {
        let sort = self.sorts.iter().position(|(of, known, _)| of == file && std::ptr::eq(*known, rule));
        let sort = sort.unwrap_or_else(|| {
            self.sorts.push((file.into(), rule, 0));
            self.sorts.len() - 1
        });
        if let Some((.., count)) = self.sorts.get_mut(sort) {
            *count = count.saturating_add(1);
            if *count > OF_A_SORT && !self.all {
                return;
            }
        }
        self.list.push(Problem { rule, file: file.into(), row, column: column.map(Into::into), found: found.into(), meant, more: 0 });
    }

    /// All problems, and for each sort that was cut short how many more there were.
    pub fn finish(mut self) -> Vec<Problem> {
        for (file, rule, count) in self.sorts {
            if count > OF_A_SORT && !self.all {
                let more = count - OF_A_SORT;
                self.list.push(Problem { rule, file, row: None, column: None, found: String::new(), meant: None, more });
            }
        }
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule;

    #[test]
    fn many_of_a_sort_are_counted() {
        for (all, expected) in [(false, 52), (true, 61)] {
            let mut problems = Problems { all, ..Problems::default() };
            for row in 0..60 {
                problems.add(&rule::NOT_A_DATE, "a.csv", Some(row), None, &row.to_string());
            }
            problems.add(&rule::NOT_A_DATE, "b.csv", None, None, "x");
            let list = problems.finish();
            assert_eq!(list.len(), expected);
            let last = list.last().map(ToString::to_string).unwrap_or_default();
            let more = last.starts_with("a.csv: There are 10 more problems of this sort. Write");
            assert_eq!(more, !all, "{last}");
        }
    }

    #[test]
    fn a_problem_says_where_and_what_to_do() {
        let mut problem = Problem {
            rule: &rule::KIND_UNKNOWN,
            file: "a.csv".into(),
            row: Some(3),
            column: Some("kind".into()),
            found: "qoute".into(),
            meant: None,
            more: 0,
        };
        let help = "Write quote, about, paraphrase or action.";
        assert_eq!(problem.to_string(), format!("a.csv, row 3, column kind: “qoute” is no kind of statement. {help}"));
        problem.meant = Some("quote".into());
        assert_eq!(
            problem.to_string(),
            format!("a.csv, row 3, column kind: “qoute” is no kind of statement. Did you mean “quote”? {help}")
        );
    }
}
