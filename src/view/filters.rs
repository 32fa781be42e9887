//! The filters above the matrix: search, what is shown in words, and chips for columns, rows, themes
//! and groups. Where there is little room they fold away behind one button.

use matrix::{Axis, Matrix, Shown};
use yew::Html;

use crate::host::page;
use crate::state::{Part, State};
use crate::view::chips::{Chip, chips};
use crate::view::draw::draw;
use crate::view::hole::{Hole, truth};
use crate::words;

const FILTERS: &str = "<div class=filters data-unfolded={}><div class=bar><label class=search>\
    <span class=hidden>Search names and quotes</span>\
    <svg viewBox='0 0 16 16' aria-hidden=true focusable=false>\
    <path d='M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l3.7 3.7'/></svg>\
    <input type=search part=search placeholder='Search names, quotes' autocomplete=off spellcheck=false value={}/></label>\
    <button type=button class=fold aria-expanded={} data-do=fold><span class=narrow>Filter</span><span class=wide>More filters</span></button>\
    <p class=shown role=status tabindex=-1>{}</p><span class=clear>{}</span></div>\
    <div class=sets>{}<div class=more>{}{}{}</div></div></div>";

/// What the filters are drawn from.
pub struct Filters<'a> {
    /// The matrix.
    pub matrix: &'a Matrix,
    /// Rows and columns that remain under the filter.
    pub shown: &'a Shown,
    /// The reader's choices.
    pub state: &'a State,
    /// The reader's language.
    pub language: &'a str,
}

/// The filters.
pub fn filters(props: &Filters) -> Html {
    let State { filter, unfolded, .. } = props.state;
    let clear = (!filter.is_clear()).then(|| draw("<button type=button class=link data-do=clear>Show all</button>", []));
    draw(
        FILTERS,
        [
            if *unfolded { "".into() } else { Hole::Nothing },
            filter.query.as_str().into(),
            truth(*unfolded),
            in_words(props).into(),
            clear.into(),
            axis(props, Part::Columns).into(),
            groups(props, Part::Themes).into(),
            axis(props, Part::Rows).into(),
            groups(props, Part::Groups).into(),
        ],
    )
}

/// What is shown: "3 of 9 concerns, 5 countries".
fn in_words(props: &Filters) -> String {
    let matrix = props.matrix;
    let part = |shown: &[u32], axis: &Axis, noun| {
        let (shown, all) = (shown.len(), axis.len());
        words::part(shown, all, (&page::number(props.language, shown), &page::number(props.language, all)), noun)
    };
    let columns = part(&props.shown.columns, matrix.columns(), words::noun(matrix.column_noun()));
    format!("{columns}, {}", part(&props.shown.rows, matrix.rows(), words::noun(matrix.noun())))
}

/// The chips of the rows or of the columns, each with how many of the others take a stance there.
fn axis(props: &Filters, part: Part) -> Html {
    let Filters { matrix, shown, .. } = props;
    let (rows, columns) = (words::noun(matrix.noun()), words::noun(matrix.column_noun()));
    let is_row = part == Part::Rows;
    let (axis, own, other) = if is_row { (matrix.rows(), rows, columns) } else { (matrix.columns(), columns, rows) };
    let mut set = Vec::new();
    for index in 0..axis.len() {
        let stated = if is_row { matrix.stated_by(index, &shown.allowed_columns) } else { matrix.stated(index, &shown.allowed_rows) };
        let count = Some((page::number(props.language, stated), if stated == 1 { other.0 } else { other.1 }));
        set.push(Chip { name: axis.name(index), count, on: part.of(&props.state.filter).has(index as u32) });
    }
    chips(part, &words::capital(own.1), set, true)
}

/// The chips of an axis's groups; nothing where one group or none leaves no choice.
fn groups(props: &Filters, part: Part) -> Html {
    let (label, axis) = if part == Part::Groups { ("Groups", props.matrix.rows()) } else { ("Themes", props.matrix.columns()) };
    if axis.groups().len() < 2 {
        return Html::default();
    }
    let mut set = Vec::new();
    for (place, group) in (0..).zip(axis.groups()) {
        set.push(Chip { name: &group.name, count: None, on: part.of(&props.state.filter).has(place) });
    }
    chips(part, label, set, false)
}
