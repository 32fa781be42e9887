//! Text from bytes, in whatever encoding they were saved.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::words::count;

/// This much of a file tells whether it is in UTF-16.
const SAMPLE: usize = 4096;

/// The text of a file, and what was done to get it, a sentence each.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, Vec<String>) {
    let marked = Encoding::for_bom(bytes);
    let (encoding, how) = match (marked, without_mark(bytes)) {
        (Some((encoding, _)), _) => (encoding, "as its first bytes say"),
        (None, Some(encoding)) => (encoding, "by its zero bytes"),
        (None, None) => guess(bytes),
    };
    let bytes = bytes.get(marked.map_or(0, |(_, length)| length)..).unwrap_or_default();
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    let mut notes = vec![format!("The encoding is {}{}{how}.", name(encoding), if how.is_empty() { "" } else { ", " })];
    if replaced {
        let number = count(text.matches('\u{fffd}').count(), "character", "characters");
        notes.push(format!("{number} could not be read, shown as “\u{fffd}”."));
    }
    (without_zeros(text, &mut notes), notes)
}

/// The encoding by the name that people know it by.
fn name(encoding: &'static Encoding) -> String {
    let name = encoding.name();
    name.strip_prefix("windows-").map_or_else(|| name.to_string(), |page| format!("Windows-{page}"))
}

/// UTF-16 without a mark: in any script, spaces and separators have a zero byte, always on the same side.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    let (mut first, mut second) = (0, 0);
    for &[one, other] in pairs {
        first += usize::from(one == 0);
        second += usize::from(other == 0);
    }
    let is_enough = |zeros: usize, others: usize| zeros * 10 > pairs.len() && others * 20 < zeros;
    match (is_enough(first, second), is_enough(second, first)) {
        (true, _) => Some(UTF_16BE),
        (_, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-8 where it is that, but for a broken byte here and there; else by how letters follow each other.
fn guess(bytes: &[u8]) -> (&'static Encoding, &'static str) {
    if str::from_utf8(bytes).is_ok() {
        return (UTF_8, "");
    }
    let text = String::from_utf8_lossy(bytes);
    let broken = text.matches('\u{fffd}').count();
    let whole = text.chars().filter(|letter| !letter.is_ascii()).count() - broken;
    if whole > broken * 10 {
        return (UTF_8, "");
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    (detector.guess(None, Utf8Detection::Deny), "by how its letters follow each other")
}

fn without_zeros<'a>(text: Cow<'a, str>, notes: &mut Vec<String>) -> Cow<'a, str> {
    let zeros = text.matches('\0').count();
    if zeros == 0 {
        return text;
    }
    notes.push(format!("{} left out (NUL, which has no meaning).", count(zeros, "character was", "characters were")));
    Cow::Owned(text.replace('\0', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_its_encoding() {
        let check = |bytes: &[u8], text: &str, notes: &str| {
            let (found, told) = decode(bytes);
            assert_eq!((&*found, told.join(" ").as_str()), (text, notes));
        };
        let wide = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        check(b"", "", "The encoding is UTF-8.");
        check("Zürich".as_bytes(), "Zürich", "The encoding is UTF-8.");
        check("Z\u{fffd}rich".as_bytes(), "Z\u{fffd}rich", "The encoding is UTF-8.");
        check("\u{feff}Zürich".as_bytes(), "Zürich", "The encoding is UTF-8, as its first bytes say.");
        check(&wide("\u{feff}Żory\tŁódź", u16::to_le_bytes), "Żory\tŁódź", "The encoding is UTF-16LE, as its first bytes say.");
        check(&wide("\u{feff}a;b", u16::to_be_bytes), "a;b", "The encoding is UTF-16BE, as its first bytes say.");
        check(&wide("страна;тема;да\n", u16::to_le_bytes), "страна;тема;да\n", "The encoding is UTF-16LE, by its zero bytes.");
        check(&wide("land;ja\n", u16::to_be_bytes), "land;ja\n", "The encoding is UTF-16BE, by its zero bytes.");
        let guessed = "by how its letters follow each other.";
        check(
            b"L\xe4nder;\xd6l und G\xe4s f\xfcr \x84alle\x93",
            "Länder;Öl und Gäs für „alle“",
            &format!("The encoding is Windows-1252, {guessed}"),
        );
        let (russian, ..) = encoding_rs::WINDOWS_1251.encode("страна;позиция;Казахстан поддерживает проект");
        check(&russian, "страна;позиция;Казахстан поддерживает проект", &format!("The encoding is Windows-1251, {guessed}"));
    }

    #[test]
    fn what_is_lost_is_told() {
        let check = |bytes: &[u8], text: &str, note: &str| {
            let (found, told) = decode(bytes);
            assert_eq!((&*found, told.get(1).map(String::as_str)), (text, Some(note)));
        };
        check(
            b"a\0b,c and so on, long enough to be no UTF-16\0",
            "ab,c and so on, long enough to be no UTF-16",
            "2 characters were left out (NUL, which has no meaning).",
        );
        check(b"\xff\xfea\0\x00\xd8b\0", "a\u{fffd}b", "1 character could not be read, shown as “\u{fffd}”.");
        let broken = [&"äöü".repeat(9).into_bytes()[..], b"\xff"].concat();
        check(&broken, &format!("{}\u{fffd}", "äöü".repeat(9)), "1 character could not be read, shown as “\u{fffd}”.");
    }
}
