//! What is wrong in our part of a descriptor, in words: the schema of the types, walked along the data.

use serde_json::{Map, Value};

use super::{of, ours, settings};

/// What is wrong under `stanceMatrix`: where, as a JSON pointer, and what.
pub fn wrong(descriptor: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Some(ours) = descriptor.get("stanceMatrix") {
        // In one piece, so that nothing in it refers to another place.
        let mut settings = settings();
        settings.inline_subschemas = true;
        walk(of::<ours::StanceMatrix>(settings).as_value(), ours, "/stanceMatrix", &mut found);
    }
    found
}

fn walk(schema: &Value, value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    // What may be of any kind has none.
    let Some(wanted) = schema.get("type").and_then(Value::as_str) else { return };
    if wanted != kind(value) {
        let text = format!("It is {}, and should be {}.", noun(kind(value)), noun(wanted));
        return found.push((at.into(), text));
    }
    match value {
        Value::Object(entries) => walk_object(schema, entries, at, found),
        Value::Array(entries) => walk_list(schema, entries, at, found),
        _ => {}
    }
}

fn walk_object(schema: &Value, entries: &Map<String, Value>, at: &str, found: &mut Vec<(String, String)>) {
    let known = schema.get("properties").and_then(Value::as_object);
    // Either the schema of all other keys, or whether there may be any.
    let others = schema.get("additionalProperties");
    for (key, value) in entries {
        let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        match known.and_then(|known| known.get(key)).or(others) {
            Some(Value::Bool(false)) => found.push((at, unknown(key, known))),
            Some(schema @ Value::Object(_)) => walk(schema, value, &at, found),
            _ => {}
        }
    }
}

fn walk_list(schema: &Value, entries: &[Value], at: &str, found: &mut Vec<(String, String)>) {
    let limit = |key: &str| schema.get(key).and_then(Value::as_u64).and_then(|limit| usize::try_from(limit).ok());
    let (least, most) = (limit("minItems").unwrap_or(0), limit("maxItems").unwrap_or(usize::MAX));
    if !(least..=most).contains(&entries.len()) {
        found.push((at.into(), format!("It has {} entries, and should have {least} to {most}.", entries.len())));
    }
    if let Some(schema) = schema.get("items") {
        entries.iter().enumerate().for_each(|(index, entry)| walk(schema, entry, &format!("{at}/{index}"), found));
    }
}

/// A key without a meaning, and the one that it may have been meant for.
fn unknown(key: &str, known: Option<&Map<String, Value>>) -> String {
    let folded = key.to_lowercase();
    let near = known.into_iter().flat_map(Map::keys).map(|known| (strsim::osa_distance(&folded, &known.to_lowercase()), known));
    match near.min().filter(|(distance, known)| distance * 3 <= known.len()) {
        Some((_, near)) => format!("It has no meaning here. Did you mean “{near}”?"),
        None => "It has no meaning here.".into(),
    }
}

/// What JSON Schema calls a value.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The same for a reader who knows no JSON Schema.
fn noun(kind: &str) -> &str {
    match kind {
        "boolean" => "true or false",
        "number" => "a number",
        "string" => "text",
        "array" => "a list",
        "object" => "an object",
        other => other,
    }
}
