//! The legend: what every colour and mark means and how often it occurs; pressed, it narrows the
//! matrix to that stance.

use matrix::{Choice, Filter, Matrix, Reading, Shown, Stance};
use yew::prelude::*;

use crate::host::intl;
use crate::state::{Action, Change, State};
use crate::view::statement::swatch;

/// The legend; what it sends goes to `dispatch`.
pub fn legend(reading: &Reading, shown: &Shown, filter: &Filter, dispatch: &UseReducerDispatcher<State>, language: &str) -> Html {
    let matrix = &reading.matrix;
    // Counted over all that rows and columns allow, so that a pressed stance leaves the others' counts.
    let counts = matrix.counts(&shown.allowed_rows, &shown.allowed_columns);
    html! {
        <ul class="legend" part="legend" aria-label="Stances: press one to see only it">
            { for counts.into_iter().map(|(stance, count)| html! {
                <li key={stance.code()}>{ entry(matrix, stance, intl::number(language, count), &filter.stances, dispatch) }</li>
            }) }
        </ul>
    }
}

fn entry(matrix: &Matrix, stance: Stance, count: String, stances: &Choice, dispatch: &UseReducerDispatcher<State>) -> Html {
    let pressed = !stances.is_all() && stances.has(u32::from(stance.code()));
    let dispatch = dispatch.clone();
    let press = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Filter(Change::Stance(stance))));
    html! {
        <button type="button" class={classes!("entry", (!stances.is_all() && !pressed).then_some("dim"))} aria-pressed={pressed.to_string()} onclick={press}>
            { swatch(matrix, stance) }
            <span>{ matrix.scale().label(stance) }</span>
            <span class="count">{ count }</span>
        </button>
    }
}
