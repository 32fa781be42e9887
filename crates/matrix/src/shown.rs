//! What of a matrix is shown under a filter.

use crate::axis::Axis;
use crate::filter::{Choice, Filter};
use crate::header::Words;
use crate::matrix::Matrix;
use crate::search::Finder;

/// The rows and columns that remain, and which of their cells the filter is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Rows that remain, in the matrix's order.
    pub rows: Vec<u32>,
    /// Columns that remain, in the matrix's order.
    pub columns: Vec<u32>,
    /// Rows that the choice of rows and groups allows, whatever their cells hold.
    pub allowed_rows: Vec<u32>,
    /// Columns that the choice of columns and themes allows, whatever their cells hold.
    pub allowed_columns: Vec<u32>,
    finder: Option<Finder>,
    /// A bit for each cell, row by row, for stances and query; none where neither is asked for.
    lit: Option<Bits>,
    /// A bit for each cell in whose statements the query was found.
    finds: Option<Bits>,
    width: usize,
}

impl Shown {
    /// Whether the stances and the query asked for are those of this cell.
    pub fn lit(&self, row: u32, column: u32) -> bool {
        self.lit.as_ref().is_none_or(|lit| lit.has(row as usize * self.width + column as usize))
    }

    /// Whether the query was found in the statements of this cell, not only in its headers.
    pub fn has_find(&self, row: u32, column: u32) -> bool {
        self.finds.as_ref().is_some_and(|finds| finds.has(row as usize * self.width + column as usize))
    }

    /// What marks the finds of the query.
    pub fn finder(&self) -> Option<&Finder> {
        self.finder.as_ref()
    }
}

impl Matrix {
    /// What is shown under `filter`. A row or column whose cells are all filtered out is not.
    pub fn show(&self, filter: &Filter) -> Shown {
        let allowed_rows = allowed(&self.rows, &filter.rows, &filter.groups);
        let allowed_columns = allowed(&self.columns, &filter.columns, &filter.themes);
        let finder = Finder::new(&filter.query);
        if finder.is_none() && filter.stances.is_all() {
            let (rows, columns) = (allowed_rows.clone(), allowed_columns.clone());
            return Shown { rows, columns, allowed_rows, allowed_columns, width: self.columns.len(), ..Shown::default() };
        }
        let finds = finder.as_ref().map(|finder| self.finds(finder));
        let named_rows = named(&self.rows, &allowed_rows, finder.as_ref());
        let named_columns = named(&self.columns, &allowed_columns, finder.as_ref());
        let wanted: [bool; 256] = std::array::from_fn(|code| u32::try_from(code).is_ok_and(|code| filter.stances.has(code)));
        let width = self.columns.len();
        let mut lit = Bits::new(self.stances.len());
        let (mut rows, mut columns) = (Bits::new(self.rows.len()), Bits::new(width));
        for &row in &allowed_rows {
            let row = row as usize;
            let is_named = finds.is_none() || named_rows.has(row);
            for &column in &allowed_columns {
                let column = column as usize;
                let cell = row * width + column;
                let found = is_named || finds.as_ref().is_some_and(|finds| finds.has(cell)) || named_columns.has(column);
                let stance = self.stances.get(cell).filter(|_| found);
                if stance.is_some_and(|stance| wanted.get(usize::from(stance.code())) == Some(&true)) {
                    lit.set(cell);
                    rows.set(row);
                    columns.set(column);
                }
            }
        }
        let (rows, columns) = (rows.of(&allowed_rows), columns.of(&allowed_columns));
        Shown { rows, columns, allowed_rows, allowed_columns, finder, lit: Some(lit), finds, width }
    }

    /// The cells in whose statements `finder` finds something.
    fn finds(&self, finder: &Finder) -> Bits {
        const SEARCHED: [Words; 5] = [Words::Quote, Words::Text, Words::Translation, Words::Speaker, Words::Summary];
        let mut bits = Bits::new(self.stances.len());
        // Each text is asked about once, however often it occurs.
        let mut answers = vec![None; self.texts.len()];
        for words in SEARCHED {
            for (index, &symbol) in self.statements.column(words).iter().enumerate() {
                let Some(answer) = answers.get_mut(symbol.index()) else { continue };
                if *answer.get_or_insert_with(|| finder.matches(self.texts.get(symbol))) {
                    bits.set(self.cell_of(index));
                }
            }
        }
        bits
    }
}

/// The places that a choice of them and of their groups allows. What has no group goes only with
/// the choice of all groups.
fn allowed(axis: &Axis, places: &Choice, groups: &Choice) -> Vec<u32> {
    let mut allowed = Vec::new();
    for (place, entry) in (0..).zip(&axis.entries) {
        let group = groups.is_all() || entry.group.is_some_and(|group| groups.has(group));
        if group && places.has(place) {
            allowed.push(place);
        }
    }
    allowed
}

/// The places whose names `finder` finds something in.
fn named(axis: &Axis, places: &[u32], finder: Option<&Finder>) -> Bits {
    let mut bits = Bits::new(axis.len());
    for &place in places {
        if finder.is_some_and(|finder| finder.matches(axis.name(place as usize))) {
            bits.set(place as usize);
        }
    }
    bits
}

/// A bit for each cell, row or column.
#[derive(Clone, Debug, PartialEq)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(length: usize) -> Self {
        Self(vec![0; length.div_ceil(64)])
    }

    fn set(&mut self, bit: usize) {
        if let Some(word) = self.0.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
    }

    fn has(&self, bit: usize) -> bool {
        self.0.get(bit / 64).is_some_and(|word| word & (1 << (bit % 64)) != 0)
    }

    /// Those of `places` whose bit is set.
    fn of(&self, places: &[u32]) -> Vec<u32> {
        places.iter().copied().filter(|&place| self.has(place as usize)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_csv;

    const CSV: &str = "country,group,concern,theme,stance,quote\n\
        Ada,North,Trade,Money,supports,We welcome the bridge\n\
        Ada,North,Borders,Order,opposes,Nobody crosses\n\
        Bel,South,Trade,Money,opposes,No bridge for us\n\
        Cos,South,Water,Order,supports,\n";

    fn check(change: impl Fn(&mut Filter, &Matrix), expected: &str) {
        let matrix = read_csv("t.csv", CSV.as_bytes()).matrix;
        let mut filter = Filter::default();
        change(&mut filter, &matrix);
        let shown = matrix.show(&filter);
        let names = |axis: &Axis, places: &[u32]| places.iter().map(|&place| axis.name(place as usize)).collect::<Vec<_>>().join(" ");
        assert_eq!(format!("{} | {}", names(matrix.rows(), &shown.rows), names(matrix.columns(), &shown.columns)), expected);
    }

    fn only(places: &[u32]) -> Choice {
        Choice::Only(places.to_vec())
    }

    #[test]
    fn filters_leave_rows_and_columns() {
        check(|_, _| {}, "Ada Bel Cos | Trade Borders Water");
        check(|filter, _| filter.rows = only(&[0, 2]), "Ada Cos | Trade Borders Water");
        check(|filter, _| filter.columns = only(&[]), "Ada Bel Cos | ");
        check(|filter, _| filter.groups = only(&[1]), "Bel Cos | Trade Borders Water");
        check(|filter, _| filter.themes = only(&[1]), "Ada Bel Cos | Borders Water");
        check(
            |filter, matrix| filter.stances = only(&[u32::from(matrix.scale().find("opposes").unwrap().code())]),
            "Ada Bel | Trade Borders",
        );
    }

    #[test]
    fn a_query_leaves_what_it_is_found_in() {
        check(|filter, _| filter.query = "BRIDGE".into(), "Ada Bel | Trade");
        check(|filter, _| filter.query = "bel".into(), "Bel | Trade Borders Water");
        check(|filter, _| filter.query = "water".into(), "Ada Bel Cos | Water");
        check(|filter, _| filter.query = "zebra".into(), " | ");
        check(|filter, _| filter.query = "  ".into(), "Ada Bel Cos | Trade Borders Water");
    }

    #[test]
    fn filters_combine() {
        check(
            |filter, matrix| {
                filter.query = "bridge".into();
                filter.stances = only(&[u32::from(matrix.scale().find("supports").unwrap().code())]);
            },
            "Ada | Trade",
        );
    }

    #[test]
    fn cells_are_lit_by_what_they_hold() {
        let matrix = read_csv("t.csv", CSV.as_bytes()).matrix;
        let shown = matrix.show(&Filter { query: "bridge".into(), ..Filter::default() });
        assert!(shown.lit(0, 0) && shown.has_find(0, 0) && !shown.lit(0, 1) && !shown.has_find(2, 2));
        let shown = matrix.show(&Filter { query: "ada".into(), ..Filter::default() });
        assert!(shown.lit(0, 1) && !shown.has_find(0, 1));
    }
}
