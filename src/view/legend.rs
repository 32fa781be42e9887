//! The legend: what every colour and mark means and how often it occurs; pressed, it narrows the
//! matrix to that stance.

use matrix::{Choice, Matrix, Stance};
use yew::prelude::*;

use crate::host::intl;
use crate::state::{Action, Change};
use crate::view::filters::Filters;
use crate::view::statement::swatch;
use crate::view::wish::{Send, sending};

/// The legend.
pub fn legend(props: &Filters) -> Html {
    let Filters { matrix, shown, state, send, language } = props;
    // Counted over all that rows and columns allow, so that a pressed stance leaves the others' counts.
    let counts = matrix.counts(&shown.allowed_rows, &shown.allowed_columns);
    html! {
        <ul class="legend" part="legend" aria-label="Stances: press one to see only it">
            { for counts.into_iter().map(|(stance, count)| html! {
                <li key={stance.code()}>{ entry(matrix, stance, intl::number(language, count), &state.filter.stances, send) }</li>
            }) }
        </ul>
    }
}

fn entry(matrix: &Matrix, stance: Stance, count: String, stances: &Choice, send: &Send) -> Html {
    let pressed = !stances.is_all() && stances.has(u32::from(stance.code()));
    let press: Callback<MouseEvent> = sending(send, Action::Filter(Change::Stance(stance)));
    html! {
        <button type="button" class={classes!("entry", (!stances.is_all() && !pressed).then_some("dim"))} aria-pressed={pressed.to_string()} onclick={press}>
            { swatch(matrix, stance) }
            <span>{ matrix.scale().label(stance) }</span>
            <span class="count">{ count }</span>
        </button>
    }
}
