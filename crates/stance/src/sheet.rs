//! Tables as they are found: separated text in any usual encoding, and the sheets of a workbook. What is in them
//! is for others to say; here nothing is interpreted, and nothing that is too large is held.

mod encoding;
mod grid;
mod guard;
mod opendocument;
mod seen;
mod separated;
mod value;
mod workbook;

use anyhow::{Result, ensure};

pub use guard::ensure_no_other;
pub use separated::read_separated;
pub use workbook::read_workbook;

/// A file may have this many bytes, packed and unpacked.
pub const MOST_BYTES: usize = 256 << 20;
/// A file may have this many cells, and rows count as one each.
pub const MOST_CELLS: usize = 5_000_000;
/// A row may have this many cells.
pub const MOST_COLUMNS: usize = 10_000;

/// A table as it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What the workbook calls it; none where the file is the table.
    pub name: Option<String>,
    /// The cells, as text. The first row is row 1 of the spreadsheet, and blank rows are kept, so that numbers hold.
    pub rows: Vec<Vec<String>>,
    /// What was done to read it, a sentence each.
    pub notes: Vec<String>,
}

/// The tables of a file, and what was done to read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// In the order of the workbook; one where the file is the table.
    pub sheets: Vec<Sheet>,
    /// What holds for all of them, a sentence each.
    pub notes: Vec<String>,
}

/// Whether a file is a workbook, or something that only another program reads, by its first bytes.
pub fn is_workbook(bytes: &[u8]) -> bool {
    guard::is_packed(bytes) || guard::is_compound(bytes)
}

/// Reads the tables of a file, whatever it is.
///
/// # Errors
/// It is too large, is protected, or is no table.
pub fn read_tables(bytes: &[u8]) -> Result<Tables> {
    if is_workbook(bytes) {
        return read_workbook(bytes);
    }
    ensure_no_other(bytes)?;
    let sheet = read_separated(bytes)?;
    Ok(Tables { sheets: vec![sheet], notes: Vec::new() })
}

/// Tells of a file with more bytes than may be read.
///
/// # Errors
/// There are more.
pub fn ensure_size(bytes: u64) -> Result<()> {
    let most = MOST_BYTES >> 20;
    ensure!(
        usize::try_from(bytes).is_ok_and(|bytes| bytes <= MOST_BYTES),
        "it is larger than {most} MB; split it, or leave out columns that no statement needs"
    );
    Ok(())
}
