//! A source: a plain text that quotes are proved against.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde::{Deserialize, Serialize};

use super::digest::sha256;
use super::normal::{is_blank, normal};

/// What a proof says of a source. The text itself is not ours to hand on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The title, for who reads the proof.
    pub title: String,
    /// The digest of the file's bytes, which tells whether another file is the same source.
    pub sha256: String,
}

/// A source with its text, ready to be searched.
#[derive(Debug)]
pub struct Source {
    /// What a proof says of it.
    pub origin: Origin,
    /// The whole text, normalised; its paragraphs are joined by spaces.
    pub(crate) text: String,
    /// Where in the text each paragraph begins.
    starts: Vec<usize>,
}

impl Source {
    /// Reads a source from disk. Its title is its first line that is not blank, unless one is given.
    pub fn open(path: &Path, title: Option<&str>) -> Result<Self> {
        let file = path.display();
        let bytes = std::fs::read(path).with_context(|| format!("cannot read the source {file}"))?;
        let text = str::from_utf8(&bytes).with_context(|| format!("the source {file} is not plain text in UTF-8"))?;
        Self::new(text, title).ok_or_else(|| anyhow!("the source {file} is empty"))
    }

    /// The source with this text; none where the text shows nothing.
    pub fn new(text: &str, title: Option<&str>) -> Option<Self> {
        let first = text.lines().find(|line| !is_blank(line))?;
        let title = title.unwrap_or(first).trim_matches(|letter: char| is_blank(letter.encode_utf8(&mut [0; 4])));
        let origin = Origin { title: title.to_owned(), sha256: sha256(text.as_bytes()) };
        let mut source = Self { origin, text: String::new(), starts: Vec::new() };
        for paragraph in paragraphs(text) {
            if !source.text.is_empty() {
                source.text.push(' ');
            }
            source.starts.push(source.text.len());
            source.text.push_str(&normal(&paragraph));
        }
        Some(source)
    }

    /// The number of the paragraph that byte `at` of the text is in; the first one is 1.
    pub(crate) fn paragraph(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at)
    }
}

/// The paragraphs of a text: what blank lines separate. Where there are none, every line is one.
fn paragraphs(text: &str) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_counted_from_one() {
        let check = |text: &str, word: &str, expected: usize| {
            let source = Source::new(text, None).unwrap();
            assert_eq!(source.paragraph(source.text.find(word).unwrap()), expected, "{word} in {text:?}");
        };
        check("a\n\nb c\nd\n\n\ne", "a", 1);
        check("a\n\nb c\nd\n\n\ne", "c", 2);
        check("a\n\nb c\nd\n\n\ne", "d", 2);
        check("a\n\nb c\nd\n\n\ne", "e", 3);
        check("\n\n\u{feff}\na\r\n \u{a0}\r\nb", "b", 2);
        // Without blank lines, and with one at the end only.
        check("a\nb\nc", "c", 3);
        check("a\nb\nc\n\n", "c", 3);
    }

    #[test]
    fn the_title_is_the_first_line_unless_given() {
        let check = |text: &str, title: Option<&str>, expected: Option<&str>| {
            let source = Source::new(text, title);
            assert_eq!(source.map(|source| source.origin.title).as_deref(), expected, "{text:?}");
        };
        check("\u{feff}\n  The Taliban’s advance \n\nby", None, Some("The Taliban’s advance"));
        check("a\n", Some("Other"), Some("Other"));
        check(" \n\u{200b}\n", Some("Other"), None);
    }
}
