//! Drawing: text and cells, from the side that reading starts at.

use maud::{Markup, html};

use super::look::{LINE, Look, Mark, TEXT};
use super::plan::{EDGED, WIDTH};
use super::text::clean;

/// Which way the picture goes.
pub(super) struct Draw {
    pub is_mirrored: bool,
}

/// How and where a line of text is set.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub x: f64,
    /// Of the letters' feet.
    pub y: f64,
    pub size: f64,
    pub weight: u16,
    pub color: &'static str,
    /// Slanted upwards, by 45°.
    pub is_slanted: bool,
}

impl Line {
    /// A line of common text.
    pub fn at(x: f64, y: f64) -> Self {
        Self { x, y, size: 16.0, weight: 400, color: TEXT, is_slanted: false }
    }

    /// A line whose letters stand in the middle of `y`.
    pub fn middle(x: f64, y: f64, size: f64) -> Self {
        Self { size, ..Self::at(x, y + size * 0.35) }
    }
}

/// Where a cell is.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Draw {
    fn x(&self, x: f64, width: f64) -> f64 {
        if self.is_mirrored { WIDTH - x - width } else { x }
    }

    pub fn text(&self, text: &str, line: Line) -> Markup {
        let (x, y) = (round(self.x(line.x, 0.0)), round(line.y));
        let slant = line.is_slanted.then(|| format!("rotate({} {x} {y})", if self.is_mirrored { 45 } else { -45 }));
        let weight = (line.weight != 400).then_some(line.weight);
        let color = (line.color != TEXT).then_some(line.color);
        html! { text x=(x) y=(y) font-size=(line.size) font-weight=[weight] fill=[color] transform=[slant] { (text) } "\n" }
    }

    /// A cell in the colours of its stance.
    pub fn cell(&self, look: &Look, area: Area) -> Markup {
        let Area { x, y, width, height } = area;
        let x = self.x(x, width);
        if width.min(height) < EDGED {
            // No hatching would show; a frame around all tells that something is there.
            let fill = &look.fill;
            return html! { rect x=(round(x)) y=(round(y)) width=(round(width)) height=(round(height)) fill=(fill) {} "\n" };
        }
        let fill = if look.is_silence { "url(#hatch)" } else { &look.fill };
        let dashes = look.is_silence.then_some("3 2");
        html! {
            rect x=(round(x + 0.5)) y=(round(y + 0.5)) width=(round(width - 1.0)) height=(round(height - 1.0)) rx="2"
                fill=(fill) stroke=(look.edge) stroke-dasharray=[dashes] {} "\n"
        }
    }

    /// A hairline around cells.
    pub fn frame(&self, Area { x, y, width, height }: Area) -> Markup {
        let x = self.x(x, width);
        html! {
            rect x=(round(x - 1.5)) y=(round(y - 1.5)) width=(round(width + 3.0)) height=(round(height + 3.0))
                fill="none" stroke=(LINE) {} "\n"
        }
    }

    /// The mark of a stance, `size` wide, whose middle is at a place.
    pub fn mark(&self, look: &Look, x: f64, y: f64, size: f64) -> Markup {
        let (x, y) = (self.x(x, 0.0), y);
        let place =
            format!("translate({} {}) scale({})", round(x - size / 2.0), round(y - size / 2.0), (size / 16.0 * 1000.0).round() / 1000.0);
        match &look.mark {
            Mark::Solid(path) => html! { path d=(path) transform=(place) fill=(look.ink) {} "\n" },
            Mark::Outline(path) => html! {
                path d=(path) transform=(place) fill="none" stroke=(look.ink)
                    stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" {} "\n"
            },
            Mark::Own(own) => html! {
                text x=(round(x)) y=(round(y + size * 0.35)) font-size=(round(size)) text-anchor="middle" fill=(look.ink) {
                    (clean(own))
                } "\n"
            },
        }
    }
}

/// A place to a tenth of a pixel: more is only longer.
fn round(place: f64) -> f64 {
    (place * 10.0).round() / 10.0
}
