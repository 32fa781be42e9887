//! What the command line opens.

use std::io::{Cursor, Write};

use matrix::{Matrix, Reading};
use stance::check::problems;
use stance::open::{Opened, open};
use stance::sheet::{Tables, read_tables};
use stance::snippet::{Choice, snippet as written};
use stance::verify::proof::Proof;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::model::{looked_at, seen};
use super::scratch::with_file;

/// The day on which a check is made.
const TODAY: u32 = 20_261_124;

/// Bytes as a CSV file that is checked.
pub fn check(bytes: &[u8]) {
    if let Ok(opened) = with_file("check.csv", bytes, open) {
        checked(&opened);
    }
}

/// Bytes as a page with a table. The snippet that is written of it is read as the same.
pub fn snippet(bytes: &[u8]) {
    let Some(reading) = page(bytes) else { return };
    looked_at(&reading);
    if reading.matrix.is_empty() {
        // It may have no scale, and what is written has one.
        return;
    }
    let html = written(&reading.matrix, &all(&reading.matrix));
    let back = page(html.as_bytes()).expect("a snippet has a table");
    assert_eq!(seen(&back), seen(&reading), "{html}");
    assert_eq!(written(&back.matrix, &all(&back.matrix)), html, "a snippet is written as it was read");
}

fn page(bytes: &[u8]) -> Option<Reading> {
    let opened = with_file("snippet.html", bytes, open).ok()?;
    checked(&opened);
    Some(opened.reading)
}

/// Bytes as a file that may be any table: text in any encoding, or a workbook.
pub fn sheets(bytes: &[u8]) {
    if let Ok(Tables { sheets, notes }) = read_tables(bytes) {
        assert!(sheets.iter().flat_map(|sheet| &sheet.notes).chain(&notes).all(|note| note.ends_with('.')), "a note is a sentence");
    }
    if stance::sheet::is_workbook(bytes)
        && let Ok(opened) = with_file("sheets.xlsx", bytes, open)
    {
        checked(&opened);
    }
}

/// Bytes as the parts of a workbook, each after a line with its name (`== xl/workbook.xml`): a fuzzer cannot pack them.
pub fn workbook(bytes: &[u8]) {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for part in String::from_utf8_lossy(bytes).split("== ").skip(1) {
        let (name, content) = part.split_once('\n').unwrap_or((part, ""));
        // A name that is there already is no part of a workbook.
        if packed.start_file(name, options).is_ok() {
            packed.write_all(content.as_bytes()).expect("there is room");
        }
    }
    sheets(&packed.finish().expect("there is room").into_inner());
}

fn checked(opened: &Opened) {
    looked_at(&opened.reading);
    for problem in problems(opened, TODAY) {
        assert!(!problem.to_string().is_empty() && !problem.help().is_empty(), "a problem says what it is, and what to do");
        opened.base.place(&problem.file);
    }
}

fn all(matrix: &Matrix) -> Choice {
    let (rows, columns) = ((0..matrix.rows().len()).collect(), (0..matrix.columns().len()).collect());
    Choice { rows, columns, lang: None, quotes: true, statements: true, data: None, proof: Proof::new([]) }
}
