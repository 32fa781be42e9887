//! The fault lines between the rows of a matrix, as a module of its own: few readers ask for them, and the others need not
//! fetch it.

use matrix::{Stance, Stances};
use wasm_bindgen::prelude::wasm_bindgen;

/// The fault lines between all rows of stances, a byte each, so many `columns` in a row, on a scale of so many `levels`.
///
/// First which share of the pairs of rows is known, and by how much two agree on average within blocs and across them; then
/// two numbers for each row in their order: its place, and its bloc, from 1, or 0 where it is in none.
#[wasm_bindgen]
pub fn fault_lines(codes: &[u8], columns: u32, levels: u32) -> Vec<f64> {
    let cells: Vec<Stance> = codes.iter().map(|&code| Stance::from_code(code)).collect();
    let rows = cells.len().checked_div(columns as usize).unwrap_or_default() as u32;
    let stances = Stances { cells: &cells, columns: columns as usize, levels: levels as usize };
    let lines = stances.fault_lines(&Vec::from_iter(0..rows), &Vec::from_iter(0..columns));
    let mut numbers = Vec::from([lines.known, lines.within, lines.across].map(f64::from));
    for row in lines.order {
        let bloc = lines.blocs.iter().position(|bloc| bloc.contains(&row)).map_or(0, |place| place + 1);
        numbers.extend([f64::from(row), bloc as f64]);
    }
    numbers
}
