//! Which part of the shown rows and columns is drawn. Everything, for now; views draw what they are
//! given, so that a large matrix needs a second answer here and no second view.

use std::ops::Range;

use matrix::Shown;

/// Ranges of `Shown::rows` and `Shown::columns`.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// Drawn rows.
    pub rows: Range<usize>,
    /// Drawn columns.
    pub columns: Range<usize>,
}

/// The part of `shown` that is drawn.
pub fn window(shown: &Shown) -> Window {
    Window { rows: 0..shown.rows.len(), columns: 0..shown.columns.len() }
}
