//! What stands above the element's own content while there is no matrix: loading, nothing in the
//! data, or a failure with the way to try again.

use matrix::Reading;
use yew::Html;

use crate::failure::Failure;
use crate::host::words::Words;
use crate::view::draw::spoken;
use crate::view::foot::problems;

const LOADING: &str = "<p class=notice role=status part=notice>{loading}</p>";
const EMPTY: &str = "<div class=notice role=status part=notice>\
    <p><strong>{empty}</strong> {empty.why}</p>{}</div>";
const FAILED: &str = "<div class=notice role=alert part=notice><p><strong>{failed}</strong> {}</p>\
    <button type=button class=button data-do=again>{again}</button></div>";

/// The data is on its way.
pub fn loading(words: &Words) -> Html {
    spoken(words, LOADING, [])
}

/// The data holds no matrix.
pub fn empty(words: &Words, reading: &Reading) -> Html {
    spoken(words, EMPTY, [problems(words, reading).into()])
}

/// The data could not be loaded: what happened, in a sentence, and what tries again.
pub fn failed(words: &Words, failure: &Failure) -> Html {
    spoken(words, FAILED, [failure.message(words).into()])
}
