//! A change as JSON. `docs/export.md` has its keys.

use serde_json::{Map, Value, json};

use crate::diff::said::{Run, runs};
use crate::diff::{Change, Described, Field, What};

/// The change as an object.
pub(super) fn as_json(change: &Change) -> Value {
    let mut map = Map::new();
    for (key, named) in [("row", &change.row), ("column", &change.column)] {
        map.extend(named.as_ref().map(|named| (key.to_string(), json!({ "id": named.id, "name": named.name }))));
    }
    let (what, more) = match &change.what {
        What::Added(_) => ("added", json!({})),
        What::Removed(_) => ("removed", json!({})),
        What::Field(field) => ("field", field_json(field)),
        What::Stance { old, new, by } => ("stance", json!({ "old": old, "new": new, "by": by.as_ref().map(described_json) })),
        What::StatementAdded(one) => ("statement-added", json!({ "statement": described_json(one) })),
        What::StatementRemoved(one) => ("statement-removed", json!({ "statement": described_json(one) })),
        What::Statement(one, field) => {
            let mut more = field_json(field);
            more.as_object_mut().into_iter().for_each(|more| drop(more.insert("statement".into(), described_json(one))));
            ("statement", more)
        }
    };
    map.insert("what".into(), what.into());
    map.extend(more.as_object().cloned().into_iter().flatten());
    map.into()
}

fn field_json(field: &Field) -> Value {
    let mut value = json!({ "field": field.name, "old": field.old, "new": field.new });
    let run = |run: Run| match run {
        Run::Same(text) => json!({ "same": text }),
        Run::Old(text) => json!({ "old": text }),
        Run::New(text) => json!({ "new": text }),
    };
    if let (Some(runs), Some(value)) = (runs(&field.old, &field.new), value.as_object_mut()) {
        value.insert("words".into(), runs.into_iter().map(run).collect());
    }
    value
}

fn described_json(one: &Described) -> Value {
    json!({ "stance": one.stance, "quote": one.quote, "text": one.text, "who": one.who, "source": one.source })
}
