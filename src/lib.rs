//! The widget: a matrix of stances in the reader's browser.
//!
//! - [`host`] is the only door to the page around the widget: mounting, events, loading, styles,
//!   languages, places on screen. Nothing else calls JavaScript.
//! - [`state`] is what the reader has chosen, as plain data, and [`link`] that in a permalink's keys; [`travel`] how keys move through the
//!   matrix; [`window`] which part of it is drawn. They know
//!   neither views nor browser, and their tests run natively.
//! - [`view`] draws. A view gets data and callbacks and keeps no state that could be derived.
//!
//! The model (reading, filters, search) is the crate `matrix`.
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod failure;
pub mod host;
pub mod link;
pub mod state;
pub mod travel;
pub mod view;
pub mod window;
