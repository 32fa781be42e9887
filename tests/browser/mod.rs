//! A widget in a document, and how tests look at it and press it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use stance_matrix::host::mount::{Mounted, mount};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AbortController, Element, Event, HtmlElement};
use yew::scheduler::flush;

/// A widget that is shown.
pub struct Shown {
    root: Element,
    events: Rc<RefCell<Vec<String>>>,
    _mounted: Mounted,
}

/// Shows a tidy CSV in a new widget.
pub async fn show(csv: &str) -> Shown {
    let document = web_sys::window().unwrap().document().unwrap();
    let make = |tag: &str| document.create_element(tag).unwrap();
    let (element, root, content) = (make("div"), make("div"), make("div"));
    document.body().unwrap().append_child(&element).unwrap();
    element.append_child(&root).unwrap();
    let events: Rc<RefCell<Vec<String>>> = Rc::default();
    let heard = Rc::clone(&events);
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| heard.borrow_mut().push(event.type_())).into_js_value();
    for name in ["stance-matrix:ready", "stance-matrix:select", "stance-matrix:filter"] {
        element.add_event_listener_with_callback(name, listener.unchecked_ref()).unwrap();
    }
    element.set_attribute("lang", "en-GB").unwrap();
    let signal = AbortController::new().unwrap().signal();
    let texts =
        js_sys::JSON::parse(&include_str!("../../embed/languages/en.js").replacen("export default", "", 1).replace(";\n", "")).unwrap();
    for key in ["tag", "language"] {
        js_sys::Reflect::set(&texts, &key.into(), &"en-GB".into()).unwrap();
    }
    let mounted = mount(element.unchecked_into::<HtmlElement>(), root.clone(), content, Function::default(), signal, texts);
    mounted.show(matrix::read_csv("test.csv", csv.as_bytes()), "test.csv".into());
    flush().await;
    Shown { root, events, _mounted: mounted }
}

impl Shown {
    /// All elements that `selector` finds.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
    }

    /// The text of each element that `selector` finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| element.text_content().unwrap_or_default()).collect()
    }

    /// The text of the first element that `selector` finds.
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_else(|| panic!("nothing is {selector}"))
    }

    /// Clicks the first element that `selector` finds.
    pub async fn press(&self, selector: &str) {
        let element = self.all(selector).into_iter().next().unwrap_or_else(|| panic!("nothing is {selector}"));
        element.unchecked_into::<HtmlElement>().click();
        flush().await;
    }

    /// Clicks the first button with this text.
    pub async fn press_named(&self, name: &str) {
        let button = self.all("button").into_iter().find(|button| button.text_content().as_deref() == Some(name));
        button.unwrap_or_else(|| panic!("no button {name}")).unchecked_into::<HtmlElement>().click();
        flush().await;
    }

    /// The names of the events that the page got so far.
    pub fn events(&self) -> Vec<String> {
        self.events.borrow().clone()
    }
}
