//! What changed in what a package says of itself, and in its scale.

use matrix::{License, Matrix, Silence, Source, Stance};

use super::Field;

/// The texts that changed, by what a reader would call them.
pub(super) fn changes(old: &Matrix, new: &Matrix) -> Vec<Field> {
    let both = |name: &str, text: &dyn Fn(&Matrix) -> String| Field::changed(name, &text(old), &text(new));
    let texts = [
        both("title", &|matrix| matrix.title().into()),
        both("description", &|matrix| matrix.description().into()),
        both("version", &|matrix| matrix.version().into()),
        both("date of the data", &|matrix| matrix.created().into()),
        both("language", &|matrix| matrix.language().into()),
        both("source", &|matrix| listed(matrix.sources().iter().map(|Source { title, url }| (title.clone(), url.clone())))),
        both("licence", &|matrix| listed(matrix.licenses().iter().map(license))),
        both("word for rows", &|matrix| matrix.noun().singular().into()),
        both("word for columns", &|matrix| matrix.column_noun().singular().into()),
        both("sentence on the order", &|matrix| matrix.order().into()),
        both("note on how it was made", &|matrix| matrix.notes().into()),
        both("scale", &|matrix| labels(matrix).join(", ")),
        both("list of the scale’s values", &|matrix| values(matrix).join(", ")),
    ];
    texts.into_iter().flatten().chain(looks(old, new)).chain(silences(old, new)).collect()
}

fn license(license: &License) -> (String, Option<String>) {
    (if license.title.is_empty() { license.name.clone() } else { license.title.clone() }, license.url.clone())
}

/// Names with their addresses.
fn listed(items: impl Iterator<Item = (String, Option<String>)>) -> String {
    let item = |(name, url): (String, Option<String>)| {
        url.map_or(name.clone(), |url| if name.is_empty() { url } else { format!("{name} ({url})") })
    };
    items.map(item).collect::<Vec<_>>().join("; ")
}

fn stances(matrix: &Matrix) -> impl Iterator<Item = Stance> {
    (0..matrix.scale().len()).filter_map(|level| u8::try_from(level).ok()).map(Stance::level)
}

fn labels(matrix: &Matrix) -> Vec<&str> {
    stances(matrix).map(|stance| matrix.scale().label(stance)).collect()
}

fn values(matrix: &Matrix) -> Vec<&str> {
    matrix.scale().levels().iter().map(|level| level.value.as_str()).collect()
}

/// The colours and marks that the package gives to values that both have.
fn looks(old: &Matrix, new: &Matrix) -> Vec<Field> {
    let mut fields = Vec::new();
    for (stance, level) in stances(new).zip(new.scale().levels()) {
        let Some(before) = old.scale().levels().iter().find(|before| before.value == level.value) else { continue };
        for (name, was, is) in [("colour", &before.color, &level.color), ("mark", &before.mark, &level.mark)] {
            let name = format!("{name} of “{}”", new.scale().label(stance));
            fields.extend(Field::changed(&name, was.as_deref().unwrap_or_default(), is.as_deref().unwrap_or_default()));
        }
    }
    fields
}

/// The words for silence.
fn silences(old: &Matrix, new: &Matrix) -> Vec<Field> {
    let word = |matrix: &Matrix, silence| matrix.scale().label(Stance::silence(silence)).to_string();
    let changed = |silence: Silence| Field::changed(&format!("word for “{}”", silence.value()), &word(old, silence), &word(new, silence));
    Silence::ALL.into_iter().filter_map(changed).collect()
}
