//! What of a table's description a matrix uses: its file, its columns, and what they refer to.

use schemars::JsonSchema;
use serde_json::Value;

/// A table.
#[derive(JsonSchema)]
pub struct Resource {
    /// The name by which foreign keys refer to it.
    pub name: String,
    /// What it is called.
    pub title: Option<String>,
    /// The file in the package's own folder, or its address.
    pub path: Option<Path>,
    /// The rows themselves, instead of a file.
    pub data: Option<Value>,
    /// How the file is written.
    pub dialect: Option<Dialect>,
    /// How its characters are written: `utf-8`.
    pub encoding: Option<String>,
    /// Its columns.
    pub schema: Option<Schema>,
}

/// A file.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Path {
    /// One file.
    One(String),
    /// A list of one file.
    List(Vec<String>),
}

/// How a file is written.
#[derive(JsonSchema)]
pub struct Dialect {
    /// What stands between two fields.
    #[schemars(example = &",")]
    pub delimiter: Option<String>,
}

/// The columns of a table: described here, or in a file that it names.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Schema {
    /// Described here.
    Here(Table),
    /// In a file.
    File(String),
}

/// The columns of a table.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase")]
pub struct Table {
    /// The columns, in their order.
    pub fields: Option<Vec<Field>>,
    /// Columns that hold ids of another table: `country` those of the countries.
    pub foreign_keys: Option<Vec<ForeignKey>>,
}

/// A column.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase")]
pub struct Field {
    /// Its header; `summary:ru` is the translation of `summary` into Russian.
    #[schemars(extend("examples" = super::columns()))]
    pub name: String,
    /// What it is called.
    pub title: Option<String>,
    /// What stands in it.
    pub description: Option<String>,
    /// What sort of values it has; `string` for all columns of a matrix, dates among them.
    #[schemars(rename = "type", example = &"string")]
    pub kind: Option<String>,
    /// Of `stance`: the values of the scale, from one end to the other.
    pub categories: Option<Vec<Word>>,
    /// Of `stance`: `true`, since a scale has an order.
    pub categories_ordered: Option<bool>,
    /// Of `stance`: the silences that are used, with their labels.
    pub missing_values: Option<Vec<Word>>,
    /// What its values must be.
    pub constraints: Option<Constraints>,
}

/// What the values of a column must be.
#[derive(JsonSchema)]
pub struct Constraints {
    /// Whether every row has one; never of `stance`, whose silences count as missing.
    pub required: Option<bool>,
    /// Whether no two rows have the same.
    pub unique: Option<bool>,
    /// The values that are allowed.
    #[schemars(rename = "enum")]
    pub allowed: Option<Vec<Value>>,
}

/// A value in the data, alone or with the word on screen.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Word {
    /// The value, which is also the word on screen.
    Plain(String),
    /// The value as a number.
    Number(serde_json::Number),
    /// The value and the word on screen.
    Labelled(Labelled),
}

/// A value and the word on screen.
#[derive(JsonSchema)]
pub struct Labelled {
    /// The value in the data.
    #[schemars(extend("examples" = super::silences()))]
    pub value: Value,
    /// The word on screen.
    pub label: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

/// A column that holds ids of another table.
#[derive(JsonSchema)]
pub struct ForeignKey {
    /// The column.
    pub fields: Names,
    /// What it refers to.
    pub reference: Reference,
}

/// What a foreign key refers to.
#[derive(JsonSchema)]
pub struct Reference {
    /// The resource.
    #[schemars(example = &"countries")]
    pub resource: Option<String>,
    /// Its column.
    #[schemars(example = &"id")]
    pub fields: Names,
}

/// One column, or a list of columns.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Names {
    /// One column.
    One(String),
    /// A list of columns.
    List(Vec<String>),
}
