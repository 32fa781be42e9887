//! What happens in the page around the widget while a card is open: keys, presses and moves anywhere.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, KeyboardEvent};
use yew::NodeRef;

/// What is done when something happens anywhere in the page; and, once started, the listeners, which
/// end when this is dropped.
pub struct Watch {
    /// Escape goes down. The page does not hear of it: one press closes one thing.
    pub escape: Box<dyn Fn()>,
    /// Something is pressed that is neither in `within` nor in the matrix, whose own listeners know
    /// what a press means.
    pub press: Box<dyn Fn()>,
    /// Where presses do not count.
    pub within: NodeRef,
    /// The page or a part of it scrolls, or the window changes its size.
    pub moved: Box<dyn Fn()>,
}

/// Listeners of a page.
pub struct Watching([Option<EventListener>; 4]);

impl Watch {
    /// Starts to listen.
    pub fn start(self) -> Watching {
        let Self { escape, press, within, moved } = self;
        let moved = std::rc::Rc::new(moved);
        let resized = moved.clone();
        Watching([
            listen("keydown", false, move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                    event.stop_propagation();
                    event.prevent_default();
                    escape();
                }
            }),
            listen("pointerdown", true, move |event| {
                if !event.composed_path().iter().any(|node| is_or_is_matrix(&node, &within)) {
                    press();
                }
            }),
            listen("scroll", true, move |_| moved()),
            listen("resize", true, move |_| resized()),
        ])
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.0 = Default::default();
    }
}

fn is_or_is_matrix(node: &JsValue, within: &NodeRef) -> bool {
    let is_matrix = node.dyn_ref::<Element>().is_some_and(|node| node.class_list().contains("grid"));
    is_matrix || within.get().is_some_and(|within| *within == *node.unchecked_ref::<EventTarget>())
}

fn listen(name: &'static str, passive: bool, act: impl Fn(&Event) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive };
    let window: EventTarget = web_sys::window()?.into();
    Some(EventListener::new_with_options(&window, name, options, move |event| act(event)))
}
