//! The verbatim quotes of a matrix: the words that must be found in a source.

use matrix::{Reading, Statement};

use super::digest::sha256;
use super::normal::{is_blank, normal};

/// A verbatim quote and the statement it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The row of the file, as a spreadsheet counts: the header is row 1.
    pub row: u32,
    /// The name of the country.
    pub country: String,
    /// The name of the concern.
    pub concern: String,
    /// The quote as the data has it.
    pub quote: String,
    /// The quote normalised.
    pub normal: String,
    /// The digest of the normalised quote, by which a proof names it.
    pub sha256: String,
}

/// All verbatim quotes, whoever said the words, in the order of the statements. Words in the quote
/// column are a quote whatever the kind beside them says: no slip there may keep them from proof.
pub fn quotes(reading: &Reading) -> Vec<Quote> {
    let matrix = &reading.matrix;
    let statements = (0..matrix.len()).map(|index| matrix.statement(index));
    let quote = |statement: Statement<'_>| {
        let normal = normal(statement.quote());
        Quote {
            row: reading.rows.get(statement.index()).copied().unwrap_or_default(),
            country: matrix.rows().name(statement.row()).to_owned(),
            concern: matrix.columns().name(statement.column()).to_owned(),
            quote: statement.quote().to_owned(),
            sha256: sha256(normal.as_bytes()),
            normal,
        }
    };
    statements.filter(|statement| !is_blank(statement.quote())).map(quote).collect()
}
