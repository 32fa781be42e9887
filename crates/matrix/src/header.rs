//! What the columns of a table mean.

use crate::csv::Record;
use crate::ids::fold;
use crate::near::nearest;
use crate::noun::Noun;
use crate::problem::Problems;
use crate::rule;

/// The text columns of a statement, in the contract's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Summary,
    Quote,
    Text,
    Speaker,
    Role,
    Date,
    Source,
    Url,
    Lang,
    Translation,
}

impl Words {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Summary,
        Self::Quote,
        Self::Text,
        Self::Speaker,
        Self::Role,
        Self::Date,
        Self::Source,
        Self::Url,
        Self::Lang,
        Self::Translation,
    ];

    /// The header.
    pub fn header(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Quote => "quote",
            Self::Text => "text",
            Self::Speaker => "speaker",
            Self::Role => "role",
            Self::Date => "date",
            Self::Source => "source",
            Self::Url => "url",
            Self::Lang => "lang",
            Self::Translation => "translation",
        }
    }
}

/// More columns than this are not read: no table of statements has them, and each is compared with every other.
pub(crate) const MOST_COLUMNS: usize = 1000;

/// The columns of a table by their folded names, each with whether it was asked for.
#[derive(Debug)]
pub(crate) struct Header {
    columns: Vec<(String, bool)>,
}

/// The header of a table of statements.
#[derive(Debug)]
pub(crate) struct StatementHeader {
    pub row: Option<usize>,
    pub row_noun: Noun,
    pub column: Option<usize>,
    pub column_noun: Noun,
    pub stance: Option<usize>,
    pub group: Option<usize>,
    pub theme: Option<usize>,
    pub kind: Option<usize>,
    pub words: Vec<(Words, usize)>,
    /// Columns without a meaning, carried through: name as written, and place.
    pub extra: Vec<(String, usize)>,
    /// How many columns there are.
    pub width: usize,
}

impl Header {
    /// Reads the names; of two alike the first counts.
    pub fn new(record: &Record, file: &str, problems: &mut Problems) -> Self {
        let mut header = Self { columns: Vec::new() };
        if record.len() > MOST_COLUMNS {
            problems.add(&rule::TOO_MANY_COLUMNS, file, Some(1), None, "");
        }
        for index in 0..record.len().min(MOST_COLUMNS) {
            let name = fold(record.get(index));
            if !name.is_empty() && header.columns.iter().any(|(other, _)| *other == name) {
                problems.add(&rule::COLUMN_TWICE, file, Some(1), Some(&name), record.get(index).trim());
            }
            header.columns.push((name, false));
        }
        header
    }

    /// The place of a column, which has a meaning from now on.
    pub fn find(&mut self, name: &str) -> Option<usize> {
        let place = self.columns.iter().position(|(other, _)| other == name)?;
        if let Some((_, asked)) = self.columns.get_mut(place) {
            *asked = true;
        }
        Some(place)
    }

    /// The place of the translation of a column (`summary:ru`) for a reader of `language` (BCP 47): of that very
    /// one, else of what it is a kind of.
    pub fn translated(&mut self, name: &str, language: &str) -> Option<usize> {
        let language = fold(language);
        let (kind, _) = language.split_once('-').unwrap_or((&language, ""));
        if kind.is_empty() {
            return None;
        }
        [language.as_str(), kind].into_iter().find_map(|tag| self.find(&[name, ":", tag].concat()))
    }

    fn noun(&mut self, own: Option<&str>, nouns: &[Noun]) -> (Option<usize>, Noun) {
        let default = nouns.first().copied().unwrap_or_default();
        if let Some(own) = own {
            let own = fold(own);
            let noun = nouns.iter().copied().find(|noun| noun.singular() == own);
            return (self.find(&own), noun.unwrap_or(default));
        }
        for &noun in nouns {
            let place = self.find(noun.singular());
            if place.is_some() {
                return (place, noun);
            }
        }
        (None, default)
    }

    /// The column that `name` may have been meant for, among those that are not there.
    fn meant(&self, name: &str) -> Option<String> {
        let known = ["country", "concern", "stance", "kind", "group", "theme"].into_iter().chain(Words::ALL.map(Words::header));
        let free = known.filter(|known| !self.columns.iter().any(|(other, _)| other == known));
        nearest(name, free).map(String::from)
    }

    /// The columns without a meaning: those that nobody has asked for. A translated column (`summary:ru`) has one;
    /// it is carried through only where no reader's `language` is named.
    pub fn extra(&self, record: &Record, language: &str, file: &str, problems: &mut Problems) -> Vec<(String, usize)> {
        let mut extra = Vec::new();
        for (index, (name, asked)) in self.columns.iter().enumerate() {
            let first = self.columns.iter().position(|(other, _)| other == name);
            if *asked || name.is_empty() || first != Some(index) {
                continue;
            }
            let is_translation = name.contains(':');
            if is_translation && !language.is_empty() {
                continue;
            }
            let written = record.get(index).trim().to_string();
            if !is_translation {
                let meant = self.meant(name);
                problems.add_meant(&rule::COLUMN_UNKNOWN, file, Some(1), Some(&written), &written, meant);
            }
            extra.push((written, index));
        }
        extra
    }
}

impl StatementHeader {
    /// Reads the header of the statements; `row` and `column` are the names that a package gives
    /// those two columns, `language` the reader's.
    pub fn new(record: &Record, row: Option<&str>, column: Option<&str>, language: &str, file: &str, problems: &mut Problems) -> Self {
        let mut header = Header::new(record, file, problems);
        let (row, row_noun) = header.noun(row, &Noun::ROWS);
        let (column, column_noun) = header.noun(column, &Noun::COLUMNS);
        let stance = header.find("stance");
        for (place, name) in [(row, row_noun.singular()), (column, column_noun.singular()), (stance, "stance")] {
            if place.is_none() {
                problems.add(&rule::COLUMN_MISSING, file, Some(1), Some(name), name);
            }
        }
        let mut words = Vec::new();
        for known in Words::ALL {
            if let Some(place) = header.find(known.header()) {
                words.push((known, place));
            }
            // After the original, which it stands for wherever it is filled. A quote stays as it was said.
            if !matches!(known, Words::Quote | Words::Date | Words::Url | Words::Lang)
                && let Some(place) = header.translated(known.header(), language)
            {
                words.push((known, place));
            }
        }
        let (group, theme, kind) = (header.find("group"), header.find("theme"), header.find("kind"));
        let extra = header.extra(record, language, file, problems);
        Self { row, row_noun, column, column_noun, stance, group, theme, kind, words, extra, width: record.len() }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Noun, read_csv};

    fn problems(csv: &str) -> Vec<String> {
        read_csv("t.csv", csv.as_bytes()).problems.iter().map(|problem| problem.text()).collect()
    }

    #[test]
    fn headers_name_rows_and_columns() {
        let check = |header: &str, row: Noun, column: Noun| {
            let matrix = read_csv("t.csv", format!("{header}\na,b,supports\n").as_bytes()).matrix;
            assert_eq!((matrix.noun(), matrix.column_noun(), matrix.statement_count()), (row, column, 1), "{header}");
        };
        check("country,concern,stance", Noun::Country, Noun::Concern);
        check(" Country , CONCERN ,Stance", Noun::Country, Noun::Concern);
        check("party,thesis,stance", Noun::Party, Noun::Thesis);
        check("candidate,issue,stance", Noun::Candidate, Noun::Issue);
        check("organisation,topic,stance", Noun::Organisation, Noun::Topic);
        check("actor,concern,stance", Noun::Actor, Noun::Concern);
    }

    #[test]
    fn headers_have_problems() {
        let check = |header: &str, expected: &str| {
            let found = problems(&format!("{header}\na,b,supports,x,y\n"));
            assert!(found.iter().any(|text| text == expected), "{header}: {found:?}");
        };
        check("country,concern,stanse", "There is no column “stance”.");
        check("country,concern,stance,notes", "The column “notes” has no meaning here.");
        check("country,concern,stance,Quote,quote", "There are two columns “quote”.");
    }

    #[test]
    fn misspelt_headers_are_told() {
        let check = |header: &str, expected: Option<&str>| {
            let reading = read_csv("t.csv", format!("country,concern,stance,{header}\na,b,supports,x\n").as_bytes());
            let problem = reading.problems.iter().find(|problem| problem.rule == &crate::rule::COLUMN_UNKNOWN);
            assert_eq!(problem.and_then(|problem| problem.meant.as_deref()), expected, "{header}");
        };
        check("Qoute", Some("quote"));
        check("speeker", Some("speaker"));
        check("sumary", Some("summary"));
        check("notes", None);
    }

    #[test]
    fn a_header_is_read_up_to_a_thousand_columns() {
        let header: Vec<String> = (0..20_000).map(|column| format!("c{column}")).collect();
        let found = problems(&format!("country,concern,stance,{}\na,b,supports\n", header.join(",")));
        assert!(found.contains(&"The header has more than 1,000 columns.".into()), "{found:?}");
    }

    #[test]
    fn a_reader_gets_what_is_translated_and_the_rest_as_it_is() {
        let csv = "country,concern,stance,summary,text,quote,source,summary:ru,text:kk,quote:ru\n\
            a,b,supports,For,Did,Yes,s,За,Істеді,Да\na,c,supports,For,Did,,s,,,\n";
        let check = |language: &str, summary: &str, text: &str| {
            let matrix = crate::read_csv_in(language, "t.csv", csv.as_bytes()).matrix;
            let (first, second) = (matrix.statement(0), matrix.statement(1));
            assert_eq!((first.summary(), first.text(), first.quote(), second.summary()), (summary, text, "Yes", "For"), "{language}");
            assert_eq!(first.extra().count(), if language.is_empty() { 3 } else { 0 }, "{language}");
        };
        check("", "For", "Did");
        check("de", "For", "Did");
        check("ru", "За", "Did");
        check("ru-RU", "За", "Did");
        check("kk", "For", "Істеді");
    }

    #[test]
    fn other_columns_are_carried_through() {
        let reading = read_csv("t.csv", "country,concern,stance,source,Page,summary:ru\na,b,supports,s,12,да\n".as_bytes());
        let extra: Vec<(String, String)> = reading.matrix.statement(0).extra().map(|(name, value)| (name.into(), value.into())).collect();
        assert_eq!(extra, [("Page".into(), "12".into()), ("summary:ru".into(), "да".into())]);
        assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    }
}
