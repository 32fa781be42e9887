//! What pointer, keys and focus do to the matrix, by one listener each: the node they are on says
//! which cell or header it is.

use matrix::Shown;
use web_sys::Element;
use yew::prelude::*;

use crate::host::focus;
use crate::state::{Action, By, Subject};
use crate::travel::travel;
use crate::view::Shared;
use crate::view::card::selector;
use crate::view::widget::Nodes;
use crate::view::wish::{Send, Wish};

/// The listeners of the matrix and its card.
pub struct Hands {
    /// Where it all goes.
    pub send: Send,
    /// The nodes of the widget.
    pub nodes: Nodes,
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
        let send = self.send.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "mouse" {
                return;
            }
            send.emit(match subject(&event) {
                Some(subject @ Subject::Cell { .. }) => Wish::Rest(subject, By::Hover),
                _ => Wish::Leave(By::Hover),
            });
        })
    }

    /// The mouse leaves something.
    pub fn out(&self) -> Callback<PointerEvent> {
        let send = self.send.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                send.emit(Wish::Leave(By::Hover));
            }
        })
    }

    /// Something gets the focus.
    pub fn focus(&self) -> Callback<FocusEvent> {
        let send = self.send.clone();
        Callback::from(move |event: FocusEvent| {
            let Some(subject) = subject(&event) else { return };
            send.emit(Wish::Now(Action::Stand(subject)));
            send.emit(match subject {
                Subject::Cell { .. } => Wish::Rest(subject, By::Focus),
                _ => Wish::Leave(By::Focus),
            });
        })
    }

    /// The focus leaves the matrix or the card: unless it goes to the other of the two, the card closes.
    pub fn blur(&self) -> Callback<FocusEvent> {
        let (send, nodes) = (self.send.clone(), self.nodes.clone());
        Callback::from(move |event: FocusEvent| {
            let Some(target) = event.related_target() else { return };
            let in_card = nodes.card.get().is_some_and(|card| focus::within(&card, Some(target.clone())));
            if in_card {
                return send.emit(Wish::Stay);
            }
            let in_matrix = focus::closest_data(Some(target), "key")
                .is_some_and(|(node, _)| nodes.frame.get().is_some_and(|frame| focus::within(&frame, Some(node.into()))));
            if !in_matrix {
                send.emit(Wish::Now(Action::Close(By::Focus)));
            }
        })
    }

    /// Something is clicked or tapped, or a header pressed by a key.
    pub fn press(&self) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(subject) = subject(&event) {
                send.emit(Wish::Now(Action::Press(subject)));
            }
        })
    }

    /// A key goes down.
    pub fn key(&self) -> Callback<KeyboardEvent> {
        let (send, nodes, shown) = (self.send.clone(), self.nodes.clone(), self.shown.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(here) = subject(&event) else { return };
            let key = event.key();
            let done = match key.as_str() {
                // A header is a button, which the browser presses itself.
                "Enter" | " " if matches!(here, Subject::Cell { .. }) => {
                    send.emit(Wish::Now(Action::Press(here)));
                    true
                }
                "F6" => nodes.card.cast().is_some_and(|card| focus::on(&card)),
                _ => match travel(&shown, here, &key, event.ctrl_key() || event.meta_key()) {
                    Some(there) => nodes
                        .frame
                        .cast()
                        .and_then(|frame: Element| focus::find(&frame, &selector(there)))
                        .is_some_and(|cell| focus::on(&cell)),
                    None => false,
                },
            };
            if done {
                event.prevent_default();
            }
        })
    }
}
