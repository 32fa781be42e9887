//! `stance import` as an author meets it: what it makes of tables of every kind.

// Each file of tests uses a part of it.
#[allow(dead_code)]
mod folder;

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;

use expect_test::expect;
use folder::Folder;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use stance::import::choices::Choices;
use stance::import::{Import, import};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

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
