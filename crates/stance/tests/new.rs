//! A new package: valid at once, and nothing of anybody's written over.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::expect;
use jiff::civil::date;
use matrix::Kind;
use stance::open::open;
use stance::outcome::Outcome;

/// An empty folder for a test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// Makes a package at `path` as of a day that the tests know.
fn make(path: &Path) -> anyhow::Result<Outcome> {
    stance::new::new(path, date(2026, 11, 24), &mut Vec::new())
}

/// The descriptor of a package.
fn descriptor(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(path.join("datapackage.json")).unwrap()).unwrap()
}

/// Runs `stance` in a folder: how it exits, and all that it prints.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_stance")).args(arguments).current_dir(folder).output().unwrap();
    (output.status.code(), [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat())
}

#[test]
fn it_reads_as_one_statement_without_a_problem() {
    let path = folder("reads").join("lake-dams");
    make(&path).unwrap();
    let reading = open(&path).unwrap().reading;
    assert_eq!(reading.problems, []);
    let matrix = reading.matrix;
    assert_eq!((matrix.rows().len(), matrix.columns().len(), matrix.len()), (1, 1, 1));
    let statement = matrix.statement(0);
    assert_eq!((statement.kind(), matrix.scale().label(statement.stance())), (Kind::Quote, "Supports"));
    assert_eq!((matrix.title(), matrix.created()), ("Lake dams", "2026-11-24"));
    assert_eq!(descriptor(&path)["name"], "lake-dams");
}

/// A source that is only a placeholder would be one for every statement that has none.
#[test]
fn a_statement_without_a_source_is_found_out() {
    let path = folder("source").join("lake");
    make(&path).unwrap();
    let file = path.join("statements.csv");
    fs::write(&file, fs::read_to_string(&file).unwrap().replace(",Example source,https://example.org/,", ",,,")).unwrap();
    let problems = open(&path).unwrap().reading.problems;
    assert!(matches!(problems.as_slice(), [problem] if problem.to_string().contains("the stance has no source.")), "{problems:?}");
}

#[test]
fn a_spreadsheet_opens_it() {
    let path = folder("opens").join("lake");
    make(&path).unwrap();
    let bytes = fs::read(path.join("statements.csv")).unwrap();
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("Excel knows UTF-8 by its byte-order mark");
    let mut reader = csv::Reader::from_reader(text);
    let header: Vec<String> = reader.headers().unwrap().iter().map(String::from).collect();
    assert_eq!(reader.records().map(|record| record.unwrap().len()).collect::<Vec<_>>(), [header.len()]);
    // What the package says of the columns, and the README, is about these.
    let descriptor = descriptor(&path);
    let fields = descriptor["resources"][0]["schema"]["fields"].as_array().unwrap();
    assert_eq!(fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>(), header);
    let readme = fs::read_to_string(path.join("README.md")).unwrap();
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |").map(|(column, _)| column.to_string()));
    let explained: Vec<String> = rows.filter(|column| header.contains(column)).collect();
    assert_eq!(explained, header);
}

#[test]
fn it_says_what_is_made_and_what_comes_next() {
    let check = |name: &str, expected: expect_test::Expect| {
        let (code, printed) = run(&folder("says"), &["new", name]);
        assert_eq!(code, Some(0));
        expected.assert_eq(&printed);
    };
    check(
        "lake",
        expect![[r#"
            Made lake:
              statements.csv    one row a statement, with an example row to replace
              datapackage.json  title, sources, licence and scale; put your own wherever it says “Fill in”
              README.md         how to fill them

            Next, open lake/statements.csv in a spreadsheet, and then:
              stance check lake    says what is wrong
              stance serve lake    shows it in a browser, again whenever you save
        "#]],
    );
    let (code, printed) = run(&folder("spaces"), &["new", "the lake"]);
    assert!(code == Some(0) && printed.contains("stance check \"the lake\""), "{printed}");
}

#[test]
fn check_has_nothing_to_say_about_it() {
    let path = folder("checked");
    make(&path.join("lake")).unwrap();
    let (code, printed) = run(&path, &["check", "lake"]);
    assert!(code == Some(0) && !printed.contains("error") && !printed.contains("warning"), "{printed}");
}

#[test]
fn nothing_is_written_over() {
    let path = folder("over");
    fs::create_dir_all(path.join("full")).unwrap();
    fs::write(path.join("full/mine.txt"), "mine").unwrap();
    fs::write(path.join("file"), "mine").unwrap();
    let check = |name: &str, expected: &str| assert_eq!(run(&path, &["new", name]), (Some(2), format!("stance: {expected}.\n")));
    check("full", "full is not empty; name a folder that is not there yet");
    check("file", "a file is in the way of file");
    check("file/below", "a file is in the way of file/below");
    assert_eq!(fs::read_dir(path.join("full")).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(path.join("file")).unwrap(), "mine");
}

#[test]
fn an_empty_folder_is_filled_and_gives_the_name() {
    let path = folder("here").join("border rivers");
    fs::create_dir(&path).unwrap();
    assert_eq!(run(&path, &["new", "."]).0, Some(0));
    let descriptor = descriptor(&path);
    assert_eq!((&descriptor["name"], &descriptor["title"]), (&"border-rivers".into(), &"Border rivers".into()));
}

#[test]
fn any_name_gives_a_valid_description() {
    for name in ["a \"b\"", "{date}{title}{name}", "озеро", "…", "1"] {
        let path = folder("names").join(name);
        make(&path).unwrap();
        assert_eq!(open(&path).unwrap().reading.problems, [], "{name}");
        let descriptor = descriptor(&path);
        let name = descriptor["name"].as_str().unwrap();
        let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-._".contains(letter);
        assert!(!name.is_empty() && name.chars().all(allowed), "{name}");
    }
}
