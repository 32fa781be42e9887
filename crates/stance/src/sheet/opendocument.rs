//! The sheets of an `.ods` workbook. It says of cells and rows how often they are repeated, to the end of the sheet as a
//! rule, so only those with something in them are repeated here.

use std::io::Read;

use anyhow::{Context, Result, bail, ensure};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::grid::{Budget, Grid};
use super::guard::Archive;
use super::seen::hidden_note;
use super::value::{date, number};
use super::workbook::merged_note;
use super::{Sheet, Tables};
use crate::words::count;

/// The text of a cell may have this many bytes; what people write in one has some thousands.
const LONGEST: usize = 16 << 20;

/// Reads all sheets.
pub fn read(archive: &mut Archive<'_>, budget: &mut Budget) -> Result<Tables> {
    let mut xml = Vec::new();
    archive.by_name("content.xml")?.read_to_end(&mut xml).context("it cannot be unpacked")?;
    let mut reader = Reader::from_reader(xml.as_slice());
    reader.config_mut().expand_empty_elements = true;
    let mut content = Content { reader, comments: 0, links: 0, merged: 0, hidden: 0 };
    let tables = content.tables(budget);
    tables.with_context(|| format!("it cannot be read as .ods, near byte {} of what is in it", content.reader.buffer_position()))
}

/// The content of a workbook while it is read, and what was seen in it that does not go along.
struct Content<'a> {
    reader: Reader<&'a [u8]>,
    comments: usize,
    links: usize,
    /// Of the sheet that is being read.
    merged: usize,
    hidden: usize,
}

impl Content<'_> {
    fn next<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Event<'b>> {
        buffer.clear();
        Ok(self.reader.read_event_into(buffer)?)
    }

    fn tables(&mut self, budget: &mut Budget) -> Result<Tables> {
        let mut tables = Tables::default();
        let mut buffer = Vec::new();
        let mut style = String::new();
        let mut hidden_styles = Vec::new();
        loop {
            match self.next(&mut buffer)? {
                Event::Start(start) => match start.name().as_ref() {
                    "style:style" => style = text_of(&start, "style:name")?,
                    "style:table-properties" if text_of(&start, "table:display")? == "false" => hidden_styles.push(style.clone()),
                    "table:table" => {
                        let is_hidden = hidden_styles.contains(&text_of(&start, "table:style-name")?);
                        let name = text_of(&start, "table:name")?;
                        tables.sheets.push(self.sheet(name, is_hidden, budget)?);
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        for (number, one, several) in [
            (self.links, "address behind a cell was", "addresses behind cells were"),
            (self.comments, "comment on a cell was", "comments on cells were"),
        ] {
            if number > 0 {
                tables.notes.push(format!("{} not read; write them into a column to keep them.", count(number, one, several)));
            }
        }
        Ok(tables)
    }

    fn sheet(&mut self, name: String, is_hidden: bool, budget: &mut Budget) -> Result<Sheet> {
        (self.merged, self.hidden) = (0, 0);
        let mut grid = Grid::new(budget);
        let mut buffer = Vec::new();
        let mut row = 0;
        loop {
            match self.next(&mut buffer)? {
                Event::Start(start) if start.name().as_ref() == "table:table-row" => row = self.row(&start, row, &mut grid)?,
                Event::End(end) if end.name().as_ref() == "table:table" => break,
                Event::Eof => bail!("the sheet “{name}” does not end"),
                _ => {}
            }
        }
        let mut notes = Vec::from_iter(is_hidden.then(|| "It is hidden.".to_string()));
        notes.extend(hidden_note(self.hidden, &[]));
        notes.extend(merged_note(self.merged));
        Ok(Sheet { name: Some(name), rows: grid.finish(), notes })
    }

    /// Reads a row into the place `row` and those after it, and gives the place of the next.
    fn row(&mut self, start: &BytesStart<'_>, row: usize, grid: &mut Grid<'_>) -> Result<usize> {
        let rows = repeats(start, "table:number-rows-repeated")?;
        let is_hidden = !matches!(text_of(start, "table:visibility")?.as_str(), "" | "visible");
        let (mut cells, mut column) = (Vec::new(), 0_usize);
        let mut buffer = Vec::new();
        loop {
            match self.next(&mut buffer)? {
                Event::Start(start) if matches!(start.name().as_ref(), "table:table-cell" | "table:covered-table-cell") => {
                    let columns = repeats(&start, "table:number-columns-repeated")?;
                    let text = self.cell(&start)?;
                    let next = column.saturating_add(columns);
                    if !text.is_empty() {
                        cells.push((column..next, text));
                    }
                    column = next;
                }
                Event::End(end) if end.name().as_ref() == "table:table-row" => break,
                Event::Eof => bail!("a row does not end"),
                _ => {}
            }
        }
        let next = row.saturating_add(rows);
        if !cells.is_empty() {
            self.hidden += if is_hidden { rows } else { 0 };
            for row in row..next {
                cells.iter().try_for_each(|(columns, text)| columns.clone().try_for_each(|column| grid.put(row, column, text)))?;
            }
        }
        Ok(next)
    }

    /// What a cell holds: its value where it has one of its own, else its text.
    fn cell(&mut self, start: &BytesStart<'_>) -> Result<String> {
        let spans = [text_of(start, "table:number-columns-spanned")?, text_of(start, "table:number-rows-spanned")?];
        self.merged += usize::from(spans.iter().any(|span| !matches!(span.as_str(), "" | "1")));
        let value = match text_of(start, "office:value-type")?.as_str() {
            "date" => date(&text_of(start, "office:date-value")?).to_string(),
            "boolean" => text_of(start, "office:boolean-value")?,
            "float" | "percentage" | "currency" => {
                let written = text_of(start, "office:value")?;
                written.parse().map_or(written, number)
            }
            _ => String::new(),
        };
        let text = self.text()?;
        Ok(if value.is_empty() { text } else { value })
    }

    /// The text up to the end of the element that has begun, a line for each paragraph.
    fn text(&mut self) -> Result<String> {
        let mut text = String::new();
        let mut buffer = Vec::new();
        let (mut depth, mut paragraphs, mut inside) = (1_usize, 0, 0_usize);
        while depth > 0 {
            ensure!(text.len() <= LONGEST, "a cell holds more than {} MB of text", LONGEST >> 20);
            match self.next(&mut buffer)? {
                Event::Start(start) => {
                    depth += 1;
                    match start.name().as_ref() {
                        "office:annotation" => {
                            self.comments += 1;
                            self.text()?;
                            depth -= 1;
                        }
                        "text:p" | "text:h" => {
                            text.push_str(if paragraphs > 0 { "\n" } else { "" });
                            (paragraphs, inside) = (paragraphs + 1, depth);
                        }
                        "text:a" => self.links += 1,
                        "text:s" => text.push_str(&" ".repeat(repeats(&start, "text:c")?.min(LONGEST))),
                        "text:tab" => text.push('\t'),
                        "text:line-break" => text.push('\n'),
                        _ => {}
                    }
                }
                Event::End(_) => {
                    inside = if inside == depth { 0 } else { inside };
                    depth -= 1;
                }
                Event::Text(part) if inside > 0 => text.push_str(&part.xml10_content()),
                Event::CData(part) if inside > 0 => text.push_str(&part.xml10_content()),
                Event::GeneralRef(reference) if inside > 0 => push_reference(&reference, &mut text)?,
                Event::Eof => bail!("a cell does not end"),
                _ => {}
            }
        }
        Ok(text)
    }
}

/// The letter that `&amp;` or `&#228;` stands for.
fn push_reference(reference: &BytesRef<'_>, text: &mut String) -> Result<()> {
    match reference.resolve_char_ref()? {
        Some(letter) => text.push(letter),
        None => {
            let name = reference.xml10_content();
            let known = resolve_predefined_entity(&name);
            text.push_str(known.with_context(|| format!("“&{name};” stands for nothing"))?);
        }
    }
    Ok(())
}

/// The value of an attribute; empty where there is none.
fn text_of(start: &BytesStart<'_>, name: &str) -> Result<String> {
    let Some(found) = start.try_get_attribute(name)? else { return Ok(String::new()) };
    Ok(found.normalized_value(XmlVersion::Implicit1_0)?.into_owned())
}

/// How often something is repeated; once where it does not say.
fn repeats(start: &BytesStart<'_>, name: &str) -> Result<usize> {
    let written = text_of(start, name)?;
    if written.is_empty() { Ok(1) } else { written.parse().with_context(|| format!("“{written}” is no number")) }
}
