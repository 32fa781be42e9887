//! Every event that the widget sends to the page, its name and the shape of its detail.

use js_sys::Array;
use matrix::{Axis, Choice, Filter, Matrix, Problem};
use wasm_bindgen::JsValue;

use crate::failure::Failure;
use crate::host::json::object;
use crate::state::{By, Subject};

/// An event for the page.
pub struct Event {
    /// The name under which the page listens, behind `stance-matrix:`.
    pub name: &'static str,
    /// A plain object.
    pub detail: JsValue,
}

impl Event {
    fn new(name: &'static str, detail: &[(&str, JsValue)]) -> Self {
        Self { name, detail: object(detail) }
    }

    /// The matrix is on screen: counts of rows, columns and statements, and the address they came from.
    pub fn ready(matrix: &Matrix, source: &str) -> Self {
        let detail = [
            ("rows", matrix.rows().len().into()),
            ("columns", matrix.columns().len().into()),
            ("statements", matrix.statement_count().into()),
            ("source", source.into()),
        ];
        Self::new("ready", &detail)
    }

    /// The matrix cannot be shown: the contract's word for why, and a sentence.
    pub fn error(reason: &str, message: &str) -> Self {
        Self::new("error", &[("reason", reason.into()), ("message", message.into())])
    }

    /// The card of `subject` has opened; null ids where that is no cell, or where it has closed.
    pub fn select(matrix: &Matrix, subject: Option<Subject>, by: By) -> Self {
        let [mut country, mut concern, mut cell] = [JsValue::NULL; 3];
        if let Some(Subject::Cell { row, column }) = subject {
            let (row, column) = (row as usize, column as usize);
            let position = matrix.position(row, column);
            country = matrix.rows().id(row).into();
            concern = matrix.columns().id(column).into();
            cell = object(&[
                ("stance", matrix.scale().value(position.stance()).into()),
                ("summary", position.summary().into()),
                ("statements", position.len().into()),
            ]);
        }
        Self::new("select", &[("country", country), ("concern", concern), ("position", cell), ("by", by.word().into())])
    }

    /// The reader has changed the filter: ids of what is shown under the permalink's keys; a missing key shows all.
    pub fn filter(matrix: &Matrix, filter: &Filter) -> Self {
        let id = |axis: &Axis, index: usize| JsValue::from_str(axis.id(index));
        let group = |axis: &Axis, index: usize| axis.groups().get(index).map_or(JsValue::NULL, |group| JsValue::from_str(&group.id));
        let stances = matrix.counts(&[], &[]);
        let stance = |code: usize| {
            let found = stances.iter().find(|(stance, _)| usize::from(stance.code()) == code);
            found.map_or(JsValue::NULL, |&(stance, _)| matrix.scale().value(stance).into())
        };
        let mut pairs = Vec::new();
        ids(&mut pairs, "r", &filter.rows, &|index| id(matrix.rows(), index));
        ids(&mut pairs, "c", &filter.columns, &|index| id(matrix.columns(), index));
        ids(&mut pairs, "g", &filter.groups, &|index| group(matrix.rows(), index));
        ids(&mut pairs, "t", &filter.themes, &|index| group(matrix.columns(), index));
        ids(&mut pairs, "s", &filter.stances, &stance);
        if !filter.query.is_empty() {
            pairs.push(("q", filter.query.as_str().into()));
        }
        Self::new("filter", &[("state", object(&pairs))])
    }

    /// The data could not be loaded; the matrix is what it was.
    pub fn not_loaded(failure: &Failure) -> Self {
        let file = failure.what.as_str();
        let text = failure.message();
        let detail = [
            ("severity", "error".into()),
            ("file", file.into()),
            ("row", JsValue::NULL),
            ("column", JsValue::NULL),
            ("text", text.as_str().into()),
            ("help", "Until it can be, the table inside the element is shown.".into()),
        ];
        Self::new("problem", &detail)
    }

    /// Something is wrong in the data; what is good is shown all the same.
    pub fn problem(problem: &Problem) -> Self {
        let detail = [
            ("severity", problem.severity.word().into()),
            ("file", problem.file.as_str().into()),
            ("row", problem.row.map_or(JsValue::NULL, JsValue::from)),
            ("column", problem.column.as_deref().map_or(JsValue::NULL, JsValue::from_str)),
            ("text", problem.text.as_str().into()),
            ("help", problem.help.as_str().into()),
        ];
        Self::new("problem", &detail)
    }
}

/// Adds the ids of a choice under `key`, unless it is of everything.
fn ids(pairs: &mut Vec<(&'static str, JsValue)>, key: &'static str, choice: &Choice, id: &dyn Fn(usize) -> JsValue) {
    if let Choice::Only(chosen) = choice {
        let list = Array::new();
        for &index in chosen {
            list.push(&id(index as usize));
        }
        pairs.push((key, list.into()));
    }
}
