//! Every word on screen that is not data, in English.

use matrix::{Noun, Silence, Stance, StanceKind};

/// What proves a stance.
pub const STATEMENTS: (&str, &str) = ("statement", "statements");

/// A count with its noun: "1 country", "5 countries".
pub fn count(number: usize, written: &str, noun: (&str, &str)) -> String {
    format!("{written} {}", if number == 1 { noun.0 } else { noun.1 })
}

/// How much of something is shown: "3 of 9 concerns", or "9 concerns" when that is all.
pub fn part(shown: usize, all: usize, written: (&str, &str), noun: (&str, &str)) -> String {
    if shown == all { count(all, written.1, noun) } else { format!("{} of {}", written.0, count(all, written.1, noun)) }
}

/// Singular and plural of a noun of rows or columns.
pub fn noun(noun: Noun) -> (&'static str, &'static str) {
    (noun.singular(), noun.plural())
}

/// The text with its first letter a capital; for English words.
pub fn capital(text: &str) -> String {
    let mut text = text.to_string();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// What a silence means for a cell that has no statement, in a sentence.
pub fn silence(stance: Stance, row: &str, column: &str) -> String {
    let StanceKind::Silence(silence) = stance.kind() else { return String::new() };
    match silence {
        Silence::NotAddressed => format!("The source does not say where {row} stands on this."),
        Silence::Declined => format!("{row} was asked and declined to say."),
        Silence::Abstained => format!("{row} abstained."),
        Silence::NotAsked => format!("{row} was not asked about this."),
        Silence::NotResearched => format!("Nobody has looked into {row} and “{column}” yet."),
        Silence::Conflicting => format!("What is known of {row} on this contradicts itself."),
        Silence::Outdated => format!("What was known of {row} on this no longer holds."),
    }
}

/// The name of a cell for who does not see it: "Kazakhstan, Refugees: Backs, 2 statements".
pub fn cell(row: &str, column: &str, stance: &str, statements: usize, sourced: bool) -> String {
    let count = match statements {
        0 => String::new(),
        1 => ", 1 statement".into(),
        more => format!(", {more} statements"),
    };
    format!("{row}, {column}: {stance}{count}{}", if sourced { "" } else { ", no source given" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_said_as_people_say_them() {
        let concerns = ("concern", "concerns");
        let check = |shown, all, expected: &str| {
            let (a, b): (usize, usize) = (shown, all);
            assert_eq!(part(a, b, (&a.to_string(), &b.to_string()), concerns), expected);
        };
        check(9, 9, "9 concerns");
        check(3, 9, "3 of 9 concerns");
        check(0, 9, "0 of 9 concerns");
        check(1, 1, "1 concern");
    }

    #[test]
    fn cells_are_named_whole() {
        assert_eq!(cell("Kazakhstan", "Refugees", "Backs", 2, true), "Kazakhstan, Refugees: Backs, 2 statements");
        assert_eq!(cell("Kazakhstan", "Refugees", "Backs", 1, false), "Kazakhstan, Refugees: Backs, 1 statement, no source given");
        assert_eq!(cell("Kyrgyzstan", "Refugees", "Does not say", 0, true), "Kyrgyzstan, Refugees: Does not say");
    }
}
