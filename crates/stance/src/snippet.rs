//! The snippet: a matrix as HTML that is whole without script, and that the widget reads back.
//! `docs/snippet.md` fixes the format.

mod cell;

use std::collections::HashMap;

use anyhow::{Context, Result};
use cell::{cell, more};
use matrix::{Axis, Matrix, Stance, StanceKind, axis_fields, descriptor, safe_url};
use maud::{Markup, html};
use serde_json::{Value, json};

use crate::table::collapsed;
use crate::verify::proof::Proof;

/// More statements than this are left to the data, to which the snippet then links.
pub const MOST_STATEMENTS: usize = 5_000;

/// The language to open a package in whose snippet is to be in its own. No column is translated into this one,
/// and no translation goes along: a snippet is in one language.
pub const OWN_LANGUAGE: &str = "und";

/// What of a matrix goes into its snippet.
pub struct Choice {
    /// Rows, by their places.
    pub rows: Vec<usize>,
    /// Columns, by their places.
    pub columns: Vec<usize>,
    /// The language that was asked for, which the widget speaks then too.
    pub lang: Option<String>,
    /// Whether verbatim words are printed.
    pub quotes: bool,
    /// Whether statements are printed, and not only the stances.
    pub statements: bool,
    /// The address of all the data, for a link.
    pub data: Option<String>,
    /// Which quotes were found in their source.
    pub proof: Proof,
}

/// The snippet of a matrix. The same matrix gives the same text.
pub fn snippet(matrix: &Matrix, choice: &Choice) -> String {
    let numbers = numbers(matrix, choice);
    let page = html! {
        "\n" stance-matrix lang=[&choice.lang] { "\n"
            table data-package=(package(matrix, choice)) { "\n"
                caption { (shown(matrix.title()))
                    @if !matrix.description().is_empty() { " " small { (shown(matrix.description())) } }
                } "\n"
                thead { "\n" tr { "\n"
                    td { label { input type="radio" name=(radio(matrix)) checked hidden; "All " (matrix.column_noun().plural()) } } "\n"
                    @for &column in &choice.columns { (header(matrix, column, false)) "\n" }
                } "\n" } "\n"
                tbody { "\n"
                    @for &row in &choice.rows { tr { "\n"
                        (header(matrix, row, true)) "\n"
                        @for &column in &choice.columns { (cell(matrix, row, column, choice, &numbers)) "\n" }
                    } "\n" }
                } "\n"
            } "\n"
            (legend(matrix))
            (foot(matrix, choice)) "\n"
        } "\n"
    };
    page.into_string().trim_start().to_string()
}

/// The places of the rows or columns with these ids or names, in the matrix's order; of all where none are named.
///
/// # Errors
/// An id that there is none of.
pub fn places(axis: &Axis, ids: &[String]) -> Result<Vec<usize>> {
    if ids.is_empty() {
        return Ok((0..axis.len()).collect());
    }
    let mut places = Vec::new();
    for id in ids {
        let named = || (0..axis.len()).find(|&place| axis.name(place).to_lowercase() == id.trim().to_lowercase());
        places.push(axis.find(id.trim()).or_else(named).with_context(|| unknown(axis, id))?);
    }
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

/// That nothing is called so, and how the first ones are called.
fn unknown(axis: &Axis, id: &str) -> String {
    const SHOWN: usize = 12;
    let ids: Vec<&str> = (0..axis.len().min(SHOWN)).map(|place| axis.id(place)).collect();
    let more = if axis.len() > SHOWN { ", …" } else { "" };
    format!("no row or column has the id “{id}”; there are {}{more}", ids.join(", "))
}

/// What HTML keeps of a text, and can hold.
fn shown(text: &str) -> String {
    collapsed(&text.chars().filter(|letter| letter.is_whitespace() || !letter.is_control()).collect::<String>())
}

fn radio(matrix: &Matrix) -> String {
    let package = descriptor(matrix);
    let name = package.get("name").and_then(Value::as_str).unwrap_or("matrix");
    format!("stance-{}", shown(name).replace(' ', "-"))
}

/// The header of a row or of a column. A column's is also the switch that shows it alone, where `table.css`
/// is linked.
fn header(matrix: &Matrix, index: usize, is_row: bool) -> Markup {
    let (axis, group) = if is_row { (matrix.rows(), "group") } else { (matrix.columns(), "theme") };
    let name = shown(axis.name(index));
    let more = more(&axis_fields(axis, index, group), &[("name", name.clone())], None);
    html! {
        @if is_row {
            th scope="row" data-more=[more] { (name) }
        } @else {
            th scope="col" data-more=[more] { label { input type="radio" name=(radio(matrix)) hidden; (name) } }
        }
    }
}

/// The places of the printed statements in the file; none where they are printed in that order.
fn numbers(matrix: &Matrix, choice: &Choice) -> HashMap<usize, usize> {
    let cells = choice.rows.iter().flat_map(|&row| choice.columns.iter().map(move |&column| (row, column)));
    let printed = cells.flat_map(|(row, column)| matrix.position(row, column).statements().map(|one| one.index()).collect::<Vec<_>>());
    let printed: Vec<usize> = printed.collect();
    if printed.is_sorted() { HashMap::new() } else { printed.into_iter().map(|index| (index, index)).collect() }
}

/// Whether a column holds verbatim words, or says what they are.
pub(crate) fn is_verbatim(column: &str) -> bool {
    ["quote", "translation", "lang"].contains(&column.split(':').next().unwrap_or_default())
}

/// The descriptor of the package; its tables are the table's own rows, columns and cells.
fn package(matrix: &Matrix, choice: &Choice) -> Value {
    let mut package = descriptor(matrix);
    let names = |fields: Vec<(&str, &str)>| fields.into_iter().map(|(name, _)| json!({"name": name})).collect::<Vec<_>>();
    let tables = [(matrix.rows(), "group"), (matrix.columns(), "theme")];
    let resources = package.pointer_mut("/resources").and_then(Value::as_array_mut);
    let mut resources = resources.into_iter().flatten().filter_map(Value::as_object_mut);
    if let Some(statements) = resources.next() {
        statements.remove("path");
        let fields = statements.get_mut("schema").and_then(|schema| schema.get_mut("fields")).and_then(Value::as_array_mut);
        if let Some(fields) = fields {
            let name = |field: &Value| field.get("name").and_then(Value::as_str).unwrap_or_default().to_string();
            fields.retain(|field| choice.quotes || !is_verbatim(&name(field)));
        }
    }
    for (resource, (axis, group)) in resources.zip(tables) {
        resource.remove("path");
        resource.insert("schema".into(), json!({"fields": names(axis_fields(axis, 0, group))}));
    }
    let cells = choice.rows.iter().flat_map(|&row| choice.columns.iter().map(move |&column| (row, column)));
    let printed = cells.filter(|_| choice.quotes && choice.statements).flat_map(|(row, column)| matrix.position(row, column).statements());
    choice.proof.along(&mut package, printed.map(|one| one.quote()));
    package
}

/// What the words mean: the scale in its order, then the words for silence.
fn legend(matrix: &Matrix) -> Markup {
    let counts = matrix.counts(&[], &[]);
    let words = |silence: bool| counts.iter().map(|(stance, _)| *stance).filter(move |stance| stance.is_silence() == silence);
    let item = |stance: Stance| {
        let label = shown(matrix.scale().label(stance));
        // Behind a word of the package's own, the usual one for that silence.
        let usual = match stance.kind() {
            StanceKind::Silence(silence) if silence.label() != label => format!(" ({})", silence.label()),
            _ => String::new(),
        };
        html! { li { (label) (usual) } "\n" }
    };
    html! {
        p { "The scale, from one end to the other:" } "\n"
        ol { "\n" @for stance in words(false) { (item(stance)) } } "\n"
        @if words(true).next().is_some() {
            p { "Where there is no stance:" } "\n"
            ul { "\n" @for stance in words(true) { (item(stance)) } } "\n"
        }
    }
}

fn foot(matrix: &Matrix, choice: &Choice) -> Markup {
    let link = |words: &str, url: Option<&str>| match url {
        Some(url) => html! { a href=(url) { (shown(if words.is_empty() { url } else { words })) } },
        None => html! { (shown(words)) },
    };
    let licenses =
        matrix.licenses().iter().map(|license| (if license.title.is_empty() { &license.name } else { &license.title }, &license.url));
    html! {
        p {
            @for source in matrix.sources() { "Source: " cite { (link(&source.title, source.url.as_deref())) } ". " }
            @for (words, url) in licenses { "Licence: " (link(words, url.as_deref())) ". " }
            @if !matrix.created().is_empty() { "Data as of " time datetime=(matrix.created()) { (matrix.created()) } ". " }
            @if !matrix.order().is_empty() { "Order: " (shown(matrix.order())) " " }
            @if let Some(data) = choice.data.as_deref().filter(|data| safe_url(data).is_some() || !data.contains(':')) {
                a href=(data) { "All statements, with their sources" } "."
            }
        }
    }
}
