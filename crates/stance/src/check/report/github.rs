//! Problems as annotations of GitHub Actions, which stand beside the changed rows.

use std::io::{Result, Write};

use matrix::Severity;

use super::Checked;
use super::lines::Lines;
use super::text::place;

/// Writes a workflow command for each problem.
pub fn write(checked: &[Checked], out: &mut impl Write) -> Result<()> {
    for one in checked {
        let mut lines = Lines::new(&one.opened.base);
        for problem in &one.problems {
            let level = match problem.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Hint => "notice",
            };
            let (file, line, name) = (in_property(&one.opened.base.place(&problem.file).0), lines.of(problem), problem.rule.name);
            let message = in_message(&format!("{}: {} {}", place(problem, &one.opened.base), problem.text(), problem.help()));
            writeln!(out, "::{level} file={file},line={line},title={name}::{message}")?;
        }
    }
    Ok(())
}

fn in_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn in_property(text: &str) -> String {
    in_message(text).replace(':', "%3A").replace(',', "%2C")
}
