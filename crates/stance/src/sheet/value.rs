//! The value of a workbook's cell, as somebody would have typed it.

use calamine::{DataRef, ExcelDateTime};

/// The text of a value.
pub fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => text.to_string(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(value) => moment(value),
        DataRef::DateTimeIso(text) => date(text).to_string(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number, to the fifteen digits that a spreadsheet shows.
pub fn number(value: f64) -> String {
    let shown: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if shown.abs() < 1e21 { format!("{shown}") } else { format!("{shown:e}") }
}

/// A date in ISO 8601, without the midnight that nobody typed.
pub fn date(text: &str) -> &str {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    if time.chars().all(|letter| matches!(letter, '0' | ':' | '.' | 'Z')) { day } else { text }
}

fn moment(value: &ExcelDateTime) -> String {
    let days = value.as_f64();
    if !(0.0..2_958_466.0).contains(&days) {
        return number(days);
    }
    let seconds = (days * 86_400.0).round();
    let clock = format!("{:02}:{:02}:{:02}", (seconds / 3600.0).floor(), (seconds / 60.0).floor() % 60.0, seconds % 60.0);
    if value.is_duration() || days < 1.0 {
        return clock;
    }
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let written = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    date(&written).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_are_as_people_typed_them() {
        let check = |value: f64, expected: &str| assert_eq!(number(value), expected);
        check(2021.0, "2021");
        check(-0.5, "-0.5");
        check(0.1 + 0.2, "0.3");
        check(1e15, "1000000000000000");
        check(1e300, "1e300");
        check(f64::NAN, "NaN");
    }

    #[test]
    fn dates_are_iso() {
        let check = |value: f64, kind, expected: &str| assert_eq!(moment(&ExcelDateTime::new(value, kind, false)), expected);
        check(44_427.0, ExcelDateTimeType::DateTime, "2021-08-19");
        check(44_427.5, ExcelDateTimeType::DateTime, "2021-08-19T12:00:00");
        check(0.75, ExcelDateTimeType::DateTime, "18:00:00");
        check(1.5, ExcelDateTimeType::TimeDelta, "36:00:00");
        check(-3.0, ExcelDateTimeType::DateTime, "-3");
        check(1e18, ExcelDateTimeType::DateTime, "1000000000000000000");
        assert_eq!((date("2021-08-19T00:00:00"), date("2021-08-19T10:30:00")), ("2021-08-19", "2021-08-19T10:30:00"));
    }
}
