//! What is said of quotes that no source has.

use std::io::{Result, Write};

use anstyle::{AnsiColor, Style};

use super::difference::{Cause, Mark};
use super::place;
use super::prove::{Missing, Near};
use super::source::Origin;
use crate::words::{in_marks, shown};

/// So many letters of a title are shown.
const TITLE: usize = 80;

/// What only the quote has.
const QUOTE: Style = AnsiColor::Red.on_default().strikethrough();
/// What only the source has.
const SOURCE: Style = AnsiColor::Green.on_default().bold();

/// Prints each quote with the nearest passage, and what the marks in it mean.
pub(super) fn print_missing(missing: &[Missing<'_>], out: &mut impl Write) -> Result<()> {
    missing.iter().try_for_each(|missing| print_one(missing, out))?;
    let is_marked = |(_, near): &(String, Near)| matches!(near, Near::Passage(passage) if passage.cause != Some(Cause::Spaces));
    if missing.iter().flat_map(|missing| &missing.pieces).any(is_marked) {
        let (quote, source) = (removed("so"), added("so"));
        writeln!(out, "Marked {quote} is what only the quote has, {source} what only the source has.")?;
    }
    Ok(())
}

fn print_one(missing: &Missing<'_>, out: &mut impl Write) -> Result<()> {
    let quote = missing.quote;
    writeln!(out, "error: {}: no source has {}.", place(quote), in_marks(&quote.quote))?;
    let pieces = &missing.pieces;
    if pieces.is_empty() {
        return writeln!(out, "  It has no word that is not in brackets, so there is nothing to prove.");
    }
    for (piece, near) in pieces {
        // A quote of one piece needs no other name.
        let name = if pieces.len() > 1 { in_marks(piece) } else { "it".into() };
        print_piece(&name, near, out)?;
    }
    if pieces.iter().all(|(_, near)| matches!(near, Near::Found(..))) {
        writeln!(out, "  But they are not in one source, in this order and near enough.")?;
    }
    Ok(())
}

fn print_piece(name: &str, near: &Near, out: &mut impl Write) -> Result<()> {
    let passage = match near {
        Near::Found(origin, paragraph) => return writeln!(out, "  {name} is in {}, paragraph {paragraph}.", in_marks(&origin.title)),
        Near::Nothing => return writeln!(out, "  Nothing near {name} is in any source."),
        Near::Passage(passage) => passage,
    };
    writeln!(out, "  The passage nearest to {name} is in {}, paragraph {}:", title(&passage.origin), passage.paragraph)?;
    writeln!(out, "    {}", passage.marks.iter().map(marked).collect::<String>().trim())?;
    match passage.cause {
        Some(cause) => writeln!(out, "  The source has the same words, but {}.", differs(cause)),
        None => Ok(()),
    }
}

/// The title of a source; where it has none, its first line may be long.
fn title(origin: &Origin) -> String {
    let words: String = origin.title.chars().take(TITLE).collect();
    in_marks(&if words.len() < origin.title.len() { words + "…" } else { words })
}

fn differs(cause: Cause) -> &'static str {
    match cause {
        Cause::Case => "capital and small letters differ",
        Cause::Punctuation => "the punctuation differs",
        Cause::CaseAndPunctuation => "the punctuation, and capital and small letters differ",
        Cause::CutWord => "as part of a longer word",
        Cause::Spaces => "the spaces between them differ",
    }
}

fn marked(mark: &Mark) -> String {
    match mark {
        Mark::Both(text) => shown(text),
        Mark::Either { quote, source } => {
            let space = if quote.starts_with(' ') || source.starts_with(' ') { " " } else { "" };
            format!("{space}{}{}", removed(quote.trim()), added(source.trim()))
        }
    }
}

/// The brackets tell it where there are no colours.
fn removed(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{QUOTE}[-{}-]{QUOTE:#}", shown(text)) }
}

fn added(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{SOURCE}{{+{}+}}{SOURCE:#}", shown(text)) }
}
