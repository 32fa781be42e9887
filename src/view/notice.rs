//! What stands above the element's own content while there is no matrix: loading, nothing in the
//! data, or a failure with the way to try again.

use matrix::Reading;
use yew::prelude::*;

use crate::view::foot::problems;

/// The data is on its way.
pub fn loading() -> Html {
    html! {
        <p class="notice" role="status" part="notice">
            <span class="pulse" aria-hidden="true"></span>{ "Loading the matrix…" }
        </p>
    }
}

/// The data holds no matrix.
pub fn empty(reading: &Reading) -> Html {
    html! {
        <div class="notice" role="status" part="notice">
            <p><strong>{ "There is nothing to show. " }</strong>{ "The data holds no statements." }</p>
            { problems(reading) }
        </div>
    }
}

/// The data could not be loaded: what happened, in a sentence, and what tries again.
pub fn failed(message: &str, again: Callback<MouseEvent>) -> Html {
    html! {
        <div class="notice" role="alert" part="notice">
            <p><strong>{ "The matrix could not be loaded. " }</strong>{ message }</p>
            <button type="button" class="button" onclick={again}>{ "Try again" }</button>
        </div>
    }
}
