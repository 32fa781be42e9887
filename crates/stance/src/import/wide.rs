//! What the columns of a wide table mean: which names the rows, which are concerns, and which say more on another.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, ensure};
use matrix::Silence;

use super::choices::Choices;
use super::field::{column, fold, named, row};
use super::meaning::{Meaning, said};
use super::more::say_more;
use super::silences::names_silence;
use super::table::{Column, Table};

/// A stance is a word or a few.
const LONGEST_STANCE: usize = 40;
/// Words that are stances wherever they stand: those of the built-in scale, and what people answer.
const ANSWERS: [&str; 34] = [
    "strongly-supports",
    "supports",
    "mixed",
    "opposes",
    "strongly-opposes",
    "yes",
    "no",
    "for",
    "against",
    "pro",
    "contra",
    "con",
    "neutral",
    "agree",
    "disagree",
    "support",
    "oppose",
    "abstain",
    "ja",
    "nein",
    "dafür",
    "dagegen",
    "enthaltung",
    "oui",
    "non",
    "pour",
    "contre",
    "sí",
    "si",
    "да",
    "нет",
    "+",
    "-",
    "–",
];

/// What the columns mean.
///
/// # Errors
/// There is no concern among them.
pub fn meanings(table: &Table, choices: &Choices) -> Result<Vec<Meaning>> {
    let columns = &table.columns;
    let mut list: Vec<Option<Meaning>> = columns.iter().map(|column| choices.of(&column.name).map(told)).collect();
    for field in ["stance", "theme"] {
        ensure!(!list.contains(&Some(Meaning::Field(field.into()))), "no column of a wide table is the {field}; say --shape long");
    }
    name_rows(columns, &mut list);
    for (meaning, column) in list.iter_mut().zip(columns) {
        if meaning.is_none() && named(&column.name) == Some("group") {
            *meaning = Some(Meaning::Field("group".into()));
        }
    }
    let values = table.values();
    say_more(columns, &values, choices, &mut list);
    find_concerns(&values, choices, &mut list);
    let concerns: Vec<bool> = list.iter().map(|meaning| *meaning == Some(Meaning::Concern)).collect();
    for meaning in &mut list {
        // What is said on a column that is no concern has no statement to stand in.
        if matches!(meaning, Some(Meaning::Of(on, _)) if concerns.get(*on) != Some(&true)) {
            *meaning = Some(Meaning::Kept);
        }
    }
    let list: Vec<Meaning> = list.into_iter().map(|meaning| meaning.unwrap_or(Meaning::Kept)).collect();
    let help = "say which columns are with --map \"COLUMN=concern\", or --shape long if every row is one statement";
    ensure!(list.contains(&Meaning::Concern), "no column looks like a concern, with the same few words in it as another; {help}");
    Ok(list)
}

/// What an author said of a column; one that is said to be a concern is one of many.
fn told(field: &str) -> Meaning {
    if column(field).is_some() { Meaning::Concern } else { said(field) }
}

/// The column that names the rows: what was said to, else what is called so, else the first.
fn name_rows(columns: &[Column], list: &mut [Option<Meaning>]) {
    if list.iter().flatten().any(|meaning| matches!(meaning, Meaning::Field(field) if row(field).is_some())) {
        return;
    }
    let called = |column: &Column| named(&column.name).filter(|field| row(field).is_some());
    let free = |index: &usize| matches!(list.get(*index), Some(None));
    let known = (0..columns.len()).filter(free).find_map(|index| Some((index, called(columns.get(index)?)?)));
    let Some((index, field)) = known.or_else(|| (0..columns.len()).find(free).map(|index| (index, "country"))) else { return };
    if let Some(meaning) = list.get_mut(index) {
        *meaning = Some(Meaning::Field(field.into()));
    }
}

/// Of the columns without a meaning, those are concerns whose values are short, and look like stances.
fn find_concerns(values: &[Vec<&str>], choices: &Choices, list: &mut [Option<Meaning>]) {
    let words: Vec<Vec<String>> = values.iter().map(|values| distinct(values)).collect();
    let mut columns_with: HashMap<&String, usize> = HashMap::new();
    for (words, _) in words.iter().zip(list.iter()).filter(|(_, meaning)| matches!(meaning, None | Some(Meaning::Concern))) {
        words.iter().for_each(|word| *columns_with.entry(word).or_default() += 1);
    }
    let open = list.iter().filter(|meaning| meaning.is_none()).count();
    let is_said = |word: &String| choices.stances.keys().chain(&choices.scale).any(|known| fold(known) == *word);
    let is_silence = |word: &String| names_silence(word, false) || Silence::ALL.iter().any(|silence| silence.value() == word);
    let is_known = |word: &String| ANSWERS.contains(&word.as_str()) || is_silence(word) || is_said(word);
    let is_shared = |word: &String| open < 3 || columns_with.get(word).is_some_and(|&columns| columns > 1);
    let has_more: HashSet<usize> =
        list.iter().filter_map(|meaning| if let Some(Meaning::Of(on, _)) = meaning { Some(*on) } else { None }).collect();
    for (index, (meaning, words)) in list.iter_mut().zip(&words).enumerate().filter(|(_, (meaning, _))| meaning.is_none()) {
        let are_short = words.iter().all(|word| word.chars().count() <= LONGEST_STANCE);
        let repeat = values.get(index).is_some_and(|values| values.len() >= words.len() * 2);
        let are_stances = repeat || has_more.contains(&index) || words.iter().any(|word| is_known(word) || is_shared(word));
        if are_short && are_stances {
            *meaning = Some(Meaning::Concern);
        }
    }
}

/// The words among values, each once.
fn distinct(values: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = values.iter().map(|value| fold(value)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::table;
    use crate::sheet::read_separated;

    /// What the columns of a table mean, in short.
    fn found(csv: &str) -> String {
        let choices = Choices::default();
        let table = table(read_separated(csv.as_bytes()).unwrap(), &choices, &mut Vec::new()).unwrap();
        let short = |meaning: Meaning| match meaning {
            Meaning::Field(field) => field,
            Meaning::Concern => "!".into(),
            Meaning::Of(on, field) => format!("{field} of {on}"),
            Meaning::Kept => "kept".into(),
            Meaning::Ignored => "ignored".into(),
        };
        meanings(&table, &choices).unwrap().into_iter().map(short).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn columns_are_concerns_or_say_more_on_one() {
        let check = |csv: &str, expected: &str| assert_eq!(found(csv), expected, "{csv}");
        check("Country,Trade,Water\nA,yes,no\nB,no,yes\n", "country, !, !");
        check("Party,Trade,Trade comment,Source of Trade\nA,yes,why,where\n", "party, !, text of 1, source of 1");
        check("Country,Trade,Comment,Water,Comment\nA,yes,a,no,b\n", "country, !, text of 1, !, text of 3");
        check("Country,Trade,Comment.1,Water,Comment.2\nA,yes,a,no,b\n", "country, !, text of 1, !, text of 3");
        check("Country,Trade,Water,Comment,Source\nA,yes,no,a,b\n", "country, !, !, kept, source");
        check("Country,Trade,Trade routes,Trade routes: Zitat\nA,yes,no,We will\n", "country, !, !, quote of 2");
        check("Country,Trade,Trade note\nA,yes,https://example.org\n", "country, !, url of 1");
        check("Country,Trade,Water,Capital,Bloc\nA,rather,likely,Aburg,X\nB,likely,rather,Bburg,Y\n", "country, !, !, kept, group");
        check("Trade,Free trade\nA,yes\nB,no\n", "country, !");
        check("Country,Trade,Long\nA,yes,a sentence that is much too long to be a stance\n", "country, !, kept");
    }
}
