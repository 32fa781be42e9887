//! Where everything on a picture stands: which way round the matrix is laid out, how large its cells are, and which
//! names and words there is room for. Horizontal places count from the side that reading starts at.

use super::text::{BOLD, fits, width, wrapped};

pub(super) const WIDTH: f64 = 1200.0;
pub(super) const HEIGHT: f64 = 630.0;
pub(super) const MARGIN: f64 = 48.0;

/// Cells smaller than this can hardly be told apart.
const LEAST: f64 = 3.0;
/// Cells smaller than this have no edge, which would take what there is of them.
pub(super) const EDGED: f64 = 8.0;
/// Cells higher than this are no longer a table.
const MOST: f64 = 76.0;
/// Names are set no smaller.
const LEAST_TYPE: f64 = 15.0;
/// More groups than this would leave too little for the cells.
const MOST_BREAKS: usize = 6;
/// Between the names of what goes down and the cells.
pub(super) const BESIDE: f64 = 16.0;
/// The slant of headers that do not fit beside each other: 45°, as this much of their length.
const SLANT: f64 = std::f64::consts::FRAC_1_SQRT_2;

/// What is to be laid out: names that go down and across, the words of stances, and from where to where there is room.
pub(super) struct Content<'a> {
    pub down: &'a [String],
    pub across: &'a [String],
    /// How often another group begins among them.
    pub breaks: (usize, usize),
    pub words: &'a [String],
    /// Whether columns go down and rows across. The names of rows are bold.
    pub is_swapped: bool,
    pub top: f64,
    pub bottom: f64,
}

/// How the names of what goes across are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Headers {
    /// On up to three lines.
    Flat,
    /// Slanted, one line each, as long as this.
    Slanted(f64),
    /// Not at all.
    None,
}

/// A layout. Sizes are of type where they are called so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub left: f64,
    pub top: f64,
    /// Where the line stands that says how many there are of what has no names.
    pub caption: f64,
    /// From one cell to the next.
    pub across: f64,
    pub down: f64,
    pub gap: f64,
    /// What is more between two groups, down and across.
    pub apart: (f64, f64),
    /// The size of the names that go down.
    pub names: Option<f64>,
    pub headers: Headers,
    /// The size of those, where there are any.
    pub header: f64,
    /// The size of the stances' words.
    pub words: Option<f64>,
    /// The width of a mark.
    pub mark: Option<f64>,
}

/// The leading of headers, as this much of their size.
pub(super) const LEADING: f64 = 1.2;
/// The room of the caption.
const CAPTION: f64 = 28.0;

impl Plan {
    /// The layout of `content`; none where its cells would be too small to see.
    pub fn of(content: &Content) -> Option<Self> {
        // Names take room from the words in the cells; the larger of two that show as much is the better.
        let sizes = [None, Some(LEAST_TYPE), Some(16.0), Some(18.0), Some(20.0)];
        sizes.into_iter().filter_map(|names| Self::with_names(content, names)).max_by_key(Self::worth)
    }

    fn with_names(content: &Content, names: Option<f64>) -> Option<Self> {
        let bold = content.bold();
        let longest = content.down.iter().map(|name| width(name, names.unwrap_or(0.0) * bold.0)).fold(0.0, f64::max);
        let left = MARGIN + if names.is_some() { longest.min(340.0) + BESIDE } else { 0.0 };
        let apart = (apart(content.breaks.0, names), apart(content.breaks.1, names));
        let room = WIDTH - MARGIN - left - apart.1 * content.breaks.1 as f64;
        let many = |names: &[String]| names.len() as f64;
        let (headers, header) = headers(content.across, bold.1, room / many(content.across), names);
        // The last slanted name leans out of the matrix.
        let across = match headers {
            Headers::Slanted(length) => (room - length * SLANT) / (many(content.across) - 0.5),
            _ => room / many(content.across),
        };
        let is_captioned = names.is_none() || headers == Headers::None;
        let top = content.top
            + header_height(content.across, headers, header * bold.1, header, across)
            + if is_captioned { CAPTION } else { 0.0 };
        let down = ((content.bottom - top - apart.0 * content.breaks.0 as f64) / many(content.down)).min(MOST);
        if down < LEAST || across < LEAST || names.is_some_and(|size| down < size * 1.6 - (18.0 - size).max(0.0)) {
            return None;
        }
        let smaller = down.min(across);
        let gap = match smaller {
            16.0.. => 3.0,
            5.0.. => 1.0,
            _ => 0.0,
        };
        let words = [20.0, 18.0, 16.0, 15.0, 14.0]
            .into_iter()
            .find(|&size| down - gap >= size * 1.5 && content.words.iter().all(|word| width(word, size) + beside(size) <= across - gap));
        let mark = words.map(|size| size * 0.8).or((smaller >= 16.0).then_some((smaller * 0.5).min(20.0)));
        let caption = content.top + CAPTION * 0.6;
        Some(Self { left, top, caption, across, down, gap, apart, names, headers, header, words, mark })
    }

    /// Whether the cells are too small for edges.
    pub fn is_small(&self) -> bool {
        self.down.min(self.across) - self.gap < EDGED
    }

    /// The same, further down.
    pub fn lowered(self, by: f64) -> Self {
        Self { top: self.top + by, caption: self.caption + by, ..self }
    }

    /// How much can be read: of two ways round, the better one.
    pub fn worth(&self) -> u8 {
        let headers = match self.headers {
            Headers::Flat => 3,
            Headers::Slanted(_) => 2,
            Headers::None => 0,
        };
        u8::from(self.names.is_some()) * 16 + u8::from(self.words.is_some()) * 8 + headers + u8::from(self.mark.is_some())
    }
}

/// What is more between two groups: nothing where they are many, or have no names beside them.
fn apart(breaks: usize, names: Option<f64>) -> f64 {
    if breaks <= MOST_BREAKS && names.is_some() { 8.0 } else { 0.0 }
}

/// What a mark and the space around it and its word take of a cell.
pub(super) fn beside(size: f64) -> f64 {
    size * 2.3
}

impl Content<'_> {
    /// How much wider the names that go down and across are than common text.
    fn bold(&self) -> (f64, f64) {
        if self.is_swapped { (1.0, BOLD) } else { (BOLD, 1.0) }
    }
}

/// How the names that go across are set, and in what size; `across` is the room of each, `others` the size of the names
/// that go down.
fn headers(names: &[String], bold: f64, across: f64, others: Option<f64>) -> (Headers, f64) {
    let sizes = [others.unwrap_or(LEAST_TYPE).min(18.0), LEAST_TYPE];
    let flat = sizes.into_iter().find(|size| names.iter().all(|name| fits(name, header_room(across), size * bold, 3)));
    if let Some(size) = flat {
        return (Headers::Flat, size);
    }
    let longest = names.iter().map(|name| width(name, LEAST_TYPE * bold)).fold(0.0, f64::max);
    (if across >= LEAST_TYPE * 1.5 { Headers::Slanted(longest.min(200.0)) } else { Headers::None }, LEAST_TYPE)
}

/// How wide a flat header can be.
pub(super) fn header_room(across: f64) -> f64 {
    across - 8.0
}

fn header_height(names: &[String], headers: Headers, measured: f64, size: f64, across: f64) -> f64 {
    let lines = |name: &String| wrapped(name, header_room(across), measured, 3).len();
    match headers {
        Headers::Flat => names.iter().map(lines).max().unwrap_or(0) as f64 * size * LEADING + 10.0,
        Headers::Slanted(length) => length * SLANT + size,
        Headers::None => 0.0,
    }
}
