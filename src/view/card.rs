//! The card: what opens from a cell or a header. A non-modal dialog, since it can hold links.

use matrix::{Axis, Reading, Shown};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::host::{focus, page, place};
use crate::state::{Action, By, Open, Subject};
use crate::view::Shared;
use crate::view::intent::Intent;
use crate::view::statement::{Content, position};
use crate::view::summary::summary;

/// What the card is about and what it is drawn into.
#[derive(Clone)]
pub struct Card {
    /// What was read.
    pub reading: Shared<Reading>,
    /// Rows and columns that remain, with the search to mark.
    pub shown: Shared<Shown>,
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
pub fn card(props: &Card, open: Open) -> Html {
    let close = {
        let (intent, frame, subject) = (props.intent.clone(), props.frame.clone(), open.subject);
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
    let content = Content { matrix, finder: props.shown.finder(), language: &props.language };
    let (row, column) = open.subject.place();
    let name = |axis: &Axis, place: Option<u32>| place.map(|place| axis.name(place as usize).to_string());
    let label: Vec<String> = [name(matrix.rows(), row), name(matrix.columns(), column)].into_iter().flatten().collect();
    let inside = match open.subject {
        Subject::Cell { row, column } => position(&content, row, column),
        Subject::Row(row) => summary(&content, row, true),
        Subject::Column(column) => summary(&content, column, false),
    };
    html! {
        <div key={open.subject.key()} ref={props.card.clone()} class="card" part="card" role="dialog" aria-label={label.join(", ")} popover="manual" tabindex="-1"
            data-pinned={open.pinned.then_some("")} onpointerover={enter} onpointerout={out}>
            <button type="button" class="close" aria-label="Close" onclick={close}>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3 3l10 10M13 3L3 13" /></svg>
            </button>
            { inside }
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
pub fn use_place(props: &Card, open: Option<Open>) {
    let (frame, card) = (props.frame.clone(), props.card.clone());
    use_effect_with((open.map(|open| open.subject), props.shown.clone()), move |&(subject, _)| {
        let place = move |subject: Subject| {
            if let (Some(card), Some(anchor)) = (card.cast::<HtmlElement>(), anchor(&frame, subject)) {
                place::beside(&card, &anchor);
            }
        };
        let moves = subject.map(|subject| {
            place(subject);
            page::on_move(move || place(subject))
        });
        move || drop(moves)
    });
}

/// Closes the card by Escape, wherever the focus is, and by a press outside card and matrix.
#[hook]
pub fn use_dismissal(props: &Card, open: Option<Open>) {
    let (frame, card, intent) = (props.frame.clone(), props.card.clone(), props.intent.clone());
    use_effect_with(open.map(|open| open.subject), move |&subject| {
        let listeners = subject.map(|subject| {
            let (by_key, card_of_key) = (intent.clone(), card.clone());
            let key = page::on_escape(move || {
                let inside = card_of_key.cast().is_some_and(|card: Element| focus::holds(&card));
                by_key.now(Action::Close(By::Press));
                if inside {
                    give_back(&frame, subject);
                }
            });
            let press = page::on_press(move |path| {
                if !page::passes(path, &card) {
                    intent.now(Action::Close(By::Press));
                }
            });
            (key, press)
        });
        move || drop(listeners)
    });
}
