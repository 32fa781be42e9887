//! What is in the folder already: the package of an earlier import, and what its author has made of it since.

use std::fs::{self, DirEntry};
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use matrix::Noun;
use serde_json::Value;

use super::choices::Choices;
use super::draft::Entries;
use super::field::{COLUMNS, ROWS, fold};
use super::package::{IMPORT, OURS, STATEMENTS};
use crate::open::files::DESCRIPTOR;
use crate::sheet::read_separated;
use crate::verify::digest::sha256;
use crate::words::in_marks;

/// What is in the folder of the package.
#[derive(Default)]
pub struct Earlier {
    /// The descriptor, as its author may have changed it since; null where there is none.
    pub descriptor: Value,
    /// What was said of the table then.
    pub choices: Option<Choices>,
}

impl Earlier {
    /// Looks into the folder, in which the table itself may be; with `force` whatever is there counts for nothing.
    ///
    /// # Errors
    /// There is something else than the package of an earlier import.
    pub fn open(folder: &Path, table: &Path, force: bool) -> Result<Self> {
        let is_table = |entry: DirEntry| is_same(&entry.path(), table);
        let is_empty = match fs::read_dir(folder) {
            Ok(entries) => entries.map_while(Result::ok).all(is_table),
            Err(error) if error.kind() == ErrorKind::NotFound => true,
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", folder.display())),
        };
        let written = [STATEMENTS.to_string(), DESCRIPTOR.to_string()].into_iter();
        let written = written.chain(ROWS.iter().chain(&COLUMNS).map(|noun| format!("{}.csv", noun.plural())));
        for name in written.map(|name| folder.join(name)) {
            ensure!(!is_same(&name, table), "{} is the table itself, and an import would write over it; rename it", name.display());
        }
        if is_empty || force {
            return Ok(Self::default());
        }
        let help = "name another folder, or overwrite what an import writes with --force";
        let Ok(bytes) = fs::read(folder.join(DESCRIPTOR)) else { bail!("{} is not empty; {help}", folder.display()) };
        let file = folder.join(DESCRIPTOR);
        let descriptor: Value = serde_json::from_slice(&bytes).with_context(|| format!("{} is not JSON", file.display()))?;
        let Some(remembered) = descriptor.get(OURS).and_then(|ours| ours.get(IMPORT)) else {
            bail!("the package in {} was not made by an import; {help}", folder.display())
        };
        let choices = serde_json::from_value(remembered.clone());
        let choices: Choices = choices.with_context(|| format!("{} does not say how it was imported", file.display()))?;
        let statements = folder.join(STATEMENTS);
        if fs::read(&statements).is_ok_and(|bytes| sha256(&bytes) != choices.sha256) {
            let name = statements.display();
            let help = format!("an import would write over that. Make the change in the table, and remove {name}");
            bail!("{name} was changed by hand since the last import, and {help}");
        }
        Ok(Self { descriptor, choices: Some(choices) })
    }

    /// The values of its scale, as its author may have changed them since.
    pub fn scale(&self) -> Vec<String> {
        let stance = self.field("statements", "stance");
        let categories = stance.and_then(|stance| stance.get("categories")).and_then(Value::as_array);
        let value = |category: &Value| category.get("value").or(Some(category)).and_then(Value::as_str).map(String::from);
        categories.into_iter().flatten().filter_map(value).collect()
    }

    /// The field of a table's column, as it was described.
    pub fn field(&self, table: &str, name: &str) -> Option<&Value> {
        let fields = self.resource(table)?.get("schema")?.get("fields")?.as_array()?;
        fields.iter().find(|field| field.get("name").and_then(Value::as_str) == Some(name))
    }

    /// A table, as it was described.
    pub fn resource(&self, name: &str) -> Option<&Value> {
        let resources = self.descriptor.get("resources")?.as_array()?;
        resources.iter().find(|resource| resource.get("name").and_then(Value::as_str) == Some(name))
    }

    /// The table of rows or columns as it is now, however its author has saved it.
    ///
    /// # Errors
    /// It is too large, or has something that writing it anew would lose.
    pub fn entries(&self, folder: &Path, noun: Noun) -> Result<Entries> {
        let header = ["id", "name"];
        let file = folder.join(format!("{}.csv", noun.plural()));
        match fs::read(&file) {
            Ok(bytes) if self.choices.is_some() => {
                let sheet = read_separated(&bytes).with_context(|| format!("cannot read {}", file.display()))?;
                ensure_whole(&sheet.rows).with_context(|| format!("cannot take over {}", file.display()))?;
                Ok(Entries::known(sheet.rows.into_iter(), &header))
            }
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error).with_context(|| format!("cannot read {}", file.display())),
            _ => Ok(Entries::new(&header)),
        }
    }
}

/// That every cell of a table of names stands under a header of its own.
fn ensure_whole(rows: &[Vec<String>]) -> Result<()> {
    let header = rows.first().map(Vec::as_slice).unwrap_or_default();
    for (place, name) in header.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
        let is_twice = header.iter().take(place).any(|before| fold(before) == fold(name));
        ensure!(!is_twice, "it has two columns {}; rename one", in_marks(name));
    }
    for (number, row) in (1..).zip(rows) {
        let lost = row.iter().skip(header.len()).find(|cell| !cell.trim().is_empty());
        ensure!(lost.is_none(), "row {number} has more cells than its header; {} has no column", in_marks(lost.map_or("", String::as_str)));
    }
    Ok(())
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).ok().is_some_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}
