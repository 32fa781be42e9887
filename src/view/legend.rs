//! The legend: what every colour and mark means and how often it occurs; pressed, it narrows the
//! matrix to that stance.

use yew::Html;

use crate::state::{Action, Change};
use crate::view::draw::{draw, spoken};
use crate::view::filters::Filters;
use crate::view::hole::truth;
use crate::view::mark::swatch;

const ENTRY: &str =
    "<li key={}><button type=button class={} aria-pressed={} data-do={}>{}<span>{}</span><span class=count>{}</span></button></li>";

/// The legend.
pub fn legend(props: &Filters) -> Html {
    let Filters { matrix, shown, state, words } = props;
    let stances = &state.filter.stances;
    let mut entries = Vec::new();
    // Counted over all that rows and columns allow, so that a pressed stance leaves the others' counts.
    for (stance, count) in matrix.counts(&shown.allowed_rows, &shown.allowed_columns) {
        let wanted = stances.has(u32::from(stance.code()));
        let press = Action::Filter(Change::Stance(stance.code())).key();
        entries.push(draw(
            ENTRY,
            [
                stance.code().to_string().into(),
                if wanted { "entry" } else { "entry dim" }.into(),
                truth(wanted && !stances.is_all()),
                press.into(),
                swatch(matrix, stance).into(),
                words.stance(matrix, stance).into(),
                words.number(count).into(),
            ],
        ));
    }
    spoken(words, "<ul class=legend part=legend aria-label={legend}>{}</ul>", [entries.into()])
}
