//! The snippet: a matrix as HTML that is whole without script, and that the widget reads back.
//! `docs/snippet.md` fixes the format.

use std::collections::HashMap;

use anyhow::{Context, Result};
use matrix::{Axis, Matrix, Position, Stance, StanceKind, Statement, axis_fields, descriptor, safe_url, statement_fields};
use maud::{Markup, html};
use serde_json::{Map, Value, json};

use crate::table::collapsed;

/// More statements than this are left to the data, to which the snippet then links.
pub const MOST_STATEMENTS: usize = 5_000;

/// What of a matrix goes into its snippet.
pub struct Choice {
    /// Rows, by their places.
    pub rows: Vec<usize>,
    /// Columns, by their places.
    pub columns: Vec<usize>,
    /// Whether verbatim words are printed.
    pub quotes: bool,
    /// Whether statements are printed, and not only the stances.
    pub statements: bool,
    /// The address of all the data, for a link.
    pub data: Option<String>,
}

/// The snippet of a matrix. The same matrix gives the same text.
pub fn snippet(matrix: &Matrix, choice: &Choice) -> String {
    let numbers = numbers(matrix, choice);
    let page = html! {
        "\n" stance-matrix { "\n"
            table data-package=(package(matrix, choice)) { "\n"
                caption { (shown(matrix.title()))
                    @if !matrix.description().is_empty() { " " small { (shown(matrix.description())) } }
                } "\n"
                thead { "\n" tr { "\n"
                    td { label { input type="radio" name=(radio(matrix)) checked hidden; "All " (matrix.column_noun().plural()) } } "\n"
                    @for &column in &choice.columns { (header(matrix, column, false)) "\n" }
                } "\n" } "\n"
                tbody { "\n"
                    @for &row in &choice.rows { tr { "\n"
                        (header(matrix, row, true)) "\n"
                        @for &column in &choice.columns { (cell(matrix, row, column, choice, &numbers)) "\n" }
                    } "\n" }
                } "\n"
            } "\n"
            (legend(matrix))
            (foot(matrix, choice)) "\n"
        } "\n"
    };
    page.into_string().trim_start().to_string()
}

/// The places of the rows or columns with these ids, in the matrix's order; of all where none are named.
///
/// # Errors
/// An id that there is none of.
pub fn places(axis: &Axis, ids: &[String]) -> Result<Vec<usize>> {
    if ids.is_empty() {
        return Ok((0..axis.len()).collect());
    }
    let mut places = Vec::new();
    for id in ids {
        places.push(axis.find(id.trim()).with_context(|| format!("no row or column has the id “{id}”"))?);
    }
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

/// What HTML keeps of a text, and can hold.
fn shown(text: &str) -> String {
    collapsed(&text.chars().filter(|letter| letter.is_whitespace() || !letter.is_control()).collect::<String>())
}

fn radio(matrix: &Matrix) -> String {
    let name = descriptor(matrix)["name"].as_str().unwrap_or("matrix").to_string();
    format!("stance-{}", shown(&name).replace(' ', "-"))
}

/// The header of a row or of a column. A column's is also the switch that shows it alone, where `table.css`
/// is linked.
fn header(matrix: &Matrix, index: usize, is_row: bool) -> Markup {
    let (axis, group) = if is_row { (matrix.rows(), "group") } else { (matrix.columns(), "theme") };
    let name = shown(axis.name(index));
    let more = more(&axis_fields(axis, index, group), &[("name", name.clone())], None);
    html! {
        @if is_row {
            th scope="row" data-more=[more] { (name) }
        } @else {
            th scope="col" data-more=[more] { label { input type="radio" name=(radio(matrix)) hidden; (name) } }
        }
    }
}

fn cell(matrix: &Matrix, row: usize, column: usize, choice: &Choice, numbers: &HashMap<usize, usize>) -> Markup {
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

/// Every stance that can be shown: its word, and its value in the data. Of two words alike the first counts.
fn stances(matrix: &Matrix) -> Vec<(String, String)> {
    let value = |stance: Stance| (shown(matrix.scale().label(stance)), matrix.scale().value(stance).to_string());
    let levels = (0..matrix.scale().len()).filter_map(|level| u8::try_from(level).ok()).map(Stance::level);
    levels.chain(matrix::Silence::ALL.map(Stance::silence)).map(value).collect()
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
        fields.retain(|(key, _)| !["quote", "lang"].contains(key) && !key.starts_with("translation") && !key.starts_with("quote:"));
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
fn more(fields: &[(&str, &str)], visible: &[(&str, String)], number: Option<usize>) -> Option<Value> {
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

/// The places of the printed statements in the file; none where they are printed in that order.
fn numbers(matrix: &Matrix, choice: &Choice) -> HashMap<usize, usize> {
    let cells = choice.rows.iter().flat_map(|&row| choice.columns.iter().map(move |&column| (row, column)));
    let printed = cells.flat_map(|(row, column)| matrix.position(row, column).statements().map(|one| one.index()).collect::<Vec<_>>());
    let printed: Vec<usize> = printed.collect();
    if printed.is_sorted() { HashMap::new() } else { printed.into_iter().map(|index| (index, index)).collect() }
}

/// The descriptor of the package; its tables are the table's own rows, columns and cells.
fn package(matrix: &Matrix, choice: &Choice) -> Value {
    let mut package = descriptor(matrix);
    let names = |fields: Vec<(&str, &str)>| fields.into_iter().map(|(name, _)| json!({"name": name})).collect::<Vec<_>>();
    let tables = [(matrix.rows(), "group"), (matrix.columns(), "theme")];
    if let Some(resources) = package["resources"].as_array_mut() {
        for resource in resources.iter_mut() {
            resource.as_object_mut().map(|resource| resource.remove("path"));
        }
        for (resource, (axis, group)) in resources.iter_mut().skip(1).zip(tables) {
            resource["schema"] = json!({"fields": names(axis_fields(axis, 0, group))});
        }
        if !choice.quotes
            && let Some(fields) = resources[0]["schema"]["fields"].as_array_mut()
        {
            fields.retain(|field| !["quote", "lang", "translation"].contains(&field["name"].as_str().unwrap_or_default()));
        }
    }
    package
}

/// What the words mean: the scale in its order, then the words for silence.
fn legend(matrix: &Matrix) -> Markup {
    let counts = matrix.counts(&[], &[]);
    let words = |silence: bool| counts.iter().map(|(stance, _)| *stance).filter(move |stance| stance.is_silence() == silence);
    let item = |stance: Stance| {
        let label = shown(matrix.scale().label(stance));
        // Behind a word of the package's own, the usual one for that silence.
        let usual = match stance.kind() {
            StanceKind::Silence(silence) if silence.label() != label => format!(" ({})", silence.label()),
            _ => String::new(),
        };
        html! { li { (label) (usual) } "\n" }
    };
    html! {
        p { "The scale, from one end to the other:" } "\n"
        ol { "\n" @for stance in words(false) { (item(stance)) } } "\n"
        @if words(true).next().is_some() {
            p { "Where there is no stance:" } "\n"
            ul { "\n" @for stance in words(true) { (item(stance)) } } "\n"
        }
    }
}

fn foot(matrix: &Matrix, choice: &Choice) -> Markup {
    let link = |words: &str, url: Option<&str>| match url {
        Some(url) => html! { a href=(url) { (shown(if words.is_empty() { url } else { words })) } },
        None => html! { (shown(words)) },
    };
    let licenses =
        matrix.licenses().iter().map(|license| (if license.title.is_empty() { &license.name } else { &license.title }, &license.url));
    html! {
        p {
            @for source in matrix.sources() { "Source: " cite { (link(&source.title, source.url.as_deref())) } ". " }
            @for (words, url) in licenses { "Licence: " (link(words, url.as_deref())) ". " }
            @if !matrix.created().is_empty() { "Data as of " time datetime=(matrix.created()) { (matrix.created()) } ". " }
            @if !matrix.order().is_empty() { "Order: " (shown(matrix.order())) " " }
            @if let Some(data) = choice.data.as_deref().filter(|data| safe_url(data).is_some() || !data.contains(':')) {
                a href=(data) { "All statements, with their sources" } "."
            }
        }
    }
}

/// An id as the fragment of an address has it.
fn in_address(id: &str) -> String {
    const KEPT: &[u8] = b"-._~";
    let encoded = id.bytes().map(|byte| {
        if byte.is_ascii_alphanumeric() || KEPT.contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    });
    encoded.collect()
}
