//! `stance schema`: its arguments.

use std::io::Write;

use anyhow::Result;
use clap::Args;

use crate::outcome::Outcome;
use crate::schema::{Part, schema};

/// Prints the JSON Schema of datapackage.json, for editors.
///
/// An editor that knows JSON Schema completes the file by it, and marks what is wrong.
#[derive(Args, Debug)]
pub struct Schema {
    /// What the schema is of.
    #[arg(value_enum, default_value_t = Part::Datapackage)]
    part: Part,
}

impl Schema {
    /// Prints it.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        schema(self.part, out)
    }
}
