//! What a check finds in one statement or in one row of names, before it is known where that stands.

use matrix::Rule;

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Of which sort it is.
    pub rule: &'static Rule,
    /// The column it is in.
    pub column: &'static str,
    /// The offending text.
    pub found: String,
    /// What it may have been meant to be.
    pub meant: Option<String>,
}

impl Finding {
    /// Something wrong in `column`, with nothing to put in its place.
    pub fn new(rule: &'static Rule, column: &'static str, found: impl Into<String>) -> Self {
        Self { rule, column, found: found.into(), meant: None }
    }

    /// The same, with what it may have been meant to be.
    pub fn meant(self, meant: Option<String>) -> Self {
        Self { meant, ..self }
    }
}

/// The beginning of a long text, as far as it is needed to find it.
pub fn shortened(text: &str) -> String {
    const LETTERS: usize = 60;
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// The findings, as rule names and what was meant, for tests.
#[cfg(test)]
pub fn named(findings: &[Finding]) -> Vec<(&'static str, Option<&str>)> {
    findings.iter().map(|finding| (finding.rule.name, finding.meant.as_deref())).collect()
}
