//! Data packages: what they bring to a matrix, and what can be wrong with them.

use matrix::{Json, Package, Pieces, Reading, Severity};

const SCHEMA: &str = r#"{"fields": [{"name": "country"}, {"name": "concern"},
    {"name": "stance", "categoriesOrdered": true, "categories": [{"value": "for", "label": "Is for"}, "against"],
     "missingValues": [{"value": "declined", "label": "Would not say"}]}],
    "foreignKeys": [{"fields": "country", "reference": {"resource": "countries", "fields": "id"}},
                    {"fields": ["concern"], "reference": {"resource": "concerns", "fields": ["id"]}}]}"#;

fn package(statements: &str, more: &str) -> Reading {
    let descriptor = format!(
        r#"{{"title": "T", "created": "2026-11-24T10:00:00Z", "sources": [{{"title": "The Paper", "path": "https://example.org/"}}],
            "licenses": [{{"name": "CC0-1.0"}}], "stanceMatrix": {{"language": "en", "order": "by hand"}},
            "resources": [{{"name": "statements", "path": "statements.csv", "schema": {SCHEMA}}},
                {{"name": "countries", "path": "countries.csv"}}, {{"name": "concerns", "path": "concerns.csv"}}{more}]}}"#
    );
    let descriptor: Json = serde_json::from_str(&descriptor).unwrap();
    let package = Package::new("datapackage.json", descriptor);
    assert_eq!(package.files(), ["statements.csv", "concerns.csv", "countries.csv"]);
    let file = |path: &str, text: &str| (path.to_string(), text.as_bytes().to_vec());
    package.read(vec![
        file("statements.csv", statements),
        file("countries.csv", "id,name,group,description\nb,Bel,North,A land\na,Ada,South,\n"),
        file("concerns.csv", "id,name,theme,source,url\nx,Bridges,Roads,Gazette,https://example.org/x\ny,Water,Rivers,,\n"),
    ])
}

#[test]
fn a_package_brings_names_order_scale_and_provenance() {
    let reading = package("country,concern,stance,date,source\na,x,for,2021,\nb,y,Declined,,\na,y,against,2022,Own\n", "");
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    let matrix = &reading.matrix;
    assert_eq!((matrix.title(), matrix.created(), matrix.language(), matrix.order()), ("T", "2026-11-24", "en", "by hand"));
    assert_eq!((matrix.rows().name(0), matrix.rows().name(1), matrix.rows().description(0)), ("Bel", "Ada", "A land"));
    assert_eq!(matrix.columns().groups()[1].name, "Rivers");
    assert_eq!(matrix.scale().label(matrix.stance(1, 0)), "Is for");
    assert_eq!(matrix.scale().label(matrix.stance(0, 1)), "Would not say");
    assert_eq!(matrix.scale().label(matrix.stance(0, 0)), "Not researched");
    // Where a statement has no source, its concern's, else the package's.
    let source = |index: usize| (matrix.statement(index).source(), matrix.statement(index).url());
    assert_eq!(source(0), ("Gazette", Some("https://example.org/x")));
    assert_eq!(source(1), ("The Paper", Some("https://example.org/")));
    assert_eq!(source(2), ("Own", None));
    assert_eq!(matrix.dates(), Some(("2021", "2022")));
}

#[test]
fn only_ids_are_allowed_where_a_table_lists_them() {
    let reading = package("country,concern,stance\nAda,x,for\nc,x,for\na,x,fro\n", "");
    let texts: Vec<String> = reading.problems.iter().map(|problem| problem.text()).collect();
    assert_eq!(
        texts,
        ["“Ada” is no id of its table. Did you mean “a”?", "“c” is no id of its table.", "“fro” is not on the scale. Did you mean “for”?"]
    );
    assert_eq!(reading.matrix.len(), 1);
}

#[test]
fn a_lost_file_of_names_leaves_the_statements() {
    let descriptor: Json = serde_json::from_str(&format!(
        r#"{{"resources": [{{"name": "s", "path": "s.csv", "schema": {SCHEMA}}}, {{"name": "countries", "path": "../c.csv"}}, {{"name": "concerns", "path": "n.csv"}}]}}"#
    ))
    .unwrap();
    let package = Package::new("p.json", descriptor);
    assert_eq!(package.files(), ["s.csv", "n.csv"]);
    let reading = package.read(vec![("s.csv".into(), b"country,concern,stance,source\na,x,for,s\n".to_vec())]);
    assert_eq!((reading.matrix.len(), reading.matrix.rows().name(0)), (1, "a"));
    let errors: Vec<String> =
        reading.problems.iter().filter(|problem| problem.severity() == Severity::Error).map(|problem| problem.text()).collect();
    assert_eq!(errors, ["“../c.csv” is no path that a table may be read from.", "The file is missing."]);
}

#[test]
fn a_category_called_like_a_silence_is_a_stance() {
    let descriptor: Json = serde_json::from_str(
        r#"{"resources": [{"name": "s", "data": [{"party": "p", "thesis": "t", "stance": "abstained", "source": "s"}],
            "schema": {"fields": [{"name": "party"}, {"name": "thesis"}, {"name": "stance", "categories": ["yes", "abstained", "no"], "categoriesOrdered": true}]}}]}"#,
    )
    .unwrap();
    let reading = Package::new("p.json", descriptor).read(Vec::new());
    assert!(reading.problems.is_empty() && !reading.matrix.stance(0, 0).is_silence(), "{:?}", reading.problems);
    assert_eq!(reading.matrix.noun().plural(), "parties");
}

#[test]
fn nonsense_is_told_and_gives_an_empty_matrix() {
    for nonsense in ["null", "[]", "7", r#"{"resources": 3}"#, r#"{"resources": [{"schema": {"fields": "stance"}}]}"#] {
        let reading = Package::new("p.json", serde_json::from_str(nonsense).unwrap()).read(Vec::new());
        assert!(reading.matrix.is_empty());
        assert_eq!(reading.problems[0].text(), "No resource has a field “stance”.", "{nonsense}");
    }
}

#[test]
fn a_reader_gets_a_package_in_their_language_and_ids_stay() {
    let descriptor = serde_json::json!({
        "title": "Bridges",
        "resources": [
            {"name": "s", "data": "country,concern,stance\na,x,yes\na,x,declined\n", "schema": {
                "fields": [{"name": "country"}, {"name": "concern"},
                    {"name": "stance", "categories": [{"value": "yes", "label": "For"}], "categoriesOrdered": true}],
                "foreignKeys": [{"fields": "country", "reference": {"resource": "c", "fields": "id"}}]}},
            {"name": "c", "data": "id,name,group,description,name:ru,group:ru\na,Ada,North,A town,Ада,Север\nb,Bel,North,,,\n"},
        ],
        "stanceMatrix": {"language": "en", "order": "By name", "translations": {"ru": {"title": "Мосты", "scale": {"yes": "За"}}}},
    });
    let read = |language: &str| {
        let reading = Package::in_language(language, "p.json", serde_json::from_value(descriptor.clone()).unwrap()).read(Vec::new());
        let (matrix, rows) = (&reading.matrix, reading.matrix.rows());
        let group = &rows.groups()[0];
        let label = matrix.scale().label(matrix.scale().find("yes").unwrap());
        [matrix.title(), matrix.language(), matrix.order(), rows.name(0), rows.name(1), rows.description(0), &group.id, &group.name, label]
            .map(String::from)
    };
    let english = ["Bridges", "en", "By name", "Ada", "Bel", "A town", "north", "North", "For"];
    let russian = ["Мосты", "ru", "By name", "Ада", "Bel", "A town", "north", "Север", "За"];
    for (language, expected) in [("", english), ("de", english), ("ru", russian), ("ru-RU", russian)] {
        assert_eq!(read(language), expected, "{language}");
    }
}

#[test]
fn reading_goes_step_by_step() {
    let descriptor = || serde_json::from_str(r#"{"resources": [{"path": "s.csv", "schema": {"fields": [{"name": "stance"}]}}]}"#).unwrap();
    let rows: String = (0..5_000).map(|row| format!("c{row},x,for\n")).collect();
    let csv = format!("country,concern,stance\n{rows}").into_bytes();
    let at_once = Package::new("p.json", descriptor()).read(vec![("s.csv".into(), csv.clone())]);
    let mut progress = Package::new("p.json", descriptor()).reading();
    progress.file("s.csv", &Pieces::new(move |place| csv.chunks(1000).nth(place).unwrap_or_default().to_vec()));
    let mut steps = 1;
    while !progress.step() {
        steps += 1;
    }
    assert!(steps > 5, "{steps}");
    // Nothing is left to do, and none of it is done again.
    assert!(progress.step());
    let reading = progress.finish();
    assert_eq!((reading.matrix.len(), &reading.problems), (5_000, &at_once.problems));
}
