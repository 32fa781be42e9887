//! What colours and marks mean: the scale from one end to the other, then the silences that occur.

use matrix::{Matrix, Stance};
use maud::{Markup, html};

use super::counts;
use super::draw::{Area, Draw, Line};
use super::look::{Look, MUTED};
use super::plan::{MARGIN, WIDTH};
use super::text::{clean, cut, width};
use super::words::Words;

const SIZE: f64 = 16.0;
const SWATCH: f64 = 22.0;
const LINE: f64 = 32.0;
const BETWEEN: f64 = 22.0;
/// A longer legend would take the room of the matrix.
const MOST_LINES: usize = 3;

/// A legend that is laid out.
pub(super) struct Legend(Vec<Vec<Entry>>);

/// A swatch and its word; a note has no swatch.
struct Entry {
    look: Option<Look>,
    word: String,
    x: f64,
}

impl Legend {
    /// The legend of a matrix. Of a scale that is too long for it, only the stances that occur; of too many of those,
    /// the first, and how many more there are.
    pub fn of(matrix: &Matrix, words: &Words) -> Self {
        let entry = |(stance, _): &(Stance, usize)| (Some(Look::of(matrix, *stance)), clean(&words.stance(matrix, *stance)));
        let mut stances = counts(matrix);
        stances.retain(|(stance, count)| *count > 0 || !stance.is_silence());
        let note = unsourced(matrix, words);
        let laid_out = |stances: &[(Stance, usize)], more: usize| {
            let more = (more > 0).then(|| (None, format!("+ {more}")));
            Self::laid_out(stances.iter().map(entry).chain(more).chain(note.clone().map(|note| (None, note))))
        };
        let whole = laid_out(&stances, 0);
        if whole.0.len() <= MOST_LINES {
            return whole;
        }
        stances.retain(|(_, count)| *count > 0);
        let shorter = (0..=stances.len()).map(|more| {
            let kept = stances.get(..stances.len() - more).unwrap_or_default();
            laid_out(kept, more)
        });
        shorter.into_iter().find(|legend| legend.0.len() <= MOST_LINES).unwrap_or(whole)
    }

    fn laid_out(entries: impl Iterator<Item = (Option<Look>, String)>) -> Self {
        let mut lines: Vec<Vec<Entry>> = Vec::new();
        let mut x = MARGIN;
        for (look, word) in entries {
            let before = if look.is_some() { SWATCH + 8.0 } else { 0.0 };
            let word = cut(&word, WIDTH - 2.0 * MARGIN - before, SIZE);
            let room = before + width(&word, SIZE);
            let is_new = lines.is_empty() || x + room > WIDTH - MARGIN;
            if is_new {
                x = MARGIN;
                lines.push(Vec::new());
            }
            let entry = Entry { look, word, x };
            x += room + BETWEEN;
            if let Some(line) = lines.last_mut() {
                line.push(entry);
            }
        }
        Self(lines)
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        self.0.len() as f64 * LINE
    }

    /// The legend, drawn from `top` on.
    pub fn drawn(&self, top: f64, draw: &Draw) -> Markup {
        let entries = self.0.iter().zip(0_u8..).flat_map(|(line, number)| line.iter().map(move |entry| (entry, number)));
        html! {
            @for (Entry { look, word, x }, number) in entries {
                @let y = top + LINE * (f64::from(number) + 0.5);
                @if let Some(look) = look {
                    (draw.cell(look, Area { x: *x, y: y - SWATCH / 2.0, width: SWATCH, height: SWATCH }))
                    (draw.mark(look, x + SWATCH / 2.0, y, SWATCH * 0.55))
                    (draw.text(word, Line::middle(x + SWATCH + 8.0, y, SIZE)))
                } @else {
                    (draw.text(word, Line { color: MUTED, ..Line::middle(*x, y, SIZE) }))
                }
            }
        }
    }
}

/// What the mark means that stands behind words without a source, and how many there are.
fn unsourced(matrix: &Matrix, words: &Words) -> Option<String> {
    let cells = (0..matrix.rows().len()).flat_map(|row| (0..matrix.columns().len()).map(move |column| (row, column)));
    let count = cells.filter(|&(row, column)| !matrix.position(row, column).sourced()).count();
    let words = words.say("no-source", false, &[]);
    let words = words.trim_end_matches(['.', '。', '۔']);
    (count > 0).then(|| format!("* {words} ({count})"))
}
