//! The statements of a table, its rows and its columns, before they are written.

use std::collections::HashMap;

use matrix::{slug, unique};

use super::field::fold;
use crate::words::in_marks;

/// What goes into a package.
pub struct Draft {
    /// The columns of a statement besides its row, its column and its stance.
    pub fields: Vec<String>,
    /// The statements, in the order of the table.
    pub statements: Vec<Statement>,
    /// The rows of the matrix.
    pub rows: Entries,
    /// The columns of the matrix.
    pub columns: Entries,
}

/// A statement.
pub struct Statement {
    /// The row of the table that says it.
    pub number: usize,
    /// The place of its row.
    pub row: usize,
    /// The place of its column.
    pub column: usize,
    /// A word of the scale, or a kind of silence.
    pub stance: String,
    /// What it says besides: the places of the fields, and their texts.
    pub fields: Vec<(usize, String)>,
}

impl Draft {
    /// The place of a statement's field, which is added where it is new.
    pub fn field(&mut self, name: &str) -> usize {
        place(&mut self.fields, name)
    }
}

fn place(names: &mut Vec<String>, name: &str) -> usize {
    names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.into());
        names.len() - 1
    })
}

/// The rows or the columns of the matrix, with what is said of each.
#[derive(Debug, Default)]
pub struct Entries {
    /// The names of what is said of them, `id` and `name` first.
    pub header: Vec<String>,
    /// The entries.
    pub list: Vec<Entry>,
    /// Their places by folded names.
    names: HashMap<String, usize>,
    /// Their places by folded ids.
    ids: HashMap<String, usize>,
    /// How many were there before the table.
    known: usize,
}

/// A row or a column of the matrix.
#[derive(Debug, Default)]
pub struct Entry {
    /// What is said of it, in the order of the header.
    pub texts: Vec<String>,
    /// Whether the table has said it.
    said: Vec<bool>,
    /// The row of the table that names it first; none where the table does not have it.
    pub number: Option<usize>,
}

impl Entry {
    /// What is said of it under the header at `place`.
    pub fn text(&self, place: usize) -> &str {
        self.texts.get(place).map_or("", String::as_str)
    }
}

impl Entries {
    /// None yet.
    pub fn new(header: &[&str]) -> Self {
        Self { header: header.iter().map(ToString::to_string).collect(), ..Self::default() }
    }

    /// Those that an earlier import, and its author, have left; `rows` are a table with a header.
    pub fn known(mut rows: impl Iterator<Item = Vec<String>>, header: &[&str]) -> Self {
        let mut entries = Self::new(header);
        let names = rows.next().unwrap_or_default();
        let header = |name: &String| if header.contains(&fold(name).as_str()) { fold(name) } else { name.trim().to_string() };
        let places: Vec<usize> = names.iter().map(|name| place(&mut entries.header, &header(name))).collect();
        for row in rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty())) {
            let mut entry = Entry { texts: vec![String::new(); entries.header.len()], ..Entry::default() };
            for (text, place) in row.into_iter().zip(&places) {
                entry.texts.get_mut(*place).map(|known| *known = text).unwrap_or_default();
            }
            if entry.text(0).is_empty() {
                let id = unique(slug(entry.text(1)), &|id| entries.ids.contains_key(&fold(id)));
                entry.texts.first_mut().map(|known| *known = id).unwrap_or_default();
            }
            let index = entries.list.len();
            entries.ids.entry(fold(entry.text(0))).or_insert(index);
            entries.names.entry(fold(entry.text(1))).or_insert(index);
            entries.list.push(entry);
        }
        entries.known = entries.list.len();
        entries
    }

    /// The place of the entry called `name`, by name or id, in a row of the table; it is added where it is new.
    pub fn place(&mut self, name: &str, number: usize) -> usize {
        // What was there before the table may be called by its id, or have got another name since: then it still has
        // the id that this one makes. What the table itself names is another one if it has another name.
        let by_id = |id: &str| self.ids.get(id).copied().filter(|index| *index < self.known);
        let known = self.names.get(&fold(name)).copied().or_else(|| by_id(&fold(name))).or_else(|| by_id(&slug(name)));
        let index = known.unwrap_or_else(|| self.add(name));
        if let Some(entry) = self.list.get_mut(index) {
            entry.number = entry.number.or(Some(number));
        }
        index
    }

    fn add(&mut self, name: &str) -> usize {
        let id = unique(slug(name), &|id| self.ids.contains_key(&fold(id)));
        let index = self.list.len();
        self.ids.entry(fold(&id)).or_insert(index);
        self.names.entry(fold(name)).or_insert(index);
        self.list.push(Entry { texts: vec![id, name.into()], ..Entry::default() });
        index
    }

    /// The place of what is said under a name, which is added where it is new.
    pub fn header_place(&mut self, name: &str) -> usize {
        place(&mut self.header, name)
    }

    /// Says something of an entry, under the header at `place`. What the table says first counts, before it what an
    /// earlier import has left. Something else than the table said before is not taken, and told.
    pub fn say(&mut self, index: usize, place: usize, text: &str) -> Option<String> {
        let (entry, name) = (self.list.get_mut(index)?, self.header.get(place)?);
        if text.is_empty() {
            return None;
        }
        if entry.said.get(place) == Some(&true) {
            let known = in_marks(entry.text(place));
            return (entry.text(place) != text).then(|| format!("its {name} was {known} above, and {} is not taken", in_marks(text)));
        }
        let length = entry.texts.len().max(place + 1);
        entry.texts.resize_with(length, String::new);
        entry.said.resize(length, false);
        if let (Some(known), Some(said)) = (entry.texts.get_mut(place), entry.said.get_mut(place)) {
            (*known, *said) = (text.into(), true);
        }
        None
    }

    /// The id of an entry.
    pub fn id(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |entry| entry.text(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_by_name_and_id() {
        let rows = [vec!["id", "name", "flag"], vec!["kz", "Kasachstan", "x"]].map(|row| row.into_iter().map(String::from).collect());
        let mut entries = Entries::known(rows.into_iter(), &["id", "name"]);
        assert_eq!(
            [entries.place("KASACHSTAN", 2), entries.place("kz", 2), entries.place("Iran", 2), entries.place("iran ", 2)],
            [0, 0, 1, 1]
        );
        assert_eq!((entries.id(0), entries.id(1)), ("kz", "iran"));
        assert_eq!((entries.place("Côte d’Ivoire", 2), entries.place("Côte d'Ivoire", 2)), (2, 3));
        assert_eq!((entries.id(2), entries.id(3)), ("côte-d-ivoire", "côte-d-ivoire-2"));
    }

    #[test]
    fn entries_that_were_renamed_are_found() {
        let rows = [vec!["Name", " ID "], vec!["Republic of Korea", "south-korea"], vec![], vec!["Iran", ""]];
        let rows = rows.map(|row| row.into_iter().map(String::from).collect());
        let mut entries = Entries::known(rows.into_iter(), &["id", "name"]);
        assert_eq!([entries.place("South Korea", 2), entries.place("Iran", 2), entries.place("North Korea", 2)], [0, 1, 2]);
        assert_eq!((entries.id(0), entries.id(1)), ("south-korea", "iran"));
    }

    #[test]
    fn what_is_said_first_counts() {
        let mut entries = Entries::new(&["id", "name"]);
        let index = entries.place("Iran", 2);
        let group = entries.header_place("group");
        assert_eq!(entries.say(index, group, "Asia"), None);
        assert_eq!(entries.say(index, group, "Asia"), None);
        assert_eq!(entries.say(index, group, "West").unwrap(), "its group was “Asia” above, and “West” is not taken");
        assert_eq!((entries.header.len(), entries.list[0].text(2)), (3, "Asia"));
    }
}
