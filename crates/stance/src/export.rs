//! Exporting a matrix.

pub mod html;
