//! The fields of the contract, and what people call them in their tables.

use crate::table::collapsed;
use matrix::Noun;
use strsim::osa_distance;

/// What rows can be called, each a field.
pub const ROWS: [Noun; 5] = [Noun::Country, Noun::Party, Noun::Candidate, Noun::Organisation, Noun::Actor];
/// What columns can be called, each a field.
pub const COLUMNS: [Noun; 4] = [Noun::Concern, Noun::Issue, Noun::Topic, Noun::Thesis];
/// What a statement says besides its row, its column and its stance.
pub const WORDS: [&str; 11] = ["kind", "summary", "quote", "text", "speaker", "role", "date", "source", "url", "lang", "translation"];

/// A field of the contract, and other words for it, folded.
const OTHER_WORDS: [(&str, &[&str]); 19] = [
    ("country", &["land", "staat", "länder", "mitgliedstaat", "state", "pays", "país", "pais", "страна", "paese", "kraj", "ülke"]),
    ("party", &["partei", "parti", "partido", "partito", "партия"]),
    ("candidate", &["kandidat", "kandidatin", "candidat", "candidato", "кандидат"]),
    ("organisation", &["organization", "organización", "организация", "verband"]),
    ("actor", &["akteur", "acteur"]),
    ("concern", &["anliegen", "streitpunkt"]),
    ("topic", &["thema", "tema", "sujet", "тема", "frage", "question", "вопрос"]),
    ("thesis", &["these", "thèse", "тезис"]),
    ("stance", &["position", "haltung", "vote", "votum", "stimme", "standpunkt", "answer", "antwort", "позиция", "posición", "réponse"]),
    ("group", &["gruppe", "region", "bloc", "block", "groupe", "région", "grupo", "регион", "группа"]),
    ("theme", &["kategorie", "category", "bereich", "catégorie"]),
    ("summary", &["zusammenfassung", "résumé", "resumen"]),
    ("quote", &["zitat", "quotation", "citation", "cita", "цитата", "wortlaut"]),
    (
        "text",
        &[
            "comment",
            "comments",
            "remark",
            "remarks",
            "note",
            "notes",
            "explanation",
            "reason",
            "kommentar",
            "bemerkung",
            "bemerkungen",
            "anmerkung",
            "erläuterung",
            "begründung",
            "commentaire",
            "remarque",
            "comentario",
            "комментарий",
        ],
    ),
    ("speaker", &["sprecher", "sprecherin", "orateur", "спикер"]),
    ("date", &["datum", "дата", "fecha", "jahr", "year", "stand"]),
    ("source", &["sources", "quelle", "quellen", "источник", "fuente", "publication"]),
    ("url", &["link", "links", "website", "web address", "ссылка", "internetadresse"]),
    ("lang", &["language", "sprache", "langue", "язык"]),
];

/// Text as headers and words of the scale are compared: its case and its spaces do not count.
pub fn fold(text: &str) -> String {
    collapsed(text).to_lowercase()
}

/// All fields of the contract.
pub fn all() -> impl Iterator<Item = &'static str> {
    let nouns = ROWS.into_iter().chain(COLUMNS).map(Noun::singular);
    nouns.chain(["stance", "group", "theme", "description"]).chain(WORDS)
}

/// The field that a header names, by the contract's word or another for it.
pub fn named(header: &str) -> Option<&'static str> {
    let header = fold(header);
    let header = header.trim_end_matches([':', '*', '.']);
    let other = || OTHER_WORDS.iter().find(|(_, words)| words.contains(&header)).map(|(field, _)| *field);
    all().filter(|field| *field != "description").find(|field| *field == header).or_else(other)
}

/// Whether a header may be a misspelt word for `field`.
pub fn is_near(header: &str, field: &str) -> bool {
    let header = fold(header);
    let others = OTHER_WORDS.iter().filter(|(known, _)| same_axis(known, field)).flat_map(|(known, words)| words.iter().chain([known]));
    others.copied().chain([field]).any(|word| osa_distance(&header, word) * 3 <= word.chars().count())
}

/// Whether two fields name the same thing: both the rows, both the columns, or they are one.
pub fn same_axis(one: &str, other: &str) -> bool {
    one == other || (row(one).is_some() && row(other).is_some()) || (column(one).is_some() && column(other).is_some())
}

/// The noun of a field that names rows.
pub fn row(field: &str) -> Option<Noun> {
    ROWS.into_iter().find(|noun| noun.singular() == field)
}

/// The noun of a field that names columns.
pub fn column(field: &str) -> Option<Noun> {
    COLUMNS.into_iter().find(|noun| noun.singular() == field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_by_many_words() {
        let check = |header: &str, expected: Option<&str>| assert_eq!(named(header), expected, "{header}");
        check("country", Some("country"));
        check(" Land: ", Some("country"));
        check("СТРАНА", Some("country"));
        check("Zitat", Some("quote"));
        check("Bemerkung", Some("text"));
        check("Position", Some("stance"));
        check("description", None);
        check("Wasser", None);
    }

    #[test]
    fn misspelt_headers_are_near() {
        let check = |header: &str, field: &str, expected: bool| assert_eq!(is_near(header, field), expected, "{header}");
        check("Contry", "country", true);
        check("Haltng", "stance", true);
        check("Thma", "concern", true);
        check("Banane", "stance", false);
    }
}
