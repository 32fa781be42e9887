//! `stance schema`: what a `datapackage.json` of ours may hold, as JSON Schema for editors, and what of it is wrong
//! as words for `stance check`. Both come from the same types.

#[expect(dead_code, reason = "types of which only the shape counts")]
mod ours;
#[expect(dead_code, reason = "likewise")]
mod package;
#[expect(dead_code, reason = "likewise")]
mod table;
mod wrong;

use std::io::Write;

use anyhow::Result;
use clap::ValueEnum;
use matrix::Silence;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

pub use wrong::wrong;

use crate::new;
use crate::outcome::Outcome;

/// What a schema describes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Part {
    /// A whole datapackage.json.
    Datapackage,
    /// Only what stands under stanceMatrix in it.
    StanceMatrix,
}

impl Part {
    /// Its schema.
    pub fn schema(self) -> Schema {
        match self {
            Self::Datapackage => of::<package::Descriptor>(settings()),
            Self::StanceMatrix => of::<ours::StanceMatrix>(settings()),
        }
    }
}

/// Prints the schema of a part.
pub fn schema(part: Part, out: &mut impl Write) -> Result<Outcome> {
    writeln!(out, "{:#}", part.schema().as_value())?;
    Ok(Outcome::Holds)
}

/// The draft that the standard's own schema is in, and that every editor knows.
fn settings() -> SchemaSettings {
    let mut settings = SchemaSettings::draft07();
    // Before the draft's own: those look at what is left alone.
    settings.transforms.insert(0, Box::new(RecursiveTransform(without_null)));
    settings
}

fn of<T: JsonSchema>(settings: SchemaSettings) -> Schema {
    settings.into_generator().into_root_schema_for::<T>()
}

/// What is optional may be left out; there is no need to write `null` instead.
fn without_null(schema: &mut Schema) {
    let is_null = |value: &Value| value == "null" || value.get("type").is_some_and(|kind| kind == "null");
    for key in ["type", "anyOf"] {
        let Some(Value::Array(choices)) = schema.get_mut(key) else { continue };
        choices.retain(|choice| !is_null(choice));
        let [only] = choices.as_slice() else { continue };
        let only = only.clone();
        if key == "type" {
            schema.insert(key.into(), only);
        } else if let (Value::Object(only), Some(schema)) = (only, schema.as_object_mut()) {
            schema.remove(key);
            schema.extend(only);
        }
    }
}

/// The columns of the statements, and those of tables of rows and columns, for editors to offer.
fn columns() -> Vec<&'static str> {
    new::columns().chain(["id", "name", "description"]).collect()
}

/// The words for silence, likewise.
fn silences() -> [&'static str; 7] {
    Silence::ALL.map(Silence::value)
}
