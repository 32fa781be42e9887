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
use crate::window::{self, Window};

const GRID: &str = "<div class=scroller key=scroller part=scroller tabindex=-1 data-large={}><div class=sheet>\
    <table role=grid class=grid part=grid aria-describedby=in-words aria-rowcount={} aria-colcount={}><caption class=hidden>{}</caption>\
    <thead>{}<tr aria-rowindex={}><td class=corner aria-colindex={}></td>{}</tr></thead><tbody>{}</tbody></table></div></div>";
const THEMES: &str = "<tr class=themes aria-rowindex={}><td class=corner></td>{}</tr>";
const THEME: &str = "<th scope=colgroup key={} colspan={} class=theme aria-colindex={}><span>{}</span></th>";
const COLUMN: &str = "<th scope=col key={} class=column aria-colindex={}>{}</th>";
const LINE: &str = "<tr aria-rowindex={}><th scope=row class=row aria-colindex={}>{}</th>{}</tr>";
const HEADER: &str = "<button type=button class=header data-key={} lang={lang} dir=auto tabindex={} \
    aria-haspopup=dialog aria-expanded={} aria-describedby={}>{}</button>";
const CELL: &str = "<td key={} aria-colindex={} class={} part=cell data-key={} data-level={} data-step={} data-silence={} tabindex={} aria-label={} \
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

/// The lines that are shown, or the places across.
pub fn places(shown: &Shown, swapped: bool, is_line: bool) -> &[u32] {
    if is_line == swapped { &shown.columns } else { &shown.rows }
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

/// A drawn line, which is drawn again only when what is marked in it changes.
pub struct Line {
    /// Its row, or its column where those are swapped.
    place: u32,
    /// The tab stop and what the card is about, where they are in this line.
    marked: [Option<Subject>; 2],
    html: Shared<Html>,
}

impl Grid<'_> {
    /// The matrix as a table of `lines`.
    pub fn view(&self, lines: &[Line]) -> Html {
        let rows: Vec<Html> = lines.iter().map(|line| once(&line.html, Some(line.place))).collect();
        let first = self.window.across.start;
        let header = |(index, &place): (usize, &u32)| {
            draw(COLUMN, [place.to_string().into(), self.index(first + index + 1), self.header(false, place)])
        };
        let headers: Vec<Html> = self.drawn(false).iter().enumerate().map(header).collect();
        let large = self.is_large().then_some("").into();
        let [lines, across] = [true, false].map(|is_line| self.places(is_line).len());
        let head = self.header_lines();
        draw(
            GRID,
            [
                large,
                self.index(lines + head - 1),
                self.index(across),
                self.matrix.title().into(),
                self.themes(),
                self.index(head - 1),
                self.index(0),
                headers.into(),
                rows.into(),
            ],
        )
    }

    /// Brings `lines` up to date. They are of the same places across as before, or empty.
    pub fn draw_lines(&self, lines: &mut Vec<Line>) {
        let mut before = std::mem::take(lines).into_iter().peekable();
        for (index, &place) in (self.window.lines.start..).zip(self.drawn(true)) {
            let is_here = |subject: &Subject| subject.laid_out(self.swapped).0 == Some(place);
            let marked = [self.stop, self.open].map(|subject| subject.filter(is_here));
            // Both are in order.
            while before.next_if(|line| line.place < place).is_some() {}
            let same = before.next_if(|line| line.place == place).filter(|line| line.marked == marked);
            lines.push(same.unwrap_or_else(|| self.line(index, place, marked)));
        }
    }

    fn line(&self, index: usize, place: u32, marked: [Option<Subject>; 2]) -> Line {
        let cell = |(index, &across): (usize, &u32)| {
            let (row, column) = if self.swapped { (across, place) } else { (place, across) };
            self.cell(row, column, across, index)
        };
        let cells: Vec<Html> = (self.window.across.start + 1..).zip(self.drawn(false)).map(cell).collect();
        let html = draw(LINE, [self.index(index + self.header_lines()), self.index(0), self.header(true, place), cells.into()]);
        Line { place, marked, html: Shared::new(html) }
    }

    /// A cell, under `key` in its line, where it is at `index`.
    fn cell(&self, row: u32, column: u32, key: u32, index: usize) -> Html {
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
            self.index(index),
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
        let mut index = self.window.across.start + 1;
        for run in self.drawn(false).chunk_by(|&a, &b| axis.group(a as usize) == axis.group(b as usize)) {
            let first = run.first().copied().unwrap_or_default();
            let name = axis.group_of(first as usize).map(|theme| &*theme.name);
            themes.push(draw(THEME, [first.to_string().into(), run.len().to_string().into(), self.index(index), name.into()]));
            index += run.len();
        }
        draw(THEMES, [self.index(0), themes.into()]).into()
    }

    /// How many lines of headers there are.
    fn header_lines(&self) -> usize {
        if axis(self.matrix, self.swapped, false).groups().is_empty() { 1 } else { 2 }
    }

    /// Whether only a part of it is drawn.
    fn is_large(&self) -> bool {
        window::is_large(self.places(true).len(), self.places(false).len())
    }

    /// Where a line or a cell in it is, as ARIA counts them from 1, where not all are drawn.
    fn index(&self, index: usize) -> Hole {
        if self.is_large() { (index + 1).to_string().into() } else { Hole::Nothing }
    }

    /// The lines that are drawn, or the places across.
    fn drawn(&self, is_line: bool) -> &[u32] {
        let part = if is_line { &self.window.lines } else { &self.window.across };
        self.places(is_line).get(part.clone()).unwrap_or_default()
    }

    /// All lines, or all places across.
    fn places(&self, is_line: bool) -> &[u32] {
        places(self.shown, self.swapped, is_line)
    }
}
