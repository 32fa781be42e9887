//! What `stance export` writes, and that it reads back.

// The model's own tests use more of it.
#[allow(dead_code)]
#[path = "../../matrix/tests/generated/mod.rs"]
mod generated;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::{expect, expect_file};
use generated::{described, packages};
use matrix::{Json, Matrix, Package, Reading, read_csv};
use proptest::prelude::*;
use stance::export::{Format, Part, export, part};
use stance::snippet::OWN_LANGUAGE;
use stance::table::collapsed;
use stance::verify::proof::Proof;

const LAKE: &str = r#"{
  "title": "Who wants what of the lake | a [test]", "description": "Stances of <b>three</b> states.", "created": "2026-11-24",
  "sources": [{"title": "The Lake Post", "path": "https://example.org/post?a=1&b=2"}], "licenses": [{"name": "CC-BY-4.0"}],
  "resources": [
    {"name": "statements", "path": "statements.csv", "schema": {"fields": [{"name": "country"}, {"name": "concern"},
      {"name": "stance", "categoriesOrdered": true, "categories": [{"value": "for", "label": "For it"}, {"value": "against", "label": "Against it"}],
       "missingValues": [{"value": "declined", "label": "Would not say"}]}],
      "foreignKeys": [{"fields": "country", "reference": {"resource": "countries"}}, {"fields": "concern", "reference": {"resource": "concerns"}}]}},
    {"name": "countries", "data": [{"id": "a", "name": "Arden", "group": "North"}, {"id": "b", "name": "Borea"}, {"id": "c", "name": "Corvia"}]},
    {"name": "concerns", "data": [{"id": "f", "name": "Fishing", "source": "Fish Weekly"}, {"id": "d", "name": "=Dams"}]}],
  "stanceMatrix": {"language": "en"}
}"#;

const STATEMENTS: &str = "\
country,concern,stance,kind,summary,quote,text,speaker,role,date,source,url,lang,translation
a,f,for,quote,It wants to fish.,We *won't* give up `the lake` — never,,Ms One,minister,2021-08-19,,,en,
a,d,against,quote,,\"No dam,
no <b>wall</b>\",,,,2021,,,de,\"+1, no dam\"
b,f,declined,,,,,,,,,,,
b,d,against,action,,,@work since 1. May,,,2021-05,Gazette,https://example.org/(g)|x,,
";

/// A folder of its own for a test, with the package.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("datapackage.json"), LAKE).unwrap();
        fs::write(path.join("statements.csv"), STATEMENTS).unwrap();
        Self(path)
    }

    /// Runs `stance` in the folder: how it exits, and what it prints where.
    fn run(&self, arguments: &str) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stance"));
        let output = command.args(arguments.split(' ')).current_dir(&self.0).output().unwrap();
        let [printed, errors] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        (output.status.code(), printed, errors)
    }

    #[track_caller]
    fn check(&self, arguments: &str, code: i32, errors: &str) -> String {
        let (found, printed, said) = self.run(arguments);
        assert_eq!((said.as_str(), found), (errors, Some(code)), "stance {arguments}");
        printed
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }
}

/// A matrix without proofs, in a format.
fn exported(matrix: &Matrix, format: Format) -> anyhow::Result<String> {
    export(matrix, format, None, &Proof::default())
}

fn read_json(text: &str) -> Reading {
    let package: Json = serde_json::from_str(text).unwrap();
    Package::new("matrix.json", package).read(Vec::new())
}

/// All of a matrix.
fn whole(matrix: &Matrix) -> Part {
    Part { rows: (0..matrix.rows().len()).collect(), columns: (0..matrix.columns().len()).collect(), quotes: true }
}

proptest! {
    #[test]
    fn json_reads_back_the_same(reading in packages()) {
        let json = exported(&reading.matrix, Format::Json).unwrap();
        prop_assert_eq!(described(&read_json(&json)), described(&reading), "{}", json);
    }

    #[test]
    fn a_part_is_what_was_asked_for(reading in packages(), rows in 0usize..16, columns in 0usize..8) {
        let matrix = reading.matrix;
        let places = |mask: usize, of: usize| (0..of).filter(|place| mask >> place & 1 == 1).collect::<Vec<_>>();
        let (rows, columns) = (places(rows, matrix.rows().len()), places(columns, matrix.columns().len()));
        let some = part(matrix.clone(), &Part { rows: rows.clone(), columns: columns.clone(), quotes: true }).unwrap();
        prop_assert_eq!((some.rows().len(), some.columns().len()), (rows.len(), columns.len()));
        for (new_row, &row) in rows.iter().enumerate() {
            prop_assert_eq!(some.rows().name(new_row), matrix.rows().name(row));
            for (new_column, &column) in columns.iter().enumerate() {
                let (old, new) = (matrix.position(row, column), some.position(new_row, new_column));
                prop_assert_eq!(some.scale().label(new.stance()), matrix.scale().label(old.stance()));
                let texts = |position: matrix::Position| position.statements().map(|one| one.texts().map(String::from)).collect::<Vec<_>>();
                prop_assert_eq!(texts(new), texts(old));
            }
        }
    }

    #[test]
    fn without_quotes_there_is_none(reading in packages()) {
        let quotes = false;
        let matrix = part(reading.matrix.clone(), &Part { quotes, ..whole(&reading.matrix) }).unwrap();
        prop_assert_eq!(matrix.len(), reading.matrix.len());
        for index in 0..matrix.len() {
            let (new, old) = (matrix.statement(index), reading.matrix.statement(index));
            prop_assert_eq!((new.quote(), new.text(), new.speaker()), ("", old.text(), old.speaker()));
        }
    }

    #[test]
    fn csv_has_every_statement_and_no_formula(reading in packages()) {
        let matrix = &reading.matrix;
        let csv = exported(matrix, Format::Csv).unwrap();
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(records.len(), matrix.len());
        prop_assert!(records.iter().flatten().all(|field| !field.starts_with(['=', '+', '-', '@', '\t', '\r'])));
        let back = read_csv("a.csv", csv.as_bytes()).matrix;
        for (index, record) in records.iter().enumerate().take(back.len()) {
            prop_assert_eq!(back.statement(index).source(), matrix.statement(index).source(), "{:?}", record);
            prop_assert_eq!(back.statement(index).kind(), matrix.statement(index).kind());
        }
    }

    /// As GitHub reads a table: cells end at a bar without a backslash, and a backslash shows what follows it.
    #[test]
    fn a_markdown_table_reads_back(reading in packages()) {
        let matrix = &reading.matrix;
        let text = exported(matrix, Format::Markdown).unwrap();
        let table: Vec<Vec<String>> = text.lines().filter(|line| line.starts_with("| ")).map(cells).collect();
        prop_assert_eq!(table.len(), matrix.rows().len() + 2, "{}", text);
        for column in 0..matrix.columns().len() {
            prop_assert_eq!(&table[0][column + 1], &collapsed(matrix.columns().name(column)));
        }
        for row in 0..matrix.rows().len() {
            prop_assert_eq!(&table[row + 2][0], &format!("**{}**", collapsed(matrix.rows().name(row))));
            for column in 0..matrix.columns().len() {
                let label = collapsed(matrix.scale().label(matrix.stance(row, column)));
                prop_assert_eq!(table[row + 2][column + 1].trim_end_matches(" (no source given)"), label);
            }
        }
    }

    #[test]
    fn a_picture_is_xml_of_its_text(reading in packages()) {
        let Ok(picture) = exported(&reading.matrix, Format::Svg) else { return Ok(()) };
        prop_assert_eq!(&exported(&reading.matrix, Format::Svg).unwrap(), &picture, "it is always the same");
        let mut reader = quick_xml::Reader::from_str(&picture);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => prop_assert!(false, "{error}: {picture}"),
            }
        }
        prop_assert!(!picture.contains("=\"NaN") && !picture.contains("=\"inf") && !picture.contains("=\"-inf"), "{}", picture);
    }
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut letters = line.trim_start_matches("| ").chars();
    while let Some(letter) = letters.next() {
        let cell = cells.last_mut().unwrap();
        match letter {
            '\\' => cell.extend(letters.next()),
            '|' => cells.push(String::new()),
            letter => cell.push(letter),
        }
    }
    cells.iter().map(|cell| cell.trim().to_string()).collect()
}

#[test]
fn each_format_is_what_it_says() {
    let folder = Folder::new("export-formats");
    let lacks = "stance: no statement is about Corvia, so the table lacks it.\n";
    expect_file!["export/lake.csv"].assert_eq(&folder.check("export . --to csv", 0, lacks).replace("\r\n", "\n"));
    expect_file!["export/lake.json"].assert_eq(&folder.check("export . --to json", 0, ""));
    expect_file!["export/lake.md"].assert_eq(&folder.check("export . --to markdown", 0, ""));
    expect_file!["export/lake.svg"].assert_eq(&folder.check("export . --to svg", 0, ""));
}

#[test]
fn the_name_of_the_file_says_the_format() {
    let folder = Folder::new("export-names");
    assert_eq!(folder.check("export . --output a.md", 0, ""), "");
    assert_eq!(folder.read("a.md"), folder.check("export . --to markdown", 0, ""));
    // What is there is replaced, and a format that is named counts.
    folder.check("export . --to json --output a.md", 0, "");
    assert_eq!(folder.read("a.md"), folder.check("export . --to json", 0, ""));
    folder.check("export . --output a.txt", 2, "stance: the name of the file does not say the format; name it with --to.\n");
    folder.check("export . --output no/a.md", 2, "stance: cannot write no/a.md: there is no such file or folder.\n");
    folder.check("export . --to csv --countries x", 2, "stance: no row or column has the id “x”; there are a, b, c.\n");
    assert!(!folder.0.join("a.txt").exists());
}

#[test]
fn json_is_checked_like_any_package() {
    let folder = Folder::new("export-check");
    folder.check("export . --output one.json", 0, "");
    let before = folder.check("check .", 0, "");
    assert_eq!(folder.check("check one.json", 0, ""), before.replace(".: ", "one.json: "));
}

#[test]
fn what_is_good_is_written() {
    let folder = Folder::new("export-errors");
    fs::write(folder.0.join("statements.csv"), format!("{STATEMENTS}z,f,for,,,,,,,,,,,\n")).unwrap();
    let (code, printed, errors) = folder.run("export . --to markdown --countries a --concerns f --without-quotes");
    assert_eq!(code, Some(1));
    assert!(errors.starts_with("error: statements.csv, row 6"), "{errors}");
    expect![[r#"
        # Who wants what of the lake \| a \[test\]

        Stances of \<b\>three\</b\> states.

        |  | Fishing |
        | --- | --- |
        | **Arden** | For it |

        ## Arden

        - **Fishing: For it** — It wants to fish.
          - In its own words · Ms One, minister, 2021-08-19 · Fish Weekly

        ---

        Source: [The Lake Post](<https://example.org/post?a=1&amp;b=2>). Licence: CC-BY-4.0. Data as of 2026-11-24.
    "#]]
    .assert_eq(&printed);
}

#[test]
fn an_empty_matrix_reads_back() {
    let matrix = read_csv("a.csv", b"country,concern,stance\n").matrix;
    let back = read_json(&exported(&matrix, Format::Json).unwrap());
    assert_eq!((back.matrix.rows().len(), back.matrix.columns().len()), (0, 0));
    assert!(back.problems.iter().all(|problem| problem.severity() != matrix::Severity::Error), "{:?}", back.problems);
    assert_eq!(exported(&matrix, Format::Svg).unwrap_err().to_string(), "there is nothing to draw");
}

#[test]
fn the_first_story_is_a_picture_in_its_languages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/central-asia");
    let picture = |language: &str| {
        let matrix = stance::open::open_in(language, &folder).unwrap().reading.matrix;
        exported(&matrix, Format::Svg).unwrap()
    };
    let check = |language: &str, words: &[&str]| {
        let picture = picture(language);
        words.iter().for_each(|word| assert!(picture.contains(&format!(">{word}<")), "{language}: {word}"));
    };
    check(OWN_LANGUAGE, &["Where Central Asia stands on Taliban-ruled Afghanistan", "Recognising a new government", "Stands against"]);
    check("ru", &["Казахстан", "Признание нового правительства", "Выступает против"]);
}

/// A matrix of so many rows and columns.
fn large(rows: usize, columns: usize) -> Matrix {
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let stances = ["supports", "opposes", "mixed", "declined"];
    let lines = cells.map(|(row, column)| format!("Country {row},Resolution {column},{},Post\n", stances[(row * 7 + column) % 4]));
    read_csv("a.csv", format!("country,concern,stance,source\n{}", lines.collect::<String>()).as_bytes()).matrix
}

#[test]
fn a_picture_shows_what_there_is_room_for() {
    let check = |rows: usize, columns: usize, names: bool, words: bool| {
        let picture = exported(&large(rows, columns), Format::Svg).unwrap();
        let drawn = picture.split("</desc>").nth(1).unwrap();
        assert_eq!(drawn.contains("Country 1<"), names, "{rows} × {columns}");
        assert_eq!(drawn.matches(">Opposes<").count() > 1, words, "{rows} × {columns}");
        assert!(drawn.matches("<rect").count() >= rows * columns);
    };
    check(5, 3, true, true);
    check(5, 12, true, true);
    check(20, 15, true, false);
    check(60, 60, false, false);
    let error = exported(&large(160, 160), Format::Svg).unwrap_err().to_string();
    assert_eq!(error, "a picture has no room for 160 × 160 cells; choose with --countries or --concerns");
}

#[test]
fn a_language_from_right_to_left_is_mirrored() {
    let matrix = read_csv("a.csv", "country,concern,stance\nمصر,اللاجئون,mixed\n".as_bytes()).matrix;
    let picture = exported(&matrix, Format::Svg).unwrap();
    assert!(picture.contains(r#"direction="rtl""#));
    // The name of the row begins at the right margin.
    assert!(picture.contains(r#"<text x="1152""#), "{picture}");
}

#[test]
fn nothing_in_the_data_is_markup() {
    let csv = "country,concern,stance,quote,source\n<script>,\"]]>&\u{0}\",supports,<b>,\"\"\"><image href=x>\"\n";
    let matrix = read_csv("a.csv", csv.as_bytes()).matrix;
    let picture = exported(&matrix, Format::Svg).unwrap();
    assert!(!picture.contains("<script") && !picture.contains("<image") && !picture.contains('\u{0}'), "{picture}");
    let text = exported(&matrix, Format::Markdown).unwrap();
    assert!(!text.replace("\\<", "").contains('<'), "{text}");
}
