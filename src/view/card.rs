//! The card: what opens from a cell or a header. A non-modal dialog, since it can hold links.

use yew::Html;

use crate::state::{Open, Subject};
use crate::view::draw::spoken;
use crate::view::hole::Hole;
use crate::view::statement::{Content, position};
use crate::view::summary::summary;

const CARD: &str = "<div key={} class=card part=card role=dialog aria-label={} popover=manual tabindex=-1 data-pinned={}>\
    <div class=grab></div><button type=button class=close aria-label={close} data-do=close>\
    <svg viewBox='0 0 16 16' aria-hidden=true focusable=false><path d='M3 3l10 10M13 3L3 13'/></svg></button>{}</div>";

/// The open card.
pub fn card(content: &Content, open: Open) -> Html {
    let rows = content.matrix.rows();
    let columns = content.matrix.columns();
    let (label, inside) = match open.subject {
        Subject::Cell { row, column } => {
            (content.words.tell("join", &[rows.name(row as usize), columns.name(column as usize)]), position(content, row, column))
        }
        Subject::Row(row) => (rows.name(row as usize).into(), summary(content, row, true)),
        Subject::Column(column) => (columns.name(column as usize).into(), summary(content, column, false)),
    };
    let pinned = if open.pinned { "".into() } else { Hole::Nothing };
    spoken(content.words, CARD, [open.subject.key().into(), label.into(), pinned, inside.into()])
}
