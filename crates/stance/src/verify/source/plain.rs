//! Plain text: its paragraphs, and words that a line end cuts in two.

use super::super::normal::{LINE_HYPHEN, is_blank};

/// The paragraphs of a text: what blank lines separate. Where there are none, every line is one.
pub fn paragraphs(text: &str) -> Vec<String> {
    let text = text.trim();
    let spaced = text.lines().any(is_blank);
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        match paragraphs.last_mut() {
            Some(last) if spaced && !is_blank(line) => {
                last.push_str(line);
                last.push('\n');
            }
            _ => paragraphs.push(line.to_owned()),
        }
    }
    paragraphs.retain(|paragraph| !is_blank(paragraph));
    paragraphs
}

/// The first line that is not blank.
pub fn first_line(text: &str) -> Option<&str> {
    text.lines().find(|line| !is_blank(line))
}

/// The lines of a paragraph one after the other. A hyphen between letters at a line end may be the word's or
/// the line's; no program can tell, so both are kept as the one sign that stands for either.
pub fn joined(paragraph: &str) -> String {
    let mut joined = String::with_capacity(paragraph.len());
    for line in paragraph.lines() {
        let line = line.trim();
        let open = joined.strip_suffix(['-', '\u{2010}', '\u{ad}']);
        let open = open.filter(|before| before.ends_with(char::is_alphanumeric) && line.starts_with(char::is_alphanumeric));
        if let Some(length) = open.map(str::len) {
            joined.truncate(length);
            joined.push(LINE_HYPHEN);
        } else if !joined.is_empty() {
            joined.push('\n');
        }
        joined.push_str(line);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_at_a_line_end_is_either() {
        let check = |text: &str, expected: &str| assert_eq!(joined(text), expected, "{text:?}");
        check("the govern-\nment of", "the govern‧ment of");
        check("the govern\u{ad}\r\n  ment of", "the govern‧ment of");
        check("anti-\nTaliban", "anti‧Taliban");
        check("we -\nthey say", "we -\nthey say");
        check("7-\n", "7-");
        check("a\nb", "a\nb");
        check("", "");
    }
}
