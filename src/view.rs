//! Views: one a file. They get data, draw, and call no JavaScript. What a press means stands in the
//! document (`data-do`, `data-key`), where the host's one listener finds it.

pub mod app;
pub mod card;
pub mod chips;
pub mod deck;
pub mod draw;
pub mod filters;
pub mod foot;
pub mod grid;
pub mod hole;
pub mod legend;
pub mod mark;
pub mod marked;
pub mod notice;
pub mod once;
pub mod statement;
pub mod summary;
pub mod widget;
pub mod wish;

use std::ops::Deref;
use std::rc::Rc;

/// Something large that many views read. Two are equal when they are the same one, so that passing
/// it on costs nothing and a view draws again only for another.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares `value`.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
