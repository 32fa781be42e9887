//! The words on a picture that are not data, in the language of the data: those of the widget.

use matrix::{Matrix, Stance};
use serde_json::Value;

/// The widget's words, one file a language.
const FILES: [(&str, &str); 15] = [
    ("ar", include_str!("../../../../../embed/languages/ar.js")),
    ("de", include_str!("../../../../../embed/languages/de.js")),
    ("en", ENGLISH),
    ("es", include_str!("../../../../../embed/languages/es.js")),
    ("fa", include_str!("../../../../../embed/languages/fa.js")),
    ("prs", include_str!("../../../../../embed/languages/fa.js")),
    ("fr", include_str!("../../../../../embed/languages/fr.js")),
    ("kk", include_str!("../../../../../embed/languages/kk.js")),
    ("ky", include_str!("../../../../../embed/languages/ky.js")),
    ("ps", include_str!("../../../../../embed/languages/ps.js")),
    ("ru", include_str!("../../../../../embed/languages/ru.js")),
    ("tg", include_str!("../../../../../embed/languages/tg.js")),
    ("tk", include_str!("../../../../../embed/languages/tk.js")),
    ("tr", include_str!("../../../../../embed/languages/tr.js")),
    ("uz", include_str!("../../../../../embed/languages/uz.js")),
];
const ENGLISH: &str = include_str!("../../../../../embed/languages/en.js");

/// Words of a language, in English where it has none.
pub(super) struct Words {
    own: Value,
    english: Value,
}

impl Words {
    /// The words of the language `tag` (BCP 47).
    pub fn of(tag: &str) -> Self {
        let kind = tag.split('-').next().unwrap_or_default().to_lowercase();
        let own = FILES.iter().find(|(of, _)| *of == kind).map_or(ENGLISH, |(_, file)| file);
        Self { own: read(own), english: read(ENGLISH) }
    }

    /// Whether the language goes from right to left.
    pub fn is_mirrored(&self) -> bool {
        self.own.get("dir").and_then(Value::as_str) == Some("rtl")
    }

    /// The words under `key`, with what is put in; of words that have forms for a number, the one for one or for many.
    pub fn say(&self, key: &str, is_one: bool, put_in: &[&str]) -> String {
        let word = self.own.get(key).or_else(|| self.english.get(key));
        let forms: &[&str] = if is_one { &["1", "one", "other"] } else { &["other"] };
        let form = |word: &Value| forms.iter().find_map(|form| word.get(form)).cloned();
        let form = word.and_then(|word| if word.is_object() { form(word) } else { Some(word.clone()) });
        let said = form.as_ref().and_then(Value::as_str).unwrap_or(key).to_string();
        let numbered = put_in.iter().enumerate();
        numbered.fold(said, |said, (number, part)| said.replace(&format!("{{{number}}}"), part))
    }

    /// The word of a stance: the data's own, else the language's.
    pub fn stance(&self, matrix: &Matrix, stance: Stance) -> String {
        let scale = matrix.scale();
        match (scale.own_label(stance), stance.is_silence() || scale.label(stance) != scale.value(stance)) {
            ("", true) => self.say(&format!("stance.{}", scale.value(stance)), false, &[]),
            ("", false) => scale.value(stance).to_string(),
            (own, _) => own.to_string(),
        }
    }
}

/// A file of words: a module that exports an object, which is written as JSON.
fn read(file: &str) -> Value {
    let object = file.trim().trim_start_matches("export default").trim_end_matches(';');
    serde_json::from_str(object).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_can_be_read() {
        for (tag, file) in FILES {
            assert!(read(file).get("created").is_some(), "{tag}");
        }
    }

    #[test]
    fn words_are_of_the_language() {
        let check = |tag: &str, key: &str, expected: &str| assert_eq!(Words::of(tag).say(key, true, &["2026"]), expected, "{tag}");
        check("en", "created", "as of 2026");
        check("ru-RU", "sources", "Источник");
        check("AR", "created", "حتى 2026");
        check("xx", "sources", "Source");
        assert!(Words::of("prs").is_mirrored() && !Words::of("").is_mirrored());
    }
}
