//! A matrix as a picture for social cards: the stances with their names, what they mean, and where they come from.
//! Text is text, no font is embedded, and the same matrix gives the same picture.

mod block;
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

use block::Block;
use draw::Draw;
use grid::Grid;
use legend::Legend;
use look::{HATCH, PAGE, TEXT};
use plan::{HEIGHT, MARGIN, WIDTH};
use text::clean;
use words::Words;

const SANS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
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
    let foot_top = HEIGHT - MARGIN + SPACE * 0.3 - foot.height();
    let legend = Legend::of(matrix, &words);
    let content_top = MARGIN - SPACE * 0.5 + top.height_and(SPACE * 0.6);
    let legend_top = HEIGHT - MARGIN + SPACE * 0.3 - foot.height_and(SPACE * 0.6) - legend.height();
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
    let language = Some(clean(matrix.language())).filter(|language| !language.is_empty());
    let direction = draw.is_mirrored.then_some("rtl");
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } width=(WIDTH) height=(HEIGHT) role="img"
            xml:lang=[language] direction=[direction] font-family=(SANS) fill=(TEXT) { "\n"
            title { (called(matrix, words)) } "\n"
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

/// The title, else what the rows and columns are.
fn called(matrix: &Matrix, words: &Words) -> String {
    let [rows, columns] = [matrix.noun(), matrix.column_noun()].map(|noun| words.say(noun.plural(), false, &[]));
    let title = clean(matrix.title());
    if title.is_empty() { format!("{rows} × {columns}") } else { title }
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
