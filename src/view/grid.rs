//! The matrix itself: a table in the grid pattern, with sticky headers.

use std::ops::Range;

use matrix::{Reading, Shown};
use yew::prelude::*;

use crate::state::{Open, Subject};
use crate::view::Shared;
use crate::view::line::Line;
use crate::view::marked::marked;
use crate::window::Window;

/// What the matrix is drawn from.
pub struct Grid<'a> {
    /// What was read.
    pub reading: &'a Shared<Reading>,
    /// Rows and columns that remain under the filter.
    pub shown: &'a Shared<Shown>,
    /// The part of them that is drawn.
    pub window: Window,
    /// Where the one tab stop is.
    pub stop: Option<Subject>,
    /// The open card.
    pub open: Option<Open>,
    /// The node of the table.
    pub table: &'a NodeRef,
}

/// The matrix as a table.
pub fn grid(props: &Grid) -> Html {
    let matrix = &props.reading.matrix;
    let open = props.open.map(|open| open.subject);
    let lines = props.shown.rows.get(props.window.rows.clone()).unwrap_or_default();
    html! {
        <table role="grid" class="grid" part="grid" ref={props.table.clone()}>
            <caption class="hidden">{ matrix.title() }</caption>
            <thead>
                { themes(props) }
                <tr>
                    <td class="corner"></td>
                    { for drawn(&props.shown.columns, &props.window.columns).iter().map(|&column| header(props, column, open)) }
                </tr>
            </thead>
            <tbody>
                { for lines.iter().map(|&row| html! {
                    <Line key={row} {row} reading={props.reading.clone()} shown={props.shown.clone()}
                        columns={props.window.columns.clone()} stop={within(row, props.stop)} open={within(row, open)} />
                }) }
            </tbody>
        </table>
    }
}

/// The drawn part of the shown columns.
pub fn drawn<'a>(columns: &'a [u32], window: &Range<usize>) -> &'a [u32] {
    columns.get(window.clone()).unwrap_or_default()
}

/// `subject` if it is in this row, so that a change elsewhere does not draw the row again.
fn within(row: u32, subject: Option<Subject>) -> Option<Subject> {
    subject.filter(|subject| subject.place().0 == Some(row))
}

fn header(props: &Grid, column: u32, open: Option<Subject>) -> Html {
    let subject = Subject::Column(column);
    let name = props.reading.matrix.columns().name(column as usize);
    html! {
        <th scope="col" key={column} class="column">
            { press(subject, props.stop, open, marked(props.shown.finder(), name)) }
        </th>
    }
}

/// The button of a row's or a column's header.
pub fn press(subject: Subject, stop: Option<Subject>, open: Option<Subject>, name: Html) -> Html {
    html! {
        <button type="button" class="header" data-key={subject.key()} tabindex={tab_stop(subject, stop)}
            aria-haspopup="dialog" aria-expanded={expanded(subject, open)}>{ name }</button>
    }
}

/// The `tabindex` of what stands at `subject`.
pub fn tab_stop(subject: Subject, stop: Option<Subject>) -> &'static str {
    if stop == Some(subject) { "0" } else { "-1" }
}

/// The `aria-expanded` of what stands at `subject`.
pub fn expanded(subject: Subject, open: Option<Subject>) -> &'static str {
    if open == Some(subject) { "true" } else { "false" }
}

/// The line of themes above the columns, each over its run of columns; nothing where there are none.
fn themes(props: &Grid) -> Html {
    let axis = props.reading.matrix.columns();
    if axis.groups().is_empty() {
        return Html::default();
    }
    let columns = drawn(&props.shown.columns, &props.window.columns);
    let runs = columns.chunk_by(|&a, &b| axis.group(a as usize) == axis.group(b as usize));
    html! {
        <tr class="themes">
            <td class="corner"></td>
            { for runs.filter_map(|run| {
                let first = *run.first()?;
                let theme = axis.group(first as usize).and_then(|theme| axis.groups().get(theme));
                let name = theme.map(|theme| theme.name.to_string());
                Some(html! { <th scope="colgroup" key={first} colspan={run.len().to_string()} class="theme"><span>{ name }</span></th> })
            }) }
        </tr>
    }
}
