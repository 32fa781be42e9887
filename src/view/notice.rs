//! What stands above the element's own content while there is no matrix: loading, nothing in the
//! data, or a failure with the way to try again.

use matrix::Reading;
use yew::Html;

use crate::view::draw::draw;
use crate::view::foot::problems;

const LOADING: &str = "<p class=notice role=status part=notice><span class=pulse aria-hidden=true></span>Loading the matrix…</p>";
const EMPTY: &str = "<div class=notice role=status part=notice>\
    <p><strong>There is nothing to show. </strong>The data holds no statements.</p>{}</div>";
const FAILED: &str = "<div class=notice role=alert part=notice><p><strong>The matrix could not be loaded. </strong>{}</p>\
    <button type=button class=button data-do=again>Try again</button></div>";

/// The data is on its way.
pub fn loading() -> Html {
    draw(LOADING, [])
}

/// The data holds no matrix.
pub fn empty(reading: &Reading) -> Html {
    draw(EMPTY, [problems(reading).into()])
}

/// The data could not be loaded: what happened, in a sentence, and what tries again.
pub fn failed(message: &str) -> Html {
    draw(FAILED, [message.into()])
}
