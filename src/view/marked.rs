//! Text with the finds of a search marked.

use matrix::Finder;
use yew::Html;

use crate::view::draw::{draw, list, text};

/// `words`, with whatever `finder` finds in them inside `<mark>`.
pub fn marked(finder: Option<&Finder>, words: &str) -> Html {
    let mut parts = Vec::new();
    let mut end = 0;
    for range in finder.map(|finder| finder.ranges(words)).unwrap_or_default() {
        parts.push(text(words.get(end..range.start).unwrap_or_default()));
        end = range.end;
        parts.push(draw("<mark>{}</mark>", [words.get(range).into()]));
    }
    let rest = text(words.get(end..).unwrap_or_default());
    if parts.is_empty() {
        return rest;
    }
    parts.push(rest);
    list(parts)
}
