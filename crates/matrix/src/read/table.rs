//! A table of rows, columns or statements while it is read.

use crate::csv::{Record, Records};
use crate::header::StatementHeader;
use crate::read::axes::AxisHeader;
use crate::read::{Builder, check_bytes};
use crate::rule;

/// What a table is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Rows,
    Columns,
    Statements,
}

/// A table of which some has been read.
pub(crate) struct Table {
    records: Records,
    record: Record,
    columns: Columns,
}

/// What its columns mean.
enum Columns {
    Axis(AxisHeader),
    Statements(StatementHeader),
}

/// Bytes of text that are read in one step, each row as one of at least so many: about a millisecond's work on a phone.
const STEP: usize = 1 << 14;
const LEAST: usize = 32;

impl Table {
    /// Reads the header. None, and a problem, where there is nothing to read below it.
    pub fn open(builder: &mut Builder, mut records: Records, part: Part) -> Option<Self> {
        let mut record = Record::default();
        if !records.read(&mut record) {
            let rule = if part == Part::Statements { &rule::FILE_EMPTY } else { &rule::TABLE_EMPTY };
            builder.problems.add(rule, &builder.file, None, None, "");
            return None;
        }
        check_bytes(&builder.file, &record, &mut builder.problems);
        let columns = match part {
            Part::Statements => Columns::Statements(builder.statement_header(&record)?),
            _ => Columns::Axis(builder.axis_header(&record, part == Part::Rows)?),
        };
        Some(Self { records, record, columns })
    }

    /// Reads some rows; true when there are no more.
    pub fn step(&mut self, builder: &mut Builder) -> bool {
        let mut read = 0;
        while read < STEP {
            if !self.records.read(&mut self.record) {
                return true;
            }
            read += self.record.size().max(LEAST);
            check_bytes(&builder.file, &self.record, &mut builder.problems);
            if self.record.is_blank() {
                continue;
            }
            match &self.columns {
                Columns::Axis(header) => builder.axis_entry(&self.record, header),
                Columns::Statements(header) => builder.statement(&self.record, header),
            }
        }
        false
    }
}
