//! What the command line of Stance Matrix does, as a library that its tests can call.
//!
//! [`open`] reads a matrix from wherever it lies, and the model says what is wrong in it. Every other module is
//! what one command does with that, and is called like it; [`command`] has their arguments.
//!
//! What must stay true:
//! - A proof never says more than was found: one that cannot be given whole is not written.
//! - Nothing of a source goes into a proof but its title and its digest.
//! - The same quotes and sources give the same proof, byte for byte, in whatever order they come.
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod check;
pub mod command;
mod depth;
pub mod diff;
pub mod export;
pub mod import;
pub mod new;
pub mod open;
pub mod outcome;
pub mod progress;
mod save;
pub mod schema;
pub mod serve;
pub mod sheet;
pub mod snippet;
pub mod table;
pub mod verify;
pub mod widget;
mod words;
