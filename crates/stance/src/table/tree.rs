//! Finding elements and text in the tree of a snippet.

use matrix::Json;

/// All text below an element, white space collapsed.
pub(super) fn text(node: &Json) -> String {
    text_without(node, None)
}

pub(super) fn text_without(node: &Json, left_out: Option<&Json>) -> String {
    fn collect(node: &Json, left_out: Option<&Json>, text: &mut String) {
        match node {
            Json::Text(words) => text.push_str(words),
            _ if left_out.is_some_and(|left_out| std::ptr::eq(left_out, node)) => {}
            _ => {
                // Paragraphs and line breaks part words.
                let parts = matches!(&*node.get("tag").text(), "p" | "br" | "div" | "li");
                text.push_str(if parts { " " } else { "" });
                node.get("in").list().iter().for_each(|inner| collect(inner, left_out, text));
                text.push_str(if parts { " " } else { "" });
            }
        }
    }
    let mut words = String::new();
    collect(node, left_out, &mut words);
    collapsed(&words)
}

/// `text` without outer white space, and with one space for any white space within: what HTML keeps of it.
pub fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn cells(row: &Json) -> Vec<&Json> {
    row.get("in").list().iter().filter(|cell| matches!(cell.get("tag").as_str(), Some("th" | "td"))).collect()
}

pub(super) fn children<'a>(node: &'a Json, tag: &str) -> Vec<&'a Json> {
    node.get("in").list().iter().filter(|inner| inner.get("tag").as_str() == Some(tag)).collect()
}

pub(super) fn first<'a>(node: &'a Json, tag: &str) -> Option<&'a Json> {
    all(node, tag).into_iter().next()
}

pub(super) fn first_with<'a>(node: &'a Json, attribute: &str) -> Option<&'a Json> {
    let own = node.get(attribute);
    if matches!(own, Json::Map(_)) {
        return Some(own);
    }
    node.get("in").list().iter().find_map(|inner| first_with(inner, attribute))
}

/// All elements called `tag` below `node`, or `node` itself, in the order of the document.
pub(super) fn all<'a>(node: &'a Json, tag: &str) -> Vec<&'a Json> {
    let mut found = Vec::new();
    if node.get("tag").as_str() == Some(tag) {
        found.push(node);
    }
    for inner in node.get("in").list() {
        found.extend(all(inner, tag));
    }
    found
}
