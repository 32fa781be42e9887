//! The matrix itself: a table in the grid pattern, with sticky headers.

use matrix::{Matrix, Shown};
use yew::Html;

use crate::state::Subject;
use crate::host::words::Words;
use crate::view::Shared;
use crate::view::draw::draw;
use crate::view::hole::{Hole, truth};
use crate::view::mark::{look, mark};
use crate::view::marked::marked;
use crate::view::once::once;
use crate::window::Window;

const GRID: &str = "<div class=scroller key=scroller part=scroller><table role=grid class=grid part=grid><caption class=hidden>{}</caption>\
    <thead>{}<tr><td class=corner></td>{}</tr></thead><tbody>{}</tbody></table></div>";
const THEMES: &str = "<tr class=themes><td class=corner></td>{}</tr>";
const THEME: &str = "<th scope=colgroup key={} colspan={} class=theme><span>{}</span></th>";
const HEADER: &str = "<button type=button class=header data-key={} tabindex={} aria-haspopup=dialog aria-expanded={}>{}</button>";
const CELL: &str = "<td key={} class={} part=cell data-key={} data-level={} data-step={} data-silence={} tabindex={} aria-label={} \
    aria-haspopup=dialog aria-expanded={}><div class=fill>{}<span class=word>{}</span></div></td>";

/// The button of a row's or a column's header; it opens its card.
pub fn header(subject: Subject, tab_stop: Hole, open: Option<Subject>, name: Html) -> Html {
    draw(HEADER, [subject.key().into(), tab_stop, truth(open == Some(subject)), name.into()])
}

/// What the matrix is drawn from.
pub struct Grid<'a> {
    /// The matrix.
    pub matrix: &'a Matrix,
    /// Rows and columns that remain under the filter.
    pub shown: &'a Shown,
    /// The part of them that is drawn.
    pub window: Window,
    /// Where the one tab stop is.
    pub stop: Option<Subject>,
    /// What the card is about.
    pub open: Option<Subject>,
    /// The reader's language.
    pub words: &'a Words,
}

/// A drawn row, which is drawn again only when what is marked in it changes.
pub struct Line {
    /// The tab stop and what the card is about, where they are in this row.
    marked: [Option<Subject>; 2],
    html: Shared<Html>,
}

impl Grid<'_> {
    /// The matrix as a table of `lines`.
    pub fn view(&self, lines: &[Line]) -> Html {
        let rows = self.drawn_rows().iter().zip(lines);
        let rows: Vec<Html> = rows.map(|(&row, line)| once(&line.html, Some(row))).collect();
        let header = |&column: &u32| {
            let name = self.header(Subject::Column(column), self.matrix.columns().name(column as usize));
            draw("<th scope=col key={} class=column>{}</th>", [column.to_string().into(), name])
        };
        let headers: Vec<Html> = self.drawn_columns().iter().map(header).collect();
        draw(GRID, [self.matrix.title().into(), self.themes(), headers.into(), rows.into()])
    }

    /// Brings `lines` up to date. They are of the same rows and columns as before, or empty.
    pub fn draw_lines(&self, lines: &mut Vec<Line>) {
        for (index, &row) in self.drawn_rows().iter().enumerate() {
            let marked = [self.stop, self.open].map(|subject| subject.filter(|subject| subject.place().0 == Some(row)));
            match lines.get_mut(index) {
                Some(line) if line.marked == marked => {}
                Some(line) => *line = self.line(row, marked),
                None => lines.push(self.line(row, marked)),
            }
        }
    }

    fn line(&self, row: u32, marked: [Option<Subject>; 2]) -> Line {
        let cells: Vec<Html> = self.drawn_columns().iter().map(|&column| self.cell(row, column)).collect();
        let header = self.header(Subject::Row(row), self.matrix.rows().name(row as usize));
        let html = draw("<tr><th scope=row class=row>{}</th>{}</tr>", [header, cells.into()]);
        Line { marked, html: Shared::new(html) }
    }

    fn cell(&self, row: u32, column: u32) -> Html {
        let Self { matrix, shown, .. } = self;
        let subject = Subject::Cell { row, column };
        let position = matrix.position(row as usize, column as usize);
        let stance = position.stance();
        let sourced = position.sourced();
        let mut class = String::from("cell");
        for (is, name) in [(!shown.lit(row, column), " dim"), (shown.has_find(row, column), " find"), (!sourced, " unsourced")] {
            class.push_str(if is { name } else { "" });
        }
        let [level, step, silence] = look(matrix, stance);
        let holes = [
            column.to_string().into(),
            class.into(),
            subject.key().into(),
            level,
            step,
            silence,
            self.tab_stop(subject),
            self.words.cell(matrix, row, column).into(),
            truth(self.open == Some(subject)),
            mark(matrix, stance).into(),
            self.words.stance(matrix, stance).into(),
        ];
        draw(CELL, holes)
    }

    /// The button of a row's or a column's header.
    fn header(&self, subject: Subject, name: &str) -> Hole {
        header(subject, self.tab_stop(subject), self.open, marked(self.shown.finder(), name)).into()
    }

    fn tab_stop(&self, subject: Subject) -> Hole {
        Hole::Text(if self.stop == Some(subject) { "0" } else { "-1" }.into())
    }

    /// The line of themes above the columns, each over its run of columns; nothing where there are none.
    fn themes(&self) -> Hole {
        let axis = self.matrix.columns();
        if axis.groups().is_empty() {
            return Hole::Nothing;
        }
        let mut themes = Vec::new();
        for run in self.drawn_columns().chunk_by(|&a, &b| axis.group(a as usize) == axis.group(b as usize)) {
            let first = run.first().copied().unwrap_or_default();
            let name = axis.group_of(first as usize).map(|theme| &*theme.name);
            themes.push(draw(THEME, [first.to_string().into(), run.len().to_string().into(), name.into()]));
        }
        draw(THEMES, [themes.into()]).into()
    }

    fn drawn_rows(&self) -> &[u32] {
        self.shown.rows.get(self.window.rows.clone()).unwrap_or_default()
    }

    fn drawn_columns(&self) -> &[u32] {
        self.shown.columns.get(self.window.columns.clone()).unwrap_or_default()
    }
}
