//! Rows and columns: from a table of their own, or as statements name them.

use crate::axis::{AxisBuilder, Entry};
use crate::csv::{Record, Records};
use crate::header::Header;
use crate::ids::{fold, slug, unique};
use crate::problem::{Problems, Severity};
use crate::read::check_bytes;
use crate::text::Interner;

/// Reads the table of rows or columns; `group` is the header of its group or theme.
pub(crate) fn read_axis(
    builder: &mut AxisBuilder,
    interner: &mut Interner,
    problems: &mut Problems,
    file: &str,
    mut records: Records,
    group: &str,
) {
    let mut record = Record::default();
    if !records.read(&mut record) {
        let text = "The table is empty.".into();
        return problems.add(Severity::Error, file, None, None, text, "It needs a header with id and name, and a row for each.");
    }
    let mut header = Header::new(&record, file, problems);
    let [id, name, description, date, source, url] = ["id", "name", "description", "date", "source", "url"].map(|name| header.find(name));
    let group = header.find(group);
    if id.is_none() && name.is_none() {
        let text = "There is neither a column “id” nor a column “name”.".into();
        return problems.add(Severity::Error, file, Some(1), None, text, "Add at least one of them.");
    }
    let extra = header.extra(&record, file, problems);
    builder.axis.extra_names = extra.iter().map(|(name, _)| name.clone()).collect();
    builder.closed = true;
    while records.read(&mut record) {
        check_bytes(file, &record, problems);
        if record.is_blank() {
            continue;
        }
        let text = |place: Option<usize>| place.map_or("", |place| record.get(place).trim());
        let (own_id, own_name) = (text(id), text(name));
        let Some(id) = own_id_or_slug(own_id, own_name, builder, file, record.row, problems) else { continue };
        let name = if own_name.is_empty() { &id } else { own_name };
        let entry = Entry {
            id: interner.add(&id),
            name: interner.add(name),
            group: builder.group(text(group)),
            description: interner.add(text(description)),
            date: interner.add(text(date)),
            source: interner.add(text(source)),
            url: interner.add(text(url)),
            extra: extra.iter().map(|&(_, place)| interner.add(record.get(place))).collect(),
        };
        builder.add(entry, id, None);
    }
}

/// The id that the table gives, or one from the name; none, and a problem, where it is taken or
/// there is neither.
fn own_id_or_slug(id: &str, name: &str, builder: &AxisBuilder, file: &str, row: u32, problems: &mut Problems) -> Option<String> {
    if id.is_empty() && name.is_empty() {
        let text = "The row has neither id nor name.".into();
        problems.add(Severity::Error, file, Some(row), Some("id"), text, "Give it one, or remove it.");
        return None;
    }
    if id.is_empty() {
        return Some(unique(slug(name), &|id| builder.ids.contains_key(id)));
    }
    if builder.ids.contains_key(id) {
        problems.add(
            Severity::Error,
            file,
            Some(row),
            Some("id"),
            format!("The id “{id}” is there twice."),
            "Ids must differ; the first row counts.",
        );
        return None;
    }
    Some(id.into())
}

impl AxisBuilder {
    /// Adds a row or column under its id and, where statements may use it, its name.
    fn add(&mut self, entry: Entry, id: String, name: Option<String>) -> u32 {
        let place = u32::try_from(self.axis.entries.len()).unwrap_or(u32::MAX);
        self.axis.entries.push(entry);
        if let Some(name) = name {
            self.names.insert(name, place);
        }
        self.ids.insert(id, place);
        place
    }

    /// The place that a statement means by `text`, which is trimmed and not empty. Where no table
    /// lists all there are, an unknown one becomes a new one.
    pub fn place(&mut self, text: &str, interner: &mut Interner) -> Option<u32> {
        if let Some(&place) = self.ids.get(text).or_else(|| self.names.get(text)) {
            return Some(place);
        }
        if self.closed {
            return None;
        }
        let folded = fold(text);
        if let Some(&place) = self.names.get(&folded) {
            self.names.insert(text.into(), place);
            return Some(place);
        }
        let id = unique(slug(text), &|id| self.ids.contains_key(id));
        let entry = Entry { id: interner.add(&id), name: interner.add(text), ..Entry::default() };
        let place = self.add(entry, id, Some(folded));
        self.names.insert(text.into(), place);
        Some(place)
    }

    /// The id nearest to what a statement wrote wrongly, by its letters or as somebody's name.
    pub fn nearest(&self, text: &str, interner: &Interner) -> Option<String> {
        let folded = fold(text);
        let by_name = self.axis.entries.iter().find(|entry| fold(interner.get(entry.name)) == folded);
        let by_letters = || {
            let near = self.axis.entries.iter().map(|entry| (strsim::osa_distance(interner.get(entry.id), &folded), entry));
            near.min_by_key(|&(distance, _)| distance)
                .filter(|&(distance, entry)| distance * 3 <= interner.get(entry.id).chars().count())
                .map(|(_, entry)| entry)
        };
        by_name.or_else(by_letters).map(|entry| interner.get(entry.id).to_string())
    }

    /// Puts a row or column into a group; false if it is in another one already.
    pub fn assign(&mut self, place: u32, name: &str) -> bool {
        let Some(group) = self.group(name) else { return true };
        match self.axis.entries.get_mut(place as usize) {
            Some(entry) => *entry.group.get_or_insert(group) == group,
            None => true,
        }
    }
}
