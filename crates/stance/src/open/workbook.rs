//! A workbook as a package: the sheet whose header has `stance` is the statements, and sheets that are called as the
//! rows or the columns are (`countries`, `concerns`) their tables.

use anyhow::Result;
use csv::WriterBuilder;
use matrix::{Noun, Package, Problem, Reading};
use serde_json::{Value, json};
use strsim::osa_distance;

use super::of_file;
use crate::check::rules;
use crate::sheet::{Sheet, Tables, read_workbook};

/// Nouns of rows and of columns.
const NOUNS: [Noun; 9] =
    [Noun::Country, Noun::Party, Noun::Candidate, Noun::Organisation, Noun::Actor, Noun::Concern, Noun::Issue, Noun::Topic, Noun::Thesis];

/// What the model reads of a workbook. Problems name the sheet as their file.
pub fn read(language: &str, bytes: &[u8]) -> Result<Reading> {
    let Tables { sheets, notes } = read_workbook(bytes)?;
    let sheets: Vec<Sheet> = sheets.into_iter().filter(|sheet| sheet.rows.iter().flatten().any(|cell| !cell.trim().is_empty())).collect();
    let is_statements = |sheet: &&Sheet| header(sheet).iter().any(|name| name == "stance");
    let Some(statements) = sheets.iter().find(is_statements) else { return Ok(without_statements(&sheets)) };
    let keys = keys(statements, &sheets);
    let is_read = |sheet: &&Sheet| statements == *sheet || keys.iter().any(|(_, read)| read == sheet);
    let read = [statements].into_iter().chain(keys.iter().map(|(_, sheet)| *sheet));
    let read: Vec<Value> = read.map(|sheet| resource(sheet, &keys)).collect();
    let descriptor = json!({"resources": read});
    let mut reading = Package::in_language(language, "workbook", serde_json::from_value(descriptor)?).with_all_problems().read(Vec::new());
    let unread = sheets.iter().filter(|sheet| !is_read(sheet)).map(|sheet| of_file(&rules::SHEET_UNREAD, name(sheet), name(sheet)));
    let notes = notes.iter().map(|note| of_file(&rules::SHEET_NOTE, "", note));
    let of_sheets = sheets.iter().flat_map(|sheet| sheet.notes.iter().map(|note| of_file(&rules::SHEET_NOTE, name(sheet), note)));
    let told: Vec<Problem> = unread.chain(notes).chain(of_sheets).collect();
    reading.problems.extend(told);
    Ok(reading)
}

/// A workbook in which nothing is called a stance.
fn without_statements(sheets: &[Sheet]) -> Reading {
    let first = sheets.first();
    let near = first.and_then(|sheet| header(sheet).into_iter().find(|name| osa_distance(name, "stance") <= 2));
    let problem = of_file(&rules::NO_STANCE_SHEET, first.map(name).unwrap_or_default(), near.as_deref().unwrap_or_default());
    let column = near.clone();
    Reading { problems: vec![Problem { column, meant: near.map(|_| "stance".to_owned()), ..problem }], ..Reading::default() }
}

fn name(sheet: &Sheet) -> &str {
    sheet.name.as_deref().unwrap_or_default()
}

/// The folded names of the first row that is not blank.
fn header(sheet: &Sheet) -> Vec<String> {
    let row = sheet.rows.iter().find(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    row.into_iter().flatten().map(|cell| cell.trim().to_lowercase()).collect()
}

/// The nouns in the header of the statements that a sheet is called after, with that sheet.
fn keys<'a>(statements: &Sheet, sheets: &'a [Sheet]) -> Vec<(Noun, &'a Sheet)> {
    let header = header(statements);
    let named = |noun: &Noun| header.iter().any(|name| name == noun.singular());
    let sheet = |noun: Noun| Some((noun, sheets.iter().find(|sheet| name(sheet).trim().to_lowercase() == noun.plural())?));
    NOUNS.into_iter().filter(named).filter_map(sheet).collect()
}

fn resource(sheet: &Sheet, keys: &[(Noun, &Sheet)]) -> Value {
    let fields: Vec<Value> = header(sheet).into_iter().map(|name| json!({"name": name})).collect();
    let key = |(noun, sheet): &(Noun, &Sheet)| json!({"fields": noun.singular(), "reference": {"resource": name(sheet), "fields": "id"}});
    let keys: Vec<Value> = keys.iter().map(key).collect();
    json!({"name": name(sheet), "data": csv(sheet), "schema": {"fields": fields, "foreignKeys": keys}})
}

/// The sheet as CSV, with a blank line for a blank row, so that rows keep their numbers.
fn csv(sheet: &Sheet) -> String {
    let mut text = Vec::new();
    for row in &sheet.rows {
        let is_blank = row.iter().all(|cell| cell.trim().is_empty());
        let mut line = WriterBuilder::new().flexible(true).from_writer(Vec::new());
        if !is_blank && line.write_record(row).is_ok() {
            text.extend(line.into_inner().unwrap_or_default());
        } else {
            text.push(b'\n');
        }
    }
    String::from_utf8_lossy(&text).into_owned()
}
