//! `stance import`: its arguments.

use std::io::{IsTerminal, Write, stdin};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use dialoguer::Select;

use crate::import::choices::{Choices, Shape, Values, language, mapping, meaning, values};
use crate::import::{Import as Order, import};
use crate::outcome::Outcome;

/// Makes a package of a table: .csv in any usual encoding, .xlsx, .ods.
///
/// A table has a row for each statement, or a row for each country and a column for each concern. What is done with
/// every column is said. A second import into the same folder uses again what was said at the first.
#[derive(Args, Debug)]
pub struct Import {
    /// The file with the table.
    file: PathBuf,
    /// The folder of the package.
    #[arg(long, value_name = "FOLDER")]
    output: PathBuf,
    /// How the table is laid out, where that is not seen right.
    #[arg(long)]
    shape: Option<Shape>,
    /// The sheet of a workbook, instead of the first that is not empty.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The row of the header, where that is not seen right; the first is 1.
    #[arg(long, value_name = "ROW")]
    header: Option<usize>,
    /// What a column is: a field such as country, concern, stance, quote or source; ignore; or keep.
    #[arg(long = "map", value_name = "COLUMN=FIELD", value_parser = mapping)]
    maps: Vec<(String, String)>,
    /// What a word in the cells means: a value of the scale, or a kind of silence.
    #[arg(long = "stance", value_name = "WORD=VALUE", value_parser = meaning, allow_hyphen_values = true)]
    stances: Vec<(String, String)>,
    /// The values of the scale, from one end to the other, with commas or semicolons between them.
    #[arg(long, value_name = "VALUES", value_parser = values)]
    scale: Vec<Values>,
    /// The title of the package, instead of the name of the file.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The language of the table, as a BCP 47 tag such as de or pt-BR.
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<String>,
    /// Overwrites what is in the folder, and forgets what was said at an earlier import.
    #[arg(long)]
    force: bool,
}

impl Import {
    /// Imports; asks what it does not know where somebody is there to answer.
    pub fn run(self, out: &mut impl Write) -> Result<Outcome> {
        let said = Choices {
            sheet: self.sheet,
            header: self.header,
            shape: self.shape,
            map: self.maps.into_iter().collect(),
            stances: self.stances.into_iter().collect(),
            scale: self.scale.into_iter().flat_map(|values| values.0).collect(),
            language: self.language,
            ..Choices::default()
        };
        let order = Order { file: &self.file, folder: &self.output, force: self.force, title: self.title, said };
        import(order, &mut ask, out)
    }
}

fn ask(field: &str, columns: &[String]) -> Result<Option<usize>> {
    if !stdin().is_terminal() {
        return Ok(None);
    }
    eprintln!("Which column is the {field}? (arrow keys, then Enter; Esc leaves it)");
    Select::new().items(columns).default(0).interact_opt().context("there was no answer")
}
