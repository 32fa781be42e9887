//! A matrix as a picture for social cards: the stances with their names, what they mean, and where they come from.
//! Text is text, no font is embedded, and the same matrix gives the same picture.

mod draw;
mod grid;
mod legend;
mod look;
mod plan;
mod text;
mod words;

use anyhow::{Context, Result, ensure};
use matrix::{Matrix, Stance};
use maud::{Markup, html};

use draw::{Draw, Line};
use grid::Grid;
use legend::Legend;
use look::{HATCH, MUTED, PAGE, TEXT};
use plan::{HEIGHT, MARGIN, WIDTH};
use text::{BOLD, clean, fits, width, wrapped};
use words::Words;

const SANS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
/// The sizes of the title, the largest that it fits on one line in; else the last, on two.
const TITLES: [f64; 4] = [40.0, 36.0, 32.0, 30.0];
/// The size of what stands under the matrix.
const FOOT: f64 = 16.0;
/// The room between the margins.
const ROOM: f64 = WIDTH - 2.0 * MARGIN;
/// Between the parts of the picture.
const SPACE: f64 = 20.0;
/// Up to so many cells are told one by one to who does not see the picture.
const TOLD: usize = 120;

/// The matrix as SVG.
///
/// # Errors
/// A matrix with nothing in it, or one whose cells would be too small to see.
pub fn svg(matrix: &Matrix) -> Result<String> {
    ensure!(!matrix.rows().is_empty() && !matrix.columns().is_empty(), "there is nothing to draw");
    let words = Words::of(matrix.language());
    let draw = Draw { is_mirrored: words.is_mirrored() || text::is_mirrored(matrix.rows().name(0)) };
    let top = Block::title(matrix);
    let foot = Block::foot(matrix, &words);
    let foot_top = HEIGHT - MARGIN + FOOT * 0.4 - foot.height();
    let legend = Legend::of(matrix, &words);
    let content_top = MARGIN - SPACE * 0.5 + if top.lines.is_empty() { 0.0 } else { top.height() + SPACE * 0.6 };
    let legend_top = foot_top - if foot.lines.is_empty() { 0.0 } else { SPACE * 0.6 } - legend.height();
    let grid = Grid::of(matrix, &words, content_top, legend_top - SPACE).with_context(|| {
        let (rows, columns) = (matrix.rows().len(), matrix.columns().len());
        format!("a picture has no room for {rows} × {columns} cells; choose with --countries or --concerns")
    })?;
    // A matrix that does not fill its room stands in the middle of it, with its legend.
    let spare = (legend_top - SPACE - grid.bottom()).max(0.0);
    let grid = grid.lowered(spare / 2.0);
    let picture = html! {
        (top.drawn(MARGIN - SPACE * 0.5, &draw))
        (grid.drawn(&draw))
        (legend.drawn(grid.bottom() + SPACE, &draw))
        (foot.drawn(foot_top, &draw))
    };
    Ok(framed(matrix, &words, &draw, &picture))
}

/// The picture with what it is called and what it says, for who does not see it.
fn framed(matrix: &Matrix, words: &Words, draw: &Draw, picture: &Markup) -> String {
    let language = Some(matrix.language()).filter(|language| !language.is_empty());
    let direction = draw.is_mirrored.then_some("rtl");
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } width=(WIDTH) height=(HEIGHT) role="img"
            xml:lang=[language] direction=[direction] font-family=(SANS) fill=(TEXT) { "\n"
            title { (clean(matrix.title())) } "\n"
            desc { (told(matrix, words)) } "\n"
            defs { pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect width="6" height="6" fill=(PAGE) {}
                rect width="1" height="6" fill=(HATCH) {}
            } } "\n"
            rect width=(WIDTH) height=(HEIGHT) fill=(PAGE) {} "\n"
            (picture)
        } "\n"
    };
    svg.into_string()
}

/// What the picture shows, in words: each cell, or of a large matrix how many cells have which stance.
fn told(matrix: &Matrix, words: &Words) -> String {
    let (rows, columns) = (matrix.rows().len(), matrix.columns().len());
    let named = |name: &str, value: &str| words.say("named", false, &[name, value]);
    let about = [matrix.description().to_string()].into_iter().filter(|about| !about.is_empty());
    let cells: Vec<String> = if rows.saturating_mul(columns) <= TOLD {
        let row = |row: usize| {
            let cell = |column: usize| named(matrix.columns().name(column), &words.stance(matrix, matrix.stance(row, column)));
            format!("{} — {}.", matrix.rows().name(row), (0..columns).map(cell).collect::<Vec<_>>().join("; "))
        };
        (0..rows).map(row).collect()
    } else {
        counts(matrix).iter().map(|(stance, count)| named(&words.stance(matrix, *stance), &count.to_string()) + ".").collect()
    };
    clean(&about.chain(cells).collect::<Vec<_>>().join(" "))
}

/// The stances that the matrix shows, and in how many cells.
fn counts(matrix: &Matrix) -> Vec<(Stance, usize)> {
    let all = |many: usize| (0..).take(many).collect::<Vec<u32>>();
    matrix.counts(&all(matrix.rows().len()), &all(matrix.columns().len()))
}

/// Lines of text of one size.
struct Block {
    lines: Vec<String>,
    like: Line,
    /// As this much of the size.
    leading: f64,
}

impl Block {
    fn title(matrix: &Matrix) -> Self {
        let title = clean(matrix.title());
        let one_line = TITLES.into_iter().find(|size| fits(&title, ROOM, size * BOLD, 1));
        let size = one_line.or(TITLES.last().copied()).unwrap_or(FOOT);
        Self { lines: wrapped(&title, ROOM, size * BOLD, 2), like: Line { size, weight: 600, ..Line::at(MARGIN, 0.0) }, leading: 1.2 }
    }

    /// Where the data comes from, and of when it is.
    fn foot(matrix: &Matrix, words: &Words) -> Self {
        let sources: Vec<&str> = matrix.sources().iter().map(|source| source.title.as_str()).filter(|title| !title.is_empty()).collect();
        let source = words.say("sources", sources.len() == 1, &[]);
        let source = if sources.is_empty() { String::new() } else { words.say("named", false, &[&source, &sources.join("; ")]) };
        let mut lines = wrapped(&clean(&source), ROOM, FOOT, 2);
        let date = clean(&date(matrix, words));
        match lines.last_mut() {
            _ if date.is_empty() => {}
            Some(line) if width(line, FOOT) + width(" · ", FOOT) + width(&date, FOOT) <= ROOM => line.extend([" · ", &date]),
            _ => lines.push(date),
        }
        Self { lines, like: Line { size: FOOT, color: MUTED, ..Line::at(MARGIN, 0.0) }, leading: 1.4 }
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.like.size * self.leading
    }

    fn drawn(&self, top: f64, draw: &Draw) -> Markup {
        let feet = |number: f64| top + self.like.size * (self.leading * number + 0.5 + self.leading * 0.3);
        html! { @for (line, number) in self.lines.iter().zip(0_u8..) { (draw.text(line, Line { y: feet(f64::from(number)), ..self.like })) } }
    }
}

/// Of when the data is: when it was made, else which days it speaks of.
fn date(matrix: &Matrix, words: &Words) -> String {
    // Apart from the words around it, which may go the other way.
    let day = |day: &str| format!("\u{2066}{day}\u{2069}");
    match (matrix.created(), matrix.dates()) {
        ("", None) => String::new(),
        ("", Some((first, last))) => {
            let (first, last) = (first.split('/').next().unwrap_or_default(), last.split('/').next_back().unwrap_or_default());
            words.say("dated", false, &[&if first == last { day(first) } else { format!("{} – {}", day(first), day(last)) }])
        }
        (created, _) => words.say("created", false, &[&day(created)]),
    }
}
