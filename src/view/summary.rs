//! A row or a column in its card: what it is, and who stands where on it.

use matrix::{Axis, Reading, Stance};
use yew::prelude::*;

use crate::host::intl;
use crate::state::Subject;
use crate::view::Shared;
use crate::view::statement::swatch;
use crate::words;

/// Properties of [`Summary`].
#[derive(Properties, PartialEq)]
pub struct SummaryProps {
    /// What was read.
    pub reading: Shared<Reading>,
    /// The row or the column.
    pub subject: Subject,
    /// The reader's language.
    pub language: AttrValue,
}

/// The content of a header's card.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let matrix = &props.reading.matrix;
    let (axis, index, other, noun) = match props.subject {
        Subject::Column(column) => (matrix.columns(), column as usize, matrix.rows(), matrix.column_noun()),
        Subject::Row(row) | Subject::Cell { row, .. } => (matrix.rows(), row as usize, matrix.columns(), matrix.noun()),
    };
    let group = axis.group(index).and_then(|group| axis.groups().get(group));
    html! {
        <>
            <header>
                <p class="where">
                    <span class="who">{ words::capital(words::noun(noun).0) }</span>
                    if let Some(group) = group {
                        <span class="what">{ group.name.to_string() }</span>
                    }
                </p>
                <p class="verdict"><strong>{ axis.name(index) }</strong></p>
            </header>
            if !axis.description(index).is_empty() {
                <p class="summary">{ axis.description(index) }</p>
            }
            { origin(axis, index, &props.language) }
            <dl class="tally">
                { for tally(props, other).into_iter().map(|(stance, names)| html! {
                    <div key={stance.code()}>
                        <dt>{ swatch(&props.reading, stance) }{ matrix.scale().label(stance) }</dt>
                        <dd>{ names.join(", ") }</dd>
                    </div>
                }) }
            </dl>
        </>
    }
}

/// When and where the row or the column comes from, where the data says so.
fn origin(axis: &Axis, index: usize, language: &str) -> Html {
    let date = (!axis.date(index).is_empty()).then(|| intl::date(language, axis.date(index)));
    let source = axis.source(index);
    if date.is_none() && source.is_empty() && axis.url(index).is_none() {
        return Html::default();
    }
    let name = if source.is_empty() { axis.url(index).unwrap_or_default() } else { source };
    html! {
        <p class="facts">
            if let Some(date) = date { <span>{ date }</span> }
            if let Some(url) = axis.url(index) {
                <cite><a href={url.to_string()} target="_blank" rel="noopener noreferrer">{ name.to_string() }</a></cite>
            } else if !name.is_empty() {
                <cite>{ name.to_string() }</cite>
            }
        </p>
    }
}

/// The stances taken here, in the order of the scale, with the names of who takes them.
fn tally(props: &SummaryProps, other: &Axis) -> Vec<(Stance, Vec<String>)> {
    let matrix = &props.reading.matrix;
    let mut tally: Vec<(Stance, Vec<String>)> = Vec::new();
    for index in 0..other.len() {
        let stance = match props.subject {
            Subject::Column(column) => matrix.stance(index, column as usize),
            Subject::Row(row) | Subject::Cell { row, .. } => matrix.stance(row as usize, index),
        };
        match tally.iter_mut().find(|(taken, _)| *taken == stance) {
            Some((_, names)) => names.push(other.name(index).into()),
            None => tally.push((stance, vec![other.name(index).into()])),
        }
    }
    tally.sort_by_key(|(stance, _)| *stance);
    tally
}
