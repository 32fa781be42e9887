//! What stands above the element's own content while there is no matrix: loading, nothing in the
//! data, or a failure with the way to try again.

use yew::Html;

use crate::failure::Failure;
use crate::host::words::Words;
use crate::view::draw::spoken;

const LOADING: &str = "<div class=notice part=notice><p role=status>{loading}</p>{}</div>";
const PROGRESS: &str = "<progress max=100 value={} aria-label={loading}/>";
const EMPTY: &str = "<div class=notice role=status part=notice>\
    <p><strong>{empty}</strong> {empty.why}</p></div>";
const FAILED: &str = "<div class=notice role=alert part=notice><p><strong>{failed}</strong> {}</p>\
    <button type=button class=button data-do=again>{again}</button></div>";

/// The data is on its way, or so many percent of it have been read.
pub fn loading(words: &Words, percent: u8) -> Html {
    let progress = (percent > 0).then(|| spoken(words, PROGRESS, [percent.to_string().into()]));
    spoken(words, LOADING, [progress.into()])
}

/// The data holds no matrix.
pub fn empty(words: &Words) -> Html {
    spoken(words, EMPTY, [])
}

/// The data could not be loaded: what happened, in a sentence, and what tries again.
pub fn failed(words: &Words, failure: &Failure) -> Html {
    spoken(words, FAILED, [failure.message(words).into()])
}
