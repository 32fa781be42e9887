//! What the model reads.

use matrix::{Filter, Json, Package, Reading, read_csv, write_csv, write_package};
use serde_json::Deserializer;

use super::described::described;

/// More cells than this are not looked at one by one: they are only slow.
const MOST_CELLS: usize = 2_000;

/// Bytes as a CSV file. What is written of it is read as the same.
pub fn csv(bytes: &[u8]) {
    let reading = read_csv("table.csv", bytes);
    looked_at(&reading);
    let once = read_csv("table.csv", write_csv(&reading.matrix).as_bytes());
    assert_eq!(said(&once), said(&reading), "what is said is written");
    let twice = read_csv("table.csv", write_csv(&once.matrix).as_bytes());
    assert_eq!(seen(&twice), seen(&once), "what was written once is written the same again");
    written_and_read(&reading);
}

/// Bytes as a descriptor in JSON, and what comes after it as every file that it names; where nothing does, all of it.
pub fn package(bytes: &[u8]) {
    let mut values = Deserializer::from_slice(bytes).into_iter::<Json>();
    let Some(Ok(descriptor)) = values.next() else { return };
    let rest = bytes.get(values.byte_offset()..).unwrap_or_default().trim_ascii_start();
    let file = if rest.is_empty() { bytes } else { rest };
    for language in ["", "ru"] {
        let package = Package::in_language(language, "datapackage.json", descriptor.clone()).with_all_problems();
        let files: Vec<(String, Vec<u8>)> = package.files().into_iter().map(|path| (path.to_owned(), file.to_owned())).collect();
        let reading = package.read(files);
        looked_at(&reading);
        written_and_read(&reading);
    }
}

/// Asks for all that can be read off a reading.
pub fn looked_at(reading: &Reading) {
    let matrix = &reading.matrix;
    assert_eq!(reading.rows.len(), matrix.len(), "every statement has a row");
    seen(reading);
    let all = matrix.show(&Filter::default());
    assert_eq!((all.rows.len(), all.columns.len()), (matrix.rows().len(), matrix.columns().len()), "nothing is hidden");
    let counted: usize = matrix.counts(&all.rows, &all.columns).iter().map(|(_, count)| count).sum();
    assert_eq!(counted, all.rows.len() * all.columns.len(), "every cell is counted once");
    let query = matrix.statement(0).quote().split_whitespace().next().unwrap_or("a").to_owned();
    let found = matrix.show(&Filter { query, ..Filter::default() });
    assert!(found.rows.is_sorted() && found.rows.len() <= all.rows.len(), "a search only takes away");
}

/// A matrix as text, where it is not too large.
pub fn seen(reading: &Reading) -> String {
    let matrix = &reading.matrix;
    if matrix.rows().len() * matrix.columns().len() > MOST_CELLS { String::new() } else { described(reading) }
}

/// What the statements say, in their order.
fn said(reading: &Reading) -> Vec<[String; 8]> {
    let matrix = &reading.matrix;
    let one = |index| {
        let one = matrix.statement(index);
        let names = [matrix.rows().name(one.row()), matrix.columns().name(one.column())];
        let words = [matrix.scale().value(one.stance()), one.kind().word(), one.quote(), one.text(), one.speaker(), one.date()];
        let [row, column] = names;
        let [stance, kind, quote, text, speaker, date] = words;
        [row, column, stance, kind, quote, text, speaker, date].map(str::to_owned)
    };
    (0..matrix.len()).map(one).collect()
}

/// The package that is written of a matrix is read as the same.
fn written_and_read(reading: &Reading) {
    if reading.matrix.is_empty() {
        // It may have no table of statements, and what is written has one.
        return;
    }
    let written = write_package(&reading.matrix);
    let mut files = written.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    let (_, descriptor) = files.next().expect("a package has a descriptor");
    let descriptor: Json = serde_json::from_slice(&descriptor).expect("a descriptor is JSON");
    let back = Package::new("datapackage.json", descriptor).read(files.collect());
    assert_eq!(seen(&back), seen(reading), "a package is read as it was written");
    assert_eq!(write_package(&back.matrix), written, "a package is written as it was read");
}
