//! Dates that are none, and dates that are still to come.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use jiff::fmt::strtime;
use matrix::days;

use super::finding::Finding;
use super::rules;

/// Whether a date is after today; a year or a month that has begun is not.
pub fn look(date: &str, today: u32) -> Option<Finding> {
    let (first, _) = days(date)?;
    (first > today).then(|| Finding::new(&rules::DATE_IN_FUTURE, "date", date))
}

/// The forms in which people and spreadsheets write a day. Whether 08/09 is in August or in September nobody can say.
const FORMS: [&str; 9] =
    ["%d.%m.%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y-%m-%dT%H:%M"];

/// The day that is meant by a date that is written in another form.
pub fn meaning(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some((from, to)) = [" - ", " – ", " — ", "/", " to ", " bis "].iter().find_map(|to| text.split_once(to)) {
        let interval = day(from).zip(day(to)).filter(|(from, to)| from <= to);
        if let Some((from, to)) = interval {
            return Some(format!("{from}/{to}"));
        }
    }
    day(text).map(|day| day.to_string())
}

/// The one day that is meant, in a year that people write of.
fn day(text: &str) -> Option<Date> {
    let text = &text.trim().replace(['‐', '‑', '–'], "-");
    let of_form = |form: &&str| strtime::parse(form, text).ok()?.to_date().ok();
    let day = FORMS.iter().find_map(of_form).or_else(|| with_slashes(text)).or_else(|| instant(text)).or_else(|| counted(text));
    day.filter(|day| day.year() >= 1000)
}

/// A day with slashes, where only one order of day and month is possible.
fn with_slashes(text: &str) -> Option<Date> {
    let [one, two] = ["%d/%m/%Y", "%m/%d/%Y"].map(|form| strtime::parse(form, text).ok()?.to_date().ok());
    if one.is_some() && two.is_some() && one != two { None } else { one.or(two) }
}

/// A day with an hour, as databases write it.
fn instant(text: &str) -> Option<Date> {
    let (day, hour) = text.split_once(['T', ' '])?;
    hour.get(2..3).filter(|colon| *colon == ":")?;
    day.parse().ok()
}

/// The number that a spreadsheet keeps for a day, from the year 1982 on to 2064.
fn counted(text: &str) -> Option<Date> {
    let number: i64 = text.parse().ok().filter(|number| (30_000..60_000).contains(number))?;
    date(1899, 12, 30).checked_add(number.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_begun_is_not_still_to_come() {
        let check = |date: &str, expected: bool| assert_eq!(look(date, 20_261_124).is_some(), expected, "{date}");
        check("2026", false);
        check("2026-11", false);
        check("2026-11-24", false);
        check("2026-11-25", true);
        check("2026-11-20/2026-12-01", false);
        check("2027", true);
        check("soon", false);
    }

    #[test]
    fn usual_forms_are_understood() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(meaning(text).as_deref(), expected, "{text}");
        check("19.08.2021", Some("2021-08-19"));
        check("19/08/2021", Some("2021-08-19"));
        check("08/19/2021", Some("2021-08-19"));
        check("08/09/2021", None);
        check("09/09/2021", Some("2021-09-09"));
        check("2021/8/19", Some("2021-08-19"));
        check("2021-8-19", Some("2021-08-19"));
        check("19 August 2021", Some("2021-08-19"));
        check("August 19, 2021", Some("2021-08-19"));
        check("Aug 19, 2021", Some("2021-08-19"));
        check("2021-08-19T10:00:00Z", Some("2021-08-19"));
        check("2021-08-19 10:00", Some("2021-08-19"));
        check("31.02.2021", None);
        check("12.03.26", None);
        check("5/6/26", None);
        check("2021–08–19", Some("2021-08-19"));
        check("44427", Some("2021-08-19"));
        check("2021-09-07 - 2021-09-09", Some("2021-09-07/2021-09-09"));
        check("7.9.2021 – 9.9.2021", Some("2021-09-07/2021-09-09"));
        check("2021-09-09 - 2021-09-07", None);
        check("soon", None);
    }
}
