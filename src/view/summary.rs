//! A row or a column in its card: what it is, and who stands where on it.

use matrix::{Axis, Matrix, Stance};
use yew::prelude::*;

use crate::host::intl;
use crate::view::statement::{Content, swatch};
use crate::words;

/// The content of a header's card: of a row, or of a column.
pub fn summary(content: &Content, place: u32, is_row: bool) -> Html {
    let matrix = content.matrix;
    let index = place as usize;
    let (axis, other, noun) =
        if is_row { (matrix.rows(), matrix.columns(), matrix.noun()) } else { (matrix.columns(), matrix.rows(), matrix.column_noun()) };
    let group = axis.group(index).and_then(|group| axis.groups().get(group));
    html! {
        <>
            <header>
                <p class="where">
                    <span class="who">{ words::capital(words::noun(noun).0) }</span>
                    if let Some(group) = group {
                        { " · " }{ group.name.to_string() }
                    }
                </p>
                <p class="verdict"><strong>{ axis.name(index) }</strong></p>
            </header>
            if !axis.description(index).is_empty() {
                <p class="summary">{ axis.description(index) }</p>
            }
            { origin(axis, index, content.language) }
            <dl class="tally">
                { for tally(matrix, index, is_row, other).into_iter().map(|(stance, names)| html! {
                    <div key={stance.code()}>
                        <dt>{ swatch(matrix, stance) }{ matrix.scale().label(stance) }</dt>
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

/// The stances taken here, in the order of the scale, with the names of who takes them, or on what.
fn tally<'a>(matrix: &Matrix, index: usize, is_row: bool, other: &'a Axis) -> Vec<(Stance, Vec<&'a str>)> {
    let stance = |place: usize| if is_row { matrix.stance(index, place) } else { matrix.stance(place, index) };
    let names = |of: Stance| (0..other.len()).filter(|&place| stance(place) == of).map(|place| other.name(place)).collect();
    let taken = matrix.counts(&[], &[]).into_iter().map(|(of, _)| (of, names(of)));
    taken.filter(|(_, names): &(Stance, Vec<&str>)| !names.is_empty()).collect()
}
