//! The filters above the matrix: search, what is shown in words, and chips for columns, rows, themes
//! and groups. Where there is little room they fold away behind one button.

use matrix::{Axis, Choice, Matrix, Shown};
use yew::prelude::*;

use crate::host::intl;
use crate::state::{Action, Change, State};
use crate::view::chips::{Chip, chips};
use crate::view::wish::{Send, Wish, sending};
use crate::words;

/// What the filters are drawn from.
pub struct Filters<'a> {
    /// The matrix.
    pub matrix: &'a Matrix,
    /// Rows and columns that remain under the filter.
    pub shown: &'a Shown,
    /// The reader's choices.
    pub state: &'a State,
    /// Where what the reader does goes.
    pub send: &'a Send,
    /// The reader's language.
    pub language: &'a str,
}

/// The filters.
pub fn filters(props: &Filters) -> Html {
    let matrix = props.matrix;
    let filter = &props.state.filter;
    let (rows, columns) = (words::noun(matrix.noun()), words::noun(matrix.column_noun()));
    let counted = |number: usize, noun: (&'static str, &'static str)| {
        (intl::number(props.language, number), if number == 1 { noun.0 } else { noun.1 })
    };
    let of_columns = |column: u32| counted(matrix.stated(column as usize, &props.shown.allowed_rows), rows);
    let of_rows = |row: u32| counted(matrix.stated_by(row as usize, &props.shown.allowed_columns), columns);
    html! {
        <div class="filters" data-unfolded={props.state.unfolded.then_some("")}>
            <div class="bar">
                { search(props) }
                { fold(props) }
                <p class="shown" role="status" tabindex="-1">{ in_words(props) }</p>
                <span class="clear">
                    if !filter.is_clear() {
                        <button type="button" class="link" onclick={sending(props.send, Action::Filter(Change::Clear))}>{ "Show all" }</button>
                    }
                </span>
            </div>
            <div class="sets">
                { chips(&words::capital(columns.1), &of_axis(matrix.columns(), &filter.columns, &of_columns),
                    &change(props, Change::Column, matrix.columns().len()), Some(whole(props, Change::Columns))) }
                <div class="more">
                    { groups(props, "Themes", matrix.columns(), &filter.themes, Change::Theme) }
                    { chips(&words::capital(rows.1), &of_axis(matrix.rows(), &filter.rows, &of_rows),
                        &change(props, Change::Row, matrix.rows().len()), Some(whole(props, Change::Rows))) }
                    { groups(props, "Groups", matrix.rows(), &filter.groups, Change::Group) }
                </div>
            </div>
        </div>
    }
}

fn search(props: &Filters) -> Html {
    let send = props.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            send.emit(Wish::Now(Action::Filter(Change::Query(field.value()))));
        }
    });
    html! {
        <label class="search">
            <span class="hidden">{ "Search names and quotes" }</span>
            <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l3.7 3.7" /></svg>
            <input type="search" part="search" placeholder="Search names, quotes" autocomplete="off" spellcheck="false"
                value={props.state.filter.query.clone()} {oninput} />
        </label>
    }
}

fn fold(props: &Filters) -> Html {
    let onclick: Callback<MouseEvent> = sending(props.send, Action::Fold);
    html! {
        <button type="button" class="fold" aria-expanded={props.state.unfolded.to_string()} {onclick}>
            <span class="narrow">{ "Filter" }</span><span class="wide">{ "More filters" }</span>
        </button>
    }
}

/// What is shown: "3 of 9 concerns, 5 countries".
fn in_words(props: &Filters) -> String {
    let matrix = props.matrix;
    let part = |shown: usize, all: usize, noun| {
        let written = (intl::number(props.language, shown), intl::number(props.language, all));
        words::part(shown, all, (&written.0, &written.1), noun)
    };
    let columns = part(props.shown.columns.len(), matrix.columns().len(), words::noun(matrix.column_noun()));
    let rows = part(props.shown.rows.len(), matrix.rows().len(), words::noun(matrix.noun()));
    format!("{columns}, {rows}")
}

fn of_axis(axis: &Axis, choice: &Choice, count: &dyn Fn(u32) -> (String, &'static str)) -> Vec<Chip> {
    let chip = |index: usize| {
        let place = index as u32;
        Chip { index: place, name: axis.name(index).into(), count: Some(count(place)), on: choice.has(place) }
    };
    (0..axis.len()).map(chip).collect()
}

/// The chips of an axis's groups; nothing where one group or none leaves no choice.
fn groups(props: &Filters, label: &str, axis: &Axis, choice: &Choice, to: fn(u32, u32) -> Change) -> Html {
    if axis.groups().len() < 2 {
        return Html::default();
    }
    let chip = |(index, group): (usize, &matrix::Group)| {
        let place = index as u32;
        Chip { index: place, name: group.name.to_string(), count: None, on: choice.has(place) }
    };
    let set: Vec<Chip> = axis.groups().iter().enumerate().map(chip).collect();
    chips(label, &set, &change(props, to, axis.groups().len()), None)
}

fn change(props: &Filters, to: fn(u32, u32) -> Change, of: usize) -> Callback<u32> {
    let send = props.send.clone();
    Callback::from(move |index| send.emit(Wish::Now(Action::Filter(to(index, of as u32)))))
}

fn whole(props: &Filters, to: fn(bool) -> Change) -> Callback<bool> {
    let send = props.send.clone();
    Callback::from(move |all| send.emit(Wish::Now(Action::Filter(to(all)))))
}
