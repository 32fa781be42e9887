//! Text of the data among ours: what tells it apart, and how a difference is marked.

use crate::diff::Named;
use crate::diff::said::Run;
use crate::export::markdown::escaped::escaped;
use crate::table::collapsed;
use crate::words::shown;

/// How text of the data is told apart from ours, and how a difference is marked.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Voice {
    Terminal,
    Markdown,
}

impl Voice {
    /// Text of the data, on one line, as text.
    pub fn text(self, text: &str) -> String {
        match self {
            // A terminal would obey control characters.
            Self::Terminal => shown(&collapsed(text)),
            Self::Markdown => escaped(text),
        }
    }

    pub fn quoted(self, text: &str) -> String {
        format!("“{}”", self.text(text))
    }

    /// Where a change is.
    pub fn place(self, row: Option<&Named>, column: Option<&Named>) -> String {
        let names: Vec<String> = [row, column].into_iter().flatten().map(|named| self.text(&named.name)).collect();
        let names = names.join(", ");
        if self == Self::Markdown && !names.is_empty() { format!("**{names}**") } else { names }
    }

    /// Words that were taken out and put in, between others.
    pub fn runs(self, runs: &[Run]) -> String {
        // Blanks around a run stay out of its marks.
        let outer = |text: &str| {
            let inner = text.trim();
            let start = text.find(inner).unwrap_or_default();
            let blank = |has: bool| if has { " " } else { "" };
            (blank(start > 0 || inner.is_empty()), self.text(inner), blank(start + inner.len() < text.len() && !inner.is_empty()))
        };
        let run = |run: &Run| {
            let (text, [start, end]) = match (run, self) {
                (Run::Same(text), _) => (text, ["", ""]),
                (Run::Old(text), Self::Terminal) => (text, ["[-", "-]"]),
                (Run::New(text), Self::Terminal) => (text, ["{+", "+}"]),
                (Run::Old(text), Self::Markdown) => (text, ["<del>", "</del>"]),
                (Run::New(text), Self::Markdown) => (text, ["<ins>", "</ins>"]),
            };
            let (before, text, after) = outer(text);
            [before, start, &text, end, after].concat()
        };
        runs.iter().map(run).collect()
    }
}
