//! Changes in words, for a terminal or as Markdown, and as JSON.

use std::io::Write;

use anyhow::Result;
use clap::ValueEnum;
use serde_json::{Map, Value, json};

use super::said::{Run, runs};
use super::statements::Described;
use super::{Change, Field, Named, What};
use crate::export::markdown::escaped::escaped;
use crate::table::collapsed;
use crate::words::count;

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line for each change.
    Text,
    /// For programs.
    Json,
    /// A list to paste into a document.
    Markdown,
}

/// Prints the changes, and what they sum up to.
pub fn write(changes: &[Change], format: Format, out: &mut impl Write) -> Result<()> {
    match format {
        Format::Json => {
            let list: Vec<Value> = changes.iter().map(as_json).collect();
            writeln!(out, "{:#}", json!({ "changes": list }))?;
        }
        Format::Text => {
            changes.iter().try_for_each(|change| writeln!(out, "{}", sentence(change, Voice::Terminal)))?;
            writeln!(out, "{}", sum(changes))?;
        }
        Format::Markdown => {
            changes.iter().try_for_each(|change| writeln!(out, "- {}", sentence(change, Voice::Markdown)))?;
            writeln!(out, "{}{}", if changes.is_empty() { "" } else { "\n" }, sum(changes))?;
        }
    }
    Ok(())
}

/// How text of the data is told apart from ours, and how a difference is marked.
#[derive(Clone, Copy, PartialEq)]
enum Voice {
    Terminal,
    Markdown,
}

impl Voice {
    /// Text of the data, on one line, as text.
    fn text(self, text: &str) -> String {
        match self {
            // A terminal would obey control characters.
            Self::Terminal => collapsed(text).replace(char::is_control, "\u{fffd}"),
            Self::Markdown => escaped(text),
        }
    }

    fn quoted(self, text: &str) -> String {
        format!("“{}”", self.text(text))
    }

    /// Where a change is.
    fn place(self, row: Option<&Named>, column: Option<&Named>) -> String {
        let names: Vec<String> = [row, column].into_iter().flatten().map(|named| self.text(&named.name)).collect();
        let names = names.join(", ");
        if self == Self::Markdown && !names.is_empty() { format!("**{names}**") } else { names }
    }

    /// Words that were taken out and put in, between others.
    fn runs(self, runs: &[Run]) -> String {
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

/// A change as a sentence.
fn sentence(change: &Change, voice: Voice) -> String {
    let place = voice.place(change.row.as_ref(), change.column.as_ref());
    let said = match &change.what {
        What::Added => return format!("{place} was added."),
        What::Removed => return format!("{place} was removed."),
        What::Field(field) if place.is_empty() => changed(&voice.text(&field.name), field, voice),
        What::Field(field) => changed(&called(&field.name, voice), field, voice),
        What::Stance { old, new, by } => stance(old.as_deref(), new.as_deref(), by.as_ref(), voice),
        What::StatementAdded(one) => format!("a statement was added ({}): {}", voice.quoted(&one.stance), whole(one, voice)),
        What::StatementRemoved(one) => format!("a statement was removed ({}): {}", voice.quoted(&one.stance), whole(one, voice)),
        What::Statement(one, field) => {
            format!("in the statement {}, {}", short(one, voice), changed(&called(&field.name, voice), field, voice))
        }
    };
    let end = if [".", ".”", "!”", "?”"].iter().any(|end| said.ends_with(end)) { "" } else { "." };
    if !place.is_empty() {
        return format!("{place}: {said}{end}");
    }
    let mut letters = said.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}{end}", letters.as_str())
}

/// A column of the data, as a reader would call it.
fn called(column: &str, voice: Voice) -> String {
    const SAME: [&str; 15] = [
        "id",
        "name",
        "group",
        "theme",
        "description",
        "date",
        "source",
        "stance",
        "kind",
        "summary",
        "quote",
        "text",
        "speaker",
        "role",
        "translation",
    ];
    match column {
        "url" => "address".into(),
        "lang" => "language of the quote".into(),
        known if SAME.contains(&known) => known.into(),
        other => format!("column {}", voice.quoted(other)),
    }
}

fn changed(name: &str, Field { old, new, .. }: &Field, voice: Voice) -> String {
    if let Some(runs) = runs(old, new) {
        return format!("the {name} changed: “{}”", voice.runs(&runs));
    }
    match (old.is_empty(), new.is_empty()) {
        (true, _) => format!("there was no {name}, it is now {}", voice.quoted(new)),
        (_, true) => format!("the {name} was {}, is now empty", voice.quoted(old)),
        _ => format!("the {name} was {}, is now {}", voice.quoted(old), voice.quoted(new)),
    }
}

fn stance(old: Option<&str>, new: Option<&str>, by: Option<&Described>, voice: Voice) -> String {
    let by = by.map_or(String::new(), |by| format!(", by the statement {}", short(by, voice)));
    match (old, new) {
        (Some(old), Some(new)) => format!("the stance was {}, is now {}{by}", voice.quoted(old), voice.quoted(new)),
        (None, Some(new)) => format!("the cell is new, its stance is {}", voice.quoted(new)),
        (Some(old), None) => format!("the cell is gone, its stance was {}", voice.quoted(old)),
        (None, None) => "the cell is gone".into(),
    }
}

/// All of a statement: words between quotation marks only where they are verbatim.
fn whole(one: &Described, voice: Voice) -> String {
    let quote = if one.quote.is_empty() { String::new() } else { voice.quoted(&one.quote) };
    let words = [quote, voice.text(&one.text)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let words = if words.is_empty() { "no words".into() } else { words };
    let origin = one.who.iter().chain(&one.source).map(|part| voice.text(part)).collect::<Vec<_>>().join(", ");
    if origin.is_empty() { words } else { format!("{words} ({origin})") }
}

/// Enough of a statement to find it.
fn short(one: &Described, voice: Voice) -> String {
    const WORDS: usize = 8;
    let cut = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let start = words.get(..WORDS).filter(|_| words.len() > WORDS).map(|start| start.join(" ") + " …");
        start.unwrap_or_else(|| text.to_string())
    };
    let one = Described { quote: cut(&one.quote), text: cut(&one.text), source: Vec::new(), ..one.clone() };
    if one.is_bare() { format!("without words ({})", voice.quoted(&one.stance)) } else { whole(&one, voice) }
}

/// How many changes there are of each sort.
fn sum(changes: &[Change]) -> String {
    let many = |is: fn(&What) -> bool| changes.iter().filter(|change| is(&change.what)).count();
    let sorts = [
        (many(|what| matches!(what, What::Stance { .. })), "stance changed", "stances changed"),
        (many(|what| matches!(what, What::StatementAdded(_))), "statement added", "statements added"),
        (many(|what| matches!(what, What::StatementRemoved(_))), "statement removed", "statements removed"),
        (many(|what| matches!(what, What::Statement(..))), "change in statements", "changes in statements"),
        (many(|what| matches!(what, What::Added | What::Removed | What::Field(_))), "other change", "other changes"),
    ];
    let sums: Vec<String> =
        sorts.into_iter().filter(|(many, ..)| *many > 0).map(|(many, one, several)| count(many, one, several)).collect();
    if sums.is_empty() { "Nothing changed.".into() } else { format!("{}.", sums.join(", ")) }
}

fn as_json(change: &Change) -> Value {
    let mut map = Map::new();
    for (key, named) in [("row", &change.row), ("column", &change.column)] {
        map.extend(named.as_ref().map(|named| (key.to_string(), json!({ "id": named.id, "name": named.name }))));
    }
    let (what, more) = match &change.what {
        What::Added => ("added", json!({})),
        What::Removed => ("removed", json!({})),
        What::Field(field) => ("field", field_json(field)),
        What::Stance { old, new, by } => ("stance", json!({ "old": old, "new": new, "by": by.as_ref().map(described_json) })),
        What::StatementAdded(one) => ("statement-added", json!({ "statement": described_json(one) })),
        What::StatementRemoved(one) => ("statement-removed", json!({ "statement": described_json(one) })),
        What::Statement(one, field) => {
            let mut more = field_json(field);
            more.as_object_mut().into_iter().for_each(|more| drop(more.insert("statement".into(), described_json(one))));
            ("statement", more)
        }
    };
    map.insert("what".into(), what.into());
    map.extend(more.as_object().cloned().into_iter().flatten());
    map.into()
}

fn field_json(field: &Field) -> Value {
    let mut value = json!({ "field": field.name, "old": field.old, "new": field.new });
    let run = |run: Run| match run {
        Run::Same(text) => json!({ "same": text }),
        Run::Old(text) => json!({ "old": text }),
        Run::New(text) => json!({ "new": text }),
    };
    if let (Some(runs), Some(value)) = (runs(&field.old, &field.new), value.as_object_mut()) {
        value.insert("words".into(), runs.into_iter().map(run).collect());
    }
    value
}

fn described_json(one: &Described) -> Value {
    json!({ "stance": one.stance, "quote": one.quote, "text": one.text, "who": one.who, "source": one.source })
}
