//! What pointer, keys and focus do to the matrix, by one listener each: the node they are on says
//! which cell or header it is.

use matrix::Shown;
use web_sys::Element;
use yew::prelude::*;

use crate::host::focus;
use crate::state::{Action, By, State, Subject};
use crate::travel::travel;
use crate::view::Shared;
use crate::view::card::selector;
use crate::view::intent::Intent;

/// The listeners of the matrix and its card.
pub struct Hands {
    /// Where the tab stop's moves go.
    pub dispatch: UseReducerDispatcher<State>,
    /// What opens and closes the card.
    pub intent: Intent,
    /// The widget's outermost node.
    pub frame: NodeRef,
    /// The card's node.
    pub card: NodeRef,
    /// What keys move through.
    pub shown: Shared<Shown>,
}

/// The cell or header that an event is on.
fn subject(event: &web_sys::Event) -> Option<Subject> {
    focus::closest_data(event.target(), "key").and_then(|(_, key)| Subject::from_key(&key))
}

impl Hands {
    /// The mouse moves over something.
    pub fn over(&self) -> Callback<PointerEvent> {
        let intent = self.intent.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "mouse" {
                return;
            }
            match subject(&event) {
                Some(subject @ Subject::Cell { .. }) => intent.rest(subject, By::Hover),
                _ => intent.leave(By::Hover),
            }
        })
    }

    /// The mouse leaves something.
    pub fn out(&self) -> Callback<PointerEvent> {
        let intent = self.intent.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                intent.leave(By::Hover);
            }
        })
    }

    /// Something gets the focus.
    pub fn focus(&self) -> Callback<FocusEvent> {
        let (intent, state) = (self.intent.clone(), self.dispatch.clone());
        Callback::from(move |event: FocusEvent| {
            let Some(subject) = subject(&event) else { return };
            state.dispatch(Action::Stand(subject));
            match subject {
                Subject::Cell { .. } => intent.rest(subject, By::Focus),
                _ => intent.leave(By::Focus),
            }
        })
    }

    /// The focus leaves the matrix or the card: unless it goes to the other of the two, the card closes.
    pub fn blur(&self) -> Callback<FocusEvent> {
        let (intent, frame, card) = (self.intent.clone(), self.frame.clone(), self.card.clone());
        Callback::from(move |event: FocusEvent| {
            let Some(target) = event.related_target() else { return };
            let in_card = card.get().is_some_and(|card| focus::within(&card, Some(target.clone())));
            if in_card {
                return intent.stay();
            }
            let in_matrix = focus::closest_data(Some(target), "key")
                .is_some_and(|(node, _)| frame.get().is_some_and(|frame| focus::within(&frame, Some(node.into()))));
            if !in_matrix {
                intent.now(Action::Close(By::Focus));
            }
        })
    }

    /// Something is clicked or tapped, or a header pressed by a key.
    pub fn press(&self) -> Callback<MouseEvent> {
        let intent = self.intent.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(subject) = subject(&event) {
                intent.now(Action::Press(subject));
            }
        })
    }

    /// A key goes down.
    pub fn key(&self) -> Callback<KeyboardEvent> {
        let (intent, frame, card, shown) = (self.intent.clone(), self.frame.clone(), self.card.clone(), self.shown.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(here) = subject(&event) else { return };
            let key = event.key();
            let done = match key.as_str() {
                // A header is a button, which the browser presses itself.
                "Enter" | " " if matches!(here, Subject::Cell { .. }) => {
                    intent.now(Action::Press(here));
                    true
                }
                "F6" => card.cast().is_some_and(|card| focus::on(&card)),
                _ => match travel(&shown, here, &key, event.ctrl_key() || event.meta_key()) {
                    Some(there) => frame.cast().is_some_and(|frame: Element| focus::first(&frame, &selector(there))),
                    None => false,
                },
            };
            if done {
                event.prevent_default();
            }
        })
    }
}
