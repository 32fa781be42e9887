//! The filters above the matrix: search, what is shown in words, and chips for columns, rows, themes
//! and groups. Where there is little room they fold away behind one button.

use matrix::{Choice, Matrix, Shown};
use yew::Html;

use crate::host::words::Words;
use crate::state::{Part, State};
use crate::view::chips::{Chip, chips};
use crate::view::draw::spoken;
use crate::view::hole::{Hole, truth};

/// More places than this have no chip each: nobody looks through them, and the search leads to the others.
const MOST: usize = 40;

const FILTERS: &str = "<div class=filters data-unfolded={}><div class=bar><label class=search>\
    <span class=hidden>{search}</span>\
    <svg viewBox='0 0 16 16' aria-hidden=true focusable=false>\
    <path d='M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM10.3 10.3l3.7 3.7'/></svg>\
    <input type=search part=search placeholder={search.short} autocomplete=off spellcheck=false value={}/></label>\
    <button type=button class=fold aria-expanded={} data-do=fold><span class=narrow>{filter}</span><span class=wide>{filter.more}</span></button>\
    <p class=shown role=status tabindex=-1>{}</p><span class=clear>{}</span>\
    <button type=button class=swap aria-label={swap} aria-pressed={} data-do=swap><svg viewBox='0 0 16 16' aria-hidden=true focusable=false>\
    <path d='M2 5h11l-3-3M14 11H3l3 3'/></svg>{swap.short}</button></div>\
    <div class=sets>{}<div class=more>{}{}{}</div></div></div>";

/// What the filters are drawn from.
pub struct Filters<'a> {
    /// The matrix.
    pub matrix: &'a Matrix,
    /// Rows and columns that remain under the filter.
    pub shown: &'a Shown,
    /// The reader's choices.
    pub state: &'a State,
    /// The reader's language.
    pub words: &'a Words,
}

/// The filters.
pub fn filters(props: &Filters) -> Html {
    let Filters { words, state: State { filter, unfolded, swapped, .. }, .. } = props;
    let clear = (!filter.is_clear()).then(|| spoken(words, "<button type=button class=link data-do=clear>{clear}</button>", []));
    spoken(
        words,
        FILTERS,
        [
            if *unfolded { "".into() } else { Hole::Nothing },
            filter.query.as_str().into(),
            truth(*unfolded),
            in_words(props).into(),
            clear.into(),
            truth(*swapped),
            axis(props, Part::Columns).into(),
            groups(props, Part::Themes).into(),
            axis(props, Part::Rows).into(),
            groups(props, Part::Groups).into(),
        ],
    )
}

/// What is shown: "3 of 9 concerns, 5 countries".
fn in_words(props: &Filters) -> String {
    let Filters { matrix, shown, words, .. } = props;
    let columns = words.part(shown.columns.len(), matrix.columns(), matrix.column_noun());
    words.tell("join", &[&columns, &words.part(shown.rows.len(), matrix.rows(), matrix.noun())])
}

/// The chips of the rows or of the columns, each with how many of the others take a stance there.
fn axis(props: &Filters, part: Part) -> Html {
    let Filters { matrix, shown, words, .. } = props;
    let is_row = part == Part::Rows;
    let (axis, own, other) =
        if is_row { (matrix.rows(), matrix.noun(), matrix.column_noun()) } else { (matrix.columns(), matrix.column_noun(), matrix.noun()) };
    let chosen = part.of(&props.state.filter);
    let mut places: Vec<u32> = (0..axis.len() as u32).collect();
    if places.len() > MOST {
        // Of too many to look through, those that are searched for, and first the few that are chosen.
        let is_found = |&place: &u32| shown.finder().is_some_and(|finder| finder.matches(axis.name(place as usize)));
        let found: Vec<u32> = places.iter().copied().filter(is_found).collect();
        places = if found.is_empty() { places } else { found };
        if let Choice::Only(few) = chosen
            && few.len() <= MOST
        {
            places.sort_by_key(|place| !few.contains(place));
        }
    }
    let more = places.len().saturating_sub(MOST);
    places.truncate(MOST);
    let mut set = Vec::new();
    for place in places {
        let index = place as usize;
        let stated = if is_row { matrix.stated_by(index, &shown.allowed_columns) } else { matrix.stated(index, &shown.allowed_rows) };
        let count = Some([words.number(stated), words.how_many(stated, other)]);
        set.push(Chip { place, name: axis.name(index), count, on: chosen.has(place) });
    }
    chips(words, part, &words.say(own.plural()), set, axis.len(), Some(more))
}

/// The chips of an axis's groups; nothing where one group or none leaves no choice.
fn groups(props: &Filters, part: Part) -> Html {
    let (label, axis) = if part == Part::Groups { ("groups", props.matrix.rows()) } else { ("themes", props.matrix.columns()) };
    if axis.groups().len() < 2 {
        return Html::default();
    }
    let mut set = Vec::new();
    for (place, group) in (0..).zip(axis.groups()) {
        set.push(Chip { place, name: &group.name, count: None, on: part.of(&props.state.filter).has(place) });
    }
    chips(props.words, part, &props.words.say(label), set, axis.groups().len(), None)
}
