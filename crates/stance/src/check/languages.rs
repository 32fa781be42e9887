//! Languages that are no BCP 47 tags.

use oxilangtag::LanguageTag;

use super::finding::Finding;
use super::rules;

/// Names and longer codes that people write in the place of a tag.
const NAMES: [(&str, &str); 43] = [
    ("arabic", "ar"),
    ("chinese", "zh"),
    ("english", "en"),
    ("french", "fr"),
    ("german", "de"),
    ("kazakh", "kk"),
    ("kyrgyz", "ky"),
    ("pashto", "ps"),
    ("persian", "fa"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("tajik", "tg"),
    ("turkish", "tr"),
    ("turkmen", "tk"),
    ("uzbek", "uz"),
    ("englisch", "en"),
    ("deutsch", "de"),
    ("französisch", "fr"),
    ("russisch", "ru"),
    ("anglais", "en"),
    ("français", "fr"),
    ("allemand", "de"),
    ("español", "es"),
    ("inglés", "en"),
    ("русский", "ru"),
    ("английский", "en"),
    ("ara", "ar"),
    ("deu", "de"),
    ("eng", "en"),
    ("fas", "fa"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ger", "de"),
    ("kaz", "kk"),
    ("kir", "ky"),
    ("pus", "ps"),
    ("rus", "ru"),
    ("spa", "es"),
    ("tgk", "tg"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("uzb", "uz"),
    ("zho", "zh"),
];

/// Whether a language is no tag.
pub fn look(lang: &str) -> Option<Finding> {
    let is_tag = lang.is_empty() || LanguageTag::parse(lang).is_ok_and(|tag| (2..=3).contains(&tag.primary_language().len()));
    (!is_tag || NAMES.iter().any(|(name, _)| *name == lang))
        .then(|| Finding::new(&rules::NOT_A_LANGUAGE, "lang", lang).meant(meaning(lang)))
}

fn meaning(lang: &str) -> Option<String> {
    let lower = lang.to_lowercase();
    let named = NAMES.iter().find(|(name, _)| *name == lower).map(|(_, tag)| (*tag).to_owned());
    named.or_else(|| LanguageTag::parse(lang.replace('_', "-")).ok().map(LanguageTag::into_inner).filter(|tag| tag != lang))
}

#[cfg(test)]
mod tests {
    use super::super::finding::named;
    use super::*;

    #[test]
    fn tags_and_what_is_none() {
        let check = |lang: &str, expected: Option<Option<&str>>| {
            let found = look(lang);
            assert_eq!(named(found.as_slice()).first().map(|(_, meant)| *meant), expected, "{lang}");
        };
        check("", None);
        check("en", None);
        check("uz-Cyrl", None);
        check("zh-Hant-TW", None);
        check("prs", None);
        check("en_US", Some(Some("en-US")));
        check("English", Some(Some("en")));
        check("russian", Some(Some("ru")));
        check("english please", Some(None));
        check("e", Some(None));
        check("Deutsch", Some(Some("de")));
        check("ger", Some(Some("de")));
    }
}
