//! `stance import`, where a table is not what it seems: what is told, and what is refused.

// Each file of tests uses a part of it.
#[allow(dead_code)]
mod folder;

use std::fs;

use expect_test::{Expect, expect};
use folder::Folder;

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
