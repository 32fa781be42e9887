//! The matrix itself: names, and a cell for each position.

use matrix::{Axis, Matrix};
use maud::{Markup, html};

use super::counts;
use super::draw::{Area, Draw, Line};
use super::look::{Look, MUTED};
use super::plan::{BESIDE, Content, Headers, LEADING, MARGIN, Plan, beside, header_room};
use super::text::{BOLD, clean, cut, wrapped};
use super::words::Words;

/// A matrix that is laid out.
pub(super) struct Grid<'a> {
    matrix: &'a Matrix,
    words: &'a Words,
    plan: Plan,
    /// Whether columns go down and rows across.
    is_swapped: bool,
    down: Vec<String>,
    across: Vec<String>,
    /// How many groups begin before each of them, but the first.
    breaks: (Vec<usize>, Vec<usize>),
}

impl<'a> Grid<'a> {
    /// The layout that shows most: rows down, or columns down where that leaves more room for words. None where its
    /// cells would be too small to see.
    pub fn of(matrix: &'a Matrix, words: &'a Words, top: f64, bottom: f64) -> Option<Self> {
        let names = |axis: &Axis| (0..axis.len()).map(|place| clean(axis.name(place))).collect::<Vec<_>>();
        let shown = counts(matrix).into_iter().filter(|(_, count)| *count > 0);
        let shown: Vec<String> = shown.map(|(stance, _)| clean(&words.stance(matrix, stance))).collect();
        let plan = |down: &[String], across: &[String], breaks: &(Vec<usize>, Vec<usize>), is_swapped| {
            let breaks = (last(&breaks.0), last(&breaks.1));
            Plan::of(&Content { down, across, breaks, words: &shown, is_swapped, top, bottom })
        };
        let (rows, columns) = (names(matrix.rows()), names(matrix.columns()));
        let upright_breaks = (breaks(matrix.rows()), breaks(matrix.columns()));
        let swapped_breaks = (upright_breaks.1.clone(), upright_breaks.0.clone());
        let (upright, swapped) = (plan(&rows, &columns, &upright_breaks, false), plan(&columns, &rows, &swapped_breaks, true));
        let worth = |plan: &Option<Plan>| plan.map(|plan| plan.worth());
        if worth(&swapped) > worth(&upright) {
            let grid = |plan| Self { matrix, words, plan, is_swapped: true, down: columns, across: rows, breaks: swapped_breaks };
            return swapped.map(grid);
        }
        upright.map(|plan| Self { matrix, words, plan, is_swapped: false, down: rows, across: columns, breaks: upright_breaks })
    }

    /// Where a cell begins.
    fn x(&self, across: usize) -> f64 {
        let breaks = self.breaks.1.get(across).copied().unwrap_or_default();
        self.plan.left + self.plan.across * across as f64 + self.plan.apart.1 * breaks as f64
    }

    fn y(&self, down: usize) -> f64 {
        let breaks = self.breaks.0.get(down).copied().unwrap_or_default();
        self.plan.top + self.plan.down * down as f64 + self.plan.apart.0 * breaks as f64
    }

    /// Where it ends.
    pub fn bottom(&self) -> f64 {
        self.y(self.down.len().saturating_sub(1)) + self.plan.down - self.plan.gap
    }

    /// The same, further down.
    pub fn lowered(self, by: f64) -> Self {
        Self { plan: self.plan.lowered(by), ..self }
    }

    /// The matrix, drawn.
    pub fn drawn(&self, draw: &Draw) -> Markup {
        html! {
            (self.caption(draw))
            @if self.plan.is_small() { (draw.frame(self.area())) }
            @for (place, name) in self.across.iter().enumerate() { (self.header(draw, place, name)) }
            @for (down, name) in self.down.iter().enumerate() {
                (self.name(draw, down, name))
                @for across in 0..self.across.len() { (self.cell(draw, down, across)) }
            }
        }
    }

    /// How many there are of what has no room for names.
    fn caption(&self, draw: &Draw) -> Markup {
        let (rows, columns) = (self.matrix.noun().plural(), self.matrix.column_noun().plural());
        let (down, across) = if self.is_swapped { (columns, rows) } else { (rows, columns) };
        let count = |arrow: &str, noun: &str, many: usize| {
            format!("{arrow} {}", self.words.say("named", false, &[&self.words.say(noun, false, &[]), &many.to_string()]))
        };
        let arrow = if draw.is_mirrored { "←" } else { "→" };
        let down = self.plan.names.is_none().then(|| count("↓", down, self.down.len()));
        let across = (self.plan.headers == Headers::None).then(|| count(arrow, across, self.across.len()));
        let caption = down.into_iter().chain(across).collect::<Vec<_>>().join(" · ");
        let line = Line { color: MUTED, ..Line::at(self.plan.left, self.plan.caption) };
        if caption.is_empty() {
            html! {}
        } else {
            draw.text(&caption, line)
        }
    }

    fn header(&self, draw: &Draw, place: usize, name: &str) -> Markup {
        let plan = &self.plan;
        let x = self.x(place);
        let weight = if self.is_swapped { 600 } else { 400 };
        let size = plan.header;
        match plan.headers {
            Headers::None => html! {},
            Headers::Slanted(length) => {
                let line = Line { size, weight, is_slanted: true, ..Line::at(x + plan.across / 2.0 + size * 0.3, plan.top - size * 0.5) };
                draw.text(&cut(name, length, measured(weight, size)), line)
            }
            Headers::Flat => {
                let lines = wrapped(name, header_room(plan.across), measured(weight, size), 3);
                let first = plan.top - 10.0 - LEADING * size * lines.len().saturating_sub(1) as f64;
                let each = lines.iter().zip(0_u8..);
                let at = |number: u8| Line { size, weight, ..Line::at(x, first + LEADING * size * f64::from(number)) };
                html! { @for (line, number) in each { (draw.text(line, at(number))) } }
            }
        }
    }

    fn name(&self, draw: &Draw, place: usize, name: &str) -> Markup {
        let plan = &self.plan;
        let Some(size) = plan.names else { return html! {} };
        let y = self.y(place) + (plan.down - plan.gap) / 2.0;
        let weight = if self.is_swapped { 400 } else { 600 };
        draw.text(&cut(name, plan.left - MARGIN - BESIDE, measured(weight, size)), Line { weight, ..Line::middle(MARGIN, y, size) })
    }

    /// All cells together.
    fn area(&self) -> Area {
        let Plan { left, top, across, gap, .. } = self.plan;
        let end = self.x(self.across.len().saturating_sub(1)) + across - gap;
        Area { x: left, y: top, width: end - left, height: self.bottom() - top }
    }

    fn cell(&self, draw: &Draw, down: usize, across: usize) -> Markup {
        let plan = &self.plan;
        let (row, column) = if self.is_swapped { (across, down) } else { (down, across) };
        let position = self.matrix.position(row, column);
        let look = Look::of(self.matrix, position.stance());
        let (x, y) = (self.x(across), self.y(down));
        let area = Area { x, y, width: plan.across - plan.gap, height: plan.down - plan.gap };
        let middle = y + area.height / 2.0;
        let unsourced = if position.sourced() { "" } else { "*" };
        let word = |size: f64| {
            let word = clean(&self.words.stance(self.matrix, position.stance())) + unsourced;
            let room = area.width - beside(size) + size;
            draw.text(&cut(&word, room, size), Line { color: look.ink, ..Line::middle(x + size * 1.85, middle, size) })
        };
        html! {
            (draw.cell(&look, area))
            @if let Some(mark) = plan.mark {
                (draw.mark(&look, x + plan.words.map_or(area.width / 2.0, |size| size), middle, mark))
            }
            @if let Some(size) = plan.words { (word(size)) }
        }
    }
}

/// How many groups begin before each row or column, but the first group.
fn breaks(axis: &Axis) -> Vec<usize> {
    let mut breaks = 0;
    let mut each = |place: usize| {
        breaks += usize::from(place > 0 && axis.group(place) != axis.group(place - 1));
        breaks
    };
    (0..axis.len()).map(&mut each).collect()
}

fn last(breaks: &[usize]) -> usize {
    breaks.last().copied().unwrap_or_default()
}

/// The size that text has to be measured in.
fn measured(weight: u16, size: f64) -> f64 {
    if weight > 400 { size * BOLD } else { size }
}
