//! What is seen in the XML of a workbook before it is read: what will not be read of it, and whether its places are some.

use anyhow::{Result, ensure};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::words::count;

/// XML of people is not nested deeper.
const DEEPEST: usize = 256;

/// What of an `.xlsx` workbook is not read, or not as it looks.
#[derive(Default)]
pub struct Seen {
    hidden: usize,
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
                Event::End(_) => {
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
                self.hidden += usize::from(attribute("hidden")?.is_some_and(|value| value == "1" || value == "true"));
                attribute("r")?.map_or(Ok(()), |row| ensure_place(&row))
            }
            "c" | "dimension" | "mergeCell" | "hyperlink" | "f" if name.contains("/worksheets/") => {
                self.links += usize::from(start.local_name().as_ref() == "hyperlink");
                let places = [attribute("r")?, attribute("ref")?];
                places.into_iter().flatten().try_for_each(|places| places.split(':').try_for_each(ensure_place))
            }
            "comment" if name.contains("comments") => {
                self.comments += 1;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What there is to say of it, a sentence each.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.hidden > 0 {
            notes.push(format!("{} read too.", count(self.hidden, "hidden row was", "hidden rows were")));
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

/// A place such as `A1`, or the number of a row, that a sheet can have: the reader of workbooks reckons with it.
fn ensure_place(place: &str) -> Result<()> {
    let digits = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_number = digits.len() <= 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
    ensure!(is_number && place.len() - digits.len() <= 3, "“{place}” is no place in a sheet");
    Ok(())
}
