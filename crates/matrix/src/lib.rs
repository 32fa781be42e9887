//! The model of a stance matrix. No DOM, no views: it runs in the reader's browser and natively.
//!
//! The way of the data: bytes become records ([`csv`]), a header says what their columns mean
//! ([`header`]), and a builder ([`read`]) turns them into a [`Matrix`] and a list of [`Problem`]s; a
//! data package ([`package`]) says which files, which scale, which names. Reading goes step by step
//! ([`Progress`]), so that a page can draw meanwhile. Views then ask for what is shown under a [`Filter`].
//!
//! What must stay true:
//! - Reading never fails whole and never panics, whatever the bytes: it gives a matrix and problems.
//! - Text is stored once ([`text`]), a cell is one byte, a statement is an index into columns.
//! - Whatever a row says goes through unchanged; only the stance and the date are interpreted.
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod agreement;
mod axis;
mod csv;
mod date;
mod filter;
mod header;
mod ids;
mod json;
mod letters;
mod link;
mod matrix;
mod near;
mod noun;
mod package;
mod pieces;
mod position;
mod problem;
mod read;
pub mod rule;
mod scale;
mod search;
mod shown;
mod stance;
mod statement;
mod text;
mod verdict;
mod write;

pub use agreement::{Agreement, FaultLines, Stances};
pub use axis::{Axis, Group};
pub use date::days;
pub use filter::{Choice, Filter};
pub use ids::{slug, unique};
pub use json::Json;
pub use link::safe_url;
pub use matrix::{License, Matrix, Source};
pub use noun::Noun;
pub use package::{Package, Progress, read_csv, read_csv_in};
pub use pieces::Pieces;
pub use position::Position;
pub use problem::Problem;
#[cfg(not(target_family = "wasm"))]
pub use problem::Severity;
pub use read::Reading;
pub use rule::Rule;
pub use scale::{Level, Scale};
pub use search::Finder;
pub use shown::Shown;
pub use stance::{Silence, Stance, StanceKind};
pub use statement::{Kind, Statement};
pub use write::{axis_fields, descriptor, statement_fields, write_csv, write_package};
