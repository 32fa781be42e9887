//! Chips: one set of switches, such as the concerns, with what each would show.

use yew::prelude::*;

/// More chips than this stand in a box that scrolls, so that they never push the matrix away.
const MANY: usize = 40;

/// One switch.
pub struct Chip {
    /// Its place among the chips' things in the matrix.
    pub index: u32,
    /// What it shows or hides.
    pub name: String,
    /// How many take a stance there, as written, and in words: `("3", "3 countries")`.
    pub count: Option<(String, String)>,
    /// Whether it is shown.
    pub on: bool,
}

/// A set of chips called `label`. `press` gets the place of the one pressed; `all`, where there are
/// buttons for that, whether all or none are wanted.
pub fn chips(label: &str, chips: &[Chip], press: &Callback<u32>, all: Option<Callback<bool>>) -> Html {
    let both = all.map(|all| {
        let button = |wanted: bool, text: &'static str, name: &str| {
            let onclick = all.reform(move |_: MouseEvent| wanted);
            html! { <button type="button" class="link" aria-label={format!("{name} {}", label.to_lowercase())} {onclick}>{ text }</button> }
        };
        html! { <span class="both">{ button(true, "All", "All") }{ button(false, "None", "No") }</span> }
    });
    html! {
        <fieldset class="chips" part="chips">
            <legend>{ label }</legend>
            <div class={classes!("set", (chips.len() > MANY).then_some("many"))}>
                { for chips.iter().map(|chip| view(chip, press)) }
                { both }
            </div>
        </fieldset>
    }
}

fn view(chip: &Chip, press: &Callback<u32>) -> Html {
    let index = chip.index;
    let onclick = press.reform(move |_: MouseEvent| index);
    let label = chip.count.as_ref().map(|(_, words)| format!("{}: {words}", chip.name));
    let count = chip.count.as_ref().map(|(written, _)| html! { <span class="count">{ written }</span> });
    html! {
        <button key={index} type="button" class="chip" part="chip" aria-pressed={chip.on.to_string()} aria-label={label} {onclick}>
            { &chip.name }{ count }
        </button>
    }
}
