//! A loaded matrix with everything around it: title, filters, legend, grid, card, foot.

use std::ops::Range;

use matrix::{Matrix, Reading, Shown};
use yew::Html;

use crate::host::words::Words;
use crate::state::{Action, State, Subject, View};
use crate::travel::stop;
use crate::view::Shared;
use crate::view::card::card;
use crate::view::deck::{Deck, other_view};
use crate::view::draw::{list, spoken};
use crate::view::filters::{Filters, filters};
use crate::view::foot::foot;
use crate::view::grid::{Grid, places};
use crate::view::hole::Hole;
use crate::view::legend::legend;
use crate::view::once::once;
use crate::view::statement::Content;
use crate::window::{RESTING, SCROLLING, Window, is_large};

const WIDGET: &str = "<section class=widget part=widget tabindex=-1 aria-label={} lang={language}>\
    <button type=button class=skip data-do=skip>{skip}</button><header class=head>{}{}</header>{}{}<div class=body>{}</div>{}<div class=layer>{}</div>{}</section>";
const NOTHING: &str = "<div class=nothing key=nothing><p>{nothing}</p>\
    <button type=button class=button data-do=clear>{clear}</button></div>";

/// A loaded matrix, what the reader has chosen of it, and what is drawn of it again only when it changes.
pub struct Widget {
    /// What was read.
    pub reading: Box<Reading>,
    /// The address that it came from.
    pub source: String,
    /// What the reader has chosen.
    pub state: State,
    /// What remains under the filter.
    pub shown: Shown,
    /// The rows in another order than the author's, which is empty for that.
    order: Vec<u32>,
    /// Whether there is no room for the matrix.
    pub narrow: bool,
    /// What of the matrix is in sight, and what is drawn.
    sight: Window,
    window: Window,
    /// The reader's language, for this data.
    pub words: Words,
    filters: Shared<Html>,
    legend: Shared<Html>,
    foot: Shared<Html>,
    table: Shared<Html>,
    /// What the table was drawn for: a part of the matrix, and headers that are marked.
    drawn: Option<(Window, [Option<Subject>; 2])>,
}

impl Widget {
    /// A widget of what was read from the address `source`, in the reader's language, its rows and columns as they
    /// were before. About so much of it will be in `sight`.
    pub fn new(reading: Box<Reading>, source: String, words: &Words, narrow: bool, swapped: bool, sight: Window) -> Self {
        let state = State { swapped, ..State::default() };
        let shown = reading.matrix.show(&state.filter);
        let [filters, legend, foot, table] = <[Shared<Html>; 4]>::default();
        let (window, words, drawn, order) = (Window::default(), words.clone(), None, Vec::new());
        let mut widget = Self { reading, source, state, shown, order, narrow, sight, window, words, filters, legend, foot, table, drawn };
        widget.speak(&widget.words.clone());
        widget
    }

    /// Draws everything in another language.
    pub fn speak(&mut self, words: &Words) {
        self.words = words.about(self.matrix().language());
        self.foot = Shared::new(foot(self.matrix(), &self.words));
        self.drawn = None;
        self.draw_controls();
        self.draw(RESTING);
    }

    /// The matrix.
    pub fn matrix(&self) -> &Matrix {
        &self.reading.matrix
    }

    /// What the card is about.
    pub fn subject(&self) -> Option<Subject> {
        self.state.open.map(|open| open.subject)
    }

    /// Does what changes the state; the state before, if anything has changed.
    pub fn act(&mut self, action: Action) -> Option<State> {
        let next = self.state.after(action);
        if next == self.state {
            return None;
        }
        let old = std::mem::replace(&mut self.state, next);
        let filtered = old.filter != self.state.filter;
        if filtered {
            self.show();
        }
        if old.swapped != self.state.swapped {
            self.drawn = None;
        }
        if filtered || (old.unfolded, old.swapped) != (self.state.unfolded, self.state.swapped) {
            self.draw_controls();
        }
        self.draw(RESTING);
        Some(old)
    }

    /// All of it.
    pub fn view(&self) -> Html {
        let matrix = self.matrix();
        let content = Content { matrix, finder: self.shown.finder(), words: &self.words };
        let body = match self.shown.columns.is_empty() || self.shown.rows.is_empty() {
            true => spoken(&self.words, NOTHING, []),
            false if self.is_deck() => self.deck(),
            false => self.matrix_view(),
        };
        let head = |template, text: &str| (!text.is_empty()).then(|| spoken(&self.words, template, [text.into()]));
        spoken(
            &self.words,
            WIDGET,
            [
                matrix.title().into(),
                head("<h2 class=title part=title lang={lang} dir=auto>{}</h2>", matrix.title()).into(),
                head("<p class=description lang={lang} dir=auto>{}</p>", matrix.description()).into(),
                once(&self.filters, None).into(),
                if self.is_deck() { Hole::Nothing } else { once(&self.legend, None).into() },
                body.into(),
                if self.is_deck() { once(&self.legend, None).into() } else { Hole::Nothing },
                self.state.open.map(|open| card(&content, open)).into(),
                once(&self.foot, None).into(),
            ],
        )
    }

    /// The filters and the legend: a card that opens does not draw them again.
    fn draw_controls(&mut self) {
        let controls = Filters { matrix: self.matrix(), shown: &self.shown, state: &self.state, words: &self.words };
        (self.filters, self.legend) = (Shared::new(filters(&controls)), Shared::new(legend(&controls)));
    }

    /// There is room for the matrix now, or no longer. Whether that changes what is drawn.
    pub fn resize(&mut self, narrow: bool) -> bool {
        let was = self.is_deck();
        self.narrow = narrow;
        self.draw(RESTING);
        was != self.is_deck()
    }

    /// Lines and places across that are shown, and what of them is drawn.
    pub fn layout(&self) -> (usize, usize, &Window) {
        (self.places(true).len(), self.places(false).len(), &self.window)
    }

    /// Whether only a part of the matrix is drawn.
    pub fn is_large(&self) -> bool {
        !self.is_deck() && is_large(self.places(true).len(), self.places(false).len())
    }

    /// Something else is in sight. Whether that changes what is drawn.
    pub fn look(&mut self, sight: Window) -> bool {
        let [before, now] = [&self.sight, &sight].map(|sight| (sight.lines.start, sight.across.start));
        let around = if before == now { RESTING } else { SCROLLING };
        self.sight = sight;
        let before = self.window.clone();
        self.draw(around);
        before != self.window
    }

    /// Draws what is around `subject`, where the reader stands now. Whether that changes what is drawn.
    pub fn reach(&mut self, subject: Subject) -> bool {
        self.state.here = Some(subject);
        let (line, across) = self.index(subject);
        self.look(self.sight.around(line, across))
    }

    /// Whether `subject` is drawn.
    pub fn draws(&self, subject: Subject) -> bool {
        let (line, across) = self.index(subject);
        line.is_none_or(|line| self.window.lines.contains(&line)) && across.is_none_or(|across| self.window.across.contains(&across))
    }

    /// The line and the place across of `subject`, as they are counted here.
    fn index(&self, subject: Subject) -> (Option<usize>, Option<usize>) {
        let (line, across) = subject.laid_out(self.state.swapped);
        let index = |is_line, place: Option<u32>| self.places(is_line).iter().position(|&other| Some(other) == place);
        (index(true, line), index(false, across))
    }

    fn places(&self, is_line: bool) -> &[u32] {
        places(&self.shown, self.state.swapped, is_line)
    }

    fn is_deck(&self) -> bool {
        self.state.view == View::Deck || self.narrow && self.state.view == View::Auto
    }

    /// The matrix; where there is little room, or the deck was left for it, with the way to the deck.
    fn matrix_view(&self) -> Html {
        let other = if self.narrow || self.state.view == View::Matrix { other_view(&self.words, false) } else { Html::default() };
        list(vec![other, once(&self.table, None)])
    }

    fn deck(&self) -> Html {
        let swapped = self.state.swapped;
        let first = self.places(false).first();
        let top = stop(&self.shown, self.state.here).and_then(|stop| stop.laid_out(swapped).1).or(first.copied()).unwrap_or_default();
        Deck { matrix: self.matrix(), shown: &self.shown, swapped, top, open: self.subject(), words: &self.words }.view()
    }

    /// Puts the rows in this order, those that it lacks behind them.
    pub fn arrange(&mut self, order: Vec<u32>) {
        self.order = order;
        self.show();
        self.draw(RESTING);
    }

    /// What remains under the filter, in its order.
    fn show(&mut self) {
        (self.shown, self.drawn) = (self.reading.matrix.show(&self.state.filter), None);
        let rows = &mut self.shown.rows;
        let mut end = 0;
        for row in &self.order {
            if let Some(at) = rows.iter().position(|&shown| shown == *row) {
                let row = rows.remove(at);
                rows.insert(end, row);
                end += 1;
            }
        }
    }

    /// Draws the table, of a large one what is in sight and so many lines and places `around` it.
    fn draw(&mut self, around: usize) {
        if self.is_deck() {
            return;
        }
        self.window = self.window.of(self.places(true).len(), self.places(false).len(), &self.sight, around);
        let grid = self.grid();
        let is_header = |subject: &Subject| !matches!(subject, Subject::Cell { .. });
        let drawn = Some((self.window.clone(), [grid.stop, grid.open].map(|subject| subject.filter(is_header))));
        if self.drawn != drawn {
            (self.table, self.drawn) = (Shared::new(grid.view()), drawn);
        }
    }

    /// How many cells a line has, and the cells of [`Grid::cells`]; none in the deck.
    pub fn cells(&self) -> (usize, Vec<u32>) {
        (self.window.across.len(), if self.is_deck() { Vec::new() } else { self.grid().cells() })
    }

    fn grid(&self) -> Grid<'_> {
        // Where the reader stands may be out of sight; then the way in leads to what is drawn.
        let stop = stop(&self.shown, self.state.here).filter(|&stop| self.draws(stop)).or_else(|| {
            let place = |is_line, part: &Range<usize>| self.places(is_line).get(part.start).copied();
            Subject::on(self.state.swapped, place(true, &self.window.lines), place(false, &self.window.across))
        });
        Grid {
            matrix: self.matrix(),
            shown: &self.shown,
            swapped: self.state.swapped,
            window: self.window.clone(),
            stop,
            open: self.subject(),
            words: &self.words,
        }
    }
}
