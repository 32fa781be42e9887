//! Rows or columns of a matrix: their ids, names, groups and what is said of them.

use crate::link::safe_url;
use crate::text::{Interner, Places, Symbol, Texts};

/// A group of rows, or a theme of columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What is known of one row or column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub id: Symbol,
    pub name: Symbol,
    pub group: Option<u32>,
    pub description: Symbol,
    pub date: Symbol,
    pub source: Symbol,
    pub url: Symbol,
    /// The row of its own table, from 1; 0 where it has none.
    #[cfg(not(target_family = "wasm"))]
    pub file_row: u32,
    /// Columns of its table without a meaning, in the order of [`Axis::extra_names`].
    pub extra: Vec<Symbol>,
}

/// The rows or the columns of a matrix, in the author's order.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    pub(crate) entries: Vec<Entry>,
    pub(crate) groups: Vec<Group>,
    pub(crate) extra_names: Vec<String>,
    pub(crate) texts: std::rc::Rc<Texts>,
}

impl Axis {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The id, unique among the rows or the columns; empty beyond the last.
    pub fn id(&self, index: usize) -> &str {
        self.text(index, |entry| entry.id)
    }

    /// The name on screen.
    pub fn name(&self, index: usize) -> &str {
        self.text(index, |entry| entry.name)
    }

    /// The place among [`Axis::groups`] of its group or theme.
    pub fn group(&self, index: usize) -> Option<usize> {
        self.entries.get(index)?.group.map(|group| group as usize)
    }

    /// Its group or theme.
    pub fn group_of(&self, index: usize) -> Option<&Group> {
        self.groups.get(self.group(index)?)
    }

    /// The groups or themes, in the order of their first row or column.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// What it is, in the author's words.
    pub fn description(&self, index: usize) -> &str {
        self.text(index, |entry| entry.description)
    }

    /// Its date as written.
    pub fn date(&self, index: usize) -> &str {
        self.text(index, |entry| entry.date)
    }

    /// The publication it comes from, which also stands for its statements without one.
    pub fn source(&self, index: usize) -> &str {
        self.text(index, |entry| entry.source)
    }

    /// The address of its source, if that is one.
    pub fn url(&self, index: usize) -> Option<&str> {
        safe_url(self.text(index, |entry| entry.url))
    }

    /// The row of its own table that it stands in; none where it has no table.
    #[cfg(not(target_family = "wasm"))]
    pub fn file_row(&self, index: usize) -> Option<u32> {
        self.entries.get(index).map(|entry| entry.file_row).filter(|&row| row > 0)
    }

    /// The place of the row or column with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        (0..self.len()).find(|&index| self.id(index) == id)
    }

    pub(crate) fn text(&self, index: usize, field: impl Fn(&Entry) -> Symbol) -> &str {
        self.entries.get(index).map_or("", |entry| self.texts.get(field(entry)))
    }
}

/// Rows or columns while they are read.
#[derive(Debug, Default)]
pub(crate) struct AxisBuilder {
    pub axis: Axis,
    /// Places by id.
    pub ids: Places,
    /// Places by folded name, and by whatever a statement has written for one of them.
    pub names: Places,
    /// Places of groups by folded name.
    groups: Places,
    /// Whether a table lists all there are, so that statements may only name ids.
    pub closed: bool,
    /// The numbers of ids that were given more than once.
    #[cfg(not(target_family = "wasm"))]
    pub numbers: crate::ids::Numbers,
    #[cfg(not(target_family = "wasm"))]
    group_numbers: crate::ids::Numbers,
    /// Other spellings of names that their author has been told of.
    #[cfg(not(target_family = "wasm"))]
    pub told: std::collections::HashSet<Symbol>,
}

impl AxisBuilder {
    /// The place of the group called `name`; a new one where there is none yet.
    pub fn group(&mut self, name: &str, interner: &mut Interner) -> Option<u32> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        let folded = interner.add(&crate::ids::fold(name));
        if let Some(place) = self.groups.get(folded) {
            return Some(place);
        }
        let place = u32::try_from(self.axis.groups.len()).ok()?;
        let taken = |id: &str| self.axis.groups.iter().any(|group| group.id == id);
        #[cfg(target_family = "wasm")]
        let id = crate::ids::unique(crate::ids::slug(name), &taken);
        #[cfg(not(target_family = "wasm"))]
        let id = self.group_numbers.unique(crate::ids::slug(name), &taken);
        self.axis.groups.push(Group { id, name: name.into() });
        self.groups.set(folded, place);
        Some(place)
    }

    /// Gives a group the name that it is shown by, unless that is empty; its id stays.
    pub fn rename(&mut self, group: Option<u32>, name: &str) {
        if let Some(group) = group.and_then(|group| self.axis.groups.get_mut(group as usize)).filter(|_| !name.is_empty()) {
            group.name = name.into();
        }
    }
}
