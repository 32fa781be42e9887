//! A matrix as text to compare.

use std::fmt::Write;

use matrix::Reading;

/// All that can be read off a reading, as text; asking for all of it must not panic either.
pub fn described(reading: &Reading) -> String {
    let matrix = &reading.matrix;
    let mut text = format!(
        "{:?}\n",
        (
            (matrix.title(), matrix.description(), matrix.language(), matrix.order(), matrix.notes(), matrix.created()),
            (matrix.sources(), matrix.licenses(), matrix.noun(), matrix.column_noun(), matrix.dates(), matrix.statement_count()),
            matrix.scale().levels(),
        )
    );
    for axis in [matrix.rows(), matrix.columns()] {
        for index in 0..=axis.len() {
            let group = axis.group_of(index);
            let own =
                (axis.id(index), axis.name(index), group, axis.description(index), axis.date(index), axis.source(index), axis.url(index));
            let _ = writeln!(text, "{own:?}");
        }
    }
    for row in 0..=matrix.rows().len() {
        for column in 0..=matrix.columns().len() {
            let position = matrix.position(row, column);
            let stance = position.stance();
            let history: Vec<usize> = position.history().iter().map(|statement| statement.index()).collect();
            let own = (
                matrix.scale().value(stance),
                matrix.scale().label(stance),
                position.summary(),
                position.len(),
                position.sourced(),
                history,
            );
            let _ = writeln!(text, "{own:?}");
            for one in position.statements() {
                let who = (one.row(), one.column(), one.stance(), one.kind(), one.speaker(), one.role(), one.date());
                let what = (one.quote(), one.text(), one.source(), one.url(), one.lang(), one.translation(), one.summary());
                let _ = writeln!(text, "{who:?} {what:?} {:?}", one.extra().collect::<Vec<_>>());
            }
        }
    }
    reading.problems.iter().for_each(|problem| assert!(!problem.to_string().is_empty() && !problem.help().is_empty()));
    text
}
