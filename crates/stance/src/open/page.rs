//! A page that holds a snippet.

use anyhow::{Context, Result};
use matrix::{Json, Reading};
use scraper::{ElementRef, Html, Node};

use crate::depth::is_too_deep;
use crate::table::read_table;
use crate::verify::source::beside::beside;

/// What the model reads of the table in a page; none where there is no table, or the page is too deep to be one that
/// somebody wrote. `file` names it in problems.
pub fn read(file: &str, bytes: &[u8]) -> Result<Option<Reading>> {
    let page = String::from_utf8_lossy(bytes).into_owned();
    if is_too_deep(&page) {
        return Ok(None);
    }
    // One that hides how deep it is, say by ends of what never began, is given up some time.
    let tree = beside(move || Ok(tree(&Html::parse_document(&page)))).with_context(|| format!("cannot read {file}"))?;
    Ok(tree.and_then(|tree| read_table(file, &tree)))
}

/// The elements of a page around its matrix, as [`crate::table`] wants them: the widget's element, else the whole.
pub fn tree(page: &Html) -> Option<Json> {
    let widget = page.root_element().descendent_elements().find(|element| element.value().name() == "stance-matrix");
    element(widget.unwrap_or_else(|| page.root_element()))
}

/// Deeper elements are left out: no snippet is that deep, and each level takes room on the stack.
const MOST_LEVELS: usize = 200;

fn element(root: ElementRef) -> Option<Json> {
    fn at(element: ElementRef, level: usize) -> Option<Json> {
        let level = level.checked_add(1).filter(|&level| level < MOST_LEVELS)?;
        let mut pairs = vec![("tag".to_string(), Json::Text(element.value().name().into()))];
        for (name, value) in element.value().attrs() {
            let value = match name {
                "lang" | "cite" | "href" | "datetime" => Json::Text(value.into()),
                "data-package" | "data-more" => serde_json::from_str(value).unwrap_or_default(),
                _ => continue,
            };
            pairs.push((name.into(), value));
        }
        let inside = element.children().filter_map(|child| match child.value() {
            Node::Text(text) => Some(Json::Text(text.to_string())),
            Node::Element(_) => ElementRef::wrap(child).and_then(|child| at(child, level)),
            _ => None,
        });
        pairs.push(("in".into(), Json::List(inside.collect())));
        Some(Json::Map(pairs))
    }
    at(root, 0)
}
