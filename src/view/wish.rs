//! The messages of the widget: what the reader does, or may be about to do, and what the page brings.

use matrix::Reading;

use crate::failure::Failure;
use crate::host::words::Words;
use crate::link::Wanted;
use crate::state::{Action, By, Subject};

/// A message to the widget.
pub enum Wish {
    /// Do this at once, instead of what was about to happen.
    Now(Action),
    /// The pointer is on a cell: show its card, unless it goes on at once.
    Rest(Subject),
    /// The focus has come to a cell or a header; the card of a cell is shown, unless it goes on at once.
    Focus(Subject),
    /// The pointer or the focus is on nothing that has a card: close it, unless they go into it.
    Leave(By),
    /// The pointer or the focus is in the card: nothing happens after all.
    Stay,
    /// Close the card, and give the focus back to what it opened from.
    Dismiss,
    /// The element has another size.
    Resized,
    /// The page has scrolled or has another size: the card goes with what it opened from.
    Moved,
    /// The matrix has scrolled within its box.
    Scrolled,
    /// Bring this into sight, though it is not drawn yet, and put the focus there.
    Reach(Subject),
    /// A link or a script wants this shown; a link that was followed brings the focus along.
    Go(Wanted, By, bool),
    /// Put the rows in this order; an empty one is the author's.
    Arrange(Vec<u32>),
    /// Go on behind the matrix.
    Skip,
    /// Load the data once more.
    Again,
    /// Data is on its way; so much of it has been read, in percent.
    Loading(u8),
    /// It could not be loaded.
    Failed(Failure),
    /// It was read, from this address.
    Read(Box<Reading>, String),
    /// The reader's language is another.
    Language(Words),
}
