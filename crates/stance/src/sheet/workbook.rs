//! The sheets of a workbook, `.xlsx` or `.ods` by what is in it.

use std::io::Cursor;

use anyhow::{Context, Result};
use calamine::{Reader, Sheet as Metadata, SheetType, SheetVisible, Xlsx};

use super::grid::{Budget, Grid};
use super::guard::{Kind, open};
use super::{Sheet, Tables, opendocument, value};
use crate::words::count;

/// Reads all sheets of a workbook.
///
/// # Errors
/// It is too large, is protected, or is no workbook that can be read.
pub fn read_workbook(bytes: &[u8]) -> Result<Tables> {
    let (mut archive, kind) = open(bytes)?;
    let budget = &mut Budget::default();
    match kind {
        Kind::Excel(notes) => Ok(Tables { sheets: excel(bytes, budget)?, notes }),
        Kind::OpenDocument => opendocument::read(&mut archive, budget),
    }
}

fn excel(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Sheet>> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).context("it cannot be read as .xlsx; save it again")?;
    let sheets = workbook.sheets_metadata().to_vec();
    sheets.into_iter().map(|sheet| excel_sheet(&mut workbook, sheet, budget)).collect()
}

fn excel_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: Metadata, budget: &mut Budget) -> Result<Sheet> {
    let Metadata { name, typ, visible } = sheet;
    let mut notes = visibility(visible);
    if typ != SheetType::WorkSheet {
        notes.push("It is a chart or the like, and has no cells to read.".into());
        return Ok(Sheet { name: Some(name), rows: Vec::new(), notes });
    }
    let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
    notes.extend(merged_note(merged.len()));
    let about = || format!("the sheet “{name}” cannot be read");
    let mut cells = workbook.worksheet_cells_reader(&name).with_context(about)?;
    let mut grid = Grid::new(budget);
    while let Some(cell) = cells.next_cell().with_context(about)? {
        let (row, column) = cell.get_position();
        grid.put(row as usize, column as usize, &value::text(cell.get_value())).with_context(about)?;
    }
    Ok(Sheet { name: Some(name.clone()), rows: grid.finish(), notes })
}

fn visibility(visible: SheetVisible) -> Vec<String> {
    if visible == SheetVisible::Visible { Vec::new() } else { vec!["It is hidden.".into()] }
}

/// What is to be known of merged cells.
pub fn merged_note(areas: usize) -> Option<String> {
    let areas = (areas > 0).then(|| count(areas, "area of merged cells", "areas of merged cells"));
    areas.map(|areas| format!("It has {areas}; the text stands in the first cell of each, and the others are blank."))
}
