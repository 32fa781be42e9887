//! A source: a text, a page or a PDF that quotes are proved against.

pub(crate) mod beside;
mod decode;
mod html;
mod pdf;
mod plain;
mod unpacked;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde::{Deserialize, Serialize};

use super::digest::sha256;
use super::normal::{LINE_HYPHEN, is_blank, normal};

/// A source is no larger than this, in bytes.
const LARGEST: u64 = 64 << 20;

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
    /// What is to be said of the file: that its encoding is a guess, or which pages cannot be read.
    pub notes: Vec<String>,
    /// The whole text, normalised; its paragraphs are joined by spaces.
    pub(crate) text: String,
    /// Where in the text a line end may have cut a word in two.
    pub(crate) cuts: Vec<usize>,
    /// Where in the text each paragraph begins.
    starts: Vec<usize>,
}

/// What a file says, however it says it.
#[derive(Default)]
struct Content {
    title: Option<String>,
    paragraphs: Vec<String>,
    notes: Vec<String>,
}

impl Source {
    /// Reads a source from disk: plain text, HTML or PDF, told by what is in the file. Its title is what a page calls
    /// itself, else its first line that is not blank, unless one is given.
    pub fn open(path: &Path, title: Option<&str>) -> Result<Self> {
        let file = path.display();
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
        read.with_context(|| format!("cannot read the source {file}"))?;
        ensure!(bytes.len() as u64 <= LARGEST, "the source {file} is larger than {} MB", LARGEST >> 20);
        let digest = sha256(&bytes);
        let mut content = content(path, bytes).with_context(|| format!("cannot read the source {file}"))?;
        content.notes.iter_mut().for_each(|note| *note = format!("{file} {note}"));
        Self::of(content, digest, title).ok_or_else(|| anyhow!("the source {file} is empty"))
    }

    /// The source with this plain text; none where the text shows nothing.
    pub fn new(text: &str, title: Option<&str>) -> Option<Self> {
        Self::of(Content::plain(text), sha256(text.as_bytes()), title)
    }

    fn of(content: Content, sha256: String, title: Option<&str>) -> Option<Self> {
        let first = content.paragraphs.iter().find_map(|paragraph| plain::first_line(paragraph))?;
        let title = title.or(content.title.as_deref()).unwrap_or(first);
        let title = title.replace(char::is_control, " ");
        let title = title.trim_matches(|letter: char| is_blank(letter.encode_utf8(&mut [0; 4]))).to_owned();
        let notes = content.notes;
        let mut source = Self { origin: Origin { title, sha256 }, notes, text: String::new(), cuts: Vec::new(), starts: Vec::new() };
        for paragraph in &content.paragraphs {
            if !source.text.is_empty() {
                source.text.push(' ');
            }
            source.starts.push(source.text.len());
            source.text.push_str(&normal(&plain::joined(paragraph)));
        }
        source.cuts = source.text.match_indices(LINE_HYPHEN).map(|(at, _)| at).collect();
        Some(source)
    }

    /// The number of the paragraph that byte `at` of the text is in; the first one is 1.
    pub(crate) fn paragraph(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at)
    }

    /// Where the paragraph ends that byte `at` of the text is in.
    pub(crate) fn paragraph_end(&self, at: usize) -> usize {
        self.starts.get(self.paragraph(at)).copied().unwrap_or(self.text.len())
    }
}

/// Reads the bytes of a file as what they are.
fn content(path: &Path, bytes: Vec<u8>) -> Result<Content> {
    if pdf::is_pdf(&bytes) {
        let pdf::Pages { paragraphs, unread } = pdf::read(bytes)?;
        let notes = unread.iter().map(|page| format!("has a page that cannot be read, page {page}")).collect();
        return Ok(Content { title: None, paragraphs, notes });
    }
    let decode::Decoded { text, note } = decode::decode(&bytes);
    if text.contains('\0') {
        bail!("it is neither text nor HTML nor PDF");
    }
    let named = |name: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(name));
    let mut content = if html::is_html(&text) || ["html", "htm", "xhtml"].into_iter().any(named) {
        let html::Page { title, paragraphs } = html::read(text)?;
        Content { title, paragraphs, notes: Vec::new() }
    } else {
        Content::plain(&text)
    };
    content.notes.extend(note);
    Ok(content)
}

impl Content {
    fn plain(text: &str) -> Self {
        Self { paragraphs: plain::paragraphs(text), ..Self::default() }
    }
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
        check("\u{1b}\u{0}\nThe lake", None, Some("The lake"));
        check("\u{1b}\n", None, None);
    }
}
