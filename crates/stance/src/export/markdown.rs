//! A matrix as Markdown (GitHub's): a table of stances, then the statements behind them. Text of the data is escaped,
//! so that it shows as it is.

pub(crate) mod escaped;

use std::fmt::Write;

use escaped::{escaped, link};
use matrix::{Matrix, Statement};

/// The matrix as Markdown.
pub fn markdown(matrix: &Matrix) -> String {
    let mut text = String::new();
    for (mark, line) in [("# ", matrix.title()), ("", matrix.description())] {
        if !line.is_empty() {
            let _ = write!(text, "{mark}{}\n\n", escaped(line));
        }
    }
    table(matrix, &mut text);
    for row in 0..matrix.rows().len() {
        statements(matrix, row, &mut text);
    }
    let about = about(matrix);
    if !about.is_empty() {
        let _ = write!(text, "\n---\n\n{about}\n");
    }
    text
}

fn table(matrix: &Matrix, text: &mut String) {
    let columns = 0..matrix.columns().len();
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        cells.for_each(|cell| text.extend(["| ", &cell, " "]));
        text.push_str("|\n");
    };
    line(&mut std::iter::once(String::new()).chain(columns.clone().map(|column| escaped(matrix.columns().name(column)))));
    line(&mut std::iter::once("---".to_string()).chain(columns.clone().map(|_| "---".into())));
    for row in 0..matrix.rows().len() {
        let name = format!("**{}**", escaped(matrix.rows().name(row)));
        let stances = columns.clone().map(|column| {
            let position = matrix.position(row, column);
            let mark = if position.sourced() { "" } else { " (no source given)" };
            escaped(matrix.scale().label(position.stance())) + mark
        });
        line(&mut std::iter::once(name).chain(stances));
    }
}

/// What a row says of each column, under a heading of its own.
fn statements(matrix: &Matrix, row: usize, text: &mut String) {
    let mut is_first = true;
    for column in 0..matrix.columns().len() {
        let position = matrix.position(row, column);
        if position.is_empty() && position.summary().is_empty() {
            continue;
        }
        if is_first {
            let _ = write!(text, "\n## {}\n\n", escaped(matrix.rows().name(row)));
            is_first = false;
        }
        let (name, stance) = (escaped(matrix.columns().name(column)), escaped(matrix.scale().label(position.stance())));
        let summary = escaped(position.summary());
        let _ = writeln!(text, "- **{name}: {stance}**{}{summary}", if summary.is_empty() { "" } else { " — " });
        position.statements().for_each(|statement| item(&statement, text));
    }
}

/// A statement: its words, who said them and when, and where they stand. A bare name of a silence is none.
fn item(statement: &Statement, text: &mut String) {
    let quote = escaped(statement.quote());
    let quote = if quote.is_empty() { quote } else { format!("“{quote}”") };
    let who = [statement.speaker(), statement.role(), statement.date()].map(escaped);
    let who: Vec<String> = who.into_iter().filter(|part| !part.is_empty()).collect();
    let source = link(statement.source(), statement.url());
    let words = [quote, escaped(statement.text()), translation(statement)].into_iter().filter(|part| !part.is_empty());
    let words = words.collect::<Vec<_>>().join(" ");
    if words.is_empty() && statement.stance().is_silence() {
        return;
    }
    let about = [statement.kind().label().to_string(), who.join(", "), source];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let _ = writeln!(text, "  - {}{about}", if words.is_empty() { words } else { words + " — " });
}

fn translation(statement: &Statement) -> String {
    let translation = escaped(statement.translation());
    if translation.is_empty() { translation } else { format!("(Translation: {translation})") }
}

/// Source, licence and date of the data.
fn about(matrix: &Matrix) -> String {
    let mut parts = Vec::new();
    for source in matrix.sources() {
        parts.push(format!("Source: {}.", link(&source.title, source.url.as_deref())));
    }
    for license in matrix.licenses() {
        let words = if license.title.is_empty() { &license.name } else { &license.title };
        parts.push(format!("Licence: {}.", link(words, license.url.as_deref())));
    }
    if !matrix.created().is_empty() {
        parts.push(format!("Data as of {}.", escaped(matrix.created())));
    }
    if !matrix.order().is_empty() {
        parts.push(format!("Order: {}", escaped(matrix.order())));
    }
    parts.join(" ")
}
