//! Nodes and the focus: finding them, and putting it on one.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, Node};

/// The first node below `root` that `selector` finds.
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
}

/// Focuses `node`; false where there is none or the browser refuses.
pub fn on(node: Option<HtmlElement>) -> bool {
    node.is_some_and(|node| node.focus().is_ok())
}

/// Whether `target` is `node` or inside it.
pub fn within(node: &Node, target: Option<EventTarget>) -> bool {
    let target = target.and_then(|target| target.dyn_into::<Node>().ok());
    node.contains(target.as_ref())
}
