//! `stance check` as an author and as a machine meet it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use expect_test::{Expect, expect};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use stance::check::check;

/// A folder of its own for a test, with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    files.iter().for_each(|(file, bytes)| fs::write(path.join(file), bytes).unwrap());
    path
}

fn run(folder: &Path, arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stance"));
    let today: &[&str] = if arguments.starts_with("check") { &["--today", "2026-11-24"] } else { &[] };
    command.args(arguments.split(' ')).args(today).current_dir(folder).output().unwrap()
}

/// What it prints, and how it exits.
#[track_caller]
fn told(folder: &Path, arguments: &str, code: i32, expected: Expect) {
    let output = run(folder, arguments);
    let printed = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    expected.assert_eq(&printed);
    assert_eq!(output.status.code(), Some(code), "stance {arguments}");
}

const LAKE: &str = "\
country,concern,stance,kind,quote,text,date,source,url,lang
Arden,Fishing,suports,quote,\"We won't
go\",,19.08.2021,Post,,English

Borea,Fishing,supports,,,\"It wants “quotas”, the Post says\",2021,Post,http://localhost/x,
Borea,Dams,supports,,,,2021,Post,,
";

#[test]
fn people_get_a_line_each() {
    let folder = folder("people", &[("lake.csv", LAKE.as_bytes())]);
    told(
        &folder,
        "check lake.csv",
        0,
        expect![[r#"
            warning: lake.csv, row 2, column date: “19.08.2021” is no date. Did you mean “2021-08-19”? Write 2021, 2021-08, 2021-08-19 or 2021-09-07/2021-09-09; until then it counts as undated.
            warning: lake.csv, row 2, column lang: “English” is no language tag. Did you mean “en”? Write a BCP 47 tag, such as en, pt-BR or uz-Cyrl.
            warning: lake.csv, row 2, column stance: The stance “suports” looks like another one. Did you mean “supports”? If both are the same, spell them alike; they are two values of the scale now.
            warning: lake.csv, row 4, column text: What is reported stands in quotation marks: “quotas”. Verbatim words belong into “quote”; report the rest in your own.
            warning: lake.csv, row 4, column url: “http://localhost/x” cannot be the address of a source. Copy it from the browser's address bar, where everybody can open it.
            lake.csv: 2 countries, 2 concerns, 3 statements; 5 warnings.
        "#]],
    );
}

#[test]
fn machines_get_all_of_it() {
    let folder = folder("machines", &[("lake.csv", "country,concern,stance,source\nArden,,supports,Post\n".as_bytes())]);
    told(
        &folder,
        "check lake.csv --format json",
        1,
        expect![[r#"
        {
          "checked": [
            {
              "path": "lake.csv",
              "problems": [
                {
                  "column": "concern",
                  "file": "lake.csv",
                  "found": "concern",
                  "help": "Fill it in; until then the row is not shown.",
                  "meant": null,
                  "row": 2,
                  "rule": "place-missing",
                  "severity": "error",
                  "sheet": null,
                  "text": "The concern is missing."
                }
              ]
            }
          ]
        }
    "#]],
    );
    told(
        &folder,
        "check lake.csv --format sarif",
        1,
        expect![[r#"
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "stance",
                      "rules": [
                        {
                          "defaultConfiguration": {
                            "level": "error"
                          },
                          "help": {
                            "text": "Fill it in; until then the row is not shown."
                          },
                          "id": "place-missing",
                          "shortDescription": {
                            "text": "The … is missing."
                          }
                        }
                      ],
                      "version": "0.1.0"
                    }
                  },
                  "results": [
                    {
                      "level": "error",
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "lake.csv"
                            },
                            "region": {
                              "startLine": 2
                            }
                          }
                        }
                      ],
                      "message": {
                        "text": "lake.csv, row 2, column concern: The concern is missing. Fill it in; until then the row is not shown."
                      },
                      "ruleId": "place-missing"
                    }
                  ]
                }
              ]
            }
        "#]],
    );
}

/// A field may have several lines, so that rows and lines differ.
#[test]
fn annotations_name_the_line() {
    let folder = folder("annotations", &[("lake.csv", LAKE.as_bytes())]);
    told(
        &folder,
        "check lake.csv --format github",
        0,
        expect![[r#"
            ::warning file=lake.csv,line=2,title=not-a-date::lake.csv, row 2, column date: “19.08.2021” is no date. Did you mean “2021-08-19”? Write 2021, 2021-08, 2021-08-19 or 2021-09-07/2021-09-09; until then it counts as undated.
            ::warning file=lake.csv,line=2,title=not-a-language::lake.csv, row 2, column lang: “English” is no language tag. Did you mean “en”? Write a BCP 47 tag, such as en, pt-BR or uz-Cyrl.
            ::warning file=lake.csv,line=2,title=values-alike::lake.csv, row 2, column stance: The stance “suports” looks like another one. Did you mean “supports”? If both are the same, spell them alike; they are two values of the scale now.
            ::warning file=lake.csv,line=5,title=marks-in-text::lake.csv, row 4, column text: What is reported stands in quotation marks: “quotas”. Verbatim words belong into “quote”; report the rest in your own.
            ::warning file=lake.csv,line=5,title=impossible-address::lake.csv, row 4, column url: “http://localhost/x” cannot be the address of a source. Copy it from the browser's address bar, where everybody can open it.
        "#]],
    );
}

#[test]
fn a_workbook_is_a_package() {
    let mut book = Workbook::new();
    let sheets: [(&str, &[&str]); 4] = [
        ("Notes", &["what,who", "check dates,me"]),
        ("Data", &["", "country,concern,stance,date,source", "ar,Fishing,supports,2021,Post", "", "bo,Fishing,opposes,soon,Post"]),
        ("Countries", &["id,name", "ar,Arden"]),
        ("Old", &["country,concern,stance"]),
    ];
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, fields) in rows.iter().enumerate().filter(|(_, fields)| !fields.is_empty()) {
            sheet.write_row(u32::try_from(row).unwrap(), 0, fields.split(',')).unwrap();
        }
    }
    let folder = folder("workbook", &[("lake.xlsx", &book.save_to_buffer().unwrap())]);
    told(
        &folder,
        "check lake.xlsx",
        1,
        expect![[r#"
            error: lake.xlsx, sheet Data, row 5, column country: “bo” is no id of its table. Use an id of the table, or add it there; until then the row is not shown.
            hint: lake.xlsx, sheet Notes: The sheet “Notes” is not read. Only the first sheet with a column “stance” is, and sheets that are called as rows and columns are: countries, concerns.
            hint: lake.xlsx, sheet Old: The sheet “Old” is not read. Only the first sheet with a column “stance” is, and sheets that are called as rows and columns are: countries, concerns.
            lake.xlsx: 1 country, 1 concern, 1 statement; 1 error, 2 hints.
        "#]],
    );
}

#[test]
fn a_page_is_read_as_the_widget_does() {
    let folder = folder("page", &[("lake.csv", b"country,concern,stance,source,text\nArden,Fishing,supports,Post,It does.\n")]);
    let snippet = Command::new(env!("CARGO_BIN_EXE_stance")).args(["snippet", "lake.csv"]).current_dir(&folder).output().unwrap();
    let page = format!("<!doctype html><title>Lake</title><table><tr><td>another</table>{}", String::from_utf8(snippet.stdout).unwrap());
    fs::write(folder.join("page.html"), page).unwrap();
    fs::write(folder.join("none.html"), "<p>Nothing").unwrap();
    told(
        &folder,
        "check page.html none.html",
        2,
        expect![[r#"
        page.html: 1 country, 1 concern, 1 statement; no problems.
        stance: none.html holds no table.
    "#]],
    );
}

#[test]
fn hostile_files_are_told_of_and_what_is_good_stays() {
    let wide = format!("country,concern,stance,source{}\nArden,Fishing,supports,Post\n", ",x".repeat(10_000));
    let long = format!("country,concern,stance,text,source\nArden,Fishing,supports,\"{}\",Post\n", "long ".repeat(2_000_000));
    let files: [(&str, &[u8]); 6] = [
        ("wide.csv", wide.as_bytes()),
        ("long.csv", long.as_bytes()),
        ("nul.csv", b"country,concern,stance,source\nAr\0den,Fishing,supports,Post\n"),
        ("turned.csv", "country,concern,stance,source\nAr\u{202e}den,Fishing,supports,Post\u{1b}[31m\n".as_bytes()),
        ("open.csv", b"country,concern,stance,source\nArden,Fishing,supports,Post\n\"Borea,Fishing,supports,Post\n"),
        ("surrogate.csv", b"country,concern,stance,source\nArden\xed\xa0\x80,Fishing,supports,Post\n"),
    ];
    let folder = folder("hostile", &files);
    told(
        &folder,
        "check wide.csv",
        1,
        expect![[r#"
            error: wide.csv, row 1: The header has more than 1,000 columns. Give each statement a row of its own; what stands further right is not read.
            wide.csv: 1 country, 1 concern, 1 statement; 1 error.
        "#]],
    );
    told(
        &folder,
        "check long.csv nul.csv turned.csv open.csv surrogate.csv",
        1,
        expect![[r#"
            long.csv: 1 country, 1 concern, 1 statement; no problems.
            warning: nul.csv, row 2, column country: There is a character that does not show: U+0000. Remove it; it can break the text or turn it around.
            nul.csv: 1 country, 1 concern, 1 statement; 1 warning.
            warning: turned.csv, row 2, column source: There is a character that does not show: U+001B. Remove it; it can break the text or turn it around.
            warning: turned.csv, row 2, column country: There is a character that does not show: U+202E. Remove it; it can break the text or turn it around.
            turned.csv: 1 country, 1 concern, 1 statement; 2 warnings.
            error: open.csv, row 3: A quotation mark is not closed, and the field has swallowed the rows after it; it begins with “Borea,Fishing,supports,Post”. Close the mark at the end of the field, or double a mark that belongs to the text (""); the rows in it are not read.
            error: open.csv, row 3, column concern: The concern is missing. Fill it in; until then the row is not shown.
            open.csv: 2 countries, 1 concern, 1 statement; 2 errors.
            error: surrogate.csv, row 2: The row has letters that are not in UTF-8; they show as “�”. Save the file as “CSV UTF-8”, or let `stance import` read it.
            surrogate.csv: 1 country, 1 concern, 1 statement; 1 error.
        "#]],
    );
}

#[test]
fn a_descriptor_reaches_nothing_outside() {
    let package =
        |path: &str| format!(r#"{{"resources": [{{"name": "s", "path": {path:?}, "schema": {{"fields": [{{"name": "stance"}}]}}}}]}}"#);
    let paths = ["../a.csv", "/etc/passwd", "file:///etc/passwd", "C:\\a.csv", "a/../../b.csv", "..\\a.csv", "a\u{0}b.csv"];
    let files: Vec<(String, String)> = paths.iter().enumerate().map(|(number, path)| (format!("{number}.json"), package(path))).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let folder = folder("paths", &files);
    for (number, path) in paths.iter().enumerate() {
        let output = run(&folder, &format!("check {number}.json"));
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.code() != Some(0), "{path}: {printed}");
        assert!(!printed.contains("root:"), "{path}: {printed}");
    }
}

#[test]
fn tables_that_name_each_other_end() {
    let package = r#"{"resources": [
        {"name": "a", "data": "country,concern,stance,source\nx,y,yes,Post\n", "schema": {"fields": [{"name": "country"}, {"name": "concern"}, {"name": "stance"}],
            "foreignKeys": [{"fields": "country", "reference": {"resource": "b", "fields": "id"}}, {"fields": "concern", "reference": {"resource": "a", "fields": "id"}}]}},
        {"name": "b", "data": "id,name\nx,X\n", "schema": {"fields": [{"name": "id"}], "foreignKeys": [{"fields": "id", "reference": {"resource": "a", "fields": "country"}}]}}]}"#;
    let folder = folder("cyclic", &[("datapackage.json", package.as_bytes())]);
    told(
        &folder,
        "check datapackage.json",
        1,
        expect![[r#"
        error: a, row 1: There is neither a column “id” nor a column “name”. Add at least one of them.
        datapackage.json: 1 country, 1 concern, 1 statement; 1 error.
    "#]],
    );
}

/// What a person would lose without noticing.
#[test]
fn nothing_is_written_over() {
    let csv = b"country,concern,stance,quote,source\nArden,Fishing,supports,We fish.,Post\n";
    let folder = folder("over", &[("lake.csv", csv), ("post.txt", b"\xe2\x80\x9cWe fish.\xe2\x80\x9d")]);
    told(
        &folder,
        "export lake.csv --output ./lake.csv",
        2,
        expect![[r#"
        stance: ./lake.csv is what the matrix is read from; write to another file.
    "#]],
    );
    told(&folder, "export lake.csv --output other.csv", 0, expect![[""]]);
    assert_eq!(fs::read(folder.join("lake.csv")).unwrap(), csv);
    told(
        &folder,
        "snippet lake.csv --data ftp://example.org/x.csv",
        2,
        expect![[r#"
        stance: ftp://example.org/x.csv is no address that may be linked; write it from https:// on.
    "#]],
    );
    told(
        &folder,
        "check /dev/null",
        2,
        expect![[r#"
        stance: /dev/null is no file that could be read to its end.
    "#]],
    );
    let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["lake.csv", "other.csv", "post.txt"], "nothing is left half written");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever the bytes of a file that says what it is: a check ends, and says something or nothing.
    #[test]
    fn any_bytes_are_checked(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0..4_usize) {
        let name = ["a.csv", "a.html", "a.xlsx", "a.json"][kind];
        let start: &[u8] = [b"country,concern,stance\n".as_slice(), b"<table>", b"PK\x03\x04", b"{"][kind];
        let folder = folder(&format!("any-{kind}"), &[(name, &[start, &bytes].concat())]);
        let _ = check(&folder.join(name), 20_261_124);
    }
}
