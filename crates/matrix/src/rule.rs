//! Rules: each sort of problem, with what is said of it.

#[cfg(not(target_family = "wasm"))]
use crate::problem::Severity;

/// A sort of problem. Two are the same if they are called alike.
#[cfg(not(target_family = "wasm"))]
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// What machines call it, such as `not-a-date`.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong; `{}` stands for what was found.
    pub text: &'static str,
    /// What to do.
    pub help: &'static str,
}

/// A sort of problem; a reader's browser has what is said of it in `embed/rules.js`.
#[cfg(target_family = "wasm")]
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    number: u8,
}

impl Rule {
    /// Its place in `embed/rules.js`.
    #[cfg(target_family = "wasm")]
    pub fn number(&self) -> u8 {
        self.number
    }

    /// Its place in `embed/rules.js`; 255 where a reader's browser does not know it.
    #[cfg(not(target_family = "wasm"))]
    pub fn number(&self) -> u8 {
        ALL.iter().position(|rule| *rule == self).and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
    }
}

/// Defines rules, and `ALL` of them.
#[cfg(not(target_family = "wasm"))]
#[macro_export]
macro_rules! rules {
    ($($rule:ident $name:literal $severity:ident $text:literal $help:literal)*) => {
        $(
            #[doc = $text]
            pub static $rule: $crate::Rule =
                $crate::Rule { name: $name, severity: $crate::Severity::$severity, text: $text, help: $help };
        )*
        /// All of them.
        pub static ALL: &[&$crate::Rule] = &[$(&$rule),*];
    };
}

#[cfg(target_family = "wasm")]
macro_rules! rules {
    ($($rule:ident $name:literal $severity:ident $text:literal $help:literal)*) => {
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Number { $($rule),* }
        $(
            #[doc = $text]
            pub static $rule: Rule = Rule { number: Number::$rule as u8 };
        )*
    };
}

rules! {
    UTF_16 "utf-16" Error "The file is in UTF-16." "Save it as “CSV UTF-8”."
    NOT_UTF_8 "not-utf-8" Error
        "The row has letters that are not in UTF-8; they show as “\u{fffd}”."
        "Save the file as “CSV UTF-8”, or let `stance import` read it."
    FILE_MISSING "file-missing" Error "The file is missing." "Put it beside the package, or correct its path there."
    FILE_EMPTY "file-empty" Error "The file is empty." "It needs a header and a row for each statement."
    TABLE_EMPTY "table-empty" Error "The table is empty." "It needs a header with id and name, and a row for each."
    TOO_MANY_COLUMNS "too-many-columns" Error
        "The header has more than 1,000 columns."
        "Give each statement a row of its own; what stands further right is not read."
    COLUMN_TWICE "column-twice" Warning "There are two columns “{}”." "Rename or remove one; only the first is read."
    COLUMN_MISSING "column-missing" Error
        "There is no column “{}”."
        "Add it: every statement needs a country, a concern and a stance."
    COLUMN_UNKNOWN "column-unknown" Warning
        "The column “{}” has no meaning here."
        "It is kept and not shown; check its spelling."
    NO_ID_COLUMN "no-id-column" Error "There is neither a column “id” nor a column “name”." "Add at least one of them."
    NO_ID "no-id" Error "The row has neither id nor name." "Give it one, or remove it."
    ID_TWICE "id-twice" Error "The id “{}” is there twice." "Ids must differ; the first row counts."
    FIELDS_TOO_MANY "fields-too-many" Warning
        "The row has more fields than the header; the first of them is “{}”."
        "Put fields that hold a comma between double quotation marks."
    FIELD_OPEN "field-open" Error
        "A quotation mark is not closed, and the field has swallowed the rows after it; it begins with “{}”."
        "Close the mark at the end of the field, or double a mark that belongs to the text (\"\"); the rows in it are not read."
    ROWS_IN_FIELD "rows-in-field" Warning
        "A field holds what looks like rows of the table; it begins with “{}”."
        "Is the quotation mark at its end missing? Close it there, or double a mark that belongs to the text (\"\"); the rows in it are not read."
    PLACE_MISSING "place-missing" Error "The {} is missing." "Fill it in; until then the row is not shown."
    ID_UNKNOWN "id-unknown" Error
        "“{}” is no id of its table."
        "Use an id of the table, or add it there; until then the row is not shown."
    SPELT_TWICE "spelt-twice" Hint "“{}” is read as one that was spelt in another way before." "Spell it alike everywhere."
    OTHER_GROUP "other-group" Warning "It was in another one than “{}” before." "Use the same everywhere; the first one counts."
    STANCE_MISSING "stance-missing" Error
        "The stance is missing."
        "Fill it in, or write why there is none, such as not-addressed."
    NOT_ON_SCALE "not-on-scale" Error
        "“{}” is not on the scale."
        "Use a value of the scale or a kind of silence; until then the row shows no stance."
    VALUES_TOO_MANY "values-too-many" Error
        "“{}” is one value too many."
        "A scale has at most 199 values; is this the right column?"
    KIND_UNKNOWN "kind-unknown" Warning "“{}” is no kind of statement." "Write quote, about, paraphrase or action."
    QUOTE_MISSING "quote-missing" Warning
        "The kind is “{}”, and there is no quote."
        "Fill in the quote, or say paraphrase or action."
    QUOTE_UNEXPECTED "quote-unexpected" Warning
        "The kind is “{}”, and there is a quote."
        "Say quote or about, or move the words to “text”."
    NOT_A_DATE "not-a-date" Warning
        "“{}” is no date."
        "Write 2021, 2021-08, 2021-08-19 or 2021-09-07/2021-09-09; until then it counts as undated."
    UNSAFE_ADDRESS "unsafe-address" Warning
        "“{}” is no address that may be linked."
        "Write the whole address, from http:// or https:// on."
    NO_SOURCE "no-source" Warning
        "{}: the stance has no source."
        "Name a source in the row, for its concern, or for the whole package."
    CELLS_TOO_MANY "cells-too-many" Error
        "There are more cells than a matrix can have."
        "Split the data; a matrix has at most 268 million cells."
    NO_STATEMENTS "no-statements" Error
        "No resource has a field “stance”."
        "One resource needs a schema with the fields country, concern and stance."
    RESOURCE_MISSING "resource-missing" Error "There is no resource “{}”." "Add it, or correct the name in the foreign keys."
    OTHER_ENCODING "other-encoding" Error "“{}” is said to be in another encoding than UTF-8." "Save it as UTF-8; it is read as that."
    DATA_UNREADABLE "data-unreadable" Error
        "The data of “{}” is neither rows nor text."
        "Give an array of rows, or CSV as text."
    UNSAFE_PATH "unsafe-path" Error
        "“{}” is no path that a table may be read from."
        "Name one file in the package's own folder, without “..”, or one address on its site."
    SCALE_TOO_LONG "scale-too-long" Error "The scale has more than 199 values." "The rest is not shown."
    SCALE_UNORDERED "scale-unordered" Hint
        "The scale is not said to be ordered."
        "Set categoriesOrdered to true; its order is taken as that of the scale."
}
