//! What Unicode says of letters. In the browser the browser knows it: the tables of Rust's standard library
//! would be a tenth of all that a reader downloads.

/// Adds `letter` to `text` in lower case.
pub(crate) fn push_lower(text: &mut String, letter: char) {
    text.push(lower(letter));
    // The only letter that becomes two, in Unicode's SpecialCasing.txt.
    if letter == 'İ' {
        text.push('\u{307}');
    }
}

/// The lower case of `letter`, or the first letter of it.
pub(crate) fn lower(letter: char) -> char {
    if letter.is_ascii() { letter.to_ascii_lowercase() } else { unicode::lower(letter) }
}

/// Whether `letter` is a letter or a digit.
pub(crate) fn is_letter_or_digit(letter: char) -> bool {
    if letter.is_ascii() { letter.is_ascii_alphanumeric() } else { unicode::is_letter_or_digit(letter) }
}

#[cfg(not(target_family = "wasm"))]
mod unicode {
    pub fn lower(letter: char) -> char {
        letter.to_lowercase().next().unwrap_or(letter)
    }

    pub fn is_letter_or_digit(letter: char) -> bool {
        letter.is_alphanumeric()
    }
}

#[cfg(target_family = "wasm")]
mod unicode {
    use std::cell::Cell;

    use js_sys::{JsString, RegExp};

    pub fn lower(letter: char) -> char {
        // The letters of a script lie together: nearly every one was asked for before.
        const ASKED: usize = 256;
        thread_local!(static LOWER: [Cell<(char, char)>; ASKED] = const { [const { Cell::new(('\0', '\0')) }; ASKED] });
        LOWER.with(|asked| {
            let Some(place) = asked.get(letter as usize % ASKED) else { return letter };
            if place.get().0 != letter {
                let lower = JsString::from(letter.encode_utf8(&mut [0; 4]) as &str).to_lower_case();
                place.set((letter, String::from(lower).chars().next().unwrap_or(letter)));
            }
            place.get().1
        })
    }

    pub fn is_letter_or_digit(letter: char) -> bool {
        RegExp::new("[\\p{Alphabetic}\\p{N}]", "u").test(letter.encode_utf8(&mut [0; 4]))
    }
}

#[cfg(test)]
mod tests {
    use super::{is_letter_or_digit, push_lower};

    #[test]
    fn letters_are_as_unicode_says() {
        for letter in '\0'..=char::MAX {
            let mut text = String::new();
            push_lower(&mut text, letter);
            assert!(text.chars().eq(letter.to_lowercase()), "{letter}");
            assert_eq!(is_letter_or_digit(letter), letter.is_alphanumeric(), "{letter}");
        }
    }
}
