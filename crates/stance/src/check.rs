//! `stance check`: what is wrong in the data, where, and what to do about it.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use matrix::{Problem, Severity};

use crate::open::open;
use crate::outcome::Outcome;
use crate::words::{count, is_error, print};

/// Prints every problem of the package at `path`, the worst first, and a line that sums them up.
/// It fails where there are errors: then something is not shown.
pub fn check(path: &Path, out: &mut impl Write) -> Result<Outcome> {
    let reading = open(path)?.reading;
    let mut problems: Vec<&Problem> = reading.problems.iter().collect();
    // Stable, so that those of one severity stay in the order of the files.
    problems.sort_by_key(|problem| problem.severity());
    problems.iter().try_for_each(|problem| print(problem, out))?;
    let matrix = &reading.matrix;
    writeln!(
        out,
        "{}: {}, {}, {}; {}.",
        path.display(),
        count(matrix.rows().len(), matrix.noun().singular(), matrix.noun().plural()),
        count(matrix.columns().len(), matrix.column_noun().singular(), matrix.column_noun().plural()),
        count(matrix.statement_count(), "statement", "statements"),
        sum(&problems),
    )?;
    Ok(Outcome::of(!problems.into_iter().any(is_error)))
}

/// How many problems there are of each severity.
fn sum(problems: &[&Problem]) -> String {
    let of = |severity: Severity| {
        let number = problems.iter().filter(|problem| problem.severity() == severity).count();
        (number > 0).then(|| count(number, severity.word(), &format!("{}s", severity.word())))
    };
    let sums: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint].into_iter().filter_map(of).collect();
    if sums.is_empty() { "no problems".into() } else { sums.join(", ") }
}
