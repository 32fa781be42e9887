//! What the reader has chosen: the filter, what the card shows, where the one tab stop is. Plain
//! data and one function that changes it, so that every step can be tested without a browser.

use std::rc::Rc;

use matrix::{Choice, Filter};

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
    /// Whether the filters are unfolded where there is no room for them.
    pub unfolded: bool,
}

/// A part of the filter that is a set of switches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// The rows.
    Rows,
    /// The columns.
    Columns,
    /// The groups of rows.
    Groups,
    /// The themes of columns.
    Themes,
}

impl Part {
    const ALL: [Self; 4] = [Self::Rows, Self::Columns, Self::Groups, Self::Themes];

    fn word(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Groups => "groups",
            Self::Themes => "themes",
        }
    }

    /// What is chosen of it.
    pub fn of(self, filter: &Filter) -> &Choice {
        match self {
            Self::Rows => &filter.rows,
            Self::Columns => &filter.columns,
            Self::Groups => &filter.groups,
            Self::Themes => &filter.themes,
        }
    }

    fn of_mut(self, filter: &mut Filter) -> &mut Choice {
        match self {
            Self::Rows => &mut filter.rows,
            Self::Columns => &mut filter.columns,
            Self::Groups => &mut filter.groups,
            Self::Themes => &mut filter.themes,
        }
    }
}

/// A change of one part of the filter.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Shows or hides one place of a part; of how many.
    Switch(Part, u32, u32),
    /// All of a part, or none.
    Whole(Part, bool),
    /// Narrows to a stance, by its code, or widens again.
    Stance(u8),
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
    /// Turns the deck to a column.
    Turn(u32),
    /// Lays the matrix out in another way.
    View(View),
    /// Changes the filter.
    Filter(Change),
    /// Folds or unfolds the filters.
    Fold,
    /// Shows what a link or a script asks for: what is shown, and which card is pinned.
    Go(Filter, View, Option<Subject>, By),
}

impl Action {
    /// What a press of a control does, as text in the document (`rows 3 5`, `rows all`, `stance 2`,
    /// `clear`, `fold`, `turn 4`, `view deck`), so that one listener can do it. Empty for what is no such press.
    pub fn key(&self) -> String {
        match self {
            Self::Filter(Change::Switch(part, place, of)) => format!("{} {place} {of}", part.word()),
            Self::Filter(Change::Whole(part, all)) => format!("{} {}", part.word(), if *all { "all" } else { "none" }),
            Self::Filter(Change::Stance(code)) => format!("stance {code}"),
            Self::Filter(Change::Clear) => "clear".into(),
            Self::Fold => "fold".into(),
            Self::Turn(column) => format!("turn {column}"),
            Self::View(view) => format!("view {}", view.word()),
            _ => String::new(),
        }
    }

    /// Reads [`Action::key`] back.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut words = key.split(' ');
        let (verb, first, last) = (words.next()?, words.next(), words.next());
        let number = |word: Option<&str>| word?.parse::<u32>().ok();
        Some(Self::Filter(match verb {
            "fold" => return Some(Self::Fold),
            "turn" => return Some(Self::Turn(number(first)?)),
            "view" => return Some(Self::View(View::from_word(first?)?)),
            "clear" => Change::Clear,
            "stance" => Change::Stance(u8::try_from(number(first)?).ok()?),
            verb => {
                let part = Part::ALL.iter().copied().find(|part| part.word() == verb)?;
                match first? {
                    "all" => Change::Whole(part, true),
                    "none" => Change::Whole(part, false),
                    _ => Change::Switch(part, number(first)?, number(last)?),
                }
            }
        }))
    }
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
            Action::Turn(column) => {
                next.here = Subject::at(self.here.and_then(|here| here.place().0), Some(column));
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

    #[test]
    fn keys_of_presses_read_back() {
        let filters = [Change::Switch(Part::Groups, 7, 12), Change::Whole(Part::Rows, true), Change::Whole(Part::Themes, false)];
        let filters = filters.into_iter().chain([Change::Stance(200), Change::Clear]).map(Action::Filter);
        for action in filters.chain([Action::Fold, Action::Turn(3), Action::View(View::Deck), Action::View(View::Matrix)]) {
            assert_eq!(Action::from_key(&action.key()).as_ref(), Some(&action));
        }
        for wrong in
            ["", " ", "rows", "rows 1", "rows -1 2", "stance", "stance 256", "seats 1 2", "close", "turn", "turn x", "view", "view x"]
        {
            assert_eq!(Action::from_key(wrong), None, "{wrong}");
        }
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
