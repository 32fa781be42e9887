//! Focus: putting it on a node, and finding out where it is or goes.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, Node};

/// The first node below `root` that `selector` finds.
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
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
