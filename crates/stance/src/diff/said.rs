//! Two states of a text, word by word.

use similar::{ChangeTag, TextDiff};

/// A run of words that both have, or only one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Run {
    Same(String),
    Old(String),
    New(String),
}

/// Texts with more words than this are not held against each other.
const MOST_WORDS: usize = 4_000;
/// Shorter texts are better read as a whole, before and now.
const LEAST_WORDS: usize = 4;

/// What was taken out and what was put in, where the texts are such that this can be read.
pub(super) fn runs(old: &str, new: &str) -> Option<Vec<Run>> {
    let counts = [old, new].map(|text| text.split_whitespace().count());
    if counts.iter().any(|count| !(LEAST_WORDS..=MOST_WORDS).contains(count)) {
        return None;
    }
    let diff = TextDiff::from_unicode_words(old, new);
    let mut runs: Vec<(String, String, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        let word = change.value();
        match (change.tag(), runs.last_mut()) {
            // A blank between two changes is part of both.
            (ChangeTag::Equal, Some((_, old, new))) if word.trim().is_empty() && !(old.is_empty() && new.is_empty()) => {
                old.push_str(word);
                new.push_str(word);
            }
            (ChangeTag::Equal, Some((same, old, new))) if old.is_empty() && new.is_empty() => same.push_str(word),
            (ChangeTag::Equal, _) => runs.push((word.to_string(), String::new(), String::new())),
            (ChangeTag::Delete, Some((_, old, _))) => old.push_str(word),
            (ChangeTag::Insert, Some((_, _, new))) => new.push_str(word),
            (ChangeTag::Delete, None) => runs.push((String::new(), word.to_string(), String::new())),
            (ChangeTag::Insert, None) => runs.push((String::new(), String::new(), word.to_string())),
        }
    }
    let mut joined: Vec<Run> = Vec::new();
    for run in runs.into_iter().flat_map(split) {
        match (joined.last_mut(), run) {
            (_, Run::Same(text)) if text.is_empty() => {}
            (Some(Run::Same(before)), Run::Same(text)) => before.push_str(&text),
            (_, run) => joined.push(run),
        }
    }
    Some(joined)
}

/// A run that both have and what follows it; blanks that both end in are theirs again.
fn split((same, old, new): (String, String, String)) -> Vec<Run> {
    let blank = |text: &str| text.len() - text.trim_end().len();
    let both = blank(&old).min(blank(&new));
    let ends_alike = old.get(old.len() - both..) == new.get(new.len() - both..);
    let both = if ends_alike { both } else { 0 };
    let kept = |text: &str| text.get(..text.len() - both).unwrap_or_default().to_string();
    let (old_kept, new_kept) = (kept(&old), kept(&new));
    let mut runs = vec![Run::Same(same)];
    runs.extend((!old_kept.is_empty()).then_some(Run::Old(old_kept)));
    runs.extend((!new_kept.is_empty()).then_some(Run::New(new_kept)));
    runs.push(Run::Same(old.get(old.len() - both..).unwrap_or_default().to_string()));
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_marked() {
        let check = |old: &str, new: &str, expected: Option<&str>| {
            let shown = |run: Run| match run {
                Run::Same(text) => text,
                Run::Old(text) => format!("[-{text}-]"),
                Run::New(text) => format!("{{+{text}+}}"),
            };
            let found = runs(old, new).map(|runs| runs.into_iter().map(shown).collect::<String>());
            assert_eq!(found.as_deref(), expected, "{old} | {new}");
        };
        check("We won’t give up the lake", "We will not give up the lake", Some("We [-won’t-]{+will not+} give up the lake"));
        check("We give up the lake", "We never give up the lake", Some("We {+never +}give up the lake"));
        check("We want no dam here.", "We want no dam here!", Some("We want no dam here[-.-]{+!+}"));
        check("a b c d", "e f g h", Some("[-a b c d-]{+e f g h+}"));
        check("Yes.", "No.", None);
        check("", "We want no dam", None);
    }
}
