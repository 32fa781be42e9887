//! What the reader has chosen, in the keys of a permalink and the ids of the data: `r` rows, `c` columns,
//! `g` groups, `t` themes, `s` stances, `q` words, `view` the layout, `stance` the row and the column of the
//! card. A missing key stands for all, and for the layout that fits.

use matrix::{Axis, Choice, Filter, Json, Matrix, Stance};

use crate::state::{State, Subject, View};

/// A key and its ids, or its one text.
pub type Pair = (&'static str, Vec<String>);

/// The keys of a state.
pub fn keys(matrix: &Matrix, state: &State) -> Vec<Pair> {
    let filter = &state.filter;
    let mut pairs = Vec::new();
    for (key, choice) in [("r", &filter.rows), ("c", &filter.columns), ("g", &filter.groups), ("t", &filter.themes), ("s", &filter.stances)]
    {
        if let Choice::Only(places) = choice {
            pairs.push((key, places.iter().map(|&place| id(matrix, key, place as usize).to_string()).collect()));
        }
    }
    if !filter.query.is_empty() {
        pairs.push(("q", vec![filter.query.clone()]));
    }
    if state.view != View::Auto {
        pairs.push(("view", vec![state.view.word().into()]));
    }
    if let Some(Subject::Cell { row, column }) = state.open.filter(|open| open.pinned).map(|open| open.subject) {
        pairs.push(("stance", vec![matrix.rows().id(row as usize).into(), matrix.columns().id(column as usize).into()]));
    }
    pairs
}

/// What keys ask for.
#[derive(Debug, Default, PartialEq)]
pub struct Wanted {
    /// What is shown.
    pub filter: Filter,
    /// The layout.
    pub view: View,
    /// The card.
    pub subject: Option<Subject>,
    /// Ids that there are none of, with their keys.
    pub unknown: Vec<String>,
}

/// Reads keys back, each with a text or a list of texts; other keys are somebody else's.
pub fn wanted(matrix: &Matrix, keys: &Json) -> Wanted {
    let mut wanted = Wanted::default();
    for key in ["r", "c", "g", "t", "s"] {
        let Some(ids) = texts(keys.get(key)) else { continue };
        let mut places = Vec::new();
        for id in ids {
            match place(matrix, key, &id) {
                Some(place) => places.push(place),
                None => wanted.unknown.push([key, "=", &id].concat()),
            }
        }
        places.sort_unstable();
        places.dedup();
        let filter = &mut wanted.filter;
        let choice = match key {
            "r" => &mut filter.rows,
            "c" => &mut filter.columns,
            "g" => &mut filter.groups,
            "t" => &mut filter.themes,
            _ => &mut filter.stances,
        };
        *choice = Choice::Only(places);
    }
    wanted.filter.query = keys.get("q").text();
    if let Some([word]) = texts(keys.get("view")).as_deref() {
        match View::from_word(word) {
            Some(view) => wanted.view = view,
            None => wanted.unknown.push(["view=", word].concat()),
        }
    }
    if let Some([row, column]) = texts(keys.get("stance")).as_deref() {
        wanted.subject = cell(matrix, row, column);
        if wanted.subject.is_none() {
            wanted.unknown.push(["stance=", row, "/", column].concat());
        }
    }
    wanted
}

/// The cell of two ids.
pub fn cell(matrix: &Matrix, row: &str, column: &str) -> Option<Subject> {
    let (row, column) = (matrix.rows().find(row)?, matrix.columns().find(column)?);
    Some(Subject::Cell { row: row as u32, column: column as u32 })
}

/// The texts of a list or the one text; none where there is neither.
fn texts(value: &Json) -> Option<Vec<String>> {
    match value {
        Json::Text(text) => Some(vec![text.clone()]),
        Json::List(texts) => Some(texts.iter().map(Json::text).collect()),
        _ => None,
    }
}

fn axis<'a>(matrix: &'a Matrix, key: &str) -> &'a Axis {
    if matches!(key, "r" | "g") { matrix.rows() } else { matrix.columns() }
}

fn id<'a>(matrix: &'a Matrix, key: &str, place: usize) -> &'a str {
    match key {
        "r" | "c" => axis(matrix, key).id(place),
        "s" => {
            stances(matrix).into_iter().find(|stance| usize::from(stance.code()) == place).map_or("", |stance| matrix.scale().value(stance))
        }
        _ => axis(matrix, key).groups().get(place).map_or("", |group| &group.id),
    }
}

fn place(matrix: &Matrix, key: &str, id: &str) -> Option<u32> {
    match key {
        "r" | "c" => axis(matrix, key).find(id).map(|place| place as u32),
        "s" => stances(matrix).into_iter().find(|&stance| matrix.scale().value(stance) == id).map(|stance| u32::from(stance.code())),
        _ => axis(matrix, key).groups().iter().position(|group| group.id == id).map(|place| place as u32),
    }
}

fn stances(matrix: &Matrix) -> Vec<Stance> {
    matrix.counts(&[], &[]).into_iter().map(|(stance, _)| stance).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, Change, Part};

    const CSV: &str = "country,group,concern,theme,stance\na,g,x,t,supports\nb,h,y,u,opposes\n";

    fn json(pairs: &[Pair]) -> Json {
        let list = |ids: &[String]| Json::List(ids.iter().cloned().map(Json::Text).collect());
        Json::Map(
            pairs.iter().map(|(key, ids)| ((*key).into(), if *key == "q" { Json::Text(ids[0].clone()) } else { list(ids) })).collect(),
        )
    }

    #[test]
    fn what_is_got_can_be_set() {
        let matrix = matrix::read_csv("t.csv", CSV.as_bytes()).matrix;
        let mut state = State::default();
        for change in [
            Change::Switch(Part::Rows, 0, 2),
            Change::Switch(Part::Columns, 1, 2),
            Change::Switch(Part::Groups, 0, 2),
            Change::Whole(Part::Themes, false),
            Change::Stance(1),
            Change::Query("b r".into()),
        ] {
            state = state.after(Action::Filter(change));
        }
        state = state.after(Action::View(View::Deck)).after(Action::Press(Subject::Cell { row: 1, column: 0 }));
        let keys = keys(&matrix, &state);
        let expected =
            [("r", "b"), ("c", "x"), ("g", "h"), ("t", ""), ("s", "supports"), ("q", "b r"), ("view", "deck"), ("stance", "b x")];
        let found: Vec<(&str, String)> = keys.iter().map(|(key, ids)| (*key, ids.join(" "))).collect();
        assert_eq!(found, expected.map(|(key, ids)| (key, ids.to_string())));
        let wanted = wanted(&matrix, &json(&keys));
        assert_eq!((&wanted.filter, wanted.view, wanted.subject), (&*state.filter, View::Deck, Some(Subject::Cell { row: 1, column: 0 })));
        assert_eq!(wanted.unknown, Vec::<String>::new());
    }

    #[test]
    fn what_there_is_not_is_named() {
        let matrix = matrix::read_csv("t.csv", CSV.as_bytes()).matrix;
        let keys =
            json(&[("r", vec!["a".into(), "nowhere".into()]), ("view", vec!["blind".into()]), ("stance", vec!["a".into(), "z".into()])]);
        let wanted = wanted(&matrix, &keys);
        assert_eq!(wanted.unknown, ["r=nowhere", "view=blind", "stance=a/z"]);
        assert_eq!((wanted.filter.rows, wanted.subject), (Choice::Only(vec![0]), None));
    }
}
