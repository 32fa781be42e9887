//! A table whose fields are separated by something else than commas.

use matrix::{Problem, rule};

use super::rules;

/// A header that is one field with the words of several in it: one problem in the place of all that follow from it.
pub fn instead(problems: Vec<Problem>) -> Vec<Problem> {
    look(&problems).map_or(problems, |problem| vec![problem])
}

fn look(problems: &[Problem]) -> Option<Problem> {
    let missing = problems.iter().filter(|problem| *problem.rule == rule::COLUMN_MISSING).count();
    let only = problems.iter().find(|problem| *problem.rule == rule::COLUMN_UNKNOWN).filter(|_| missing == 3)?;
    let separator =
        [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")].into_iter().find(|(sign, _)| only.found.matches(*sign).count() > 1)?.1;
    Some(Problem { rule: &rules::OTHER_SEPARATOR, found: separator.to_owned(), meant: None, column: None, ..only.clone() })
}
