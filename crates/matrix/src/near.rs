//! Misspelt words: which one was meant. Authors are asked on the command line; in a reader's bundle the question
//! would cost four hundred bytes.

/// The one of `words` that `wrong` may have been meant for, by how few letters differ.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn nearest<'a>(wrong: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let near = words.map(|word| (strsim::osa_distance(&crate::ids::fold(word), wrong), word));
    let (distance, word) = near.min_by_key(|&(distance, _)| distance)?;
    (distance * 3 <= word.chars().count()).then_some(word)
}

#[cfg(target_family = "wasm")]
pub(crate) fn nearest<'a>(_: &str, _: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    None
}
