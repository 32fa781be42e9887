//! What the reader has chosen: the filter, what the card shows, where the one tab stop is. Plain
//! data and one function that changes it, so that every step can be tested without a browser.

mod action;
mod subject;

use std::rc::Rc;

use matrix::{Choice, Filter};

pub use action::{Action, Change, Part};
pub use subject::Subject;

/// How a card came to open or close.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum By {
    /// The pointer rested on it.
    Hover,
    /// It got the focus.
    Focus,
    /// A click, a tap, or a key.
    Press,
    /// A link in the page.
    Link,
    /// A script of the page.
    Api,
}

impl By {
    /// The contract's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hover => "hover",
            Self::Focus => "focus",
            Self::Press => "press",
            Self::Link => "link",
            Self::Api => "api",
        }
    }
}

/// An open card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Open {
    /// What it is about.
    pub subject: Subject,
    /// Whether it stays until it is closed.
    pub pinned: bool,
}

/// How the matrix is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum View {
    /// As a deck where there is no room for the matrix.
    #[default]
    Auto,
    /// As the whole matrix, however narrow.
    Matrix,
    /// As a deck, however wide.
    Deck,
}

impl View {
    const ALL: [Self; 3] = [Self::Auto, Self::Matrix, Self::Deck];

    /// The contract's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Matrix => "matrix",
            Self::Deck => "deck",
        }
    }

    /// Reads [`View::word`] back.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.word() == word)
    }
}

/// The reader's choices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What is shown of the matrix. Shared, so that views compare it at no cost.
    pub filter: Rc<Filter>,
    /// The open card.
    pub open: Option<Open>,
    /// How the card last opened or closed.
    pub by: Option<By>,
    /// Where the matrix takes the focus when the reader tabs into it.
    pub here: Option<Subject>,
    /// How the matrix is laid out.
    pub view: View,
    /// Whether countries are the columns, and concerns the rows.
    pub swapped: bool,
    /// Whether the filters are unfolded where there is no room for them.
    pub unfolded: bool,
}

impl State {
    /// The state after `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Preview(subject, by) => {
                if !self.pinned() {
                    next.set_open(Some(Open { subject, pinned: false }), by);
                }
            }
            Action::Press(subject) => {
                let open = Open { subject, pinned: true };
                next.set_open(if self.open == Some(open) { None } else { Some(open) }, By::Press);
                next.here = Some(subject);
            }
            Action::Leave(by) => {
                if !self.pinned() {
                    next.set_open(None, by);
                }
            }
            Action::Close(by) => next.set_open(None, by),
            Action::Stand(subject) => next.here = Some(subject),
            Action::Turn(across) => {
                let line = self.here.and_then(|here| here.laid_out(self.swapped).0);
                next.here = Subject::on(self.swapped, line, Some(across));
                next.set_open(None, By::Press);
            }
            Action::Swap => {
                next.swapped = !self.swapped;
                next.set_open(None, By::Press);
            }
            Action::View(view) => {
                next.view = view;
                next.set_open(None, By::Press);
            }
            Action::Filter(change) => next.change(change),
            Action::Fold => next.unfolded = !self.unfolded,
            Action::Go(filter, view, subject, by) => {
                next.filter = Rc::new(filter);
                next.view = view;
                next.set_open(subject.map(|subject| Open { subject, pinned: true }), by);
                next.here = subject.or(next.here);
            }
        }
        next
    }

    fn pinned(&self) -> bool {
        self.open.is_some_and(|open| open.pinned)
    }

    fn set_open(&mut self, open: Option<Open>, by: By) {
        if open != self.open {
            self.open = open;
            self.by = Some(by);
        }
    }

    fn change(&mut self, change: Change) {
        let filter = Rc::make_mut(&mut self.filter);
        match change {
            Change::Switch(part, place, of) => part.of_mut(filter).toggle(place, of),
            Change::Whole(part, all) => *part.of_mut(filter) = if all { Choice::All } else { Choice::none() },
            Change::Stance(code) => filter.stances.press(u32::from(code)),
            Change::Query(query) => filter.query = query,
            Change::Clear => *filter = Filter::default(),
        }
        // What the card was about may be gone.
        self.set_open(None, By::Press);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Subject = Subject::Cell { row: 1, column: 2 };
    const THERE: Subject = Subject::Column(3);

    fn after(actions: &[Action]) -> State {
        actions.iter().fold(State::default(), |state, action| state.after(action.clone()))
    }

    #[test]
    fn the_card_opens_pins_and_closes() {
        use Action::{Close, Leave, Press, Preview};
        let preview = Preview(HERE, By::Hover);
        let check = |actions: &[Action], expected: Option<(Subject, bool)>| {
            let open = after(actions).open.map(|open| (open.subject, open.pinned));
            assert_eq!(open, expected, "{actions:?}");
        };
        check(std::slice::from_ref(&preview), Some((HERE, false)));
        check(&[preview.clone(), Leave(By::Hover)], None);
        check(&[preview.clone(), Press(HERE)], Some((HERE, true)));
        check(&[Press(HERE), Leave(By::Hover)], Some((HERE, true)));
        check(&[Press(HERE), Preview(THERE, By::Hover)], Some((HERE, true)));
        check(&[Press(HERE), Press(THERE)], Some((THERE, true)));
        check(&[Press(HERE), Press(HERE)], None);
        check(&[Press(HERE), Close(By::Press)], None);
        check(&[Press(HERE), Action::Filter(Change::Clear)], None);
        check(&[Press(HERE), Action::Go(Filter::default(), View::Auto, Some(THERE), By::Link)], Some((THERE, true)));
        check(&[Press(HERE), Action::Go(Filter::default(), View::Auto, None, By::Api)], None);
    }

    #[test]
    fn the_tab_stop_follows_focus_and_press() {
        assert_eq!(after(&[Action::Stand(HERE)]).here, Some(HERE));
        assert_eq!(after(&[Action::Stand(HERE), Action::Press(THERE)]).here, Some(THERE));
    }

    #[test]
    fn the_deck_turns_in_its_row_and_closes_the_card() {
        let turned = after(&[Action::Press(HERE), Action::Turn(5)]);
        assert_eq!((turned.here, turned.open), (Some(Subject::Cell { row: 1, column: 5 }), None));
        assert_eq!(after(&[Action::Turn(5)]).here, Some(Subject::Column(5)));
        let swapped = after(&[Action::Press(HERE), Action::Swap]);
        assert_eq!((swapped.here, swapped.open), (Some(HERE), None));
        assert_eq!(swapped.after(Action::Turn(5)).here, Some(Subject::Cell { row: 5, column: 2 }));
    }

    #[test]
    fn filters_combine_and_clear_in_one_press() {
        let filter = |change| Action::Filter(change);
        let state = after(&[
            filter(Change::Switch(Part::Columns, 0, 3)),
            filter(Change::Switch(Part::Rows, 1, 2)),
            filter(Change::Query("border".into())),
        ]);
        assert!(!state.filter.columns.has(0) && state.filter.columns.has(1));
        assert!(!state.filter.rows.has(1) && state.filter.rows.has(0));
        assert_eq!(state.filter.query, "border");
        assert!(state.after(filter(Change::Clear)).filter.is_clear());
    }
}
