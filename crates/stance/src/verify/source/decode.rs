//! Decoding: from the bytes of a file to its letters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// A page says how it is encoded among its first bytes.
const HEAD: usize = 1024;

/// A text, and what its reader should know of how it was decoded.
pub struct Decoded {
    /// The letters.
    pub text: String,
    /// What to say of the file where the encoding is a guess, or does not fit everywhere.
    pub note: Option<String>,
}

/// Decodes by the byte-order mark, else as UTF-8, else as the file says of itself, else as a guess.
pub fn decode(bytes: &[u8]) -> Decoded {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let known = marked.or_else(|| str::from_utf8(bytes).is_ok().then_some(UTF_8)).or_else(|| declared(bytes));
    let encoding = known.unwrap_or_else(|| guessed(bytes));
    let (text, encoding, broken) = encoding.decode(bytes);
    let name = encoding.name();
    let note = match (known, broken) {
        (None, _) => Some(format!("says nothing of how it is encoded; it was read as {name}, which is a guess")),
        (Some(_), true) => Some(format!("has bytes that are no {name}; they were read as �")),
        (Some(_), false) => None,
    };
    Decoded { text: text.into_owned(), note }
}

/// The encoding that a page names, in `<meta charset="…">` or `<?xml encoding="…"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let after = |key: &str, tag: &str| head.split_once(tag).and_then(|(_, rest)| Some(rest.split_once(key)?.1.to_owned()));
    let label = after("charset=", "<meta").or_else(|| after("encoding=", "<?xml"))?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let label = label.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:.".contains(letter)).next()?;
    // What begins with these letters as single bytes is in no encoding of two bytes a letter.
    Some(Encoding::for_label(label.as_bytes())?.output_encoding())
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_known_or_guessed() {
        let check = |bytes: &[u8], text: &str, note: &str| {
            let decoded = decode(bytes);
            assert_eq!((decoded.text.as_str(), decoded.note.as_deref().unwrap_or_default()), (text, note));
        };
        check("озеро".as_bytes(), "озеро", "");
        check(b"\xef\xbb\xbflake", "lake", "");
        check(b"\xff\xfel\0a\0k\0e\0", "lake", "");
        check(b"\xfe\xff\x04\x3e\x04\x37", "оз", "");
        check(b"<meta charset='windows-1251'>\xee\xe7\xe5\xf0\xee", "<meta charset='windows-1251'>озеро", "");
        check(b"<?xml version='1.0' encoding=\"ISO-8859-1\"?>caf\xe9", "<?xml version='1.0' encoding=\"ISO-8859-1\"?>café", "");
        check(b"<meta charset=utf-8>caf\xe9", "<meta charset=utf-8>caf�", "has bytes that are no UTF-8; they were read as �");
        let guess = |name: &str| format!("says nothing of how it is encoded; it was read as {name}, which is a guess");
        check(b"un caf\xe9 \xe0 la carte", "un café à la carte", &guess("windows-1252"));
        let russian = "Мы никогда не отдадим озеро, сказал министр.";
        check(&encoding_rs::WINDOWS_1251.encode(russian).0, russian, &guess("windows-1251"));
        check(&encoding_rs::KOI8_R.encode(russian).0, russian, &guess("KOI8-U"));
    }
}
