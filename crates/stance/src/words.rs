//! Words for the terminal that both commands share.

use std::io::{Result, Write};

use matrix::{Problem, Severity};

/// Prints a problem on a line of its own.
pub fn print(problem: &Problem, out: &mut impl Write) -> Result<()> {
    writeln!(out, "{}: {problem}", problem.severity().word())
}

/// Whether something could not be read and is not shown.
pub fn is_error(problem: &Problem) -> bool {
    problem.severity() == Severity::Error
}

/// A number with its noun, in the form that fits.
pub fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Text of the data, told apart from ours and on one line.
pub fn in_marks(text: &str) -> String {
    format!("“{}”", text.split_whitespace().collect::<Vec<_>>().join(" "))
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
    fn text_of_the_data_is_on_one_line() {
        assert_eq!(in_marks("We\n  won’t"), "“We won’t”");
    }
}
