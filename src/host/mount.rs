//! What `embed.js` holds of a running widget, and tells it.

use std::cell::Cell;

use js_sys::{Array, Function, Uint8Array};
use matrix::{Package, Pieces, Progress, Reading};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{AbortSignal, Element, HtmlElement};
use yew::{AppHandle, Renderer};

use crate::failure::Failure;
use crate::host::event::keys;
use crate::host::listen::{self, Listening};
use crate::host::words::Words;
use crate::host::{Host, facts, json};
use crate::state::By;
use crate::view::Shared;
use crate::view::app::{App, AppProps};
use crate::view::wish::Wish;

/// A running widget.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    /// The language that the reader wants data in.
    tag: String,
    /// The package whose files are on their way, or that is being read.
    progress: Cell<Option<Progress>>,
    /// What is wrong in what was read, until it is told.
    problems: Cell<Option<Array>>,
    _listening: Listening,
}

/// Starts a widget for `element`, drawn into `root`, while `content` is the slot of its own content.
/// `again` is called to load the data once more; `signal` ends all listening; `texts` are the
/// words of the reader's language, as [`Words`] takes them.
#[wasm_bindgen]
pub fn mount(element: HtmlElement, root: Element, content: Element, again: Function, signal: AbortSignal, texts: JsValue) -> Mounted {
    let words = Words::new(texts);
    let tag = words.say("tag");
    let host = Shared::new(Host { element, root, content, again, swipe: Cell::new(None), here: Cell::new(None), signal });
    let app = Renderer::<App>::with_root_and_props(host.root.clone(), AppProps { host: host.clone(), words }).render();
    let listening = listen::to_widget(&host, app.clone());
    Mounted { app, tag, progress: Cell::default(), problems: Cell::default(), _listening: listening }
}

#[wasm_bindgen]
impl Mounted {
    /// The reader's language is another, with these words.
    pub fn speak(&mut self, texts: JsValue) {
        let words = Words::new(texts);
        self.tag = words.say("tag");
        self.app.send_message(Wish::Language(words));
    }

    /// The element has another size.
    pub fn resized(&self) {
        self.app.send_message(Wish::Resized);
    }

    /// Data is on its way; so much of it has been read, in percent.
    pub fn loading(&self, percent: u8) {
        self.app.send_message(Wish::Loading(percent));
    }

    /// It could not be loaded; the parts of a [`Failure`].
    pub fn failed(&self, trouble: String, what: String, status: u16) {
        self.app.send_message(Wish::Failed(Failure { trouble, what, status }));
    }

    /// Begins to read a package from its descriptor, a file called `file`. The paths of the files that
    /// it needs.
    pub fn package(&mut self, file: &str, descriptor: &JsValue) -> Array {
        let package = Package::in_language(&self.tag, file, json::tree(descriptor));
        let paths = Array::new();
        for path in package.files() {
            paths.push(&path.into());
        }
        self.progress.set(Some(package.reading()));
        paths
    }

    /// One of those files has come, or what the descriptor says of an inline table stands for it: what gives the bytes of
    /// the piece at a place, from 0 on, and none after the last.
    pub fn file(&mut self, path: &str, piece: Function) {
        // Where a page's own objects throw there is nothing to read.
        let bytes = move |place: usize| Uint8Array::new(&piece.call1(&JsValue::UNDEFINED, &place.into()).unwrap_or_default()).to_vec();
        if let Some(progress) = self.progress.get_mut() {
            progress.file(path, &Pieces::new(bytes));
        }
    }

    /// Reads some of the package, in about a millisecond. Whether anything is left.
    pub fn step(&mut self) -> bool {
        self.progress.get_mut().as_mut().is_some_and(|progress| !progress.step())
    }

    /// Reads what is left of the package, and shows it, from the address `source`. Where not all of its files have
    /// come and what has come holds no statements, nothing is done, and the answer is false. It is drawn, and the page
    /// hears of it, before this returns: the page may ask for anything meanwhile, so that nothing here is borrowed.
    pub fn read(&self, source: String, complete: bool) -> bool {
        let Some(progress) = self.progress.take() else { return false };
        let reading = progress.finish();
        // A lost file of names leaves a matrix; lost statements leave nothing to read.
        let worth = complete || reading.matrix.statement_count() > 0;
        if worth {
            self.problems.set(Some(facts::problems(&reading.problems)));
            self.show(reading, source);
        }
        worth
    }

    /// What is wrong in what was read since this was last asked for, as [`facts`] describes it; undefined where nothing was.
    pub fn problems(&self) -> Option<Array> {
        self.problems.take()
    }

    /// What the reader has chosen, in a permalink's keys; undefined before there is a matrix.
    pub fn state(&self) -> JsValue {
        self.app.get_component().and_then(|app| app.keys()).map_or(JsValue::UNDEFINED, keys)
    }

    /// The matrix as a plain object, as [`facts`] describes it; undefined before there is one.
    pub fn facts(&self) -> JsValue {
        self.app.get_component().and_then(|app| app.facts()).unwrap_or(JsValue::UNDEFINED)
    }

    /// The statements from the place `from` to before `to`, as [`facts`] describes them: those of what is shown, or all.
    pub fn statements(&self, from: usize, to: usize, all: bool) -> Array {
        self.app.get_component().map(|app| app.statements(from..to, all)).unwrap_or_default()
    }

    /// Whether the matrix has the cell of these ids.
    pub fn knows(&self, country: &str, concern: &str) -> bool {
        self.app.get_component().is_some_and(|app| app.knows(country, concern))
    }

    /// Shows what a permalink's keys ask for: of a `link`, with the focus on its cell or without, or of a
    /// script. The ids that there are none of, with their keys.
    pub fn go(&self, state: &JsValue, link: bool, focus: bool) -> Array {
        let wanted = self.app.get_component().and_then(|app| app.wanted(&json::tree(state)));
        let Some(wanted) = wanted else { return Array::new() };
        let unknown = wanted.unknown.iter().map(|text| JsValue::from_str(text)).collect();
        self.app.send_message(Wish::Go(wanted, if link { By::Link } else { By::Api }, focus));
        unknown
    }

    /// Puts the rows in this order; an empty one is the author's.
    pub fn arrange(&self, order: Vec<u32>) {
        self.app.send_message(Wish::Arrange(order));
    }

    /// Ends the widget and frees what it holds.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

impl Mounted {
    /// Shows what was read from the address `source`.
    pub fn show(&self, reading: Reading, source: String) {
        self.app.send_message(Wish::Read(Box::new(reading), source));
    }
}
