//! What of a `datapackage.json` a matrix uses, so that an editor can complete it without asking the network.
//! The standard says more, and everything that it says is let through.

use schemars::JsonSchema;

use super::ours::StanceMatrix;
use super::table::Resource;

/// What of a data package a stance matrix uses; the rest of the standard may stand beside it.
#[derive(JsonSchema)]
#[schemars(title = "The datapackage.json of a stance matrix")]
pub struct Descriptor {
    /// The standard: `https://datapackage.org/profiles/2.0/datapackage.json`.
    #[schemars(rename = "$schema", example = &"https://datapackage.org/profiles/2.0/datapackage.json")]
    pub schema: Option<String>,
    /// The name: lower case, digits, `-`, `.` and `_`.
    pub name: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// What the matrix shows, in a sentence or two.
    pub description: Option<String>,
    /// The version of the data.
    #[schemars(example = &"1.0.0")]
    pub version: Option<String>,
    /// When it was made.
    #[schemars(example = &"2026-11-24T00:00:00Z")]
    pub created: Option<String>,
    /// Where the statements come from that name no source themselves and whose concern names none.
    pub sources: Option<Vec<Source>>,
    /// Under what licence the data may be used.
    pub licenses: Option<Vec<License>>,
    /// The tables. The first with a field `stance` holds the statements.
    #[schemars(length(min = 1))]
    pub resources: Vec<Resource>,
    /// What the standard has no word for.
    #[schemars(rename = "stanceMatrix")]
    pub stance_matrix: Option<StanceMatrix>,
}

/// A source of the data.
#[derive(JsonSchema)]
pub struct Source {
    /// What it is called.
    pub title: Option<String>,
    /// Its address.
    pub path: Option<String>,
}

/// A licence.
#[derive(JsonSchema)]
pub struct License {
    /// Its name as the Open Definition has it.
    #[schemars(regex(pattern = r"^[-a-zA-Z0-9._]+$"), example = &"CC-BY-4.0")]
    pub name: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// Its address.
    pub path: Option<String>,
}
