//! A cell of the snippet: the word of its stance, and its statements folded under it.

use std::collections::HashMap;

use matrix::{Matrix, Position, Stance, StanceKind, Statement, statement_fields};
use maud::{Markup, html};
use serde_json::{Map, Value, json};

use super::{Choice, is_verbatim, shown};
use crate::table::collapsed;

/// A cell. `numbers` are the places of statements in the file, where they are printed in another order.
pub(super) fn cell(matrix: &Matrix, row: usize, column: usize, choice: &Choice, numbers: &HashMap<usize, usize>) -> Markup {
    let position = matrix.position(row, column);
    let stance = position.stance();
    let (level, silence) = match stance.kind() {
        StanceKind::Level(level) => (Some(matrix.scale().step(level)), None),
        StanceKind::Silence(silence) => (None, Some(silence.value())),
    };
    let word = shown(matrix.scale().label(stance));
    let base = base(matrix, row, column, &word);
    let statements: Vec<Statement> = position.statements().filter(|_| choice.statements).collect();
    let only = statements.first().filter(|one| statements.len() == 1 && is_bare(matrix, one, &base));
    let number = only.and_then(|one| numbers.get(&one.index()).copied());
    let id = format!("stance={}/{}", in_address(matrix.rows().id(row)), in_address(matrix.columns().id(column)));
    html! {
        td id=(id) data-concern=(shown(matrix.columns().name(column))) data-step=[level] data-silence=[silence]
            data-more=[number.map(|number| json!({"#": number}))] {
            strong { (word) }
            @if !statements.is_empty() && only.is_none() { (details(matrix, &position, &statements, &base, choice, numbers)) }
        }
    }
}

/// What the row, the column and the word of a cell say of each of its statements.
fn base(matrix: &Matrix, row: usize, column: usize, word: &str) -> Vec<(&'static str, String)> {
    let stance = stances(matrix).into_iter().find(|(label, _)| label == word).map_or(String::new(), |(_, value)| value);
    vec![
        (matrix.noun().singular(), matrix.rows().id(row).to_string()),
        (matrix.column_noun().singular(), matrix.columns().id(column).to_string()),
        ("stance", stance),
    ]
}

/// Every stance whose word is read back as that stance: the word, and its value in the data. Of two words alike the
/// first counts.
fn stances(matrix: &Matrix) -> Vec<(String, String)> {
    let scale = matrix.scale();
    // What HTML cannot hold is not in the word, and a reader does not find the label by it.
    let is_read = |word: &str, stance: Stance| match scale.own_label(stance) {
        "" => stance.is_silence() || scale.find(word) == Some(stance),
        own => collapsed(own) == word,
    };
    let word = |stance: Stance| Some((shown(scale.label(stance)), stance)).filter(|(word, stance)| is_read(word, *stance));
    let levels = (0..scale.len()).filter_map(|level| u8::try_from(level).ok()).map(Stance::level);
    let stances = levels.chain(matrix::Silence::ALL.map(Stance::silence)).filter_map(word);
    stances.map(|(word, stance)| (word, scale.value(stance).to_string())).collect()
}

/// Whether the word of its cell says all that a statement says.
fn is_bare(matrix: &Matrix, statement: &Statement, base: &[(&str, String)]) -> bool {
    let silent = statement.stance() == Stance::NONE;
    !silent && different(&statement_fields(matrix, statement.index()), &with_kind(base, "paraphrase")).is_empty()
}

fn with_kind<'a>(base: &[(&'a str, String)], kind: &str) -> Vec<(&'a str, String)> {
    base.iter().cloned().chain([("kind", kind.to_string())]).collect()
}

fn details(
    matrix: &Matrix,
    position: &Position,
    statements: &[Statement],
    base: &[(&'static str, String)],
    choice: &Choice,
    numbers: &HashMap<usize, usize>,
) -> Markup {
    let summary = shown(position.summary());
    let count = match position.len() {
        0 => "Why".into(),
        1 => "1 statement".into(),
        more => format!("{more} statements"),
    };
    html! {
        "\n" details { summary { (count) } "\n"
            @if !summary.is_empty() { p { (summary) } "\n" }
            ol { "\n"
                @for (index, one) in statements.iter().enumerate() {
                    (item(matrix, one, if index == 0 { &summary } else { "" }, base, choice, numbers)) "\n"
                }
            }
        }
    }
}

fn item(
    matrix: &Matrix,
    statement: &Statement,
    summary: &str,
    base: &[(&'static str, String)],
    choice: &Choice,
    numbers: &HashMap<usize, usize>,
) -> Markup {
    let quote = if choice.quotes { shown(statement.quote()) } else { String::new() };
    let lang = if quote.is_empty() { String::new() } else { shown(statement.lang()) };
    let text = shown(statement.text());
    let (speaker, role) = (shown(statement.speaker()), shown(statement.role()));
    let days: Vec<String> = statement.date().split('/').map(shown).filter(|day| !day.is_empty()).collect();
    let (source, url) = own_source(matrix, statement);
    let mut visible = with_kind(base, statement.kind().word());
    visible.extend([
        ("summary", summary.to_string()),
        ("quote", quote.clone()),
        ("text", text.clone()),
        ("speaker", speaker.clone()),
        ("role", role.clone()),
        ("date", days.join("/")),
        ("source", if source.is_empty() { shown(url) } else { source.clone() }),
        ("url", url.to_string()),
        ("lang", lang.clone()),
    ]);
    let mut fields = statement_fields(matrix, statement.index());
    if !choice.quotes {
        fields.retain(|(key, _)| !is_verbatim(key));
    }
    let more = more(&fields, &visible, numbers.get(&statement.index()).copied());
    let cite = Some(url).filter(|url| !url.is_empty());
    html! {
        li data-more=[more] {
            @if !quote.is_empty() { blockquote cite=[cite] lang=[Some(&lang).filter(|lang| !lang.is_empty())] { p { (quote) } } "\n" }
            @if !text.is_empty() { p { (text) } "\n" }
            p { small { (statement.kind().label()) }
                @if !speaker.is_empty() { " · " strong { (speaker) } }
                @if !role.is_empty() { ", " em { (role) } }
                @if let Some((first, rest)) = days.split_first() {
                    " · " time datetime=(first) { (first) } @for day in rest { "/" time datetime=(day) { (day) } }
                }
                @if let Some(url) = cite {
                    " · " cite { a href=(url) { @if source.is_empty() { (url) } @else { (source) } } }
                } @else if !source.is_empty() { " · " cite { (source) } }
            }
        }
    }
}

/// Where a statement comes from; nothing where that is the first source of the whole, which stands under
/// the table.
fn own_source<'a>(matrix: &Matrix, statement: &Statement<'a>) -> (String, &'a str) {
    let (source, url) = (statement.source(), statement.url());
    let of_all = matrix.sources().first().is_some_and(|first| (source, url) == (first.title.as_str(), first.url.as_deref()));
    if of_all { Default::default() } else { (shown(source), url.unwrap_or_default()) }
}

/// What `data-more` has to add to what shows, so that all of `fields` is read back; nothing if nothing.
pub(super) fn more(fields: &[(&str, &str)], visible: &[(&str, String)], number: Option<usize>) -> Option<Value> {
    let mut more = different(fields, visible);
    if let Some(number) = number {
        more.insert("#".into(), number.into());
    }
    (!more.is_empty()).then(|| more.into())
}

fn different(fields: &[(&str, &str)], visible: &[(&str, String)]) -> Map<String, Value> {
    let seen = |key: &str| visible.iter().find(|(known, _)| *known == key).map_or("", |(_, value)| value);
    let own = fields.iter().filter(|(key, value)| seen(key) != *value).map(|(key, value)| (key.to_string(), Value::from(*value)));
    // What shows and is not its own, such as the source of its concern.
    let lent = visible.iter().filter(|(key, value)| !value.is_empty() && !fields.iter().any(|(known, _)| known == key));
    own.chain(lent.map(|(key, _)| (key.to_string(), Value::from("")))).collect()
}

/// An id as the fragment of an address has it.
fn in_address(id: &str) -> String {
    const KEPT: &[u8] = b"-._~";
    let encoded = id.bytes().map(|byte| {
        if byte.is_ascii_alphanumeric() || KEPT.contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    });
    encoded.collect()
}
