//! Tables as people have them, and as nobody should: workbooks, and files made to harm who opens them.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Url, Workbook};
use stance::sheet::{MOST_COLUMNS, Sheet, Tables, is_workbook, read_separated, read_tables, read_workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn content(table: &str) -> Vec<u8> {
    let styles = r#"<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>"#;
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"
        ><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{table}</office:spreadsheet
        ></office:body></office:document-content>"#
    )
    .into_bytes()
}

fn ods(table: &str) -> Vec<u8> {
    pack(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content(table))])
}

/// The same with a sheet around the rows.
fn rows(rows: &str) -> Vec<u8> {
    ods(&format!(r#"<table:table table:name="S">{rows}</table:table>"#))
}

/// An `.xlsx` whose one sheet is this XML.
fn xlsx(sheet: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(r#"<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/{kind}" Target="{target}"/></Relationships>"#)
    };
    let workbook =
        format!(r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#);
    pack(&[
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="{main}">{sheet}</worksheet>"#).as_bytes()),
    ])
}

#[track_caller]
fn check(bytes: &[u8], expected: &[&[&str]]) {
    let tables = read_tables(bytes).unwrap();
    assert_eq!(tables.sheets[0].rows, expected);
}

#[track_caller]
fn check_error(bytes: &[u8], expected: &str) {
    assert_eq!(format!("{:#}", read_tables(bytes).unwrap_err()), expected);
}

#[test]
fn a_workbook_of_excel_is_read_as_it_was_typed() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Länder").unwrap();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    sheet.merge_range(0, 0, 0, 2, "Wer will was?", &Format::new()).unwrap();
    sheet.write_row(2, 0, ["Land", "Jahr"]).unwrap();
    sheet.write(3, 0, "Kasachstan & Co.").unwrap();
    sheet.write(3, 1, 2021).unwrap();
    sheet.write_with_format(3, 2, ExcelDateTime::from_ymd(2021, 8, 19).unwrap(), &day).unwrap();
    sheet.write(3, 3, true).unwrap();
    sheet.write(3, 4, 0.5).unwrap();
    sheet.write(4, 0, Formula::new("=A1").set_result("ja")).unwrap();
    sheet.write(4, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(4, 2, Url::new("https://example.org").set_text("Quelle")).unwrap();
    sheet.set_row_hidden(4).unwrap();
    workbook.add_worksheet().set_hidden(true).write(0, 0, "x").unwrap();
    let read = read_workbook(&workbook.save_to_buffer().unwrap()).unwrap();
    expect_test::expect![[r##"
        Tables {
            sheets: [
                Sheet {
                    name: Some(
                        "Länder",
                    ),
                    rows: [
                        [
                            "Wer will was?",
                        ],
                        [],
                        [
                            "Land",
                            "Jahr",
                        ],
                        [
                            "Kasachstan & Co.",
                            "2021",
                            "2021-08-19",
                            "true",
                            "0.5",
                        ],
                        [
                            "ja",
                            "#DIV/0!",
                            "Quelle",
                        ],
                    ],
                    notes: [
                        "It has 1 area of merged cells; the text stands in the first cell of each, and the others are blank.",
                    ],
                },
                Sheet {
                    name: Some(
                        "Sheet2",
                    ),
                    rows: [
                        [
                            "x",
                        ],
                    ],
                    notes: [
                        "It is hidden.",
                    ],
                },
            ],
            notes: [
                "1 hidden row was read too: row 5.",
                "1 address behind a cell was not read; write them into a column to keep them.",
            ],
        }
    "##]]
    .assert_debug_eq(&read);
}

#[test]
fn a_workbook_of_open_document_is_read_as_it_was_typed() {
    let table = r#"<table:table table:name="Countries" table:style-name="ta1"><table:table-column table:number-columns-repeated="16384"/>
      <table:table-header-rows><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"
        ><text:p>Who &amp; <text:span>what</text:span><text:s text:c="2"/>&#228;</text:p><text:p>line<text:tab/>two</text:p></table:table-cell
        ><table:covered-table-cell/></table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row table:number-rows-repeated="2" table:visibility="collapse"
        ><table:table-cell office:value-type="float" office:value="2021.0"><text:p>2.021</text:p></table:table-cell
        ><table:table-cell office:value-type="date" office:date-value="2021-08-19T00:00:00"><text:p>19.08.21</text:p></table:table-cell
        ><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell
        ><table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell
        ><table:table-cell table:number-columns-repeated="2" office:value-type="string"><office:annotation><text:p>mine</text:p></office:annotation
          ><text:p><text:a xlink:href="https://example.org">yes</text:a></text:p></table:table-cell
        ><table:table-cell table:number-columns-repeated="16378"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      </table:table><table:table table:name="Old" table:style-name="ta2"/>"#;
    expect_test::expect![[r##"
        Tables {
            sheets: [
                Sheet {
                    name: Some(
                        "Countries",
                    ),
                    rows: [
                        [
                            "Who & what  ä\nline\ttwo",
                        ],
                        [],
                        [],
                        [
                            "2021",
                            "2021-08-19",
                            "true",
                            "#REF!",
                            "yes",
                            "yes",
                        ],
                        [
                            "2021",
                            "2021-08-19",
                            "true",
                            "#REF!",
                            "yes",
                            "yes",
                        ],
                    ],
                    notes: [
                        "2 hidden rows were read too.",
                        "It has 1 area of merged cells; the text stands in the first cell of each, and the others are blank.",
                    ],
                },
                Sheet {
                    name: Some(
                        "Old",
                    ),
                    rows: [],
                    notes: [
                        "It is hidden.",
                    ],
                },
            ],
            notes: [
                "1 address behind a cell was not read; write them into a column to keep them.",
                "1 comment on a cell was not read; write them into a column to keep them.",
            ],
        }
    "##]]
    .assert_debug_eq(&read_workbook(&ods(table)).unwrap());
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let far = r#"<sheetData><row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row></sheetData>"#;
    assert_eq!(read_tables(&xlsx(far)).unwrap().sheets[0].rows.len(), 1_048_576);
    let wide = r#"<sheetData><row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>"#;
    let help = "it may be separated by something else, or filled far to the right by mistake";
    check_error(&xlsx(wide), &format!("the sheet “S” cannot be read: row 1048576 has more than 10000 columns; {help}"));
}

#[test]
fn places_that_are_none_are_told() {
    let check = |place: &str| {
        let sheet = format!(r#"<sheetData><row r="1"><c r="{place}" t="str"><v>x</v></c></row></sheetData>"#);
        check_error(&xlsx(&sheet), &format!("xl/worksheets/sheet1.xml inside is broken; save it again: “{place}” is no place in a sheet"));
    };
    check("ZZZZZZZZZZ1");
    check("A99999999999");
    check("Ä1");
}

#[test]
fn repeated_cells_are_counted_before_they_are_made() {
    let cell =
        |columns: usize| format!(r#"<table:table-cell table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell>"#);
    let row = |rows: usize, columns: usize| {
        format!(r#"<table:table-row table:number-rows-repeated="{rows}">{}</table:table-row>"#, cell(columns))
    };
    let told = |bytes: &[u8]| format!("{:#}", read_tables(bytes).unwrap_err().root_cause());
    assert_eq!(told(&rows(&row(usize::MAX, 5))), "it has more than 5000000 cells; split it, or remove what is not needed");
    assert!(told(&rows(&row(1, usize::MAX))).starts_with("row 1 has more than 10000 columns"));
    let spaces = "<text:s text:c=\"99999999\"/>".repeat(9);
    let long = format!("<table:table-row><table:table-cell><text:p>{spaces}</text:p></table:table-cell></table:table-row>");
    assert_eq!(told(&rows(&long)), "a cell holds more than 16 MB of text");
    let nested = "<office:annotation>".repeat(100_000);
    assert_eq!(told(&rows(&format!("<table:table-row><table:table-cell>{nested}"))), "its parts are nested too deeply");
    let open = pack(&[("content.xml", b"<o><table:table table:name='S'><table:table-row><table:table-cell>")]);
    assert_eq!(told(&open), "a cell does not end");
}

/// Zeros without end, as far as anybody unpacks them.
fn bomb(name: &str, megabytes: usize, other: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in other {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
    let zeros = vec![b' '; 1 << 20];
    (0..megabytes).for_each(|_| zip.write_all(&zeros).unwrap());
    zip.finish().unwrap().into_inner()
}

#[test]
fn bombs_do_not_go_off() {
    let excel: (&str, &[u8]) = ("xl/workbook.xml", b"<workbook/>");
    let check = |bytes: &[u8], expected: &str| {
        assert!(bytes.len() < 2 << 20);
        check_error(bytes, expected);
    };
    check(&bomb("xl/worksheets/sheet1.xml", 257, &[excel]), "unpacked, it is larger than 256 MB; split it");
    check(&bomb("xl/sharedStrings.xml", 65, &[excel]), "unpacked, it is larger than 64 MB; split it");
    check(&bomb("content.xml", 257, &[]), "unpacked, it is larger than 256 MB; split it");
}

#[test]
fn what_is_no_workbook_is_told_with_what_to_do() {
    let compound = |rest: &[u8]| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), rest].concat();
    let protected: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check_error(&compound(b"Workbook"), "it is a file of an older office program, such as .xls; save it as .xlsx, .ods or CSV");
    check_error(&compound(&protected), "it is protected by a password; save it without");
    check_error(&pack(&[("Index/Document.iwa", b"")]), "it is a Numbers document; export it as Excel (.xlsx) or as CSV");
    check_error(&pack(&[("xl/workbook.bin", b"")]), "it is an .xlsb workbook; save it as .xlsx");
    check_error(&pack(&[("word/document.xml", b"")]), "it is a text document; copy its table into a spreadsheet, and save that");
    check_error(
        &pack(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]),
        "it is a text document; copy its table into a spreadsheet, and save that",
    );
    check_error(b"PK\x03\x04 and no more", "it is a broken workbook or zip file; save it again");
    check_error(b"%PDF-1.7\n1,2\n", "it is a PDF file; copy its table into a spreadsheet, and save that");
    check_error(b"\x89PNG\r\n", "it is a picture; type its table into a spreadsheet, and save that");
    check_error(b"\xff\xd8\xff\xe0JFIF", "it is a picture; type its table into a spreadsheet, and save that");
    check_error(b"\xef\xbb\xbf \n<!DOCTYPE html><p>a,b", "it is a web page; copy its table into a spreadsheet, and save that");
    check_error(&pack(&[("a.txt", b"")]), "it is a zip file, and no workbook in .xlsx or .ods; name one of the files in it");
    let manifest = b"<manifest:encryption-data/>";
    check_error(&pack(&[("content.xml", b"x"), ("META-INF/manifest.xml", manifest)]), "it is protected by a password; save it without");
}

#[test]
fn long_rows_are_read_up_to_a_limit() {
    let row = |columns: usize| vec!["x"; columns].join(",");
    assert_eq!(read_separated(row(MOST_COLUMNS).as_bytes()).unwrap().rows[0].len(), MOST_COLUMNS);
    let help = "it may be separated by something else, or filled far to the right by mistake";
    check_error(row(MOST_COLUMNS + 1).as_bytes(), &format!("row 1 has more than 10000 columns; {help}"));
    check_error("\n".repeat(5_000_001).as_bytes(), "it has more than 5000000 cells; split it, or remove what is not needed");
    check_error(&vec![b'x'; (256 << 20) + 1], "it is larger than 256 MB; split it, or leave out columns that no statement needs");
    let line = "x".repeat(10 << 20);
    check(line.as_bytes(), &[&[&line]]);
}

#[test]
fn separated_text_says_how_it_was_read() {
    let check = |bytes: &[u8], expected: &str| assert_eq!(read_separated(bytes).unwrap().notes.join(" "), expected);
    check(b"a,b\n", "The encoding is UTF-8. It is separated by commas.");
    check(
        b"sep=;\na,b\n",
        "The encoding is UTF-8. Its first line names the separator, and is not counted as a row. It is separated by semicolons.",
    );
    check(
        b"sep=^\na^b\n",
        "The encoding is UTF-8. Its first line names the separator, and is not counted as a row. It is separated by “^”.",
    );
}

#[test]
fn formulas_without_a_result_are_told() {
    let check = |cells: &str, expected: &[&str]| {
        let sheet = format!(r#"<sheetData><row r="1">{cells}</row></sheetData>"#);
        assert_eq!(read_tables(&xlsx(&sheet)).unwrap().notes, expected, "{cells}");
    };
    let told = "1 formula has no result, and its cell is blank; open the workbook in a spreadsheet program, and save it.";
    check(r#"<c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c>"#, &[told]);
    check(r#"<c r="A1"><f>B1</f><v>1</v></c><c r="B1"><v>1</v></c>"#, &[]);
    check(r#"<c r="A1" t="str"><f>B1</f><v></v></c><c r="B1"/>"#, &[]);
}

/// A workbook with some of its XML changed.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let xml = r#"<dimension ref="A1:B2"/><sheetData><row r="1" hidden="1"><c r="A1" t="str"><v>x</v></c><c r="B1"><v>4</v></c></row></sheetData
        ><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>"#;
    let table = r#"<table:table table:name="S"><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float"
        office:value="1"><text:p>a&amp;<text:s text:c="2"/></text:p></table:table-cell></table:table-row></table:table>"#;
    let mutate = |text: &'static str| {
        (0..text.len(), 0..12_usize, "[ -~]{0,3}").prop_map(move |(at, length, new)| {
            let end = (at + length).min(text.len());
            [&text[..at], &new, &text[end..]].concat()
        })
    };
    prop_oneof![mutate(xml).prop_map(|sheet| xlsx(&sheet)), mutate(table).prop_map(|table| ods(&table))]
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_tables(&bytes);
    }

    #[test]
    fn any_workbook_is_read_or_refused(bytes in mutated()) {
        prop_assert!(is_workbook(&bytes));
        let _ = read_tables(&bytes);
    }

    #[test]
    fn separated_text_comes_back(rows in prop::collection::vec(prop::collection::vec("[a-zé,;\"\n ]{0,6}", 3), 1..6)) {
        // A header, as tables have, tells the separator.
        let rows: Vec<Vec<String>> = [vec!["a".into(), "b".into(), "c".into()]].into_iter().chain(rows).collect();
        let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let Sheet { rows: read, .. } = read_separated(&writer.into_inner().unwrap()).unwrap();
        let trimmed = |row: &Vec<String>| row.iter().rev().skip_while(|cell| cell.is_empty()).cloned().collect::<Vec<_>>();
        prop_assert_eq!(read.iter().map(trimmed).collect::<Vec<_>>(), rows.iter().map(trimmed).collect::<Vec<_>>());
    }
}

#[test]
fn a_file_that_is_a_table_has_one() {
    let Tables { sheets, notes } = read_tables(b"a,b\n").unwrap();
    assert_eq!((sheets.len(), notes.len(), sheets[0].name.clone()), (1, 0, None));
}
