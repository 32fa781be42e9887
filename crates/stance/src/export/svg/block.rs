//! The lines of text above and below the matrix: its title; where the data comes from, and of when it is.

use matrix::Matrix;
use maud::{Markup, html};

use super::draw::{Draw, Line};
use super::look::MUTED;
use super::plan::{MARGIN, WIDTH};
use super::text::{BOLD, clean, fits, width, wrapped};
use super::words::Words;

/// The sizes of the title, the largest that it fits on one line in; else the last, on two.
const TITLES: [f64; 4] = [40.0, 36.0, 32.0, 30.0];
/// The size of what stands under the matrix.
const FOOT: f64 = 16.0;
/// The room between the margins.
const ROOM: f64 = WIDTH - 2.0 * MARGIN;

/// Lines of text of one size.
pub(super) struct Block {
    lines: Vec<String>,
    like: Line,
    /// As this much of the size.
    leading: f64,
}

impl Block {
    /// The title.
    pub fn title(matrix: &Matrix) -> Self {
        let title = clean(matrix.title());
        let one_line = TITLES.into_iter().find(|size| fits(&title, ROOM, size * BOLD, 1));
        let size = one_line.or(TITLES.last().copied()).unwrap_or(FOOT);
        Self { lines: wrapped(&title, ROOM, size * BOLD, 2), like: Line { size, weight: 600, ..Line::at(MARGIN, 0.0) }, leading: 1.2 }
    }

    /// Where the data comes from, and of when it is.
    pub fn foot(matrix: &Matrix, words: &Words) -> Self {
        let sources: Vec<&str> = matrix.sources().iter().map(|source| source.title.as_str()).filter(|title| !title.is_empty()).collect();
        let source = words.say("sources", sources.len() == 1, &[]);
        let source = if sources.is_empty() { String::new() } else { words.say("named", false, &[&source, &sources.join("; ")]) };
        let mut lines = wrapped(&clean(&source), ROOM, FOOT, 2);
        let date = clean(&date(matrix, words));
        match lines.last_mut() {
            _ if date.is_empty() => {}
            Some(line) if width(line, FOOT) + width(" · ", FOOT) + width(&date, FOOT) <= ROOM => line.extend([" · ", &date]),
            Some(_) => lines.push(date),
            None => lines.push(capital(&date)),
        }
        Self { lines, like: Line { size: FOOT, color: MUTED, ..Line::at(MARGIN, 0.0) }, leading: 1.4 }
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.like.size * self.leading
    }

    /// The same with what stands between it and the next; nothing of an empty one.
    pub fn height_and(&self, space: f64) -> f64 {
        if self.lines.is_empty() { 0.0 } else { self.height() + space }
    }

    /// The lines, drawn from `top` on.
    pub fn drawn(&self, top: f64, draw: &Draw) -> Markup {
        let feet = |number: f64| top + self.like.size * (self.leading * number + 0.5 + self.leading * 0.3);
        let at = |number: u8| Line { y: feet(f64::from(number)), ..self.like };
        html! { @for (line, number) in self.lines.iter().zip(0_u8..) { (draw.text(line, at(number))) } }
    }
}

/// Of when the data is: when it was made, else which days it speaks of.
fn date(matrix: &Matrix, words: &Words) -> String {
    // Apart from words that go the other way.
    let day = |day: &str| if words.is_mirrored() { format!("\u{2066}{day}\u{2069}") } else { day.to_string() };
    match (matrix.created(), matrix.dates()) {
        ("", None) => String::new(),
        ("", Some((first, last))) => {
            let (first, last) = (first.split('/').next().unwrap_or_default(), last.split('/').next_back().unwrap_or_default());
            words.say("dated", false, &[&if first == last { day(first) } else { format!("{} – {}", day(first), day(last)) }])
        }
        (created, _) => words.say("created", false, &[&day(created)]),
    }
}

/// With a capital first letter, where the script has any.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
