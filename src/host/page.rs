//! What the browser does for the widget, in its own language: `embed/page.js`, `cells.js` and `say.js`. What can fail there gives a
//! `Result`, so that nothing is thrown through the module.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement, MouseEvent};

#[wasm_bindgen(module = "/embed/page.js")]
extern "C" {
    /// Sends the event `stance-matrix:{name}` from the element to the page.
    pub(crate) fn tell(element: &HtmlElement, name: &str, detail: &JsValue);

    /// Gives levels of the scale a colour of their own, below the shadow root of `root`: for each level
    /// its colour, or undefined.
    #[wasm_bindgen(catch)]
    pub(crate) fn paint(root: &Element, colors: &Array) -> Result<(), JsValue>;

    /// Tells the styles of the matrix below `root` how many places across and lines there are, which of them are drawn
    /// (from, to before), and how long the longest word in a cell is.
    #[wasm_bindgen(catch)]
    pub(crate) fn fit(
        root: &Element,
        across: usize,
        lines: usize,
        left: usize,
        right: usize,
        top: usize,
        bottom: usize,
    ) -> Result<(), JsValue>;

    /// The lines (from, to before) and the places across (from, to before) that are in sight of the matrix below `root`;
    /// before it is drawn, about how many will be.
    #[wasm_bindgen(catch)]
    pub(crate) fn sight(root: &Element) -> Result<Vec<u32>, JsValue>;

    /// Puts the focus on `node`, and scrolls nothing.
    #[wasm_bindgen(catch)]
    pub(crate) fn focus(node: &HtmlElement) -> Result<(), JsValue>;

    /// Brings a cell that has the focus by key out from under the headers.
    #[wasm_bindgen(catch)]
    pub(crate) fn uncover(cell: &HtmlElement) -> Result<(), JsValue>;

    /// Milliseconds that the pointer rests on a cell before its card opens.
    #[wasm_bindgen(js_name = hoverDelay, catch)]
    pub(crate) fn hover_delay(element: &HtmlElement) -> Result<u32, JsValue>;

    /// Whether a press is on the matrix or the card below `root`.
    #[wasm_bindgen(js_name = isPressed, catch)]
    pub(crate) fn is_pressed(root: &Element, event: &MouseEvent) -> Result<bool, JsValue>;

    /// Lifts the card above the page and puts it beside `anchor`.
    #[wasm_bindgen(catch)]
    pub(crate) fn place(card: &HtmlElement, anchor: &HtmlElement) -> Result<(), JsValue>;
}

#[wasm_bindgen(module = "/embed/cells.js")]
extern "C" {
    /// Brings the cells of the matrix below `root` up to date: so many `across` in each line, six numbers each.
    #[wasm_bindgen(catch)]
    pub(super) fn cells(
        root: &Element,
        texts: &JsValue,
        version: u32,
        swapped: bool,
        across: usize,
        numbers: Vec<u32>,
    ) -> Result<(), JsValue>;
}

#[wasm_bindgen(module = "/embed/say.js")]
extern "C" {
    /// A whole number with the separators of the language of `texts`.
    pub(super) fn number(texts: &JsValue, value: usize) -> String;

    /// The words of `texts` under `key`, in the form for `count`, with three parts in their places.
    pub(super) fn say(texts: &JsValue, key: &str, count: usize, a: &str, b: &str, c: &str) -> String;

    /// Names as a list in the manner of the language of `texts`.
    pub(super) fn list(texts: &JsValue, names: Array) -> String;

    /// A date, a partial date or an interval as the data has it, in the words of the language of `texts`. What
    /// cannot be read stays as it is.
    pub(super) fn date(texts: &JsValue, text: &str) -> String;

    /// The name of the language `code` in the language of `texts`; the code where it is unknown.
    #[wasm_bindgen(js_name = languageName)]
    pub(super) fn language_name(texts: &JsValue, code: &str) -> String;
}
