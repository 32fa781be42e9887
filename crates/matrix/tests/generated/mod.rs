//! Data of all kinds for the properties, and a matrix as text to compare.

mod described;

use matrix::{Json, Package, Reading};
use proptest::prelude::*;

#[allow(unused_imports, reason = "not every test that has this file compares matrices")]
pub use described::described;

/// JSON of any shape, often with the words that a descriptor is made of.
pub fn json() -> impl Strategy<Value = Json> {
    let word = prop::sample::select(vec![
        "resources",
        "name",
        "path",
        "schema",
        "fields",
        "stance",
        "country",
        "concern",
        "categories",
        "value",
        "label",
        "missingValues",
        "foreignKeys",
        "reference",
        "resource",
        "stanceMatrix",
        "rows",
        "columns",
        "scale",
        "data",
        "dialect",
        "delimiter",
        "sources",
        "title",
        "a.csv",
        "../a",
        "constraints",
        "enum",
    ]);
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(|number| Json::Number(number.to_string())),
        any::<f64>().prop_map(|number| Json::Number(number.to_string())),
        word.clone().prop_map(|word| Json::Text(word.into())),
        "\\PC{0,6}".prop_map(Json::Text),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
            prop::collection::vec((word.clone().prop_map(String::from), inner), 0..6).prop_map(Json::Map),
        ]
    })
}

/// A word that fits any field: commas, quotes, line breaks and letters of several scripts among it.
fn field() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 4 => "[a-c ,\"'\n“”éжم]{1,12}".prop_filter("not blank", |text| !text.trim().is_empty())]
}

/// A matrix read from a generated package: rows, columns, a scale, statements of all kinds.
pub fn packages() -> impl Strategy<Value = Reading> {
    let date = prop::sample::select(vec!["", "2021", "2021-08", "2021-08-19", "2021-09-07/2021-09-09", "2020-02-29"]);
    let stance = prop::sample::select(vec!["far", "near", "not-addressed", "outdated", "declined"]);
    let kind = prop::sample::select(vec!["quote", "about", "paraphrase", "action"]);
    let statement = (0usize..4, 0usize..3, stance, kind, prop::array::uniform6(field()), date);
    let names = prop::collection::vec("[A-Za-zé ]{1,8}".prop_filter("not blank", |text| !text.trim().is_empty()), 7);
    (prop::collection::vec(statement, 0..12), names, field(), field()).prop_map(|(statements, names, title, notes)| {
        let axis = |header: &str, places: std::ops::Range<usize>| {
            let rows: Vec<Json> = places
                .map(|at| {
                    map(&[
                        ("id", format!("i{at}")),
                        ("name", names[at].trim().to_string()),
                        (header, format!("g{}", at % 2)),
                        ("source", if at == 1 { "Paper".into() } else { String::new() }),
                    ])
                })
                .collect();
            Json::List(rows)
        };
        let rows = statements.iter().map(|(row, column, stance, kind, [quote, text, speaker, summary, source, page], date)| {
            map(&[
                ("country", format!("i{row}")),
                ("concern", format!("i{}", column + 4)),
                ("stance", (*stance).into()),
                ("kind", (*kind).into()),
                ("quote", quote.clone()),
                ("text", text.clone()),
                ("speaker", speaker.clone()),
                ("summary", summary.clone()),
                ("source", source.clone()),
                ("Page", page.clone()),
                ("date", (*date).into()),
            ])
        });
        let key = |field: &str, table: &str| {
            Json::Map(vec![("fields".into(), text(field)), ("reference".into(), map(&[("resource", table.into())]))])
        };
        let stance = Json::Map(vec![
            ("name".into(), text("stance")),
            (
                "categories".into(),
                Json::List(vec![map(&[("value", "far".into()), ("label", "Far".into())]), map(&[("value", "near".into())])]),
            ),
            ("categoriesOrdered".into(), Json::Bool(true)),
            ("missingValues".into(), Json::List(vec![map(&[("value", "declined".into()), ("label", "Would not say".into())])])),
        ]);
        let schema = Json::Map(vec![
            ("fields".into(), Json::List(vec![map(&[("name", "country".into())]), map(&[("name", "concern".into())]), stance])),
            ("foreignKeys".into(), Json::List(vec![key("country", "countries"), key("concern", "concerns")])),
        ]);
        let resource = |name: &str, data: Json, schema: Json| {
            Json::Map(vec![("name".into(), text(name)), ("data".into(), data), ("schema".into(), schema)])
        };
        let descriptor = Json::Map(vec![
            ("title".into(), Json::Text(title)),
            (
                "resources".into(),
                Json::List(vec![
                    resource("statements", Json::List(rows.collect()), schema),
                    resource("countries", axis("group", 0..4), Json::Null),
                    resource("concerns", axis("theme", 4..7), Json::Null),
                ]),
            ),
            ("stanceMatrix".into(), map(&[("notes", notes), ("language", "en".into())])),
        ]);
        Package::new("datapackage.json", descriptor).read(Vec::new())
    })
}

fn text(text: &str) -> Json {
    Json::Text(text.into())
}

fn map(pairs: &[(&str, String)]) -> Json {
    Json::Map(pairs.iter().map(|(key, value)| ((*key).into(), Json::Text(value.clone()))).collect())
}
