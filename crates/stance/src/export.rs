//! `stance export`: a matrix as a file for somebody else's tools. What each format is stands in its own module;
//! here is what they have in common: which part of the matrix goes out.

pub mod csv;
pub mod html;
pub mod json;
pub mod markdown;
pub mod svg;

use std::path::Path;

use ::csv::{QuoteStyle, WriterBuilder};
use anyhow::{Context, Result};
use clap::ValueEnum;
use matrix::{Json, Matrix, Package, axis_fields, descriptor, statement_fields};
use serde_json::Value;

use crate::snippet::{OWN_LANGUAGE, is_verbatim};
use crate::verify::proof::Proof;

/// What a matrix can be exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One table for spreadsheets, a row for each statement.
    Csv,
    /// One data package with its data inside.
    Json,
    /// A table and the statements under it.
    Markdown,
    /// A picture of the matrix for social cards, 1200 × 630.
    Svg,
    /// A page with the widget inside, which works from disk without a server.
    Html,
}

impl Format {
    /// The format that the name of a file asks for.
    pub fn of(file: &Path) -> Option<Self> {
        let extension = file.extension()?.to_str()?.to_lowercase();
        match extension.as_str() {
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            "md" => Some(Self::Markdown),
            "svg" => Some(Self::Svg),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// Which part of a matrix goes out.
pub struct Part {
    /// Rows, by their places.
    pub rows: Vec<usize>,
    /// Columns, by their places.
    pub columns: Vec<usize>,
    /// Whether verbatim words go along.
    pub quotes: bool,
}

/// The matrix in a format; what is `proved` of its quotes goes along where a widget reads it. The page of a format
/// that has one is in `lang`, or in the language of the data. The same matrix gives the same text.
///
/// # Errors
/// A matrix that is too large for a picture; a program that was built without the widget.
pub fn export(matrix: &Matrix, format: Format, lang: Option<&str>, proof: &Proof) -> Result<String> {
    match format {
        Format::Csv => csv::csv(matrix),
        Format::Json => json::json(matrix, proof),
        Format::Markdown => Ok(markdown::markdown(matrix)),
        Format::Svg => svg::svg(matrix),
        Format::Html => html::html(matrix, lang, proof),
    }
}

/// A part of a matrix as a matrix of its own: a package of that part, read.
///
/// # Errors
/// None that data could cause: the tables are written into memory.
pub fn part(matrix: Matrix, part: &Part) -> Result<Matrix> {
    let (rows, columns) = (matrix.rows(), matrix.columns());
    if part.quotes && part.rows.len() == rows.len() && part.columns.len() == columns.len() {
        return Ok(matrix);
    }
    let goes = |places: &[usize], place: usize| places.binary_search(&place).is_ok();
    let statements = (0..matrix.len()).filter(|&index| {
        let statement = matrix.statement(index);
        goes(&part.rows, statement.row()) && goes(&part.columns, statement.column())
    });
    let is_kept = |name: &str| part.quotes || !is_verbatim(name);
    let statement = |index: usize| statement_fields(&matrix, index).into_iter().filter(|(name, _)| is_kept(name)).collect();
    let tables = [
        table(statement(usize::MAX), statements.map(statement))?,
        table(axis_fields(rows, usize::MAX, "group"), part.rows.iter().map(|&row| axis_fields(rows, row, "group")))?,
        table(axis_fields(columns, usize::MAX, "theme"), part.columns.iter().map(|&column| axis_fields(columns, column, "theme")))?,
    ];
    let mut package = descriptor(&matrix);
    let resources = package.pointer_mut("/resources").and_then(Value::as_array_mut);
    for (resource, table) in resources.into_iter().flatten().filter_map(Value::as_object_mut).zip(tables) {
        resource.remove("path");
        resource.insert("data".into(), table.into());
    }
    let package: Json = serde_json::from_value(package)?;
    Ok(Package::in_language(OWN_LANGUAGE, "part", package).read(Vec::new()).matrix)
}

/// A table as CSV: the names of `head`, and a line for each record.
fn table<'a>(head: Vec<(&'a str, &'a str)>, records: impl Iterator<Item = Vec<(&'a str, &'a str)>>) -> Result<String> {
    let mut writer = WriterBuilder::new().quote_style(QuoteStyle::Always).from_writer(Vec::new());
    writer.write_record(head.iter().map(|(name, _)| name))?;
    for record in records {
        writer.write_record(record.iter().map(|(_, value)| value))?;
    }
    String::from_utf8(writer.into_inner()?).context("the table is not text")
}
