//! Problems for people: a line each, the worst first, and how many there are.

use std::collections::HashMap;
use std::io::{Result, Write};

use anstyle::{AnsiColor, Style};
use matrix::{Problem, Severity};

use super::Checked;
use crate::open::Base;
use crate::words::shown;

/// More of one sort are counted, not listed: whoever has 1,000 wants to know what to do, not where they all are.
const OF_A_SORT: usize = 50;

/// Writes the problems of each path and a line that sums them up.
pub fn write(checked: &[Checked], colour: bool, out: &mut impl Write) -> Result<()> {
    checked.iter().try_for_each(|one| {
        let mut told: HashMap<&str, usize> = HashMap::new();
        for problem in &one.problems {
            let number = told.entry(problem.rule.name).or_default();
            *number += 1;
            if *number <= OF_A_SORT {
                line(problem, &one.opened.base, colour, out)?;
            }
        }
        for (name, number) in sorted(told).into_iter().filter(|(_, number)| *number > OF_A_SORT) {
            writeln!(out, "Of the sort “{name}” there are {} in all; `--format json` lists them.", number)?;
        }
        writeln!(out, "{}: {}; {}.", one.path.display(), one.size(), one.sum())
    })
}

fn sorted(told: HashMap<&str, usize>) -> Vec<(&str, usize)> {
    let mut told: Vec<(&str, usize)> = told.into_iter().collect();
    told.sort_unstable();
    told
}

/// A problem: how bad, where, what, and what to do.
fn line(problem: &Problem, base: &Base, colour: bool, out: &mut impl Write) -> Result<()> {
    let of = |style: Style| if colour { style } else { Style::new() };
    let severity = of(Style::new().bold().fg_color(Some(hue(problem.severity()).into())));
    let (bold, dimmed) = (of(Style::new().bold()), of(Style::new().dimmed()));
    let word = problem.severity().word();
    let place = shown(&place(problem, base));
    let (text, help) = (shown(&problem.text()), problem.help());
    writeln!(out, "{severity}{word}{severity:#}: {bold}{place}{bold:#}: {text} {dimmed}{help}{dimmed:#}")
}

fn hue(severity: Severity) -> AnsiColor {
    match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Hint => AnsiColor::Cyan,
    }
}

/// Where a problem is: the file, the sheet, the row and the column.
pub fn place(problem: &Problem, base: &Base) -> String {
    let (file, sheet) = base.place(&problem.file);
    let sheet = sheet.map(|sheet| format!(", sheet {sheet}")).unwrap_or_default();
    let row = problem.row.map(|row| format!(", row {row}")).unwrap_or_default();
    let column = problem.column.as_ref().map(|column| format!(", column {column}")).unwrap_or_default();
    [file, sheet, row, column].concat()
}
