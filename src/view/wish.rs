//! What views send to the widget: what the reader does, or may be about to do.

use yew::Callback;

use crate::state::{Action, By, Subject};

/// A message to the widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Do this at once, instead of what was about to happen.
    Now(Action),
    /// The pointer or the focus is on something that has a card: show it, unless they go on at once.
    Rest(Subject, By),
    /// The pointer or the focus is on nothing that has a card: close it, unless they go into it.
    Leave(By),
    /// The pointer or the focus is in the card: nothing happens after all.
    Stay,
    /// Close the card, and give the focus back to what it opened from.
    Dismiss,
}

/// Where wishes go.
pub type Send = Callback<Wish>;

/// A callback that sends the same wish, whatever the event.
pub fn sending<E>(send: &Send, action: Action) -> Callback<E> {
    let send = send.clone();
    Callback::from(move |_| send.emit(Wish::Now(action.clone())))
}
