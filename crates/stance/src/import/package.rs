//! The package that an import writes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use matrix::Noun;
use serde_json::{Map, Value, json};

use super::choices::Choices;
use super::draft::{Draft, Entries};
use super::earlier::Earlier;
use super::field::{COLUMNS, ROWS, fold};
use crate::open::files::DESCRIPTOR;
use crate::save::save;
use crate::verify::digest::sha256;
use crate::words::in_marks;

pub const STATEMENTS: &str = "statements.csv";
/// Every statement has every field, be it blank; so many fields in all may be written.
const MOST_FIELDS: usize = 50_000_000;
/// What our part of a descriptor calls what is remembered of an import.
pub const IMPORT: &str = "import";
pub const OURS: &str = "stanceMatrix";

/// A package to write.
pub struct Package<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// What is in it.
    pub earlier: Earlier,
    /// What its rows and columns are called.
    pub nouns: (Noun, Noun),
    /// Its title; none where it keeps the one it has.
    pub title: Option<String>,
    /// The values of the scale.
    pub scale: Vec<String>,
    /// What is said of the table.
    pub choices: Choices,
}

impl Package<'_> {
    /// Writes it, its descriptor last, and gives lines on what of the earlier one is not in it any more.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn write(mut self, draft: &Draft) -> Result<Vec<String>> {
        let fields = draft.statements.len().saturating_mul(draft.fields.len());
        ensure!(fields <= MOST_FIELDS, "the statements would have {fields} fields; leave out columns with --map \"COLUMN=ignore\"");
        fs::create_dir_all(self.folder).with_context(|| format!("cannot make {}", self.folder.display()))?;
        let (row, column) = self.nouns;
        let statements = self.statements(draft)?;
        self.choices.sha256 = sha256(&statements);
        let files = [
            (STATEMENTS.to_string(), statements),
            (format!("{}.csv", row.plural()), entries(&draft.rows)?),
            (format!("{}.csv", column.plural()), entries(&draft.columns)?),
            (DESCRIPTOR.to_string(), format!("{:#}\n", self.descriptor(draft)).into_bytes()),
        ];
        for (name, content) in files {
            let path = self.folder.join(name);
            save(&path, &content)?;
        }
        let gone = [(row, &draft.rows), (column, &draft.columns)].into_iter().filter_map(|(noun, entries)| gone(noun, entries));
        let unused = self.unused().into_iter().map(|name| {
            let file = self.folder.join(format!("{name}.csv"));
            format!("{} is of an earlier import, and means nothing any more. Take from it what you need, and remove it.", file.display())
        });
        Ok(gone.chain(unused).collect())
    }

    /// The names of the tables that an earlier import has written, when rows or columns were called otherwise.
    fn unused(&self) -> Vec<&str> {
        let ours = |key: &str| self.earlier.descriptor.get(OURS)?.get(key)?.get(1)?.as_str();
        let is_one = |name: &&str| ROWS.iter().chain(&COLUMNS).any(|noun| noun.plural() == *name);
        let (row, column) = self.nouns;
        let is_new = |name: &&str| *name != row.plural() && *name != column.plural();
        [ours("rows"), ours("columns")].into_iter().flatten().filter(is_one).filter(is_new).collect()
    }

    fn statements(&self, draft: &Draft) -> Result<Vec<u8>> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(self.header(draft))?;
        for statement in &draft.statements {
            let mut record = vec![draft.rows.id(statement.row), draft.columns.id(statement.column), statement.stance.as_str()];
            record.resize(draft.fields.len() + 3, "");
            for (field, text) in &statement.fields {
                record.get_mut(field + 3).map(|cell| *cell = text).unwrap_or_default();
            }
            csv.write_record(record)?;
        }
        Ok(csv.into_inner()?)
    }

    fn header<'b>(&self, draft: &'b Draft) -> impl Iterator<Item = &'b str> {
        let (row, column) = self.nouns;
        [row.singular(), column.singular(), "stance"].into_iter().chain(draft.fields.iter().map(String::as_str))
    }

    /// The earlier descriptor with what the table changes, or a new one.
    fn descriptor(&self, draft: &Draft) -> Value {
        let mut package = self.earlier.descriptor.as_object().cloned().unwrap_or_default();
        let stem = Path::new(&self.choices.file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut set = |key: &str, value: &str| {
            package.entry(key).or_insert_with(|| value.into());
        };
        set("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        set("name", &matrix::slug(&stem));
        set("title", &stem);
        if let Some(title) = &self.title {
            package.insert("title".into(), title.as_str().into());
        }
        package.insert("resources".into(), self.resources(draft));
        let mut ours = package.get(OURS).and_then(Value::as_object).cloned().unwrap_or_default();
        let (row, column) = self.nouns;
        ours.insert("rows".into(), json!([row.singular(), row.plural()]));
        ours.insert("columns".into(), json!([column.singular(), column.plural()]));
        if let Some(language) = &self.choices.language {
            ours.insert("language".into(), language.as_str().into());
        }
        ours.insert(IMPORT.into(), json!(self.choices));
        package.insert(OURS.into(), ours.into());
        package.into()
    }

    fn resources(&self, draft: &Draft) -> Value {
        let (row, column) = self.nouns;
        let earlier = |name: &str| self.earlier.resource(name).and_then(Value::as_object).cloned().unwrap_or_default();
        let table = |name: &str| {
            let mut resource = earlier(name);
            resource.insert("name".into(), name.into());
            resource.insert("path".into(), format!("{name}.csv").into());
            resource
        };
        let key = |noun: Noun| json!({"fields": noun.singular(), "reference": {"resource": noun.plural(), "fields": "id"}});
        let mut statements = table("statements");
        let mut schema = statements.get("schema").and_then(Value::as_object).cloned().unwrap_or_default();
        schema.insert("fields".into(), self.header(draft).map(|name| self.field("statements", name)).collect());
        schema.insert("foreignKeys".into(), json!([key(row), key(column)]));
        statements.insert("schema".into(), schema.into());
        let axis = |noun: Noun, entries: &Entries| {
            let mut resource = table(noun.plural());
            if let Some(schema) = resource.get_mut("schema").and_then(Value::as_object_mut) {
                schema.insert("fields".into(), entries.header.iter().map(|name| self.field(noun.plural(), name)).collect());
            }
            resource
        };
        let mut resources = vec![json!(statements), json!(axis(row, &draft.rows)), json!(axis(column, &draft.columns))];
        let unused = self.unused();
        let written: Vec<&str> = ["statements", row.plural(), column.plural()].into_iter().chain(unused).collect();
        let is_written = |resource: &Value| resource.get("name").and_then(Value::as_str).is_some_and(|name| written.contains(&name));
        let earlier = self.earlier.descriptor.get("resources").and_then(Value::as_array);
        resources.extend(earlier.into_iter().flatten().filter(|resource| !is_written(resource)).cloned());
        resources.into()
    }

    /// The field of a column: the earlier one, for the stance with what came to the scale.
    fn field(&self, table: &str, name: &str) -> Value {
        let earlier = self.earlier.field(table, name).and_then(Value::as_object).cloned();
        let mut field = earlier.unwrap_or_else(|| Map::from_iter([("name".into(), name.into()), ("type".into(), "string".into())]));
        if (table, name) == ("statements", "stance") {
            let earlier = field.get("categories").and_then(Value::as_array).cloned().unwrap_or_default();
            let word = |category: &Value| category.get("value").or(Some(category)).and_then(Value::as_str).map(fold);
            let category = |value: &String| {
                earlier.iter().find(|category| word(category) == Some(fold(value))).cloned().unwrap_or_else(|| json!({"value": value}))
            };
            field.insert("categories".into(), self.scale.iter().map(category).collect());
            field.insert("categoriesOrdered".into(), true.into());
        }
        field.into()
    }
}
fn entries(entries: &Entries) -> Result<Vec<u8>> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(&entries.header)?;
    for entry in entries.list.iter().filter(|entry| entry.number.is_some()) {
        csv.write_record((0..entries.header.len()).map(|place| entry.text(place)))?;
    }
    Ok(csv.into_inner()?)
}

/// Lines on the entries that the table has no more.
fn gone(noun: Noun, entries: &Entries) -> Option<String> {
    let names: Vec<String> = entries.list.iter().filter(|entry| entry.number.is_none()).map(|entry| in_marks(entry.text(1))).collect();
    (!names.is_empty()).then(|| format!("No longer in the table, and taken out of {}.csv: {}.", noun.plural(), names.join(", ")))
}
