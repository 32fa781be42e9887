//! Addresses that may become links.

/// `text`, trimmed, if it is an `http` or `https` address with a host and no control characters or
/// spaces inside; nothing else may ever become a link.
pub fn safe_url(text: &str) -> Option<&str> {
    let text = text.trim();
    let (scheme, rest) = text.split_once(':')?;
    let host = rest.strip_prefix("//")?;
    let http = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let clean = !text.chars().any(|letter| letter.is_control() || letter.is_whitespace() || letter == '\\');
    (http && clean && !host.is_empty() && !host.starts_with(['/', '?', '#'])).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::safe_url;

    #[test]
    fn only_web_addresses_become_links() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(safe_url(text), expected, "{text:?}");
        check("https://example.org/a?b#c", Some("https://example.org/a?b#c"));
        check(" HTTP://example.org ", Some("HTTP://example.org"));
        check("javascript:alert(1)", None);
        check("javascript://%0aalert(1)", None);
        check("data:text/html,x", None);
        check("//example.org", None);
        check("example.org", None);
        check("https://", None);
        check("https:///a", None);
        check("https://a b", None);
        check("https://a\u{0}b", None);
        check("java\nscript://a", None);
        check("", None);
    }
}
