//! Rows and columns: from a table of their own, or as statements name them.

use crate::axis::{AxisBuilder, Entry};
use crate::csv::Record;
use crate::header::Header;
use crate::ids::{fold, slug};
use crate::near::nearest;
use crate::problem::Problems;
use crate::read::Builder;
use crate::rule;
use crate::text::Interner;

/// The header of a table of rows or columns: where its columns are.
pub(crate) struct AxisHeader {
    is_row: bool,
    id: Option<usize>,
    name: Option<usize>,
    group: Option<usize>,
    description: Option<usize>,
    date: Option<usize>,
    source: Option<usize>,
    url: Option<usize>,
    /// What is translated into the reader's language.
    own_name: Option<usize>,
    own_group: Option<usize>,
    own_description: Option<usize>,
    extra: Vec<usize>,
}

impl Builder {
    /// Reads the header of the table of rows, or of columns; none, and a problem, where it names nothing.
    pub(super) fn axis_header(&mut self, record: &Record, is_row: bool) -> Option<AxisHeader> {
        let (file, problems) = (&self.file, &mut self.problems);
        let mut header = Header::new(record, file, problems);
        let group = if is_row { "group" } else { "theme" };
        let [id, name, description, date, source, url] =
            ["id", "name", "description", "date", "source", "url"].map(|name| header.find(name));
        let [own_name, own_description, own_group] = ["name", "description", group].map(|name| header.translated(name, &self.language));
        let group = header.find(group);
        if id.is_none() && name.is_none() {
            problems.add(&rule::NO_ID_COLUMN, file, Some(1), None, "");
            return None;
        }
        let axis = if is_row { &mut self.rows } else { &mut self.columns };
        let mut extra = Vec::new();
        for (name, place) in header.extra(record, &self.language, file, problems) {
            axis.axis.extra_names.push(name);
            extra.push(place);
        }
        axis.closed = true;
        Some(AxisHeader { is_row, id, name, group, description, date, source, url, own_name, own_group, own_description, extra })
    }

    /// Adds a row of that table.
    pub(super) fn axis_entry(&mut self, record: &Record, header: &AxisHeader) {
        let axis = if header.is_row { &mut self.rows } else { &mut self.columns };
        let interner = &mut self.interner;
        let text = |place: Option<usize>| place.map_or("", |place| record.get(place).trim());
        // What is translated stands for the original wherever it is filled.
        let either = |own: Option<usize>, place| if text(own).is_empty() { text(place) } else { text(own) };
        let group = axis.group(text(header.group), interner);
        axis.rename(group, text(header.own_group));
        let (given, name) = (text(header.id), text(header.name));
        let Some(id) = own_id_or_slug(given, name, axis, interner, &self.file, record.row, &mut self.problems) else { return };
        let name = [text(header.own_name), name].into_iter().find(|name| !name.is_empty()).unwrap_or(&id);
        let entry = Entry {
            id: interner.add(&id),
            name: interner.add(name),
            group,
            description: interner.add(either(header.own_description, header.description)),
            date: interner.add(text(header.date)),
            source: interner.add(text(header.source)),
            url: interner.add(text(header.url)),
            #[cfg(not(target_family = "wasm"))]
            file_row: record.row,
            extra: header.extra.iter().map(|&place| interner.add(record.get(place))).collect(),
        };
        axis.add(entry);
    }
}

/// The id that the table gives, or one from the name; none, and a problem, where it is taken or
/// there is neither.
fn own_id_or_slug(
    id: &str,
    name: &str,
    builder: &AxisBuilder,
    interner: &Interner,
    file: &str,
    row: u32,
    problems: &mut Problems,
) -> Option<String> {
    if id.is_empty() && name.is_empty() {
        problems.add(&rule::NO_ID, file, Some(row), Some("id"), "");
        return None;
    }
    if id.is_empty() {
        return Some(builder.free(name, interner));
    }
    if builder.has(id, interner) {
        problems.add(&rule::ID_TWICE, file, Some(row), Some("id"), id);
        return None;
    }
    Some(id.into())
}

impl AxisBuilder {
    /// Whether there is a row or column with this id.
    fn has(&self, id: &str, interner: &Interner) -> bool {
        interner.find(id).and_then(|id| self.ids.get(id)).is_some()
    }

    /// An id for a name.
    fn free(&self, name: &str, interner: &Interner) -> String {
        let taken = |id: &str| self.has(id, interner);
        #[cfg(target_family = "wasm")]
        let id = crate::ids::unique(slug(name), &taken);
        #[cfg(not(target_family = "wasm"))]
        let id = self.numbers.unique(slug(name), &taken);
        id
    }

    /// Adds a row or column under its id.
    fn add(&mut self, entry: Entry) -> u32 {
        let place = u32::try_from(self.axis.entries.len()).unwrap_or(u32::MAX);
        self.ids.set(entry.id, place);
        self.axis.entries.push(entry);
        place
    }

    /// The place that a statement means by `text`, which is trimmed and not empty. Where no table
    /// lists all there are, an unknown one becomes a new one.
    pub fn place(&mut self, text: &str, interner: &mut Interner) -> Option<u32> {
        let written = interner.find(text);
        if let Some(place) = written.and_then(|written| self.names.get(written).or_else(|| self.ids.get(written))) {
            return Some(place);
        }
        if self.closed {
            return None;
        }
        let (written, folded) = (interner.add(text), interner.add(&fold(text)));
        let place = self.names.get(folded).unwrap_or_else(|| {
            let id = self.free(text, interner);
            self.add(Entry { id: interner.add(&id), name: written, ..Entry::default() })
        });
        self.names.set(folded, place);
        self.names.set(written, place);
        Some(place)
    }

    /// The id nearest to what a statement wrote wrongly, by its letters or as somebody's name.
    pub fn nearest(&self, text: &str, interner: &Interner) -> Option<String> {
        let folded = fold(text);
        let by_name = self.axis.entries.iter().find(|entry| fold(interner.get(entry.name)) == folded);
        let by_name = by_name.map(|entry| interner.get(entry.id));
        let by_letters = || nearest(&folded, self.axis.entries.iter().map(|entry| interner.get(entry.id)));
        by_name.or_else(by_letters).map(String::from)
    }

    /// The name under which a row or column is shown, where `text` spells it in another way for the first time.
    #[cfg(not(target_family = "wasm"))]
    pub fn respelt(&mut self, place: u32, text: &str, interner: &Interner) -> Option<String> {
        let name = interner.get(self.axis.entries.get(place as usize)?.name);
        let is_new = !self.closed && name != text && interner.find(text).is_some_and(|text| self.told.insert(text));
        is_new.then(|| name.into())
    }

    /// Puts a row or column into a group; false if it is in another one already.
    pub fn assign(&mut self, place: u32, name: &str, interner: &mut Interner) -> bool {
        let Some(group) = self.group(name, interner) else { return true };
        match self.axis.entries.get_mut(place as usize) {
            Some(entry) => *entry.group.get_or_insert(group) == group,
            None => true,
        }
    }
}
