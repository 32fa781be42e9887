//! Values of a scale that look like others, or like a kind of silence: one of the two may be a slip.

use matrix::Silence;

use super::field::fold;
use crate::check::names::Name;
use crate::words::in_marks;

/// The kind of silence that a word looks like and is not.
pub fn silence_near(word: &str) -> Option<&'static str> {
    let word = fold(word);
    let kinds = || Silence::ALL.into_iter().map(Silence::value);
    (!kinds().any(|kind| kind == word)).then(|| kinds().find(|kind| are_alike(&word, kind))).flatten()
}

/// Lines on values that look like another, which comes with the number of its cells: the rarer one is the slip.
pub fn lines(values: &[(String, usize)]) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, (value, cells)) in values.iter().enumerate() {
        let mut others = values.iter().enumerate().filter(|(at, (_, of))| of > cells || (of == cells && *at < place));
        let meant = others.find(|(_, (other, _))| are_alike(value, other)).map(|(_, (other, _))| other.as_str());
        if let Some(meant) = silence_near(value).or(meant).filter(|_| *cells > 0) {
            let help = format!("If both are the same: --stance \"{value}={meant}\"");
            lines.push(format!("warning: {} looks like {}. {help}", in_marks(value), in_marks(meant)));
        }
    }
    lines
}

fn are_alike(one: &str, other: &str) -> bool {
    Name::of(one).is_alike(&Name::of(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_what_was_meant() {
        let check = |values: &[(&str, usize)], expected: &[&str]| {
            let values: Vec<(String, usize)> = values.iter().map(|(value, cells)| (value.to_string(), *cells)).collect();
            assert_eq!(lines(&values), expected);
        };
        check(
            &[("dafür", 2), ("dagegen", 3), ("dafuer", 1)],
            &["warning: “dafuer” looks like “dafür”. If both are the same: --stance \"dafuer=dafür\""],
        );
        check(
            &[("not adressed", 5)],
            &["warning: “not adressed” looks like “not-addressed”. If both are the same: --stance \"not adressed=not-addressed\""],
        );
        check(&[("supports", 1), ("opposes", 1), ("strongly-supports", 1)], &[]);
        check(&[("Article 5", 1), ("Article 6", 1), ("+", 1), ("-", 1)], &[]);
        check(&[("dafür", 1), ("dafuer", 0)], &[]);
    }

    #[test]
    fn kinds_of_silence_are_no_slips_of_others() {
        let check = |word: &str, expected: Option<&str>| assert_eq!(silence_near(word), expected, "{word}");
        check("not-adressed", Some("not-addressed"));
        check("Not addressed", Some("not-addressed"));
        check("not-addressed", None);
        check("opposes", None);
    }
}
