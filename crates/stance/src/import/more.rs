//! The columns of a wide table that say more on a concern in another: “Trade – source”, “Bemerkung (Handel)”; or the same
//! “Comment” behind several concerns.

use std::collections::HashMap;

use super::choices::Choices;
use super::field::{WORDS, fold, named};
use super::meaning::Meaning;
use super::table::Column;

/// Words between what is said and the concern it is said on.
const BETWEEN: [&str; 14] = ["on", "about", "for", "of", "to", "zu", "zum", "zur", "über", "sur", "de", "sobre", "о", "к"];
/// Fields that say something of one statement; others may go with every statement of a row.
const OF_ONE: [&str; 4] = ["quote", "text", "summary", "translation"];

/// Finds them, and what is said once of the whole row.
pub fn say_more(columns: &[Column], values: &[Vec<&str>], choices: &Choices, list: &mut [Option<Meaning>]) {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    columns.iter().for_each(|column| *numbers.entry(stem(&column.name)).or_default() += 1);
    let bases = bases(columns, list);
    let mut left = None;
    for (index, column) in columns.iter().enumerate() {
        let stem = stem(&column.name);
        let own = word(&stem);
        let found = match own {
            Some(field) if numbers.get(&stem).is_some_and(|&number| number > 1) => left.map(|left| (left, field)),
            Some(_) => None,
            None => by_name(index, &fold(&column.name), &bases),
        };
        if found.is_none() && own.is_none() && bases.iter().any(|(base, _)| *base == index) {
            left = Some(index);
        }
        let told = choices.of(&column.name).filter(|field| WORDS.contains(field));
        if let Some(meaning) = list.get_mut(index).filter(|meaning| meaning.is_none() || told.is_some()) {
            let found = found.map(|(concern, field)| (concern, if are_addresses(values.get(index)) { "url" } else { field }));
            *meaning = meaning_of(found, told, own, left);
        }
    }
}

/// What a column means by what was found: the concern it says more on; by what its author told; by its own word; and by
/// the concern at its left.
fn meaning_of(found: Option<(usize, &str)>, told: Option<&str>, own: Option<&str>, left: Option<usize>) -> Option<Meaning> {
    match (found, told, own) {
        (Some((concern, field)), told, _) => Some(Meaning::Of(concern, told.unwrap_or(field).into())),
        (None, Some(told), _) if OF_ONE.contains(&told) => left.map(|left| Meaning::Of(left, told.into())),
        (None, Some(told), _) => Some(Meaning::Field(told.into())),
        // Where a row is from goes with all it says. Words do not, when nobody knows which they are on.
        (None, None, Some(own)) if OF_ONE.contains(&own) => Some(Meaning::Kept),
        (None, None, Some(own)) => Some(Meaning::Field(own.into())),
        (None, None, None) => None,
    }
}

/// The columns that may be concerns, with their folded names; the longest first, so that “Trade routes – source” is on
/// “Trade routes” and not on “Trade”.
fn bases(columns: &[Column], list: &[Option<Meaning>]) -> Vec<(usize, String)> {
    let may_be = |index: usize, column: &Column| match list.get(index) {
        Some(Some(meaning)) => *meaning == Meaning::Concern,
        _ => word(&stem(&column.name)).is_none(),
    };
    let columns = columns.iter().enumerate().filter(|(index, column)| may_be(*index, column));
    let mut bases: Vec<(usize, String)> = columns.map(|(index, column)| (index, fold(&column.name))).collect();
    bases.sort_by_key(|(index, name)| (usize::MAX - name.len(), *index));
    bases
}

/// The field of a statement that a header is a word for.
fn word(header: &str) -> Option<&'static str> {
    named(header).filter(|field| WORDS.contains(field))
}

/// The concern that a header has the name of, with a word for a field beside it.
fn by_name(index: usize, header: &str, bases: &[(usize, String)]) -> Option<(usize, &'static str)> {
    bases.iter().filter(|(base, name)| *base != index && !name.is_empty()).find_map(|(base, name)| {
        let (before, after) = header.split_once(name.as_str())?;
        let is_whole = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let rest = if is_whole { [before, " ", after].concat() } else { return None };
        let words = rest.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty() && !BETWEEN.contains(word));
        Some((*base, word(&words.collect::<Vec<_>>().join(" "))?))
    })
}

/// A header without the number that tells it from another: “Comment 2”, “comment.1”.
fn stem(header: &str) -> String {
    let folded = fold(header);
    folded.trim_end_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.' | '_' | '-' | '(' | ')')).to_string()
}

fn are_addresses(values: Option<&Vec<&str>>) -> bool {
    let is_one = |value: &&str| value.starts_with("https://") || value.starts_with("http://");
    values.is_some_and(|values| !values.is_empty() && values.iter().all(is_one))
}
