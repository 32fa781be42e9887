//! `stance import` as an author meets it: what it says of a table, and what is in the package.

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use expect_test::{Expect, expect};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use stance::import::choices::Choices;
use stance::import::{Import, import};
use stance::outcome::Outcome;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A folder of its own for a test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, file: &str, content: &[u8]) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("import").join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join(file), content).unwrap();
        Self(path)
    }

    /// Runs `stance` in the folder: how it must exit, and all it must print.
    #[track_caller]
    fn check(&self, arguments: &[&str], code: i32, expected: Expect) {
        let (printed, exit) = self.run(arguments);
        expected.assert_eq(&printed);
        assert_eq!(exit, Some(code), "{arguments:?}");
    }

    #[track_caller]
    fn check_code(&self, arguments: &[&str], code: i32) {
        assert_eq!(self.run(arguments).1, Some(code), "{arguments:?}");
    }

    fn run(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stance"));
        let output = command.args(arguments).current_dir(&self.0).stdin(Stdio::null()).output().unwrap();
        (String::from_utf8([output.stdout, output.stderr].concat()).unwrap(), output.status.code())
    }

    /// What the files of the package hold, one after another.
    #[track_caller]
    fn check_files(&self, files: &[&str], expected: Expect) {
        expected.assert_eq(&files.iter().map(|file| fs::read_to_string(self.0.join(file)).unwrap()).collect::<Vec<_>>().join("\n"));
    }

    fn write(&self, file: &str, content: &str) {
        fs::write(self.0.join(file), content).unwrap();
    }
}

/// What the author wrote into a table of names, and what writing it anew would lose.
#[test]
fn what_would_be_lost_is_not_taken_over() {
    let folder = Folder::new("kept-whole", "lake.csv", b"Land,Dams,Fishing\nArden,yes,no\nBorea,no,yes\n");
    let again = ["import", "lake.csv", "--output", "lake", "--stance", "yes=supports", "--stance", "no=opposes"];
    let countries = folder.0.join("lake/countries.csv");
    let check = |table: &str, code: i32, expected: &str| {
        if !table.is_empty() {
            fs::write(&countries, table).unwrap();
        }
        let output = Command::new(env!("CARGO_BIN_EXE_stance")).args(again).current_dir(&folder.0).output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), errors.as_str()), (Some(code), expected), "{table}");
    };
    check("", 0, "");
    check(
        "id,name,note,Note\narden,Arden,a,b\n",
        2,
        "stance: cannot take over lake/countries.csv: it has two columns “Note”; rename one.\n",
    );
    check(
        "id,name\narden,Arden,more\n",
        2,
        "stance: cannot take over lake/countries.csv: row 2 has more cells than its header; “more” has no column.\n",
    );
    check("id,name,note\narden,Arden,a\nborea,Borea,\n", 0, "");
    assert_eq!(fs::read_to_string(&countries).unwrap(), "id,name,note\narden,Arden,a\nborea,Borea,\n");
}

/// Two names that make one id are two countries all the same.
#[test]
fn names_that_make_one_id_are_two() {
    let folder = Folder::new("namesakes", "lands.csv", b"Land,Dams,Fishing\nNew Land,yes,no\nnew-land,no,yes\n");
    folder.check(&["import", "lands.csv", "--output", "lands", "--stance", "yes=supports", "--stance", "no=opposes"], 0, expect![[r#"
        lands.csv:
        The encoding is UTF-8.
        It is separated by commas.
        The header is row 1: a row for each country, a column for each concern.
          “Land” → country
          “Dams” → a concern
          “Fishing” → a concern
        “no” → opposes, as you said (2 cells).
        “yes” → supports, as you said (2 cells).
        The scale is the built-in one.
        2 rows below the header gave 4 statements.
        warning: lands/statements.csv, row 2 (lands.csv, row 2), column source: New Land, Dams: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        warning: lands/statements.csv, row 3 (lands.csv, row 2), column source: New Land, Fishing: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        warning: lands/statements.csv, row 4 (lands.csv, row 3), column source: new-land, Dams: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        warning: lands/statements.csv, row 5 (lands.csv, row 3), column source: new-land, Fishing: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        lands: 2 countries, 2 concerns, 4 statements; 4 warnings.
    "#]]);
    let countries = fs::read_to_string(folder.0.join("lands/countries.csv")).unwrap();
    assert_eq!(countries, "id,name\nnew-land,New Land\nnew-land-2,new-land\n");
}

#[test]
fn a_wide_table_of_a_german_desk() {
    let (table, ..) = encoding_rs::WINDOWS_1252.encode(
        "Stand: 3. Mai 2026;;;;;;\n\nLand;Region;Handel;Bemerkung (Handel);Grenze öffnen;Quelle;Interne Notiz;Entwurf\n\
         Kasachstan;Asien;Ja;„Für Exporte“, heißt es;Nein;Die Zeitung;noch fragen;x\n;;;;;;;\n\
         Usbekistan;Asien;Ja;;keine Angabe;Die Zeitung;;\nTürkei;Europa;;Nichts bekannt;;Das Blatt;fertig;\nTürkei;Kleinasien;ja;;Nein;;;\n",
    );
    let folder = Folder::new("german", "länder.csv", &table);
    let order = ["import", "länder.csv", "--output", "paket", "--map", "Entwurf=ignore", "--stance", "keine Angabe=not-addressed"];
    folder.check(
        &order,
        0,
        expect![[r#"
            länder.csv:
            The encoding is Windows-1252, by how its letters follow each other.
            It is separated by semicolons.
            Row 1 stands above the header, and is not read: “Stand: 3. Mai 2026”.
            The header is row 3: a row for each country, a column for each concern.
              “Land” → country
              “Region” → group
              “Handel” → a concern
              “Bemerkung (Handel)” → text of concern “Handel”
              “Grenze öffnen” → a concern
              “Quelle” → source
              “Interne Notiz”: kept as it is, in countries.csv
              “Entwurf”: left out, as you asked
            “keine Angabe” → not-addressed, as you said (1 cell).
            warning: The scale is in the order in which the table first names its values. Name its order: --scale "Ja,Nein"
            4 rows below the header gave 7 statements, of which 1 only names a silence.
            1 cell of a concern is blank, and gave none; say what that means with --stance "=KIND OF SILENCE".
            Blank: row 5.
            note: row 7, “Handel”: there is no stance; it counts as not-researched.
            note: row 8: its group was “Europa” above, and “Kleinasien” is not taken.
            warning: paket/statements.csv, row 2 (länder.csv, row 4), column text: What is reported stands in quotation marks: „Für Exporte“. Verbatim words belong into “quote”; report the rest in your own.
            warning: paket/statements.csv, row 6 (länder.csv, row 7), column stance: The stance is “not-researched”, and there is a statement. Give the stance that the statement takes, or remove it.
            warning: paket/statements.csv, row 8 (länder.csv, row 8), column source: Türkei, Grenze öffnen: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            warning: paket/countries.csv, row 1, column Interne Notiz: The column “Interne Notiz” has no meaning here. It is kept and not shown; check its spelling.
            paket: 3 countries, 2 concerns, 6 statements; 4 warnings.
        "#]],
    );
    folder.check_files(
        &["paket/statements.csv", "paket/countries.csv", "paket/concerns.csv", "paket/datapackage.json"],
        expect![[r#"
            country,concern,stance,text,source
            kasachstan,handel,Ja,"„Für Exporte“, heißt es",Die Zeitung
            kasachstan,grenze-öffnen,Nein,,Die Zeitung
            usbekistan,handel,Ja,,Die Zeitung
            usbekistan,grenze-öffnen,not-addressed,,Die Zeitung
            türkei,handel,not-researched,Nichts bekannt,Das Blatt
            türkei,handel,Ja,,
            türkei,grenze-öffnen,Nein,,

            id,name,group,Interne Notiz
            kasachstan,Kasachstan,Asien,noch fragen
            usbekistan,Usbekistan,Asien,
            türkei,Türkei,Europa,fertig

            id,name
            handel,Handel
            grenze-öffnen,Grenze öffnen

            {
              "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
              "name": "länder",
              "resources": [
                {
                  "name": "statements",
                  "path": "statements.csv",
                  "schema": {
                    "fields": [
                      {
                        "name": "country",
                        "type": "string"
                      },
                      {
                        "name": "concern",
                        "type": "string"
                      },
                      {
                        "categories": [
                          {
                            "value": "Ja"
                          },
                          {
                            "value": "Nein"
                          }
                        ],
                        "categoriesOrdered": true,
                        "name": "stance",
                        "type": "string"
                      },
                      {
                        "name": "text",
                        "type": "string"
                      },
                      {
                        "name": "source",
                        "type": "string"
                      }
                    ],
                    "foreignKeys": [
                      {
                        "fields": "country",
                        "reference": {
                          "fields": "id",
                          "resource": "countries"
                        }
                      },
                      {
                        "fields": "concern",
                        "reference": {
                          "fields": "id",
                          "resource": "concerns"
                        }
                      }
                    ]
                  }
                },
                {
                  "name": "countries",
                  "path": "countries.csv"
                },
                {
                  "name": "concerns",
                  "path": "concerns.csv"
                }
              ],
              "stanceMatrix": {
                "columns": [
                  "concern",
                  "concerns"
                ],
                "import": {
                  "file": "länder.csv",
                  "map": {
                    "Entwurf": "ignore"
                  },
                  "sha256": "d78234add34c628449ba19fa19f3df6d764e4d83e4e9847a9449f65982e1d0fb",
                  "shape": "wide",
                  "stances": {
                    "keine Angabe": "not-addressed"
                  }
                },
                "rows": [
                  "country",
                  "countries"
                ]
              },
              "title": "länder"
            }
        "#]],
    );
}

#[test]
fn a_tidy_table_in_utf_16() {
    let text = "\u{feff}country\tconcern\tstance\tquote\tdate\tsource\nIran\tOil\tsupports\t“We want, it”\t2021-08\tThe Post\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = Folder::new("tidy", "oil.tsv", &bytes);
    folder.check(
        &["import", "oil.tsv", "--output", "oil", "--title", "Who wants oil"],
        0,
        expect![[r#"
            oil.tsv:
            The encoding is UTF-16LE, as its first bytes say.
            It is separated by tabs.
            The header is row 1: a row for each statement.
              “country” → country
              “concern” → concern
              “stance” → stance
              “quote” → quote
              “date” → date
              “source” → source
            The scale is the built-in one.
            1 row below the header gave 1 statement.
            oil: 1 country, 1 concern, 1 statement; 1 hint. `stance check oil` says the rest.
        "#]],
    );
    folder.check_files(
        &["oil/statements.csv", "oil/countries.csv", "oil/concerns.csv"],
        expect![[r#"
        country,concern,stance,quote,date,source
        iran,oil,supports,"“We want, it”",2021-08,The Post

        id,name
        iran,Iran

        id,name
        oil,Oil
    "#]],
    );
}

#[test]
fn a_workbook_with_a_title_above_the_header() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Read me").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Votes").unwrap();
    sheet.merge_range(0, 0, 0, 3, "How parties voted", &Format::new()).unwrap();
    sheet.write_row(2, 0, ["Party", "Question", "Vote", "Date", "Comment"]).unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (row, (party, question, vote, comment)) in
        [("Greens", "Tax", "yes", "after long talks"), ("Reds", "Tax", "no", ""), ("Greens", "Bridge", "abstained", "")]
            .into_iter()
            .enumerate()
    {
        let row = row as u32 + 3;
        sheet.write_row(row, 0, [party, question, vote]).unwrap();
        sheet.write_with_format(row, 3, ExcelDateTime::from_ymd(2024, 2, 29).unwrap(), &day).unwrap();
        sheet.write(row, 4, comment).unwrap();
    }
    workbook.add_worksheet().set_name("Old").unwrap().write(0, 0, "x").unwrap();
    let folder = Folder::new("xlsx", "votes.xlsx", &workbook.save_to_buffer().unwrap());
    folder.check(
        &["import", "votes.xlsx", "--output", "votes", "--scale", "yes,no"],
        0,
        expect![[r#"
            votes.xlsx:
            The sheet is “Votes”.
            It has 1 area of merged cells; the text stands in the first cell of each, and the others are blank.
            Not read: “Read me”, “Old”; choose with --sheet.
            Row 1 stands above the header, and is not read: “How parties voted”.
            The header is row 3: a row for each statement.
              “Party” → party
              “Question” → topic
              “Vote” → stance
              “Date” → date
              “Comment” → text
            The scale: “yes”, “no”.
            3 rows below the header gave 3 statements, of which 1 only names a silence.
            warning: votes/statements.csv, row 2 (votes.xlsx, row 4), column source: Greens, Tax: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            warning: votes/statements.csv, row 3 (votes.xlsx, row 5), column source: Reds, Tax: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            votes: 2 parties, 2 topics, 2 statements; 2 warnings.
        "#]],
    );
    folder.check_files(
        &["votes/statements.csv", "votes/parties.csv", "votes/topics.csv"],
        expect![[r#"
        party,topic,stance,text,date
        greens,tax,yes,after long talks,2024-02-29
        reds,tax,no,,2024-02-29
        greens,bridge,abstained,,2024-02-29

        id,name
        greens,Greens
        reds,Reds

        id,name
        tax,Tax
        bridge,Bridge
    "#]],
    );
    folder.check(
        &["import", "votes.xlsx", "--output", "old", "--sheet", "Votez"],
        2,
        expect![[r#"
        stance: cannot import votes.xlsx: there is no sheet “Votez”; there are: “Read me”, “Votes”, “Old”.
    "#]],
    );
}

#[test]
fn an_open_document_sheet_with_comments_beside_every_concern() {
    let row = |cells: [&str; 7]| {
        let cells = cells.map(|cell| format!(r#"<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#));
        format!(r#"<table:table-row>{}<table:table-cell table:number-columns-repeated="16377"/></table:table-row>"#, cells.concat())
    };
    let rows = [
        row(["", "Oil", "Note", "Oil link", "Gas", "Note", "Gas – Zitat"]),
        row(["Iran", "for", "since 2020", "https://example.org/a", "against", "", "Never"]),
        row(["Iraq", "against", "", "", "for", "says the minister", ""]),
    ];
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="A">{}<table:table-row
           table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table
           ></office:document-content>"#,
        rows.concat()
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(content.as_bytes()).unwrap();
    let folder = Folder::new("ods", "energy.ods", &zip.finish().unwrap().into_inner());
    let order = ["import", "energy.ods", "--output", "energy", "--stance", "for=supports", "--stance", "against=opposes"];
    folder.check(
        &order,
        0,
        expect![[r#"
            energy.ods:
            The sheet is “A”.
            The header is row 1: a row for each country, a column for each concern.
              “column A” → country
              “Oil” → a concern
              “Note” → text of concern “Oil”
              “Oil link” → url of concern “Oil”
              “Gas” → a concern
              “Note” → text of concern “Gas”
              “Gas – Zitat” → quote of concern “Gas”
            “against” → opposes, as you said (2 cells).
            “for” → supports, as you said (2 cells).
            The scale is the built-in one.
            2 rows below the header gave 4 statements.
            warning: energy/statements.csv, row 3 (energy.ods, row 2), column source: Iran, Gas: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            warning: energy/statements.csv, row 4 (energy.ods, row 3), column source: Iraq, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            warning: energy/statements.csv, row 5 (energy.ods, row 3), column source: Iraq, Gas: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            energy: 2 countries, 2 concerns, 4 statements; 3 warnings.
        "#]],
    );
    folder.check_files(
        &["energy/statements.csv", "energy/countries.csv"],
        expect![[r#"
        country,concern,stance,quote,text,url
        iran,oil,supports,,since 2020,https://example.org/a
        iran,gas,opposes,Never,,
        iraq,oil,opposes,,,
        iraq,gas,supports,,says the minister,

        id,name
        iran,Iran
        iraq,Iraq
    "#]],
    );
}

const LONG: &str = "Wer,Worum,Wie,Zitat,Seite\nIran,Oil,for,\"We want, it\",12\n,Oil,for,,\nIraq,Gas,,,3\n";

#[test]
fn a_long_table_with_other_headers_is_told_what_is_what_once() {
    let folder = Folder::new("long", "t.csv", LONG.as_bytes());
    folder.check(&["import", "t.csv", "--output", "p", "--shape", "long"], 2, expect![[r#"
        stance: cannot import t.csv: no column is known to be the country. Name it with --map "COLUMN=country". The columns are “Wer”, “Worum”, “Wie”, “Zitat”, “Seite”.
    "#]]);
    let maps = ["--map", "Wer=country", "--map", "Worum=concern", "--map", "Wie=stance", "--stance", "for=supports"];
    folder.check(
        &[&["import", "t.csv", "--output", "p"], &maps[..]].concat(),
        1,
        expect![[r#"
            t.csv:
            The encoding is UTF-8.
            It is separated by commas.
            The header is row 1: a row for each statement.
              “Wer” → country
              “Worum” → concern
              “Wie” → stance
              “Zitat” → quote
              “Seite”: kept as it is
            “for” → supports, as you said (1 cell).
            The scale is the built-in one.
            3 rows below the header gave 2 statements, of which 1 only names a silence.
            error: row 3 names no country, and is not in the package: “Oil”, “for”.
            note: row 4: there is no stance; it counts as not-researched.
            warning: p/statements.csv, row 1, column Seite: The column “Seite” has no meaning here. It is kept and not shown; check its spelling.
            warning: p/statements.csv, row 2 (t.csv, row 2), column source: Iran, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            p: 2 countries, 2 concerns, 1 statement; 2 warnings.
        "#]],
    );
    folder.check_files(
        &["p/statements.csv", "p/datapackage.json"],
        expect![[r#"
        country,concern,stance,quote,Seite
        iran,oil,supports,"We want, it",12
        iraq,gas,not-researched,,3

        {
          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
          "name": "t",
          "resources": [
            {
              "name": "statements",
              "path": "statements.csv",
              "schema": {
                "fields": [
                  {
                    "name": "country",
                    "type": "string"
                  },
                  {
                    "name": "concern",
                    "type": "string"
                  },
                  {
                    "categories": [
                      {
                        "value": "strongly-supports"
                      },
                      {
                        "value": "supports"
                      },
                      {
                        "value": "mixed"
                      },
                      {
                        "value": "opposes"
                      },
                      {
                        "value": "strongly-opposes"
                      }
                    ],
                    "categoriesOrdered": true,
                    "name": "stance",
                    "type": "string"
                  },
                  {
                    "name": "quote",
                    "type": "string"
                  },
                  {
                    "name": "Seite",
                    "type": "string"
                  }
                ],
                "foreignKeys": [
                  {
                    "fields": "country",
                    "reference": {
                      "fields": "id",
                      "resource": "countries"
                    }
                  },
                  {
                    "fields": "concern",
                    "reference": {
                      "fields": "id",
                      "resource": "concerns"
                    }
                  }
                ]
              }
            },
            {
              "name": "countries",
              "path": "countries.csv"
            },
            {
              "name": "concerns",
              "path": "concerns.csv"
            }
          ],
          "stanceMatrix": {
            "columns": [
              "concern",
              "concerns"
            ],
            "import": {
              "file": "t.csv",
              "map": {
                "Wer": "country",
                "Wie": "stance",
                "Worum": "concern"
              },
              "sha256": "6afaf968569f49dde803105e61025c608750dca7bb6792c35eb0d5621ab463e3",
              "shape": "long",
              "stances": {
                "for": "supports"
              }
            },
            "rows": [
              "country",
              "countries"
            ]
          },
          "title": "t"
        }
    "#]],
    );
    // Its author goes on with the package, and with the table.
    let countries = fs::read_to_string(folder.0.join("p/countries.csv")).unwrap();
    folder.write("p/countries.csv", &countries.replace("id,name", "id,name,description").replace("iran,Iran", "ir,Iran,A country"));
    let package = fs::read_to_string(folder.0.join("p/datapackage.json")).unwrap();
    let package = package.replace(r#""title": "t""#, r#""title": "Oil and gas""#);
    folder.write("p/datapackage.json", &package.replace(r#""value": "supports""#, r#""label": "Is for it", "value": "supports""#));
    folder.write("t.csv", "Wer,Worum,Wie,Zitat,Datum\nIran,Oil,for,\"We want, it\",2021\nOman,Oil,maybe,,2022\n");
    folder.check(
        &["import", "t.csv", "--output", "p"],
        0,
        expect![[r#"
            t.csv:
            What p remembers of an earlier import is used again.
            The encoding is UTF-8.
            It is separated by commas.
            The header is row 1: a row for each statement.
              “Wer” → country
              “Worum” → concern
              “Wie” → stance
              “Zitat” → quote
              “Datum” → date
            “for” → supports, as you said (1 cell).
            The scale: “strongly-supports”, “supports”, “mixed”, “opposes”, “strongly-opposes”.
            Not on it before: “maybe”; added at its end. Say what is meant with --stance "WORD=VALUE", or give all values with --scale.
            2 rows below the header gave 2 statements.
            No longer in the table, and taken out of countries.csv: “Iraq”.
            No longer in the table, and taken out of concerns.csv: “Gas”.
            warning: p/statements.csv, row 2 (t.csv, row 2), column source: Iran, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            warning: p/statements.csv, row 3 (t.csv, row 3), column source: Oman, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            p: 2 countries, 1 concern, 2 statements; 2 warnings.
        "#]],
    );
    folder.check_files(
        &["p/statements.csv", "p/countries.csv", "p/datapackage.json"],
        expect![[r#"
        country,concern,stance,quote,date
        ir,oil,supports,"We want, it",2021
        oman,oil,maybe,,2022

        id,name,description
        ir,Iran,A country
        oman,Oman,

        {
          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
          "name": "t",
          "resources": [
            {
              "name": "statements",
              "path": "statements.csv",
              "schema": {
                "fields": [
                  {
                    "name": "country",
                    "type": "string"
                  },
                  {
                    "name": "concern",
                    "type": "string"
                  },
                  {
                    "categories": [
                      {
                        "value": "strongly-supports"
                      },
                      {
                        "label": "Is for it",
                        "value": "supports"
                      },
                      {
                        "value": "mixed"
                      },
                      {
                        "value": "opposes"
                      },
                      {
                        "value": "strongly-opposes"
                      },
                      {
                        "value": "maybe"
                      }
                    ],
                    "categoriesOrdered": true,
                    "name": "stance",
                    "type": "string"
                  },
                  {
                    "name": "quote",
                    "type": "string"
                  },
                  {
                    "name": "date",
                    "type": "string"
                  }
                ],
                "foreignKeys": [
                  {
                    "fields": "country",
                    "reference": {
                      "fields": "id",
                      "resource": "countries"
                    }
                  },
                  {
                    "fields": "concern",
                    "reference": {
                      "fields": "id",
                      "resource": "concerns"
                    }
                  }
                ]
              }
            },
            {
              "name": "countries",
              "path": "countries.csv"
            },
            {
              "name": "concerns",
              "path": "concerns.csv"
            }
          ],
          "stanceMatrix": {
            "columns": [
              "concern",
              "concerns"
            ],
            "import": {
              "file": "t.csv",
              "map": {
                "Wer": "country",
                "Wie": "stance",
                "Worum": "concern"
              },
              "sha256": "e453c25062354d8cc31bfd614237bba32ab65d8c357f60666d30cf3651de88e6",
              "shape": "long",
              "stances": {
                "for": "supports"
              }
            },
            "rows": [
              "country",
              "countries"
            ]
          },
          "title": "Oil and gas"
        }
    "#]],
    );
}

#[test]
fn columns_that_are_called_alike_are_both_kept() {
    let folder = Folder::new("alike", "t.csv", b"Land,country,Thema,Position,date,Date,Page\nIRN,Iran,Oil,supports,2021,spring,7\n");
    folder.check(
        &["import", "t.csv", "--output", "p", "--map", "Page=ignore"],
        0,
        expect![[r#"
            t.csv:
            The encoding is UTF-8.
            It is separated by commas.
            The header is row 1: a row for each statement.
              “Land”: kept as it is
              “country” → country
              “Thema” → topic
              “Position” → stance
              “date” → date
              “Date”: kept as it is
              “Page”: left out, as you asked
            The scale is the built-in one.
            1 row below the header gave 1 statement.
            note: “Date” is kept as “Date (2)”.
            warning: p/statements.csv, row 1, column Land: The column “Land” has no meaning here. Did you mean “lang”? It is kept and not shown; check its spelling.
            warning: p/statements.csv, row 1, column Date (2): The column “Date (2)” has no meaning here. It is kept and not shown; check its spelling.
            warning: p/statements.csv, row 2 (t.csv, row 2), column source: Iran, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            p: 1 country, 1 topic, 1 statement; 3 warnings.
        "#]],
    );
    folder.check_files(
        &["p/statements.csv"],
        expect![[r#"
        country,topic,stance,date,Land,Date (2)
        iran,oil,supports,2021,IRN,spring
    "#]],
    );
    folder.write("w.csv", "Country,Oil,Gas,Name,Name\nIran,yes,no,Persia,IRN\nIraq,no,,,\n");
    folder.check(
        &["import", "w.csv", "--output", "w"],
        0,
        expect![[r#"
            w.csv:
            The encoding is UTF-8.
            It is separated by commas.
            The header is row 1: a row for each country, a column for each concern.
              “Country” → country
              “Oil” → a concern
              “Gas” → a concern
              “Name”: kept as it is, in countries.csv
              “Name”: kept as it is, in countries.csv
            warning: The scale is in the order in which the table first names its values. Name its order: --scale "yes,no"
            2 rows below the header gave 3 statements.
            1 cell of a concern is blank, and gave none; say what that means with --stance "=KIND OF SILENCE".
            note: “Name” is kept as “Name (2)”.
            note: “Name” is kept as “Name (3)”.
            warning: w/statements.csv, row 2 (w.csv, row 2), column source: Iran, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            warning: w/statements.csv, row 3 (w.csv, row 2), column source: Iran, Gas: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            warning: w/statements.csv, row 4 (w.csv, row 3), column source: Iraq, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            warning: w/countries.csv, row 1, column Name (2): The column “Name (2)” has no meaning here. It is kept and not shown; check its spelling.
            warning: w/countries.csv, row 1, column Name (3): The column “Name (3)” has no meaning here. It is kept and not shown; check its spelling.
            w: 2 countries, 2 concerns, 3 statements; 5 warnings.
        "#]],
    );
    folder.check_files(
        &["w/countries.csv"],
        expect![[r#"
        id,name,Name (2),Name (3)
        iran,Iran,Persia,IRN
        iraq,Iraq,,
    "#]],
    );
}

#[test]
fn what_is_answered_is_remembered() {
    let folder = Folder::new("asked", "t.csv", b"Wer,Worum,Stance\nIran,Oil,supports\n");
    let output = folder.0.join("p");
    let mut asked = Vec::new();
    let mut run = || {
        let order = Import { file: &folder.0.join("t.csv"), folder: &output, force: false, title: None, said: Choices::default() };
        let mut ask = |field: &str, columns: &[String]| {
            asked.push(format!("{field}: {}", columns.join(", ")));
            Ok(Some(0))
        };
        import(order, &mut ask, &mut Vec::new()).unwrap()
    };
    assert_eq!([run(), run()], [Outcome::Holds, Outcome::Holds]);
    assert_eq!(asked, ["country: Wer (“Iran”), Worum (“Oil”)", "concern: Worum (“Oil”)"]);
    folder.check_files(&["p/statements.csv"], expect![["country,concern,stance\niran,oil,supports\n"]]);
}

#[test]
fn what_is_in_the_folder_is_not_lost() {
    let folder = Folder::new("kept", "t.csv", b"country,concern,stance\nIran,Oil,supports\n");
    folder.write("notes.txt", "mine");
    folder.check(
        &["import", "t.csv", "--output", "."],
        2,
        expect![[r#"
        stance: . is not empty; name another folder, or overwrite what an import writes with --force.
    "#]],
    );
    folder.check(
        &["import", "t.csv", "--output", "p"],
        0,
        expect![[r#"
            t.csv:
            The encoding is UTF-8.
            It is separated by commas.
            The header is row 1: a row for each statement.
              “country” → country
              “concern” → concern
              “stance” → stance
            The scale is the built-in one.
            1 row below the header gave 1 statement.
            warning: p/statements.csv, row 2 (t.csv, row 2), column source: Iran, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            p: 1 country, 1 concern, 1 statement; 1 warning.
        "#]],
    );
    fs::create_dir(folder.0.join("beside")).unwrap();
    folder.write("beside/t.csv", "country,concern,stance\nIran,Oil,supports\n");
    folder.check(
        &["import", "beside/t.csv", "--output", "beside"],
        0,
        expect![[r#"
            beside/t.csv:
            The encoding is UTF-8.
            It is separated by commas.
            The header is row 1: a row for each statement.
              “country” → country
              “concern” → concern
              “stance” → stance
            The scale is the built-in one.
            1 row below the header gave 1 statement.
            warning: beside/statements.csv, row 2 (t.csv, row 2), column source: Iran, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            beside: 1 country, 1 concern, 1 statement; 1 warning.
        "#]],
    );
    fs::create_dir(folder.0.join("own")).unwrap();
    folder.write("own/parties.csv", "country,concern,stance\niran,oil,opposes\n");
    folder.check(
        &["import", "own/parties.csv", "--output", "own"],
        2,
        expect![[r#"
        stance: own/parties.csv is the table itself, and an import would write over it; rename it.
    "#]],
    );
    folder.write("p/statements.csv", "country,concern,stance\niran,oil,opposes\n");
    folder.check(&["import", "t.csv", "--output", "p"], 2, expect![[r#"
        stance: p/statements.csv was changed by hand since the last import, and an import would write over that. Make the change in the table, and remove p/statements.csv.
    "#]]);
    folder.check(
        &["import", "t.csv", "--output", "p", "--force"],
        0,
        expect![[r#"
            t.csv:
            The encoding is UTF-8.
            It is separated by commas.
            The header is row 1: a row for each statement.
              “country” → country
              “concern” → concern
              “stance” → stance
            The scale is the built-in one.
            1 row below the header gave 1 statement.
            warning: p/statements.csv, row 2 (t.csv, row 2), column source: Iran, Oil: the stance has no source. Name a source in the row, for its concern, or for the whole package.
            p: 1 country, 1 concern, 1 statement; 1 warning.
        "#]],
    );
    folder.write("p/datapackage.json", "{}");
    folder.check(
        &["import", "t.csv", "--output", "p"],
        2,
        expect![[r#"
        stance: the package in p was not made by an import; name another folder, or overwrite what an import writes with --force.
    "#]],
    );
}

#[test]
fn what_cannot_be_imported_is_told_with_what_to_do() {
    let check = |content: &str, options: &[&str], expected: Expect| {
        let folder = Folder::new("refused", "t.csv", content.as_bytes());
        folder.check(&[&["import", "t.csv", "--output", "p"], options].concat(), 2, expected);
        assert!(!folder.0.join("p").exists());
    };
    check(
        "",
        &[],
        expect![[r#"
        stance: cannot import t.csv: it has no cells.
    "#]],
    );
    check(
        "country,concern,stance\n",
        &[],
        expect![[r#"
        stance: cannot import t.csv: there is nothing below the header in row 1.
    "#]],
    );
    check(
        "a,b\n1,2\n",
        &["--header", "9"],
        expect![[r#"
        stance: cannot import t.csv: row 9 is blank, and no header.
    "#]],
    );
    check(
        "Contry,Concrn,Stanse,Note\nIran,Oil,for,x\n",
        &[],
        expect![[r#"
        stance: cannot import t.csv: no column is known to be the country. It may be “Contry”. Name it with --map "Contry=country". The columns are “Contry”, “Concrn”, “Stanse”, “Note”.
    "#]],
    );
    check(
        "Land,Bemerkung\nIran,text\n",
        &[],
        expect![[r#"
        stance: cannot import t.csv: no column looks like a concern, with the same few words in it as another; say which columns are with --map "COLUMN=concern", or --shape long if every row is one statement.
    "#]],
    );
    check(
        "country,concern,stance\nIran,Oil,for\n",
        &["--map", "Country=party", "--map", "Concerns=issue"],
        expect![[r#"
        stance: cannot import t.csv: there is no column “Concerns”; there are: “country”, “concern”, “stance”.
    "#]],
    );
    check(
        "country,concern,stance\nIran,Oil,for\n",
        &["--map", "country=land"],
        expect![[r#"
        error: invalid value 'country=land' for '--map <COLUMN=FIELD>': “land” is none of country, party, candidate, organisation, actor, concern, issue, topic, thesis, stance, group, theme, description, kind, summary, quote, text, speaker, role, date, source, url, lang, translation, ignore, keep

        For more information, try '--help'.
    "#]],
    );
    let many: Vec<String> = (0..300).map(|number| format!("Iran,Oil,{number}\n")).collect();
    check(
        &format!("country,concern,stance\n{}", many.concat()),
        &[],
        expect![[r#"
            stance: cannot import t.csv: the stances have 300 values, and a scale at most 199; it may be the wrong column.
        "#]],
    );
}

/// The words of a command, as a shell takes them: what is between quotation marks is one.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(index, part)| if index % 2 == 1 { vec![part] } else { part.split_whitespace().collect() });
    words.map(String::from).collect()
}

/// Every command in `docs/import.md`, run on the tables in it, prints what is written there. UPDATE_EXPECT=1 writes it anew.
#[test]
fn the_docs_are_true() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/import.md");
    let docs = fs::read_to_string(&path).unwrap();
    let folder = Folder::new("docs", "unused", b"");
    let mut blocks: Vec<String> = docs.split("```").map(String::from).collect();
    for block in blocks.iter_mut().skip(1).step_by(2) {
        let (kind, content) = block.split_once('\n').unwrap();
        if let Some(file) = kind.strip_prefix("csv ") {
            folder.write(file, content);
        } else if kind == "console" {
            let commands: Vec<&str> = content.lines().filter(|line| line.starts_with("$ stance ")).collect();
            let run =
                |line: &&str| format!("{line}\n{}", folder.run(&words(line).iter().skip(2).map(String::as_str).collect::<Vec<_>>()).0);
            *block = format!("console\n{}", commands.iter().map(run).collect::<String>());
        }
    }
    expect_test::expect_file![path].assert_eq(&blocks.join("```"));
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec!["", "yes", "no", "Iran", "Oil", "country", "concern", "stance", "Oil note", "Note", "not-asked", "quote", "kind"])
            .prop_map(String::from),
        1 => "[ -~é\u{feff}\n]{0,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever table it is: it is refused, or the package has no errors, and a second import gives the same.
    #[test]
    fn what_is_written_reads_back(rows in prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..8)) {
        let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        rows.iter().for_each(|row| csv.write_record(row).unwrap());
        let folder = Folder::new("any", "t.csv", &csv.into_inner().unwrap());
        let output = folder.0.join("p");
        let run = || {
            let order = Import { file: &folder.0.join("t.csv"), folder: &output, force: false, title: None, said: Choices::default() };
            import(order, &mut |_, _| Ok(None), &mut Vec::new())
        };
        if run().is_ok() {
            let read = || ["statements.csv", "datapackage.json"].map(|file| fs::read_to_string(output.join(file)).unwrap());
            let first = read();
            let problems = stance::check::check(&output, 20_261_124).unwrap().problems;
            let errors: Vec<_> = problems.iter().filter(|problem| problem.severity() == matrix::Severity::Error).collect();
            prop_assert!(errors.is_empty(), "{errors:?}");
            run().unwrap();
            prop_assert_eq!(first, read());
        }
    }
}

#[test]
fn words_for_a_silence_are_no_values_and_an_order_is_asked_for() {
    let table = "Land;Anliegen;Haltung;Quelle\nA;x;dafür;q\nB;x;keine Angabe;q\nC;x;dagegen;q\nA;y;gemischt;q\nB;y;–;q\n";
    let folder = Folder::new("silences", "t.csv", table.as_bytes());
    folder.check(
        &["import", "t.csv", "--output", "p"],
        0,
        expect![[r#"
        t.csv:
        The encoding is UTF-8.
        It is separated by semicolons.
        The header is row 1: a row for each statement.
          “Land” → country
          “Anliegen” → concern
          “Haltung” → stance
          “Quelle” → source
        “keine Angabe” → not-addressed, since it names a silence (1 cell). For another kind: --stance "keine Angabe=declined".
        “–” → not-addressed, since it names a silence (1 cell). For another kind: --stance "–=declined".
        warning: The scale is in the order in which the table first names its values. Name its order: --scale "dafür,dagegen,gemischt"
        5 rows below the header gave 5 statements, of which 2 only name a silence.
        p: 3 countries, 2 concerns, 3 statements; no problems.
    "#]],
    );
    let again = ["import", "t.csv", "--output", "p", "--scale", "dafür; gemischt; dagegen", "--stance", "keine Angabe=declined"];
    folder.check(
        &again,
        0,
        expect![[r#"
        t.csv:
        What p remembers of an earlier import is used again.
        The encoding is UTF-8.
        It is separated by semicolons.
        The header is row 1: a row for each statement.
          “Land” → country
          “Anliegen” → concern
          “Haltung” → stance
          “Quelle” → source
        “keine Angabe” → declined, as you said (1 cell).
        “–” → not-addressed, since it names a silence (1 cell). For another kind: --stance "–=declined".
        The scale: “dafür”, “gemischt”, “dagegen”.
        5 rows below the header gave 5 statements, of which 2 only name a silence.
        p: 3 countries, 2 concerns, 3 statements; no problems.
    "#]],
    );
}

#[test]
fn a_column_of_stances_is_known_by_its_words() {
    let table = "Nr.,Land,Anliegen,Meinung\n1,A,x,for\n2,B,x,against\n3,C,x,for\n4,A,y,for\n5,B,y,against\n6,C,y,for\n";
    let folder = Folder::new("by-words", "t.csv", table.as_bytes());
    folder.check(&["import", "t.csv", "--output", "p"], 2, expect![[r#"
        stance: cannot import t.csv: no column is known to be the stance. It may be “Meinung”. Name it with --map "Meinung=stance", or say --shape wide if every concern has a column of its own. The columns are “Nr.”, “Land”, “Anliegen”, “Meinung”.
    "#]]);
    folder.check(&["import", "t.csv", "--output", "p", "--map", "Nr.=stance"], 0, expect![[r#"
        t.csv:
        The encoding is UTF-8.
        It is separated by commas.
        The header is row 1: a row for each statement.
          “Nr.” → stance
          “Land” → country
          “Anliegen” → concern
          “Meinung”: kept as it is
        warning: Every row has a stance of its own in the column “Nr.”. Is it another column? Say so with --map "COLUMN=stance"
        warning: The scale is in the order in which the table first names its values. Name its order: --scale "1,2,3,4,5,6"
        6 rows below the header gave 6 statements.
        warning: p/statements.csv, row 1, column Meinung: The column “Meinung” has no meaning here. It is kept and not shown; check its spelling.
        warning: p/statements.csv, row 2 (t.csv, row 2), column source: A, x: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        warning: p/statements.csv, row 3 (t.csv, row 3), column source: B, x: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        warning: p/statements.csv, row 4 (t.csv, row 4), column source: C, x: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        warning: p/statements.csv, row 5 (t.csv, row 5), column source: A, y: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        warning: p/statements.csv, row 6 (t.csv, row 6), column source: B, y: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        warning: p/statements.csv, row 7 (t.csv, row 7), column source: C, y: the stance has no source. Name a source in the row, for its concern, or for the whole package.
        p: 3 countries, 2 concerns, 6 statements; 7 warnings.
    "#]]);
}

#[test]
fn a_table_without_a_header_is_refused() {
    let row = |number: usize| {
        let country = ["Kasachstan", "Usbekistan"].get(number % 2).unwrap();
        format!("{country},Wasser,dafür,„Zitat {number}“,2021-0{},Die Zeitung,https://example.org/{number},de\n", number % 9 + 1)
    };
    let folder = Folder::new("headless", "t.csv", (0..12).map(row).collect::<String>().as_bytes());
    folder.check(&["import", "t.csv", "--output", "p"], 2, expect![[r#"
        stance: cannot import t.csv: row 1 looks like data and not like a header: “Kasachstan”, “Wasser”, “dafür”, “Die Zeitung”, “de”; write a row with the names of the columns above it, or say --shape wide if it is one, --header ROW if another is.
    "#]]);
    assert!(!folder.0.join("p").exists());
}

#[test]
fn values_that_look_alike_are_told() {
    let table = "country,concern,stance,source\nA,x,dafür,q\nB,x,dafuer,q\nC,x,dagegen,q\nA,y,dafür,q\n";
    let folder = Folder::new("alike", "t.csv", table.as_bytes());
    folder.check(
        &["import", "t.csv", "--output", "p", "--scale", "dafür,dagegen", "--stance", "xyz=dafür"],
        0,
        expect![[r#"
        t.csv:
        The encoding is UTF-8.
        It is separated by commas.
        The header is row 1: a row for each statement.
          “country” → country
          “concern” → concern
          “stance” → stance
          “source” → source
        No stance in the table is “xyz”, of which you said what is meant.
        The scale: “dafür”, “dagegen”.
        Not on it before: “dafuer”; added at its end. Say what is meant with --stance "WORD=VALUE", or give all values with --scale.
        warning: “dafuer” looks like “dafür”. If both are the same: --stance "dafuer=dafür"
        4 rows below the header gave 4 statements.
        p: 3 countries, 2 concerns, 4 statements; no problems.
    "#]],
    );
    folder.check(&["import", "t.csv", "--output", "p", "--stance", "dagegen=not-adressed"], 2, expect![[r#"
        error: invalid value 'dagegen=not-adressed' for '--stance <WORD=VALUE>': “not-adressed” is no kind of silence; did you mean “not-addressed”?

        For more information, try '--help'.
    "#]]);
}

#[test]
fn the_language_is_kept() {
    let folder = Folder::new("language", "t.csv", b"country,concern,stance,source\nIran,Oil,supports,q\n");
    let language = || {
        let descriptor = fs::read(folder.0.join("p/datapackage.json")).unwrap();
        serde_json::from_slice::<serde_json::Value>(&descriptor).unwrap()["stanceMatrix"]["language"].clone()
    };
    folder.check_code(&["import", "t.csv", "--output", "p", "--language", "de"], 0);
    assert_eq!(language(), "de");
    folder.check_code(&["import", "t.csv", "--output", "p"], 0);
    assert_eq!(language(), "de");
    folder.check(
        &["import", "t.csv", "--output", "p", "--language", "deutsch"],
        2,
        expect![[r#"
        error: invalid value 'deutsch' for '--language <TAG>': “deutsch” is no BCP 47 tag, such as de, en or pt-BR

        For more information, try '--help'.
    "#]],
    );
}

#[test]
fn a_table_that_means_nothing_any_more_is_told() {
    let folder = Folder::new("renamed", "t.csv", b"Stadt,concern,stance,source\nA,Oil,supports,q\n");
    folder.check_code(&["import", "t.csv", "--output", "p", "--map", "Stadt=country"], 0);
    let (printed, _) = folder.run(&["import", "t.csv", "--output", "p", "--map", "Stadt=actor"]);
    assert!(
        printed.contains("countries.csv is of an earlier import, and means nothing any more. Take from it what you need, and remove it."),
        "{printed}"
    );
    assert!(!fs::read_to_string(folder.0.join("p/datapackage.json")).unwrap().contains("countries.csv"));
    let (printed, _) = folder.run(&["import", "t.csv", "--output", "p"]);
    assert!(!printed.contains("means nothing any more"), "{printed}");
}
