//! Where the card goes: beside what it opened from, in the browser's top layer, never cut off; on a
//! narrow screen a sheet from below.

use web_sys::{DomRect, HtmlElement};

use crate::host::style;

/// Screens narrower than this (CSS pixels) get the sheet.
const SHEET_BELOW: f64 = 560.0;
/// Between the card and what it opened from, and between the card and the screen's edge, in CSS pixels.
const GAP: f64 = 6.0;

/// Lifts the card into the top layer, where no box of the host page can cut it off. A browser
/// without popovers leaves it where its styles put it, fixed to the screen.
fn lift(card: &HtmlElement) {
    let known = js_sys::Reflect::has(card, &"showPopover".into()).unwrap_or(false);
    // Already open is an error too, and no harm.
    if known && !card.matches(":popover-open").unwrap_or(false) {
        let _ = card.show_popover();
    }
}

/// Lifts `card` and places it beside `anchor`.
pub fn beside(card: &HtmlElement, anchor: &HtmlElement) {
    let Some((width, height)) = screen() else { return };
    lift(card);
    if width < SHEET_BELOW {
        if !card.has_attribute("data-sheet") {
            let _ = card.set_attribute("data-sheet", "");
            // Where it stood on a wider screen would hold against the sheet's own place.
            ["left", "top", "--room"].into_iter().for_each(|property| style::unset(card, property));
            keep_in_sight(card, anchor);
        }
        return;
    }
    let _ = card.remove_attribute("data-sheet");
    style::set(card, "--room", &pixels((height - 2.0 * GAP).max(0.0)));
    let (x, y) = corner(&anchor.get_bounding_client_rect(), &card.get_bounding_client_rect(), width, height);
    style::set(card, "left", &pixels(x));
    style::set(card, "top", &pixels(y));
}

/// Scrolls the page so far that the sheet does not hide what it opened from.
fn keep_in_sight(sheet: &HtmlElement, anchor: &HtmlElement) {
    let Some(((_, height), window)) = screen().zip(web_sys::window()) else { return };
    // Its box is still on the way up; its height is known.
    let top = height - f64::from(sheet.offset_height());
    let hidden = anchor.get_bounding_client_rect().bottom() + 2.0 * GAP - top;
    if hidden > 0.0 {
        window.scroll_by_with_x_and_y(0.0, hidden);
    }
}

/// The card's left upper corner: below the anchor where there is room, else above, else beside it.
fn corner(anchor: &DomRect, card: &DomRect, width: f64, height: f64) -> (f64, f64) {
    let within = |start: f64, size: f64, room: f64| start.min(room - GAP - size).max(GAP);
    let centred = within(anchor.left() + anchor.width() / 2.0 - card.width() / 2.0, card.width(), width);
    let below = anchor.bottom() + GAP;
    if below + card.height() + GAP <= height {
        return (centred, below);
    }
    let above = anchor.top() - GAP - card.height();
    if above >= GAP {
        return (centred, above);
    }
    let right = anchor.right() + GAP;
    let beside = if right + card.width() + GAP <= width { right } else { anchor.left() - GAP - card.width() };
    (within(beside, card.width(), width), within(below, card.height(), height))
}

fn screen() -> Option<(f64, f64)> {
    let window = web_sys::window()?;
    let root = window.document()?.document_element()?;
    let height = window.inner_height().ok()?.as_f64()?;
    Some((f64::from(root.client_width()), height))
}

/// A length as CSS has it, in whole pixels.
fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
