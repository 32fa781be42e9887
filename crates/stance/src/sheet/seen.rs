//! What is seen in the XML of a workbook before it is read: what will not be read of it, and whether its places are some.

use anyhow::{Result, ensure};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::words::count;

/// XML of people is not nested deeper.
const DEEPEST: usize = 256;

/// So many hidden rows are named.
const MOST_NAMED: usize = 10;

/// What of an `.xlsx` workbook is not read, or not as it looks.
#[derive(Default)]
pub struct Seen {
    /// How many rows are hidden,
    hidden: usize,
    /// the numbers of the first of them,
    rows: Vec<String>,
    /// and the files inside that they are in.
    files: Vec<String>,
    /// Whether the cell that is looked at has a formula and no result yet,
    is_open: bool,
    /// and how many had none to their end.
    without_result: usize,
    links: usize,
    comments: usize,
}

impl Seen {
    /// Looks through the XML of one file inside; fails where its places are none.
    pub fn look(&mut self, name: &str, xml: &[u8]) -> Result<()> {
        let mut reader = Reader::from_reader(xml);
        let (mut buffer, mut depth) = (Vec::new(), 0_usize);
        loop {
            buffer.clear();
            let is_open = match reader.read_event_into(&mut buffer)? {
                Event::Eof => return Ok(()),
                Event::End(end) => {
                    if end.local_name().as_ref() == "c" {
                        self.without_result += usize::from(std::mem::take(&mut self.is_open));
                    }
                    depth = depth.saturating_sub(1);
                    continue;
                }
                Event::Start(start) => self.element(name, &start).map(|()| true)?,
                Event::Empty(start) => self.element(name, &start).map(|()| false)?,
                _ => continue,
            };
            depth += usize::from(is_open);
            ensure!(depth <= DEEPEST, "its parts are nested too deeply");
        }
    }

    fn element(&mut self, name: &str, start: &BytesStart<'_>) -> Result<()> {
        let attribute = |name: &str| start.try_get_attribute(name).map(|found| found.map(|found| found.value.into_owned()));
        match start.local_name().as_ref() {
            "row" if name.contains("/worksheets/") => {
                let number = attribute("r")?;
                if attribute("hidden")?.is_some_and(|value| value == "1" || value == "true") {
                    self.hide(name, number.as_deref().unwrap_or_default());
                }
                number.map_or(Ok(()), |row| ensure_place(&row))
            }
            "c" | "dimension" | "mergeCell" | "hyperlink" | "f" if name.contains("/worksheets/") => {
                self.is_open |= start.local_name().as_ref() == "f";
                self.links += usize::from(start.local_name().as_ref() == "hyperlink");
                let places = [attribute("r")?, attribute("ref")?];
                places.into_iter().flatten().try_for_each(|places| places.split(':').try_for_each(ensure_place))
            }
            "v" => {
                self.is_open = false;
                Ok(())
            }
            "comment" if name.contains("comments") => {
                self.comments += 1;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn hide(&mut self, file: &str, row: &str) {
        self.hidden += 1;
        if !row.is_empty() && self.rows.len() < MOST_NAMED {
            self.rows.push(row.into());
        }
        if self.files.last().is_none_or(|last| last != file) {
            self.files.push(file.into());
        }
    }

    /// What there is to say of it, a sentence each.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        // A number says nothing where there are several sheets with such rows.
        let rows = if self.files.len() == 1 { self.rows.as_slice() } else { &[] };
        notes.extend(hidden_note(self.hidden, rows));
        if self.without_result > 0 {
            let number =
                count(self.without_result, "formula has no result, and its cell is", "formulas have no result, and their cells are");
            notes.push(format!("{number} blank; open the workbook in a spreadsheet program, and save it."));
        }
        if self.links > 0 {
            let number = count(self.links, "address behind a cell was", "addresses behind cells were");
            notes.push(format!("{number} not read; write them into a column to keep them."));
        }
        if self.comments > 0 {
            let number = count(self.comments, "comment on a cell was", "comments on cells were");
            notes.push(format!("{number} not read; write them into a column to keep them."));
        }
        notes
    }
}

/// What is to be known of hidden rows, with the numbers of the first of them, as far as these say which they are.
pub fn hidden_note(hidden: usize, rows: &[String]) -> Option<String> {
    let more = hidden.saturating_sub(rows.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let word = if hidden == 1 { "row" } else { "rows" };
    let which = if rows.is_empty() { String::new() } else { format!(": {word} {}{more}", rows.join(", ")) };
    (hidden > 0).then(|| format!("{} read too{which}.", count(hidden, "hidden row was", "hidden rows were")))
}

/// A place such as `A1`, or the number of a row, that a sheet can have: the reader of workbooks reckons with it.
fn ensure_place(place: &str) -> Result<()> {
    let digits = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_number = digits.len() <= 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
    ensure!(is_number && place.len() - digits.len() <= 3, "“{place}” is no place in a sheet");
    Ok(())
}
