//! Normalising: how text is written before a quote is compared with its source.
//!
//! A content system turns straight quotation marks into curly ones, a word processor three dots
//! into one sign, a page break a space into a line end. None of this changes what was said, so all
//! of it is written alike. Words, their case, punctuation and dashes are kept as they are.

use std::iter::once;

use unicode_normalization::UnicodeNormalization;

/// The one sign for something left out, in normal text always with a space on either side.
pub const ELLIPSIS: char = '…';

/// In a source, the sign for a hyphen at a line end: that of a word, or one that only the line needed.
pub const LINE_HYPHEN: char = '‧';

/// `text` with quotation marks, apostrophes, white space and ellipses written in one way.
pub fn normal(text: &str) -> String {
    let visible = text.chars().flat_map(letters).nfc().filter(|&letter| !is_invisible(letter));
    let plain = collapse(visible.map(plain_mark));
    let mut result = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some(letter) = rest.chars().next() {
        if let Some(after) = strip_ellipsis(rest) {
            rest = after.trim_start();
            // Two in a row leave out no more than one does.
            if !result.trim_end().ends_with(ELLIPSIS) {
                result.truncate(result.trim_end().len());
                result.extend([' ', ELLIPSIS, ' ']);
            }
        } else {
            result.push(letter);
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    result.trim().to_owned()
}

/// Whether a line shows nothing.
pub fn is_blank(line: &str) -> bool {
    line.chars().all(|letter| letter.is_whitespace() || letter.is_control() || is_invisible(letter))
}

/// Runs of white space as one space each.
fn collapse(letters: impl Iterator<Item = char>) -> String {
    let mut result = String::new();
    for letter in letters {
        if !letter.is_whitespace() {
            result.push(letter);
        } else if !result.ends_with(' ') {
            result.push(' ');
        }
    }
    result
}

/// What follows the ellipsis that `text` begins with, brackets included.
fn strip_ellipsis(text: &str) -> Option<&str> {
    let bracketed = |open, close| {
        let inside = text.strip_prefix(open)?.trim_start();
        strip_dots(inside)?.trim_start().strip_prefix(close)
    };
    let bare = || strip_dots(text);
    bracketed('(', ')').or_else(|| bracketed('[', ']')).or_else(bare)
}

fn strip_dots(text: &str) -> Option<&str> {
    // The first of four dots ends the sentence, the other three are the ellipsis.
    if text.starts_with("....") || text.starts_with(". . . .") {
        return None;
    }
    let rest = ["...", ". . .", "…"].iter().find_map(|dots| text.strip_prefix(dots))?;
    Some(rest.trim_start_matches('.'))
}

/// Characters without a width: where a line may break, what joins, which way the text runs.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The letters that a ligature of a printed text stands for.
fn letters(letter: char) -> impl Iterator<Item = char> {
    let (first, more) = match letter {
        '\u{fb00}' => ('f', "f"),
        '\u{fb01}' => ('f', "i"),
        '\u{fb02}' => ('f', "l"),
        '\u{fb03}' => ('f', "fi"),
        '\u{fb04}' => ('f', "fl"),
        '\u{fb05}' | '\u{fb06}' => ('s', "t"),
        _ => (letter, ""),
    };
    once(first).chain(more.chars())
}

fn plain_mark(letter: char) -> char {
    match letter {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʻ' | 'ʼ' | '`' | '´' | '＇' => '\'',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn one_way_of_writing() {
        let check = |text: &str, expected: &str| assert_eq!(normal(text), expected, "{text:?}");
        // Quotation marks and apostrophes.
        check("“We won’t,” he said", "\"We won't,\" he said");
        check("„so“ «ainsi» ‘thus’ ‹là›", "\"so\" \"ainsi\" 'thus' 'là'");
        check("Oʻzbekiston", "O'zbekiston");
        // White space.
        check("  a \t b\r\nc\n\nd ", "a b c d");
        check("a\u{a0}b\u{202f}c\u{3000}d", "a b c d");
        check("gov\u{200b}ern\u{ad}ment", "government");
        check("a \u{200b} b\u{feff}", "a b");
        // Accents, typed as one character or two.
        check("Betu\u{308}l", "Betül");
        // Ligatures.
        check("o\u{fb03}ce, \u{fb01}ve \u{fb02}ags, o\u{fb00}", "office, five flags, off");
        // Dashes, case and punctuation stay.
        check("7-9 – a—b, C!", "7-9 – a—b, C!");
        // Ellipses.
        check("a … b", "a … b");
        check("a...b", "a … b");
        check("a (…) b", "a … b");
        check("a [...] b", "a … b");
        check("a ( … ) b", "a … b");
        check("areas(…) We", "areas … We");
        check("mobilized, (…) We", "mobilized, … We");
        check("a . . . b", "a … b");
        check("a.... b", "a. … b");
        check("a. . . . b", "a. … b");
        check("a…. b", "a … b");
        check("a …… b", "a … b");
        check("a … (…) b", "a … b");
        check("(…) We", "… We");
        check("We…", "We …");
        check("etc. ... We", "etc. … We");
        // Brackets around words, and pairs that are none, stay.
        check("We … [we] are", "We … [we] are");
        check("(…] a", "( … ] a");
        check("a.. b", "a.. b");
        check("...", "…");
        check("", "");
    }

    #[test]
    fn normal_text_stays_as_it_is() {
        for text in ["“a”....(…)[ … ] ’b’", "a. . . . . b", "(...) …. ‹x›\u{a0}", ". ..…. ."] {
            assert_eq!(normal(&normal(text)), normal(text), "{text:?}");
        }
    }
}
