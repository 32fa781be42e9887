//! Statements: one row of the data each, kept in columns.

use crate::header::Words;
use crate::link::safe_url;
use crate::matrix::Matrix;
use crate::stance::Stance;
use crate::text::Symbol;

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The row's own words, verbatim.
    Quote,
    /// Somebody else's words on its position, verbatim.
    About,
    /// Reported by the source.
    Paraphrase,
    /// A deed.
    Action,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Quote, Self::About, Self::Paraphrase, Self::Action];

    /// The word in the data.
    pub fn word(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::About => "about",
            Self::Paraphrase => "paraphrase",
            Self::Action => "action",
        }
    }

    /// The word on screen, in English.
    pub fn label(self) -> &'static str {
        match self {
            Self::Quote => "In its own words",
            Self::About => "In others’ words",
            Self::Paraphrase => "As reported",
            Self::Action => "Done",
        }
    }

    /// Which kinds give a position its stance: own words before deeds before others' words.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Self::Quote | Self::Paraphrase => 0,
            Self::Action => 1,
            Self::About => 2,
        }
    }
}

/// A column of text; one that the file does not have takes no room.
#[derive(Clone, Debug, Default)]
pub(crate) struct TextColumn(Vec<Symbol>);

impl TextColumn {
    /// Sets the text of a statement, whose place may be beyond the last one set so far.
    pub fn set(&mut self, index: usize, symbol: Symbol) {
        if symbol == Symbol::default() {
            return;
        }
        if self.0.len() <= index {
            self.0.resize(index + 1, Symbol::default());
        }
        if let Some(cell) = self.0.get_mut(index) {
            *cell = symbol;
        }
    }

    /// The text of a statement.
    pub fn get(&self, index: usize) -> Symbol {
        self.0.get(index).copied().unwrap_or_default()
    }

    /// Whether no statement has text here.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// All statements, column by column, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statements {
    pub rows: Vec<u32>,
    pub columns: Vec<u32>,
    pub stances: Vec<Stance>,
    pub kinds: Vec<Kind>,
    pub words: [TextColumn; Words::ALL.len()],
    /// Columns without a meaning: header and text.
    pub extra: Vec<(String, TextColumn)>,
}

impl Statements {
    /// The text of a statement in one of the known columns.
    pub fn word(&self, index: usize, words: Words) -> Symbol {
        self.column(words).get(index).copied().unwrap_or_default()
    }

    /// The texts in one of the known columns, of the statements up to the last one that has any there.
    pub fn column(&self, words: Words) -> &[Symbol] {
        self.words.get(words as usize).map(|column| column.0.as_slice()).unwrap_or_default()
    }
}

/// One statement.
#[derive(Clone, Copy)]
pub struct Statement<'a> {
    matrix: &'a Matrix,
    index: usize,
}

impl<'a> Statement<'a> {
    pub(crate) fn new(matrix: &'a Matrix, index: usize) -> Self {
        Self { matrix, index }
    }

    /// Its place in the file, from 0.
    pub fn index(&self) -> usize {
        self.index
    }

    /// The row of the matrix that it is about.
    pub fn row(&self) -> usize {
        self.matrix.statements.rows.get(self.index).copied().unwrap_or_default() as usize
    }

    /// The column of the matrix that it is about.
    pub fn column(&self) -> usize {
        self.matrix.statements.columns.get(self.index).copied().unwrap_or_default() as usize
    }

    /// The stance that it shows; not-researched where its word is none of the scale's.
    pub fn stance(&self) -> Stance {
        self.matrix.statements.stances.get(self.index).copied().unwrap_or(Stance::NONE)
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.matrix.statements.kinds.get(self.index).copied().unwrap_or(Kind::Paraphrase)
    }

    /// The position in the editor's words.
    pub fn summary(&self) -> &'a str {
        self.text_of(Words::Summary)
    }

    /// Verbatim words.
    pub fn quote(&self) -> &'a str {
        self.text_of(Words::Quote)
    }

    /// What is reported or was done.
    pub fn text(&self) -> &'a str {
        self.text_of(Words::Text)
    }

    /// Who said it; empty where the source does not say.
    pub fn speaker(&self) -> &'a str {
        self.text_of(Words::Speaker)
    }

    /// As what the speaker said it.
    pub fn role(&self) -> &'a str {
        self.text_of(Words::Role)
    }

    /// When, as written: a year, a month, a day or an interval.
    pub fn date(&self) -> &'a str {
        self.text_of(Words::Date)
    }

    /// The publication: its own, else its concern's, else the package's.
    pub fn source(&self) -> &'a str {
        let concern = self.matrix.columns().source(self.column());
        let package = self.matrix.sources().first().map_or("", |source| source.title.as_str());
        let own = self.text_of(Words::Source);
        // An address of its own is a source of its own: another's name must not stand on it.
        let named = if self.text_of(Words::Url).is_empty() { [own, concern, package] } else { [own, "", ""] };
        named.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// The address of the source, if it is one that may be linked; from where the source is from.
    pub fn url(&self) -> Option<&'a str> {
        let url = self.text_of(Words::Url);
        if !url.is_empty() {
            return safe_url(url);
        }
        if !self.text_of(Words::Source).is_empty() {
            return None;
        }
        let columns = self.matrix.columns();
        if !columns.source(self.column()).is_empty() || columns.url(self.column()).is_some() {
            return columns.url(self.column());
        }
        self.matrix.sources().first().and_then(|source| source.url.as_deref())
    }

    /// Whether it says where it comes from; none where it leaves that to its concern and the package.
    pub(crate) fn own_source(&self) -> Option<bool> {
        let has = |words| self.matrix.statements.word(self.index, words) != Symbol::default();
        if has(Words::Source) {
            return Some(true);
        }
        has(Words::Url).then(|| safe_url(self.text_of(Words::Url)).is_some())
    }

    /// The language of the quote, as a BCP 47 tag.
    pub fn lang(&self) -> &'a str {
        self.text_of(Words::Lang)
    }

    /// The translation of the quote.
    pub fn translation(&self) -> &'a str {
        self.text_of(Words::Translation)
    }

    /// All its texts: summary, quote, text, speaker, role, date, source and its address as above, language,
    /// translation.
    pub fn texts(&self) -> [&'a str; 10] {
        Words::ALL.map(|words| match words {
            Words::Source => self.source(),
            Words::Url => self.url().unwrap_or_default(),
            words => self.text_of(words),
        })
    }

    /// The columns of text that have a meaning, and what it has in them as written.
    pub fn written(&self) -> impl Iterator<Item = (&'static str, &'a str)> + use<'a> {
        let statement = *self;
        Words::ALL.into_iter().map(move |words| (words.header(), statement.text_of(words)))
    }

    /// Whether it is more than the bare name of a silence.
    pub(crate) fn says(&self) -> bool {
        !self.stance().is_silence() || !self.quote().is_empty() || !self.text().is_empty()
    }

    /// Columns without a meaning: header and text, where it has any.
    pub fn extra(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let (matrix, index) = (self.matrix, self.index);
        let columns = matrix.statements.extra.iter();
        columns.map(move |(name, column)| (name.as_str(), matrix.texts.get(column.get(index)))).filter(|(_, text)| !text.is_empty())
    }

    fn text_of(&self, words: Words) -> &'a str {
        self.matrix.texts.get(self.matrix.statements.word(self.index, words))
    }
}
