//! What rows and columns are called.

/// A noun for the rows or the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Noun {
    /// A country.
    #[default]
    Country,
    /// A party.
    Party,
    /// A candidate.
    Candidate,
    /// An organisation.
    Organisation,
    /// An actor of another sort.
    Actor,
    /// A concern.
    Concern,
    /// An issue.
    Issue,
    /// A topic.
    Topic,
    /// A thesis.
    Thesis,
}

impl Noun {
    /// Nouns that rows can have.
    pub(crate) const ROWS: [Self; 5] = [Self::Country, Self::Party, Self::Candidate, Self::Organisation, Self::Actor];
    /// Nouns that columns can have.
    pub(crate) const COLUMNS: [Self; 4] = [Self::Concern, Self::Issue, Self::Topic, Self::Thesis];

    /// One of them, which is also the header in the data.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Party => "party",
            Self::Candidate => "candidate",
            Self::Organisation => "organisation",
            Self::Actor => "actor",
            Self::Concern => "concern",
            Self::Issue => "issue",
            Self::Topic => "topic",
            Self::Thesis => "thesis",
        }
    }

    /// Several of them.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Country => "countries",
            Self::Party => "parties",
            Self::Candidate => "candidates",
            Self::Organisation => "organisations",
            Self::Actor => "actors",
            Self::Concern => "concerns",
            Self::Issue => "issues",
            Self::Topic => "topics",
            Self::Thesis => "theses",
        }
    }
}
