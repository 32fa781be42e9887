//! The door between the widget and the page around it. Here, and only here, JavaScript is called
//! and called from; views see plain functions and types.

pub(crate) mod event;
pub mod focus;
pub mod intl;
pub mod json;
pub mod load;
pub mod page;
pub mod panic;
pub mod place;
pub mod style;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement};
use yew::{AppHandle, Renderer};

use crate::host::event::Event;
use crate::view::app::{App, AppProps};

/// The element `<stance-matrix>` that a widget lives in. Two of them are equal when they are the
/// same element, so that a view does not draw again for it.
#[derive(Clone, PartialEq)]
pub struct Host {
    element: HtmlElement,
    /// The slot that shows what the publisher put inside the element.
    content: Element,
}

impl Host {
    /// A host for `element`, whose own content shows through `content`.
    pub fn new(element: HtmlElement, content: Element) -> Self {
        Self { element, content }
    }

    /// Shows or hides what the publisher put inside the element.
    pub fn show_content(&self, shown: bool) {
        if shown {
            let _ = self.content.remove_attribute("hidden");
        } else {
            let _ = self.content.set_attribute("hidden", "");
        }
    }

    /// Puts the focus on the matrix, or on the way to try again.
    pub fn focus_inside(&self) {
        let shadow = self.element.shadow_root();
        let found = shadow.and_then(|shadow| shadow.query_selector("section, .notice button").ok().flatten());
        if let Some(node) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            focus::on(&node);
        }
    }

    /// Sends an event from the element to the page.
    pub(crate) fn send(&self, event: &Event) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&event.detail());
        if let Ok(event) = CustomEvent::new_with_event_init_dict(event.name(), &init) {
            let _ = self.element.dispatch_event(&event);
        }
    }

    /// Milliseconds from the pointer's rest on a cell to its card: `--stance-hover-delay`.
    pub fn hover_delay(&self) -> u32 {
        style::milliseconds(&self.element, "--stance-hover-delay").unwrap_or(80)
    }

    /// The language of the element: its own, its nearest ancestor's, the document's, else English.
    pub fn language(&self) -> String {
        self.element
            .closest("[lang]")
            .ok()
            .flatten()
            .and_then(|element| element.get_attribute("lang"))
            .filter(|lang| !lang.is_empty())
            .unwrap_or_else(|| "en".into())
    }

    fn props(&self) -> AppProps {
        AppProps { host: self.clone(), src: self.element.get_attribute("src").unwrap_or_default().into(), language: self.language().into() }
    }
}

/// A running widget, as `embed.js` holds it.
#[wasm_bindgen]
pub struct Mounted {
    host: Host,
    app: AppHandle<App>,
}

/// Starts a widget for `element`, drawn into `root`, while `content` is the slot of its own content.
#[wasm_bindgen]
pub fn mount(element: HtmlElement, root: Element, content: Element) -> Mounted {
    style::adopt(&root);
    let host = Host::new(element, content);
    let app = Renderer::<App>::with_root_and_props(root, host.props()).render();
    Mounted { host, app }
}

#[wasm_bindgen]
impl Mounted {
    /// Reads the element's attributes anew.
    pub fn update(&mut self) {
        self.app.update(self.host.props());
    }

    /// Ends the widget and frees what it holds.
    pub fn unmount(self) {
        self.app.destroy();
    }
}
