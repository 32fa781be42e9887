//! The card: what opens from a cell or a header. A non-modal dialog, since it can hold links.

use gloo_events::{EventListener, EventListenerOptions};
use matrix::{Reading, Shown};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::host::{focus, place};
use crate::state::{Action, By, Open, Subject};
use crate::view::Shared;
use crate::view::intent::Intent;
use crate::view::statement::Position;
use crate::view::summary::Summary;

/// Properties of [`Card`].
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// What was read.
    pub reading: Shared<Reading>,
    /// Rows and columns that remain, with the search to mark.
    pub shown: Shared<Shown>,
    /// What the card is about.
    pub open: Open,
    /// The reader's language.
    pub language: AttrValue,
    /// The widget's outermost node, to find what the card opened from.
    pub frame: NodeRef,
    /// The card's own node.
    pub card: NodeRef,
    /// What the pointer means to do.
    pub intent: Intent,
}

/// The open card.
#[component]
pub fn Card(props: &CardProps) -> Html {
    use_place(props);
    use_dismissal(props);
    let close = {
        let (intent, frame, subject) = (props.intent.clone(), props.frame.clone(), props.open.subject);
        Callback::from(move |_: MouseEvent| {
            intent.now(Action::Close(By::Press));
            give_back(&frame, subject);
        })
    };
    let enter = {
        let intent = props.intent.clone();
        Callback::from(move |_: PointerEvent| intent.stay())
    };
    let out = {
        let (intent, card) = (props.intent.clone(), props.card.clone());
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" && !card.get().is_some_and(|card| focus::within(&card, event.related_target())) {
                intent.leave(By::Hover);
            }
        })
    };
    let matrix = &props.reading.matrix;
    let (label, content) = match props.open.subject {
        Subject::Cell { row, column } => (
            format!("{}, {}", matrix.rows().name(row as usize), matrix.columns().name(column as usize)),
            html! { <Position reading={props.reading.clone()} shown={props.shown.clone()} {row} {column} language={props.language.clone()} /> },
        ),
        subject @ Subject::Row(row) => (
            matrix.rows().name(row as usize).to_string(),
            html! { <Summary reading={props.reading.clone()} {subject} language={props.language.clone()} /> },
        ),
        subject @ Subject::Column(column) => (
            matrix.columns().name(column as usize).to_string(),
            html! { <Summary reading={props.reading.clone()} {subject} language={props.language.clone()} /> },
        ),
    };
    html! {
        <div ref={props.card.clone()} class="card" part="card" role="dialog" aria-label={label} popover="manual" tabindex="-1"
            data-pinned={props.open.pinned.then_some("")} onpointerover={enter} onpointerout={out}>
            <button type="button" class="close" aria-label="Close" onclick={close}>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3 3l10 10M13 3L3 13" /></svg>
            </button>
            { content }
        </div>
    }
}

/// The node that `subject` stands in.
fn anchor(frame: &NodeRef, subject: Subject) -> Option<HtmlElement> {
    use wasm_bindgen::JsCast;
    let frame: Element = frame.cast()?;
    frame.query_selector(&selector(subject)).ok()??.dyn_into().ok()
}

/// The selector of the node that `subject` stands in.
pub fn selector(subject: Subject) -> String {
    format!("[data-key=\"{}\"]", subject.key())
}

/// Gives the focus back to what the card opened from.
fn give_back(frame: &NodeRef, subject: Subject) {
    if let Some(anchor) = anchor(frame, subject) {
        let _ = anchor.focus();
    }
}

/// Keeps the card beside what it opened from, also while the page moves.
#[hook]
fn use_place(props: &CardProps) {
    let (frame, card) = (props.frame.clone(), props.card.clone());
    use_effect_with((props.open.subject, props.shown.clone()), move |&(subject, _)| {
        let place = move || {
            if let (Some(card), Some(anchor)) = (card.cast::<HtmlElement>(), anchor(&frame, subject)) {
                place::beside(&card, &anchor);
            }
        };
        let listeners = web_sys::window().map(|window| {
            let options = EventListenerOptions { phase: gloo_events::EventListenerPhase::Capture, passive: true };
            let (on_scroll, on_resize) = (place.clone(), place.clone());
            [
                EventListener::new_with_options(&window, "scroll", options, move |_| on_scroll()),
                EventListener::new_with_options(&window, "resize", options, move |_| on_resize()),
            ]
        });
        place();
        move || drop(listeners)
    });
}

/// Closes the card by Escape, wherever the focus is, and by a press outside card and matrix.
#[hook]
fn use_dismissal(props: &CardProps) {
    let (frame, card, intent) = (props.frame.clone(), props.card.clone(), props.intent.clone());
    use_effect_with(props.open.subject, move |&subject| {
        let listeners = web_sys::window().and_then(|window| window.document()).map(|document| {
            let (by_key, card_of_key, frame_of_key) = (intent.clone(), card.clone(), frame.clone());
            let key = focus::on_escape(&document, move || {
                let inside = card_of_key.cast().is_some_and(|card: Element| focus::holds(&card));
                by_key.now(Action::Close(By::Press));
                if inside {
                    give_back(&frame_of_key, subject);
                }
            });
            let press = focus::on_press(&document, move |path| {
                let inside = |node: &NodeRef| node.get().is_some_and(|node| path.includes(&node, 0));
                if !inside(&card) && !path.iter().any(|node| focus::is_in_matrix(&node)) {
                    intent.now(Action::Close(By::Press));
                }
            });
            (key, press)
        });
        move || drop(listeners)
    });
}
