//! `stance check`: what is wrong in the data, where, and what to do about it.
//!
//! Reading finds what keeps data from being shown; the modules here look at what is shown, each for one thing that
//! authors get wrong. [`rules`] has what is said of it, [`report`] the forms in which it is said.

mod addresses;
mod dates;
mod finding;
mod languages;
mod marks;
mod meanings;
pub(crate) mod names;
mod places;
mod positions;
pub mod report;
pub mod rules;
mod separator;
mod texts;
mod values;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use jiff::Zoned;
use jiff::civil::Date;
use matrix::{Problem, Reading, Rule, Severity, Statement, rule};

use crate::open::{Opened, open};
use crate::schema;
use crate::words::count;
use finding::Finding;
use places::Places;

/// What a check has found in one package or table.
pub struct Checked {
    /// The path as it was given.
    pub path: PathBuf,
    /// What was read.
    pub opened: Opened,
    /// The problems, the worst first.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// How many problems are as severe as this.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity() == severity).count()
    }

    /// How many countries, concerns and statements there are, in words.
    pub fn size(&self) -> String {
        let matrix = &self.opened.reading.matrix;
        format!(
            "{}, {}, {}",
            count(matrix.rows().len(), matrix.noun().singular(), matrix.noun().plural()),
            count(matrix.columns().len(), matrix.column_noun().singular(), matrix.column_noun().plural()),
            count(matrix.statement_count(), "statement", "statements"),
        )
    }

    /// How many problems there are of each severity, in words.
    pub fn sum(&self) -> String {
        let of = |severity: Severity| {
            let number = self.count(severity);
            (number > 0).then(|| count(number, severity.word(), &format!("{}s", severity.word())))
        };
        let sums: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint].into_iter().filter_map(of).collect();
        if sums.is_empty() { "no problems".into() } else { sums.join(", ") }
    }
}

/// Checks what lies at `path`; `today` is a day in digits, such as 20210819.
pub fn check(path: &Path, today: u32) -> Result<Checked> {
    let opened = open(path)?;
    let problems = problems(&opened, today);
    Ok(Checked { path: path.to_owned(), opened, problems })
}

/// Today where the author is, in digits.
pub fn today() -> u32 {
    in_digits(Zoned::now().date())
}

/// A day in digits.
pub fn in_digits(date: Date) -> u32 {
    let part = |part: i8| u32::try_from(part).unwrap_or_default();
    u32::try_from(date.year()).unwrap_or_default() * 10_000 + part(date.month()) * 100 + part(date.day())
}

/// All that is wrong with what was opened, the worst first; what is as bad stays in the order of files and rows.
pub fn problems(opened: &Opened, today: u32) -> Vec<Problem> {
    let reading = &opened.reading;
    let mut problems: Vec<Problem> = reading.problems.iter().cloned().map(meanings::meant).collect();
    problems = separator::instead(problems);
    problems.extend(of_descriptor(opened));
    problems.extend(of_statements(reading, today));
    for places in [Places::rows(reading), Places::columns(reading)] {
        problems.extend(of_places(&places, today));
        problems.extend(names::look(&places));
    }
    problems.extend(positions::look(reading));
    problems.extend(opened.descriptor.is_none().then(|| values::look(reading)).into_iter().flatten());
    without_echoes(&mut problems);
    let file = |problem: &Problem| reading.files.iter().position(|file| *file == problem.file);
    problems.sort_by_key(|problem| (problem.severity(), file(problem), problem.row));
    problems
}

/// Leaves out what only follows from something that is told of already: a wrong encoding, a file of too many columns.
fn without_echoes(problems: &mut Vec<Problem>) {
    let has = |rule: &Rule| problems.iter().any(|one| *one.rule == *rule);
    let (is_utf_16, is_wide) = (has(&rule::UTF_16), has(&rule::TOO_MANY_COLUMNS));
    problems.retain(|one| !is_utf_16 || *one.rule == rule::UTF_16);
    problems.retain(|one| !is_wide || ![&rule::COLUMN_UNKNOWN, &rule::COLUMN_TWICE].contains(&one.rule));
    let told: HashSet<(String, Option<u32>)> =
        problems.iter().filter(|one| *one.rule == rule::NOT_UTF_8).map(|one| (one.file.clone(), one.row)).collect();
    let is_echo = |one: &Problem| *one.rule == rules::MOJIBAKE && one.meant.is_none() && told.contains(&(one.file.clone(), one.row));
    problems.retain(|one| !is_echo(one));
}

/// What our part of a descriptor has that means nothing.
fn of_descriptor(opened: &Opened) -> Vec<Problem> {
    let wrong = opened.descriptor.iter().flat_map(schema::wrong);
    let finding = |(place, text)| Finding::new(&rules::OURS_WRONG, "", format!("{place}: {text}"));
    let problem = |finding| Problem { column: None, ..placed(finding, &opened.name, None) };
    wrong.map(finding).map(problem).collect()
}

fn of_statements(reading: &Reading, today: u32) -> Vec<Problem> {
    let file = reading.files.first().map(String::as_str).unwrap_or_default();
    let mut problems = Vec::new();
    for (index, &row) in reading.rows.iter().enumerate() {
        let findings = of_statement(&reading.matrix.statement(index), today);
        problems.extend(findings.into_iter().map(|finding| placed(finding, file, Some(row))));
    }
    problems
}

fn of_statement(statement: &Statement, today: u32) -> Vec<Finding> {
    let mut findings = marks::look(statement);
    findings.extend(dates::look(statement.date(), today));
    findings.extend(languages::look(statement.lang()));
    for (column, text) in statement.written() {
        findings.extend(texts::look(column, text));
        findings.extend((column == "url").then(|| addresses::look(text)).flatten());
    }
    // Spoilt text seems to have marks that it never had.
    let is_spoilt = findings.iter().any(|one| *one.rule == rules::MOJIBAKE && one.column == "quote");
    findings.retain(|one| !is_spoilt || *one.rule != rules::QUOTE_OPEN);
    findings
}

/// What is wrong with the names of rows or columns, and in their own table.
fn of_places(places: &Places, today: u32) -> Vec<Problem> {
    let axis = places.axis;
    let mut problems = Vec::new();
    for index in 0..axis.len() {
        let texts = [("name", axis.name(index)), ("description", axis.description(index)), ("source", axis.source(index))];
        let mut findings: Vec<Finding> = texts.into_iter().flat_map(|(column, text)| texts::look(column, text)).collect();
        findings.extend(dates::look(axis.date(index), today));
        findings.extend(axis.url(index).and_then(addresses::look));
        problems.extend(findings.into_iter().map(|finding| places.problem(finding, index)));
    }
    problems
}

fn placed(finding: Finding, file: &str, row: Option<u32>) -> Problem {
    let Finding { rule, column, found, meant } = finding;
    Problem { rule, file: file.to_owned(), row, column: Some(column.to_owned()), found, meant, more: 0 }
}
