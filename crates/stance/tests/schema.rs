//! The schema of a descriptor, and what it says of one that is wrong. The schemas themselves are held against packages
//! by `e2e/schema.spec.mjs`.

use std::fs;
use std::path::PathBuf;

use expect_test::{Expect, expect, expect_file};
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
