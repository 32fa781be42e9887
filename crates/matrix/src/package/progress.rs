//! A package while it is read, step by step.

use crate::csv::Records;
use crate::package::Package;
use crate::package::descriptor::Resource;
use crate::pieces::Pieces;
use crate::read::{Builder, Cells, Part, Reading, Table};
use crate::rule;

/// A package of which some has been read.
pub struct Progress {
    /// The tables that are still to be read, the next one last.
    tables: Vec<(Resource, Part)>,
    builder: Builder,
    table: Option<Table>,
    cells: Option<Cells>,
}

impl Progress {
    pub(super) fn new(package: Package) -> Self {
        let Package { tables, builder } = package;
        Self { tables, builder, table: None, cells: None }
    }

    /// Brings a file that the package needs, or in a browser what stands for an inline table. A table whose file has not come when its turn does is a problem.
    pub fn file(&mut self, path: &str, pieces: &Pieces) {
        for (resource, _) in &mut self.tables {
            if resource.key == path {
                resource.pieces = Some(pieces.clone());
            }
        }
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

    /// What was read, once the rest has been.
    pub fn finish(mut self) -> Reading {
        while !self.step() {}
        self.builder.finish()
    }

    /// Opens a table; none, and a problem, where its file has not come or holds nothing.
    fn open(&mut self, resource: Resource, part: Part) -> Option<Table> {
        let file = resource.file().to_string();
        self.builder.file.clear();
        let Some(pieces) = resource.pieces else {
            self.builder.problems.add(&rule::FILE_MISSING, &file, None, None, "");
            return None;
        };
        let records = Records::new(pieces, resource.delimiter);
        if records.is_utf_16() {
            self.builder.problems.add(&rule::UTF_16, &file, None, None, "");
        }
        #[cfg(not(target_family = "wasm"))]
        match part {
            Part::Rows => file.clone_into(&mut self.builder.axis_files[0]),
            Part::Columns => file.clone_into(&mut self.builder.axis_files[1]),
            Part::Statements => {}
        }
        self.builder.file = file;
        Table::open(&mut self.builder, records, part)
    }
}
