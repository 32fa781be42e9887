//! Focus, presses and keys: where they are, where they go, and hearing of them outside the widget.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, EventTarget, HtmlElement, KeyboardEvent, Node};

/// Focuses the first node below `root` that `selector` finds; false where there is none.
pub fn first(root: &Element, selector: &str) -> bool {
    let found = root.query_selector(selector).ok().flatten();
    found.and_then(|node| node.dyn_into::<HtmlElement>().ok()).is_some_and(|node| on(&node))
}

/// Focuses `node`; false where the browser refuses.
pub fn on(node: &HtmlElement) -> bool {
    node.focus().is_ok()
}

/// Whether `target` is `node` or inside it.
pub fn within(node: &Node, target: Option<EventTarget>) -> bool {
    let target = target.and_then(|target| target.dyn_into::<Node>().ok());
    node.contains(target.as_ref())
}

/// The nearest element from the event's `target` upwards that has the data attribute `data-{name}`,
/// with its value. One listener for the whole matrix finds its cell by this.
pub fn closest_data(target: Option<EventTarget>, name: &str) -> Option<(Element, String)> {
    let target: Element = target?.dyn_into().ok()?;
    let found = target.closest(&format!("[data-{name}]")).ok().flatten()?;
    let value = found.get_attribute(&format!("data-{name}"))?;
    Some((found, value))
}

/// Whether the focus is inside `node`, in whatever shadow root that is.
pub fn holds(node: &Element) -> bool {
    node.matches(":focus-within").unwrap_or(false)
}

/// Whether an entry of an event's path is the matrix, whose own listeners know what a press means.
pub fn is_in_matrix(node: &JsValue) -> bool {
    node.dyn_ref::<Element>().is_some_and(|node| node.class_list().contains("grid"))
}

/// Calls `act` on Escape anywhere in the document, before the page hears of it: one press closes one
/// thing. Ends when it is dropped.
pub fn on_escape(document: &Document, act: impl Fn() + 'static) -> EventListener {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(document, "keydown", options, move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            event.stop_propagation();
            event.prevent_default();
            act();
        }
    })
}

/// Calls `act` with the path of every press anywhere in the document. Ends when it is dropped.
pub fn on_press(document: &Document, act: impl Fn(Array) + 'static) -> EventListener {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(document, "pointerdown", options, move |event| act(event.composed_path()))
}
