//! Two spellings of one country, concern or stance that reading takes for two.

use std::collections::HashMap;

use matrix::{Axis, Matrix, Problem, Reading, Stance};
use strsim::osa_distance;
use unicode_normalization::UnicodeNormalization;

use super::rules;

/// Names of more rows or columns than this are only looked at for being the same but for accents and signs.
const MOST_PAIRED: usize = 5_000;

/// Names that are alike, and, where the file makes its own scale, values that are.
pub fn look(reading: &Reading, own_scale: bool) -> Vec<Problem> {
    let matrix = &reading.matrix;
    let mut problems = of_axis(reading, true);
    problems.extend(of_axis(reading, false));
    if own_scale {
        problems.extend(of_scale(reading, matrix));
    }
    problems
}

fn of_axis(reading: &Reading, is_row: bool) -> Vec<Problem> {
    let matrix = &reading.matrix;
    let (axis, noun, table) = if is_row { (matrix.rows(), matrix.noun(), 1) } else { (matrix.columns(), matrix.column_noun(), 2) };
    let uses = uses(matrix, is_row);
    let pairs = alike(axis, |one, other| !share(matrix, is_row, one, other));
    let problem = |(one, other): (usize, usize)| {
        let count = |index: usize| uses.get(index).map_or(0, |(count, _)| *count);
        // The one that is there less often is the slip.
        let (slip, meant) = if count(one) < count(other) { (one, other) } else { (other, one) };
        let first = uses.get(slip).and_then(|(_, first)| reading.rows.get(*first)).copied();
        let (file, column, row) = match axis.file_row(slip) {
            Some(row) => (reading.files.get(table), "name", Some(row)),
            None => (reading.files.first(), noun.singular(), first),
        };
        Problem {
            rule: &rules::NAMES_ALIKE,
            file: file.cloned().unwrap_or_default(),
            row,
            column: Some(column.to_owned()),
            found: axis.name(slip).to_owned(),
            meant: Some(axis.name(meant).to_owned()),
            more: 0,
        }
    };
    pairs.into_iter().map(problem).collect()
}

/// How many statements each row or column has, and the first of them.
fn uses(matrix: &Matrix, is_row: bool) -> Vec<(usize, usize)> {
    let mut uses = vec![(0, 0); if is_row { matrix.rows().len() } else { matrix.columns().len() }];
    for index in 0..matrix.len() {
        let statement = matrix.statement(index);
        if let Some((count, first)) = uses.get_mut(if is_row { statement.row() } else { statement.column() }) {
            *first = if *count == 0 { index } else { *first };
            *count += 1;
        }
    }
    uses
}

/// Whether both have statements in one cell of the other axis: then both are meant to be there, as Ireland and Iceland.
fn share(matrix: &Matrix, is_row: bool, one: usize, other: usize) -> bool {
    let has = |row: usize, column: usize| matrix.position(row, column).statements().next().is_some();
    if is_row {
        (0..matrix.columns().len()).any(|column| has(one, column) && has(other, column))
    } else {
        (0..matrix.rows().len()).any(|row| has(row, one) && has(row, other))
    }
}

/// Pairs of names that are the same but for accents, signs and spaces, or differ in a letter or two and are `apart`.
fn alike(axis: &Axis, apart: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let names: Vec<Name> = (0..axis.len()).map(|index| Name::of(axis.name(index))).collect();
    let mut pairs = Vec::new();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.plain.is_empty()) {
        match first.get(name.plain.as_str()) {
            Some(&before) => pairs.push((before, index)),
            None => drop(first.insert(&name.plain, index)),
        }
    }
    if names.len() <= MOST_PAIRED {
        for (index, name) in names.iter().enumerate() {
            let before = names.iter().take(index).enumerate().filter(|(_, other)| name.is_near(other));
            pairs.extend(before.map(|(before, _)| (before, index)).filter(|&(before, index)| apart(before, index)));
        }
    }
    pairs
}

/// A name as it is compared.
struct Name {
    /// Its letters and digits in lower case, without accents.
    plain: String,
    /// Which letters it has, a bit each, to tell most names apart at once.
    letters: u64,
    digits: String,
}

impl Name {
    fn of(name: &str) -> Self {
        let plain: String = name.nfkd().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric()).collect();
        let letters = plain.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64));
        Self { letters, digits: plain.chars().filter(char::is_ascii_digit).collect(), plain }
    }

    /// Whether the two differ in so few letters that one may be a slip. Numbers are no slips.
    fn is_near(&self, other: &Self) -> bool {
        let length = self.plain.chars().count().min(other.plain.chars().count());
        let most = if length < 5 { 0 } else { 1 + usize::from(length >= 9) };
        let differ = (self.letters ^ other.letters).count_ones() as usize;
        most > 0
            && differ <= 2 * most
            && self.digits == other.digits
            && self.plain.len().abs_diff(other.plain.len()) <= 8
            && self.plain != other.plain
            && osa_distance(&self.plain, &other.plain) <= most
    }
}

/// Values that the file has made a scale of, and that are alike.
fn of_scale(reading: &Reading, matrix: &Matrix) -> Vec<Problem> {
    let scale = matrix.scale();
    let mut counts = vec![(0_usize, 0_usize); scale.len()];
    for index in 0..matrix.len() {
        if let Some((count, first)) = counts.get_mut(usize::from(matrix.statement(index).stance().code())) {
            *first = if *count == 0 { index } else { *first };
            *count += 1;
        }
    }
    let values: Vec<&str> = scale.levels().iter().map(|level| level.value.as_str()).collect();
    let known = ["strongly-supports", "supports", "mixed", "opposes", "strongly-opposes"];
    let silences = matrix::Silence::ALL.map(matrix::Silence::value);
    let mut problems = Vec::new();
    for ((place, value), (count, first)) in (0_u8..).zip(&values).zip(&counts) {
        let name = Name::of(value);
        let other = (0_u8..).zip(&values).filter(|(other, _)| *other != place);
        let more = other.filter(|(other, _)| counts.get(usize::from(*other)).is_some_and(|(others, _)| others > count));
        let candidates = more.map(|(_, value)| *value).chain(known).chain(silences);
        let meant = candidates.filter(|candidate| !candidate.eq_ignore_ascii_case(value)).find(|candidate| {
            let candidate = Name::of(candidate);
            name.plain == candidate.plain || name.is_near(&candidate)
        });
        if let Some(meant) = meant {
            problems.push(Problem {
                rule: &rules::VALUES_ALIKE,
                file: reading.files.first().cloned().unwrap_or_default(),
                row: reading.rows.get(*first).copied(),
                column: Some("stance".into()),
                found: scale.value(Stance::level(place)).to_owned(),
                meant: Some(meant.to_owned()),
                more: 0,
            });
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_and_others() {
        let check = |one: &str, other: &str, near: bool| {
            let (one_name, other_name) = (Name::of(one), Name::of(other));
            assert_eq!(one_name.plain == other_name.plain || one_name.is_near(&other_name), near, "{one}, {other}");
        };
        check("Kazakhstan", "Kazakstan", true);
        check("Côte d’Ivoire", "Cote d'Ivoire", true);
        check("Kyrgyz-stan", "Kyrgyzstan", true);
        check("Türkiye", "Turkiye", true);
        check("Trade and enrgy", "Trade and energy", true);
        check("Iran", "Iraq", false);
        check("Article 5", "Article 6", false);
        check("Mali", "Malawi", false);
        check("Казахстан", "Казакстан", true);
        check("", "", true);
    }

    #[test]
    fn who_shares_a_concern_is_somebody_else() {
        let check = |rows: &str, expected: &[&str]| {
            let reading = matrix::read_csv("t.csv", format!("country,concern,stance,source\n{rows}").as_bytes());
            let found: Vec<String> = look(&reading, true).into_iter().map(|problem| problem.text()).collect();
            assert_eq!(found, expected, "{rows}");
        };
        check("Ireland,a,supports,s\nIceland,a,opposes,s\n", &[]);
        check(
            "Kazakhstan,a,supports,s\nKazakhstan,c,supports,s\nKazakstan,b,opposes,s\n",
            &["“Kazakstan” looks like another one. Did you mean “Kazakhstan”?"],
        );
        check(
            "A,x,suports,s\nB,x,supports,s\nC,x,supports,s\n",
            &["The stance “suports” looks like another one. Did you mean “supports”?"],
        );
        check("A,x,not-adressed,s\nB,x,yes,s\n", &["The stance “not-adressed” looks like another one. Did you mean “not-addressed”?"]);
        check("A,x,yes,s\nB,x,no,s\n", &[]);
    }
}
