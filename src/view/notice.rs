//! What stands above the element's own content while there is no matrix: loading, nothing in the
//! data, or a failure with the way to try again.

use matrix::Reading;
use yew::prelude::*;

use crate::view::Shared;
use crate::view::foot::Problems;

/// The data is on its way.
#[component]
pub fn Loading() -> Html {
    html! {
        <p class="notice" role="status" part="notice">
            <span class="pulse" aria-hidden="true"></span>{ "Loading the matrix…" }
        </p>
    }
}

/// Properties of [`Empty`].
#[derive(Properties, PartialEq)]
pub struct EmptyProps {
    /// What was read, for its problems.
    pub problems: Shared<Reading>,
}

/// The data holds no matrix.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="notice" role="status" part="notice">
            <p><strong>{ "There is nothing to show. " }</strong>{ "The data holds no statements." }</p>
            <Problems reading={props.problems.clone()} />
        </div>
    }
}

/// Properties of [`Failed`].
#[derive(Properties, PartialEq)]
pub struct FailedProps {
    /// What happened, in a sentence.
    pub message: AttrValue,
    /// The reader wants to try again.
    pub again: Callback<()>,
}

/// The data could not be loaded.
#[component]
pub fn Failed(props: &FailedProps) -> Html {
    let again = props.again.reform(|_: MouseEvent| ());
    html! {
        <div class="notice" role="alert" part="notice">
            <p><strong>{ "The matrix could not be loaded. " }</strong>{ &props.message }</p>
            <button type="button" class="button" onclick={again}>{ "Try again" }</button>
        </div>
    }
}
