//! Agreement and fault lines of small matrices, given as a row of letters for each row: `0` to `4` for the levels of the
//! scale, a dot for silence.

use fastrand::Rng;

use super::*;
use crate::package::read_csv;
use crate::scale::Scale;

/// The rows are called A, B, C in their order.
fn matrix(rows: &[String]) -> Matrix {
    let levels = Scale::built_in_values();
    let mut csv = String::from("country,concern,stance\n");
    for (name, row) in ('A'..).zip(rows) {
        for (concern, level) in row.chars().enumerate() {
            let stance = level.to_digit(10).map_or("not-addressed", |level| levels[level as usize]);
            csv.push_str(&format!("{name},Concern {concern},{stance}\n"));
        }
    }
    read_csv("t.csv", csv.as_bytes()).matrix
}

fn matrix_of(rows: &[&str]) -> Matrix {
    matrix(&rows.iter().map(|row| (*row).into()).collect::<Vec<_>>())
}

fn all(count: usize) -> Vec<u32> {
    (0..).take(count).collect()
}

/// The order and the blocs, as `CBA | CB`.
fn lines(matrix: &Matrix) -> String {
    let lines = matrix.fault_lines(&all(matrix.rows().len()), &all(matrix.columns().len()));
    let names = |rows: &[u32]| -> String { rows.iter().map(|&row| matrix.rows().name(row as usize)).collect() };
    let blocs: Vec<String> = lines.blocs.iter().map(|bloc| names(bloc)).collect();
    format!("{} | {}", names(&lines.order), blocs.join(" "))
}

#[test]
fn agreement_is_counted_over_what_both_say() {
    let check = |a: &str, b: &str, expected: Option<(f32, u32)>| {
        let matrix = matrix_of(&[a, b]);
        let agreement = matrix.agreement(0, 1, &all(a.len()));
        assert_eq!(agreement.map(|agreement| (agreement.share, agreement.on)), expected, "{a} {b}");
    };
    check("0123", "0123", Some((1.0, 4)));
    check("0000", "4444", Some((0.0, 4)));
    check("0000", "0004", Some((0.75, 4)));
    check("0000", "1111", Some((0.75, 4)));
    check("00.0.0", "0.4044", Some((2.0 / 3.0, 3)));
    check("00.", ".00", None);
    check("00..", "00..", None);
    check("....", "....", None);
    // More concerns than fit one word of bits.
    check(&"03".repeat(50), &"30".repeat(50), Some((0.25, 100)));
}

#[test]
fn a_scale_of_one_level_has_no_distance() {
    let matrix = read_csv("t.csv", b"country,concern,stance\nA,1,yes\nA,2,yes\nA,3,yes\nB,1,yes\nB,2,yes\nB,3,yes\n").matrix;
    assert_eq!(matrix.agreement(0, 1, &all(3)), Some(Agreement { share: 1.0, on: 3 }));
    assert_eq!(lines(&matrix), "AB | ");
}

#[test]
fn what_is_not_there_agrees_with_nothing() {
    let matrix = matrix_of(&["0000", "0000"]);
    assert_eq!(matrix.agreement(0, 7, &all(4)), None);
    assert_eq!(matrix.agreement(0, 1, &[7, 8, 9]), None);
    assert_eq!(matrix.fault_lines(&[], &[]), FaultLines::default());
    assert_eq!(matrix.fault_lines(&[1, 0, 9], &[]).order, [1, 0, 9]);
}

#[test]
fn those_who_agree_stand_together() {
    let check = |rows: &[&str], expected: &str| assert_eq!(lines(&matrix_of(rows)), expected, "{rows:?}");
    check(&["00000000", "44444444", "00000001", "44444443"], "ACDB | ");
    // From one end of the scale to the other, whatever the author's order.
    check(&["2222", "0000", "4444", "1111", "3333"], "BDAEC | ");
    // What is equal keeps the author's order.
    check(&["0000", "0000", "0000", "0000"], "ABCD | ");
    check(&["0000", "4444", "0000", "4444", "0000"], "ACEBD | ");
    check(&["0044", "0440", "4400", "4004"], "ABCD | ");
    // Of an order and its mirror, the one with fewer rows the other way round.
    check(&["4444", "2222", "0000"], "ABC | ");
    check(&["2222", "4444", "0000"], "BAC | ");
    check(&["2222", "0000", "4444"], "BAC | ");
}

#[test]
fn those_who_cannot_be_compared_stand_last() {
    let check = |rows: &[&str], expected: &str, known: f32| {
        let matrix = matrix_of(rows);
        assert_eq!(lines(&matrix), expected, "{rows:?}");
        assert_eq!(matrix.fault_lines(&all(rows.len()), &all(4)).known, known, "{rows:?}");
    };
    // B says nothing, and counts for nothing; D says too little.
    check(&["4444", "....", "0000", "00..", "4443"], "AECBD | ", 0.5);
    check(&["....", "00.."], "AB | ", 0.0);
}

#[test]
fn blocs_are_found_where_rows_fall_apart() {
    let check = |rows: &[&str], repeat: usize, expected: &str| {
        let rows: Vec<String> = rows.iter().map(|row| row.repeat(repeat)).collect();
        assert_eq!(lines(&matrix(&rows)), expected, "{rows:?}");
    };
    check(&["0000", "4444", "0001", "4443", "0100", "3444"], 3, "CAEDBF | CAE DBF");
    // A row that is with neither is in no bloc.
    check(&["0000", "4444", "0001", "4443", "0100", "3444", "0440"], 3, "CAEGDBF | CAE DBF");
    // Three concerns say too little, and so do all where everybody is the same.
    check(&["000", "444", "001", "443"], 1, "ACDB | ");
    check(&["0123", "0123", "0123"], 5, "ABC | ");
}

#[test]
fn there_are_no_blocs_where_less_than_half_is_known() {
    let rows = |silent: usize| {
        let (yes, no, little) = ("0".repeat(20), "4".repeat(20), format!("0{}", ".".repeat(19)));
        let some = [yes.clone(), no.clone(), yes, no];
        some.into_iter().chain(std::iter::repeat_n(little, silent)).collect::<Vec<_>>()
    };
    assert_eq!(lines(&matrix(&rows(1))), "ACBDE | AC BD");
    assert_eq!(lines(&matrix(&rows(2))), "ACBDEF | ");
}

#[test]
fn more_rows_than_are_compared_keep_their_order() {
    let rows: Vec<u32> = (0..).map(|row| row % 2).take(MOST_ROWS + 1).collect();
    let lines = matrix_of(&["0000", "4444"]).fault_lines(&rows, &all(4));
    assert_eq!((lines.order, lines.blocs, lines.known), (rows, Vec::new(), 0.0));
}

/// Stances at random, some of them silent.
fn random(random: &mut Rng, length: usize) -> String {
    (0..length).map(|_| char::from(*random.choice(b"0123401234.").unwrap())).collect()
}

#[test]
fn chance_makes_hardly_any_blocs() {
    let mut found = Vec::new();
    for seed in 0..200 {
        let mut rng = Rng::with_seed(seed);
        let (rows, columns) = (rng.usize(3..26), rng.usize(3..60));
        let rows: Vec<String> = (0..rows).map(|_| random(&mut rng, columns)).collect();
        let lines = lines(&matrix(&rows));
        if !lines.ends_with("| ") {
            found.push((seed, rows.len(), columns, lines));
        }
    }
    assert!(found.len() <= 4, "{found:?}");
}

#[test]
fn planted_blocs_are_found() {
    for seed in 0..40 {
        let mut rng = Rng::with_seed(seed);
        let programmes: Vec<String> = (0..3).map(|_| random(&mut rng, 40)).collect();
        // Nine rows in three blocs, which leave their line one time in ten, and three rows of their own.
        let mut rows = Vec::new();
        for row in 0..9 {
            let own = random(&mut rng, 40);
            rows.push(programmes[row % 3].chars().zip(own.chars()).map(|(line, own)| if rng.u8(..10) == 0 { own } else { line }).collect());
        }
        rows.extend((0..3).map(|_| random(&mut rng, 40)));
        let matrix = matrix(&rows);
        let mut blocs = matrix.fault_lines(&all(12), &all(40)).blocs;
        blocs.iter_mut().for_each(|bloc| bloc.sort());
        blocs.sort();
        assert_eq!(blocs, [[0, 3, 6], [1, 4, 7], [2, 5, 8]], "{seed}: {}", lines(&matrix));
    }
}
