//! Tables as records of text: CSV by `csv-core`. What their columns mean is for [`crate::header`].

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

#[cfg(not(target_family = "wasm"))]
use crate::header::MOST_COLUMNS;
#[cfg(not(target_family = "wasm"))]
use crate::json::Json;
use crate::pieces::Pieces;
#[cfg(not(target_family = "wasm"))]
use crate::write::write_row;

/// One row of a table.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// The row as a spreadsheet counts: the header is row 1, and blank rows count.
    pub row: u32,
    text: String,
    ends: Vec<usize>,
    /// Whether bytes that are no UTF-8 were replaced.
    pub replaced: bool,
}

impl Record {
    /// The field at `index`; empty beyond the last one.
    pub fn get(&self, index: usize) -> &str {
        let end_of = |index: usize| self.ends.get(index).copied();
        let start = index.checked_sub(1).map_or(Some(0), end_of);
        let range = start.zip(end_of(index)).map(|(start, end)| start..end);
        range.and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    /// How many fields it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether nothing but white space is in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The first line of a field that seems to have swallowed rows: one of its other lines looks like a row of `width`
    /// fields, which prose does not, or it is the last of a row that is too short.
    #[cfg(not(target_family = "wasm"))]
    pub fn open_field(&self, width: usize) -> Option<&str> {
        let is_short = |index: usize| index + 1 == self.len() && self.len() < width;
        // In prose a space follows a comma.
        let tight = |line: &str| line.split(',').skip(1).filter(|next| !next.starts_with([' ', '\n'])).count();
        (0..self.len()).find_map(|index| {
            let (first, rest) = self.get(index).split_once('\n')?;
            let is_row = |line: &str| width > 2 && tight(line) >= (width - 1).div_ceil(2).max(2);
            (is_short(index) || rest.lines().any(is_row)).then(|| first.trim_end())
        })
    }

    /// Bytes of text.
    pub fn size(&self) -> usize {
        self.text.len()
    }

    fn clear(&mut self, row: u32) {
        self.row = row;
        self.text.clear();
        self.ends.clear();
        self.replaced = false;
    }

    fn push(&mut self, field: &str) {
        self.text.push_str(field);
        self.ends.push(self.text.len());
    }
}

/// The records of a CSV file, of which only the piece at hand is held.
pub(crate) struct Records {
    pieces: Pieces,
    /// How many of the pieces have been taken.
    taken: usize,
    is_last: bool,
    /// The last of them, and how much of it has been read.
    bytes: Vec<u8>,
    at: usize,
    reader: Reader,
    row: u32,
    output: Vec<u8>,
    ends: Vec<usize>,
    /// Whether what was read last is a carriage return, whose line feed is still to come.
    in_return: bool,
}

/// Bytes that must be at hand to know how a file begins: a byte order mark; a second one, which the reader takes for the
/// first; and one more, since without any it would take the file to end there.
const BEGINNING: usize = 7;

impl Records {
    /// The records of a file whose fields are separated by `delimiter`.
    pub fn new(pieces: Pieces, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        let (output, ends) = (vec![0; 1024], vec![0; 32]);
        let mut records =
            Self { pieces, taken: 0, is_last: false, bytes: Vec::new(), at: 0, reader, row: 0, output, ends, in_return: false };
        while records.bytes.len() < BEGINNING && !records.is_last {
            let piece = records.take();
            records.bytes.extend(piece);
        }
        records.at = if records.bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        records
    }

    /// Whether the file is plainly in UTF-16; asked before anything is read.
    pub fn is_utf_16(&self) -> bool {
        self.bytes.starts_with(b"\xff\xfe") || self.bytes.starts_with(b"\xfe\xff")
    }

    /// Reads the next row into `record`; false at the end.
    pub fn read(&mut self, record: &mut Record) -> bool {
        self.skip_blank();
        if self.input().is_empty() {
            return false;
        }
        self.row = self.row.saturating_add(1);
        record.clear(self.row);
        let (mut length, mut fields) = (0, 0);
        loop {
            let input = self.bytes.get(self.at..).unwrap_or_default();
            let (output, ends) = (self.output.get_mut(length..), self.ends.get_mut(fields..));
            let (result, read, written, ended) = self.reader.read_record(input, output.unwrap_or_default(), ends.unwrap_or_default());
            self.in_return = read.checked_sub(1).and_then(|last| input.get(last)) == Some(&b'\r');
            self.at += read;
            (length, fields) = (length + written, fields + ended);
            match result {
                // An input that stays empty tells the reader that there is no more.
                ReadRecordResult::InputEmpty => self.fill(),
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        self.hand_over(record, fields);
        fields > 0
    }

    fn take(&mut self) -> Vec<u8> {
        let piece = self.pieces.get(self.taken);
        self.taken += 1;
        self.is_last = piece.is_empty();
        piece
    }

    fn input(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Takes the next piece where all of the last one has been read.
    fn fill(&mut self) {
        if self.input().is_empty() && !self.is_last {
            (self.bytes, self.at) = (self.take(), 0);
        }
    }

    /// Passes over empty lines, which are rows to a spreadsheet but no records.
    fn skip_blank(&mut self) {
        loop {
            self.fill();
            let after_return = std::mem::take(&mut self.in_return);
            match self.input().first() {
                Some(b'\n') if after_return => {}
                Some(first @ (b'\r' | b'\n')) => {
                    self.in_return = *first == b'\r';
                    self.row = self.row.saturating_add(1);
                }
                _ => return,
            }
            self.at += 1;
        }
    }

    fn hand_over(&self, record: &mut Record, fields: usize) {
        let ends = self.ends.get(..fields).unwrap_or_default();
        let bytes = self.output.get(..ends.last().copied().unwrap_or(0)).unwrap_or_default();
        // Ends between characters are the rule; a broken one makes every field be mended by itself.
        match std::str::from_utf8(bytes) {
            Ok(text) if ends.iter().all(|&end| text.is_char_boundary(end)) => {
                record.text.push_str(text);
                record.ends.extend_from_slice(ends);
            }
            _ => {
                record.replaced = true;
                let mut start = 0;
                for &end in ends {
                    record.push(&String::from_utf8_lossy(bytes.get(start..end).unwrap_or_default()));
                    start = end;
                }
            }
        }
    }
}

/// Inline data as the text of a CSV file: of objects, or of arrays that have a header among them. `embed/rows.js` makes
/// the same of it in a browser.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn text(data: &[Json]) -> String {
    let mut header: Vec<&str> = Vec::new();
    for row in data {
        let Json::Map(pairs) = row else { continue };
        for (key, _) in pairs {
            // One more than are read is enough to tell of them.
            if header.len() <= MOST_COLUMNS && !header.contains(&key.as_str()) {
                header.push(key);
            }
        }
    }
    let mut csv = String::new();
    if !header.is_empty() {
        write_row(&mut csv, header.iter().copied());
    }
    for row in data {
        let fields: Vec<String> = match row {
            Json::Map(_) => header.iter().map(|key| row.get(key).text()).collect(),
            Json::List(fields) => fields.iter().map(Json::text).collect(),
            _ => continue,
        };
        write_row(&mut csv, fields.iter().map(String::as_str));
    }
    csv
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(mut records: Records) -> Vec<(u32, Vec<String>)> {
        let mut record = Record::default();
        let mut rows = Vec::new();
        while records.read(&mut record) {
            rows.push((record.row, (0..record.len()).map(|index| record.get(index).to_string()).collect()));
        }
        rows
    }

    fn csv(bytes: &[u8]) -> Records {
        Records::new(bytes.to_vec().into(), b',')
    }

    #[test]
    fn csv_becomes_records() {
        let check = |text: &str, expected: &[(u32, &[&str])]| {
            let expected: Vec<(u32, Vec<String>)> =
                expected.iter().map(|(row, fields)| (*row, fields.iter().map(ToString::to_string).collect())).collect();
            assert_eq!(rows(csv(text.as_bytes())), expected, "{text:?}");
        };
        check("", &[]);
        check("\n\n", &[]);
        check("a,b", &[(1, &["a", "b"])]);
        check("\u{feff}a,b\nc,d\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a\r\nb\r\n\r\nc", &[(1, &["a"]), (2, &["b"]), (4, &["c"])]);
        check("\n\na\n", &[(3, &["a"])]);
        check("\"a\n\nb\",c\nd", &[(1, &["a\n\nb", "c"]), (2, &["d"])]);
        check("\"say \"\"no\"\"\",", &[(1, &["say \"no\"", ""])]);
        check("\"open\na,b\n", &[(1, &["open\na,b\n"])]);
        check(&format!("{},x\ny", "é".repeat(3000)), &[(1, &[&"é".repeat(3000), "x"]), (2, &["y"])]);
    }

    #[test]
    fn broken_bytes_are_replaced_and_told() {
        let mut records = csv(b"a\xff,\xc3");
        let mut record = Record::default();
        assert!(records.read(&mut record) && record.replaced);
        assert_eq!((record.get(0), record.get(1), record.get(2)), ("a\u{fffd}", "\u{fffd}", ""));
    }

    #[test]
    fn fields_that_have_swallowed_rows_are_known() {
        let check = |row: &str, expected: Option<&str>| {
            let mut record = Record::default();
            assert!(csv(row.as_bytes()).read(&mut record));
            assert_eq!(record.open_field(5), expected, "{row:?}");
        };
        check("a,b,c,d,e\n", None);
        check("a,b,c,\"We, the people,\nof Arden, of Borea, and of Cos, want it.\",e\n", None);
        check("a,b,c,\"One line\nand another\",e\n", None);
        // Up to the end of the file, and up to the next quotation mark.
        check("a,b,c,\"I want it.,P\nb,x,y,No,P\n", Some("I want it.,P"));
        check("a,b,c,\"I want it.,P\nb,x,y,No,P\nc,x,y,\"Yes\",P\n", Some("I want it.,P"));
        check("\"a,b,c\n", Some("a,b,c"));
    }

    #[test]
    fn inline_rows_become_records() {
        let data: Json = serde_json::from_str(r#"[{"a": "x", "b": 1}, {"a": null, "c": true}, 7]"#).unwrap();
        let expected: Vec<(u32, Vec<String>)> = [(1, ["a", "b", "c"]), (2, ["x", "1", ""]), (3, ["", "", "true"])]
            .into_iter()
            .map(|(row, fields)| (row, fields.iter().map(ToString::to_string).collect()))
            .collect();
        assert_eq!(rows(csv(text(data.list()).as_bytes())), expected);
        let wide: Vec<(String, Json)> = (0..50_000).map(|key| (key.to_string(), Json::Null)).collect();
        assert_eq!(rows(csv(text(&[Json::Map(wide)]).as_bytes()))[0].1.len(), MOST_COLUMNS + 1);
    }

    proptest! {
        #[test]
        fn pieces_are_read_like_the_whole(
            bytes in prop::collection::vec(prop::sample::select(&b"ab,\"\r\n\xef\xbb\xbf\xc3\xa9"[..]), 0..60),
            mark in 0usize..3,
            cuts in prop::collection::vec(0usize..70, 0..12),
        ) {
            let bytes = [b"\xef\xbb\xbf".repeat(mark), bytes].concat();
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).chain([0, bytes.len()]).collect();
            cuts.sort_unstable();
            cuts.dedup();
            let parts: Vec<Vec<u8>> = cuts.windows(2).map(|cut| bytes[cut[0]..cut[1]].to_vec()).collect();
            let pieces = Pieces::new(move |place| parts.get(place).cloned().unwrap_or_default());
            prop_assert_eq!(rows(Records::new(pieces, b',')), rows(csv(&bytes)));
        }
    }
}
