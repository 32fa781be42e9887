//! Listening: one function for all that happens in the widget, and one, while a card is open, for what
//! happens in the page. What an event means stands in the document: cells and headers carry `data-key`
//! (what they are), controls `data-do` (what a press does).

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, FocusEvent, HtmlInputElement, KeyboardEvent, PointerEvent};
use yew::html::Scope;

use crate::host::{Host, focus, page};
use crate::state::{Action, By, Change, Subject};
use crate::travel;
use crate::view::Shared;
use crate::view::app::App;
use crate::view::wish::Wish;

const IN_WIDGET: &[&str] = &[
    "pointerover",
    "pointerout",
    "focusin",
    "focusout",
    "click",
    "keydown",
    "input",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "scroll",
];
/// CSS pixels that a finger goes at least to turn the deck, or to put the card away.
const SWIPE: i32 = 40;
const IN_PAGE: &[&str] = &["keydown", "pointerdown", "scroll", "resize"];

/// Listens until it is dropped, or the host's signal ends it.
pub struct Listening {
    target: EventTarget,
    names: &'static [&'static str],
    act: Closure<dyn Fn(Event)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        for name in self.names {
            let _ = self.target.remove_event_listener_with_callback_and_bool(name, self.act.as_ref().unchecked_ref(), true);
        }
    }
}

/// Hears what the reader does in the widget.
pub fn to_widget(host: &Shared<Host>, app: Scope<App>) -> Listening {
    listen(host.root.clone().into(), IN_WIDGET, host.clone(), app, in_widget)
}

/// Hears of Escape, of presses elsewhere, and of the page's moves.
pub fn to_page(host: &Shared<Host>, app: Scope<App>) -> Listening {
    let window = web_sys::window().map_or_else(|| host.root.clone().into(), EventTarget::from);
    listen(window, IN_PAGE, host.clone(), app, in_page)
}

fn listen(
    target: EventTarget,
    names: &'static [&'static str],
    host: Shared<Host>,
    app: Scope<App>,
    hear: fn(&Host, &Event, &Scope<App>) -> Option<Wish>,
) -> Listening {
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_signal(&host.signal);
    // Not `FnMut`: to put the focus somewhere is an event within an event.
    let act: Box<dyn Fn(Event)> = Box::new(move |event| {
        if let Some(wish) = hear(&host, &event, &app) {
            app.send_message(wish);
        }
    });
    let act = Closure::wrap(act);
    for name in names {
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, act.as_ref().unchecked_ref(), &options);
    }
    Listening { target, names, act }
}

fn in_widget(host: &Host, event: &Event, app: &Scope<App>) -> Option<Wish> {
    let target: Element = event.target()?.dyn_into().ok()?;
    match &*event.type_() {
        "pointerover" if is_mouse(event) => Some(match subject(&target) {
            _ if is_in(&target, ".card") => Wish::Stay,
            Some(subject @ Subject::Cell { .. }) => Wish::Rest(subject),
            _ => Wish::Leave(By::Hover),
        }),
        "pointerout" if is_mouse(event) => {
            let to = event.unchecked_ref::<PointerEvent>().related_target();
            (!focus::within(&host.root, to)).then_some(Wish::Leave(By::Hover))
        }
        "focusin" => {
            let subject = subject(&target)?;
            host.stand_on(subject);
            Some(Wish::Focus(subject))
        }
        "focusout" if is_in(&target, ".body, .card") => {
            let to: Element = event.unchecked_ref::<FocusEvent>().related_target()?.dyn_into().ok()?;
            let stays = focus::within(&host.root, Some(to.clone().into()));
            if stays && is_in(&to, ".card") {
                return Some(Wish::Stay);
            }
            (!stays || subject(&to).is_none()).then_some(Wish::Now(Action::Close(By::Focus)))
        }
        "click" => press(&target),
        "input" => Some(Wish::Now(Action::Filter(Change::Query(target.dyn_into::<HtmlInputElement>().ok()?.value())))),
        "keydown" if is_in(&target, ".deck") => key_in_deck(host, event.unchecked_ref()),
        "keydown" => {
            // The box that it scrolls in has the focus when the cell that had it has gone out of sight.
            let left = || app.get_component()?.here().filter(|_| is_in(&target, ".scroller"));
            key(host, event.unchecked_ref(), app, subject(&target).or_else(left)?)
        }
        "scroll" => is_in(&target, ".scroller").then_some(Wish::Scrolled),
        "pointerdown" if !is_mouse(event) => {
            host.swipe.set(is_in(&target, ".deck, .grab").then(|| point(event)));
            None
        }
        "pointermove" if is_in(&target, ".grab") => {
            host.drag_card((point(event).1 - host.swipe.get()?.1).max(0));
            None
        }
        "pointerup" if is_in(&target, ".grab") => {
            let down = point(event).1 - host.swipe.take()?.1;
            host.drag_card(0);
            (down > SWIPE).then_some(Wish::Dismiss)
        }
        "pointerup" => turn_by_swipe(host, event),
        "pointercancel" => {
            host.swipe.take()?;
            host.drag_card(0);
            None
        }
        _ => None,
    }
}

/// What a press of `target` does.
fn press(target: &Element) -> Option<Wish> {
    let pressed = target.closest("[data-do], [data-key]").ok()??;
    Some(match pressed.get_attribute("data-do").as_deref() {
        None => Wish::Now(Action::Press(subject(&pressed)?)),
        Some("close") => Wish::Dismiss,
        Some("again") => Wish::Again,
        Some("skip") => Wish::Skip,
        Some(key) => Wish::Now(Action::from_key(key)?),
    })
}

/// What a key does in a cell or on a header.
fn key(host: &Host, event: &KeyboardEvent, app: &Scope<App>, here: Subject) -> Option<Wish> {
    let key = key_of(host, event);
    let wish = match key.as_str() {
        // A header is a button, which the browser presses itself.
        "Enter" | " " if matches!(here, Subject::Cell { .. }) => Some(Wish::Now(Action::Press(here))),
        "F6" if focus::on(host.find(".card")) => None,
        key if travel::KEYS.contains(&key) => {
            let there = app.get_component().and_then(|app| app.travel(here, key, event.ctrl_key() || event.meta_key()));
            // At once where it is drawn: the next key may be pressed before a message is read.
            there.filter(|&there| !host.focus_on(there)).map(Wish::Reach)
        }
        _ => return None,
    };
    event.prevent_default();
    wish
}

/// The key that was pressed; where text goes from right to left, the arrow to the left is the one that leads on.
fn key_of(host: &Host, event: &KeyboardEvent) -> String {
    match event.key() {
        key if key == "ArrowLeft" && host.is_mirrored() => "ArrowRight".into(),
        key if key == "ArrowRight" && host.is_mirrored() => "ArrowLeft".into(),
        key => key,
    }
}

/// What a key does in the deck: arrows turn it, and the card is entered as from the matrix.
fn key_in_deck(host: &Host, event: &KeyboardEvent) -> Option<Wish> {
    let wish = match key_of(host, event).as_str() {
        "ArrowLeft" => press(host.find(".back")?.as_ref()),
        "ArrowRight" => press(host.find(".on")?.as_ref()),
        "F6" if focus::on(host.find(".card")) => None,
        // Other countries stand between a country and its card; a preview lets the focus go on to them.
        "Tab" if !event.shift_key() && focus::on(host.find(".card[data-pinned]")) => None,
        _ => return None,
    };
    event.prevent_default();
    wish
}

/// A finger that has gone to one side turns the deck to the other.
fn turn_by_swipe(host: &Host, event: &Event) -> Option<Wish> {
    let (from, to) = (host.swipe.take()?, point(event));
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let is_swipe = across.abs() > SWIPE.max(2 * down.abs());
    press(host.find(if (across > 0) != host.is_mirrored() { ".back" } else { ".on" })?.as_ref()).filter(|_| is_swipe)
}

fn point(event: &Event) -> (i32, i32) {
    let event: &PointerEvent = event.unchecked_ref();
    (event.client_x(), event.client_y())
}

fn in_page(host: &Host, event: &Event, _: &Scope<App>) -> Option<Wish> {
    match &*event.type_() {
        "keydown" => {
            // A window over the card closes first, and itself.
            let escape = event.unchecked_ref::<KeyboardEvent>().key() == "Escape" && host.find("dialog").is_none();
            if escape {
                // The page does not hear of it: one press closes one thing.
                event.stop_propagation();
                event.prevent_default();
            }
            escape.then_some(Wish::Dismiss)
        }
        "pointerdown" => {
            // What a press in the matrix or the card means, their own listener knows.
            let inside = page::is_pressed(&host.root, event.unchecked_ref()).unwrap_or(false);
            (!inside).then_some(Wish::Now(Action::Close(By::Press)))
        }
        _ => Some(Wish::Moved),
    }
}

fn is_mouse(event: &Event) -> bool {
    event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse"
}

fn is_in(node: &Element, selector: &str) -> bool {
    node.closest(selector).is_ok_and(|found| found.is_some())
}

/// The cell or header that `node` is in.
fn subject(node: &Element) -> Option<Subject> {
    Subject::from_key(&node.closest("[data-key]").ok()??.get_attribute("data-key")?)
}
