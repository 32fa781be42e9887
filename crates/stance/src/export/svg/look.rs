//! How a stance looks on a picture: the widget's colours (`styles/tokens.css`, `own.css`, light) and marks (`src/view/mark.rs`).
//! Colours are in hexadecimal, since not everything that shows an SVG knows OKLCH.

use matrix::{Level, Matrix, Silence, Stance, StanceKind};

/// The palette: fill, ink and edge of each of its nine colours.
pub(super) const PALETTE: [[&str; 3]; 9] = [
    ["#1a3e84", LIGHT, "#6c91ce"],
    ["#446aa6", LIGHT, "#0e1624"],
    ["#7597c6", DARK, "#343e4d"],
    ["#aec5df", DARK, EDGE],
    ["#efede4", DARK, EDGE],
    ["#e3cead", DARK, EDGE],
    ["#ddab71", DARK, EDGE],
    ["#d28841", DARK, EDGE],
    ["#c56211", DARK, "#0e1624"],
];
pub(super) const DARK: &str = "#070b14";
pub(super) const LIGHT: &str = "#fcfcfc";
pub(super) const EDGE: &str = "#343e4d";
pub(super) const PAGE: &str = "#ffffff";
pub(super) const TEXT: &str = "#1a1c1f";
pub(super) const MUTED: &str = "#5a5f66";
pub(super) const LINE: &str = "#dcdcd8";
pub(super) const HATCH: &str = "#e4e4e0";
pub(super) const OUTLINE: &str = "#8b9096";

/// Colours and mark of a stance.
pub(super) struct Look {
    pub fill: String,
    pub ink: &'static str,
    pub edge: &'static str,
    pub mark: Mark,
    /// Without a hue: hatched, with a broken edge.
    pub is_silence: bool,
}

/// The shape of a stance, in a square of 16.
pub(super) enum Mark {
    Solid(&'static str),
    Outline(&'static str),
    /// One or two characters of the package's own.
    Own(String),
}

impl Look {
    /// The look of `stance`.
    pub fn of(matrix: &Matrix, stance: Stance) -> Self {
        match stance.kind() {
            StanceKind::Silence(silence) => {
                let mark = Mark::Outline(silence_path(silence));
                Self { fill: PAGE.into(), ink: MUTED, edge: OUTLINE, mark, is_silence: true }
            }
            StanceKind::Level(place) => {
                let scale = matrix.scale();
                let level = scale.levels().get(place);
                let step = scale.step(place).saturating_sub(1);
                let [fill, ink, edge] = PALETTE.get(step).copied().unwrap_or([PAGE, DARK, EDGE]);
                let solid = Mark::Solid(level_path(place, scale.len()));
                let own = level.and_then(|level| level.mark.as_deref());
                let mark = own.map_or(solid, |own| Mark::Own(own.chars().take(2).collect()));
                match level.and_then(own_color) {
                    Some((fill, ink)) => Self { fill, ink, edge: DARK, mark, is_silence: false },
                    None => Self { fill: fill.into(), ink, edge, mark, is_silence: false },
                }
            }
        }
    }
}

/// The package's own colour and the ink that can be read on it. Only one in hexadecimal counts: whatever else stands
/// there could name an address, and its lightness is not known.
fn own_color(level: &Level) -> Option<(String, &'static str)> {
    let digits = level.color.as_deref()?.trim().strip_prefix('#')?;
    let doubled: String = if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.into() };
    let number = Some(doubled).filter(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    let color = u32::from_str_radix(&number, 16).ok()?;
    let linear = |shift: u32| (f64::from(color >> shift & 0xff) / 255.0).powf(2.2);
    let luminance = 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
    // Where both inks contrast alike.
    Some((format!("#{}", number.to_lowercase()), if luminance < 0.18 { LIGHT } else { DARK }))
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
    use super::*;

    /// The widget is another crate, for the browser; the two must look alike.
    #[test]
    fn marks_are_those_of_the_widget() {
        let widget = include_str!("../../../../../src/view/mark.rs");
        let paths = (0..7).map(|level| level_path(level, 7)).chain(Silence::ALL.map(silence_path));
        paths.for_each(|path| assert!(widget.contains(&format!("\"{path}\"")), "{path}"));
        let rule = "let twice = of - 1 - 2 * level;\n    let steps = (twice.abs() + 1) / 2;\n    let most = of / 2;\n    \
                    let steps = if most > 3 { (steps * 3 + most - 1) / most } else { steps };";
        assert!(widget.contains(rule) && include_str!("look.rs").contains(rule));
    }

    #[test]
    fn colours_are_the_tokens() {
        let tokens = concat!(include_str!("../../../../../styles/tokens.css"), include_str!("../../../../../styles/own.css"));
        let check = |name: &str, color: &str| {
            let line = tokens.lines().find(|line| line.trim().starts_with(&format!("--stance-{name}:"))).expect(name);
            let value = line.split_once(':').expect(name).1.trim().trim_start_matches("light-dark(");
            let found = if value.starts_with("oklch(") { hex(value) } else { value.split([',', ';']).next().expect(name).to_string() };
            assert_eq!(found.replace("#fff", "#ffffff").get(..7), Some(color), "{name}");
        };
        for (step, [fill, ..]) in (1..).zip(PALETTE) {
            check(&step.to_string(), fill);
        }
        for (name, color) in [("ink-dark", DARK), ("ink-light", LIGHT), ("edge", EDGE), ("page", PAGE), ("text", TEXT)] {
            check(name, color);
        }
        for (name, color) in [("muted", MUTED), ("line", LINE), ("hatch", HATCH), ("outline", OUTLINE)] {
            check(name, color);
        }
        for (step, name) in [(1, "edge-1"), (2, "edge-2"), (3, "edge-3"), (9, "edge-9")] {
            check(name, PALETTE[step - 1][2]);
        }
    }

    /// The colour `oklch(L C H)` in hexadecimal.
    fn hex(text: &str) -> String {
        let parts: Vec<f64> = text["oklch(".len()..].split(')').next().unwrap().split(' ').map(|part| part.parse().unwrap()).collect();
        let (l, a, b) = (parts[0], parts[1] * parts[2].to_radians().cos(), parts[1] * parts[2].to_radians().sin());
        let cone = |a_part: f64, b_part: f64| (l + a_part * a + b_part * b).powi(3);
        let (l, m, s) = (cone(0.3963377774, 0.2158037573), cone(-0.1055613458, -0.0638541728), cone(-0.0894841775, -1.291485548));
        let linear = [
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
        ];
        let byte = |part: f64| if part <= 0.0031308 { 12.92 * part } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 } * 255.0;
        linear.iter().fold(String::from("#"), |hex, &part| format!("{hex}{:02x}", byte(part).round() as u8))
    }

    #[test]
    fn an_own_colour_is_a_colour() {
        let check = |color: &str, expected: Option<(&str, &str)>| {
            let level = Level { value: String::new(), label: String::new(), color: Some(color.into()), mark: None };
            assert_eq!(
                own_color(&level),
                expected.map(|(fill, ink)| (fill.to_string(), ink)).map(|(fill, ink)| (fill, if ink == DARK { DARK } else { LIGHT }))
            );
        };
        check("#FFF", Some(("#ffffff", DARK)));
        check(" #102030 ", Some(("#102030", LIGHT)));
        check("url(https://example.org/a.svg#b)", None);
        check("#12345", None);
        check("#+12345", None);
        check("navy", None);
    }
}
