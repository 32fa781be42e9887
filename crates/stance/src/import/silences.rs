//! What people write into a cell where nothing was said.

use super::field::fold;

/// The kind of silence that such a word is taken for.
pub const ASSUMED: &str = "not-addressed";
/// The words, folded and without spaces.
const WORDS: [&str; 24] = [
    "keineangabe",
    "keineangaben",
    "keineantwort",
    "keineaussage",
    "k.a.",
    "k.a",
    "n/a",
    "n.a.",
    "n.a",
    "noanswer",
    "noresponse",
    "nodata",
    "nostatement",
    "nostatedposition",
    "sansréponse",
    "sansreponse",
    "pasderéponse",
    "sinrespuesta",
    "nessunarisposta",
    "geenantwoord",
    "brakodpowiedzi",
    "нетответа",
    "нетданных",
    "cevapyok",
];
/// What stands for nothing, unless it is a minus.
const DASHES: [&str; 5] = ["-", "--", "–", "—", "−"];

/// Whether a word of a cell names a silence.
pub fn names_silence(text: &str, has_dashes: bool) -> bool {
    let text: String = fold(text).split(' ').collect();
    WORDS.contains(&text.as_str()) || (has_dashes && DASHES.contains(&text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silences_have_many_words() {
        let check = |text: &str, has_dashes: bool, expected: bool| assert_eq!(names_silence(text, has_dashes), expected, "{text}");
        check("Keine Angabe", true, true);
        check("k. A.", true, true);
        check("n. a.", false, true);
        check("Нет ответа", true, true);
        check("–", true, true);
        check("–", false, false);
        check("nein", true, false);
    }
}
