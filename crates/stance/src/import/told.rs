//! What an author is told of single rows.

use crate::words::count;

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
}

impl Told {
    /// All there is to say, the errors first; where it is much of a sort, how much more.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (word, list) in [("error", &self.errors), ("note", &self.notes)] {
            lines.extend(list.iter().take(OF_A_SORT).map(|line| format!("{word}: {line}")));
            if let Some(more @ 1..) = list.len().checked_sub(OF_A_SORT) {
                lines.push(format!("{word}: and {} more.", count(more, "line", "lines")));
            }
        }
        lines
    }
}
