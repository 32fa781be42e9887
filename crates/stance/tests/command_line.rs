//! The command line as an author meets it: what it prints, and how it exits.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

const DESCRIPTOR: &str = r#"{
  "name": "lake", "title": "The lake", "sources": [{"title": "The Lake Post"}],
  "resources": [{"name": "statements", "path": "statements.csv", "schema": {"fields": [
    {"name": "country", "type": "string"}, {"name": "concern", "type": "string"}, {"name": "stance", "type": "string"},
    {"name": "kind", "type": "string"}, {"name": "quote", "type": "string"}, {"name": "text", "type": "string"}]}}]
}"#;

const STATEMENTS: &str = "\
country,concern,stance,kind,quote,text
Arden,Fishing,supports,quote,We won't … give up the lake,
Arden,Dams,opposes,about,no dam at all,
Borea,Fishing,mixed,paraphrase,,It wants quotas.
Borea,Dams,opposes,about,no dam at all,
";

const SOURCE: &str = "\
The lake, again

“We won’t ever give up the lake,” the minister of Arden said.

Both are said to want “no dam at all”.
";

/// The digests are those that `sha256sum` gives.
const PROOF: &str = r#"{
  "quotes": [
    {
      "sha256": "a50b4c55a11e6f30775ee713f5ca8931b5fbebb5e926381409ced71252aac4e4",
      "source": {
        "title": "The lake, again",
        "sha256": "d561f27b34cafb4d2ae7c0a85c4d36554323304f1f3619a58bec6e8a0f3c3a7e"
      },
      "paragraph": 3,
      "checked": "2026-11-24"
    },
    {
      "sha256": "c8b8c2c415f3de7e67c55a249d8af60e2f74ef50c1f22110c68552724cd2881a",
      "source": {
        "title": "The lake, again",
        "sha256": "d561f27b34cafb4d2ae7c0a85c4d36554323304f1f3619a58bec6e8a0f3c3a7e"
      },
      "paragraph": 2,
      "checked": "2026-11-24"
    }
  ]
}
"#;

/// A folder of its own for a test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let folder = Self(path);
        files.iter().for_each(|(file, text)| folder.write(file, text));
        folder
    }

    /// The package with its source.
    fn lake(name: &str) -> Self {
        Self::new(name, &[("datapackage.json", DESCRIPTOR), ("statements.csv", STATEMENTS), ("source.txt", SOURCE)])
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).unwrap();
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    /// Runs `stance` in the folder: how it must exit, and all it must print.
    #[track_caller]
    fn check(&self, arguments: &str, code: i32, expected: &str) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stance"));
        let output = command.args(arguments.split(' ')).current_dir(&self.0).output().unwrap();
        let printed = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        assert_eq!((printed.as_str(), output.status.code()), (expected, Some(code)), "stance {arguments}");
    }
}

const FOUND: &str = "\
.: every quote was found (2 quotes in 3 statements). The proof is ./proof.json.
Pages that load datapackage.json show it on each card once that says so: \"stanceMatrix\": {\"proof\": \"proof.json\"}.
";

#[test]
fn a_quote_is_proved_and_its_proof_holds() {
    let folder = Folder::lake("proved");
    folder.check("verify . --source source.txt --date 2026-11-24", 0, FOUND);
    assert_eq!(folder.read("proof.json"), PROOF);
    // A package that names it needs no advice.
    folder.write(
        "datapackage.json",
        &DESCRIPTOR.replace("\"name\": \"lake\"", "\"stanceMatrix\": {\"proof\": \"proof.json\"}, \"name\": \"lake\""),
    );
    folder.check("verify . --source source.txt --date 2026-11-24", 0, FOUND.split_inclusive('\n').next().unwrap());
    folder.check("verify .", 0, ".: every quote has its proof (2 quotes in 3 statements).\n");
    folder.check("verify datapackage.json", 0, "datapackage.json: every quote has its proof (2 quotes in 3 statements).\n");
}

#[test]
fn a_quote_that_is_not_found_is_shown_beside_the_nearest_words() {
    let folder = Folder::lake("missing");
    folder.write("statements.csv", &STATEMENTS.replace("give up", "give away").replace("no dam", "No dam"));
    folder.check(
        "verify . --source source.txt",
        1,
        "\
error: row 2, Arden, Fishing: no source has “We won't … give away the lake”.
  “We won't” is in “The lake, again”, paragraph 2.
  The passage nearest to “give away the lake” is in “The lake, again”, paragraph 2:
    give [-away-]{+up+} the lake
error: row 3, Arden, Dams: no source has “No dam at all”.
  The passage nearest to it is in “The lake, again”, paragraph 3:
    [-No-]{+no+} dam at all
  The source has the same words, but capital and small letters differ.
error: row 5, Borea, Dams: no source has “No dam at all”.
  The passage nearest to it is in “The lake, again”, paragraph 3:
    [-No-]{+no+} dam at all
  The source has the same words, but capital and small letters differ.
Marked [-so-] is what only the quote has, {+so+} what only the source has.
.: 3 quotes were not found; no proof was written.
",
    );
    assert!(!folder.0.join("proof.json").exists());
}

#[test]
fn a_letter_changed_after_the_proof_is_noticed() {
    let folder = Folder::lake("changed");
    folder.write("proof.json", PROOF);
    // How a quotation mark is written changes nothing.
    folder.write("statements.csv", &STATEMENTS.replace("won't …", "won’t  (...)"));
    folder.check("verify .", 0, ".: every quote has its proof (2 quotes in 3 statements).\n");
    folder.write("statements.csv", &STATEMENTS.replace("the lake", "the lakes"));
    folder.check(
        "verify .",
        1,
        "\
error: row 2, Arden, Fishing: “We won't … give up the lakes” has no proof.
warning: No quote needs the proof c8b8c2c415f3de7e67c55a249d8af60e2f74ef50c1f22110c68552724cd2881a \
(paragraph 2 of “The lake, again”).
.: 1 quote has no proof: never proved, or changed since. Prove it with `stance verify PACKAGE --source FILE`.
",
    );
}

#[test]
fn a_proof_that_no_quote_needs_is_a_warning() {
    let folder = Folder::lake("unneeded");
    folder.write("proof.json", PROOF);
    folder.write("statements.csv", "country,concern,stance,kind,quote,text\nArden,Dams,opposes,about,no dam at all,\n");
    folder.check(
        "verify .",
        0,
        "\
warning: No quote needs the proof c8b8c2c415f3de7e67c55a249d8af60e2f74ef50c1f22110c68552724cd2881a \
(paragraph 2 of “The lake, again”).
.: every quote has its proof (1 quote in 1 statement).
",
    );
}

#[test]
fn without_a_proof_every_quote_fails() {
    let folder = Folder::lake("unproved");
    folder.check(
        "verify .",
        1,
        "\
error: row 2, Arden, Fishing: “We won't … give up the lake” has no proof.
error: row 3, Arden, Dams: “no dam at all” has no proof.
error: row 5, Borea, Dams: “no dam at all” has no proof.
.: 3 quotes have no proof: never proved, or changed since. Prove them with `stance verify PACKAGE --source FILE`.
",
    );
    folder.write("statements.csv", "country,concern,stance,text\nArden,Dams,opposes,It wants none.\n");
    folder.check("verify .", 0, ".: every quote has its proof (0 quotes in 0 statements).\n");
}

#[test]
fn a_failed_proof_leaves_the_earlier_one() {
    let folder = Folder::lake("earlier");
    folder.write("proof.json", PROOF);
    folder.write("source.txt", &SOURCE.replace("no dam", "No dam"));
    folder.check(
        "verify . --source source.txt",
        1,
        "\
error: row 3, Arden, Dams: no source has “no dam at all”.
  The passage nearest to it is in “The lake, again”, paragraph 3:
    [-no-]{+No+} dam at all
  The source has the same words, but capital and small letters differ.
error: row 5, Borea, Dams: no source has “no dam at all”.
  The passage nearest to it is in “The lake, again”, paragraph 3:
    [-no-]{+No+} dam at all
  The source has the same words, but capital and small letters differ.
Marked [-so-] is what only the quote has, {+so+} what only the source has.
.: 2 quotes were not found; no proof was written.
",
    );
    assert_eq!(folder.read("proof.json"), PROOF);
}

#[test]
fn a_package_with_errors_is_not_verified() {
    let folder = Folder::lake("errors");
    folder.write("statements.csv", &STATEMENTS.replace("Borea,Dams", "Borea,"));
    let error = "error: statements.csv, row 5, column concern: The concern is missing. \
                 Fill it in; until then the row is not shown.\n";
    folder.check("verify .", 1, &format!("{error}.: 1 error, so the quotes were not verified.\n"));
    folder.check("verify . --source source.txt", 1, &format!("{error}.: 1 error, so the quotes were not verified.\n"));
    folder.check("check .", 1, &format!("{error}.: 2 countries, 2 concerns, 3 statements; 1 error.\n"));
}

#[test]
fn a_table_of_its_own_has_a_proof_of_its_own() {
    let folder = Folder::new("table", &[("lake.csv", STATEMENTS), ("source.txt", SOURCE)]);
    let found = "lake.csv: every quote was found (2 quotes in 3 statements). The proof is lake.proof.json.\n";
    folder.check("verify lake.csv --source source.txt --date 2026-11-24", 0, found);
    assert_eq!(folder.read("lake.proof.json"), PROOF);
    folder.check("verify .", 0, ".: every quote has its proof (2 quotes in 3 statements).\n");
}

#[test]
fn the_first_title_is_for_the_first_source() {
    let folder = Folder::lake("titles");
    folder.write("other.txt", "Unrelated.");
    folder.check("verify . --source source.txt other.txt --title Post", 0, FOUND);
    assert!(folder.read("proof.json").contains("\"title\": \"Post\""));
    folder.check("verify . --source other.txt source.txt --title Post", 0, FOUND);
    assert!(folder.read("proof.json").contains("\"title\": \"The lake, again\""));
    folder.check("verify . --source source.txt --title A --title B", 2, "stance: there are more titles than sources.\n");
}

#[test]
fn check_puts_errors_first_and_sums_up() {
    let table = "country,concern,stance,date,source\nArden,Dams,supports,soon,Post\nBorea,,opposes,2021,Post\n";
    let folder = Folder::new("check", &[("lake.csv", table)]);
    let printed = "\
error: lake.csv, row 3, column concern: The concern is missing. Fill it in; until then the row is not shown.
warning: lake.csv, row 2, column date: “soon” is no date. Write 2021, 2021-08, 2021-08-19 or 2021-09-07/2021-09-09; \
until then it counts as undated.
lake.csv: 2 countries, 1 concern, 1 statement; 1 error, 1 warning.
";
    folder.check("check lake.csv", 1, printed);
    folder.write("lake.csv", "party,topic,stance,source\nGreens,Dams,opposes,Post\n");
    folder.check(
        "check lake.csv .",
        0,
        "\
lake.csv: 1 party, 1 topic, 1 statement; no problems.
.: 1 party, 1 topic, 1 statement; no problems.
",
    );
    // A missing path does not hide what is wrong elsewhere.
    folder.write("lake.csv", table);
    let missing = "stance: cannot read none.csv: there is no such file or folder.\n";
    folder.check("check none.csv lake.csv", 2, &format!("{printed}{missing}"));
}

#[test]
fn what_cannot_run_says_why() {
    let folder = Folder::lake("cannot-run");
    folder.write("broken.json", "{");
    folder.write("empty.txt", " \n");
    folder.write("binary.txt", "lake\0");
    folder.write("far.json", &DESCRIPTOR.replace("statements.csv", "https://example.org/a.csv"));
    fs::create_dir(folder.0.join("nothing")).unwrap();
    Folder::new("cannot-run/several", &[("a.csv", STATEMENTS), ("b.csv", STATEMENTS)]);
    folder.check("check broken.json", 2, "stance: broken.json is not JSON: a comma, a bracket or a straight quotation mark is missing or too many at line 1, “{”, or above it.\n");
    folder.check("check nothing", 2, "stance: nothing holds neither a datapackage.json nor a table (.csv, .xlsx, .ods).\n");
    folder.check("check several", 2, "stance: several holds several tables and no datapackage.json; name one of them.\n");
    folder.check(
        "check far.json",
        2,
        "stance: far.json takes a table from https://example.org/a.csv, and addresses are not fetched; put the table beside it.\n",
    );
    folder.check("verify . --source empty.txt", 2, "stance: the source empty.txt is empty.\n");
    folder.check("verify . --source binary.txt", 2, "stance: cannot read the source binary.txt: it is neither text nor HTML nor PDF.\n");
    folder.check("verify . --source none.txt", 2, "stance: cannot read the source none.txt: there is no such file or folder.\n");
    folder.write("proof.json", "{}");
    folder.check("verify .", 2, "stance: ./proof.json is not a proof: missing field `quotes` at line 1 column 2.\n");
}
