//! What the command line of Stance Matrix does, as a library that its tests can call.
//!
//! The way of a check: [`open`] reads a package from disk and the model says what is wrong in it;
//! [`check`] prints that. The way of a proof: [`quotes`] takes the verbatim quotes from the matrix,
//! `find` looks for each in a [`source`], both [normalised](normal), without cutting a `word`, and
//! [`prove`] makes of it a [`proof`] or says where the `nearest` words are; [`verify`] prints that.
//! [`snippet`] writes the matrix as HTML.
//!
//! What must stay true:
//! - A proof never says more than was found: one that cannot be given whole is not written.
//! - Nothing of a source goes into a proof but its title and its digest.
//! - The same quotes and sources give the same proof, byte for byte, in whatever order they come.
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod check;
mod digest;
mod find;
mod nearest;
mod normal;
pub mod open;
pub mod outcome;
pub mod proof;
pub mod prove;
pub mod quotes;
pub mod snippet;
pub mod source;
pub mod table;
pub mod verify;
mod word;
mod words;
