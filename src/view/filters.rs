//! The filters above the matrix: search, what is shown in words, and chips for columns, rows, themes
//! and groups. Where there is little room they fold away behind one button.

use matrix::{Matrix, Shown};
use yew::Html;

use crate::host::words::Words;
use crate::state::{Part, State};
use crate::view::chips::{Chip, chips};
use crate::view::draw::spoken;
use crate::view::hole::{Hole, truth};

const FILTERS: &str = "<div class=filters data-unfolded={}><div class=bar><label class=search>\
    <span class=hidden>{search}</span>\
    <svg viewBox='0 0 16 16' aria-hidden=true focusable=false>\
    <path d='M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l3.7 3.7'/></svg>\
    <input type=search part=search placeholder={search.short} autocomplete=off spellcheck=false value={}/></label>\
    <button type=button class=fold aria-expanded={} data-do=fold><span class=narrow>{filter}</span><span class=wide>{filter.more}</span></button>\
    <p class=shown role=status tabindex=-1>{}</p><span class=clear>{}</span>\
    <button type=button class=swap aria-label={swap} aria-pressed={} data-do=swap><svg viewBox='0 0 16 16' aria-hidden=true focusable=false>\
    <path d='M2 5h11l-3-3M14 11H3l3 3'/></svg>{swap.short}</button></div>\
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
    pub words: &'a Words,
}

/// The filters.
pub fn filters(props: &Filters) -> Html {
    let Filters { words, state: State { filter, unfolded, swapped, .. }, .. } = props;
    let clear = (!filter.is_clear()).then(|| spoken(words, "<button type=button class=link data-do=clear>{clear}</button>", []));
    spoken(
        words,
        FILTERS,
        [
            if *unfolded { "".into() } else { Hole::Nothing },
            filter.query.as_str().into(),
            truth(*unfolded),
            in_words(props).into(),
            clear.into(),
            truth(*swapped),
            axis(props, Part::Columns).into(),
            groups(props, Part::Themes).into(),
            axis(props, Part::Rows).into(),
            groups(props, Part::Groups).into(),
        ],
    )
}

/// What is shown: "3 of 9 concerns, 5 countries".
fn in_words(props: &Filters) -> String {
    let Filters { matrix, shown, words, .. } = props;
    let columns = words.part(shown.columns.len(), matrix.columns(), matrix.column_noun());
    words.tell("join", &[&columns, &words.part(shown.rows.len(), matrix.rows(), matrix.noun())])
}

/// The chips of the rows or of the columns, each with how many of the others take a stance there.
fn axis(props: &Filters, part: Part) -> Html {
    let Filters { matrix, shown, words, .. } = props;
    let is_row = part == Part::Rows;
    let (axis, own, other) =
        if is_row { (matrix.rows(), matrix.noun(), matrix.column_noun()) } else { (matrix.columns(), matrix.column_noun(), matrix.noun()) };
    let mut set = Vec::new();
    for index in 0..axis.len() {
        let stated = if is_row { matrix.stated_by(index, &shown.allowed_columns) } else { matrix.stated(index, &shown.allowed_rows) };
        let count = Some([words.number(stated), words.how_many(stated, other)]);
        set.push(Chip { name: axis.name(index), count, on: part.of(&props.state.filter).has(index as u32) });
    }
    chips(words, part, &words.say(own.plural()), set, true)
}

/// The chips of an axis's groups; nothing where one group or none leaves no choice.
fn groups(props: &Filters, part: Part) -> Html {
    let (label, axis) = if part == Part::Groups { ("groups", props.matrix.rows()) } else { ("themes", props.matrix.columns()) };
    if axis.groups().len() < 2 {
        return Html::default();
    }
    let mut set = Vec::new();
    for (place, group) in (0..).zip(axis.groups()) {
        set.push(Chip { name: &group.name, count: None, on: part.of(&props.state.filter).has(place) });
    }
    chips(props.words, part, &props.words.say(label), set, false)
}
