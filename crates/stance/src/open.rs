//! Opening a matrix: from a path or an address to what the model reads of it. What is wrong inside the files is for
//! the model to say; here is only what kept them from being read.

mod address;
pub(crate) mod files;
pub mod page;
mod workbook;

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use matrix::{Json, Package, Problem, Reading, Rule};

use self::address::address_of;
use crate::words::shown;

/// A matrix as it was found.
pub struct Opened {
    /// What the model made of it.
    pub reading: Reading,
    /// Where its proof is recorded.
    pub proof: PathBuf,
    /// What the names of files in its problems are relative to.
    pub base: Base,
    /// The file itself, as its problems name it.
    pub name: String,
    /// The descriptor, where there is one.
    pub descriptor: Option<serde_json::Value>,
}

impl Opened {
    /// Whether `path` is one of the files that this was read from.
    pub fn is_read_from(&self, path: &Path) -> bool {
        // A table that is not there has no name; a workbook has none besides its own.
        let names = self.reading.files.iter().chain([&self.name]);
        let files = names.filter(|name| !name.is_empty() || self.name.is_empty()).map(|name| self.base.place(name).0);
        let real = path.canonicalize().ok();
        real.is_some_and(|real| files.into_iter().any(|file| Path::new(&file).canonicalize().is_ok_and(|file| file == real)))
    }
}

/// Where the tables of a matrix lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// In files of this folder.
    Folder(PathBuf),
    /// In sheets of this workbook.
    Workbook(String),
    /// In this page or at this address.
    One(String),
}

impl Base {
    /// The file that a problem's file is, and the sheet of it, as people find them.
    pub fn place(&self, file: &str) -> (String, Option<String>) {
        match self {
            Self::Folder(folder) => (folder.strip_prefix(".").unwrap_or(folder).join(file).display().to_string(), None),
            Self::Workbook(book) => (book.clone(), Some(file.to_owned()).filter(|sheet| !sheet.is_empty())),
            Self::One(name) => (name.clone(), None),
        }
    }
}

/// Reads the matrix at `path`: a descriptor, a CSV file, a workbook, a page with a snippet, or a folder that holds a
/// descriptor or one CSV file. A path that begins with http:// or https:// is an address, and is fetched.
pub fn open(path: &Path) -> Result<Opened> {
    open_in("", path)
}

/// The same in `language` (BCP 47), where the package is translated into it.
pub fn open_in(language: &str, path: &Path) -> Result<Opened> {
    match address_of(path) {
        Some(address) => address::open(language, &address?),
        None => files::open(language, path),
    }
}

/// What reading a CSV file gives, with all its problems; `file` names it in them.
fn read_csv(language: &str, file: &str, bytes: Vec<u8>) -> Reading {
    let text = |text: &str| Json::Text(text.into());
    let map = |pairs: Vec<(&str, Json)>| Json::Map(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect());
    let schema = map(vec![("fields", Json::List(vec![map(vec![("name", text("stance"))])]))]);
    // Not under its own name, which may be none that a package may name.
    let resource = map(vec![("name", text(file)), ("path", text(ALONE)), ("schema", schema)]);
    let alone = map(vec![("resources", Json::List(vec![resource]))]);
    let mut reading = Package::in_language(language, file, alone).with_all_problems().read(vec![(ALONE.to_owned(), bytes)]);
    reading.problems.iter_mut().for_each(|problem| file.clone_into(&mut problem.file));
    file.clone_into(&mut reading.files[0]);
    reading
}

/// The path of a table that has no package.
const ALONE: &str = "table.csv";

/// A descriptor.
///
/// # Errors
/// It is no JSON; the line is shown, since what is wrong with it is often easier seen than said.
fn json(name: &str, bytes: &[u8]) -> Result<serde_json::Value> {
    serde_json::from_slice(bytes).map_err(|error| {
        let text = String::from_utf8_lossy(bytes);
        let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default().trim();
        let line: String = line.chars().take(80).collect();
        let number = error.line();
        let what = "a comma, a bracket or a straight quotation mark is missing or too many";
        anyhow!("{name} is not JSON: {what} at line {number}, “{}”, or above it", shown(&line))
    })
}

/// A problem of a whole file.
fn of_file(rule: &'static Rule, file: &str, found: &str) -> Problem {
    Problem { rule, file: file.to_owned(), row: None, column: None, found: found.to_owned(), meant: None, more: 0 }
}
