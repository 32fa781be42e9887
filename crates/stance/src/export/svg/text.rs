//! Text on a picture: how wide it is, about, and what of it fits. No font is at hand, so widths are those of a common
//! sans, on the wide side: what stands beside must not be run into.

use unicode_normalization::char::is_combining_mark;

use crate::table::collapsed;

/// What a picture can hold of a text: on one line, without characters that XML has no place for.
pub(super) fn clean(text: &str) -> String {
    let is_kept = |letter: &char| letter.is_whitespace() || !(letter.is_control() || ('\u{fffe}'..='\u{ffff}').contains(letter));
    collapsed(&text.chars().filter(is_kept).collect::<String>())
}

/// Whether `text` begins with letters that go from right to left.
pub(super) fn is_mirrored(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

/// How wide `text` is at `size`, about.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(breadth).sum::<f64>() * size
}

/// How much wider bold text is than common text.
pub(super) const BOLD: f64 = 1.12;

/// The breadth of a letter, in parts of the size.
fn breadth(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | '·' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '“' | '”' | '"' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | 'ж' | 'ш' | 'щ' | 'ю' | 'ф' | 'ы' | 'м' | 'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ф' | 'Ы'
        | 'М' => 0.95,
        // Letters of Arabic join, and its vowels take no room of their own.
        '\u{600}'..='\u{6ff}' => 0.54,
        letter if is_combining_mark(letter) || ('\u{2066}'..='\u{2069}').contains(&letter) => 0.0,
        letter if letter.is_uppercase() => 0.72,
        letter if letter.is_ascii() => 0.6,
        // Ideographs, syllables of Korean, emoji.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 1.05,
        _ => 0.64,
    }
}

/// `text`, or as much of it as fits `room`, with an ellipsis.
pub(super) fn cut(text: &str, room: f64, size: f64) -> String {
    // Sums of the same letters may differ in their last digits.
    if width(text, size) <= room + 0.01 {
        return text.to_string();
    }
    let room = room - width("…", size);
    let mut kept = 0;
    let mut taken = 0.0;
    for (at, letter) in text.char_indices() {
        taken += breadth(letter) * size;
        if taken > room {
            break;
        }
        kept = at + letter.len_utf8();
    }
    format!("{}…", text.get(..kept).unwrap_or_default().trim_end())
}

/// `text` on at most `most` lines; what does not fit is cut.
pub(super) fn wrapped(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    lines(text, room, size, most).iter().map(|line| cut(line, room, size)).collect()
}

/// Whether `text` fits whole on `most` lines.
pub(super) fn fits(text: &str, room: f64, size: f64, most: usize) -> bool {
    lines(text, room, size, most).iter().all(|line| width(line, size) <= room + 0.01)
}

/// Lines that break between words; the last of `most` takes whatever is left.
fn lines(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let is_last = lines.len() == most;
        match lines.last_mut() {
            Some(line) if is_last || width(line, size) + width(" ", size) + width(word, size) <= room => line.extend([" ", word]),
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_cut() {
        let check = |text: &str, room: f64, expected: &str| assert_eq!(cut(text, room, 10.0), expected, "{text}");
        check("Border", 60.0, "Border");
        check("Border violations", 60.0, "Border vi…");
        check("Border violations", 48.0, "Border…");
        check("Нарушения границы", 60.0, "Нарушен…");
        check("e\u{301}e\u{301}e\u{301}", 13.0, "…");
        check("", 0.0, "");
    }

    #[test]
    fn lines_break_between_words() {
        let check = |text: &str, most: usize, expected: &[&str]| assert_eq!(wrapped(text, 60.0, 10.0, most), expected, "{text}");
        check("Trade and energy links", 3, &["Trade and", "energy", "links"]);
        check("Trade and energy links", 1, &["Trade an…"]);
        check("Donaudampfschifffahrt", 2, &["Donauda…"]);
        check("", 2, &[]);
    }

    #[test]
    fn what_xml_has_no_place_for_goes() {
        assert_eq!(clean("a\u{0}\u{b}b\n\u{ffff}c"), "a b c");
    }
}
