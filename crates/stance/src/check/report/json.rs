//! Problems as one JSON document.

use std::io::{Result, Write};

use matrix::Problem;
use serde::{Serialize, Serializer};
use serde_json::{Value, json, to_writer_pretty};

use super::Checked;
use crate::open::Base;

/// Writes an object with `checked`, one entry for each path, and its `problems`. As it goes, since there may be many.
pub fn write(checked: &[Checked], out: &mut impl Write) -> Result<()> {
    let checked = checked.iter().map(|one| Entry { path: one.path.display().to_string(), problems: Problems(one) }).collect();
    to_writer_pretty(&mut *out, &Document { checked })?;
    writeln!(out)
}

#[derive(Serialize)]
struct Document<'a> {
    checked: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: String,
    problems: Problems<'a>,
}

struct Problems<'a>(&'a Checked);

impl Serialize for Problems<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.problems.iter().map(|one| problem(one, &self.0.opened.base)))
    }
}

fn problem(problem: &Problem, base: &Base) -> Value {
    let (file, sheet) = base.place(&problem.file);
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
}
