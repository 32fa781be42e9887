//! The table of statements.

use crate::csv::Record;
use crate::date::last_day;
use crate::header::{StatementHeader, Words};
use crate::ids::fold;
use crate::link::safe_url;
use crate::matrix::Dated;
use crate::read::Builder;
use crate::rule::{self, Rule};
use crate::stance::Stance;
use crate::statement::{Kind, TextColumn};
use crate::text::Symbol;

impl Builder {
    /// Reads the header of the statements; none, and a problem, where it does not say what they are about.
    pub(super) fn statement_header(&mut self, record: &Record) -> Option<StatementHeader> {
        let [row, column] = self.fields.each_ref().map(Option::as_deref);
        let header = StatementHeader::new(record, row, column, &self.language, &self.file, &mut self.problems);
        self.matrix.nouns = (header.row_noun, header.column_noun);
        for (name, _) in &header.extra {
            self.matrix.statements.extra.push((name.clone(), TextColumn::default()));
        }
        (header.row.is_some() && header.column.is_some()).then_some(header)
    }

    /// Adds a statement.
    pub(super) fn statement(&mut self, record: &Record, header: &StatementHeader) {
        #[cfg(not(target_family = "wasm"))]
        if let Some(open) = record.open_field(header.width) {
            // A row of the right length may have been meant so.
            let rule = if record.len() == header.width { &rule::ROWS_IN_FIELD } else { &rule::FIELD_OPEN };
            self.problem(rule, record, None, open);
        }
        let (row, column) = (place(self, record, header, true), place(self, record, header, false));
        let (Some(row), Some(column)) = (row, column) else { return };
        if record.len() > header.width {
            self.problem(&rule::FIELDS_TOO_MANY, record, None, record.get(header.width));
        }
        group(self, record, row, header.group, true);
        group(self, record, column, header.theme, false);
        let stance = header.stance.and_then(|at| stance(self, record, at)).unwrap_or(Stance::NONE);
        add(self, record, header, row, column, stance);
    }

    /// Widens the span of dates.
    fn dated(&mut self, dated: Dated) {
        let (first, last) = self.matrix.span.get_or_insert((dated, dated));
        (*first, *last) = (dated.min(*first), dated.max(*last));
    }

    /// Takes the built-in scale, which has an order of its own, for the file's own values, if it has them all.
    pub(super) fn settle_scale(&mut self) {
        let matrix = &mut self.matrix;
        let Some(scale) = matrix.scale.built_in().filter(|_| !self.has_scale) else { return };
        for stance in &mut matrix.statements.stances {
            *stance = scale.find(matrix.scale.value(*stance)).unwrap_or(Stance::NONE);
        }
        matrix.scale = scale;
    }

    fn problem(&mut self, rule: &'static Rule, record: &Record, column: Option<&str>, found: &str) {
        self.problems.add(rule, &self.file, Some(record.row), column, found);
    }
}

fn add(builder: &mut Builder, record: &Record, header: &StatementHeader, row: u32, column: u32, stance: Stance) {
    let index = builder.matrix.statements.rows.len();
    for &(words, at) in &header.words {
        let text = record.get(at);
        let text = if matches!(words, Words::Date | Words::Url | Words::Lang) { text.trim() } else { text };
        let symbol = builder.interner.add(text);
        check_words(builder, record, words, text, symbol);
        if let Some(column) = builder.matrix.statements.words.get_mut(words as usize) {
            column.set(index, symbol);
        }
    }
    for (&(_, at), (_, column)) in header.extra.iter().zip(&mut builder.matrix.statements.extra) {
        column.set(index, builder.interner.add(record.get(at)));
    }
    let has_quote = builder.matrix.statements.word(index, Words::Quote) != Default::default();
    let written = kind(builder, record, header.kind);
    if let Some(kind) = written {
        check_quote(builder, record, kind, has_quote);
    }
    let kind = written.unwrap_or(if has_quote { Kind::Quote } else { Kind::Paraphrase });
    builder.matrix.statements.rows.push(row);
    builder.matrix.statements.columns.push(column);
    builder.matrix.statements.stances.push(stance);
    builder.matrix.statements.kinds.push(kind);
    builder.file_rows.push(record.row);
}

fn check_words(builder: &mut Builder, record: &Record, words: Words, text: &str, symbol: Symbol) {
    if text.is_empty() {
        return;
    }
    match words {
        Words::Date => match last_day(text) {
            Some(day) => builder.dated((day, symbol)),
            None => builder.problem(&rule::NOT_A_DATE, record, Some(words.header()), text),
        },
        Words::Url if safe_url(text).is_none() => {
            builder.problem(&rule::UNSAFE_ADDRESS, record, Some(words.header()), text);
        }
        _ => {}
    }
}

/// The row's or the column's place; none, and a problem, where there is none.
fn place(builder: &mut Builder, record: &Record, header: &StatementHeader, is_row: bool) -> Option<u32> {
    let (at, noun) = if is_row { (header.row?, header.row_noun) } else { (header.column?, header.column_noun) };
    let (text, noun) = (record.get(at).trim(), noun.singular());
    if text.is_empty() {
        builder.problem(&rule::PLACE_MISSING, record, Some(noun), noun);
        return None;
    }
    let axis = if is_row { &mut builder.rows } else { &mut builder.columns };
    let place = axis.place(text, &mut builder.interner);
    if place.is_none() {
        let meant = axis.nearest(text, &builder.interner);
        builder.problems.add_meant(&rule::ID_UNKNOWN, &builder.file, Some(record.row), Some(noun), text, meant);
    }
    #[cfg(not(target_family = "wasm"))]
    if let Some(meant) = place.and_then(|place| axis.respelt(place, text, &builder.interner)) {
        builder.problems.add_meant(&rule::SPELT_TWICE, &builder.file, Some(record.row), Some(noun), text, Some(meant));
    }
    place
}

fn group(builder: &mut Builder, record: &Record, place: u32, at: Option<usize>, is_row: bool) {
    let Some(at) = at else { return };
    let name = record.get(at).trim();
    let (axis, header) = if is_row { (&mut builder.rows, "group") } else { (&mut builder.columns, "theme") };
    if !axis.assign(place, name, &mut builder.interner) {
        builder.problem(&rule::OTHER_GROUP, record, Some(header), name);
    }
}

fn kind(builder: &mut Builder, record: &Record, at: Option<usize>) -> Option<Kind> {
    let written = record.get(at?);
    let word = fold(written);
    if word.is_empty() {
        return None;
    }
    let kind = Kind::ALL.iter().copied().find(|kind| kind.word() == word);
    if kind.is_none() {
        builder.problem(&rule::KIND_UNKNOWN, record, Some("kind"), written.trim());
    }
    kind
}

/// Verbatim words are what two of the kinds are, and what the other two must not be.
fn check_quote(builder: &mut Builder, record: &Record, kind: Kind, has_quote: bool) {
    let wants = matches!(kind, Kind::Quote | Kind::About);
    if wants && !has_quote {
        builder.problem(&rule::QUOTE_MISSING, record, Some("quote"), kind.word());
    } else if !wants && has_quote {
        builder.problem(&rule::QUOTE_UNEXPECTED, record, Some("kind"), kind.word());
    }
}

/// The stance that a row names; none, and a problem, where it names none. Where the package has no scale, a value
/// becomes a level of it when it appears.
fn stance(builder: &mut Builder, record: &Record, at: usize) -> Option<Stance> {
    let written = record.get(at).trim();
    if written.is_empty() {
        builder.problem(&rule::STANCE_MISSING, record, Some("stance"), "");
        return None;
    }
    let (scale, given) = (&mut builder.matrix.scale, builder.has_scale);
    let stance = scale.find(written).or_else(|| if given { None } else { scale.add(written, written) });
    if stance.is_none() {
        let rule = if given { &rule::NOT_ON_SCALE } else { &rule::VALUES_TOO_MANY };
        let meant = scale.nearest(written).filter(|_| given).map(String::from);
        builder.problems.add_meant(rule, &builder.file, Some(record.row), Some("stance"), written, meant);
    }
    stance
}

#[cfg(test)]
mod tests {
    use crate::read_csv;

    #[test]
    fn what_is_wrong_is_said_where_it_is() {
        let check = |row: &str, expected: &str| {
            let csv = format!("country,concern,stance,kind,quote,date,source,url\na,x,supports,,,,s,\n\n{row}\n");
            let problems: Vec<String> = read_csv("t.csv", csv.as_bytes()).problems.iter().map(ToString::to_string).collect();
            assert!(problems.len() <= 1, "{problems:?}");
            let first = problems.first().map_or("", String::as_str);
            assert!(if expected.is_empty() { first.is_empty() } else { first.starts_with(expected) }, "{row}: {first}");
        };
        check("b,x,opposes,,,2021,s,https://a.org", "");
        check(",x,opposes,,,,s,", "t.csv, row 4, column country: The country is missing.");
        check("b,,opposes,,,,s,", "t.csv, row 4, column concern: The concern is missing.");
        check("b,x,,,,,s,", "t.csv, row 4, column stance: The stance is missing.");
        check("b,x,opposes,rumour,,,s,", "t.csv, row 4, column kind: “rumour” is no kind of statement.");
        check("b,x,opposes,quote,,,s,", "t.csv, row 4, column quote: The kind is “quote”, and there is no quote.");
        check("b,x,opposes,action,words,,s,", "t.csv, row 4, column kind: The kind is “action”, and there is a quote.");
        check("b,x,opposes,,,soon,s,", "t.csv, row 4, column date: “soon” is no date.");
        check("b,x,opposes,,,,s,javascript:1", "t.csv, row 4, column url: “javascript:1” is no address");
        check("b,x,opposes,,,,,", "t.csv, row 4, column source: b, x: the stance has no source.");
        check("b,x,opposes,,,,s,,more", "t.csv, row 4: The row has more fields than the header; the first of them is “more”.");
    }

    #[test]
    fn a_bad_row_leaves_the_others() {
        let reading = read_csv("t.csv", b"country,concern,stance,source\na,x,supports,s\n,x,supports,s\nb,x,opposes,s\n");
        assert_eq!((reading.matrix.rows().len(), reading.matrix.len(), reading.problems.len()), (2, 2, 1));
        assert_eq!(reading.rows, [2, 4]);
    }
}
