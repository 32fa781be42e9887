//! What a pointer or the focus means to do: a card opens once they rest on a cell, and closes once
//! they have left both the cell and the card, so that the reader can move into it.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::state::{Action, By, State, Subject};
use crate::view::Shared;

/// Milliseconds in which the pointer can cross from a cell into its card.
const GRACE: u32 = 250;

/// Opens and closes previews in its own time.
#[derive(Clone, PartialEq)]
pub struct Intent {
    dispatch: UseReducerDispatcher<State>,
    delay: u32,
    /// The one thing that is about to happen; dropped, it does not.
    timer: Shared<RefCell<Option<Timeout>>>,
}

impl Intent {
    /// An intent that opens cards after `delay` milliseconds.
    pub fn new(dispatch: UseReducerDispatcher<State>, delay: u32, timer: Shared<RefCell<Option<Timeout>>>) -> Self {
        Self { dispatch, delay, timer }
    }

    /// The pointer or the focus is on `subject`.
    pub fn rest(&self, subject: Subject, by: By) {
        self.after(self.delay, Action::Preview(subject, by));
    }

    /// The pointer or the focus is on nothing that has a card.
    pub fn leave(&self, by: By) {
        self.after(GRACE, Action::Leave(by));
    }

    /// The pointer or the focus is in the card: what was about to happen does not.
    pub fn stay(&self) {
        self.timer.replace(None);
    }

    /// Does `action` at once, instead of what was about to happen.
    pub fn now(&self, action: Action) {
        self.stay();
        self.dispatch.dispatch(action);
    }

    fn after(&self, milliseconds: u32, action: Action) {
        if milliseconds == 0 {
            return self.now(action);
        }
        let dispatch = self.dispatch.clone();
        self.timer.replace(Some(Timeout::new(milliseconds, move || dispatch.dispatch(action))));
    }
}
