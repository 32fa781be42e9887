//! How keys move the tab stop through what is shown, headers included: the grid pattern of the ARIA
//! Authoring Practices.

use matrix::Shown;

use crate::state::Subject;

/// Rows that PageUp and PageDown pass over.
const PAGE: usize = 10;

/// The keys that travel.
pub const KEYS: [&str; 8] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"];

/// Where `key` leads from `here`, as rows and columns are laid out; none where it is no key of travel.
pub fn travel(shown: &Shown, swapped: bool, here: Subject, key: &str, control: bool) -> Option<Subject> {
    let (row, column) = here.laid_out(swapped);
    let (down, across) = if swapped { (&shown.columns, &shown.rows) } else { (&shown.rows, &shown.columns) };
    // Lines are counted with the header's as 0.
    let (rows, columns) = (down.len(), across.len());
    let line = |places: &[u32], place: Option<u32>| {
        place.map_or(0, |place| places.iter().position(|&other| other == place).map_or(0, |index| index + 1))
    };
    let (y, x) = (line(down, row), line(across, column));
    let (y, x) = match key {
        "ArrowUp" => (y.saturating_sub(1), x),
        "ArrowDown" => (y + 1, x),
        "ArrowLeft" => (y, x.saturating_sub(1)),
        "ArrowRight" => (y, x + 1),
        "PageUp" => (y.saturating_sub(PAGE), x),
        "PageDown" => (y + PAGE, x),
        "Home" if control => (0, 0),
        "Home" => (y, 0),
        "End" if control => (rows, columns),
        "End" => (y, columns),
        _ => return None,
    };
    // The corner between the headers holds nothing to stand on.
    let (y, x) = (y.min(rows), x.min(columns));
    let (y, x) = if (y, x) != (0, 0) {
        (y, x)
    } else if control {
        (1, 1)
    } else {
        return Some(here);
    };
    let place = |places: &[u32], line: usize| line.checked_sub(1).and_then(|index| places.get(index).copied());
    Subject::on(swapped, place(down, y), place(across, x))
}

/// The tab stop: where the reader stood if that is still shown, else the first cell.
pub fn stop(shown: &Shown, here: Option<Subject>) -> Option<Subject> {
    let still = here.filter(|here| {
        let (row, column) = here.place();
        row.is_none_or(|row| shown.rows.contains(&row)) && column.is_none_or(|column| shown.columns.contains(&column))
    });
    still.or_else(|| Some(Subject::Cell { row: *shown.rows.first()?, column: *shown.columns.first()? }))
}

#[cfg(test)]
mod tests {
    use matrix::{Choice, Filter};

    use super::*;

    /// Rows 0, 2 and columns 0, 1 of a matrix of three rows and two columns.
    fn shown() -> Shown {
        let csv = "country,concern,stance\na,x,supports\nb,x,supports\nc,y,opposes\n";
        let matrix = matrix::read_csv("t.csv", csv.as_bytes()).matrix;
        matrix.show(&Filter { rows: Choice::Only([0, 2].into()), ..Filter::default() })
    }

    #[test]
    fn keys_move_through_what_is_shown() {
        let shown = shown();
        let check = |here: &str, key: &str, control: bool, there: &str| {
            let here = Subject::from_key(here).unwrap();
            assert_eq!(travel(&shown, false, here, key, control).map(Subject::key).as_deref(), Some(there), "{here:?} {key}");
        };
        check("0:0", "ArrowDown", false, "2:0");
        check("2:0", "ArrowDown", false, "2:0");
        check("2:0", "ArrowUp", false, "0:0");
        check("0:0", "ArrowUp", false, ":0");
        check("0:0", "ArrowLeft", false, "0:");
        check(":0", "ArrowLeft", false, ":0");
        check("0:0", "ArrowRight", false, "0:1");
        check("0:1", "Home", false, "0:");
        check("0:0", "End", false, "0:1");
        check("2:1", "Home", true, "0:0");
        check("0:0", "End", true, "2:1");
        check("0:1", "PageDown", false, "2:1");
        check("2:1", "PageUp", false, ":1");
        assert_eq!(travel(&shown, false, Subject::Row(0), "a", false), None);
        let there = |here: &str, key: &str| travel(&shown, true, Subject::from_key(here)?, key, false).map(Subject::key);
        assert_eq!(there("0:0", "ArrowRight").as_deref(), Some("2:0"));
        assert_eq!(there("0:0", "ArrowDown").as_deref(), Some("0:1"));
        assert_eq!(there("0:0", "ArrowLeft").as_deref(), Some(":0"));
    }

    #[test]
    fn the_tab_stop_stays_or_falls_back_to_the_first_cell() {
        let shown = shown();
        let check = |here: Option<Subject>, expected: &str| {
            assert_eq!(stop(&shown, here).map(Subject::key).as_deref(), Some(expected), "{here:?}");
        };
        check(None, "0:0");
        check(Some(Subject::Cell { row: 2, column: 1 }), "2:1");
        check(Some(Subject::Cell { row: 1, column: 1 }), "0:0");
        check(Some(Subject::Row(2)), "2:");
    }
}
