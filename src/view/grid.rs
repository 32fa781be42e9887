//! The matrix itself: a table in the grid pattern, with sticky headers.

use matrix::{Axis, Matrix, Shown};
use yew::Html;

use crate::host::words::Words;
use crate::state::Subject;
use crate::view::Shared;
use crate::view::draw::{draw, spoken};
use crate::view::hole::{Hole, truth};
use crate::view::mark::{look, mark};
use crate::view::marked::marked;
use crate::view::once::once;
use crate::window::Window;

const GRID: &str = "<div class=scroller key=scroller part=scroller><table role=grid class=grid part=grid aria-describedby=in-words><caption class=hidden>{}</caption>\
    <thead>{}<tr><td class=corner></td>{}</tr></thead><tbody>{}</tbody></table></div>";
const THEMES: &str = "<tr class=themes><td class=corner></td>{}</tr>";
const THEME: &str = "<th scope=colgroup key={} colspan={} class=theme><span>{}</span></th>";
const HEADER: &str = "<button type=button class=header data-key={} lang={lang} dir=auto tabindex={} \
    aria-haspopup=dialog aria-expanded={} aria-describedby={}>{}</button>";
const CELL: &str = "<td key={} class={} part=cell data-key={} data-level={} data-step={} data-silence={} tabindex={} aria-label={} \
    aria-haspopup=dialog aria-expanded={}><div class=fill>{}<span class=word lang={lang} dir=auto>{}</span></div></td>";

/// The button of a row's or a column's header; it opens its card.
pub fn header(words: &Words, subject: Subject, tab_stop: Hole, open: Option<Subject>, name: Html) -> Html {
    let key = subject.key();
    spoken(words, HEADER, [key.as_str().into(), tab_stop, truth(open == Some(subject)), key.into(), name.into()])
}

/// What the lines are, or the places across, where rows and columns may be swapped.
pub fn axis(matrix: &Matrix, swapped: bool, is_line: bool) -> &Axis {
    if is_line == swapped { matrix.columns() } else { matrix.rows() }
}

/// What the matrix is drawn from.
pub struct Grid<'a> {
    /// The matrix.
    pub matrix: &'a Matrix,
    /// Rows and columns that remain under the filter.
    pub shown: &'a Shown,
    /// Whether countries are the columns.
    pub swapped: bool,
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
        let rows = self.drawn(true).iter().zip(lines);
        let rows: Vec<Html> = rows.map(|(&place, line)| once(&line.html, Some(place))).collect();
        let header =
            |&place: &u32| draw("<th scope=col key={} class=column>{}</th>", [place.to_string().into(), self.header(false, place)]);
        let headers: Vec<Html> = self.drawn(false).iter().map(header).collect();
        draw(GRID, [self.matrix.title().into(), self.themes(), headers.into(), rows.into()])
    }

    /// Brings `lines` up to date. They are of the same rows and columns as before, or empty.
    pub fn draw_lines(&self, lines: &mut Vec<Line>) {
        for (index, &place) in self.drawn(true).iter().enumerate() {
            let is_here = |subject: &Subject| subject.laid_out(self.swapped).0 == Some(place);
            let marked = [self.stop, self.open].map(|subject| subject.filter(is_here));
            match lines.get_mut(index) {
                Some(line) if line.marked == marked => {}
                Some(line) => *line = self.line(place, marked),
                None => lines.push(self.line(place, marked)),
            }
        }
    }

    fn line(&self, place: u32, marked: [Option<Subject>; 2]) -> Line {
        let cell = |&across: &u32| if self.swapped { self.cell(across, place, across) } else { self.cell(place, across, across) };
        let cells: Vec<Html> = self.drawn(false).iter().map(cell).collect();
        let html = draw("<tr><th scope=row class=row>{}</th>{}</tr>", [self.header(true, place), cells.into()]);
        Line { marked, html: Shared::new(html) }
    }

    /// A cell, under `key` in its line.
    fn cell(&self, row: u32, column: u32, key: u32) -> Html {
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
            key.to_string().into(),
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
        spoken(self.words, CELL, holes)
    }

    /// The button of the header of a line, or of a place across.
    fn header(&self, is_line: bool, place: u32) -> Hole {
        let is_row = is_line != self.swapped;
        let subject = if is_row { Subject::Row(place) } else { Subject::Column(place) };
        let name = axis(self.matrix, self.swapped, is_line).name(place as usize);
        header(self.words, subject, self.tab_stop(subject), self.open, marked(self.shown.finder(), name)).into()
    }

    fn tab_stop(&self, subject: Subject) -> Hole {
        Hole::Text(if self.stop == Some(subject) { "0" } else { "-1" }.into())
    }

    /// The line of themes or groups above the columns, each over its run of columns; nothing where there are none.
    fn themes(&self) -> Hole {
        let axis = axis(self.matrix, self.swapped, false);
        if axis.groups().is_empty() {
            return Hole::Nothing;
        }
        let mut themes = Vec::new();
        for run in self.drawn(false).chunk_by(|&a, &b| axis.group(a as usize) == axis.group(b as usize)) {
            let first = run.first().copied().unwrap_or_default();
            let name = axis.group_of(first as usize).map(|theme| &*theme.name);
            themes.push(draw(THEME, [first.to_string().into(), run.len().to_string().into(), name.into()]));
        }
        draw(THEMES, [themes.into()]).into()
    }

    /// The lines that are drawn, or the places across.
    fn drawn(&self, is_line: bool) -> &[u32] {
        let (places, part) =
            if is_line == self.swapped { (&self.shown.columns, &self.window.columns) } else { (&self.shown.rows, &self.window.rows) };
        places.get(part.clone()).unwrap_or_default()
    }
}
