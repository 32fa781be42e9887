//! Chips: one set of switches, such as the concerns, with what each would show.

use yew::prelude::*;

/// More chips than this stand in a box that scrolls, so that they never push the matrix away.
const MANY: usize = 40;

/// One switch.
#[derive(Clone, PartialEq)]
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

/// Properties of [`Chips`].
#[derive(Properties, PartialEq)]
pub struct ChipsProps {
    /// What the chips are: "Concerns".
    pub label: String,
    /// The chips, in the matrix's order.
    pub chips: Vec<Chip>,
    /// One was pressed.
    pub press: Callback<u32>,
    /// All are wanted, or none; without it there are no such buttons.
    #[prop_or_default]
    pub all: Option<Callback<bool>>,
}

/// A set of chips.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let to = |all: bool| props.all.clone().map(|callback| callback.reform(move |_: MouseEvent| all));
    html! {
        <fieldset class="chips" part="chips">
            <legend>{ &props.label }</legend>
            <div class={classes!("set", (props.chips.len() > MANY).then_some("many"))}>
                { for props.chips.iter().map(|chip| view(chip, &props.press)) }
                if props.all.is_some() {
                    <span class="both">
                        <button type="button" class="link" aria-label={format!("All {}", props.label.to_lowercase())} onclick={to(true)}>{ "All" }</button>
                        <button type="button" class="link" aria-label={format!("No {}", props.label.to_lowercase())} onclick={to(false)}>{ "None" }</button>
                    </span>
                }
            </div>
        </fieldset>
    }
}

fn view(chip: &Chip, press: &Callback<u32>) -> Html {
    let index = chip.index;
    let onclick = press.reform(move |_: MouseEvent| index);
    html! {
        <button key={index} type="button" class="chip" part="chip" aria-pressed={chip.on.to_string()} {onclick}>
            { &chip.name }
            if let Some((written, words)) = &chip.count {
                <span class="count" aria-hidden="true">{ written }</span>
                <span class="hidden">{ format!(", {words}") }</span>
            }
        </button>
    }
}
