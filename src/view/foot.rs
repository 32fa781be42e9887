//! What stands under the matrix: source, licence, date of the data, how many statements, how it is
//! ordered, how it was made.

use matrix::Matrix;
use yew::Html;

use crate::host::words::Words;
use crate::view::draw::{draw, spoken, text};
use crate::view::hole::Hole;

const FOOT: &str = "<footer class=foot part=foot tabindex=-1><dl>{}{}{}{}</dl><div>{}</div></footer>";
const NOTES: &str = "<details><summary>{notes}</summary><p lang={lang} dir=auto>{}</p></details>";

/// The lines under the matrix; dates and numbers in the reader's language.
pub fn foot(matrix: &Matrix, words: &Words) -> Html {
    let mut sources = Vec::new();
    for source in matrix.sources() {
        sources.push(linked(&source.title, source.url.as_deref()));
    }
    let mut licenses = Vec::new();
    for license in matrix.licenses() {
        licenses.push(linked(if license.title.is_empty() { &license.name } else { &license.title }, license.url.as_deref()));
    }
    let statements = matrix.statement_count();
    let mut data: Vec<Html> = dates(matrix, words).iter().map(|dates| text(dates)).collect();
    data.push(text(&words.count("statements", statements, &[])));
    let order = if matrix.order().is_empty() { Vec::new() } else { vec![text(matrix.order())] };
    let notes = if matrix.notes().is_empty() { Hole::Nothing } else { spoken(words, NOTES, [matrix.notes().into()]).into() };
    draw(
        FOOT,
        [line(words, "sources", sources), line(words, "licence", licenses), line(words, "data", data), line(words, "order", order), notes],
    )
}

fn line(words: &Words, term: &str, items: Vec<Html>) -> Hole {
    if items.is_empty() {
        return Hole::Nothing;
    }
    let term = words.count(term, items.len(), &[]);
    let items: Vec<Html> = items.into_iter().map(|item| draw("<span dir=auto>{}</span>", [item.into()])).collect();
    draw("<div><dt>{}</dt><dd>{}</dd></div>", [term.into(), items.into()]).into()
}

/// `words` as a link to `url`, where there is one; the address itself where there are no words.
pub fn linked(words: &str, url: Option<&str>) -> Html {
    let Some(url) = url else { return text(words) };
    let words = if words.is_empty() { url } else { words };
    draw("<a href={} target=_blank rel='noopener noreferrer'>{}</a>", [url.into(), words.into()])
}

/// When the data was made, or the days it speaks of.
fn dates(matrix: &Matrix, words: &Words) -> Option<String> {
    if !matrix.created().is_empty() {
        return Some(words.tell("created", &[&words.date(matrix.created())]));
    }
    let (first, last) = matrix.dates()?;
    // Of an interval, its first day or its last.
    let first = first.split_once('/').map_or(first, |(from, _)| from);
    let last = last.split_once('/').map_or(last, |(_, to)| to);
    Some(words.tell("dated", &[&words.date(&[first, "/", last].concat())]))
}
