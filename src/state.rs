//! What the reader has chosen: the filter, what the card shows, where the one tab stop is. Plain
//! data and one function that changes it, so that every step can be tested without a browser.

use std::rc::Rc;

use matrix::{Filter, Stance};

/// What a card can be about. Numbers are places in the matrix, whatever is filtered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A position.
    Cell {
        /// Row of the matrix.
        row: u32,
        /// Column of the matrix.
        column: u32,
    },
    /// A row, by its header.
    Row(u32),
    /// A column, by its header.
    Column(u32),
}

impl Subject {
    /// Row and column of the matrix; none for the header's own line.
    pub fn place(self) -> (Option<u32>, Option<u32>) {
        match self {
            Self::Cell { row, column } => (Some(row), Some(column)),
            Self::Row(row) => (Some(row), None),
            Self::Column(column) => (None, Some(column)),
        }
    }

    /// The subject at a row and a column, none of which is a header's line.
    pub fn at(row: Option<u32>, column: Option<u32>) -> Option<Self> {
        match (row, column) {
            (Some(row), Some(column)) => Some(Self::Cell { row, column }),
            (Some(row), None) => Some(Self::Row(row)),
            (None, Some(column)) => Some(Self::Column(column)),
            (None, None) => None,
        }
    }

    /// As text in the document (`2:5`, `2:`, `:5`), so that one listener can find what was pressed.
    pub fn key(self) -> String {
        let text = |place: Option<u32>| place.map(|place| place.to_string()).unwrap_or_default();
        let (row, column) = self.place();
        format!("{}:{}", text(row), text(column))
    }

    /// Reads [`Subject::key`] back.
    pub fn from_key(key: &str) -> Option<Self> {
        let (row, column) = key.split_once(':')?;
        Self::at(row.parse().ok(), column.parse().ok())
    }
}

/// How a card came to open or close.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum By {
    /// The pointer rested on it.
    Hover,
    /// It got the focus.
    Focus,
    /// A click, a tap, or a key.
    Press,
}

impl By {
    /// The contract's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hover => "hover",
            Self::Focus => "focus",
            Self::Press => "press",
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
    /// Whether the filters are unfolded where there is no room for them.
    pub unfolded: bool,
}

/// A change of one part of the filter.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Shows or hides one row; of how many.
    Row(u32, u32),
    /// Shows or hides one column; of how many.
    Column(u32, u32),
    /// Shows or hides a group of rows; of how many.
    Group(u32, u32),
    /// Shows or hides a theme of columns; of how many.
    Theme(u32, u32),
    /// Narrows to a stance, or widens again.
    Stance(Stance),
    /// All columns, or none.
    Columns(bool),
    /// All rows, or none.
    Rows(bool),
    /// Searches for words.
    Query(String),
    /// Shows everything again.
    Clear,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Shows a card until the pointer or the focus leaves.
    Preview(Subject, By),
    /// Opens a card to stay; closes it where it is pinned already.
    Press(Subject),
    /// Closes the card if it is only a preview.
    Leave(By),
    /// Closes the card.
    Close(By),
    /// Moves the tab stop.
    Stand(Subject),
    /// Changes the filter.
    Filter(Change),
    /// Folds or unfolds the filters.
    Fold,
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
            Action::Filter(change) => next.change(change),
            Action::Fold => next.unfolded = !self.unfolded,
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
            Change::Row(row, of) => filter.rows.toggle(row, 0..of),
            Change::Column(column, of) => filter.columns.toggle(column, 0..of),
            Change::Group(group, of) => filter.groups.toggle(group, 0..of),
            Change::Theme(theme, of) => filter.themes.toggle(theme, 0..of),
            Change::Stance(stance) => filter.stances.press(u32::from(stance.code())),
            Change::Columns(all) => filter.columns = if all { Default::default() } else { matrix::Choice::none() },
            Change::Rows(all) => filter.rows = if all { Default::default() } else { matrix::Choice::none() },
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
    }

    #[test]
    fn the_tab_stop_follows_focus_and_press() {
        assert_eq!(after(&[Action::Stand(HERE)]).here, Some(HERE));
        assert_eq!(after(&[Action::Stand(HERE), Action::Press(THERE)]).here, Some(THERE));
    }

    #[test]
    fn filters_combine_and_clear_in_one_press() {
        let filter = |change| Action::Filter(change);
        let state = after(&[filter(Change::Column(0, 3)), filter(Change::Row(1, 2)), filter(Change::Query("border".into()))]);
        assert!(!state.filter.columns.has(0) && state.filter.columns.has(1));
        assert!(!state.filter.rows.has(1) && state.filter.rows.has(0));
        assert_eq!(state.filter.query, "border");
        assert!(state.after(filter(Change::Clear)).filter.is_clear());
    }

    #[test]
    fn keys_of_subjects_read_back() {
        for subject in [HERE, THERE, Subject::Row(0)] {
            assert_eq!(Subject::from_key(&subject.key()), Some(subject));
        }
        for wrong in ["", ":", "x:y", "1"] {
            assert_eq!(Subject::from_key(wrong), None, "{wrong}");
        }
    }
}
