//! What is in the folder already: the package of an earlier import, and what its author has made of it since.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};
use matrix::Noun;
use serde_json::Value;

use super::choices::Choices;
use super::draft::Entries;
use super::package::{DESCRIPTOR, IMPORT, OURS, STATEMENTS, sha256};

/// What is in the folder of the package.
#[derive(Default)]
pub struct Earlier {
    /// The descriptor, as its author may have changed it since; null where there is none.
    pub descriptor: Value,
    /// What was said of the table then.
    pub choices: Option<Choices>,
}

impl Earlier {
    /// Looks into the folder; with `force` whatever is there counts for nothing.
    ///
    /// # Errors
    /// There is something else than the package of an earlier import.
    pub fn open(folder: &Path, force: bool) -> Result<Self> {
        let is_empty = match fs::read_dir(folder) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == ErrorKind::NotFound => true,
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", folder.display())),
        };
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
            let help = "an import would write over that. Make the change in the table, and remove the file";
            bail!("{} was changed by hand since the last import, and {help}", statements.display());
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

    /// The table of rows or columns as it is now.
    pub fn entries(&self, folder: &Path, noun: Noun) -> Entries {
        let header = ["id", "name"];
        if self.choices.is_none() {
            return Entries::new(&header);
        }
        let Ok(bytes) = fs::read(folder.join(format!("{}.csv", noun.plural()))) else { return Entries::new(&header) };
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
        let rows: Vec<Vec<String>> = reader
            .byte_records()
            .flatten()
            .map(|row| row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect())
            .collect();
        Entries::known(rows.into_iter(), &header)
    }
}
