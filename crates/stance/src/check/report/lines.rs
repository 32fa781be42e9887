//! From the rows of a spreadsheet to the lines of its file: machines point at lines, and a field may have several.

use std::collections::HashMap;

use csv::{ByteRecord, ReaderBuilder};
use matrix::Problem;

use crate::open::Base;

/// The lines of the files that problems are in.
pub struct Lines<'a> {
    base: &'a Base,
    files: HashMap<String, Vec<u64>>,
}

impl<'a> Lines<'a> {
    /// Of files relative to `base`.
    pub fn new(base: &'a Base) -> Self {
        Self { base, files: HashMap::new() }
    }

    /// The line on which the row of a problem begins, from 1; the first one where it has no row, or the file no lines.
    pub fn of(&mut self, problem: &Problem) -> u64 {
        let Some(row) = problem.row else { return 1 };
        let Base::Folder(folder) = self.base else { return row.into() };
        let file = folder.join(&problem.file);
        let lines = self.files.entry(problem.file.clone()).or_insert_with(|| lines(&std::fs::read(file).unwrap_or_default()));
        lines.get(row.saturating_sub(1) as usize).copied().unwrap_or_else(|| row.into())
    }
}

/// The line on which each row begins; a blank line is a row too.
fn lines(bytes: &[u8]) -> Vec<u64> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut lines = Vec::new();
    // How far was counted: a place in the bytes, and its line.
    let (mut counted, mut line) = (0, 1);
    let mut line_at = |to: usize| {
        let passed = bytes.get(counted..to).unwrap_or_default();
        line += passed.iter().fold(0, |lines, &byte| lines + u64::from(byte == b'\n'));
        counted = counted.max(to);
        line
    };
    let (mut end, mut last_line) = (0, 0);
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let ended = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        // The end of the line before may count as the beginning of this record.
        let start = end + bytes.get(end..ended).unwrap_or_default().iter().take_while(is_end).count();
        let line = line_at(start);
        lines.extend(last_line + 1..line);
        lines.push(line);
        let last = bytes.get(start..ended).unwrap_or_default().iter().rev().take_while(is_end).count();
        end = ended - last;
        last_line = line_at(end);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn rows_begin_on_lines() {
        let check = |csv: &str, expected: &[u64]| assert_eq!(lines(csv.as_bytes()), expected, "{csv:?}");
        check("a\nb\nc", &[1, 2, 3]);
        check("a\r\nb\r\n", &[1, 2]);
        check("a\n\"b\nb\"\nc\n", &[1, 2, 4]);
        check("a\n\nc\n", &[1, 2, 3]);
        check("a\r\n\r\n\"c\r\nc\"\r\nd\r\n", &[1, 2, 3, 5]);
        check("", &[]);
    }
}
