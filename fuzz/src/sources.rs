//! What quotes are proved with.

use matrix::{Reading, read_csv};
use stance::verify::prove::prove;
use stance::verify::quotes::quotes;
use stance::verify::source::Source;

use super::scratch::with_file;

/// The day of a proof.
const TODAY: &str = "2026-11-24";

/// Bytes as a source of any sort, in which some words are looked for.
pub fn source(bytes: &[u8]) {
    sought_in("source", bytes);
}

/// The same as a page, however it begins.
pub fn html_source(bytes: &[u8]) {
    sought_in("source.html", bytes);
}

/// The same as a PDF.
pub fn pdf_source(bytes: &[u8]) {
    sought_in("source.pdf", &[b"%PDF-1.4\n", bytes].concat());
}

fn sought_in(name: &str, bytes: &[u8]) {
    if let Ok(source) = with_file(name, bytes, |path| Source::open(path, None)) {
        assert!(!source.origin.title.is_empty(), "a source has a title");
        sought("We support the lake … and the river", &[source]);
    }
}

/// Bytes as a quote, which ends with a blank line, and as the text in which it is looked for.
pub fn proof(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (quote, text) = text.split_once("\n\n").unwrap_or((&text, ""));
    for text in [text, quote, &format!("One.\n\n{quote}\n\nTwo.")] {
        sought(quote, &Vec::from_iter(Source::new(text, None)));
    }
}

/// Looks for a quote, and says where it is not found.
fn sought(quote: &str, sources: &[Source]) {
    let csv = format!("country,concern,stance,quote\nAda,Water,supports,\"{}\"\n", quote.replace('"', "\"\""));
    let reading: Reading = read_csv("table.csv", csv.as_bytes());
    match prove(&quotes(&reading), sources, TODAY) {
        Ok(proof) => assert!(proof.quotes().iter().all(|proved| proved.checked == TODAY), "a proof has its day"),
        Err(missing) => assert_eq!(missing.len(), 1, "the quote is missing once"),
    }
}
