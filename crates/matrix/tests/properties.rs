//! What holds for any data at all: reading never panics, what is written reads back the same, and
//! filters only ever take away.

mod generated;

use generated::{described, json, packages};
use matrix::{Choice, Filter, Finder, Json, Package, read_csv, safe_url, write_csv, write_package};
use proptest::prelude::*;

/// Reads what [`write_package`] wrote.
fn read_back(files: Vec<(String, String)>) -> matrix::Reading {
    let mut files = files.into_iter();
    let (_, descriptor) = files.next().unwrap();
    let descriptor: Json = serde_json::from_str(&descriptor).unwrap();
    let files: Vec<(String, Vec<u8>)> = files.map(|(path, text)| (path, text.into_bytes())).collect();
    Package::new("datapackage.json", descriptor).read(files)
}

proptest! {
    #[test]
    fn any_bytes_as_csv_give_a_matrix(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        described(&read_csv("a.csv", &bytes));
    }

    #[test]
    fn any_text_under_a_good_header_gives_a_matrix(body in "[abé,\"\n\r;0-9-]{0,200}") {
        let csv = format!("country,concern,stance,quote,date,source,url,kind,theme\n{body}");
        described(&read_csv("a.csv", csv.as_bytes()));
    }

    #[test]
    fn any_descriptor_with_any_files_gives_a_matrix(value in json(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let package = Package::new("datapackage.json", value);
        let files: Vec<(String, Vec<u8>)> = package.files().into_iter().map(|path| (path.to_string(), bytes.clone())).collect();
        described(&package.read(files));
    }

    #[test]
    fn a_package_reads_back_the_same(reading in packages()) {
        let written = write_package(&reading.matrix);
        let back = read_back(written.clone());
        prop_assert!(back.problems.iter().all(|problem| problem.severity() != matrix::Severity::Error), "{:?}", back.problems);
        prop_assert_eq!(described(&back), described(&reading));
        prop_assert_eq!(write_package(&back.matrix), written);
    }

    #[test]
    fn a_csv_reads_back_the_same(reading in packages()) {
        let once = read_csv("a.csv", write_csv(&reading.matrix).as_bytes());
        let twice = read_csv("a.csv", write_csv(&once.matrix).as_bytes());
        prop_assert_eq!(described(&once), described(&twice));
        prop_assert_eq!(once.matrix.len(), reading.matrix.len());
        for index in 0..once.matrix.len() {
            let (a, b) = (once.matrix.statement(index), reading.matrix.statement(index));
            prop_assert_eq!((a.quote(), a.text(), a.speaker(), a.date(), a.kind()), (b.quote(), b.text(), b.speaker(), b.date(), b.kind()));
        }
    }

    #[test]
    fn filters_only_take_away(reading in packages(), rows in prop::collection::btree_set(0u32..6, 0..4), code in 0u32..4, query in "[a-z é]{0,3}") {
        let matrix = &reading.matrix;
        let all = matrix.show(&Filter::default());
        prop_assert_eq!(all.rows.len(), matrix.rows().len());
        prop_assert_eq!(all.columns.len(), matrix.columns().len());
        let filter = Filter { rows: Choice::Only(rows.iter().copied().collect()), stances: Choice::Only(vec![code]), query, ..Filter::default() };
        let shown = matrix.show(&filter);
        prop_assert!(shown.rows.iter().all(|row| rows.contains(row)));
        prop_assert!(shown.rows.is_sorted() && shown.columns.is_sorted());
        // A row or a column stays for a cell that is asked for, and for no other reason.
        for &row in &shown.rows {
            prop_assert!(shown.columns.iter().any(|&column| shown.lit(row, column)));
        }
        for &row in &shown.rows {
            for &column in shown.columns.iter().filter(|&&column| shown.lit(row, column)) {
                prop_assert_eq!(u32::from(matrix.stance(row as usize, column as usize).code()), code);
            }
        }
    }

    #[test]
    fn counts_add_up(reading in packages()) {
        let matrix = &reading.matrix;
        let all = matrix.show(&Filter::default());
        let sum: usize = matrix.counts(&all.rows, &all.columns).iter().map(|(_, count)| count).sum();
        prop_assert_eq!(sum, all.rows.len() * all.columns.len());
        let stated: usize = (0..all.columns.len()).map(|column| matrix.stated(column, &all.rows)).sum();
        let stated_by: usize = (0..all.rows.len()).map(|row| matrix.stated_by(row, &all.columns)).sum();
        prop_assert_eq!(stated, stated_by);
    }

    #[test]
    fn finds_are_where_they_are_said_to_be(text in "\\PC{0,40}", query in "\\PC{1,3}") {
        let Some(finder) = Finder::new(&query) else { return Ok(()) };
        let ranges = finder.ranges(&text);
        prop_assert_eq!(ranges.is_empty(), !finder.matches(&text));
        let mut end = 0;
        for range in ranges {
            prop_assert!(range.start >= end && !range.is_empty());
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            end = range.end;
        }
    }

    #[test]
    fn what_is_found_is_in_the_lowered_text(text in "[aA bBİiсС\u{a0}]{0,12}", query in "[aA bBİiсС]{1,3}") {
        let Some(finder) = Finder::new(&query) else { return Ok(()) };
        let lower = |text: &str| -> String { text.chars().flat_map(|letter| letter.to_lowercase().next()).collect() };
        let folded = |text: &str| lower(text).split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(finder.matches(&text), folded(&text).contains(&folded(&query)));
    }

    #[test]
    fn a_link_is_a_web_address(text in "(https?|javascript|data|HTTP)?:?/{0,3}\\PC{0,20}") {
        if let Some(url) = safe_url(&text) {
            let scheme = url.split(':').next().unwrap().to_ascii_lowercase();
            prop_assert!(scheme == "http" || scheme == "https");
            prop_assert!(!url.chars().any(|letter| letter.is_control() || letter.is_whitespace()));
        }
    }
}
