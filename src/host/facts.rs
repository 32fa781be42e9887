//! The matrix as plain objects, for what the page's script does with it when it is asked to: sentences, print,
//! pictures, files, problems. `embed/later` and `embed/problems.js` read them.

use std::ops::Range;

use js_sys::{Array, Uint8Array, Uint32Array};
use matrix::{Axis, Matrix, Problem, Shown, Stance, Statement};
use wasm_bindgen::JsValue;

use crate::host::json::{object, set};
use crate::host::words::Words;

/// All but the statements and what is shown: `nouns`, of rows and columns; `rows` and `columns` as `[id, name, group]`; `scale` as `[code,
/// value, word, the data's own word or nothing]`, silences last; `codes`, a byte a cell, row by row; the `count` of
/// statements.
pub fn facts(matrix: &Matrix, words: &Words) -> JsValue {
    let facts = object();
    let list = |key: &str, list: Array| set(&facts, key, &list);
    list("nouns", texts(&[matrix.noun().singular(), matrix.column_noun().singular()]));
    list("rows", axis(matrix.rows()));
    list("columns", axis(matrix.columns()));
    let stance = |(stance, _): (Stance, usize)| {
        let (scale, code) = (matrix.scale(), stance.code().to_string());
        texts(&[&code, scale.value(stance), &words.stance(matrix, stance), scale.own_label(stance)])
    };
    list("scale", matrix.counts(&[], &[]).into_iter().map(stance).collect());
    let mut codes = Vec::new();
    for row in 0..matrix.rows().len() {
        codes.extend((0..matrix.columns().len()).map(|column| matrix.stance(row, column).code()));
    }
    set(&facts, "codes", &Uint8Array::from(codes.as_slice()));
    set(&facts, "count", &matrix.len().into());
    facts
}

/// Adds what is `shown` to these facts, as the places of two lists.
pub fn add_shown(facts: &JsValue, shown: &Shown) {
    let lists: Array = [&shown.rows, &shown.columns].into_iter().map(|places| Uint32Array::from(places.as_slice())).collect();
    set(facts, "shown", &lists);
}

/// The statements of `places` as `[row, column, code, kind, summary, quote, text, speaker, role, date, source, address,
/// language, translation]`, all texts: those of what is shown, or all.
pub fn statements(matrix: &Matrix, shown: &Shown, places: Range<usize>, all: bool) -> Array {
    let is_wanted = |one: &Statement| all || shown.rows.contains(&(one.row() as u32)) && shown.columns.contains(&(one.column() as u32));
    places.map(|place| matrix.statement(place)).filter(is_wanted).map(|one| statement(&one)).collect()
}

/// What is wrong in the data, as `[rule's number, file, row, column, what was found, how many more]`; row and column are
/// null where there is none.
pub fn problems(all: &[Problem]) -> Array {
    let problem = |one: &Problem| {
        let row = one.row.map_or(JsValue::NULL, JsValue::from);
        let column = one.column.as_deref().map_or(JsValue::NULL, JsValue::from_str);
        [one.rule.number().into(), one.file.as_str().into(), row, column, one.found.as_str().into(), one.more.into()]
            .iter()
            .collect::<Array>()
    };
    all.iter().map(problem).collect()
}

fn statement(one: &Statement) -> Array {
    let [row, column] = [one.row(), one.column()].map(|place| place.to_string());
    let code = one.stance().code().to_string();
    let head = [&*row, &*column, &*code, one.kind().word()];
    texts(&[&head[..], &one.texts()[..]].concat())
}

fn axis(axis: &Axis) -> Array {
    let group = |index| axis.group_of(index).map_or("", |group| &*group.name);
    (0..axis.len()).map(|index| texts(&[axis.id(index), axis.name(index), group(index)])).collect()
}

fn texts(all: &[&str]) -> Array {
    all.iter().map(|text| JsValue::from_str(text)).collect()
}
