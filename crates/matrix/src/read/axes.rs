//! Rows and columns: from a table of their own, or as statements name them.

use crate::axis::{AxisBuilder, Entry};
use crate::csv::{Record, Records};
use crate::header::Header;
use crate::ids::{fold, slug};
use crate::near::nearest;
use crate::problem::Problems;
use crate::read::check_bytes;
use crate::rule;
use crate::text::Interner;

/// Reads the table of rows or columns; `group` is the header of its group or theme, `language` the reader's.
pub(crate) fn read_axis(
    builder: &mut AxisBuilder,
    interner: &mut Interner,
    problems: &mut Problems,
    file: &str,
    mut records: Records,
    group: &str,
    language: &str,
) {
    let mut record = Record::default();
    if !records.read(&mut record) {
        return problems.add(&rule::TABLE_EMPTY, file, None, None, "");
    }
    let mut header = Header::new(&record, file, problems);
    let [id, name, description, date, source, url] = ["id", "name", "description", "date", "source", "url"].map(|name| header.find(name));
    let [own_name, own_description, own_group] = ["name", "description", group].map(|name| header.translated(name, language));
    let group = header.find(group);
    if id.is_none() && name.is_none() {
        return problems.add(&rule::NO_ID_COLUMN, file, Some(1), None, "");
    }
    let extra = header.extra(&record, language, file, problems);
    builder.axis.extra_names = extra.iter().map(|(name, _)| name.clone()).collect();
    builder.closed = true;
    while records.read(&mut record) {
        check_bytes(file, &record, problems);
        if record.is_blank() {
            continue;
        }
        let text = |place: Option<usize>| place.map_or("", |place| record.get(place).trim());
        // What is translated stands for the original wherever it is filled.
        let either = |own: Option<usize>, place| if text(own).is_empty() { text(place) } else { text(own) };
        let (given, name, group) = (text(id), text(name), builder.group(text(group), interner));
        builder.rename(group, text(own_group));
        let Some(id) = own_id_or_slug(given, name, builder, interner, file, record.row, problems) else { continue };
        let name = [text(own_name), name].into_iter().find(|name| !name.is_empty()).unwrap_or(&id);
        let entry = Entry {
            id: interner.add(&id),
            name: interner.add(name),
            group,
            description: interner.add(either(own_description, description)),
            date: interner.add(text(date)),
            source: interner.add(text(source)),
            url: interner.add(text(url)),
            #[cfg(not(target_family = "wasm"))]
            file_row: record.row,
            extra: extra.iter().map(|&(_, place)| interner.add(record.get(place))).collect(),
        };
        builder.add(entry);
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
        if let Some(place) = written.and_then(|written| self.ids.get(written).or_else(|| self.names.get(written))) {
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
