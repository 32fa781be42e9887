//! The deck: where there is no room for the matrix, one concern at a time, and the countries under the
//! stance that they take on it.

use matrix::{Matrix, Shown, Stance};
use yew::Html;

use crate::host::words::Words;
use crate::state::{Action, Subject, View};
use crate::view::draw::draw;
use crate::view::grid::header;
use crate::view::hole::{Hole, truth};
use crate::view::mark::{look, swatch};
use crate::view::marked::marked;

/// Columns that fit side by side on a telephone, and rows of the overview that leave room for the deck.
const ACROSS: usize = 12;
const DOWN: usize = 30;

const DECK: &str = "<div class=deck key=deck part=deck role=group aria-label={}><div class=turn>{}<p class=of>{}</p>{}{}</div>\
    <div class=concern aria-live=polite><p class=theme>{}</p>{}</div>{}<ul class=piles>{}</ul></div>";
const STEP: &str = "<button type=button class={} aria-label={} aria-disabled={} data-do={}><svg viewBox='0 0 16 16' aria-hidden=true \
    focusable=false><path d={}/></svg></button>";
const PILE: &str = "<li key={} class=pile><p class=stance>{}<span>{}</span><span class=count>{}</span></p><ul>{}</ul></li>";
const COUNTRY: &str = "<li key={}><button type=button class={} part=cell data-key={} data-count={} aria-label={} aria-haspopup=dialog \
    aria-expanded={}><span>{}</span></button></li>";
const STRIP: &str = "<div class=strip role=group aria-label={}>{}</div>";
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
    /// The column on top.
    pub column: u32,
    /// What the card is about.
    pub open: Option<Subject>,
    /// The reader's language.
    pub words: &'a Words,
}

impl Deck<'_> {
    /// The deck.
    pub fn view(&self) -> Html {
        let (axis, columns) = (self.matrix.columns(), &self.shown.columns);
        let index = columns.iter().position(|&column| column == self.column).unwrap_or_default();
        let words = self.words;
        let step = |class: &str, word: &str, path: &str, there: Option<&u32>| {
            let turn = there.map(|&column| Action::Turn(column).key());
            let word = words.say(word);
            let word = there.map_or_else(|| word.clone(), |&column| words.named(&word, axis.name(column as usize)));
            draw(STEP, [class.into(), word.into(), truth(there.is_none()), turn.into(), path.into()])
        };
        let theme = axis.group_of(self.column as usize);
        let name = marked(self.shown.finder(), axis.name(self.column as usize));
        draw(
            DECK,
            [
                words.say("deck").into(),
                step("step back", "previous", "M10 3 5 8l5 5", index.checked_sub(1).and_then(|before| columns.get(before))).into(),
                words.tell("place", &[&words.number(index + 1), &words.number(columns.len())]).into(),
                step("step on", "next", "M6 3l5 5-5 5", columns.get(index + 1)).into(),
                other_view(words, true).into(),
                theme.map(|theme| &*theme.name).into(),
                header(Subject::Column(self.column), Hole::Nothing, self.open, name).into(),
                self.strip(),
                self.piles().into(),
            ],
        )
    }

    /// The countries, under each stance in the order of the scale, silences last.
    fn piles(&self) -> Vec<Html> {
        let mut piles = Vec::new();
        for (stance, count) in self.matrix.counts(&self.shown.rows, &[self.column]) {
            if count == 0 {
                continue;
            }
            let countries: Vec<Html> =
                self.shown.rows.iter().filter(|&&row| self.stance(row, self.column) == stance).map(|&row| self.country(row)).collect();
            let key = stance.code().to_string();
            let (word, count) = (self.words.stance(self.matrix, stance), self.words.number(count));
            piles.push(draw(PILE, [key.into(), swatch(self.matrix, stance).into(), word.into(), count.into(), countries.into()]));
        }
        piles
    }

    fn country(&self, row: u32) -> Html {
        let Self { matrix, shown, column, words, .. } = self;
        let subject = Subject::Cell { row, column: *column };
        let position = matrix.position(row as usize, *column as usize);
        let name = matrix.rows().name(row as usize);
        let class = if shown.lit(row, *column) { "country" } else { "country dim" };
        let label = words.cell(matrix, row, *column);
        let statements = (!position.is_empty()).then(|| words.count("statements", position.len(), &[]));
        let open = truth(self.open == Some(subject));
        let name = marked(shown.finder(), name).into();
        draw(COUNTRY, [row.to_string().into(), class.into(), subject.key().into(), statements.into(), label.into(), open, name])
    }

    /// All columns as a tiny matrix: a press jumps there.
    fn strip(&self) -> Hole {
        let (rows, columns) = (&self.shown.rows, &self.shown.columns);
        if rows.len() * columns.len().div_ceil(ACROSS) > DOWN || columns.len() < 2 {
            return Hole::Nothing;
        }
        let speck = |row: u32, column: u32| {
            let [level, step, silence] = look(self.matrix, self.stance(row, column));
            draw(SPECK, [row.to_string().into(), level, step, silence])
        };
        let button = |&column: &u32| {
            let specks: Vec<Html> = rows.iter().map(|&row| speck(row, column)).collect();
            let current = (column == self.column).then_some("true");
            let name = self.matrix.columns().name(column as usize);
            draw(COLUMN, [column.to_string().into(), name.into(), current.into(), Action::Turn(column).key().into(), specks.into()])
        };
        draw(STRIP, [self.words.say("overview").into(), columns.iter().map(button).collect::<Vec<_>>().into()]).into()
    }

    fn stance(&self, row: u32, column: u32) -> Stance {
        self.matrix.stance(row as usize, column as usize)
    }
}
