//! Positions whose statements do not go together, and silences that say something.

use std::collections::{HashMap, HashSet};

use matrix::{Position, Problem, Reading, Silence, StanceKind, Statement, rule};

use super::finding::{Finding, shortened};
use super::{placed, rules};
use crate::verify::normal::normal;

/// What is wrong with the statements of each position.
pub fn look(reading: &Reading) -> Vec<Problem> {
    let matrix = &reading.matrix;
    let file = reading.files.first().map(String::as_str).unwrap_or_default();
    let row_of = |statement: &Statement| reading.rows.get(statement.index()).copied();
    let mut problems = Vec::new();
    let unread = unread(reading);
    for index in 0..matrix.len() {
        let statement = matrix.statement(index);
        let found = silence_that_says(&statement).filter(|_| row_of(&statement).is_some_and(|row| !unread.contains(&row)));
        problems.extend(found.map(|finding| placed(finding, file, row_of(&statement))));
    }
    let positions = (0..matrix.rows().len()).flat_map(|row| (0..matrix.columns().len()).map(move |column| (row, column)));
    for position in positions.map(|(row, column)| matrix.position(row, column)).filter(|position| position.statements().nth(1).is_some()) {
        let found = contradictions(reading, &position).into_iter().chain(quotes_twice(&position));
        problems.extend(found.map(|(finding, statement)| placed(finding, file, row_of(&statement))));
    }
    problems
}

/// The rows whose stance could not be read, so that they seem silent.
fn unread(reading: &Reading) -> HashSet<u32> {
    let rules = [&rule::STANCE_MISSING, &rule::NOT_ON_SCALE, &rule::VALUES_TOO_MANY];
    reading.problems.iter().filter(|problem| rules.contains(&problem.rule)).filter_map(|problem| problem.row).collect()
}

/// Who is silent says nothing; who declines or abstains may say why.
fn silence_that_says(statement: &Statement) -> Option<Finding> {
    let StanceKind::Silence(silence) = statement.stance().kind() else { return None };
    let is_mute = matches!(silence, Silence::NotAddressed | Silence::NotAsked | Silence::NotResearched);
    let says = !statement.quote().trim().is_empty() || !statement.text().trim().is_empty();
    (is_mute && says).then(|| Finding::new(&rules::STATEMENT_UNDER_SILENCE, "stance", silence.value()))
}

/// Different stances on one date: the first of them is told of, since the last one shows.
fn contradictions<'a>(reading: &'a Reading, position: &Position<'a>) -> Vec<(Finding, Statement<'a>)> {
    let matrix = &reading.matrix;
    let stated = |statement: &Statement| !statement.stance().is_silence() && !statement.date().is_empty();
    let mut last: HashMap<(&str, &str), Statement> = HashMap::new();
    let mut found = Vec::new();
    for statement in position.statements().filter(stated) {
        let key = (statement.date(), if statement.kind() == matrix::Kind::About { "about" } else { "own" });
        if let Some(before) = last.insert(key, statement).filter(|before| before.stance() != statement.stance()) {
            let (country, concern) = (matrix.rows().name(position.row()), matrix.columns().name(position.column()));
            let what = format!("{country}, {concern}: “{}” on {}", matrix.scale().label(before.stance()), before.date());
            found.push((Finding::new(&rules::CONTRADICTION, "stance", what), before));
        }
    }
    found
}

/// The same words twice, however their marks are written.
fn quotes_twice<'a>(position: &Position<'a>) -> Vec<(Finding, Statement<'a>)> {
    let mut names = HashSet::new();
    let quoted = position.statements().filter(|statement| !statement.quote().trim().is_empty());
    let twice = quoted.filter(|statement| !names.insert(normal(statement.quote())));
    twice.map(|statement| (Finding::new(&rules::QUOTE_TWICE, "quote", shortened(statement.quote())), statement)).collect()
}
