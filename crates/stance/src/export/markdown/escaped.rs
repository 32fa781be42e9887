//! Text of the data in Markdown: it stays text.

use std::fmt::Write;

use crate::table::collapsed;

/// Whatever begins or ends something in Markdown or in what GitHub adds to it: links, footnotes, mentions, formulas.
const MARKUP: &str = "\\`*_[]<>#|~&$@";

/// `text` on one line, with nothing in it that is markup. All that HTML could read as a mark, and control characters,
/// become text or go.
pub fn escaped(text: &str) -> String {
    let text = collapsed(&text.chars().filter(|letter| letter.is_whitespace() || !letter.is_control()).collect::<String>());
    let mut escaped = String::with_capacity(text.len());
    // What makes a list where a line begins with it.
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    for (at, letter) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let before = at.checked_sub(3).and_then(|start| text.get(start..at)).unwrap_or_default();
        let is_list = (at == 0 && "-+".contains(letter)) || (at == digits && at > 0 && ".)".contains(letter));
        // An address becomes a link by itself where it has its scheme or begins with “www.”.
        let is_address = rest.starts_with("://") || (letter == '.' && before.eq_ignore_ascii_case("www"));
        if MARKUP.contains(letter) || is_list || is_address {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// `words` as a link to `url`, where there is one; the address itself where there are no words.
pub fn link(words: &str, url: Option<&str>) -> String {
    let Some(url) = url else { return escaped(words) };
    let mut address = String::with_capacity(url.len());
    for letter in url.chars() {
        // What ends the address, or means something in Markdown before links do.
        if "<>()[]|`&".contains(letter) {
            let _ = if letter == '&' { write!(address, "&amp;") } else { write!(address, "%{:02X}", u32::from(letter)) };
        } else {
            address.push(letter);
        }
    }
    format!("[{}](<{address}>)", escaped(if words.trim().is_empty() { url } else { words }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected, "{text:?}");
        check("Trade | energy", "Trade \\| energy");
        check("two\n\n# lines", "two \\# lines");
        check("<b>*x*</b> `y` [z](q)", "\\<b\\>\\*x\\*\\</b\\> \\`y\\` \\[z\\](q)");
        check("&lt; \\ a_b ~~c~~", "\\&lt; \\\\ a\\_b \\~\\~c\\~\\~");
        check("- no list, 1. none", "\\- no list, 1. none");
        check("2021. A year", "2021\\. A year");
        check("1) one (2)", "1\\) one (2)");
        check("see https://example.org and WWW.example.org", "see https\\://example.org and WWW\\.example.org");
        check("a@b.org, U.N., 7–9", "a\\@b.org, U.N., 7–9");
        check("bell\u{7}", "bell");
        check("“Żółw” ж", "“Żółw” ж");
    }

    #[test]
    fn an_address_stays_in_its_link() {
        let check = |words: &str, url: Option<&str>, expected: &str| assert_eq!(link(words, url), expected);
        check("The [Post]", None, "The \\[Post\\]");
        check("Post", Some("https://a.org/x?y=1&copy;(2)>`"), "[Post](<https://a.org/x?y=1&amp;copy;%282%29%3E%60>)");
        check("", Some("https://a.org/"), "[https\\://a.org/](<https://a.org/>)");
    }
}
