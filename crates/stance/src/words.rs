//! Words for the terminal that the commands share.

use std::io::{Result, Write};

use crate::table::collapsed;
use matrix::{Problem, Severity};

/// Prints a problem on a line of its own.
pub fn print(problem: &Problem, out: &mut impl Write) -> Result<()> {
    writeln!(out, "{}: {}", problem.severity().word(), shown(&problem.to_string()))
}

/// Whether something could not be read and is not shown.
pub fn is_error(problem: &Problem) -> bool {
    problem.severity() == Severity::Error
}

/// A number with its noun, in the form that fits.
pub fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Text of the data as a terminal may show it: what would move its cursor, colour it or turn words around stands by
/// its number.
pub fn shown(text: &str) -> String {
    let is_safe = |letter: char| {
        !letter.is_control() && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => shown.push(' '),
            letter if is_safe(letter) => shown.push(letter),
            letter => shown.push_str(&format!("\\u{{{:x}}}", u32::from(letter))),
        }
    }
    shown
}

/// Text of the data, told apart from ours and on one line.
pub fn in_marks(text: &str) -> String {
    format!("“{}”", shown(&collapsed(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_fits_the_number() {
        let check = |number, expected: &str| assert_eq!(count(number, "country", "countries"), expected);
        check(0, "0 countries");
        check(1, "1 country");
        check(2, "2 countries");
    }

    #[test]
    fn text_of_the_data_moves_nothing() {
        let check = |text: &str, expected: &str| assert_eq!(shown(text), expected);
        check("Größe, 湖, می\u{200c}شود", "Größe, 湖, می\u{200c}شود");
        check("a\nb\tc", "a b c");
        check("\u{1b}[31mred", "\\u{1b}[31mred");
        check("a\u{202e}b", "a\\u{202e}b");
    }

    #[test]
    fn text_of_the_data_is_on_one_line() {
        assert_eq!(in_marks("We\n  won’t"), "“We won’t”");
    }
}
