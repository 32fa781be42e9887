//! How deep elements lie in one another. No page that people write is deep, and reading one takes the square of its
//! depth in time: so it is asked before.

/// Deeper pages are not read.
const MOST_LEVELS: usize = 2_000;

/// Elements that have no end, or need not be ended.
const UNENDED: [&str; 29] = [
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "optgroup", "option", "p",
    "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// What drawings consist of.
const SHAPES: [&str; 12] = ["path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "image", "stop", "g", "tspan"];

/// Whether the elements of a page lie in one another deeper than any page needs.
pub fn is_too_deep(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = tag;
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').next().unwrap_or_default();
        let is_element = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
        if !is_element || UNENDED.iter().any(|unended| name.eq_ignore_ascii_case(unended)) {
            continue;
        }
        rest = after_tag(tag);
        if is_end {
            // An end without a beginning ends nothing.
            let begun = open.iter().rposition(|begun| begun.eq_ignore_ascii_case(name));
            begun.into_iter().for_each(|begun| open.truncate(begun));
        } else if let Some(text) = ["script", "style"].into_iter().find(|text| name.eq_ignore_ascii_case(text)) {
            rest = after_text(rest, text);
        } else if !is_drawn(&open, name) || !tag.get(..tag.len() - rest.len()).is_some_and(|tag| tag.ends_with("/>")) {
            open.push(name);
        }
        if open.len() > MOST_LEVELS {
            return true;
        }
    }
    false
}

/// Whether it is a shape in a drawing, which may end where it begins; elsewhere the sign for that means nothing.
fn is_drawn(open: &[&str], name: &str) -> bool {
    open.iter().any(|open| open.eq_ignore_ascii_case("svg")) && SHAPES.iter().any(|shape| name.eq_ignore_ascii_case(shape))
}

/// What follows a tag; a mark in a quoted value does not end it.
fn after_tag(tag: &str) -> &str {
    let mut quote = None;
    for (at, letter) in tag.char_indices() {
        match (quote, letter) {
            (None, '>') => return tag.get(at + 1..).unwrap_or_default(),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    ""
}

/// What follows the text of a script or of styles, in which nothing is an element.
fn after_text<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = rest;
    while let Some((_, end)) = from.split_once("</") {
        if end.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return end;
        }
        from = end;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::is_too_deep;

    #[test]
    fn only_what_is_not_ended_is_deep() {
        let check = |html: &str, expected: bool| assert_eq!(is_too_deep(html), expected, "{}", html.get(..20).unwrap_or(html));
        check("<p>a<br>", false);
        check(&"<div>".repeat(2_001), true);
        check(&"<DIV class=a>".repeat(200_000), true);
        check(&"<div></b>".repeat(20_000), true);
        check(&"<div title='</div>'>".repeat(20_000), true);
        check(&"<x-y>".repeat(20_000), true);
        check(&"<div>a</div>".repeat(200_000), false);
        check(&"<li>a<p>b".repeat(200_000), false);
        check(&"1 < 2, ".repeat(200_000), false);
        check(&format!("<svg>{}</svg>", "<path d='a'/>".repeat(20_000)), false);
        check(&"<div/>".repeat(20_000), true);
        check(&"<path/>".repeat(20_000), true);
        check(&format!("<script>{}</script>", "if (i<n) a;".repeat(20_000)), false);
        check(&format!("<!-- {} -->", "<div>".repeat(20_000)), false);
    }
}
