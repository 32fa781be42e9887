//! `docs/check.md`: every problem that the check knows, each with an example that is checked here.
//! `UPDATE_EXPECT=1 cargo test -p stance --test check_docs` writes it.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use expect_test::expect_file;
use matrix::{Problem, Rule, Severity};
use rust_xlsxwriter::Workbook;
use stance::check::{check, report, rules};

/// What is wrong in each example: the rule, and a table or a descriptor that breaks it.
const EXAMPLES: &[(&str, &str)] = &[
    ("column-missing", "country,concern,stanse,source\nArden,Fishing,supports,Lake Post\n"),
    ("column-unknown", "country,concern,stance,source,speeker\nArden,Fishing,supports,Lake Post,A. Minister\n"),
    ("column-twice", "country,concern,stance,source,Source\nArden,Fishing,supports,Lake Post,Gazette\n"),
    ("other-separator", "country;concern;stance;source\nArden;Fishing;supports;Lake Post\n"),
    ("place-missing", "country,concern,stance,source\nArden,,supports,Lake Post\n"),
    ("stance-missing", "country,concern,stance,source\nArden,Fishing,,Lake Post\n"),
    (
        "not-on-scale",
        r#"{"sources": [{"title": "Lake Post"}], "resources": [{"name": "statements",
  "data": "country,concern,stance\nArden,Fishing,fro\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"},
    {"name": "stance", "categories": ["for", "against"], "categoriesOrdered": true}]}}]}"#,
    ),
    (
        "values-alike",
        "country,concern,stance,source\nArden,Fishing,suports,Lake Post\nBorea,Fishing,supports,Lake Post\nBorea,Dams,supports,Lake Post\n",
    ),
    ("values-too-many", ""),
    (
        "scale-mixed",
        "country,concern,stance,source\nArden,Fishing,pro,Lake Post\nBorea,Fishing,opposes,Lake Post\nBorea,Dams,supports,Lake Post\n",
    ),
    (
        "scale-from-rows",
        "country,concern,stance,source\nArden,Fishing,no,Lake Post\nBorea,Fishing,yes,Lake Post\nBorea,Dams,rather no,Lake Post\n",
    ),
    (
        "names-alike",
        "country,concern,stance,source\nKazakhstan,Fishing,supports,Lake Post\nKazakhstan,Water,supports,Lake Post\nKazakstan,Dams,opposes,Lake Post\n",
    ),
    ("spelt-twice", "country,concern,stance,source\nArden,Fishing,supports,Lake Post\nARDEN,Dams,opposes,Lake Post\n"),
    ("other-group", "country,concern,stance,source,group\nArden,Fishing,supports,Lake Post,North\nArden,Dams,opposes,Lake Post,South\n"),
    (
        "contradiction",
        "country,concern,stance,date,source\nArden,Fishing,supports,2021-08-19,Lake Post\nArden,Fishing,opposes,2021-08-19,Gazette\n",
    ),
    ("statement-under-silence", "country,concern,stance,text,source\nArden,Fishing,not-addressed,It wants quotas.,Lake Post\n"),
    ("no-source", "country,concern,stance,text\nArden,Fishing,supports,It wants quotas.\n"),
    ("kind-unknown", "country,concern,stance,kind,source\nArden,Fishing,supports,rumour,Lake Post\n"),
    ("quote-missing", "country,concern,stance,kind,quote,source\nArden,Fishing,supports,quote,,Lake Post\n"),
    ("quote-unexpected", "country,concern,stance,kind,quote,source\nArden,Fishing,supports,action,We will fish.,Lake Post\n"),
    ("quote-open", "country,concern,stance,quote,source\nArden,Fishing,supports,We want “fair quotas.,Lake Post\n"),
    ("quote-in-marks", "country,concern,stance,quote,source\nArden,Fishing,supports,“We want quotas.”,Lake Post\n"),
    (
        "quote-twice",
        "country,concern,stance,quote,source\nArden,Fishing,supports,We won't go.,Lake Post\nArden,Fishing,supports,We won’t go.,Gazette\n",
    ),
    (
        "row-twice",
        "country,concern,stance,text,source\nArden,Fishing,supports,It wants quotas.,Lake Post\nArden,Fishing,supports,It wants quotas.,Lake Post\n",
    ),
    ("text-beside-quote", "country,concern,stance,quote,text,source\nArden,Fishing,supports,We want quotas.,It said so twice.,Lake Post\n"),
    ("marks-in-text", "country,concern,stance,text,source\nArden,Fishing,supports,It wants “fair quotas”.,Lake Post\n"),
    ("not-a-date", "country,concern,stance,date,source\nArden,Fishing,supports,19.08.2021,Lake Post\n"),
    ("date-in-future", "country,concern,stance,date,source\nArden,Fishing,supports,2201-08-19,Lake Post\n"),
    ("unsafe-address", "country,concern,stance,source,url\nArden,Fishing,supports,Lake Post,javascript:alert(1)\n"),
    ("impossible-address", "country,concern,stance,source,url\nArden,Fishing,supports,Lake Post,http://localhost:8080/post\n"),
    ("not-a-language", "country,concern,stance,quote,lang,source\nArden,Fishing,supports,We want quotas.,English,Lake Post\n"),
    ("mojibake", "country,concern,stance,text,source\nArden,Fishing,supports,It wonâ€™t fish.,Lake Post\n"),
    ("hidden-character", "country,concern,stance,text,source\nArden,Fishing,supports,It will\u{202e} fish.,Lake Post\n"),
    ("formula", "country,concern,stance,text,source\nArden,Fishing,supports,=CONCATENATE(A1;B1),Lake Post\n"),
    ("spreadsheet-error", "country,concern,stance,text,source\nArden,Fishing,supports,#REF!,Lake Post\n"),
    ("fields-too-many", "country,concern,stance,text,source\nArden,Fishing,supports,It wants quotas, and soon.,Lake Post\n"),
    (
        "field-open",
        "country,concern,stance,text,source\nArden,Fishing,supports,\"It wants quotas.,Post\nBorea,Fishing,opposes,None.,Post\n",
    ),
    (
        "rows-in-field",
        "country,concern,stance,text,source\nArden,Fishing,supports,\"It wants quotas.,Post\nBorea,Fishing,opposes,None.,Post\nCos,Fishing,opposes,\"None at all.\",Post\n",
    ),
    ("file-empty", ""),
    ("sheet-unread", ""),
    ("sheet-note", ""),
    ("no-stance-sheet", ""),
    ("utf-16", ""),
    ("not-utf-8", ""),
    ("too-many-columns", ""),
    ("cells-too-many", ""),
    ("path-leaves", ""),
    ("no-statements", r#"{"resources": [{"name": "statements", "path": "statements.csv"}]}"#),
    ("file-missing", r#"{"resources": [{"name": "statements", "path": "statments.csv", "schema": {"fields": [{"name": "stance"}]}}]}"#),
    (
        "resource-missing",
        r#"{"resources": [{"name": "statements", "data": "country,concern,stance,source\nArden,Fishing,supports,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}],
    "foreignKeys": [{"fields": "country", "reference": {"resource": "contries", "fields": "id"}}]}}]}"#,
    ),
    (
        "id-unknown",
        r#"{"resources": [{"name": "statements", "data": "country,concern,stance,source\narde,Fishing,supports,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}],
    "foreignKeys": [{"fields": "country", "reference": {"resource": "countries", "fields": "id"}}]}},
  {"name": "countries", "data": "id,name\narden,Arden\n"}]}"#,
    ),
    (
        "id-twice",
        r#"{"resources": [{"name": "statements", "data": "country,concern,stance,source\narden,Fishing,supports,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}],
    "foreignKeys": [{"fields": "country", "reference": {"resource": "countries", "fields": "id"}}]}},
  {"name": "countries", "data": "id,name\narden,Arden\narden,Ardenia\n"}]}"#,
    ),
    (
        "no-id",
        r#"{"resources": [{"name": "statements", "data": "country,concern,stance,source\narden,Fishing,supports,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}],
    "foreignKeys": [{"fields": "country", "reference": {"resource": "countries", "fields": "id"}}]}},
  {"name": "countries", "data": "id,name,group\narden,Arden,North\n,,North\n"}]}"#,
    ),
    (
        "no-id-column",
        r#"{"resources": [{"name": "statements", "data": "country,concern,stance,source\nArden,Fishing,supports,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}],
    "foreignKeys": [{"fields": "country", "reference": {"resource": "countries", "fields": "id"}}]}},
  {"name": "countries", "data": "title,region\nArden,North\n"}]}"#,
    ),
    (
        "table-empty",
        r#"{"resources": [{"name": "statements", "data": "country,concern,stance,source\nArden,Fishing,supports,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}],
    "foreignKeys": [{"fields": "country", "reference": {"resource": "countries", "fields": "id"}}]}},
  {"name": "countries", "data": ""}]}"#,
    ),
    (
        "ours-wrong",
        r#"{"resources": [{"name": "statements", "data": "country,concern,stance,source\nArden,Fishing,supports,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}]}}],
  "stanceMatrix": {"langauge": "en"}}"#,
    ),
    ("unsafe-path", r#"{"resources": [{"name": "statements", "path": "../statements.csv", "schema": {"fields": [{"name": "stance"}]}}]}"#),
    (
        "other-encoding",
        r#"{"resources": [{"name": "statements", "encoding": "windows-1252", "data": "country,concern,stance,source\nArden,Fishing,supports,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}]}}]}"#,
    ),
    ("data-unreadable", r#"{"resources": [{"name": "statements", "data": 7, "schema": {"fields": [{"name": "stance"}]}}]}"#),
    ("scale-too-long", ""),
    (
        "scale-unordered",
        r#"{"resources": [{"name": "statements", "data": "country,concern,stance,source\nArden,Fishing,for,Post\n",
  "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance", "categories": ["for", "against"]}]}}]}"#,
    ),
];

/// Examples that are too long to read, or that are no text.
fn bytes(rule: &str) -> Vec<u8> {
    let header = "country,concern,stance,source";
    let columns = |number: usize| (0..number).map(|column| format!(",c{column}")).collect::<String>();
    match rule {
        "utf-16" => [b"\xff\xfe".as_slice(), &header.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat(),
        "not-utf-8" => b"country,concern,stance,source\nArden,Fishing,supports,Caf\xe9 Post\n".to_vec(),
        "too-many-columns" => format!("{header}{}\nArden,Fishing,supports,Post\n", columns(2000)).into_bytes(),
        "cells-too-many" => {
            let rows = (0..20_000).map(|row| format!("r{row},c{row},supports,Post\n")).collect::<String>();
            format!("{header}\n{rows}").into_bytes()
        }
        "values-too-many" => {
            let rows = (0..200).map(|row| format!("Arden,c{row},value {row},Post\n")).collect::<String>();
            format!("{header}\n{rows}").into_bytes()
        }
        "scale-too-long" => {
            let values: Vec<String> = (0..200).map(|value| format!("\"v{value}\"")).collect();
            let data = "country,concern,stance,source\\nArden,Fishing,v1,Post\\n";
            let stance = format!(r#"{{"name": "stance", "categoriesOrdered": true, "categories": [{}]}}"#, values.join(","));
            format!(r#"{{"resources": [{{"name": "s", "data": "{data}", "schema": {{"fields": [{stance}]}}}}]}}"#).into_bytes()
        }
        "sheet-unread" | "sheet-note" => workbook("country,concern,stance,source"),
        "no-stance-sheet" => workbook("Land,Thema,Haltung,Quelle"),
        _ => Vec::new(),
    }
}

/// A workbook with a sheet that is neither statements nor names, and one that is hidden.
fn workbook(header: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let statements = book.add_worksheet();
    statements.set_name("Statements").unwrap();
    for (row, fields) in [header, "Arden,Fishing,supports,Post"].iter().enumerate() {
        statements.write_row(u32::try_from(row).unwrap(), 0, fields.split(',')).unwrap();
    }
    let notes = book.add_worksheet();
    notes.set_name("Notes").unwrap().set_hidden(true).write(0, 0, "to do").unwrap();
    book.save_to_buffer().unwrap()
}

/// The problems of an example, in a folder of its own.
fn problems(test: &str, rule: &str, example: &str) -> (Vec<Problem>, String) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check-docs").join(test).join(rule);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let bytes = if example.is_empty() { bytes(rule) } else { example.as_bytes().to_vec() };
    let name = if bytes.starts_with(b"{") || rule == "path-leaves" { "datapackage.json" } else { "lake.csv" };
    fs::write(folder.join(name), &bytes).unwrap();
    if rule == "path-leaves" {
        link_out_of(&folder);
    }
    let checked = check(&folder.join(name), 20_261_124).unwrap();
    let mut told = Vec::new();
    report::write(report::Format::Text, std::slice::from_ref(&checked), false, &mut told).unwrap();
    let told = String::from_utf8(told).unwrap().replace(&format!("{}/", folder.display()), "");
    (
        checked.problems,
        told.lines().filter(|line| !line.starts_with("lake.csv:") && !line.starts_with("datapackage.json:")).collect::<Vec<_>>().join("\n"),
    )
}

/// A package whose table is a link to a file outside.
fn link_out_of(folder: &std::path::Path) {
    let package = r#"{"resources": [{"name": "s", "path": "s.csv", "schema": {"fields": [{"name": "stance"}]}}]}"#;
    fs::write(folder.join("datapackage.json"), package).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/hostname", folder.join("s.csv")).unwrap();
}

fn rule(name: &str) -> &'static Rule {
    let all = matrix::rule::ALL.iter().chain(rules::ALL);
    all.copied().find(|rule| rule.name == name).unwrap_or_else(|| panic!("there is no rule {name}"))
}

#[test]
fn every_rule_has_an_example_that_breaks_it() {
    for (name, example) in EXAMPLES {
        let found = problems("broken", name, example).0;
        assert!(found.iter().any(|problem| *problem.rule == *rule(name)), "{name}: {found:#?}");
    }
    let without: Vec<&str> = matrix::rule::ALL
        .iter()
        .chain(rules::ALL)
        .map(|rule| rule.name)
        .filter(|name| !EXAMPLES.iter().any(|(rule, _)| rule == name))
        .collect();
    assert_eq!(without, Vec::<&str>::new(), "these have no example");
}

#[test]
fn the_docs_are_made_from_the_rules() {
    let mut docs = String::from(
        "<!-- Made from the rules by `UPDATE_EXPECT=1 cargo test -p stance --test check_docs`; what is changed here by hand is lost. -->\n\n\
         # Problems\n\nEvery problem that `stance check` knows ([the command](command-line.md#stance-check-path)), by how much it matters. \
         The name of each is what `--format json`, SARIF and annotations call it.\n",
    );
    let heads = [
        (Severity::Error, "Errors", "Something could not be read and is not shown. The check fails."),
        (Severity::Warning, "Warnings", "Something is shown, but not as its author may think."),
        (Severity::Hint, "Hints", "Something could be better."),
    ];
    for (severity, head, meaning) in heads {
        let _ = write!(docs, "\n## {head}\n\n{meaning}\n");
        for (name, example) in EXAMPLES.iter().filter(|(name, _)| rule(name).severity == severity) {
            let Rule { text, help, .. } = rule(name);
            let _ = write!(docs, "\n### `{name}`\n\n{} {help}\n", text.replace("{}", "…"));
            if !example.is_empty() {
                let kind = if example.starts_with('{') { "json" } else { "csv" };
                let _ = write!(
                    docs,
                    "\n```{kind}\n{}\n```\n\n```text\n{}\n```\n",
                    shown(example).trim_end(),
                    problems("docs", name, example).1
                );
            }
        }
    }
    expect_file!["../../../docs/check.md"].assert_eq(&docs);
}

/// An example in which everything shows.
fn shown(example: &str) -> String {
    example.replace('\u{202e}', "[U+202E]")
}

#[test]
fn a_reader_s_browser_says_the_same() {
    let mut script = String::from(
        "// What is said of each sort of problem: `[severity, what is wrong, what to do]`. Made from crates/matrix/src/rule.rs\n// by a test.\nexport const RULES = [\n",
    );
    for rule in matrix::rule::ALL {
        let said = serde_json::json!([rule.severity.word(), rule.text, rule.help]);
        let _ = writeln!(script, "  {said},");
    }
    script.push_str("];\n");
    expect_file!["../../../embed/rules.js"].assert_eq(&script);
}
