//! Values that a file without a scale has made its scale of, and that look like others or like those that are known.

use matrix::{Problem, Reading, Scale, Silence};

use super::finding::Finding;
use super::names::Name;
use super::{placed, rules};

/// What a scale that the rows have made can have wrong: its order, values of another scale, and values that are alike.
pub fn look(reading: &Reading) -> Vec<Problem> {
    let file = reading.files.first().map(String::as_str).unwrap_or_default();
    let alike = alike(reading);
    let values: Vec<&str> = reading.matrix.scale().levels().iter().map(|level| level.value.as_str()).collect();
    let is_known = |value: &str| Scale::built_in_values().iter().any(|known| known.eq_ignore_ascii_case(value));
    if values.iter().all(|value| is_known(value)) {
        return alike;
    }
    let mut problems = Vec::new();
    // “mixed” alone may well be a word of a scale of one's own.
    if values.iter().filter(|value| is_known(value)).count() > 1 {
        let others = (0..).zip(&values).filter(|(_, value)| !is_known(value) && !alike.iter().any(|one| one.found == **value));
        let uses = uses(reading);
        let row = |place: usize| uses.get(place).and_then(|(_, first)| reading.rows.get(*first)).copied();
        problems.extend(others.map(|(place, value)| placed(Finding::new(&rules::SCALE_MIXED, "stance", *value), file, row(place))));
    } else if values.len() > 2 {
        let order = values.iter().map(|value| format!("“{value}”")).collect::<Vec<_>>().join(", ");
        problems.push(placed(Finding::new(&rules::SCALE_FROM_ROWS, "stance", order), file, None));
    }
    [problems, alike].concat()
}

/// Values that are alike; the one that is there less often is the slip.
fn alike(reading: &Reading) -> Vec<Problem> {
    let values: Vec<&str> = reading.matrix.scale().levels().iter().map(|level| level.value.as_str()).collect();
    let uses = uses(reading);
    let count = |place: usize| uses.get(place).map_or(0, |(count, _)| *count);
    let mut problems = Vec::new();
    for (place, value) in values.iter().enumerate() {
        let more_frequent = values.iter().enumerate().filter(|(other, _)| count(*other) > count(place)).map(|(_, value)| *value);
        let name = Name::of(value);
        let mut others =
            more_frequent.chain(Scale::built_in_values()).chain(Silence::ALL.map(Silence::value)).filter(|other| other != value);
        let meant = others.find(|other| name.is_alike(&Name::of(other)));
        let first = uses.get(place).and_then(|(_, first)| reading.rows.get(*first)).copied();
        let file = reading.files.first().map(String::as_str).unwrap_or_default();
        let finding = |meant: &str| Finding::new(&rules::VALUES_ALIKE, "stance", *value).meant(Some(meant.to_owned()));
        problems.extend(meant.filter(|_| count(place) > 0).map(|meant| placed(finding(meant), file, first)));
    }
    problems
}

/// How many statements have each value, and the first of them.
fn uses(reading: &Reading) -> Vec<(usize, usize)> {
    let mut uses = vec![(0, 0); reading.matrix.scale().len()];
    for index in 0..reading.matrix.len() {
        let stance = reading.matrix.statement(index).stance();
        if let Some((count, first)) = uses.get_mut(usize::from(stance.code())) {
            *first = if *count == 0 { index } else { *first };
            *count += 1;
        }
    }
    uses
}

#[cfg(test)]
mod tests {
    #[test]
    fn slips_are_told_with_what_was_meant() {
        let check = |rows: &str, expected: &[&str]| {
            let reading = matrix::read_csv("t.csv", format!("country,concern,stance,source\n{rows}").as_bytes());
            let found: Vec<String> = super::look(&reading).into_iter().map(|problem| problem.text()).collect();
            assert_eq!(found, expected, "{rows}");
        };
        check("A,x,suports,s\nB,x,supports,s\n", &["The stance “suports” looks like another one. Did you mean “supports”?"]);
        check("A,x,not-adressed,s\nB,x,yes,s\n", &["The stance “not-adressed” looks like another one. Did you mean “not-addressed”?"]);
        check(
            "A,x,In favour,s\nB,x,in favor,s\nC,x,In favour,s\n",
            &["The stance “in favor” looks like another one. Did you mean “In favour”?"],
        );
        check("A,x,yes,s\nB,x,no,s\n", &[]);
        check(
            "A,x,yes,s\nB,x,rather,s\nC,x,no,s\n",
            &["The scale is in the order in which the rows first name its values: “yes”, “rather”, “no”."],
        );
        check(
            "A,x,pro,s\nB,x,opposes,s\nC,x,supports,s\n",
            &[
                "The stance “pro” is none of the built-in scale, which other rows use; so all values make a scale of their own, in the order of the rows.",
            ],
        );
        check("A,x,supports,s\nB,x,opposes,s\n", &[]);
    }
}
