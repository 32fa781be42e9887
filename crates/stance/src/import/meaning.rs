//! What the columns of a table mean.

use std::collections::HashSet;
use std::fmt;

use anyhow::{Result, bail, ensure};
use matrix::Noun;

use super::choices::{Choices, IGNORE, KEEP, Shape};
use super::field::{column, fold, is_near, named, same_axis};
use super::headless::ensure_header;
use super::table::{Column, Table};
use super::wide;
use crate::words::in_marks;

/// A stance is rarely longer than this, and a question shows no more of a value.
const LONGEST_VALUE: usize = 30;
/// A question shows values of the first of so many rows.
const MOST_LOOKED_AT: usize = 100;

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A field of every statement that its row makes.
    Field(String),
    /// A concern, whose cells are stances.
    Concern,
    /// A field of the statement on the concern in another of the columns.
    Of(usize, String),
    /// None that we know: kept as it is,
    Kept,
    /// or left out, as its author asked.
    Ignored,
}

/// Asks the author which of the columns a field is; none where nobody can be asked.
pub type Ask<'a> = dyn FnMut(&str, &[String]) -> Result<Option<usize>> + 'a;

/// How a table is laid out, and what each of its columns means.
pub struct Meanings {
    /// How it is laid out.
    pub shape: Shape,
    /// One for each column.
    pub list: Vec<Meaning>,
}

/// Finds what the columns mean; where that needs an answer of the author, it is added to `choices`.
///
/// # Errors
/// A column that was named is not there, or one that is needed is not known.
pub fn meanings(table: &Table, choices: &mut Choices, said: &Choices, ask: &mut Ask<'_>) -> Result<Meanings> {
    for name in said.map.keys() {
        let is_there = table.columns.iter().any(|column| fold(&column.name) == fold(name));
        ensure!(is_there, "there is no column {}; there are: {}", in_marks(name), names(table));
    }
    let shape = choices.shape.unwrap_or_else(|| shape(table, choices));
    let list = match shape {
        Shape::Wide => {
            let list = wide::meanings(table, choices)?;
            if choices.shape.is_none() && choices.header.is_none() {
                ensure_header(table, &list)?;
            }
            list
        }
        Shape::Long => long(table, choices, ask)?,
    };
    Ok(Meanings { shape, list })
}

/// A table with a column for concerns or for stances is long.
fn shape(table: &Table, choices: &Choices) -> Shape {
    let field = |column: &Column| choices.of(&column.name).or_else(|| named(&column.name)).unwrap_or_default().to_string();
    let is_long = |name: &String| column(name).is_some() || name == "stance";
    // “concern” also says of a column of a wide table that it is one.
    let fields: Vec<String> = table.columns.iter().map(field).collect();
    let concerns =
        table.columns.iter().filter(|column| choices.of(&column.name).is_some_and(|field| super::field::column(field).is_some())).count();
    let is_near = |field: &str| table.columns.iter().any(|column| is_near(&column.name, field));
    let is_long = fields.iter().any(is_long) || (is_near("concern") && is_near("stance"));
    if concerns < 2 && is_long { Shape::Long } else { Shape::Wide }
}

/// What the columns of a long table mean: what was said of them, else what they are called. Of two for one field the
/// first counts, and one that is called as the contract has it before others.
fn long(table: &Table, choices: &mut Choices, ask: &mut Ask<'_>) -> Result<Vec<Meaning>> {
    let meant = |(index, column): (usize, &Column)| {
        choices.of(&column.name).map(said).filter(|meaning| !matches!(meaning, Meaning::Field(_)) || !is_again(table, index))
    };
    let mut list: Vec<Option<Meaning>> = table.columns.iter().enumerate().map(meant).collect();
    let exact = |column: &Column| named(&column.name).filter(|field| *field == fold(&column.name));
    let other = |column: &Column| named(&column.name);
    for find in [&exact as &dyn Fn(&Column) -> Option<&'static str>, &other] {
        for (index, column) in table.columns.iter().enumerate() {
            let Some(field) = find(column) else { continue };
            let is_free = !list.iter().flatten().any(|known| matches!(known, Meaning::Field(known) if same_axis(known, field)));
            if let Some(free @ None) = list.get_mut(index)
                && is_free
            {
                *free = Some(Meaning::Field(field.into()));
            }
        }
    }
    for needed in ["country", "concern", "stance"] {
        let is_known = list.iter().flatten().any(|known| matches!(known, Meaning::Field(known) if same_axis(known, needed)));
        if !is_known {
            let answer = answer(table, &list, needed, ask)?;
            if let (Some(meaning), Some(column)) = (list.get_mut(answer), table.columns.get(answer)) {
                *meaning = Some(Meaning::Field(needed.into()));
                choices.map.insert(column.name.clone(), needed.into());
            }
        }
    }
    Ok(list.into_iter().map(|meaning| meaning.unwrap_or(Meaning::Kept)).collect())
}

/// Whether an earlier column is called alike. What is said of a name is said of the first that has it.
fn is_again(table: &Table, index: usize) -> bool {
    let name = |column: &Column| fold(&column.name);
    table.columns.get(index).is_some_and(|column| table.columns.iter().take(index).any(|one| name(one) == name(column)))
}

/// What an author said of a column.
pub fn said(field: &str) -> Meaning {
    match field {
        IGNORE => Meaning::Ignored,
        KEEP => Meaning::Kept,
        _ => Meaning::Field(field.into()),
    }
}

/// Which of the columns without a meaning the author says that a field is.
fn answer(table: &Table, list: &[Option<Meaning>], field: &str, ask: &mut Ask<'_>) -> Result<usize> {
    let free: Vec<usize> = (0..list.len()).filter(|&index| matches!(list.get(index), Some(None)) && !is_again(table, index)).collect();
    let values = table.values();
    let label = |&index: &usize| Some(labelled(&table.columns.get(index)?.name, values.get(index)?));
    let labels: Vec<String> = free.iter().filter_map(label).collect();
    if !labels.is_empty()
        && let Some(place) = ask(field, &labels)?.and_then(|answer| free.get(answer))
    {
        return Ok(*place);
    }
    bail!("{}", unknown(table, &free, field))
}

/// A header with a few of the values below it.
fn labelled(name: &str, values: &[&str]) -> String {
    let mut few: Vec<String> = Vec::new();
    for value in values.iter().take(MOST_LOOKED_AT) {
        let short: String = value.chars().take(LONGEST_VALUE).collect();
        let value = in_marks(&if short.len() < value.len() { format!("{short}…") } else { short });
        if few.len() < 3 && !few.contains(&value) {
            few.push(value);
        }
    }
    if few.is_empty() { name.into() } else { format!("{name} ({})", few.join(", ")) }
}

/// What to do about a field that no column is known to be.
fn unknown(table: &Table, free: &[usize], field: &str) -> String {
    let name = |index: &usize| table.columns.get(*index).map(|column| column.name.as_str());
    let near = free.iter().filter_map(name).find(|name| is_near(name, field));
    let values = table.values();
    let has_stances = |index: &&usize| values.get(**index).is_some_and(|values| are_few_words(values));
    let near = near.or_else(|| free.iter().filter(|_| field == "stance").find(has_stances).and_then(name));
    let guess = near.map(|name| format!(" It may be {}.", in_marks(name))).unwrap_or_default();
    let example = near.unwrap_or("COLUMN");
    let wide = if field == "country" { "" } else { ", or say --shape wide if every concern has a column of its own" };
    let columns = names(table);
    format!("no column is known to be the {field}.{guess} Name it with --map \"{example}={field}\"{wide}. The columns are {columns}")
}

/// Whether values are a few short words that come again and again, as stances are.
fn are_few_words(values: &[&str]) -> bool {
    let words: HashSet<String> = values.iter().map(|value| fold(value)).collect();
    let is_word = |word: &String| word.chars().count() <= LONGEST_VALUE && word.chars().any(char::is_alphabetic);
    words.len() > 1 && words.len() <= 12 && values.len() >= words.len() * 2 && words.iter().all(is_word)
}

/// The headers, for people.
fn names(table: &Table) -> String {
    table.columns.iter().map(|column| in_marks(&column.name)).collect::<Vec<_>>().join(", ")
}

impl Meanings {
    /// A line on a column of stances in which no two rows have the same: it may be a number or a text.
    pub fn all_differ(&self, table: &Table) -> Option<String> {
        let (index, _) = self.field(|field| field == "stance")?;
        let values = table.values();
        let (column, values) = (table.columns.get(index)?, values.get(index)?);
        let different: HashSet<String> = values.iter().map(|value| fold(value)).collect();
        let help = "Is it another column? Say so with --map \"COLUMN=stance\"";
        let line = || format!("warning: Every row has a stance of its own in the column {}. {help}", in_marks(&column.name));
        (values.len() > 5 && different.len() == values.len()).then(line)
    }

    /// A line for each column: what is done with it; `rows` is what the rows of the matrix are called.
    pub fn lines(&self, table: &Table, rows: Noun) -> Vec<String> {
        let name = |index: usize| table.columns.get(index).map(|column| in_marks(&column.name)).unwrap_or_default();
        let kept = if self.shape == Shape::Wide { format!(", in {}.csv", rows.plural()) } else { String::new() };
        let has_own = |field: &str| self.list.iter().any(|meaning| matches!(meaning, Meaning::Of(_, own) if own == field));
        let line = |(index, meaning): (usize, &Meaning)| match meaning {
            Meaning::Field(field) if has_own(field) => format!("  {} → {field}, where a concern has none of its own", name(index)),
            Meaning::Field(field) => format!("  {} → {field}", name(index)),
            Meaning::Concern => format!("  {} → a concern", name(index)),
            Meaning::Of(concern, field) => format!("  {} → {field} of concern {}", name(index), name(*concern)),
            Meaning::Kept => format!("  {}: kept as it is{kept}", name(index)),
            Meaning::Ignored => format!("  {}: left out, as you asked", name(index)),
        };
        self.list.iter().enumerate().map(line).collect()
    }

    /// The place of the column that is a field, and the field.
    pub fn field(&self, is: impl Fn(&str) -> bool) -> Option<(usize, &str)> {
        self.list.iter().enumerate().find_map(|(index, meaning)| match meaning {
            Meaning::Field(field) if is(field) => Some((index, field.as_str())),
            _ => None,
        })
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Long => "a row for each statement",
            Self::Wide => "a row for each country, a column for each concern",
        })
    }
}
