//! Which part of the matrix is drawn: all of a small one, of a large one what is in sight and a little around it.

use std::ops::Range;

/// Up to so many cells everything is drawn, each line as high as it needs to be. In a larger matrix all lines are
/// of one height, so that where each one stands is known without drawing it.
const WHOLE: usize = 1000;
/// How many lines, and how many places across, are drawn on each side of those in sight while it scrolls: what comes
/// into sight with the next frames is there already.
pub const SCROLLING: usize = 3;
/// And while it rests: the reader waits for what is in sight.
pub const RESTING: usize = 1;

/// A part of the matrix as it is laid out; numbers count what is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Window {
    /// Lines, without the header's.
    pub lines: Range<usize>,
    /// Places across.
    pub across: Range<usize>,
}

impl Window {
    /// The part to draw of a matrix of so many lines and places across, where `sight` is in sight: this one, if that
    /// lies in it, else that and so many `around` it.
    pub fn of(&self, lines: usize, across: usize, sight: &Self, around: usize) -> Self {
        if !is_large(lines, across) {
            return Self { lines: 0..lines, across: 0..across };
        }
        let part = |part: &Range<usize>, sight: &Range<usize>, of: usize| {
            let seen = within(sight, of);
            if part.start <= seen.start && seen.end <= part.end && part.end <= of {
                return part.clone();
            }
            seen.start.saturating_sub(around)..(seen.end + around).min(of)
        };
        Self { lines: part(&self.lines, &sight.lines, lines), across: part(&self.across, &sight.across, across) }
    }

    /// The same part moved so that it holds a line and a place across, wherever those are not in it already.
    pub fn around(&self, line: Option<usize>, across: Option<usize>) -> Self {
        let moved = |part: &Range<usize>, to: Option<usize>| match to {
            Some(to) if !part.contains(&to) => {
                let start = to.saturating_sub(part.len() / 2);
                start..start + part.len()
            }
            _ => part.clone(),
        };
        Self { lines: moved(&self.lines, line), across: moved(&self.across, across) }
    }
}

/// Whether a matrix of so many lines and places across is too large to be drawn whole.
pub fn is_large(lines: usize, across: usize) -> bool {
    lines * across > WHOLE
}

/// `sight`, moved so that it ends where the matrix does.
fn within(sight: &Range<usize>, of: usize) -> Range<usize> {
    let end = sight.end.min(of);
    sight.start.min(end.saturating_sub(sight.len()))..end
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGHT: Window = Window { lines: 10..20, across: 100..110 };

    #[test]
    fn a_small_matrix_is_drawn_whole_and_a_large_one_around_what_is_in_sight() {
        let check = |of: [usize; 2], lines: Range<usize>, across: Range<usize>| {
            let window = Window::default().of(of[0], of[1], &SIGHT, SCROLLING);
            assert_eq!(window, Window { lines, across }, "{of:?}");
            assert_eq!(window.of(of[0], of[1], &SIGHT, SCROLLING), window, "{of:?}");
        };
        check([0, 0], 0..0, 0..0);
        check([20, 50], 0..20, 0..50);
        check([200, 1000], 7..23, 97..113);
        // A filter has left less than where the reader was.
        check([15, 105], 2..15, 92..105);
        check([2, 6000], 0..2, 97..113);
        check([6000, 1], 7..23, 0..1);
        assert_eq!(Window::default().of(200, 1000, &SIGHT, RESTING), Window { lines: 9..21, across: 99..111 });
    }

    #[test]
    fn what_is_drawn_stays_while_it_holds_what_is_in_sight() {
        let drawn = Window { lines: 7..23, across: 97..113 };
        let check = |of: [usize; 2], sight: [Range<usize>; 2], lines: Range<usize>, across: Range<usize>| {
            let [seen, over] = sight;
            assert_eq!(drawn.of(of[0], of[1], &Window { lines: seen, across: over }, SCROLLING), Window { lines, across });
        };
        check([200, 1000], [7..17, 103..113], 7..23, 97..113);
        check([200, 1000], [6..16, 103..113], 3..19, 97..113);
        check([200, 1000], [13..23, 104..114], 7..23, 101..117);
        // The last lines are gone.
        check([20, 1000], [10..20, 100..110], 7..20, 97..113);
    }

    #[test]
    fn what_is_looked_for_comes_into_it() {
        assert_eq!(SIGHT.around(Some(12), Some(109)), SIGHT);
        assert_eq!(SIGHT.around(Some(50), None), Window { lines: 45..55, across: 100..110 });
        assert_eq!(SIGHT.around(Some(2), Some(3000)), Window { lines: 0..10, across: 2995..3005 });
    }
}
