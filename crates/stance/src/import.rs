//! `stance import`: makes a package of the tables that people have, says what it did with every column, and drops
//! nothing without saying so.
//!
//! The way of a table: its [`crate::sheet`], then the `table` in it with its header; the `meaning` of each column, by
//! what its author said ([`choices`]) or by what it is called (`field`, and `wide` where every concern has a column);
//! `statements` and the `scale` of their stances in a `draft`; and the `package` that is written, or written again.

mod alike;
pub mod choices;
mod draft;
mod earlier;
mod field;
mod headless;
mod kept;
mod meaning;
mod more;
mod package;
mod places;
mod scale;
mod silences;
mod statements;
mod table;
mod told;
mod wide;

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use matrix::{Noun, Severity};

use crate::check::{check, today};
use crate::outcome::Outcome;
use crate::sheet::{ensure_size, read_tables};
use crate::words::{count, in_marks};
use choices::Choices;
use draft::Draft;
use earlier::Earlier;
pub use field::fold;
pub use meaning::Ask;
use meaning::{Meanings, meanings};
use package::Package;
use places::Places;
use scale::Scale;
use table::Table;
use told::Told;

/// More problems than this are for the check to say.
const MOST_PROBLEMS: usize = 20;

/// What is to be imported, and where to.
pub struct Import<'a> {
    /// The file with the table.
    pub file: &'a Path,
    /// The folder of the package.
    pub folder: &'a Path,
    /// Whether whatever is in the folder may be overwritten.
    pub force: bool,
    /// The title of the package.
    pub title: Option<String>,
    /// What its author says of the table.
    pub said: Choices,
}

/// Makes the package, or makes it anew from what was remembered. It fails where something of the table is not in it.
///
/// # Errors
/// The file is no table that can be read, the folder holds something else, or a column that is needed is not known.
pub fn import(import: Import<'_>, ask: &mut Ask<'_>, out: &mut impl Write) -> Result<Outcome> {
    let Import { file, folder, force, title, mut said } = import;
    said.file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let earlier = Earlier::open(folder, file, force)?;
    let mut lines = Vec::new();
    let mut choices = match &earlier.choices {
        Some(known) => {
            lines.push(format!("What {} remembers of an earlier import is used again.", folder.display()));
            known.clone().then(said.clone())
        }
        None => said.clone(),
    };
    let name = file.display();
    let table = open_table(file, &choices, &mut lines).with_context(|| format!("cannot import {name}"))?;
    let meanings = meanings(&table, &mut choices, &said, ask).with_context(|| format!("cannot import {name}"))?;
    choices.shape = Some(meanings.shape);
    lines.push(format!("The header is row {}: {}.", table.header, meanings.shape));
    let nouns = nouns(&meanings, &choices);
    lines.extend(meanings.lines(&table, nouns.0));
    lines.extend(meanings.all_differ(&table));
    lines.extend(forgotten(&table, &choices));
    let mut draft = Draft {
        fields: Vec::new(),
        statements: Vec::new(),
        rows: earlier.entries(folder, nouns.0)?,
        columns: earlier.entries(folder, nouns.1)?,
    };
    let mut scale = Scale::new(&choices, earlier.scale(), !table.has("+"));
    let told = statements::read(&table, &meanings, &mut scale, &mut draft);
    let silent = bare_silences(&draft, &scale);
    let (values, of_scale) = scale.finish().with_context(|| format!("cannot import {name}"))?;
    lines.extend(of_scale);
    lines.extend(of_rows(&table, &told, draft.statements.len(), silent));
    lines.extend(told.lines());
    let places = Places::new(&said.file, &draft, nouns);
    let package = Package { folder, earlier, nouns, title, scale: values, choices };
    lines.extend(package.write(&draft)?);
    writeln!(out, "{name}:")?;
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    sum_up(folder, &told, &places, out)
}

fn open_table(file: &Path, choices: &Choices, lines: &mut Vec<String>) -> Result<Table> {
    let about = fs::metadata(file)?;
    // A pipe or a device has no end that could be foreseen.
    ensure!(about.is_file(), "it is no file that could be read to its end");
    ensure_size(about.len())?;
    let tables = read_tables(&fs::read(file)?)?;
    let sheet = table::choose(tables, choices, lines)?;
    table::table(sheet, choices, lines)
}

/// What rows and columns are called.
fn nouns(meanings: &Meanings, choices: &Choices) -> (Noun, Noun) {
    let row = meanings.field(|name| field::row(name).is_some()).and_then(|(_, name)| field::row(name));
    let column = meanings.field(|name| field::column(name).is_some()).and_then(|(_, name)| field::column(name));
    // The concerns of a wide table are many columns, each of which may have been called otherwise.
    let column = column.or_else(|| choices.map.values().find_map(|name| field::column(name)));
    (row.unwrap_or(Noun::Country), column.unwrap_or(Noun::Concern))
}

/// A line on what was said of columns that the table has no more.
fn forgotten(table: &Table, choices: &Choices) -> Option<String> {
    let is_there = |name: &&String| table.columns.iter().any(|column| fold(&column.name) == fold(name));
    let names: Vec<String> = choices.map.keys().filter(|name| !is_there(name)).map(|name| in_marks(name)).collect();
    (!names.is_empty()).then(|| format!("Remembered, and not in the table any more: {}.", names.join(", ")))
}

/// How many statements name a silence and nothing else: they are not counted as such.
fn bare_silences(draft: &Draft, scale: &Scale) -> usize {
    let is_words = |place: usize| draft.fields.get(place).is_some_and(|name| matches!(name.as_str(), "quote" | "text"));
    let has_words = |fields: &[(usize, String)]| fields.iter().any(|(place, _)| is_words(*place));
    draft.statements.iter().filter(|statement| scale.is_silence(&statement.stance) && !has_words(&statement.fields)).count()
}

/// Lines on what became of the rows.
fn of_rows(table: &Table, told: &Told, statements: usize, silent: usize) -> Vec<String> {
    let rows = count(table.rows.len(), "row", "rows");
    let why = if silent > 0 { format!(", of which {} a silence", count(silent, "only names", "only name")) } else { String::new() };
    let mut lines = vec![format!("{rows} below the header gave {}{why}.", count(statements, "statement", "statements"))];
    if told.blank > 0 {
        let cells = count(told.blank, "cell of a concern is blank, and gave", "cells of concerns are blank, and gave");
        lines.push(format!("{cells} none; say what that means with --stance \"=KIND OF SILENCE\"."));
    }
    if !table.blank.is_empty() {
        let numbers: Vec<String> = table.blank.iter().take(10).map(ToString::to_string).collect();
        let more = table.blank.len().checked_sub(10).filter(|more| *more > 0).map(|more| format!(" and {more} more"));
        lines.push(format!(
            "Blank: {} {}{}.",
            if numbers.len() == 1 { "row" } else { "rows" },
            numbers.join(", "),
            more.unwrap_or_default()
        ));
    }
    lines
}

/// Checks the package, and says what it is and what is wrong with it, in the table as well.
fn sum_up(folder: &Path, told: &Told, places: &Places, out: &mut impl Write) -> Result<Outcome> {
    let checked = check(folder, today())?;
    let grave = || checked.problems.iter().filter(|problem| problem.severity() < Severity::Hint);
    grave().take(MOST_PROBLEMS).try_for_each(|problem| writeln!(out, "{}", places.said(problem, &checked.opened.base)))?;
    let is_all = checked.problems.len() == grave().take(MOST_PROBLEMS).count();
    let rest = if is_all { String::new() } else { format!(" `stance check {}` says the rest.", folder.display()) };
    writeln!(out, "{}: {}; {}.{rest}", folder.display(), checked.size(), checked.sum())?;
    Ok(Outcome::of(checked.count(Severity::Error) == 0 && told.errors.is_empty()))
}
