//! Every event that the widget sends to the page, its name and the shape of its detail.

use js_sys::Array;
use matrix::Matrix;
use wasm_bindgen::JsValue;

use crate::failure::Failure;
use crate::host::json::{object, set};
use crate::host::words::Words;
use crate::link;
use crate::state::{By, State, Subject};

/// An event for the page.
pub struct Event {
    /// The name under which the page listens, behind `stance-matrix:`.
    pub name: &'static str,
    /// A plain object.
    pub detail: JsValue,
}

impl Event {
    fn new(name: &'static str) -> Self {
        Self { name, detail: object() }
    }

    /// The same with one more key in its detail.
    fn with(self, key: &str, value: impl Into<JsValue>) -> Self {
        set(&self.detail, key, &value.into());
        self
    }

    /// The matrix is on screen: counts of rows, columns and statements, and the address they came from.
    pub fn ready(matrix: &Matrix, source: &str) -> Self {
        let (rows, columns) = (matrix.rows().len(), matrix.columns().len());
        Self::new("ready").with("rows", rows).with("columns", columns).with("statements", matrix.statement_count()).with("source", source)
    }

    /// The matrix cannot be shown: the contract's word for why, and a sentence.
    pub fn error(reason: &str, message: &str) -> Self {
        Self::new("error").with("reason", reason).with("message", message)
    }

    /// The card of `subject` has opened; null ids where that is no cell, or where it has closed.
    pub fn select(matrix: &Matrix, subject: Option<Subject>, by: By) -> Self {
        let [mut country, mut concern, mut cell] = [JsValue::NULL; 3];
        if let Some(Subject::Cell { row, column }) = subject {
            let (row, column) = (row as usize, column as usize);
            let position = matrix.position(row, column);
            country = matrix.rows().id(row).into();
            concern = matrix.columns().id(column).into();
            cell = object();
            set(&cell, "stance", &matrix.scale().value(position.stance()).into());
            set(&cell, "summary", &position.summary().into());
            set(&cell, "statements", &position.len().into());
        }
        Self::new("select").with("country", country).with("concern", concern).with("position", cell).with("by", by.word())
    }

    /// The reader has changed the filter: the state in a permalink's keys.
    pub fn filter(matrix: &Matrix, state: &State) -> Self {
        Self::new("filter").with("state", keys(link::keys(matrix, state)))
    }

    /// The data could not be loaded; the matrix is what it was.
    pub fn not_loaded(failure: &Failure, words: &Words) -> Self {
        Self::new("problem")
            .with("severity", "error")
            .with("file", failure.what.as_str())
            .with("row", JsValue::NULL)
            .with("column", JsValue::NULL)
            .with("text", failure.message(words).as_str())
            .with("help", "Until it can be, the table inside the element is shown.")
    }
}

/// Keys of a permalink as a plain object: a list of ids each, and the one word or words of `q` and `view`.
pub fn keys(pairs: Vec<link::Pair>) -> JsValue {
    let state = object();
    for (key, ids) in pairs {
        let value = match ids.as_slice() {
            [words] if matches!(key, "q" | "view") => words.as_str().into(),
            ids => ids.iter().map(|id| JsValue::from_str(id)).collect::<Array>().into(),
        };
        set(&state, key, &value);
    }
    state
}
