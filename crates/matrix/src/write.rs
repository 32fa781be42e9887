//! Writing a matrix: as one tidy CSV file, or as a data package. What is written reads back the same.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::axis::Axis;
use crate::header::Words;
use crate::matrix::Matrix;
use crate::noun::Noun;
use crate::stance::{Silence, Stance};

/// The matrix as one CSV file: a row for each statement, with the names of rows and columns.
pub fn write_csv(matrix: &Matrix) -> String {
    statements(matrix, true)
}

/// The matrix as the files of a data package: path and content, `datapackage.json` first.
pub fn write_package(matrix: &Matrix) -> Vec<(String, String)> {
    let descriptor = format!("{:#}\n", descriptor(matrix));
    let (rows, columns) = (matrix.noun().plural(), matrix.column_noun().plural());
    vec![
        ("datapackage.json".into(), descriptor),
        ("statements.csv".into(), statements(matrix, false)),
        (format!("{rows}.csv"), axis(matrix.rows(), "group")),
        (format!("{columns}.csv"), axis(matrix.columns(), "theme")),
    ]
}

/// The columns of text that any statement has something in.
fn used(matrix: &Matrix) -> Vec<Words> {
    Words::ALL.into_iter().filter(|&words| matrix.statements.words.get(words as usize).is_some_and(|column| !column.is_empty())).collect()
}

fn statements(matrix: &Matrix, names: bool) -> String {
    let header = header(matrix, names);
    let mut csv = String::new();
    write_row(&mut csv, header.iter().copied());
    for index in 0..matrix.len() {
        write_row(&mut csv, record(matrix, index, names).into_iter());
    }
    csv
}

/// The columns of a statement and what it has in them, as a package's table of statements would: rows and
/// columns by their ids.
pub fn statement_fields(matrix: &Matrix, index: usize) -> Vec<(&str, &str)> {
    header(matrix, false).into_iter().zip(record(matrix, index, false)).collect()
}

fn header(matrix: &Matrix, names: bool) -> Vec<&str> {
    let mut header = vec![matrix.noun().singular(), matrix.column_noun().singular(), "stance", "kind"];
    header.extend((names && !matrix.rows().groups().is_empty()).then_some("group"));
    header.extend((names && !matrix.columns().groups().is_empty()).then_some("theme"));
    header.extend(used(matrix).iter().map(|words| words.header()));
    header.extend(matrix.statements.extra.iter().map(|(name, _)| name.as_str()));
    header
}

fn record(matrix: &Matrix, index: usize, names: bool) -> Vec<&str> {
    let (rows, columns) = (matrix.rows(), matrix.columns());
    let statement = matrix.statement(index);
    let (row, column) = (statement.row(), statement.column());
    let mut fields = if names { vec![rows.name(row), columns.name(column)] } else { vec![rows.id(row), columns.id(column)] };
    fields.extend([matrix.scale().value(statement.stance()), statement.kind().word()]);
    fields.extend((names && !rows.groups().is_empty()).then(|| group(rows, row)));
    fields.extend((names && !columns.groups().is_empty()).then(|| group(columns, column)));
    fields.extend(used(matrix).iter().map(|&words| matrix.texts.get(matrix.statements.word(index, words))));
    fields.extend(matrix.statements.extra.iter().map(|(_, column)| matrix.texts.get(column.get(index))));
    fields
}

fn group(axis: &Axis, index: usize) -> &str {
    axis.group_of(index).map_or("", |group| &group.name)
}

fn axis(axis: &Axis, group_header: &str) -> String {
    let mut csv = String::new();
    let known = ["id", "name", group_header, "description", "date", "source", "url"];
    write_row(&mut csv, known.into_iter().chain(axis.extra_names.iter().map(String::as_str)));
    for index in 0..axis.len() {
        write_row(&mut csv, axis_fields(axis, index, group_header).into_iter().map(|(_, value)| value));
    }
    csv
}

/// The columns of a row's or a column's own table and what is in them, its id first; `group_header` is
/// `group` for rows and `theme` for columns.
pub fn axis_fields<'a>(axis: &'a Axis, index: usize, group_header: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("id", axis.id(index)),
        ("name", axis.name(index)),
        (group_header, group(axis, index)),
        ("description", axis.description(index)),
        ("date", axis.date(index)),
        ("source", axis.source(index)),
        ("url", axis.text(index, |entry| entry.url)),
    ];
    let extra = axis.entries.get(index).map(|entry| entry.extra.as_slice()).unwrap_or_default();
    fields.extend(axis.extra_names.iter().map(String::as_str).zip(extra.iter().map(|&symbol| axis.texts.get(symbol))));
    fields
}

/// A row of CSV: fields that hold a separator, a quotation mark, a line break or outer space are quoted.
pub(crate) fn write_row<'a>(csv: &mut String, fields: impl Iterator<Item = &'a str>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            csv.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) || field.trim() != field || field.starts_with('\u{feff}') {
            let _ = write!(csv, "\"{}\"", field.replace('"', "\"\""));
        } else {
            csv.push_str(field);
        }
    }
    csv.push('\n');
}

/// What a package says of itself and of its tables: its `datapackage.json`.
pub fn descriptor(matrix: &Matrix) -> Value {
    let meta = &matrix.meta;
    let (row, column) = (matrix.noun(), matrix.column_noun());
    let mut package = Map::new();
    let mut set = |key: &str, text: &str| {
        if !text.is_empty() {
            package.insert(key.into(), text.into());
        }
    };
    set("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
    set("name", &meta.name);
    set("title", &meta.title);
    set("description", &meta.description);
    set("version", &meta.version);
    set("created", &meta.created);
    if !meta.sources.is_empty() {
        package.insert(
            "sources".into(),
            meta.sources
                .iter()
                .map(|source| object(&[("title", &source.title), ("path", source.url.as_deref().unwrap_or_default())]))
                .collect(),
        );
    }
    if !meta.licenses.is_empty() {
        let license = |license: &crate::License| {
            object(&[("name", &license.name), ("title", &license.title), ("path", license.url.as_deref().unwrap_or_default())])
        };
        package.insert("licenses".into(), meta.licenses.iter().map(license).collect());
    }
    let table = |noun: Noun| json!({"name": noun.plural(), "path": format!("{}.csv", noun.plural())});
    let key = |noun: Noun| json!({"fields": noun.singular(), "reference": {"resource": noun.plural(), "fields": "id"}});
    package.insert(
        "resources".into(),
        json!([
            {"name": "statements", "path": "statements.csv", "schema": {"fields": fields(matrix), "foreignKeys": [key(row), key(column)]}},
            table(row),
            table(column),
        ]),
    );
    let mut ours = Map::new();
    ours.insert("rows".into(), json!([row.singular(), row.plural()]));
    ours.insert("columns".into(), json!([column.singular(), column.plural()]));
    for (key, text) in [("language", &meta.language), ("order", &meta.order), ("notes", &meta.notes)] {
        if !text.is_empty() {
            ours.insert(key.into(), text.as_str().into());
        }
    }
    let looks = matrix.scale().levels().iter().filter(|level| level.color.is_some() || level.mark.is_some());
    let looks: Map<String, Value> = looks
        .map(|level| {
            (
                level.value.clone(),
                object(&[("color", level.color.as_deref().unwrap_or_default()), ("mark", level.mark.as_deref().unwrap_or_default())]),
            )
        })
        .collect();
    if !looks.is_empty() {
        ours.insert("scale".into(), looks.into());
    }
    package.insert("stanceMatrix".into(), ours.into());
    package.into()
}

fn fields(matrix: &Matrix) -> Value {
    let text = |name: &str| json!({"name": name, "type": "string"});
    let scale = matrix.scale();
    let mut stance = Map::from_iter([("name".into(), "stance".into()), ("type".into(), "string".into())]);
    if !scale.is_empty() {
        let level =
            |(place, level): (u8, &crate::Level)| object(&[("value", &level.value), ("label", scale.own_label(Stance::level(place)))]);
        stance.insert("categories".into(), (0..).zip(scale.levels()).map(level).collect());
        stance.insert("categoriesOrdered".into(), true.into());
    }
    if !scale.silences().is_empty() {
        let silence = |(silence, label): &(Silence, String)| object(&[("value", silence.value()), ("label", label)]);
        stance.insert("missingValues".into(), scale.silences().iter().map(silence).collect());
    }
    let mut fields = vec![text(matrix.noun().singular()), text(matrix.column_noun().singular()), stance.into(), text("kind")];
    fields.extend(used(matrix).iter().map(|words| text(words.header())));
    fields.extend(matrix.statements.extra.iter().map(|(name, _)| text(name)));
    fields.into()
}

/// An object of the texts that are not empty.
fn object(pairs: &[(&str, &str)]) -> Value {
    pairs.iter().filter(|(_, text)| !text.is_empty()).map(|&(key, text)| (key.to_string(), Value::from(text))).collect::<Map<_, _>>().into()
}
