//! How deep elements lie in one another. No page that people write is deep, and reading one takes the square of its
//! depth in time: so it is asked before.

/// Deeper pages are not read.
const MOST_LEVELS: usize = 2_000;

/// Elements that have no end, or need not be ended.
const UNENDED: [&str; 30] = [
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "optgroup", "option", "p",
    "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr", "command",
];

/// Whether the elements of a page lie in one another deeper than any page needs.
pub fn is_too_deep(html: &str) -> bool {
    let mut level = 0_usize;
    for tag in html.split('<').skip(1) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is_element = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
        if !is_element || UNENDED.iter().any(|unended| name.eq_ignore_ascii_case(unended)) {
            continue;
        }
        level = if is_end { level.saturating_sub(1) } else { level + 1 };
        if level > MOST_LEVELS {
            return true;
        }
    }
    false
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
        check(&"<div>a</div>".repeat(200_000), false);
        check(&"<li>a<p>b".repeat(200_000), false);
        check(&"1 < 2, ".repeat(200_000), false);
    }
}
