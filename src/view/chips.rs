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
    /// How many take a stance there, as written, and what they are: `("3", "countries")`.
    pub count: Option<(String, &'static str)>,
    /// Whether it is shown.
    pub on: bool,
}

/// A set of chips called `label`. `press` gets the place of the one pressed; `all`, where there are
/// buttons for that, whether all or none are wanted.
pub fn chips(label: &str, chips: &[Chip], press: &Callback<u32>, all: Option<Callback<bool>>) -> Html {
    let both = all.map(|all| {
        let button = |wanted: bool, text: &'static str, rest: &'static str| {
            let onclick = all.reform(move |_: MouseEvent| wanted);
            let label = format!("{text}{rest} {}", label.to_lowercase());
            html! { <button type="button" class="link" aria-label={label} {onclick}>{ text }</button> }
        };
        html! { <span class="both">{ button(true, "All", "") }{ button(false, "None", " of the") }</span> }
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
    let count = chip
        .count
        .as_ref()
        .map(|(written, noun)| html! { <>{ " " }<span class="count">{ written }</span><span class="hidden">{ " " }{ *noun }</span></> });
    html! {
        <button key={index} type="button" class="chip" part="chip" aria-pressed={chip.on.to_string()} {onclick}>
            { &chip.name }{ count }
        </button>
    }
}
