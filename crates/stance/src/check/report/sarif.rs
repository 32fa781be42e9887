//! Problems as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the data.

use std::io::{Result, Write};

use matrix::{Problem, Rule, Severity};
use serde_json::{Value, json};

use super::Checked;
use super::lines::Lines;
use super::text::place;

/// Writes one log with one run.
pub fn write(checked: &[Checked], out: &mut impl Write) -> Result<()> {
    let results: Vec<Value> = checked.iter().flat_map(results).collect();
    let all = [matrix::rule::ALL, super::super::rules::ALL].concat();
    let mut rules: Vec<&Rule> = all.into_iter().filter(|rule| results.iter().any(|result| result["ruleId"] == rule.name)).collect();
    rules.sort_by_key(|rule| rule.name);
    let driver = json!({
        "name": "stance",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules.into_iter().map(rule).collect::<Vec<_>>(),
    });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    });
    writeln!(out, "{log:#}")
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": {"text": rule.text},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

fn results(checked: &Checked) -> Vec<Value> {
    let mut lines = Lines::new(&checked.opened.base);
    let mut result = |problem: &Problem| {
        let (file, _) = checked.opened.base.place(&problem.file);
        json!({
            "ruleId": problem.rule.name,
            "level": level(problem.severity()),
            "message": {"text": format!("{}: {} {}", place(problem, &checked.opened.base), problem.text(), problem.help())},
            "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": address(&file)},
                "region": {"startLine": lines.of(problem)},
            }}],
        })
    };
    checked.problems.iter().map(&mut result).collect()
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
    parts
        .map(|part| url::form_urlencoded::byte_serialize(part.as_bytes()).collect::<String>().replace('+', "%20"))
        .collect::<Vec<_>>()
        .join("/")
}
