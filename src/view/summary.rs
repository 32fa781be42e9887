//! A row or a column in its card: what it is, and who stands where on it.

use yew::Html;

use crate::view::draw::{draw, spoken, text};
use crate::view::hole::Hole;
use crate::view::mark::swatch;
use crate::view::statement::{Content, cite};

const SUMMARY: &str =
    "<header><p class=where><span class=who>{}</span>{}</p><p class=verdict><strong>{}</strong></p></header>{}{}<dl class=tally>{}</dl>";
const STANCE: &str = "<div key={}><dt>{}{}</dt><dd>{}</dd></div>";

/// The content of a header's card: of a row, or of a column.
pub fn summary(content: &Content, place: u32, is_row: bool) -> Html {
    let Content { matrix, words, .. } = content;
    let index = place as usize;
    let (axis, noun) = if is_row { (matrix.rows(), matrix.noun()) } else { (matrix.columns(), matrix.column_noun()) };
    let group = axis.group_of(index);
    let description = match axis.description(index) {
        "" => Hole::Nothing,
        description => spoken(words, "<p class=summary lang={lang} dir=auto>{}</p>", [description.into()]).into(),
    };
    let date = match axis.date(index) {
        "" => Hole::Nothing,
        date => draw("<span>{}</span>", [words.date(date).into()]).into(),
    };
    // When and where it comes from, where the data says so.
    let origin = match (date, cite(axis.source(index), axis.url(index))) {
        (Hole::Nothing, Hole::Nothing) => Hole::Nothing,
        (date, source) => draw("<p class=facts>{}{}</p>", [date, source]).into(),
    };
    draw(
        SUMMARY,
        [
            words.say(noun.singular()).into(),
            group.map(|group| text(&[" · ", &group.name].concat())).into(),
            axis.name(index).into(),
            description,
            origin,
            tally(content, index, is_row).into(),
        ],
    )
}

/// The stances taken here, in the order of the scale, with the names of who takes them, or on what.
fn tally(content: &Content, index: usize, is_row: bool) -> Vec<Html> {
    let matrix = content.matrix;
    let other = if is_row { matrix.columns() } else { matrix.rows() };
    let mut tally = Vec::new();
    for (stance, _) in matrix.counts(&[], &[]) {
        let mut names = Vec::new();
        for place in 0..other.len() {
            if stance == if is_row { matrix.stance(index, place) } else { matrix.stance(place, index) } {
                names.push(other.name(place));
            }
        }
        if !names.is_empty() {
            let label = content.words.stance(matrix, stance);
            tally.push(draw(
                STANCE,
                [stance.code().to_string().into(), swatch(matrix, stance).into(), label.into(), content.words.list(&names).into()],
            ));
        }
    }
    tally
}
