//! The deck: where there is no room for the matrix, one concern at a time, and the countries under the
//! stance that they take on it; or, where those are swapped, one country and its concerns.

use matrix::{Axis, Matrix, Shown, Stance};
use yew::Html;

use crate::host::words::Words;
use crate::state::{Action, Subject, View};
use crate::view::draw::{draw, spoken};
use crate::view::grid::{axis, header, places};
use crate::view::hole::{Hole, truth};
use crate::view::mark::{look, swatch};
use crate::view::marked::marked;

/// Columns that fit side by side on a telephone, and rows of the overview that leave room for the deck.
const ACROSS: usize = 12;
const DOWN: usize = 30;

const DECK: &str = "<div class=deck key=deck part=deck role=group aria-label={deck} aria-describedby=in-words><div class=turn>{}<p class=of>{}</p>{}{}</div>\
    <div class=concern aria-live=polite><p class=theme dir=auto>{}</p>{}</div>{}<ul class=piles>{}</ul></div>";
const STEP: &str = "<button type=button class={} aria-label={} aria-disabled={} data-do={}><svg viewBox='0 0 16 16' aria-hidden=true \
    focusable=false><path d={}/></svg></button>";
const PILE: &str = "<li key={} class=pile><p class=stance>{}<span>{}</span><span class=count>{}</span></p><ul>{}</ul></li>";
const COUNTRY: &str = "<li key={}><button type=button class={} part=cell data-key={} data-count={} aria-label={} aria-haspopup=dialog \
    aria-expanded={}><span lang={lang} dir=auto>{}</span></button></li>";
const STRIP: &str = "<div class=strip role=group aria-label={overview}>{}</div>";
const COLUMN: &str = "<button type=button key={} aria-label={} aria-current={} data-do={}>{}</button>";
const SPECK: &str = "<i key={} data-level={} data-step={} data-silence={}></i>";

const OTHER: &str = "<button type=button class='link other' key=other data-do={}>{}</button>";

/// The way to the other layout: from the deck to the matrix, or back.
pub fn other_view(words: &Words, is_deck: bool) -> Html {
    let view = if is_deck { View::Matrix } else { View::Deck };
    draw(OTHER, [Action::View(view).key().into(), words.say(view.word()).into()])
}

/// What the deck is drawn from.
pub struct Deck<'a> {
    /// The matrix.
    pub matrix: &'a Matrix,
    /// Rows and columns that remain under the filter.
    pub shown: &'a Shown,
    /// Whether countries and concerns are swapped.
    pub swapped: bool,
    /// The column on top, or the row.
    pub top: u32,
    /// What the card is about.
    pub open: Option<Subject>,
    /// The reader's language.
    pub words: &'a Words,
}

impl Deck<'_> {
    /// The deck.
    pub fn view(&self) -> Html {
        let Self { words, top, .. } = *self;
        let (concerns, places) = (self.axis(false), self.places(false));
        let index = places.iter().position(|&place| place == top).unwrap_or_default();
        let step = |class: &str, word: &str, path: &str, there: Option<&u32>| {
            let turn = there.map(|&place| Action::Turn(place).key());
            let word = words.say(word);
            let word = there.map_or_else(|| word.clone(), |&place| words.named(&word, concerns.name(place as usize)));
            draw(STEP, [class.into(), word.into(), truth(there.is_none()), turn.into(), path.into()])
        };
        let theme = concerns.group_of(top as usize);
        let subject = if self.swapped { Subject::Row(top) } else { Subject::Column(top) };
        let name = marked(self.shown.finder(), concerns.name(top as usize));
        spoken(
            words,
            DECK,
            [
                step("step back", "previous", "M10 3 5 8l5 5", index.checked_sub(1).and_then(|before| places.get(before))).into(),
                words.tell("place", &[&words.number(index + 1), &words.number(places.len())]).into(),
                step("step on", "next", "M6 3l5 5-5 5", places.get(index + 1)).into(),
                other_view(words, true).into(),
                theme.map(|theme| &*theme.name).into(),
                header(words, subject, Hole::Nothing, self.open, name).into(),
                self.strip(),
                self.piles().into(),
            ],
        )
    }

    /// The countries, under each stance in the order of the scale, silences last.
    fn piles(&self) -> Vec<Html> {
        let mut piles = Vec::new();
        for (stance, _) in self.matrix.counts(&[], &[]) {
            let countries: Vec<Html> = self
                .places(true)
                .iter()
                .filter(|&&place| self.stance(place, self.top) == stance)
                .map(|&place| self.country(place))
                .collect();
            if countries.is_empty() {
                continue;
            }
            let (word, count) = (self.words.stance(self.matrix, stance), self.words.number(countries.len()));
            let key = stance.code().to_string();
            piles.push(draw(PILE, [key.into(), swatch(self.matrix, stance).into(), word.into(), count.into(), countries.into()]));
        }
        piles
    }

    fn country(&self, place: u32) -> Html {
        let Self { matrix, shown, words, .. } = self;
        let (row, column) = self.cell(place, self.top);
        let subject = Subject::Cell { row, column };
        let count = matrix.position(row as usize, column as usize).len();
        let class = if shown.lit(row, column) { "country" } else { "country dim" };
        let statements = (count > 0).then(|| words.count("statements", count, &[]));
        let open = truth(self.open == Some(subject));
        let name = marked(shown.finder(), self.axis(true).name(place as usize)).into();
        let label = words.cell(matrix, row, column);
        spoken(words, COUNTRY, [place.to_string().into(), class.into(), subject.key().into(), statements.into(), label.into(), open, name])
    }

    /// All columns as a tiny matrix: a press jumps there.
    fn strip(&self) -> Hole {
        let (lines, places) = (self.places(true), self.places(false));
        if lines.len() * places.len().div_ceil(ACROSS) > DOWN || places.len() < 2 {
            return Hole::Nothing;
        }
        let speck = |line: u32, place: u32| {
            let [level, step, silence] = look(self.matrix, self.stance(line, place));
            draw(SPECK, [line.to_string().into(), level, step, silence])
        };
        let button = |&place: &u32| {
            let specks: Vec<Html> = lines.iter().map(|&line| speck(line, place)).collect();
            let current = (place == self.top).then_some("true");
            let name = self.axis(false).name(place as usize);
            draw(COLUMN, [place.to_string().into(), name.into(), current.into(), Action::Turn(place).key().into(), specks.into()])
        };
        spoken(self.words, STRIP, [places.iter().map(button).collect::<Vec<_>>().into()]).into()
    }

    /// What stands under the stances, or what the deck turns to.
    fn axis(&self, is_line: bool) -> &Axis {
        axis(self.matrix, self.swapped, is_line)
    }

    fn places(&self, is_line: bool) -> &[u32] {
        places(self.shown, self.swapped, is_line)
    }

    /// Row and column of the matrix.
    fn cell(&self, line: u32, across: u32) -> (u32, u32) {
        if self.swapped { (across, line) } else { (line, across) }
    }

    fn stance(&self, line: u32, across: u32) -> Stance {
        let (row, column) = self.cell(line, across);
        self.matrix.stance(row as usize, column as usize)
    }
}
