//! Every event that the widget sends to the page, its name and the shape of its detail.

use matrix::{Filter, Matrix, Problem};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::state::{By, Subject};

/// An event for the page.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Event {
    /// The matrix is on screen. Counts of rows, columns and statements, and the address they came from.
    Ready { rows: usize, columns: usize, statements: usize, source: String },
    /// A cell's card has opened, or, with null ids, closed.
    Select { country: Option<String>, concern: Option<String>, position: Option<Position>, by: &'static str },
    /// The reader has changed the filter; the permalink's keys.
    Filter { state: FilterState },
    /// Something is wrong in the data; what is good is shown all the same.
    Problem { severity: &'static str, file: String, row: Option<u32>, column: Option<String>, text: String, help: String },
    /// The matrix cannot be shown.
    Error { reason: &'static str, message: String },
}

/// What a cell holds, for the page.
#[derive(Serialize)]
pub struct Position {
    stance: String,
    summary: String,
    statements: usize,
}

/// The filter under the permalink's keys: ids of what is shown; a missing key shows all.
#[derive(Serialize)]
pub struct FilterState {
    #[serde(skip_serializing_if = "Option::is_none")]
    r: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    g: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    t: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<Vec<String>>,
    #[serde(skip_serializing_if = "String::is_empty")]
    q: String,
}

impl Event {
    /// The name under which the page listens.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ready { .. } => "stance-matrix:ready",
            Self::Select { .. } => "stance-matrix:select",
            Self::Filter { .. } => "stance-matrix:filter",
            Self::Problem { .. } => "stance-matrix:problem",
            Self::Error { .. } => "stance-matrix:error",
        }
    }

    /// The detail as a plain object; null should it not convert.
    pub fn detail(&self) -> JsValue {
        let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
        self.serialize(&serializer).unwrap_or(JsValue::NULL)
    }

    /// The event for a card that opened on `subject`, or closed.
    pub fn select(matrix: &Matrix, subject: Option<Subject>, by: By) -> Self {
        let Some(Subject::Cell { row, column }) = subject else {
            return Self::Select { country: None, concern: None, position: None, by: by.word() };
        };
        let (row, column) = (row as usize, column as usize);
        let position = matrix.position(row, column);
        Self::Select {
            country: Some(matrix.rows().id(row).into()),
            concern: Some(matrix.columns().id(column).into()),
            position: Some(Position {
                stance: matrix.scale().value(position.stance()).into(),
                summary: position.summary().into(),
                statements: position.len(),
            }),
            by: by.word(),
        }
    }

    /// The event for a changed filter.
    pub fn filter(matrix: &Matrix, filter: &Filter) -> Self {
        use matrix::Choice;
        let ids = |choice: &Choice, id: &dyn Fn(usize) -> String| match choice {
            Choice::All => None,
            Choice::Only(chosen) => Some(chosen.iter().map(|&index| id(index as usize)).collect()),
        };
        let group = |axis: &matrix::Axis, index: usize| axis.groups().get(index).map(|group| group.id.to_string()).unwrap_or_default();
        let stance = |code: usize| {
            let stances = matrix.counts(&[], &[]);
            let found = stances.iter().find(|(stance, _)| usize::from(stance.code()) == code);
            found.map(|(stance, _)| matrix.scale().value(*stance).to_string()).unwrap_or_default()
        };
        Self::Filter {
            state: FilterState {
                r: ids(&filter.rows, &|index| matrix.rows().id(index).into()),
                c: ids(&filter.columns, &|index| matrix.columns().id(index).into()),
                g: ids(&filter.groups, &|index| group(matrix.rows(), index)),
                t: ids(&filter.themes, &|index| group(matrix.columns(), index)),
                s: ids(&filter.stances, &stance),
                q: filter.query.clone(),
            },
        }
    }

    /// The event for a problem in the data.
    pub fn problem(problem: &Problem) -> Self {
        Self::Problem {
            severity: problem.severity.word(),
            file: problem.file.clone(),
            row: problem.row,
            column: problem.column.clone(),
            text: problem.text.clone(),
            help: problem.help.clone(),
        }
    }
}
