//! Every word on screen that is not data, in the reader's language. The words stand in
//! `embed/languages`, one file a language, the shape of `en.js`; the page's script brings the one that
//! is needed, with English where it has gaps.

use matrix::{Axis, Matrix, Noun, Stance};
use wasm_bindgen::JsValue;

use crate::host::page;
use crate::view::hole::{Hole, unless_empty};

/// The words of the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    texts: JsValue,
    /// The language of the data, where it is another.
    data: String,
}

impl Words {
    /// The words `texts`: an object like `en.js`, with the language `tag` that the reader wants, and the
    /// `language` that the words are in, both in BCP 47.
    pub fn new(texts: JsValue) -> Self {
        Self { texts, data: String::new() }
    }

    /// The words as they came.
    pub(super) fn texts(&self) -> &JsValue {
        &self.texts
    }

    /// The same words, for data in `language`; where the data does not say, in that of the words.
    pub fn about(&self, language: &str) -> Self {
        let is_same = language.is_empty() || self.is("language", language);
        Self { texts: self.texts.clone(), data: if is_same { String::new() } else { language.into() } }
    }

    /// The language of the data, for text of the data between these words; nothing where it is the same.
    pub fn data(&self) -> Hole {
        unless_empty(&self.data)
    }

    /// Whether the reader's language is a kind of `language`, or the other way round.
    pub fn is_spoken(&self, language: &str) -> bool {
        self.is("tag", language)
    }

    /// Whether the language under `key` and `language` are of one kind.
    fn is(&self, key: &str, language: &str) -> bool {
        let ours = self.say(key);
        ours.split('-').next() == language.split('-').next()
    }

    /// The words under `key`.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// The words under `key`, with `parts` in the places `{0}`, `{1}`, `{2}`.
    pub fn tell(&self, key: &str, parts: &[&str]) -> String {
        self.count(key, 0, parts)
    }

    /// The words under `key` in the form that `number` needs, which stands in the place `{n}`.
    pub fn count(&self, key: &str, number: usize, parts: &[&str]) -> String {
        let part = |index| parts.get(index).copied().unwrap_or_default();
        page::say(&self.texts, key, number, part(0), part(1), part(2))
    }

    /// How much of an axis is shown: "3 of 9 concerns", or "9 concerns" when that is all.
    pub fn part(&self, shown: usize, axis: &Axis, noun: Noun) -> String {
        let all = self.how_many(axis.len(), noun);
        if shown == axis.len() {
            return all;
        }
        self.count("part", axis.len(), &[&self.number(shown), &all, &self.say(noun.plural())])
    }

    /// How many there are of a noun: "5 countries".
    pub fn how_many(&self, number: usize, noun: Noun) -> String {
        self.count(&[noun.singular(), ".n"].concat(), number, &[])
    }

    /// Something under its name: "Concerns: all".
    pub fn named(&self, name: &str, what: &str) -> String {
        self.tell("named", &[name, what])
    }

    /// The word for a stance: the data's own, else ours.
    pub fn stance(&self, matrix: &Matrix, stance: Stance) -> String {
        match matrix.scale().own_label(stance) {
            "" => self.say(&["stance.", matrix.scale().value(stance)].concat()),
            own => own.into(),
        }
    }

    /// The name of a cell for who does not see it: "Kazakhstan, Refugees: Backs, 2 statements".
    pub fn cell(&self, matrix: &Matrix, row: u32, column: u32) -> String {
        let position = matrix.position(row as usize, column as usize);
        let (who, what) = (matrix.rows().name(row as usize), matrix.columns().name(column as usize));
        let name = self.count("cell", position.len(), &[who, what, &self.stance(matrix, position.stance())]);
        if position.sourced() { name } else { self.tell("unsourced", &[&name]) }
    }

    /// A whole number, written.
    pub fn number(&self, number: usize) -> String {
        page::number(&self.texts, number)
    }

    /// A date, a partial date or an interval as the data has it, in words.
    pub fn date(&self, text: &str) -> String {
        page::date(&self.texts, text)
    }

    /// Names as a list: "Kyrgyzstan and Turkmenistan".
    pub fn list(&self, names: &[&str]) -> String {
        page::list(&self.texts, names.iter().map(|name| JsValue::from_str(name)).collect())
    }

    /// The name of the language `code`; the code where it is unknown.
    pub fn language_name(&self, code: &str) -> String {
        page::language_name(&self.texts, code)
    }
}
