//! A page drawn by another Yew application, with the widget inside what it draws and one beside it.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

thread_local! {
    static PAGE: RefCell<Option<yew::AppHandle<Page>>> = const { RefCell::new(None) };
}

/// Two of its own handlers, one of them around the widget, and a switch that takes the widget away.
#[component]
fn Page() -> Html {
    let pressed = use_state(|| 0);
    let within = use_state(|| 0);
    let shown = use_state(|| true);
    let count = |number: &UseStateHandle<i32>| {
        let number = number.clone();
        Callback::from(move |_: MouseEvent| number.set(*number + 1))
    };
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    html! {
        <>
            <p>{ format!("Pressed {}, within {}", *pressed, *within) }</p>
            <button onclick={count(&pressed)}>{ "Press" }</button>
            <button onclick={toggle}>{ "Toggle" }</button>
            <section aria-label="Within" onclick={count(&within)}>
                if *shown {
                    <stance-matrix loading="eager">
                        <table>
                            <tr><td></td><th>{ "Bridges" }</th><th>{ "Rivers" }</th></tr>
                            <tr><th>{ "Ostland" }</th><td>{ "Backs" }</td><td>{ "Opposes" }</td></tr>
                        </table>
                    </stance-matrix>
                }
            </section>
        </>
    }
}

fn main() {
    let root = place();
    PAGE.set(Some(yew::Renderer::<Page>::with_root(root).render()));
}

fn place() -> web_sys::Element {
    let document = web_sys::window().and_then(|window| window.document()).expect("a page");
    document.get_element_by_id("app").expect("a place for the application")
}

/// Ends the application.
#[wasm_bindgen]
pub fn end() {
    if let Some(page) = PAGE.take() {
        page.destroy();
    }
}
