//! The legend: what every colour and mark means and how often it occurs; pressed, it narrows the
//! matrix to that stance.

use matrix::{Reading, Shown, Stance};
use yew::prelude::*;

use crate::host::intl;
use crate::state::{Action, Change, State};
use crate::view::Shared;
use crate::view::statement::swatch;

/// Properties of [`Legend`].
#[derive(Properties, PartialEq)]
pub struct LegendProps {
    /// What was read.
    pub reading: Shared<Reading>,
    /// Rows and columns that remain under the filter.
    pub shown: Shared<Shown>,
    /// The reader's choices.
    pub state: UseReducerHandle<State>,
    /// The reader's language.
    pub language: AttrValue,
}

/// The legend.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let matrix = &props.reading.matrix;
    // Counted over all that rows and columns allow, so that a pressed stance leaves the others' counts.
    let counts = matrix.counts(&props.shown.allowed_rows, &props.shown.allowed_columns);
    html! {
        <ul class="legend" part="legend" aria-label="Stances: press one to see only it">
            { for counts.into_iter().map(|(stance, count)| html! {
                <li key={stance.code()}>{ entry(props, stance, count) }</li>
            }) }
        </ul>
    }
}

fn entry(props: &LegendProps, stance: Stance, count: usize) -> Html {
    let stances = &props.state.filter.stances;
    let pressed = !stances.is_all() && stances.has(u32::from(stance.code()));
    let press = {
        let state = props.state.dispatcher();
        Callback::from(move |_: MouseEvent| state.dispatch(Action::Filter(Change::Stance(stance))))
    };
    let count = intl::number(&props.language, count);
    html! {
        <button type="button" class={classes!("entry", (!stances.is_all() && !pressed).then_some("dim"))} aria-pressed={pressed.to_string()} onclick={press}>
            { swatch(&props.reading, stance) }
            <span>{ props.reading.matrix.scale().label(stance) }</span>
            <span class="count">{ count }</span>
        </button>
    }
}
