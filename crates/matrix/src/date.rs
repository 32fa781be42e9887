//! Dates as the data has them: days, months, years and intervals.

/// The last day that `text` can mean, as a number that orders as days do; none where `text` is no
/// date. `2021` counts as its 31 December, `2021-08` as its 31 August, an interval as its end.
pub(crate) fn last_day(text: &str) -> Option<u32> {
    days(text).map(|(_, last)| last)
}

/// The first and the last day that `text` can mean, as numbers of the digits of a day (20210819); none where it is
/// no date.
pub fn days(text: &str) -> Option<(u32, u32)> {
    match text.split_once('/') {
        None => span(text),
        Some((from, to)) => {
            let (first, _) = span(from)?;
            let (_, last) = span(to)?;
            (first <= last).then_some((first, last))
        }
    }
}

/// First and last day of a year, a month or a day.
fn span(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let Some(month) = parts.next() else { return Some((number(year, 1, 1), number(year, 12, 31))) };
    let month = digits(month, 2).filter(|month| (1..=12).contains(month))?;
    let days = days_of(year, month);
    let Some(day) = parts.next() else { return Some((number(year, month, 1), number(year, month, days))) };
    let day = digits(day, 2).filter(|day| (1..=days).contains(day))?;
    parts.next().is_none().then_some((number(year, month, day), number(year, month, day)))
}

fn number(year: u32, month: u32, day: u32) -> u32 {
    year * 10_000 + month * 100 + day
}

fn digits(text: &str, length: usize) -> Option<u32> {
    let right = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

fn days_of(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::last_day;

    #[test]
    fn dates_count_as_their_last_day() {
        let check = |text: &str, expected: Option<u32>| assert_eq!(last_day(text), expected, "{text:?}");
        check("2021", Some(20_211_231));
        check("2021-08", Some(20_210_831));
        check("2021-08-19", Some(20_210_819));
        check("2021-09-07/2021-09-09", Some(20_210_909));
        check("2021-09/2021", Some(20_211_231));
        check("2024-02", Some(20_240_229));
        check("1900-02", Some(19_000_228));
        check("2000-02-29", Some(20_000_229));
        check("2021-02-29", None);
        check("2021-13", None);
        check("2021-00-01", None);
        check("2021-8-19", None);
        check("2021-09-09/2021-09-07", None);
        check("2021-09-07/", None);
        check("19 August", None);
        check("2021-08-19T10:00", None);
        check("20２1", None);
        check("", None);
    }
}
