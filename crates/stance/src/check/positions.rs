//! Positions whose statements do not go together, and silences that say something.

use std::collections::{HashMap, HashSet};

use matrix::{Kind, Position, Problem, Reading, Silence, StanceKind, Statement, rule};

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
        let found = contradictions(reading, &position).into_iter().chain(twice(reading, &position));
        problems.extend(found.map(|(finding, statement)| placed(finding, file, row_of(&statement))));
    }
    problems
}

/// The rows whose stance could not be read, so that they seem silent.
fn unread(reading: &Reading) -> HashSet<u32> {
    if reading.problems.iter().any(|problem| *problem.rule == rule::COLUMN_MISSING) {
        return reading.rows.iter().copied().collect();
    }
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
        // Words are not held against deeds, nor against what others say.
        let kind = if statement.kind() == Kind::Paraphrase { Kind::Quote } else { statement.kind() };
        let key = (statement.date(), kind.word());
        if let Some(before) = last.insert(key, statement).filter(|before| before.stance() != statement.stance()) {
            let (country, concern) = (matrix.rows().name(position.row()), matrix.columns().name(position.column()));
            let (here, there) = (matrix.scale().label(before.stance()), matrix.scale().label(statement.stance()));
            let row = reading.rows.get(statement.index()).copied().unwrap_or_default();
            let what = format!("{country}, {concern}: “{here}” here and “{there}” in row {row}, both on {}", before.date());
            found.push((Finding::new(&rules::CONTRADICTION, "stance", what), before));
        }
    }
    found
}

/// The same row twice, or the same words, however their marks are written.
fn twice<'a>(reading: &Reading, position: &Position<'a>) -> Vec<(Finding, Statement<'a>)> {
    let mut rows: HashMap<Vec<&str>, Statement> = HashMap::new();
    let mut quotes = HashSet::new();
    let mut found = Vec::new();
    for statement in position.statements() {
        let stance = reading.matrix.scale().value(statement.stance());
        let written = [stance, statement.kind().word()].into_iter().chain(statement.written().map(|(_, text)| text));
        let quote = statement.quote().trim();
        let is_new = quote.is_empty() || quotes.insert(normal(quote));
        if let Some(first) = rows.insert(written.collect(), statement) {
            let row = reading.rows.get(first.index()).copied().unwrap_or_default();
            found.push((Finding::new(&rules::ROW_TWICE, "stance", row.to_string()), statement));
        } else if !is_new {
            found.push((Finding::new(&rules::QUOTE_TWICE, "quote", shortened(quote)), statement));
        }
    }
    found
}
