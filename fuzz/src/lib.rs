//! What is done with any bytes: every reader gets them, all that was read is looked at, and what is written of it must
//! read back the same. A fuzzer calls this, and the tests call it with the bytes that it has kept
//! (`crates/stance/tests/corpus.rs`).

mod desk;
mod files;
mod model;
mod scratch;
mod sources;

// The properties of the model look at a matrix in the same way.
#[path = "../../crates/matrix/tests/generated/described.rs"]
mod described;

pub use desk::import;
pub use files::{check, sheets, snippet, workbook};
pub use model::{csv, package};
pub use sources::{html_source, pdf_source, proof, source};
