//! From the package to what a page shows of it: the widget's data, and the problems in their order.

use std::path::Path;

use anyhow::Result;
use matrix::{Problem, Reading, Severity};
use serde_json::{Map, Value, json};

use super::data::inline;
use super::files::files;
use crate::open::open;
use crate::words::count;

/// What a page shows of the package at `path`.
///
/// # Errors
/// The package cannot be read.
pub fn first(path: &Path) -> Result<String> {
    Ok(sheet(path, &open(path)?.reading))
}

/// The same at any later time: then what keeps it from being read is one more thing to mend.
pub fn again(path: &Path) -> String {
    first(path).unwrap_or_else(|error| {
        let problem = json!({"severity": Severity::Error.word(), "text": format!("{error:#}.")});
        json!({"name": name(path), "sum": "It cannot be read", "problems": [problem], "files": addresses(path)}).to_string()
    })
}

fn sheet(path: &Path, reading: &Reading) -> String {
    let Reading { matrix, problems, .. } = reading;
    // A widget without a matrix would have nothing to show; the page keeps the one before.
    let is_empty = matrix.rows().is_empty() || matrix.columns().is_empty();
    let data = (!is_empty).then(|| inline(matrix));
    let mut in_order: Vec<&Problem> = problems.iter().collect();
    // Stable, so that those of one severity stay in the order of the files.
    in_order.sort_by_key(|problem| problem.severity);
    json!({
        "name": name(path),
        "title": matrix.title(),
        "language": matrix.language(),
        "sum": sum(matrix.statement_count(), problems),
        "problems": in_order.into_iter().map(told).collect::<Vec<_>>(),
        "files": addresses(path),
        "data": data,
    })
    .to_string()
}

fn told(problem: &Problem) -> Value {
    let Problem { severity, file, row, column, text, help, .. } = problem;
    json!({"severity": severity.word(), "file": file, "row": row, "column": column, "text": text, "help": help})
}

/// How many statements, and how many problems of each severity.
fn sum(statements: usize, problems: &[Problem]) -> String {
    let of = |severity: Severity| {
        let number = problems.iter().filter(|problem| problem.severity == severity).count();
        (number > 0).then(|| count(number, severity.word(), &format!("{}s", severity.word())))
    };
    let mut parts = vec![count(statements, "statement", "statements")];
    parts.extend([Severity::Error, Severity::Warning, Severity::Hint].into_iter().filter_map(of));
    if problems.is_empty() {
        parts.push("no problems".into());
    }
    parts.join(", ")
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
    use matrix::read_csv;

    #[test]
    fn a_sum_has_what_there_is() {
        let check = |csv: &str, expected: &str| {
            let reading = read_csv("a.csv", csv.as_bytes());
            assert_eq!(sum(reading.matrix.statement_count(), &reading.problems), expected);
        };
        check("country,concern,stance,text,source\nA,B,supports,So,Post", "1 statement, no problems");
        check("country,concern,stance,text,source\nA,B,supports,So,Post\nA,,mixed,So,Post", "1 statement, 1 error");
    }

    #[test]
    fn errors_come_first_and_a_table_without_a_matrix_has_no_data() {
        let csv = "country,concern,stance,text,source,date\nA,B,supports,So,Post,soon\nA,,mixed,So,Post,\n";
        let sheet: Value = serde_json::from_str(&sheet(Path::new("a.csv"), &read_csv("a.csv", csv.as_bytes()))).unwrap();
        let severities: Vec<_> = sheet["problems"].as_array().unwrap().iter().map(|problem| problem["severity"].clone()).collect();
        assert_eq!(severities, ["error", "warning"]);
        assert_eq!(sheet["data"]["resources"][0]["data"][0]["country"], "a");
        let half: Value = serde_json::from_str(&super::sheet(Path::new("a.csv"), &read_csv("a.csv", b"country,con"))).unwrap();
        assert_eq!(half["data"], Value::Null);
    }
}
