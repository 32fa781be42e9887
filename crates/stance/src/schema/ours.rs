//! What of a descriptor is ours: `stanceMatrix`, what the standard has no word for.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde_json::{Map, Value};

/// What a stance matrix says of itself that the Data Package standard has no word for.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "What is ours in datapackage.json")]
pub struct StanceMatrix {
    /// The language of the data, as a BCP 47 tag.
    #[schemars(example = &"en")]
    pub language: Option<String>,
    /// The column of the statements that names rows and, where rows have a table of their own, its resource.
    #[schemars(length(min = 1, max = 2), example = ["country", "countries"])]
    pub rows: Option<Vec<String>>,
    /// The column of the statements that names columns and, where columns have a table of their own, its resource.
    #[schemars(length(min = 1, max = 2), example = ["concern", "concerns"])]
    pub columns: Option<Vec<String>>,
    /// The look of values of the scale, by value.
    pub scale: Option<BTreeMap<String, Look>>,
    /// How rows and columns are ordered, in words.
    pub order: Option<String>,
    /// How the statements were gathered, and what the stances mean.
    pub notes: Option<String>,
    /// The texts of the package in other languages, by BCP 47 tag.
    pub translations: Option<BTreeMap<String, Translation>>,
    /// The file beside the package in which `stance verify` records that quotes were found in their source, so that
    /// their cards say so; in a package that is one file, what is recorded.
    #[schemars(with = "Option<Value>", example = &"proof.json")]
    pub proof: Option<Value>,
    /// What `stance import` remembers of a file, so that it can be imported again.
    pub import: Option<Map<String, Value>>,
}

/// The look of a value of the scale.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Look {
    /// Its colour, instead of the palette's.
    #[schemars(example = &"#2166ac")]
    pub color: Option<String>,
    /// Its mark in the cell: one or two characters.
    #[schemars(example = &"+")]
    pub mark: Option<String>,
}

/// The texts of the package in another language.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Translation {
    /// The title of the package.
    pub title: Option<String>,
    /// The description of the package.
    pub description: Option<String>,
    /// How rows and columns are ordered, in words.
    pub order: Option<String>,
    /// How the statements were gathered, and what the stances mean.
    pub notes: Option<String>,
    /// The words for values of the scale and for silences, by value.
    pub scale: Option<BTreeMap<String, String>>,
}
