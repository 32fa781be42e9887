//! A change as a sentence.

use super::voice::Voice;
use crate::diff::said::runs;
use crate::diff::{Change, Described, Field, What};

/// The sentence of a change.
pub(super) fn sentence(change: &Change, voice: Voice) -> String {
    let place = voice.place(change.row.as_ref(), change.column.as_ref());
    let said = match &change.what {
        What::Added(noun) => format!("the {} was added", noun.singular()),
        What::Removed(noun) => format!("the {} was removed", noun.singular()),
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
