//! Ids made from names.

use crate::letters::{is_letter_or_digit, push_lower};

/// The id of a name: lower-cased, with every run of characters that are neither letters nor digits
/// as one hyphen. A name without letters and digits gives `-`.
pub fn slug(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for letter in name.trim().chars() {
        if is_letter_or_digit(letter) {
            push_lower(&mut id, letter);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    if id.is_empty() { "-".into() } else { id }
}

/// `id` itself, or, where that is `taken`, the first of `id-2`, `id-3`, … that is free.
pub fn unique(id: String, taken: &dyn Fn(&str) -> bool) -> String {
    if !taken(&id) {
        return id;
    }
    let mut number = 2_u64;
    loop {
        let numbered = format!("{id}-{number}");
        if !taken(&numbered) {
            return numbered;
        }
        number += 1;
    }
}

/// The last number that each id was given: whoever has a table of thousands of names alike asks for no number twice.
#[cfg(not(target_family = "wasm"))]
#[derive(Debug, Default)]
pub(crate) struct Numbers(std::cell::RefCell<std::collections::HashMap<String, u64>>);

#[cfg(not(target_family = "wasm"))]
impl Numbers {
    /// The same as [`unique`] gives, as long as what is taken stays so.
    pub fn unique(&self, id: String, taken: &dyn Fn(&str) -> bool) -> String {
        if !taken(&id) {
            return id;
        }
        let mut numbers = self.0.borrow_mut();
        let number = numbers.entry(id.clone()).or_insert(1);
        loop {
            *number += 1;
            let numbered = format!("{id}-{number}");
            if !taken(&numbered) {
                return numbered;
            }
        }
    }
}

/// Text as headers, scale words and names are matched: trimmed, case folded, white space runs equal.
pub(crate) fn fold(text: &str) -> String {
    fold_by(text, push_lower)
}

/// The same, but each letter is added by `push`.
pub(crate) fn fold_by(text: &str, push: fn(&mut String, char)) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        word.chars().for_each(|letter| push(&mut folded, letter));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_ids() {
        let check = |name: &str, expected: &str| assert_eq!(slug(name), expected, "{name}");
        check("Kazakhstan", "kazakhstan");
        check("Trade and energy", "trade-and-energy");
        check("  Côte d’Ivoire ", "côte-d-ivoire");
        check("Кыргызстан", "кыргызстан");
        check("A — B", "a-b");
        check("(EU)", "-eu-");
        check("…", "-");
    }

    #[test]
    fn a_second_one_alike_is_numbered() {
        let taken = |id: &str| ["a", "a-2"].contains(&id);
        assert_eq!(unique("b".into(), &taken), "b");
        assert_eq!(unique("a".into(), &taken), "a-3");
    }

    #[test]
    fn numbers_are_those_that_are_free() {
        let numbers = Numbers::default();
        let mut known: Vec<String> = vec!["a-3".into()];
        for _ in 0..20 {
            let taken = |id: &str| known.iter().any(|known| known == id);
            let (one, other) = (unique("a".into(), &taken), numbers.unique("a".into(), &taken));
            assert_eq!(one, other);
            known.push(one);
        }
    }

    #[test]
    fn matching_ignores_case_and_space() {
        assert_eq!(fold("  Strongly \u{a0} SUPPORTS\n"), "strongly supports");
    }
}
