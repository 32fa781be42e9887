//! Text that was spoilt on its way: read in a wrong encoding, with characters that do not show, or an error that a
//! spreadsheet has put there.

use encoding_rs::WINDOWS_1252;

use super::finding::{Finding, shortened};
use super::rules;

/// What spreadsheets write where a formula has failed, and no mark at its end tells.
const ERRORS: [&str; 5] = ["#N/A", "#N/D", "#NV", "#Н/Д", "#N/B"];

/// What is wrong with the text of a column.
pub fn look(column: &'static str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if is_error(text.trim()) {
        findings.push(Finding::new(&rules::SPREADSHEET_ERROR, column, text.trim()));
    }
    if is_formula(text) {
        findings.push(Finding::new(&rules::FORMULA, column, shortened(text)));
    }
    let mended = if text.is_ascii() { None } else { mended(text) };
    if mended.is_some() || text.contains('\u{fffd}') {
        findings.push(Finding::new(&rules::MOJIBAKE, column, shortened(text)).meant(mended.as_deref().map(shortened)));
    } else if let Some(letter) = text.chars().find(|&letter| is_hidden(letter)) {
        findings.push(Finding::new(&rules::HIDDEN_CHARACTER, column, format!("U+{:04X}", u32::from(letter))));
    }
    findings
}

/// Whether a text is what a spreadsheet of any language writes where a formula has failed: `#REF!`, `#BEZUG!`, `#NOM?`.
fn is_error(text: &str) -> bool {
    let word = text.strip_prefix('#').and_then(|word| word.strip_suffix(['!', '?'])).map(|word| word.trim_start_matches(['¡', '¿']));
    let is_word = |word: &str| word.chars().count() > 2 && word.chars().all(|letter| letter.is_uppercase() || "/0".contains(letter));
    ERRORS.contains(&text) || word.is_some_and(is_word)
}

/// Whether a text is a formula: `=NAME(…)`.
fn is_formula(text: &str) -> bool {
    let name = text.strip_prefix('=').and_then(|rest| rest.split_once('(')).map(|(name, _)| name);
    name.is_some_and(|name| !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || "._".contains(letter)))
}

/// Whether a character does not show and has no business in a text. Joiners and marks of direction that scripts need
/// are no such; what turns other text around is.
fn is_hidden(letter: char) -> bool {
    let is_control = letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    is_control || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{200b}' | '\u{fff9}'..='\u{fffb}')
}

/// The text as it was before somebody read UTF-8 as Windows-1252; none where nobody did.
fn mended(text: &str) -> Option<String> {
    let mut mended = String::with_capacity(text.len());
    let mut found = 0;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = letter.len_utf8();
        match misread(rest) {
            Some((meant, length)) => {
                mended.push(meant);
                // One pair of Cyrillic is too little to tell it from a word in capitals before a quotation mark.
                found += if matches!(meant, '\u{400}'..='\u{47f}') { 1 } else { 2 };
                rest = rest.get(length..).unwrap_or_default();
            }
            None => {
                mended.push(letter);
                rest = rest.get(length..).unwrap_or_default();
            }
        }
    }
    (found >= 2).then_some(mended)
}

/// The character whose bytes the first characters of `text` are, each read by itself, and their length in bytes.
fn misread(text: &str) -> Option<(char, usize)> {
    let bytes = |letters: usize| -> Option<(Vec<u8>, usize)> {
        let end = text.char_indices().nth(letters).map_or(text.len(), |(end, _)| end);
        let (bytes, _, failed) = WINDOWS_1252.encode(text.get(..end)?);
        (!failed && bytes.len() == letters).then(|| (bytes.into_owned(), end))
    };
    let first = text.chars().next()?;
    let letters = match first {
        'Â' | 'Ã' | 'Ð' | 'Ñ' | 'Å' | 'Ä' => 2,
        'â' => 3,
        'ð' => 4,
        _ => return None,
    };
    let (bytes, end) = bytes(letters)?;
    // After a capital at the end of a quote stands a mark of quotation or a dash.
    let ends_a_quote =
        letters == 2 && first != 'Â' && text.chars().nth(1).is_some_and(|next| matches!(next, '’' | '”' | '“' | '–' | '—' | '…' | '»'));
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (!ends_a_quote || matches!(meant, '\u{400}'..='\u{47f}')).then_some((meant, end))
}

#[cfg(test)]
mod tests {
    use super::super::finding::named;
    use super::*;

    #[test]
    fn spoilt_text_is_told_and_mended() {
        let check = |text: &str, expected: &[(&str, Option<&str>)]| assert_eq!(named(&look("text", text)), expected, "{text:?}");
        check("We won’t — “never”, café, Ñandú, ÉCOLE”, IRMÃ” — ok", &[]);
        check("Мы поддерживаем", &[]);
        check("می\u{200c}شود \u{200f}!", &[]);
        check("cafÃ©", &[("mojibake", Some("café"))]);
        check("wonâ€™t", &[("mojibake", Some("won’t"))]);
        check("ÐœÑ‹ Ð·Ð°", &[("mojibake", Some("Мы за"))]);
        check("Â«ouiÂ»", &[("mojibake", Some("«oui»"))]);
        check("caf\u{fffd}", &[("mojibake", None)]);
        check("a\0b", &[("hidden-character", None)]);
        check("a\u{202e}b", &[("hidden-character", None)]);
        check("a\tb\nc", &[]);
        check(" #REF! ", &[("spreadsheet-error", None)]);
        for error in ["#BEZUG!", "#NV", "#NAME?", "#DIV/0!", "#VALEUR!", "#¡VALOR!", "#¿NOMBRE?", "#ССЫЛКА!", "#Н/Д"] {
            check(error, &[("spreadsheet-error", None)]);
        }
        check("#1", &[]);
        check("#MeToo!", &[]);
        check("=VERKETTEN(A1;B1)", &[("formula", None)]);
        check("=) we agree (mostly)", &[]);
    }

    #[test]
    fn every_text_read_wrongly_is_told() {
        for text in ["naïve", "Größe", "šest", "“quoted”", "не согласны", "1 000 €", "Łódź"] {
            let wrong = WINDOWS_1252.decode(text.as_bytes()).0;
            let found = look("text", &wrong);
            assert_eq!(named(&found), [("mojibake", Some(text))], "{wrong}");
        }
    }
}
