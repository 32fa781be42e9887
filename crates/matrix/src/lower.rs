//! Letters in lower case. In the browser the browser knows them: the tables of Rust's standard library
//! would be a twelfth of all that a reader downloads.

/// Adds `letter` to `text` in lower case.
pub(crate) fn push_lower(text: &mut String, letter: char) {
    match letter {
        ..='\u{7f}' => text.push(letter.to_ascii_lowercase()),
        // The only letter that becomes two, in Unicode's SpecialCasing.txt.
        'İ' => text.push_str("i\u{307}"),
        _ => text.push(lower(letter)),
    }
}

#[cfg(not(target_family = "wasm"))]
fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(target_family = "wasm")]
fn lower(letter: char) -> char {
    use std::cell::Cell;

    // The letters of a script lie together: nearly every one was asked for before.
    const ASKED: usize = 256;
    thread_local!(static LOWER: [Cell<(char, char)>; ASKED] = const { [const { Cell::new(('\0', '\0')) }; ASKED] });
    LOWER.with(|asked| {
        let Some(place) = asked.get(letter as usize % ASKED) else { return letter };
        if place.get().0 != letter {
            let lower = js_sys::JsString::from(letter.encode_utf8(&mut [0; 4]) as &str).to_lower_case();
            place.set((letter, String::from(lower).chars().next().unwrap_or(letter)));
        }
        place.get().1
    })
}

#[cfg(test)]
mod tests {
    use super::push_lower;

    #[test]
    fn letters_are_lowered_as_unicode_says() {
        for letter in '\0'..=char::MAX {
            let mut text = String::new();
            push_lower(&mut text, letter);
            assert!(text.chars().eq(letter.to_lowercase()), "{letter}");
        }
    }
}
