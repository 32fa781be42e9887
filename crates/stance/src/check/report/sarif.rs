//! Problems as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the data.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{Result, Write};

use matrix::{Problem, Rule, Severity};
use serde::{Serialize, Serializer};
use serde_json::{Value, json, to_writer_pretty};
use url::form_urlencoded::byte_serialize;

use super::super::rules;
use super::Checked;
use super::lines::Lines;
use super::text::place;

/// Writes one log with one run. As it goes, since there may be many problems.
pub fn write(checked: &[Checked], out: &mut impl Write) -> Result<()> {
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run { tool: tool(checked), results: Results(checked) }],
    };
    to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
struct Run<'a> {
    tool: Value,
    results: Results<'a>,
}

struct Results<'a>(&'a [Checked]);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().flat_map(|checked| {
            let lines = RefCell::new(Lines::new(&checked.opened.base));
            checked.problems.iter().map(move |problem| result(problem, checked, &mut lines.borrow_mut()))
        }))
    }
}

/// The program, with the rules that something breaks.
fn tool(checked: &[Checked]) -> Value {
    let broken: BTreeSet<&str> = checked.iter().flat_map(|one| &one.problems).map(|problem| problem.rule.name).collect();
    let all = matrix::rule::ALL.iter().chain(rules::ALL);
    let mut all: Vec<&Rule> = all.copied().filter(|rule| broken.contains(rule.name)).collect();
    all.sort_by_key(|rule| rule.name);
    let rules: Vec<Value> = all.into_iter().map(rule).collect();
    json!({"driver": {"name": "stance", "version": env!("CARGO_PKG_VERSION"), "rules": rules}})
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": {"text": rule.text.replace("{}", "…")},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

fn result(problem: &Problem, checked: &Checked, lines: &mut Lines) -> Value {
    let base = &checked.opened.base;
    json!({
        "ruleId": problem.rule.name,
        "level": level(problem.severity()),
        "message": {"text": format!("{}: {} {}", place(problem, base), problem.text(), problem.help())},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": address(&base.place(&problem.file).0)},
            "region": {"startLine": lines.of(problem)},
        }}],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A path as a relative address.
fn address(file: &str) -> String {
    if file.contains("://") {
        return file.to_owned();
    }
    let parts = file.split(['/', '\\']).filter(|part| *part != ".");
    parts.map(|part| byte_serialize(part.as_bytes()).collect::<String>().replace('+', "%20")).collect::<Vec<_>>().join("/")
}
