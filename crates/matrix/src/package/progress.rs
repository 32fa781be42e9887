//! A package while it is read, step by step.

use crate::csv::Records;
use crate::package::Package;
use crate::package::descriptor::{Content, Resource};
use crate::read::{Builder, Cells, Part, Reading, Table, check_encoding};
use crate::rule;

/// A package of which some has been read.
pub struct Progress {
    /// The tables that are still to be read, the next one last.
    tables: Vec<(Resource, Part)>,
    /// The files by their paths. What is being read is no longer there.
    files: Vec<(String, Vec<u8>)>,
    /// Bytes of all files.
    bytes: usize,
    builder: Builder,
    table: Option<Table>,
    cells: Option<Cells>,
}

impl Progress {
    pub(super) fn new(package: Package) -> Self {
        let Package { tables, builder } = package;
        Self { tables, files: Vec::new(), bytes: 0, builder, table: None, cells: None }
    }

    /// Brings a file that the package needs. A table whose file has not come when its turn does is a problem.
    pub fn file(&mut self, path: String, bytes: Vec<u8>) {
        self.bytes += bytes.len();
        self.files.push((path, bytes));
    }

    /// Goes on for about a millisecond; true when nothing is left to do.
    pub fn step(&mut self) -> bool {
        if let Some(cells) = &mut self.cells {
            return cells.step(&mut self.builder);
        }
        if let Some(table) = &mut self.table {
            if table.step(&mut self.builder) {
                self.table = None;
            }
        } else if let Some((resource, part)) = self.tables.pop() {
            self.table = self.open(resource, part);
        } else {
            self.builder.join();
            self.cells = Some(Cells::new(&mut self.builder));
        }
        false
    }

    /// How much of the files has been read, in percent.
    pub fn percent(&self) -> u8 {
        let waiting: usize = self.files.iter().map(|(_, bytes)| bytes.len()).sum();
        let left = waiting + self.table.as_ref().map_or(0, Table::left);
        // Past 42 megabytes a hundred times as many are no number of the browser's.
        let left = left / (self.bytes / 100 + 1);
        100 - u8::try_from(left).unwrap_or(100).min(100)
    }

    /// What was read, once the rest has been.
    pub fn finish(mut self) -> Reading {
        while !self.step() {}
        self.builder.finish()
    }

    /// Opens a table; none, and a problem, where its file has not come or holds nothing.
    fn open(&mut self, resource: Resource, part: Part) -> Option<Table> {
        let file = resource.file().to_string();
        self.builder.file.clear();
        let records = match resource.content {
            Content::Csv(text) => Records::csv(text.into_bytes(), resource.delimiter),
            Content::Rows(rows) => Records::Inline(rows.into_iter(), 0),
            Content::File(path) => {
                let Some(bytes) = self.bytes_of(&path) else {
                    self.builder.problems.add(&rule::FILE_MISSING, &path, None, None, "");
                    return None;
                };
                check_encoding(&path, &bytes, &mut self.builder.problems);
                Records::csv(bytes, resource.delimiter)
            }
        };
        #[cfg(not(target_family = "wasm"))]
        match part {
            Part::Rows => file.clone_into(&mut self.builder.axis_files[0]),
            Part::Columns => file.clone_into(&mut self.builder.axis_files[1]),
            Part::Statements => {}
        }
        self.builder.file = file;
        Table::open(&mut self.builder, records, part)
    }

    /// Takes the bytes of a file, or a copy where another table stands in it too.
    fn bytes_of(&mut self, path: &str) -> Option<Vec<u8>> {
        let (_, bytes) = self.files.iter_mut().find(|(name, _)| name == path)?;
        let again = self.tables.iter().any(|(resource, _)| resource.path() == Some(path));
        Some(if again { bytes.clone() } else { std::mem::take(bytes) })
    }
}
