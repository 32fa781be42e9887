//! The schema of a descriptor, and what it says of one that is wrong. The schemas themselves are held against packages
//! by `e2e/schema.spec.mjs`.

use std::fs;
use std::path::PathBuf;

use expect_test::{Expect, expect, expect_file};
use matrix::{Package, Reading, read_csv};
use serde_json::{Value, json};
use stance::schema::{Part, schema, wrong};

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn printed(part: Part) -> String {
    let mut out = Vec::new();
    schema(part, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_types() {
    expect_file!["../../../schema/datapackage.json"].assert_eq(&printed(Part::Datapackage));
    expect_file!["../../../schema/stance-matrix.json"].assert_eq(&printed(Part::StanceMatrix));
}

#[test]
fn everything_in_them_is_explained() {
    fn walk(value: &Value, at: &str) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (name, property) in properties {
                assert!(property.get("description").is_some(), "{at}/{name}");
            }
        }
        match value {
            Value::Object(entries) => entries.iter().for_each(|(key, value)| walk(value, &format!("{at}/{key}"))),
            Value::Array(entries) => entries.iter().for_each(|value| walk(value, at)),
            _ => assert!(value != "null", "{at} need not be null"),
        }
    }
    for part in [Part::Datapackage, Part::StanceMatrix] {
        walk(part.schema().as_value(), "");
    }
}

/// What is wrong with `ours` under `stanceMatrix`, a line each.
fn check(ours: Value, expected: Expect) {
    let found = wrong(&json!({ "stanceMatrix": ours }));
    expected.assert_eq(&found.into_iter().map(|(at, text)| format!("{at}: {text}\n")).collect::<String>());
}

#[test]
fn what_is_right_is_let_through() {
    let nothing = || expect![""];
    check(json!({}), nothing());
    check(json!({"rows": ["party"], "columns": ["thesis", "theses"], "order": "", "notes": "…"}), nothing());
    check(json!({"scale": {"yes": {"color": "#0a0", "mark": "+"}, "no": {}}}), nothing());
    check(json!({"translations": {"ru": {"title": "…", "scale": {"yes": "Да", "not-asked": "…"}}}}), nothing());
    check(json!({"import": {"columns": {"Land": "country"}, "any": [1, null, {}]}}), nothing());
    assert_eq!(wrong(&json!({"title": 1, "resources": "none"})), []);
    for descriptor in ["", "7", "[]"].map(|text| serde_json::from_str(text).unwrap_or(Value::Null)) {
        assert_eq!(wrong(&descriptor), []);
    }
    let file = fs::read(root("data/central-asia/datapackage.json")).unwrap();
    assert_eq!(wrong(&serde_json::from_slice(&file).unwrap()), []);
}

#[test]
fn what_is_wrong_is_said_where_it_is() {
    check(
        json!({"langauge": "en", "Rows": ["country"], "authors": "we"}),
        expect![[r#"
            /stanceMatrix/Rows: It has no meaning here. Did you mean “rows”?
            /stanceMatrix/authors: It has no meaning here.
            /stanceMatrix/langauge: It has no meaning here. Did you mean “language”?
        "#]],
    );
    check(
        json!({"scale": {"a/b": {"colour": "red", "mark": 1}, "no": "red"}}),
        expect![[r#"
            /stanceMatrix/scale/a~1b/colour: It has no meaning here. Did you mean “color”?
            /stanceMatrix/scale/a~1b/mark: It is a number, and should be text.
            /stanceMatrix/scale/no: It is text, and should be an object.
        "#]],
    );
    check(
        json!({"rows": "country", "columns": [], "order": true, "notes": null, "import": []}),
        expect![[r#"
            /stanceMatrix/columns: It has 0 entries, and should have 1 to 2.
            /stanceMatrix/import: It is a list, and should be an object.
            /stanceMatrix/notes: It is null, and should be text.
            /stanceMatrix/order: It is true or false, and should be text.
            /stanceMatrix/rows: It is text, and should be a list.
        "#]],
    );
    check(
        json!({"rows": ["country", 2], "translations": {"ru": {"titel": "…", "scale": {"yes": ["Да"]}}}}),
        expect![[r#"
            /stanceMatrix/rows/1: It is a number, and should be text.
            /stanceMatrix/translations/ru/scale/yes: It is a list, and should be text.
            /stanceMatrix/translations/ru/titel: It has no meaning here. Did you mean “title”?
        "#]],
    );
    check(
        json!("en"),
        expect![[r#"
            /stanceMatrix: It is text, and should be an object.
        "#]],
    );
}

/// A block of code in `docs/data.md` in `language`, with the name of the file that it is, if it has one.
fn blocks(language: &str) -> Vec<(String, String)> {
    let docs = fs::read_to_string(root("docs/data.md")).unwrap();
    // Every second piece is inside of a block.
    let inside = docs.split("```").skip(1).step_by(2);
    let blocks = inside.filter_map(|block| block.split_once('\n')).filter_map(|(info, text)| {
        let (of, file) = info.split_once(' ').unwrap_or((info, ""));
        (of == language).then(|| (file.to_string(), text.to_string()))
    });
    blocks.collect()
}

#[test]
fn the_tables_of_the_docs_read_without_a_problem() {
    let tables: Vec<_> = blocks("csv").into_iter().filter(|(file, _)| file.is_empty()).collect();
    assert!(tables.len() > 2);
    for (_, table) in tables {
        let Reading { matrix, problems, .. } = read_csv("docs", table.as_bytes());
        assert_eq!(problems, [], "{table}");
        assert_eq!(matrix.len() + 1, table.lines().count(), "{table}");
    }
}

#[test]
fn the_package_of_the_docs_reads_without_a_problem() {
    let json = blocks("json").into_iter().map(|(_, text)| serde_json::from_str::<Value>(&text).unwrap());
    let packages: Vec<Value> = json.filter(|json| json.get("resources").is_some()).collect();
    let files: Vec<_> =
        blocks("csv").into_iter().filter(|(file, _)| !file.is_empty()).map(|(file, text)| (file, text.into_bytes())).collect();
    assert_eq!((packages.len(), files.len()), (1, 3));
    for descriptor in packages {
        assert_eq!(wrong(&descriptor), []);
        for language in ["", "ru"] {
            let package = Package::in_language(language, "docs", serde_json::from_value(descriptor.clone()).unwrap());
            let Reading { matrix, problems, .. } = package.read(files.clone());
            assert_eq!(problems, []);
            assert_eq!((matrix.rows().len(), matrix.columns().len(), matrix.statement_count()), (2, 2, 3));
            assert_eq!(matrix.rows().name(0), if language.is_empty() { "Borea" } else { "Борея" });
        }
    }
}

/// What the docs say of the tables above them.
#[test]
fn positions_of_the_docs_show_what_they_say() {
    let shown = |table: usize| {
        let matrix = read_csv("docs", blocks("csv")[table].1.as_bytes()).matrix;
        let cells = (0..matrix.rows().len()).flat_map(|row| (0..matrix.columns().len()).map(move |column| (row, column)));
        let shown = |(row, column)| matrix.scale().label(matrix.stance(row, column)).to_string();
        cells.map(shown).collect::<Vec<_>>()
    };
    assert_eq!(shown(0), ["Opposes", "Supports", "Supports", "Does not say"]);
    assert_eq!(shown(1), ["Opposes", "Outdated"]);
    assert_eq!(shown(2), ["yes", "rather yes", "rather no", "no"]);
}
