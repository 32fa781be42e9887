//! One row of the matrix: its header and its cells.

use std::ops::Range;

use matrix::{Reading, Shown};
use yew::prelude::*;

use crate::state::Subject;
use crate::view::Shared;
use crate::view::grid::{drawn, expanded, press, tab_stop};
use crate::view::mark::{Look, look, mark};
use crate::view::marked::marked;
use crate::words;

/// Properties of [`Line`].
#[derive(Properties, PartialEq)]
pub struct LineProps {
    /// What was read.
    pub reading: Shared<Reading>,
    /// Rows and columns that remain under the filter.
    pub shown: Shared<Shown>,
    /// The part of the columns that is drawn.
    pub columns: Range<usize>,
    /// The row of the matrix.
    pub row: u32,
    /// The tab stop, if it is in this row.
    pub stop: Option<Subject>,
    /// What the card is about, if it is in this row.
    pub open: Option<Subject>,
}

/// A row of the table.
pub struct Line;

impl Component for Line {
    type Message = ();
    type Properties = LineProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        row(ctx.props())
    }
}

fn row(props: &LineProps) -> Html {
    let name = props.reading.matrix.rows().name(props.row as usize);
    let columns = drawn(&props.shown.columns, &props.columns);
    html! {
        <tr>
            <th scope="row" class="row">
                { press(Subject::Row(props.row), props.stop, props.open, marked(props.shown.finder(), name)) }
            </th>
            { for columns.iter().map(|&column| cell(props, column)) }
        </tr>
    }
}

fn cell(props: &LineProps, column: u32) -> Html {
    let matrix = &props.reading.matrix;
    let subject = Subject::Cell { row: props.row, column };
    let position = matrix.position(props.row as usize, column as usize);
    let stance = position.stance();
    let word = matrix.scale().label(stance);
    let label = words::cell(
        matrix.rows().name(props.row as usize),
        matrix.columns().name(column as usize),
        word,
        position.len(),
        position.sourced(),
    );
    let Look { level, step, silence } = look(matrix, stance);
    let class = classes!(
        "cell",
        (!props.shown.lit(props.row, column)).then_some("dim"),
        props.shown.has_find(props.row, column).then_some("find"),
        (!position.sourced()).then_some("unsourced"),
    );
    html! {
        <td key={column} {class} part="cell" data-key={subject.key()} data-level={level} data-step={step} data-silence={silence}
            tabindex={tab_stop(subject, props.stop)} aria-label={label} aria-haspopup="dialog" aria-expanded={expanded(subject, props.open)}>
            <div class="fill">{ mark(matrix, stance) }<span class="word">{ word }</span></div>
        </td>
    }
}
