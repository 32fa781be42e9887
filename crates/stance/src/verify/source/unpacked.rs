//! How large a PDF is when it is unpacked: asked before it is read, since what reads it knows no limit.

use std::io::{Read, copy, sink};

use flate2::read::ZlibDecoder;

/// Whether the packed parts of a PDF unpack to more than `most` bytes in all, or are packed more than once, which no
/// text needs.
pub fn is_too_large(bytes: &[u8], most: u64) -> bool {
    let mut total = 0;
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream") {
        let before = rest.get(..at).unwrap_or_default();
        rest = rest.get(at + b"stream".len()..).unwrap_or_default();
        // Its end is called like its beginning.
        if before.ends_with(b"end") {
            continue;
        }
        let packed = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n")).or(rest.strip_prefix(b"\r")).unwrap_or(rest);
        // What is broken or not packed this way ends at once.
        let left = most.saturating_sub(total).saturating_add(1);
        total += copy(&mut ZlibDecoder::new(packed).take(left), &mut sink()).unwrap_or_default();
        if total > most || times(before) > 1 {
            return true;
        }
    }
    false
}

/// How often a part is packed, by its names for that, which stand just before it.
fn times(before: &[u8]) -> usize {
    let about = String::from_utf8_lossy(before.get(before.len().saturating_sub(1024)..).unwrap_or(before));
    let about = about.rsplit("obj").next().unwrap_or_default();
    about.matches("/FlateDecode").count() + about.matches("/Fl ").count() + about.matches("/LZWDecode").count()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::ZlibEncoder};

    use super::is_too_large;

    #[test]
    fn what_unpacks_without_end_is_known() {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&vec![b' '; 3_000_000]).unwrap();
        let packed = packed.finish().unwrap();
        let part =
            |filter: &str| [format!("1 0 obj <</Filter {filter}>> stream\r\n").as_bytes(), &packed, b"\nendstream endobj\n"].concat();
        let one = part("/FlateDecode");
        assert!(!is_too_large(&one, 4_000_000) && is_too_large(&one, 2_000_000));
        // Not one part is too large, but two are; and what is packed twice is not unpacked twice to see.
        assert!(is_too_large(&[one.clone(), one].concat(), 4_000_000));
        assert!(is_too_large(&part("[/FlateDecode /FlateDecode]"), 4_000_000));
        assert!(is_too_large(&part("[/FlateDecode /FlateDecode] /DecodeParms [<<>> <<>>]"), 4_000_000));
        assert!(!is_too_large(b"%PDF-1.4 stream upstream endstream", 10));
    }
}
