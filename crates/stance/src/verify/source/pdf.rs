//! PDF: the text of its pages, as paragraphs.
//!
//! A page is letters at places, in the order in which they are drawn. A page that cannot be read keeps none of the
//! others from being read.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Context, Result, ensure};
use pdf_extract::{Document, PlainTextOutput, output_doc_page};

use super::super::normal::is_blank;
use super::beside::beside;
use super::unpacked::is_too_large;

/// A file may have this many bytes when it is unpacked.
const MOST_UNPACKED: u64 = 512 << 20;

/// The text of a file.
pub struct Pages {
    /// Its paragraphs, across pages.
    pub paragraphs: Vec<String>,
    /// The pages that could not be read; the first one is 1.
    pub unread: Vec<u32>,
}

/// Whether the bytes are a PDF: it says so where a line begins, be it after what a mail or a server put before it.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes);
    head.split(|byte| b"\r\n".contains(byte)).any(|line| line.starts_with(b"%PDF-"))
}

/// Reads a PDF.
pub fn read(bytes: Vec<u8>) -> Result<Pages> {
    ensure!(!is_too_large(&bytes, MOST_UNPACKED), "unpacked, it is larger than {} MB", MOST_UNPACKED >> 20);
    let pages = beside(move || pages(&bytes))?;
    let unread = (1..).zip(&pages).filter(|(_, page)| page.is_none()).map(|(number, _)| number).collect();
    let texts: Vec<String> = pages.into_iter().flatten().collect();
    ensure!(!texts.is_empty(), "none of its pages can be read");
    ensure!(!texts.iter().all(|text| is_blank(text)), "it has no text; its pages may be pictures");
    Ok(Pages { paragraphs: paragraphs(&texts), unread })
}

/// The text of each page, where it can be read.
fn pages(bytes: &[u8]) -> Result<Vec<Option<String>>> {
    let mut document = Document::load_mem(bytes)?;
    if document.is_encrypted() {
        document.decrypt("").context("it needs a password")?;
    }
    let page = |&number: &u32| {
        let mut text = String::new();
        let read = || output_doc_page(&document, &mut PlainTextOutput::new(&mut text), number).is_ok();
        catch_unwind(AssertUnwindSafe(read)).unwrap_or(false).then_some(text)
    };
    Ok(document.get_pages().keys().map(page).collect())
}

/// The paragraphs of all pages, without what stands above and below the text on each.
fn paragraphs(pages: &[String]) -> Vec<String> {
    let mut heads = HashSet::new();
    let mut paragraphs: Vec<String> = Vec::new();
    for page in pages {
        let lines: Vec<&str> = page.lines().map(str::trim).collect();
        let first = lines.iter().position(|line| !is_blank(line));
        let last = lines.iter().rposition(|line| !is_blank(line));
        let is_edge = |at: usize| Some(at) == first || Some(at) == last;
        let kept = lines.iter().enumerate().filter(|&(at, line)| !(is_edge(at) && is_running(line, &mut heads)));
        let text: Vec<&str> = kept.map(|(_, line)| *line).collect();
        for block in text.split(|line| is_blank(line)).filter(|block| !block.is_empty()) {
            let block = block.join("\n");
            match paragraphs.last_mut() {
                Some(open) if goes_on(open, &block) => {
                    open.push('\n');
                    open.push_str(&block);
                }
                _ => paragraphs.push(block),
            }
        }
    }
    paragraphs
}

/// Whether the first or last line of a page is a page number, or stood on an earlier page, numbers aside.
fn is_running(line: &str, heads: &mut HashSet<String>) -> bool {
    let words: String = line.chars().filter(|letter| letter.is_alphabetic()).collect();
    let number = words.is_empty() && line.chars().any(char::is_numeric);
    number || !heads.insert(words)
}

/// Whether a paragraph goes on after a gap, as at the end of a page: it has no end, and what follows no beginning.
fn goes_on(open: &str, next: &str) -> bool {
    open.ends_with(|letter: char| letter.is_alphanumeric() || "-\u{2010}\u{ad},;".contains(letter)) && next.starts_with(char::is_lowercase)
}
