//! `stance import` once more: what is remembered, and what its author has written since.

// Each file of tests uses a part of it.
#[allow(dead_code)]
mod folder;

use std::fs;
use std::process::Command;

use expect_test::expect;
use folder::Folder;

const LONG: &str = "Wer,Worum,Wie,Zitat,Seite\nIran,Oil,for,\"We want, it\",12\n,Oil,for,,\nIraq,Gas,,,3\n";
use stance::import::choices::Choices;
use stance::import::{Import, import};
use stance::outcome::Outcome;

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
