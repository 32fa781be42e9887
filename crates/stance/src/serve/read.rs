//! From the package to what a page shows of it: the widget's data, and the problems in their order.

use std::path::Path;

use anyhow::Result;
use matrix::{Problem, Severity};
use serde_json::{Map, Value, json};

use super::files::files;
use crate::check::{Checked, check, today};
use crate::export::json;
use crate::verify::proof::Proof;
use crate::words::count;

/// What a page shows of the package at `path`.
///
/// # Errors
/// The package cannot be read.
pub fn first(path: &Path) -> Result<String> {
    sheet(&check(path, today())?)
}

/// The same at any later time: then what keeps it from being read is one more thing to mend.
pub fn again(path: &Path) -> String {
    first(path).unwrap_or_else(|error| {
        let problem = json!({"severity": Severity::Error.word(), "text": format!("{error:#}.")});
        json!({"name": name(path), "sum": "It cannot be read", "problems": [problem], "files": addresses(path)}).to_string()
    })
}

fn sheet(checked: &Checked) -> Result<String> {
    let matrix = &checked.opened.reading.matrix;
    // A widget without a matrix would have nothing to show; the page keeps the one before.
    let is_empty = matrix.rows().is_empty() || matrix.columns().is_empty();
    let data = (!is_empty).then(|| json::json(matrix, &Proof::read(&checked.opened.proof).unwrap_or_default()));
    let data: Option<Value> = data.transpose()?.map(|data| serde_json::from_str(&data)).transpose()?;
    let sheet = json!({
        "name": name(&checked.path),
        "title": matrix.title(),
        "language": matrix.language(),
        "sum": format!("{}, {}", count(matrix.statement_count(), "statement", "statements"), checked.sum()),
        "problems": checked.problems.iter().map(told).collect::<Vec<_>>(),
        "files": addresses(&checked.path),
        "data": data,
    });
    Ok(sheet.to_string())
}

fn told(problem: &Problem) -> Value {
    json!({
        "severity": problem.severity().word(),
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "text": problem.text(),
        "help": problem.help(),
    })
}

/// The package as its author calls it; the folder that one is in has another name than `.`.
fn name(path: &Path) -> String {
    let whole = path.file_name().is_none().then(|| path.canonicalize().ok()).flatten();
    whole.as_deref().unwrap_or(path).display().to_string()
}

/// The addresses of the package's files, by their names.
fn addresses(path: &Path) -> Value {
    files(path).into_iter().filter(|file| file.is_inside).map(|file| (file.name, Value::from(file.address))).collect::<Map<_, _>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_a_matrix_has_no_data() {
        let folder = std::env::temp_dir().join(format!("stance-read-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("a.csv");
        let read = |csv: &str| -> Value {
            std::fs::write(&file, csv).unwrap();
            serde_json::from_str(&first(&file).unwrap()).unwrap()
        };
        let sheet = read("country,concern,stance,text,source,date\nA,B,supports,So,Post,soon\nA,,mixed,So,Post,\n");
        let severities: Vec<_> = sheet["problems"].as_array().unwrap().iter().map(|problem| problem["severity"].clone()).collect();
        assert_eq!((severities, &sheet["sum"]), (vec!["error".into(), "warning".into()], &"1 statement, 1 error, 1 warning".into()));
        assert_eq!(sheet["data"]["resources"][0]["data"][0]["country"], "a");
        assert_eq!(read("country,con")["data"], Value::Null);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
