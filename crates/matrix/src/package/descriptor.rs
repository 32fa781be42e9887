//! Understanding a descriptor: a tree of any shape becomes a [`Description`], leniently.

#[cfg(not(target_family = "wasm"))]
use crate::csv;
use crate::ids::fold;
use crate::json::Json;
use crate::link::safe_url;
use crate::matrix::{License, Meta, Source};
use crate::noun::Noun;
use crate::pieces::Pieces;
use crate::problem::Problems;
use crate::rule::{self, Rule};
use crate::scale::{Level, Scale};
use crate::stance::{MOST_LEVELS, Silence};

/// What a descriptor says.
#[derive(Debug, Default)]
pub(super) struct Description {
    pub meta: Meta,
    pub statements: Option<Resource>,
    pub rows: Option<Resource>,
    pub columns: Option<Resource>,
    /// The header of the rows' and of the columns' field among the statements.
    pub row_field: Option<String>,
    pub column_field: Option<String>,
    pub scale: Option<Scale>,
}

/// A table of the package.
#[derive(Debug)]
pub(super) struct Resource {
    pub name: String,
    /// The path of its file, or what else its pieces are brought by.
    pub key: String,
    pub is_file: bool,
    pub delimiter: u8,
    /// Its bytes, once they are there.
    pub pieces: Option<Pieces>,
}

impl Resource {
    /// The path of its file, if it has one.
    pub fn path(&self) -> Option<&str> {
        self.is_file.then_some(self.key.as_str())
    }

    /// What problems call it.
    pub fn file(&self) -> &str {
        self.path().unwrap_or(&self.name)
    }
}

/// What is wrong with a descriptor while it is being understood.
struct Reader<'a> {
    file: &'a str,
    problems: &'a mut Problems,
    /// The language that the package is translated into, and the translation; null where it is not.
    tag: &'a str,
    translation: &'a Json,
}

/// Understands a descriptor; what is wrong in it is added to `problems`.
pub(super) fn understand(language: &str, file: &str, descriptor: &Json, problems: &mut Problems) -> Description {
    let translations = descriptor.get("stanceMatrix").get("translations");
    let kind = language.split('-').next().unwrap_or_default();
    let tag = if matches!(translations.get(language), Json::Map(_)) { language } else { kind };
    Reader { file, problems, tag, translation: translations.get(tag) }.description(descriptor)
}

impl Reader<'_> {
    fn problem(&mut self, rule: &'static Rule, found: &str) {
        self.problems.add(rule, self.file, None, None, found);
    }

    fn description(&mut self, descriptor: &Json) -> Description {
        let mut description = Description { meta: self.meta(descriptor), ..Description::default() };
        let resources = list(descriptor, "resources");
        let Some(statements) = resources.iter().find(|resource| field(resource, "stance").is_some()) else {
            self.problem(&rule::NO_STATEMENTS, "");
            return description;
        };
        let ours = descriptor.get("stanceMatrix");
        (description.row_field, description.rows) = self.axis(statements, resources, ours, "rows", &Noun::ROWS);
        (description.column_field, description.columns) = self.axis(statements, resources, ours, "columns", &Noun::COLUMNS);
        description.scale = field(statements, "stance").and_then(|stance| self.scale(stance, ours));
        description.statements = self.resource(statements);
        description
    }

    /// The field of the rows or columns among the statements, and the table that it refers to.
    fn axis(
        &mut self,
        statements: &Json,
        resources: &[Json],
        ours: &Json,
        key: &str,
        nouns: &[Noun],
    ) -> (Option<String>, Option<Resource>) {
        let ours = list(ours, key);
        let named = ours.first().and_then(Json::as_str).filter(|name| field(statements, name).is_some());
        let known = || nouns.iter().map(|noun| noun.singular()).find(|name| field(statements, name).is_some());
        let Some(name) = named.or_else(known) else { return (None, None) };
        let keys = statements.get("schema").get("foreignKeys").list();
        let refers = |key: &&Json| match key.get("fields") {
            Json::Text(one) => fold(one) == fold(name),
            Json::List(all) => all.iter().any(|one| one.as_str().is_some_and(|one| fold(one) == fold(name))),
            _ => false,
        };
        let key = keys.iter().find(refers).and_then(|key| key.get("reference").get("resource").as_str());
        let Some(table) = key.or_else(|| ours.get(1).and_then(Json::as_str)) else { return (Some(name.into()), None) };
        let found = resources.iter().find(|resource| text(resource, "name") == table);
        if found.is_none() {
            self.problem(&rule::RESOURCE_MISSING, table);
        }
        (Some(name.into()), found.and_then(|found| self.resource(found)))
    }

    fn resource(&mut self, resource: &Json) -> Option<Resource> {
        let name = text(resource, "name");
        let encoding = text(resource, "encoding");
        if !matches!(fold(&encoding).as_str(), "" | "utf-8" | "utf8") {
            self.problem(&rule::OTHER_ENCODING, &name);
        }
        let delimiter = resource.get("dialect").get("delimiter").as_str().and_then(|text| text.bytes().next());
        let (data, path) = (resource.get("data"), resource.get("path"));
        let mut resource = Resource { name, key: String::new(), is_file: false, delimiter: delimiter.unwrap_or(b','), pieces: None };
        match data {
            Json::Null => (resource.key, resource.is_file) = (self.path(path)?, true),
            // In a browser the script says so what its pieces are brought by.
            #[cfg(target_family = "wasm")]
            Json::Text(key) => resource.key.clone_from(key),
            #[cfg(not(target_family = "wasm"))]
            Json::Text(csv) => resource.pieces = Some(csv.clone().into_bytes().into()),
            #[cfg(not(target_family = "wasm"))]
            Json::List(rows) => (resource.pieces, resource.delimiter) = (Some(csv::text(rows).into_bytes().into()), b','),
            _ => {
                self.problem(&rule::DATA_UNREADABLE, &resource.name);
                return None;
            }
        }
        Some(resource)
    }

    /// The path of a resource; none, and a problem, where it may not be read.
    fn path(&mut self, path: &Json) -> Option<String> {
        let path = match path.list() {
            [only] => only.text(),
            _ => path.text(),
        };
        if is_safe(&path) {
            return Some(path);
        }
        self.problem(&rule::UNSAFE_PATH, &path);
        None
    }

    /// The scale of the field `stance`; none where the field names no values.
    fn scale(&mut self, stance: &Json, ours: &Json) -> Option<Scale> {
        let categories = list(stance, "categories");
        let categories = if categories.is_empty() { stance.get("constraints").get("enum").list() } else { categories };
        let own = |value: &str, key: &str| Some(text(ours.get("scale").get(value), key)).filter(|text| !text.is_empty());
        let mut levels = Vec::new();
        for (value, label) in categories.iter().map(|value| self.value_and_label(value)) {
            if !value.is_empty() {
                levels.push(Level { color: own(&value, "color"), mark: own(&value, "mark"), value, label });
            }
        }
        if levels.len() > MOST_LEVELS {
            self.problem(&rule::SCALE_TOO_LONG, "");
        }
        if !levels.is_empty() && !matches!(stance.get("categoriesOrdered"), Json::Bool(true)) {
            self.problem(&rule::SCALE_UNORDERED, "");
        }
        let mut silences = Vec::new();
        for (value, label) in list(stance, "missingValues").iter().map(|value| self.value_and_label(value)) {
            if let Some(silence) = Silence::find(&fold(&value)) {
                silences.push((silence, if label == value { String::new() } else { label }));
            }
        }
        (!levels.is_empty()).then(|| Scale::new(levels, silences))
    }

    fn meta(&self, descriptor: &Json) -> Meta {
        let ours = descriptor.get("stanceMatrix");
        let url = |value: &Json| safe_url(&text(value, "path")).map(String::from);
        let (mut sources, mut licenses) = (Vec::new(), Vec::new());
        for source in list(descriptor, "sources") {
            sources.push(Source { title: text(source, "title"), url: url(source) });
        }
        for license in list(descriptor, "licenses") {
            licenses.push(License { name: text(license, "name"), title: text(license, "title"), url: url(license) });
        }
        let is_translated = matches!(self.translation, Json::Map(_));
        Meta {
            name: text(descriptor, "name"),
            title: self.translated(descriptor, "title"),
            description: self.translated(descriptor, "description"),
            version: text(descriptor, "version"),
            created: text(descriptor, "created"),
            language: if is_translated { self.tag.into() } else { text(ours, "language") },
            order: self.translated(ours, "order"),
            notes: self.translated(ours, "notes"),
            sources,
            licenses,
        }
    }

    /// A text of the package in the reader's language, else as it is.
    fn translated(&self, value: &Json, key: &str) -> String {
        let own = text(self.translation, key);
        if own.is_empty() { text(value, key) } else { own }
    }

    /// A value of a list of values: as itself, or as an object with a label.
    fn value_and_label(&self, value: &Json) -> (String, String) {
        let is_map = matches!(value, Json::Map(_));
        let word = if is_map { text(value, "value") } else { value.text() };
        let own = text(self.translation.get("scale"), &word);
        let label = if own.is_empty() && is_map { text(value, "label") } else { own };
        let label = if label.is_empty() { word.clone() } else { label };
        (word, label)
    }
}

/// The field of a resource's schema called `name`.
fn field<'a>(resource: &'a Json, name: &str) -> Option<&'a Json> {
    let fields = resource.get("schema").get("fields").list();
    fields.iter().find(|field| fold(&text(field, "name")) == fold(name))
}

fn text(value: &Json, key: &str) -> String {
    value.get(key).text()
}

fn list<'a>(value: &'a Json, key: &str) -> &'a [Json] {
    value.get(key).list()
}

/// Whether a path stays in the package's folder, or is an address. Whether an address may be asked
/// is for whoever fetches it.
fn is_safe(path: &str) -> bool {
    if safe_url(path).is_some() {
        return true;
    }
    let mut folders = path.split(['/', '\\']);
    !path.is_empty() && !path.starts_with(['/', '\\']) && !path.contains(':') && !folders.any(|folder| folder == "..")
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn paths_stay_in_the_folder() {
        let check = |path: &str, expected: bool| assert_eq!(is_safe(path), expected, "{path:?}");
        check("statements.csv", true);
        check("tables/a b.csv", true);
        check("https://example.org/a.csv", true);
        check("", false);
        check("../a.csv", false);
        check("a/../../b.csv", false);
        check("a\\..\\b", false);
        check("/etc/passwd", false);
        check("file:///etc/passwd", false);
        check("javascript:alert(1)", false);
    }
}
