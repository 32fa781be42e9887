//! The matrix itself: a table in the grid pattern, with sticky headers.

use matrix::{Axis, Matrix, Shown, Stance};
use yew::Html;

use crate::host::words::Words;
use crate::state::Subject;
use crate::view::draw::{draw, spoken};
use crate::view::hole::{Hole, truth};
use crate::view::mark::{look, mark};
use crate::view::marked::marked;
use crate::window::{self, Window};

const GRID: &str = "<div class=scroller key=scroller part=scroller tabindex=-1 data-large={}><div class=sheet>\
    <table role=grid class=grid part=grid aria-describedby=in-words aria-rowcount={} aria-colcount={}><caption class=hidden>{}</caption>\
    <thead>{}<tr aria-rowindex={}><td class=corner aria-colindex={}></td>{}</tr></thead><tbody>{}</tbody></table></div><template>{}</template></div>";
const THEMES: &str = "<tr class=themes aria-rowindex={}><td class=corner></td>{}</tr>";
const THEME: &str = "<th scope=colgroup key={} colspan={} class=theme aria-colindex={}><span>{}</span></th>";
const COLUMN: &str = "<th scope=col key={} class=column aria-colindex={}>{}</th>";
const LINE: &str = "<tr key={} aria-rowindex={}><th scope=row class=row aria-colindex={}>{}</th></tr>";
const HEADER: &str = "<button type=button class=header data-key={} lang={lang} dir=auto tabindex={} \
    aria-haspopup=dialog aria-expanded={} aria-describedby={}>{}</button>";
const CELL: &str = "<td key={} class=cell part=cell data-level={} data-step={} data-silence={} tabindex=-1 \
    aria-haspopup=dialog aria-expanded=false><div class=fill>{}<span class=word lang={lang} dir=auto>{}</span></div></td>";

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

impl Grid<'_> {
    /// The matrix as a table without its cells, and a cell of each stance, of which those are copies.
    pub fn view(&self) -> Html {
        let line = |(index, &place): (usize, &u32)| {
            let row = self.index(index + self.header_lines());
            draw(LINE, [place.to_string().into(), row, self.index(0), self.header(true, place)])
        };
        let lines: Vec<Html> = (self.window.lines.start..).zip(self.drawn(true)).map(line).collect();
        let header =
            |(index, &place): (usize, &u32)| draw(COLUMN, [place.to_string().into(), self.index(index), self.header(false, place)]);
        let headers: Vec<Html> = self.places_drawn().map(header).collect();
        let large = self.is_large().then_some("").into();
        let [down, across] = [true, false].map(|is_line| self.places(is_line).len());
        let head = self.header_lines();
        draw(
            GRID,
            [
                large,
                self.index(down + head - 1),
                self.index(across),
                self.matrix.title().into(),
                self.themes(),
                self.index(head - 1),
                self.index(0),
                headers.into(),
                lines.into(),
                self.samples().into(),
            ],
        )
    }

    /// A cell of each stance.
    fn samples(&self) -> Vec<Html> {
        let sample = |stance: Stance| {
            let [level, step, silence] = look(self.matrix, stance);
            let (key, mark, word) = (stance.code().to_string(), mark(self.matrix, stance), self.words.stance(self.matrix, stance));
            spoken(self.words, CELL, [key.into(), level, step, silence, mark.into(), word.into()])
        };
        self.stances().map(sample).collect()
    }

    /// All stances that there are, in the order of the samples.
    fn stances(&self) -> impl Iterator<Item = Stance> {
        self.matrix.counts(&[], &[]).into_iter().map(|(stance, _)| stance)
    }

    /// The cells of each line that is drawn, line by line, six numbers each: row, column, the stance's place among the
    /// samples, how many statements it has, its looks in bits (1 dim, 2 found, 4 without a source, 8 the tab stop, 16 the
    /// card is about it), and where it stands in its line, counted from 1, or 0 where all are drawn.
    pub fn cells(&self) -> Vec<u32> {
        let Self { matrix, shown, .. } = self;
        let (stances, is_large): (Vec<Stance>, bool) = (self.stances().collect(), self.is_large());
        let mut cells = Vec::new();
        for &line in self.drawn(true) {
            for (index, &across) in self.places_drawn() {
                let (row, column) = if self.swapped { (across, line) } else { (line, across) };
                let (subject, position) = (Some(Subject::Cell { row, column }), matrix.position(row as usize, column as usize));
                let sample = stances.iter().position(|&stance| stance == position.stance()).unwrap_or_default();
                let is =
                    [!shown.lit(row, column), shown.has_find(row, column), !position.sourced(), self.stop == subject, self.open == subject];
                let looks = is.into_iter().rev().fold(0, |bits, is| bits << 1 | u32::from(is));
                let index = if is_large { index + 1 } else { 0 };
                cells.extend([row, column, sample as u32, position.len() as u32, looks, index as u32]);
            }
        }
        cells
    }

    /// The places across that are drawn, each with where it stands in its line.
    fn places_drawn(&self) -> impl Iterator<Item = (usize, &u32)> {
        (self.window.across.start + 1..).zip(self.drawn(false))
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
