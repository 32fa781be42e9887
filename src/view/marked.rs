//! Text with the finds of a search marked.

use matrix::Finder;
use yew::prelude::*;

/// `text`, with whatever `finder` finds in it inside `<mark>`.
pub fn marked(finder: Option<&Finder>, text: &str) -> Html {
    let ranges = finder.map(|finder| finder.ranges(text)).unwrap_or_default();
    if ranges.is_empty() {
        return plain(Some(text));
    }
    let mut parts: Vec<Html> = Vec::new();
    let mut end = 0;
    for range in ranges {
        parts.push(plain(text.get(end..range.start)));
        end = range.end;
        parts.push(html! { <mark>{ plain(text.get(range)) }</mark> });
    }
    parts.push(plain(text.get(end..)));
    html! { <>{ for parts }</> }
}

fn plain(text: Option<&str>) -> Html {
    text.unwrap_or_default().to_string().into()
}
