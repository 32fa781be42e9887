//! A position: one cell, with its statements.

use crate::date::last_day;
use crate::matrix::Matrix;
use crate::stance::Stance;
use crate::statement::Statement;
use crate::verdict::{Fact, verdict};

/// One cell of the matrix.
#[derive(Clone, Copy)]
pub struct Position<'a> {
    matrix: &'a Matrix,
    row: usize,
    column: usize,
}

impl<'a> Position<'a> {
    pub(crate) fn new(matrix: &'a Matrix, row: usize, column: usize) -> Self {
        Self { matrix, row, column }
    }

    /// Its row.
    pub fn row(&self) -> usize {
        self.row
    }

    /// Its column.
    pub fn column(&self) -> usize {
        self.column
    }

    /// The stance it shows.
    pub fn stance(&self) -> Stance {
        self.matrix.stance(self.row, self.column)
    }

    /// The statement that gives the stance it shows; none where there is none, or where they contradict each other.
    pub fn giver(&self) -> Option<Statement<'a>> {
        self.verdict().1
    }

    /// The position in the editor's words: the summary of the statement that gives the stance, else
    /// the first there is.
    pub fn summary(&self) -> &'a str {
        let given = self.verdict().1.map_or("", |giver| giver.summary());
        if !given.is_empty() {
            return given;
        }
        self.statements().map(|statement| statement.summary()).find(|summary| !summary.is_empty()).unwrap_or_default()
    }

    /// Its statements in the order of the file, those among them that only name a silence.
    pub fn statements(&self) -> impl Iterator<Item = Statement<'a>> + use<'a> {
        let matrix = self.matrix;
        matrix.statements_of(self.row, self.column).iter().map(move |&index| matrix.statement(index as usize))
    }

    /// How many statements say something: a row that only names a silence is none.
    pub fn len(&self) -> usize {
        self.statements().filter(Statement::says).count()
    }

    /// Whether no statement says anything.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The stances before the one shown, of its own rank, oldest first; only what is dated.
    pub fn history(&self) -> Vec<Statement<'a>> {
        let Some(giver) = self.verdict().1 else { return Vec::new() };
        let Some(day) = last_day(giver.date()) else { return Vec::new() };
        let rank = giver.kind().rank();
        let earlier = |statement: &Statement| {
            statement.index() != giver.index()
                && statement.kind().rank() == rank
                && last_day(statement.date()).is_some_and(|other| other <= day)
        };
        let mut earlier: Vec<Statement> = self.statements().filter(earlier).collect();
        earlier.sort_by_key(|statement| (last_day(statement.date()), statement.index()));
        earlier
    }

    /// The stance that its statements show together, and the one of them that gives it; none gives a
    /// conflict or the lack of any.
    fn verdict(&self) -> (Stance, Option<Statement<'a>>) {
        let facts: Vec<Fact> = self.statements().map(Fact::of).collect();
        let (stance, giver) = verdict(&facts);
        (stance, giver.and_then(|giver| self.statements().nth(giver)))
    }

    /// Whether it is known where its evidence comes from. A silence needs none.
    pub fn sourced(&self) -> bool {
        let (matrix, column) = (self.matrix, self.column);
        let sourced = |statement: Statement| statement.own_source().unwrap_or_else(|| matrix.has_source(column));
        self.stance().is_silence() || self.statements().any(sourced)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Matrix, read_csv};

    /// A matrix of one cell whose statements are `kind,date,stance` each.
    fn matrix(rows: &[&str]) -> Matrix {
        let rows: Vec<String> = rows.iter().enumerate().map(|(index, row)| format!("a,b,{row},s{index}")).collect();
        read_csv("t.csv", format!("country,concern,kind,date,stance,summary\n{}\n", rows.join("\n")).as_bytes()).matrix
    }

    #[test]
    fn the_stance_shown() {
        let check = |rows: &[&str], expected: &str, summary: &str| {
            let matrix = matrix(rows);
            let position = matrix.position(0, 0);
            assert_eq!((matrix.scale().value(position.stance()), position.summary()), (expected, summary), "{rows:?}");
        };
        check(&["quote,2021,supports", "quote,2022,opposes"], "opposes", "s1");
        check(&["quote,2022,supports", "quote,2021,opposes"], "supports", "s0");
        // Own words before deeds before others' words, whatever their dates.
        check(&["quote,2021,supports", "action,2022,opposes"], "supports", "s0");
        check(&["about,2023,supports", "action,2022,opposes"], "opposes", "s1");
        check(&["about,,supports"], "supports", "s0");
        // A paraphrase is of the rank of a quote.
        check(&["quote,2021,supports", "paraphrase,2021-06,opposes", "paraphrase,2022,mixed"], "mixed", "s2");
        // Partial dates and intervals count as their last day.
        check(&["quote,2021,supports", "quote,2021-11-30,opposes"], "supports", "s0");
        check(&["quote,2021-09-07/2021-09-09,supports", "quote,2021-09-08,opposes"], "supports", "s0");
        // Undated is before dated; among equals the last row wins.
        check(&["quote,,supports", "quote,2021,opposes"], "opposes", "s1");
        check(&["quote,2021,opposes", "quote,,supports"], "opposes", "s0");
        check(&["quote,2021,supports", "quote,2021-12-31,opposes"], "opposes", "s1");
        check(&["quote,,supports", "quote,,supports"], "supports", "s1");
        // Undated ones that differ are a conflict, but not where another rank or a date decides.
        check(&["quote,,supports", "quote,,opposes"], "conflicting", "s0");
        check(&["quote,,supports", "action,,opposes"], "supports", "s0");
        check(&["quote,,supports", "quote,,opposes", "quote,2021,mixed"], "mixed", "s2");
        // A date that is none counts as undated.
        check(&["quote,soon,supports", "quote,2021,opposes"], "opposes", "s1");
        // A silence yields to any stance, unless it comes later and ends it.
        check(&["quote,2021,supports", "quote,2022,not-addressed"], "supports", "s0");
        check(&["quote,2021,supports", "quote,2022,declined"], "supports", "s0");
        check(&["quote,2021,supports", "quote,2022,outdated"], "outdated", "s1");
        check(&["quote,2021,supports", "quote,2022,conflicting"], "conflicting", "s1");
        check(&["quote,2022,supports", "quote,2021,outdated"], "supports", "s0");
        check(&["about,2021,supports", "quote,2022,outdated"], "outdated", "s1");
        check(&["quote,,declined"], "declined", "s0");
        check(&["quote,2021,not-asked", "quote,2022,declined"], "declined", "s1");
        check(&["quote,,not-researched", "quote,,declined"], "declined", "s1");
        check(&["quote,,not-researched"], "not-researched", "s0");
    }

    #[test]
    fn earlier_dated_stances_are_the_history() {
        let check = |rows: &[&str], expected: &[usize]| {
            let matrix = matrix(rows);
            let history: Vec<usize> = matrix.position(0, 0).history().iter().map(|statement| statement.index()).collect();
            assert_eq!(history, expected, "{rows:?}");
        };
        check(&["quote,2022,supports", "quote,2020,opposes", "quote,2021,mixed"], &[1, 2]);
        check(&["quote,2022,supports", "quote,,opposes", "action,2021,mixed"], &[]);
        check(&["quote,,supports"], &[]);
        check(&[], &[]);
    }

    #[test]
    fn a_bare_silence_is_no_statement() {
        let matrix = matrix(&["quote,,not-asked"]);
        assert!(matrix.position(0, 0).is_empty() && matrix.position(0, 0).sourced());
        assert_eq!(matrix.position(7, 7).len(), 0);
    }
}
