//! The shape of a stance, so that colour never carries meaning alone. Shapes read as a scale by
//! themselves: triangles upwards, the more the nearer to its first end; a bar in the middle;
//! triangles downwards. Each silence has a shape of its own, drawn in outline.

use matrix::{Matrix, Silence, Stance, StanceKind};
use yew::Html;

use crate::view::draw::draw;
use crate::view::hole::Hole;

/// The mark of `stance`, decorative: its word always stands beside it or in the cell's name.
pub fn mark(matrix: &Matrix, stance: Stance) -> Html {
    let (class, path) = match stance.kind() {
        StanceKind::Level(level) => {
            let levels = matrix.scale().levels();
            if let Some(own) = levels.get(level).and_then(|level| level.mark.as_deref()) {
                let own: String = own.chars().take(2).collect();
                return draw("<span class='mark own' aria-hidden=true>{}</span>", [own.into()]);
            }
            ("mark solid", level_path(level, levels.len()))
        }
        StanceKind::Silence(silence) => ("mark outline", silence_path(silence)),
    };
    let holes = [class, path].map(|text| Hole::Text(text.into()));
    draw("<svg class={} viewBox='0 0 16 16' aria-hidden=true><path d={}/></svg>", holes)
}

/// What the styles know a stance by, for `data-level`, `data-step` and `data-silence`: its level, for a
/// colour of the package's own; the palette's colour; its kind of silence. In cells, in the legend and
/// in the card alike.
pub fn look(matrix: &Matrix, stance: Stance) -> [Hole; 3] {
    match stance.kind() {
        StanceKind::Level(level) => {
            let step = matrix.scale().step(level);
            [level.to_string().into(), step.to_string().into(), Hole::Nothing]
        }
        StanceKind::Silence(silence) => [Hole::Nothing, Hole::Nothing, Hole::Text(silence.value().into())],
    }
}

/// The colour and mark of a stance, as in the cells.
pub fn swatch(matrix: &Matrix, stance: Stance) -> Html {
    let [level, step, silence] = look(matrix, stance);
    draw(
        "<span class=swatch data-level={} data-step={} data-silence={}><span class=fill>{}</span></span>",
        [level, step, silence, mark(matrix, stance).into()],
    )
}

fn level_path(level: usize, of: usize) -> &'static str {
    match height(level, of) {
        3 => "M8 0l5 5H3zM8 5.5l5 5H3zM8 11l5 5H3z",
        2 => "M8 1l6 7H2zM8 8l6 7H2z",
        1 => "M8 4l6 8H2z",
        0 => "M2 6.5h12v3H2z",
        -1 => "M8 12L2 4h12z",
        -2 => "M8 8L2 1h12zM8 15L2 8h12z",
        _ => "M8 5L3 0h10zM8 10.5l-5-5h10zM8 16l-5-5h10z",
    }
}

/// How high a level stands: 3 to -3, 0 in the middle of an odd scale.
fn height(level: usize, of: usize) -> isize {
    let (level, of) = (level as isize, of as isize);
    // Twice the distance from the middle, so that even scales have none at zero.
    let twice = of - 1 - 2 * level;
    let steps = (twice.abs() + 1) / 2;
    let most = of / 2;
    let steps = if most > 3 { (steps * 3 + most - 1) / most } else { steps };
    steps * twice.signum()
}

fn silence_path(silence: Silence) -> &'static str {
    match silence {
        Silence::NotAddressed => "M3 8h.01M8 8h.01M13 8h.01",
        Silence::Declined => "M4 4l8 8M12 4l-8 8",
        Silence::Abstained => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM5.5 8h5",
        Silence::NotAsked => "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 13h.01",
        Silence::NotResearched => "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
        Silence::Conflicting => "M2.5 5.5h9l-3-3M13.5 10.5h-9l3 3",
        Silence::Outdated => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM8 5v3.2l2 1.6",
    }
}

#[cfg(test)]
mod tests {
    use super::height;

    #[test]
    fn heights_read_as_a_scale() {
        let check = |of: usize, expected: &[isize]| {
            let heights: Vec<isize> = (0..of).map(|level| height(level, of)).collect();
            assert_eq!(heights, expected);
        };
        check(1, &[0]);
        check(2, &[1, -1]);
        check(3, &[1, 0, -1]);
        check(4, &[2, 1, -1, -2]);
        check(5, &[2, 1, 0, -1, -2]);
        check(7, &[3, 2, 1, 0, -1, -2, -3]);
    }

    #[test]
    fn heights_of_long_scales_never_rise_and_use_both_ends() {
        for of in 8..=199 {
            let heights: Vec<isize> = (0..of).map(|level| height(level, of)).collect();
            assert!(heights.is_sorted_by(|a, b| a >= b), "{heights:?}");
            assert_eq!((heights.first(), heights.last()), (Some(&3), Some(&-3)));
        }
    }
}
