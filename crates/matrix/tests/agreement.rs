//! What holds for agreement and fault lines, whatever the stances.

use std::ops::Range;

use matrix::{Matrix, read_csv};
use proptest::prelude::*;

const LEVELS: [&str; 5] = ["strongly-supports", "supports", "mixed", "opposes", "strongly-opposes"];

/// A matrix of so many concerns in which a number says what is in each cell: a level of the built-in scale, or beyond
/// it a silence.
fn matrix(cells: &[Vec<usize>]) -> Matrix {
    let mut csv = String::from("country,concern,stance\n");
    for (row, cells) in cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            csv.push_str(&format!("Country {row},Concern {column},{}\n", LEVELS.get(*cell).unwrap_or(&"declined")));
        }
    }
    read_csv("a.csv", csv.as_bytes()).matrix
}

/// Rows of cells: some of a few rows that repeat, so that there are blocs, and each with a few cells of its own.
fn cells(rows: Range<usize>) -> impl Strategy<Value = Vec<Vec<usize>>> {
    (1usize..80).prop_flat_map(move |columns| {
        let models = prop::collection::vec(prop::collection::vec(0usize..7, columns), 3);
        let own = prop::collection::vec((0usize..3, prop::collection::vec((0..columns, 0usize..7), 0..12)), rows.clone());
        (models, own).prop_map(|(models, rows)| {
            let row = |(model, changes): (usize, Vec<(usize, usize)>)| {
                let mut row: Vec<usize> = models[model].clone();
                changes.into_iter().for_each(|(column, cell)| row[column] = cell);
                row
            };
            rows.into_iter().map(row).collect()
        })
    })
}

fn places(count: usize) -> Vec<u32> {
    (0..count as u32).collect()
}

proptest! {
    #[test]
    fn agreement_is_the_mean_over_common_concerns(cells in cells(2..3)) {
        let matrix = matrix(&cells);
        let columns = places(cells[0].len());
        let steps: Vec<usize> = cells[0].iter().zip(&cells[1]).filter(|(a, b)| **a < 5 && **b < 5).map(|(a, b)| a.abs_diff(*b)).collect();
        let agreement = matrix.agreement(0, 1, &columns);
        prop_assert_eq!(agreement.is_some(), steps.len() >= 3);
        if let Some(agreement) = agreement {
            let share = 1.0 - steps.iter().sum::<usize>() as f32 / 4.0 / steps.len() as f32;
            prop_assert!((agreement.share - share).abs() < 1e-6 && (0.0..=1.0).contains(&agreement.share));
            prop_assert_eq!(agreement.on as usize, steps.len());
        }
        prop_assert_eq!(agreement, matrix.agreement(1, 0, &columns));
        for row in [0, 1] {
            let own = matrix.agreement(row, row, &columns);
            let stated = matrix.stated_by(row as usize, &columns);
            prop_assert_eq!(own.map(|own| (own.share, own.on as usize)), (stated >= 3).then_some((1.0, stated)));
        }
    }

    #[test]
    fn fault_lines_part_the_rows(cells in cells(0..24), skip in 0u32..3) {
        let matrix = matrix(&cells);
        let rows: Vec<u32> = places(cells.len()).into_iter().skip(skip as usize).collect();
        let columns = places(matrix.columns().len());
        let lines = matrix.fault_lines(&rows, &columns);
        let mut sorted = lines.order.clone();
        sorted.sort();
        prop_assert_eq!(&sorted, &rows);
        prop_assert!((0.0..=1.0).contains(&lines.known));
        // Blocs are runs of the order, one after the other.
        let mut rest = &lines.order[..];
        for bloc in &lines.blocs {
            prop_assert!((2..rows.len()).contains(&bloc.len()));
            let start = rest.iter().position(|row| *row == bloc[0]);
            prop_assert!(start.is_some_and(|start| rest[start..].starts_with(bloc)), "{:?}", lines);
            rest = &rest[start.unwrap_or_default() + bloc.len()..];
        }
        // Rows that have an agreement with no other are last, and as they were.
        let alone = |row: &u32| rows.iter().all(|other| other == row || matrix.agreement(*row, *other, &columns).is_none());
        let last: Vec<u32> = rows.iter().copied().filter(alone).collect();
        prop_assert!(lines.order.ends_with(&last));
        prop_assert!(lines.blocs.iter().flatten().all(|row| !last.contains(row)));
        prop_assert_eq!(lines, matrix.fault_lines(&rows, &columns));
    }

    #[test]
    fn only_what_is_asked_for_counts(cells in cells(2..12), other in cells(20..21)) {
        let alone = matrix(&cells);
        let (rows, columns) = (places(cells.len()), places(cells[0].len()));
        // The same with more columns behind and more rows below.
        let mut more = cells.clone();
        more.iter_mut().zip(&other).for_each(|(row, other)| row.extend(other));
        more.extend(other.into_iter().skip(cells.len()));
        let more = matrix(&more);
        prop_assert_eq!(alone.agreement(0, 1, &columns), more.agreement(0, 1, &columns));
        prop_assert_eq!(alone.fault_lines(&rows, &columns), more.fault_lines(&rows, &columns));
        // Nor does the order of the columns.
        let turned: Vec<u32> = columns.iter().rev().copied().collect();
        prop_assert_eq!(alone.fault_lines(&rows, &columns), alone.fault_lines(&rows, &turned));
    }
}
