//! Problems as one JSON document.

use std::io::{Result, Write};

use serde_json::{Value, json};

use super::Checked;

/// Writes an object with `checked`, one entry for each path, and its `problems`.
pub fn write(checked: &[Checked], out: &mut impl Write) -> Result<()> {
    let checked: Vec<Value> =
        checked.iter().map(|one| json!({"path": one.path.display().to_string(), "problems": problems(one)})).collect();
    writeln!(out, "{:#}", json!({"checked": checked}))
}

fn problems(checked: &Checked) -> Vec<Value> {
    let problem = |problem: &matrix::Problem| {
        let (file, sheet) = checked.opened.base.place(&problem.file);
        json!({
            "severity": problem.severity().word(),
            "rule": problem.rule.name,
            "file": file,
            "sheet": sheet,
            "row": problem.row,
            "column": problem.column,
            "found": problem.found,
            "meant": problem.meant,
            "text": problem.text(),
            "help": problem.help(),
        })
    };
    checked.problems.iter().map(problem).collect()
}
