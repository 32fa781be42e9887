//! What can happen, and how the document names what a press does.

use matrix::{Choice, Filter};

use super::{By, Subject, View};

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

    pub(super) fn of_mut(self, filter: &mut Filter) -> &mut Choice {
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
    /// Turns the deck to a column, or to a row where those are swapped.
    Turn(u32),
    /// Makes rows of columns, and columns of rows.
    Swap,
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
    /// `clear`, `fold`, `swap`, `turn 4`, `view deck`), so that one listener can do it. Empty for what is no such press.
    pub fn key(&self) -> String {
        match self {
            Self::Filter(Change::Switch(part, place, of)) => [part.word(), " ", &place.to_string(), " ", &of.to_string()].concat(),
            Self::Filter(Change::Whole(part, all)) => [part.word(), if *all { " all" } else { " none" }].concat(),
            Self::Filter(Change::Stance(code)) => ["stance ", &code.to_string()].concat(),
            Self::Filter(Change::Clear) => "clear".into(),
            Self::Fold => "fold".into(),
            Self::Swap => "swap".into(),
            Self::Turn(column) => ["turn ", &column.to_string()].concat(),
            Self::View(view) => ["view ", view.word()].concat(),
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
            "swap" => return Some(Self::Swap),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_presses_read_back() {
        let filters = [Change::Switch(Part::Groups, 7, 12), Change::Whole(Part::Rows, true), Change::Whole(Part::Themes, false)];
        let filters = filters.into_iter().chain([Change::Stance(200), Change::Clear]).map(Action::Filter);
        for action in filters.chain([Action::Fold, Action::Swap, Action::Turn(3), Action::View(View::Deck), Action::View(View::Matrix)]) {
            assert_eq!(Action::from_key(&action.key()).as_ref(), Some(&action));
        }
        for wrong in
            ["", " ", "rows", "rows 1", "rows -1 2", "stance", "stance 256", "seats 1 2", "close", "turn", "turn x", "view", "view x"]
        {
            assert_eq!(Action::from_key(wrong), None, "{wrong}");
        }
    }
}
