//! Views: one component a file. They get data and callbacks, draw, and call no JavaScript.

pub mod app;
pub mod card;
pub mod chips;
pub mod filters;
pub mod foot;
pub mod grid;
pub mod hands;
pub mod legend;
pub mod line;
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

impl<T> From<Rc<T>> for Shared<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
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
