//! What an author says of a table: given as options, asked for, or remembered in the package.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use oxilangtag::LanguageTag;
use serde::{Deserialize, Serialize};

use super::alike::silence_near;
use super::field::{all, fold};

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A row for each statement.
    Long,
    /// A row for each country, a column for each concern.
    Wide,
}

/// A column may also be left out,
pub const IGNORE: &str = "ignore";
/// or kept as it is.
pub const KEEP: &str = "keep";

/// What was said of a table. It stands as `stanceMatrix.import` in the package that was made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Choices {
    /// The name of the file.
    pub file: String,
    /// The sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row of the header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<usize>,
    /// How the table is laid out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
    /// What columns are, by their headers: a field, `ignore` or `keep`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub map: BTreeMap<String, String>,
    /// What words of the table mean on the scale.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub stances: BTreeMap<String, String>,
    /// The values of the scale, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scale: Vec<String>,
    /// The language of the table, where it was said now; the package has it in a place of its own.
    #[serde(skip)]
    pub language: Option<String>,
    /// SHA-256 of the statements as they were written, so that a change by hand is noticed before it is lost.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sha256: String,
}

impl Choices {
    /// These, and in whatever `newer` has something to say, that.
    pub fn then(mut self, newer: Self) -> Self {
        self.file = newer.file;
        self.language = newer.language;
        self.sheet = newer.sheet.or(self.sheet);
        self.header = newer.header.or(self.header);
        self.shape = newer.shape.or(self.shape);
        for (known, new) in [(&mut self.map, newer.map), (&mut self.stances, newer.stances)] {
            for (key, value) in new {
                // The same header may be written in other letters.
                known.retain(|other, _| fold(other) != fold(&key));
                known.insert(key, value);
            }
        }
        self.scale = if newer.scale.is_empty() { self.scale } else { newer.scale };
        self
    }

    /// What was said of the column with this header.
    pub fn of(&self, header: &str) -> Option<&str> {
        let header = fold(header);
        self.map.iter().find(|(name, _)| fold(name) == header).map(|(_, field)| field.as_str())
    }
}

/// `LEFT=RIGHT`, as options have it.
///
/// # Errors
/// There is no `=`.
fn pair(text: &str) -> Result<(String, String)> {
    let (left, right) = text.rsplit_once('=').with_context(|| format!("“{text}” has no “=”"))?;
    Ok((left.trim().into(), right.trim().into()))
}

/// Values of a scale, as one option has them.
#[derive(Clone, Debug)]
pub struct Values(pub Vec<String>);

/// Values with semicolons between them; without any, with commas.
///
/// # Errors
/// There is none.
pub fn values(text: &str) -> Result<Values> {
    let separator = if text.contains(';') { ';' } else { ',' };
    let values: Vec<String> = text.split(separator).map(|value| value.trim().to_string()).filter(|value| !value.is_empty()).collect();
    ensure!(!values.is_empty(), "“{text}” has no value");
    Ok(Values(values))
}

/// A language, as the option has it.
///
/// # Errors
/// It is no BCP 47 tag.
pub fn language(text: &str) -> Result<String> {
    let is_tag = LanguageTag::parse(text).is_ok_and(|tag| (2..=3).contains(&tag.primary_language().len()));
    ensure!(is_tag, "“{text}” is no BCP 47 tag, such as de, en or pt-BR");
    Ok(text.into())
}

/// `WORD=VALUE`, as the option has it.
///
/// # Errors
/// The value looks like a kind of silence, and is none.
pub fn meaning(text: &str) -> Result<(String, String)> {
    let (word, value) = pair(text)?;
    if let Some(kind) = silence_near(&value) {
        bail!("“{value}” is no kind of silence; did you mean “{kind}”?");
    }
    Ok((word, value))
}

/// `COLUMN=FIELD`, as the option has it.
///
/// # Errors
/// There is no such field.
pub fn mapping(text: &str) -> Result<(String, String)> {
    let (column, field) = pair(text)?;
    let field = fold(&field);
    let known: Vec<&str> = all().chain([IGNORE, KEEP]).collect();
    ensure!(known.contains(&field.as_str()), "“{field}” is none of {}", known.join(", "));
    Ok((column, field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_later_counts() {
        let map = |pairs: &[(&str, &str)]| pairs.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
        let old = Choices { sheet: Some("A".into()), map: map(&[("Staat", "country"), ("x", "keep")]), ..Choices::default() };
        let new = Choices { file: "b.csv".into(), map: map(&[("STAAT", "party")]), ..Choices::default() };
        let both = old.then(new);
        assert_eq!((both.sheet.as_deref(), both.file.as_str()), (Some("A"), "b.csv"));
        assert_eq!(both.map, map(&[("STAAT", "party"), ("x", "keep")]));
        assert_eq!((both.of("staat"), both.of("y")), (Some("party"), None));
    }

    #[test]
    fn options_are_pairs() {
        assert_eq!(mapping("a=b = Country").unwrap(), ("a=b".into(), "country".into()));
        assert_eq!(
            meaning("xyz=not-adressed").unwrap_err().to_string(),
            "“not-adressed” is no kind of silence; did you mean “not-addressed”?"
        );
        assert_eq!(meaning("=not-addressed").unwrap(), (String::new(), "not-addressed".into()));
        assert_eq!(language("pt-BR").unwrap(), "pt-BR");
        assert!(language("German").is_err() && language("en_US").is_err());
        assert_eq!(values("a, b").unwrap().0, ["a", "b"]);
        assert_eq!(values("a, very; b;").unwrap().0, ["a, very", "b"]);
        assert!(values(" , ").is_err());
        assert!(mapping("a=nothing").is_err() && mapping("a").is_err());
    }
}
