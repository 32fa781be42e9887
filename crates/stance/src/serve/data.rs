//! A matrix as one data package with its tables inside, for the widget.

use matrix::{Axis, Matrix, axis_fields, descriptor, statement_fields};
use serde_json::{Map, Value, json};

/// The descriptor, with the rows of its three tables in it.
pub fn inline(matrix: &Matrix) -> Value {
    let mut package = descriptor(matrix);
    let statements = (0..matrix.len()).map(|index| object(statement_fields(matrix, index))).collect();
    let tables = [statements, axis(matrix.rows(), "group"), axis(matrix.columns(), "theme")];
    let resources = package.pointer_mut("/resources").and_then(Value::as_array_mut);
    for (resource, rows) in resources.into_iter().flatten().filter_map(Value::as_object_mut).zip(tables) {
        resource.remove("path");
        if !resource.contains_key("schema") {
            resource.insert("schema".into(), schema(&rows));
        }
        resource.insert("data".into(), rows);
    }
    package
}

fn axis(axis: &Axis, group: &str) -> Value {
    (0..axis.len()).map(|index| object(axis_fields(axis, index, group))).collect()
}

fn object(fields: Vec<(&str, &str)>) -> Value {
    fields.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect::<Map<_, _>>().into()
}

/// The columns of a table, as its first row has them.
fn schema(rows: &Value) -> Value {
    let names = rows.get(0).and_then(Value::as_object).into_iter().flat_map(Map::keys);
    json!({"fields": names.map(|name| json!({"name": name})).collect::<Vec<_>>()})
}
