//! What happens in the page around the widget: keys, presses and moves anywhere. A listener ends when
//! what these functions return is dropped.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent};
use yew::NodeRef;

/// Calls `act` on Escape anywhere, before the page hears of it: one press closes one thing.
pub fn on_escape(act: impl Fn() + 'static) -> Option<EventListener> {
    listen("keydown", false, move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            event.stop_propagation();
            event.prevent_default();
            act();
        }
    })
}

/// Calls `act` with the path of every press anywhere.
pub fn on_press(act: impl Fn(&Array) + 'static) -> Option<EventListener> {
    listen("pointerdown", true, move |event| act(&event.composed_path()))
}

/// Calls `act` whenever the page or a part of it scrolls, or the window changes its size.
pub fn on_move(act: impl Fn() + Clone + 'static) -> [Option<EventListener>; 2] {
    ["scroll", "resize"].map(|name| {
        let act = act.clone();
        listen(name, true, move |_| act())
    })
}

/// Whether the path of a press goes through `node`, or through the matrix, whose own listeners know
/// what a press means.
pub fn passes(path: &Array, node: &NodeRef) -> bool {
    let through = |other: wasm_bindgen::JsValue| {
        let is_matrix = other.dyn_ref::<Element>().is_some_and(|other| other.class_list().contains("grid"));
        is_matrix || node.get().is_some_and(|node| *node == *other.unchecked_ref::<EventTarget>())
    };
    path.iter().any(through)
}

fn listen(name: &'static str, passive: bool, act: impl Fn(&Event) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive };
    let window: EventTarget = web_sys::window()?.into();
    Some(EventListener::new_with_options(&window, name, options, move |event| act(event)))
}
