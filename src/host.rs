//! The door between the widget and the page around it. Here, and only here, JavaScript is called
//! and called from; views see plain functions and types.

pub(crate) mod event;
pub(crate) mod facts;
pub mod focus;
pub mod json;
pub mod listen;
pub mod mount;
pub mod page;
pub mod words;

use std::cell::Cell;

use js_sys::{Array, Function};
use matrix::Scale;
use wasm_bindgen::JsValue;
use web_sys::{AbortSignal, Element, HtmlElement};

use crate::host::event::Event;
use crate::host::words::Words;
use crate::state::Subject;
use crate::window::Window;

/// The element `<stance-matrix>` that a widget lives in.
pub struct Host {
    /// The element.
    pub element: HtmlElement,
    /// What the widget is drawn into, in the element's shadow root.
    pub root: Element,
    /// The slot that shows what the publisher put inside the element.
    pub content: Element,
    /// Loads the data once more.
    pub again: Function,
    /// Where a finger has come down on the deck, or on the card's handle.
    pub swipe: Cell<Option<(i32, i32)>>,
    /// Where keys have led to, which may not be drawn yet.
    pub here: Cell<Option<Subject>>,
    /// Ends all listening, when the module is broken.
    pub signal: AbortSignal,
}

/// From this width on, in CSS pixels, the matrix has room.
const NARROW: i32 = 480;

impl Host {
    /// Shows or hides what the publisher put inside the element.
    pub fn show_content(&self, shown: bool) {
        let _ = if shown { self.content.remove_attribute("hidden") } else { self.content.set_attribute("hidden", "") };
    }

    /// Asks `embed.js` to load the data once more.
    pub fn load_again(&self) {
        let _ = self.again.call0(&JsValue::UNDEFINED);
    }

    /// Sends an event from the element to the page.
    pub(crate) fn send(&self, event: &Event) {
        page::tell(&self.element, event.name, &event.detail);
    }

    /// Milliseconds from the pointer's rest on a cell to its card: `--stance-hover-delay`.
    pub fn hover_delay(&self) -> u32 {
        page::hover_delay(&self.element).unwrap_or(80)
    }

    /// The first node of the widget that `selector` finds.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        focus::find(&self.root, selector)
    }

    /// The node that `subject` stands in.
    pub fn anchor(&self, subject: Subject) -> Option<HtmlElement> {
        self.find(&["[data-key=\"", &subject.key(), "\"]"].concat())
    }

    /// Puts the focus on what `subject` stands in; false where that is not drawn.
    pub fn focus_on(&self, subject: Subject) -> bool {
        focus::on(self.anchor(subject))
    }

    /// Moves the one tab stop of the matrix to what `subject` stands in, at once: the next Tab may come
    /// before it is drawn.
    pub fn stand_on(&self, subject: Subject) {
        if let (Some(before), Some(now)) = (self.find(".grid [tabindex=\"0\"]"), self.anchor(subject)) {
            let _ = before.set_attribute("tabindex", "-1");
            let _ = now.set_attribute("tabindex", "0");
            let _ = page::uncover(&now);
        }
    }

    /// Brings what `subject` stands in into sight, with the focus or without.
    pub fn reveal(&self, subject: Subject, focus: bool) {
        let Some(node) = self.anchor(subject) else { return };
        if focus {
            focus::on(Some(node));
        } else {
            node.scroll_into_view();
        }
    }

    /// Puts the focus on the matrix, or on the way to try again.
    pub fn focus_inside(&self) {
        focus::on(self.find("section, .notice button"));
    }

    /// Puts the focus behind the matrix.
    pub fn focus_foot(&self) {
        focus::on(self.find(".foot"));
    }

    /// Puts the focus on the line that says what is shown.
    pub fn focus_status(&self) {
        focus::on(self.find("[role=status]"));
    }

    /// Whether the focus is in the card.
    pub fn card_has_focus(&self) -> bool {
        self.find(".card:focus-within").is_some()
    }

    /// Whether the focus is in the matrix.
    pub fn body_has_focus(&self) -> bool {
        self.find(".body:focus-within").is_some()
    }

    /// Whether the page's text goes from right to left here.
    pub fn is_mirrored(&self) -> bool {
        self.root.matches(":dir(rtl)").unwrap_or(false)
    }

    /// Whether the focus is on a country of the deck.
    pub fn country_has_focus(&self) -> bool {
        self.find(".country:focus").is_some()
    }

    /// Whether the element has no room for the matrix.
    pub fn is_narrow(&self) -> bool {
        (1..NARROW).contains(&self.element.client_width())
    }

    /// Brings the cells up to date, which are those of [`Grid::cells`](crate::view::grid::Grid::cells); those of another
    /// `version` are drawn anew.
    pub fn draw_cells(&self, words: &Words, version: u32, swapped: bool, across: usize, cells: Vec<u32>) {
        let _ = page::cells(&self.root, words.texts(), version, swapped, across, cells);
    }

    /// Puts the card, if it is open, beside what `subject` stands in.
    pub fn place_card(&self, subject: Subject) {
        if let (Some(card), Some(anchor)) = (self.find(".card"), self.anchor(subject)) {
            let _ = page::place(&card, &anchor);
        }
    }

    /// Moves the card as many CSS pixels down as the finger has gone that holds it.
    pub fn drag_card(&self, down: i32) {
        if let Some(card) = self.find(".card") {
            let _ = card.style().set_property("translate", &["0 ", &down.to_string(), "px"].concat());
        }
    }

    /// Lays out a matrix of so many lines and places across, of which `window` is drawn.
    pub fn fit(&self, lines: usize, across: usize, window: &Window) {
        let (down, over) = (&window.lines, &window.across);
        let _ = page::fit(&self.root, across, lines, over.start, over.end, down.start, down.end);
    }

    /// What of the matrix is in sight; before it is drawn, about how much will be.
    pub fn sight(&self) -> Window {
        let part = |of: &[u32]| of.first().zip(of.last()).map_or(0..0, |(&from, &to)| from as usize..to as usize);
        let sight = page::sight(&self.root).unwrap_or_default();
        let (lines, across) = sight.split_at_checked(2).unwrap_or_default();
        Window { lines: part(lines), across: part(across) }
    }

    /// Before what has the focus in the matrix is no longer drawn: the box that it scrolls in has the focus then, and
    /// the next key goes on from there.
    pub fn keep_focus(&self) {
        if let Some(scroller) = self.find(".scroller").filter(|_| self.body_has_focus()) {
            let _ = page::focus(&scroller);
        }
    }

    /// Gives the levels that name a colour of their own that colour.
    pub fn color_levels(&self, scale: &Scale) {
        if scale.levels().iter().any(|level| level.color.is_some()) {
            let colors = Array::new();
            for level in scale.levels() {
                colors.push(&level.color.as_deref().map_or(JsValue::UNDEFINED, JsValue::from_str));
            }
            let _ = page::paint(&self.root, &colors);
        }
    }
}
