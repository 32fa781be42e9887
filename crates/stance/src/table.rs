//! Reading a snippet: a matrix as an HTML table. `docs/snippet.md` fixes the format. What shows is read
//! from the text; `data-*` attributes, where they have survived, add what does not show. The table becomes
//! a package with its data inline, so that one way of reading says what is wrong in it. In the browser
//! `embed/table.js` does the same; a journey holds the two together.

mod tree;

use std::collections::HashMap;

use matrix::{Json, Kind, Package, Reading, Silence, slug};

pub use tree::collapsed;
use tree::{all, cells, children, first, first_with, text, text_without};

/// Reads a snippet from a tree of its elements; see [`package`]. `file` names it in problems.
pub fn read_table(file: &str, root: &Json) -> Option<Reading> {
    Some(Package::new(file, package(root)?).read(Vec::new()))
}

/// The data package of a snippet, with its data inline, from a tree of its elements: the table, and the
/// lists of its legend. None where there is no table.
///
/// An element is a map with the name of its `tag`, what is `in` it (texts and elements), those of its
/// attributes `lang`, `cite`, `href` and `datetime` that it has, and `data-package` and `data-more`, as
/// the JSON that they hold.
pub fn package(root: &Json) -> Option<Json> {
    let table = first(root, "table")?;
    let descriptor = first_with(root, "data-package").map_or_else(|| legend(root, table), Clone::clone);
    let words = Words::of(&descriptor);
    let rows = all(table, "tr");
    let (head, body) = rows.split_first()?;
    let mut ids = Ids::new();
    let columns: Vec<Place> = cells(head).into_iter().skip(1).map(|header| Place::of(header, &mut ids)).collect();
    let (mut places, mut ids) = (Vec::new(), Ids::new());
    let mut statements = Vec::new();
    for row in body {
        let cells = cells(row);
        let Some((header, cells)) = cells.split_first() else { continue };
        let place = Place::of(header, &mut ids);
        for (cell, column) in cells.iter().zip(&columns) {
            read_cell(cell, &words, [(&words.row, &place), (&words.column, column)], &mut statements);
        }
        places.push(place);
    }
    // In the order of the file, where that is known.
    statements.sort_by_key(|&(number, _)| number);
    let fields = |places: Vec<Place>| places.into_iter().map(|place| place.0).collect();
    let tables = [
        ("statements", statements.into_iter().map(|(_, fields)| fields).collect()),
        (&*words.rows, fields(places)),
        (&*words.columns, fields(columns)),
    ];
    Some(with_data(descriptor, tables))
}

/// A row of a table: its fields by their columns.
type Fields = Vec<(String, Json)>;

/// The ids of rows or of columns so far, each with the last number that was tried behind it.
type Ids = HashMap<String, u64>;

/// `id` itself, or, where that is taken, the first of `id-2`, `id-3`, … that is free.
fn free(id: String, ids: &mut Ids) -> String {
    let mut free = id.clone();
    while ids.contains_key(&free) {
        let number = ids.entry(id.clone()).or_insert(1);
        *number += 1;
        free = format!("{id}-{number}");
    }
    free
}

/// A row or a column of the matrix: what is known of it, its id first.
struct Place(Fields);

impl Place {
    /// What a header says; `ids` are of those before it. Two of one name are two, as in the table.
    fn of(header: &Json, ids: &mut Ids) -> Self {
        let name = text(header);
        let more = header.get("data-more");
        let id = if matches!(more.get("id"), Json::Null) { free(slug(&name), ids) } else { String::new() };
        let mut fields = vec![("id".to_string(), Json::Text(id)), ("name".into(), Json::Text(name))];
        replace(&mut fields, more);
        let place = Self(fields);
        if let Json::Text(id) = place.id() {
            ids.entry(id).or_insert(1);
        }
        place
    }

    fn id(&self) -> Json {
        self.0.first().map(|(_, id)| id.clone()).unwrap_or_default()
    }
}

/// The words of a package: what rows and columns are called, and what the words of stances mean.
struct Words {
    row: String,
    column: String,
    rows: String,
    columns: String,
    /// Label and value.
    stances: Vec<(String, String)>,
}

impl Words {
    fn of(descriptor: &Json) -> Self {
        let noun = |key: &str, at: usize, default: &str| {
            let word = descriptor.get("stanceMatrix").get(key).list().get(at).map(Json::text);
            word.filter(|word| !word.is_empty()).unwrap_or_else(|| default.into())
        };
        let mut stances = Vec::new();
        let fields = descriptor.get("resources").list().first().map_or(&[][..], |statements| statements.get("schema").get("fields").list());
        for field in fields {
            for known in [field.get("categories").list(), field.get("missingValues").list()].into_iter().flatten() {
                stances.push((collapsed(&known.get("label").text()), known.get("value").text()));
            }
        }
        let row = noun("rows", 0, "country");
        let column = noun("columns", 0, "concern");
        Self { row, column, rows: noun("rows", 1, "countries"), columns: noun("columns", 1, "concerns"), stances }
    }

    /// The value that `word` means; without a legend it is its own. No word means nothing, also where a label is blank.
    fn value(&self, word: &str) -> String {
        if word.is_empty() {
            return String::new();
        }
        let known = self.stances.iter().find(|(label, _)| label == word).map(|(_, value)| value.as_str());
        known.or_else(|| silence_called(word).map(Silence::value)).unwrap_or(word).into()
    }
}

/// A statement, and its place in the file.
type Numbered = (u64, Fields);

/// The statements of a cell. Its word alone is one, unless it says that nobody looked.
fn read_cell(cell: &Json, words: &Words, place: [(&String, &Place); 2], statements: &mut Vec<Numbered>) {
    let details = first(cell, "details");
    let stance = words.value(&text_without(cell, details));
    let base = || -> Fields {
        let mut fields: Vec<_> = place.iter().map(|(noun, place)| ((*noun).clone(), place.id())).collect();
        fields.push(("stance".into(), Json::Text(stance.clone())));
        fields
    };
    let mut add = |mut fields: Fields, more: &Json| {
        replace(&mut fields, more);
        let number = more.get("#").text().parse().unwrap_or(u64::MAX);
        fields.retain(|(key, _)| key != "#");
        statements.push((number, fields));
    };
    let said = details.map(|details| all(details, "li")).unwrap_or_default();
    if said.is_empty() && stance != Silence::NotResearched.value() && !stance.is_empty() {
        add(base(), cell.get("data-more"));
    }
    let mut summary = details.map(|details| children(details, "p").iter().map(|p| text(p)).collect::<Vec<_>>().join(" "));
    for one in said {
        let mut fields = base();
        fields.extend(read_statement(one));
        fields.push(("summary".into(), Json::Text(summary.take().unwrap_or_default())));
        add(fields, one.get("data-more"));
    }
}

/// What shows of a statement. Its last paragraph says what it is, who said it, when and where.
fn read_statement(item: &Json) -> Fields {
    let quote = first(item, "blockquote");
    let paragraphs = children(item, "p");
    let (about, report) = paragraphs.split_last().map_or((item, &[][..]), |(about, report)| (*about, report));
    let report: Vec<String> = report.iter().map(|p| text(p)).collect();
    let part = |tag: &str| first(about, tag).map(text).unwrap_or_default();
    let attribute = |of: Option<&Json>, name: &str| of.map(|of| of.get(name).text()).unwrap_or_default();
    // An interval has two.
    let day = |time: &Json| Some(attribute(Some(time), "datetime")).filter(|day| !day.is_empty()).unwrap_or_else(|| text(time));
    let date = all(about, "time").into_iter().map(day).collect::<Vec<_>>().join("/");
    let word = part("small");
    let usual = if quote.is_some() { Kind::Quote } else { Kind::Paraphrase };
    let kind = Kind::ALL.into_iter().find(|kind| kind.label() == word).unwrap_or(usual);
    let fields = [
        ("kind", kind.word().into()),
        ("quote", quote.map(text).unwrap_or_default()),
        ("text", report.join(" ")),
        ("speaker", part("strong")),
        ("role", part("em")),
        ("date", date),
        ("source", part("cite")),
        ("url", attribute(first(about, "a"), "href")),
        ("lang", attribute(quote, "lang")),
    ];
    fields.into_iter().map(|(key, value)| (key.into(), Json::Text(value))).collect()
}

/// The descriptor of a table without one: its caption, its sources, and the words of its legend. The first list
/// outside the table that has numbers is the scale; the words of the other one are silences.
fn legend(root: &Json, table: &Json) -> Json {
    let outside = |tag: &str| -> Vec<&Json> {
        let inside = all(table, tag);
        all(root, tag).into_iter().filter(|one| !inside.iter().any(|inside| std::ptr::eq(*inside, *one))).collect()
    };
    let lists = |tag: &str| -> Vec<String> {
        let list = outside(tag).into_iter().next();
        list.map(|list| children(list, "li").iter().map(|item| text(item)).collect()).unwrap_or_default()
    };
    let source = |cite: &Json| {
        let path = first(cite, "a").map(|link| link.get("href").clone()).unwrap_or_default();
        map(&[("title", Json::Text(text(cite))), ("path", path)])
    };
    let sources = Json::List(outside("cite").into_iter().map(source).collect());
    // A word of the package's own is followed by the usual one.
    let labelled = |item: String| {
        let (label, usual) = item.strip_suffix(')').and_then(|item| item.rsplit_once(" (")).unwrap_or((&item, &item));
        let (label, silence) = silence_called(usual).map_or((item.as_str(), Silence::NotAddressed), |silence| (label, silence));
        (label.to_string(), silence.value().to_string())
    };
    let scale = lists("ol").into_iter().map(|label| (label.clone(), label));
    let silences = lists("ul").into_iter().map(labelled);
    let words = |words: &mut dyn Iterator<Item = (String, String)>| {
        Json::List(words.map(|(label, value)| map(&[("label", Json::Text(label)), ("value", Json::Text(value))])).collect())
    };
    let stance = [
        ("name", Json::Text("stance".into())),
        ("categories", words(&mut scale.into_iter())),
        ("categoriesOrdered", Json::Bool(true)),
        ("missingValues", words(&mut silences.into_iter())),
    ];
    let fields = ["country", "concern"].map(|name| map(&[("name", Json::Text(name.into()))]));
    let key = |noun: &str, table: &str| {
        map(&[("fields", Json::Text(noun.into())), ("reference", map(&[("resource", Json::Text(table.into()))]))])
    };
    let schema = map(&[
        ("fields", Json::List(fields.into_iter().chain([map(&stance)]).collect())),
        ("foreignKeys", Json::List(vec![key("country", "countries"), key("concern", "concerns")])),
    ]);
    let named = |name: &str| map(&[("name", Json::Text(name.into()))]);
    let statements = map(&[("name", Json::Text("statements".into())), ("schema", schema)]);
    let resources = Json::List(vec![statements, named("countries"), named("concerns")]);
    let small = first(table, "caption").and_then(|caption| first(caption, "small"));
    let title = first(table, "caption").map(|caption| text_without(caption, small)).unwrap_or_default();
    let description = small.map(text).unwrap_or_default();
    map(&[("title", Json::Text(title)), ("description", Json::Text(description)), ("sources", sources), ("resources", resources)])
}

/// The descriptor with the data of its tables in it.
fn with_data(mut descriptor: Json, tables: [(&str, Vec<Fields>); 3]) -> Json {
    if let Json::Map(pairs) = &mut descriptor
        && let Some((_, Json::List(resources))) = pairs.iter_mut().find(|(key, _)| key == "resources")
    {
        for (name, rows) in tables {
            let Some(resource) = resources.iter_mut().find(|resource| resource.get("name").text() == name) else { continue };
            let data = as_rows(resource.get("schema").get("fields").list(), rows);
            if let Json::Map(pairs) = resource {
                pairs.retain(|(key, _)| key != "path");
                pairs.push(("data".into(), data));
            }
        }
    }
    descriptor
}

/// Rows as lists of values, the header first: the fields of the schema, then whatever the rows have besides.
fn as_rows(schema: &[Json], rows: Vec<Fields>) -> Json {
    let mut header: Vec<String> = schema.iter().map(|field| field.get("name").text()).collect();
    for (key, _) in rows.iter().flatten() {
        if !header.contains(key) {
            header.push(key.clone());
        }
    }
    let value = |row: &Fields, key: &String| row.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone()).unwrap_or_default();
    let rows: Vec<Json> = rows.iter().map(|row| Json::List(header.iter().map(|key| value(row, key)).collect())).collect();
    let header = Json::List(header.into_iter().map(Json::Text).collect());
    Json::List([header].into_iter().chain(rows).collect())
}

/// Puts the values of `more` in the place of those that are there, or adds them.
fn replace(fields: &mut Fields, more: &Json) {
    let Json::Map(more) = more else { return };
    for (key, value) in more {
        match fields.iter_mut().find(|(known, _)| known == key) {
            Some((_, known)) => *known = value.clone(),
            None => fields.push((key.clone(), value.clone())),
        }
    }
}

/// The silence that is called `label` where a package has no word of its own for it.
fn silence_called(label: &str) -> Option<Silence> {
    Silence::ALL.into_iter().find(|silence| silence.label() == label)
}

fn map(pairs: &[(&str, Json)]) -> Json {
    Json::Map(pairs.iter().map(|(key, value)| (key.to_string(), value.clone())).collect())
}
