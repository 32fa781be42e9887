//! The card: what opens from a cell or a header. A non-modal dialog, since it can hold links.

use matrix::Axis;
use yew::prelude::*;

use crate::host::focus;
use crate::state::{By, Open, Subject};
use crate::view::statement::{Content, position};
use crate::view::summary::summary;
use crate::view::wish::{Send, Wish};

/// The open card, drawn into `node`.
pub fn card(content: &Content, open: Open, node: &NodeRef, send: &Send) -> Html {
    let matrix = content.matrix;
    let (row, column) = open.subject.place();
    let name = |axis: &Axis, place: Option<u32>| place.map(|place| axis.name(place as usize).to_string());
    let label: Vec<String> = [name(matrix.rows(), row), name(matrix.columns(), column)].into_iter().flatten().collect();
    let inside = match open.subject {
        Subject::Cell { row, column } => position(content, row, column),
        Subject::Row(row) => summary(content, row, true),
        Subject::Column(column) => summary(content, column, false),
    };
    let wish = |wish: Wish| {
        let send = send.clone();
        move || send.emit(wish.clone())
    };
    let (close, stay) = (wish(Wish::Dismiss), wish(Wish::Stay));
    html! {
        <div key={open.subject.key()} ref={node.clone()} class="card" part="card" role="dialog" aria-label={label.join(", ")} popover="manual"
            tabindex="-1" data-pinned={open.pinned.then_some("")} onpointerover={Callback::from(move |_: PointerEvent| stay())} onpointerout={out(node, send)}>
            <button type="button" class="close" aria-label="Close" onclick={Callback::from(move |_: MouseEvent| close())}>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3 3l10 10M13 3L3 13" /></svg>
            </button>
            { inside }
        </div>
    }
}

/// The mouse leaves the card, and not for another part of it.
fn out(node: &NodeRef, send: &Send) -> Callback<PointerEvent> {
    let (node, send) = (node.clone(), send.clone());
    Callback::from(move |event: PointerEvent| {
        if event.pointer_type() == "mouse" && !node.get().is_some_and(|card| focus::within(&card, event.related_target())) {
            send.emit(Wish::Leave(By::Hover));
        }
    })
}

/// The selector of the node that `subject` stands in.
pub fn selector(subject: Subject) -> String {
    format!("[data-key=\"{}\"]", subject.key())
}
