//! Separated text: CSV, TSV and their kin, whatever separates them.

use anyhow::{Context, Result};
use csv::{Reader, ReaderBuilder, StringRecord};

use super::encoding::decode;
use super::grid::{Budget, Grid};
use super::{Sheet, ensure_size};

/// What may separate fields, and what people call it; first what is rarest in sentences.
const SEPARATORS: [(u8, &str); 4] = [(b'\t', "tabs"), (b'|', "vertical bars"), (b';', "semicolons"), (b',', "commas")];

/// The separator is found in this much of the text, and in this many of its rows.
const SAMPLE: usize = 64 << 10;
const SAMPLE_ROWS: usize = 100;

/// Reads separated text of any usual encoding and separator.
///
/// # Errors
/// It is too large.
pub fn read_separated(bytes: &[u8]) -> Result<Sheet> {
    ensure_size(bytes.len() as u64)?;
    let (text, mut notes) = decode(bytes);
    let (separator, text) = match named(&text) {
        Some((separator, rest)) => {
            notes.push("Its first line names the separator, and is not counted as a row.".into());
            (separator, rest)
        }
        None => (separator(&text), &*text),
    };
    let called = SEPARATORS.iter().find(|(byte, _)| *byte == separator).map(|(_, name)| name.to_string());
    let called = called.unwrap_or_else(|| format!("“{}”", char::from(separator)));
    notes.push(format!("It is separated by {called}."));
    let mut budget = Budget::default();
    let mut grid = Grid::new(&mut budget);
    read(text, separator, &mut grid)?;
    Ok(Sheet { name: None, rows: grid.finish(), notes })
}

/// The separator that a first line names, as Excel writes and hides it, and what comes after that line.
fn named(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_end_matches('\r').trim_matches('"');
    let name = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?;
    match name.as_bytes() {
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\r') => Some((*byte, rest)),
        _ => None,
    }
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

/// The separator by which the largest share of rows have equally many fields; of two alike the one that makes more of them. A table of
/// one column counts as separated by commas.
fn separator(text: &str) -> u8 {
    let end = (0..=SAMPLE).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let sample = text.get(..end).unwrap_or(text);
    let score = |separator: u8| {
        let mut widths: Vec<usize> = reader(sample, separator).records().flatten().take(SAMPLE_ROWS).map(|record| record.len()).collect();
        if sample.len() < text.len() {
            // It is cut somewhere.
            widths.pop();
        }
        // In thousandths, since by another separator there may be more rows.
        let of = |width: usize| widths.iter().filter(|&&other| other == width).count() * 1000 / widths.len();
        widths.iter().filter(|&&width| width > 1).map(|&width| (of(width), width)).max().unwrap_or_default()
    };
    let scores = SEPARATORS.map(|(separator, _)| (score(separator), separator));
    let best = scores.into_iter().rev().max_by_key(|&(score, _)| score).filter(|&((share, _), _)| share > 0);
    best.map_or(b',', |(_, separator)| separator)
}

fn read(text: &str, separator: u8, grid: &mut Grid<'_>) -> Result<()> {
    let mut reader = reader(text, separator);
    let mut record = StringRecord::new();
    loop {
        let at = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        grid.grow(grid.len() + blank_lines(text, at))?;
        if !reader.read_record(&mut record).context("it cannot be read")? {
            return Ok(());
        }
        let row = grid.len();
        grid.grow(row + 1)?;
        record.iter().enumerate().try_for_each(|(column, field)| grid.put(row, column, field))?;
    }
}

/// How many empty lines stand at a place between two records. They are rows to a spreadsheet, and nothing to the
/// reader, which may also have stopped within a line end.
fn blank_lines(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let is_cut = at.checked_sub(1).and_then(|last| text.as_bytes().get(last)) == Some(&b'\r');
    let mut rest = if is_cut { rest.strip_prefix(b"\n").unwrap_or(rest) } else { rest };
    let mut lines = 0;
    while let Some(after) = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n")).or(rest.strip_prefix(b"\r")) {
        (rest, lines) = (after, lines + 1);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found() {
        let check = |text: &str, expected: u8| assert_eq!(char::from(separator(text)), char::from(expected), "{text}");
        check("", b',');
        check("one\ntwo\n", b',');
        check("a,b\nc,d\n", b',');
        check("a;b\n\"c, d, e\";f\n1,5;2\n", b';');
        check("Land;Handel;Bemerkung\nA;ja;gut, sehr gut\nB;nein;schlecht, schade, nun ja\n", b';');
        check("a\tb, c\nd\te, f\n", b'\t');
        check("a|b|c\nd|e|f\n", b'|');
        check("A title, for people\n\na;b;c\nd;e;f\n", b';');
        check(&format!("a;b\n{}", "c,c;d\n".repeat(30_000)), b';');
    }

    #[test]
    fn rows_have_the_numbers_of_the_spreadsheet() {
        let check = |text: &str, expected: &[&[&str]]| assert_eq!(read_separated(text.as_bytes()).unwrap().rows, expected, "{text:?}");
        check("", &[]);
        check("a,b\n", &[&["a", "b"]]);
        check("\n\na,b\r\n\r\nc\r\rd", &[&[], &[], &["a", "b"], &[], &["c"], &[], &["d"]]);
        check("\"a\n\nb\";c\n;;\nd;e", &[&["a\n\nb", "c"], &[], &["d", "e"]]);
        check("\"a\"\"b\",\n", &[&["a\"b"]]);
        check("sep=|\r\na|b\r\n", &[&["a", "b"]]);
        check("sep=;;\na;b\n", &[&["sep="], &["a", "b"]]);
        check("\"open,a\nb", &[&["open,a\nb"]]);
    }
}
