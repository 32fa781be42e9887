//! What the columns of a wide table mean: which names the rows, which are concerns, and which say more on another.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, ensure};
use matrix::Silence;

use super::choices::Choices;
use super::field::{WORDS, column, fold, named, row};
use super::meaning::{Meaning, said};
use super::table::{Column, Table};

/// Words between what is said and the concern it is said on.
const BETWEEN: [&str; 14] = ["on", "about", "for", "of", "to", "zu", "zum", "zur", "über", "sur", "de", "sobre", "о", "к"];
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

/// Finds the columns that say more on the concern in another, by their headers: “Trade – source”, “Bemerkung (Handel)”;
/// or the same “Comment” behind several.
fn say_more(columns: &[Column], values: &[Vec<&str>], choices: &Choices, list: &mut [Option<Meaning>]) {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    columns.iter().for_each(|column| *numbers.entry(stem(&column.name)).or_default() += 1);
    let is_word = |column: &Column| named(&stem(&column.name)).is_some_and(|field| WORDS.contains(&field));
    let mut bases: Vec<(usize, String)> = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let is_concern = list.get(index) == Some(&Some(Meaning::Concern));
        if is_concern || (matches!(list.get(index), Some(None)) && !is_word(column)) {
            bases.push((index, fold(&column.name)));
        }
    }
    // The longest name first: “Trade routes – source” is on “Trade routes”, not on “Trade”.
    bases.sort_by_key(|(index, name)| (usize::MAX - name.len(), *index));
    let mut left = None;
    for (index, column) in columns.iter().enumerate() {
        let own = is_word(column).then(|| named(&stem(&column.name))).flatten();
        let found = match (own, numbers.get(&stem(&column.name))) {
            (Some(field), Some(2..)) => left.map(|left| (left, field)),
            (Some(_), _) => None,
            _ => by_name(index, &fold(&column.name), &bases),
        };
        let told = choices.of(&column.name);
        if found.is_none() && own.is_none() && bases.iter().any(|(base, _)| *base == index) {
            left = Some(index);
        }
        let told = told.filter(|field| WORDS.contains(field));
        let Some(meaning) = list.get_mut(index).filter(|meaning| meaning.is_none() || told.is_some()) else { continue };
        *meaning = match (found, told, own) {
            (Some((concern, field)), ..) => {
                let field = told.unwrap_or(if are_addresses(values.get(index)) { "url" } else { field });
                Some(Meaning::Of(concern, field.into()))
            }
            (None, Some("quote" | "text" | "summary" | "translation"), _) => {
                left.map(|left| Meaning::Of(left, told.unwrap_or_default().into()))
            }
            (None, Some(told), _) => Some(Meaning::Field(told.into())),
            // What is said once is about the row: where it is from goes with every statement, words do not.
            (None, None, Some(field)) if !matches!(field, "quote" | "text" | "summary" | "translation") => {
                Some(Meaning::Field(field.into()))
            }
            (None, None, Some(_)) => Some(Meaning::Kept),
            (None, None, None) => None,
        };
    }
}

/// The concern that a header has the name of, with a word for a field beside it.
fn by_name(index: usize, header: &str, bases: &[(usize, String)]) -> Option<(usize, &'static str)> {
    bases.iter().filter(|(base, name)| *base != index && !name.is_empty()).find_map(|(base, name)| {
        let (before, after) = header.split_once(name.as_str())?;
        let is_whole = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let rest = if is_whole { [before, " ", after].concat() } else { return None };
        let words: Vec<&str> = rest.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !BETWEEN.contains(word)).collect();
        let field = named(&words.join(" ")).filter(|field| WORDS.contains(field))?;
        Some((*base, field))
    })
}

/// A header without the number that tells it from another: “Comment 2”, “comment.1”.
fn stem(header: &str) -> String {
    let folded = fold(header);
    folded.trim_end_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.' | '_' | '-' | '(' | ')')).to_string()
}

fn are_addresses(values: Option<&Vec<&str>>) -> bool {
    values.is_some_and(|values| {
        !values.is_empty() && values.iter().all(|value| value.starts_with("https://") || value.starts_with("http://"))
    })
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
    let is_silence = |word: &String| Silence::ALL.iter().any(|silence| silence.value() == word);
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
