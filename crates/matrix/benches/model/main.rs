//! How long the model takes over matrices of growing size: `cargo bench -p matrix`.

mod made;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use matrix::{Choice, Filter, Matrix, read_csv};

fn main() {
    divan::main();
}

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// Statements with quotes, or without any text.
#[divan::bench_group(sample_count = 10, sample_size = 1)]
mod reading {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn without_texts(bencher: Bencher, statements: usize) {
        read(bencher, &made::csv(statements, false));
    }

    #[divan::bench(args = SIZES)]
    fn with_texts(bencher: Bencher, statements: usize) {
        read(bencher, &made::csv(statements, true));
    }

    fn read(bencher: Bencher, csv: &[u8]) {
        bencher.counter(BytesCount::of_slice(csv)).bench(|| read_csv("made.csv", black_box(csv)));
    }
}

/// What is shown, and what the legend and the chips count of it.
#[divan::bench_group(sample_count = 20)]
mod filtering {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn a_column_off(bencher: Bencher, statements: usize) {
        show(bencher, statements, |filter, matrix| filter.columns.toggle(1, matrix.columns().len() as u32));
    }

    #[divan::bench(args = SIZES)]
    fn one_stance(bencher: Bencher, statements: usize) {
        show(bencher, statements, |filter, _| filter.stances = Choice::Only(vec![1]));
    }
}

#[divan::bench_group(sample_count = 20)]
mod searching {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn names(bencher: Bencher, statements: usize) {
        show(bencher, statements, |filter, _| filter.query = "concern 7".into());
    }

    #[divan::bench(args = SIZES)]
    fn quotes(bencher: Bencher, statements: usize) {
        search_quotes(bencher, statements, "river people");
    }

    /// Letters beyond ASCII, which are lowered one by one.
    #[divan::bench(args = SIZES)]
    fn quotes_for_other_letters(bencher: Bencher, statements: usize) {
        search_quotes(bencher, statements, "МИР");
    }

    fn search_quotes(bencher: Bencher, statements: usize, query: &str) {
        let matrix = read_csv("made.csv", &made::csv(statements, true)).matrix;
        let filter = Filter { query: query.into(), ..Filter::default() };
        bencher.bench_local(|| matrix.show(black_box(&filter)));
    }
}

/// Rows compared with each other: one pair, and all with the order and the blocs that follow.
#[divan::bench_group(sample_count = 20)]
mod agreeing {
    use super::*;

    const SIZES: [(usize, usize); 3] = [(50, 40), (200, 1_000), (200, 6_203)];

    #[divan::bench(args = SIZES)]
    fn two_rows(bencher: Bencher, size: (usize, usize)) {
        compare(bencher, size, |matrix, _, columns| matrix.agreement(0, 1, columns));
    }

    #[divan::bench(args = SIZES)]
    fn fault_lines(bencher: Bencher, size: (usize, usize)) {
        compare(bencher, size, |matrix, rows, columns| matrix.fault_lines(rows, columns));
    }

    /// Nearly all of the time goes into the tree and its order.
    #[divan::bench(args = [200, 350, 500])]
    fn fault_lines_of_many_rows(bencher: Bencher, rows: usize) {
        compare(bencher, (rows, 40), |matrix, rows, columns| matrix.fault_lines(rows, columns));
    }

    fn compare<T>(bencher: Bencher, (rows, columns): (usize, usize), ask: impl Fn(&Matrix, &[u32], &[u32]) -> T) {
        let matrix = read_csv("made.csv", &made::lines(rows, columns)).matrix;
        let all = matrix.show(&Filter::default());
        bencher.bench_local(|| ask(&matrix, black_box(&all.rows), black_box(&all.columns)));
    }
}

/// Shows a matrix without texts, and counts.
fn show(bencher: Bencher, statements: usize, change: impl Fn(&mut Filter, &Matrix)) {
    let matrix = read_csv("made.csv", &made::csv(statements, false)).matrix;
    let mut filter = Filter::default();
    change(&mut filter, &matrix);
    bencher.bench_local(|| {
        let shown = matrix.show(black_box(&filter));
        let counts = matrix.counts(&shown.allowed_rows, &shown.allowed_columns);
        (shown, counts)
    });
}
