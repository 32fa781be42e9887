//! What `stance diff` says.

// The model's own tests use more of it.
#[allow(dead_code)]
#[path = "../../matrix/tests/generated/mod.rs"]
mod generated;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::{Expect, expect};
use generated::packages;
use matrix::{Matrix, read_csv};
use proptest::prelude::*;
use stance::diff::{Format, diff, write};

fn matrix(csv: &str) -> Matrix {
    read_csv("a.csv", csv.as_bytes()).matrix
}

fn said(old: &Matrix, new: &Matrix, format: Format) -> String {
    let mut out = Vec::new();
    write(&diff(old, new), format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const HEADER: &str = "country,concern,stance,kind,quote,text,speaker,date,source";

/// What is said of two tables of statements.
#[track_caller]
fn check(old: &[&str], new: &[&str], expected: Expect) {
    let table = |rows: &[&str]| matrix(&format!("{HEADER}\n{}\n", rows.join("\n")));
    expected.assert_eq(&said(&table(old), &table(new), Format::Text));
}

const ARDEN: &str = "Arden,Fishing,supports,quote,We won't give up the lake,,Ms One,2021,Post";
const BOREA: &str = "Borea,Fishing,opposes,,,It wants quotas for all.,,2021-05,Gazette";

#[test]
fn the_order_of_statements_is_no_change() {
    let dams = "Arden,Dams,supports,,,It builds one.,,2020,Post";
    check(&[ARDEN, BOREA, dams], &[dams, BOREA, ARDEN], expect!["Nothing changed.\n"]);
}

#[test]
fn a_stance_is_told_with_the_statement_that_brought_it() {
    let later = "Arden,Fishing,opposes,quote,\"No more fish, said the minister of the lake to us\",,Ms One,2022,Post";
    check(
        &[ARDEN],
        &[ARDEN, later],
        expect![[r#"
            Arden, Fishing: the stance was “Supports”, is now “Opposes”, by the statement “No more fish, said the minister of the …” (Ms One, 2022).
            Arden, Fishing: a statement was added (“Opposes”): “No more fish, said the minister of the lake to us” (Ms One, 2022, Post).
            1 stance changed, 1 statement added.
        "#]],
    );
    check(
        &[ARDEN, later],
        &[ARDEN],
        expect![[r#"
            Arden, Fishing: the stance was “Opposes”, is now “Supports”, by the statement “We won't give up the lake” (Ms One, 2021).
            Arden, Fishing: a statement was removed (“Opposes”): “No more fish, said the minister of the lake to us” (Ms One, 2022, Post).
            1 stance changed, 1 statement removed.
        "#]],
    );
    // A word alone.
    check(
        &["Arden,Fishing,supports,,,,,,"],
        &["Arden,Fishing,opposes,,,,,,"],
        expect![[r#"
        Arden, Fishing: the stance was “Supports”, is now “Opposes”.
        1 stance changed.
    "#]],
    );
}

#[test]
fn a_statement_that_changed_is_the_same_one() {
    check(
        &[ARDEN, BOREA],
        &[&ARDEN.replace("won't give", "will never give"), &BOREA.replace("2021-05", "2021-06-01").replace("Gazette", "Post")],
        expect![[r#"
            Arden, Fishing: in the statement “We will never give up the lake” (Ms One, 2021), the quote changed: “We [-won't-]{+will never+} give up the lake”.
            Borea, Fishing: in the statement It wants quotas for all. (2021-06-01), the date was “2021-05”, is now “2021-06-01”.
            Borea, Fishing: in the statement It wants quotas for all. (2021-06-01), the source was “Gazette”, is now “Post”.
            3 changes in statements.
        "#]],
    );
    // Other words of another day are another statement.
    check(
        &[ARDEN],
        &["Arden,Fishing,supports,quote,Fish are friends,,Ms One,2022,Post"],
        expect![[r#"
            Arden, Fishing: a statement was added (“Supports”): “Fish are friends” (Ms One, 2022, Post).
            Arden, Fishing: a statement was removed (“Supports”): “We won't give up the lake” (Ms One, 2021, Post).
            1 statement added, 1 statement removed.
        "#]],
    );
    // Of two alike, one is gone.
    check(
        &[ARDEN, ARDEN],
        &[ARDEN],
        expect![[r#"
        Arden, Fishing: a statement was removed (“Supports”): “We won't give up the lake” (Ms One, 2021, Post).
        1 statement removed.
    "#]],
    );
}

#[test]
fn rows_and_columns_come_go_and_are_renamed() {
    check(
        &[ARDEN, BOREA],
        &[&ARDEN.replace("Arden", "Republic of Arden"), "Corvia,Dams,declined,,,,,,"],
        expect![[r#"
            Republic of Arden: the id was “arden”, is now “republic-of-arden”.
            Republic of Arden: the name was “Arden”, is now “Republic of Arden”.
            Corvia: the country was added.
            Borea: the country was removed.
            Dams: the concern was added.
            Corvia, Dams: the cell is new, its stance is “Declined to say”.
            Corvia, Dams: a statement was added (“Declined to say”): no words.
            Borea, Fishing: the cell is gone, its stance was “Opposes”.
            Borea, Fishing: a statement was removed (“Opposes”): It wants quotas for all. (2021-05, Gazette).
            2 stances changed, 1 statement added, 1 statement removed, 5 other changes.
        "#]],
    );
}

#[test]
fn what_a_column_without_a_meaning_says_is_told_too() {
    let old = matrix("country,concern,stance,text,Page\nA,B,supports,x,1\n");
    let new = matrix("country,concern,stance,text,Page\nA,B,supports,x,2\n");
    expect![[r#"
        A, B: in the statement x, the column “Page” was “1”, is now “2”.
        1 change in statements.
    "#]]
    .assert_eq(&said(&old, &new, Format::Text));
}

#[test]
fn markdown_is_escaped_and_json_is_whole() {
    let old = matrix("country,concern,stance,kind,quote\n<b>,a|b,yes,quote,one two three `four` five\n");
    let new = matrix("country,concern,stance,kind,quote\n<b>,a|b,yes,quote,one two <b> `four` five\n");
    expect![[r#"
        - **\<b\>, a\|b**: in the statement “one two \<b\> \`four\` five”, the quote changed: “one two <del>three</del><ins>\<b\></ins> \`four\` five”.

        1 change in statements.
    "#]]
    .assert_eq(&said(&old, &new, Format::Markdown));
    expect![[r#"
        {
          "changes": [
            {
              "column": {
                "id": "a-b",
                "name": "a|b"
              },
              "field": "quote",
              "new": "one two <b> `four` five",
              "old": "one two three `four` five",
              "row": {
                "id": "-b-",
                "name": "<b>"
              },
              "statement": {
                "quote": "one two <b> `four` five",
                "source": [],
                "stance": "yes",
                "text": "",
                "who": []
              },
              "what": "statement",
              "words": [
                {
                  "same": "one two "
                },
                {
                  "old": "three"
                },
                {
                  "new": "<b>"
                },
                {
                  "same": " `four` five"
                }
              ]
            }
          ]
        }
    "#]]
    .assert_eq(&said(&old, &new, Format::Json));
}

#[test]
fn a_terminal_obeys_nothing_in_the_data() {
    let new = said(&matrix("country,concern,stance\n"), &matrix("country,concern,stance\nA\u{1b}[2J\u{202e},B,yes\n"), Format::Text);
    assert!(new.contains("A\\u{1b}[2J\\u{202e}: the country was added.") && !new.contains(['\u{1b}', '\u{202e}']), "{new}");
}

#[test]
fn one_cell_with_many_statements_is_compared_in_time() {
    let table = |word: &str| {
        let rows: String = (0..3_000).map(|row| format!("A,B,yes,{word} {row} of the lake\n")).collect();
        matrix(&format!("country,concern,stance,text\n{rows}"))
    };
    let changes = diff(&table("fish"), &table("boat"));
    assert_eq!(changes.len(), 6_000);
}

proptest! {
    #[test]
    fn nothing_changes_from_a_matrix_to_itself(reading in packages()) {
        prop_assert_eq!(diff(&reading.matrix, &reading.matrix), vec![]);
    }

    #[test]
    fn any_two_can_be_compared(old in packages(), new in packages()) {
        for format in [Format::Text, Format::Json, Format::Markdown] {
            let text = said(&old.matrix, &new.matrix, format);
            prop_assert!(!text.is_empty());
            if format == Format::Text {
                let changes = diff(&old.matrix, &new.matrix);
                prop_assert_eq!(text.lines().count(), changes.len() + 1, "{}", text);
            }
        }
    }
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).unwrap();
    }

    /// Runs `stance` in the folder: how it must exit, and all it must print.
    #[track_caller]
    fn check(&self, arguments: &str, code: i32, expected: Expect) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stance"));
        let output = command.args(arguments.split(' ')).current_dir(&self.0).output().unwrap();
        let printed = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        expected.assert_eq(&printed);
        assert_eq!(output.status.code(), Some(code), "stance {arguments}");
    }
}

#[test]
fn it_exits_as_diff_does() {
    let folder = Folder::new("diff");
    folder.write("a.csv", &format!("{HEADER}\n{ARDEN}\n"));
    folder.write("b.csv", &format!("{HEADER}\n{}\n", ARDEN.replace("supports", "mixed")));
    folder.write("broken.csv", &format!("{HEADER}\n{ARDEN}\nBorea,,mixed,,,,,,\n"));
    folder.check("diff a.csv a.csv", 0, expect!["Nothing changed.\n"]);
    folder.check(
        "diff a.csv b.csv",
        1,
        expect![[r#"
        Arden, Fishing: the stance was “Supports”, is now “Mixed”, by the statement “We won't give up the lake” (Ms One, 2021).
        1 stance changed.
    "#]],
    );
    folder.check(
        "diff a.csv none.csv",
        2,
        expect![[r#"
        stance: cannot read none.csv: there is no such file or folder.
    "#]],
    );
    // What is wrong in the data may hide what changed.
    folder.check(
        "diff a.csv broken.csv",
        1,
        expect![[r#"
            Borea: the country was added.
            1 other change.
            broken.csv: broken.csv, row 3, column concern: The concern is missing. Fill it in; until then the row is not shown.
        "#]],
    );
}

#[test]
fn a_package_is_compared_with_what_it_says_of_itself() {
    let folder = Folder::new("diff-package");
    let package = |title: &str, label: &str, language: &str| {
        format!(
            r##"{{"title": "{title}", "sources": [{{"title": "Post"}}], "licenses": [{{"name": "CC0-1.0"}}], "resources": [{{"name": "s", "path": "a.csv",
            "schema": {{"fields": [{{"name": "country"}}, {{"name": "concern"}}, {{"name": "stance", "categoriesOrdered": true,
            "categories": [{{"value": "supports", "label": "{label}"}}, {{"value": "opposes", "label": "Against"}}]}}]}}}}],
            "stanceMatrix": {{"language": "{language}", "scale": {{"supports": {{"color": "#{language}{language}"}}}}}}}}"##
        )
    };
    folder.write("a.csv", &format!("{HEADER}\n{ARDEN}\n"));
    folder.write("old.json", &package("The lake", "For", "en"));
    folder.write("new.json", &package("The lake, again and again", "In favour", "de"));
    folder.check(
        "diff old.json new.json",
        1,
        expect![[r#"
        The title was “The lake”, is now “The lake, again and again”.
        The language was “en”, is now “de”.
        The scale was “For, Against”, is now “In favour, Against”.
        The colour of “In favour” was “#enen”, is now “#dede”.
        4 other changes.
    "#]],
    );
}
