//! A matrix as one data package with its data inside: what the widget takes as `data`, and `stance check` reads.

use anyhow::Result;
use matrix::{Axis, Matrix, axis_fields, descriptor, statement_fields};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value, to_string_pretty};

use crate::verify::proof::Proof;

/// The matrix as JSON, with what is proved of its quotes.
///
/// # Errors
/// None that data could cause: it is written into memory.
pub fn json(matrix: &Matrix, proof: &Proof) -> Result<String> {
    let mut descriptor = descriptor(matrix);
    proof.along(&mut descriptor, (0..matrix.len()).map(|index| matrix.statement(index).quote()));
    let resources = descriptor.get("resources").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let tables = [Table::Statements(matrix), Table::Axis(matrix.rows(), "group"), Table::Axis(matrix.columns(), "theme")];
    let resources = resources.iter().filter_map(Value::as_object).zip(tables).map(|(about, data)| Resource { about, data }).collect();
    let empty = Map::new();
    let file = Package { about: descriptor.as_object().unwrap_or(&empty), resources };
    Ok(to_string_pretty(&file)? + "\n")
}

/// A package: what it says of itself, and its tables. It is written as it goes, not built whole: a table may be long.
struct Package<'a> {
    about: &'a Map<String, Value>,
    resources: Vec<Resource<'a>>,
}

/// A table with what the package says of it.
struct Resource<'a> {
    about: &'a Map<String, Value>,
    data: Table<'a>,
}

/// The statements, or the rows or the columns with the header of their groups.
enum Table<'a> {
    Statements(&'a Matrix),
    Axis(&'a Axis, &'a str),
}

/// A line of a table: columns in their order, and what is in them.
struct Record<'a>(Vec<(&'a str, &'a str)>);

impl Table<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Statements(matrix) => matrix.len(),
            Self::Axis(axis, _) => axis.len(),
        }
    }

    fn record(&self, index: usize) -> Record<'_> {
        Record(match self {
            Self::Statements(matrix) => statement_fields(matrix, index),
            Self::Axis(axis, group) => axis_fields(axis, index, group),
        })
    }
}

impl Serialize for Package<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in self.about {
            if key == "resources" {
                map.serialize_entry(key, &self.resources)?;
            } else {
                map.serialize_entry(key, value)?;
            }
        }
        map.end()
    }
}

impl Serialize for Resource<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in self.about.iter().filter(|(key, _)| *key != "path") {
            map.serialize_entry(key, value)?;
        }
        map.serialize_entry("data", &self.data)?;
        map.end()
    }
}

impl Serialize for Table<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.len() == 0 {
            // Without a line, its header alone: a table must have one.
            let head: Vec<&str> = self.record(0).0.into_iter().map(|(name, _)| name).collect();
            return serializer.collect_seq([head]);
        }
        serializer.collect_seq((0..self.len()).map(|index| self.record(index)))
    }
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}
