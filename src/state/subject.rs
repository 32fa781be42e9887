//! What a card can be about, and how the document names it.

/// What a card can be about. Numbers are places in the matrix, whatever is filtered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A position.
    Cell {
        /// Row of the matrix.
        row: u32,
        /// Column of the matrix.
        column: u32,
    },
    /// A row, by its header.
    Row(u32),
    /// A column, by its header.
    Column(u32),
}

impl Subject {
    /// Row and column of the matrix; none for the header's own line.
    pub fn place(self) -> (Option<u32>, Option<u32>) {
        match self {
            Self::Cell { row, column } => (Some(row), Some(column)),
            Self::Row(row) => (Some(row), None),
            Self::Column(column) => (None, Some(column)),
        }
    }

    /// The subject at a row and a column, none of which is a header's line.
    pub fn at(row: Option<u32>, column: Option<u32>) -> Option<Self> {
        match (row, column) {
            (Some(row), Some(column)) => Some(Self::Cell { row, column }),
            (Some(row), None) => Some(Self::Row(row)),
            (None, Some(column)) => Some(Self::Column(column)),
            (None, None) => None,
        }
    }

    /// Its line and its place across: row and column, or column and row where those are `swapped`; none for the
    /// header's own.
    pub fn laid_out(self, swapped: bool) -> (Option<u32>, Option<u32>) {
        let (row, column) = self.place();
        if swapped { (column, row) } else { (row, column) }
    }

    /// The subject of a line and a place across.
    pub fn on(swapped: bool, line: Option<u32>, across: Option<u32>) -> Option<Self> {
        if swapped { Self::at(across, line) } else { Self::at(line, across) }
    }

    /// As text in the document (`2:5`, `2:`, `:5`), so that one listener can find what was pressed.
    pub fn key(self) -> String {
        let text = |place: Option<u32>| place.map(|place| place.to_string()).unwrap_or_default();
        let (row, column) = self.place();
        [&text(row), ":", &text(column)].concat()
    }

    /// Reads [`Subject::key`] back.
    pub fn from_key(key: &str) -> Option<Self> {
        let (row, column) = key.split_once(':')?;
        Self::at(row.parse().ok(), column.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_subjects_read_back() {
        for subject in [Subject::Cell { row: 1, column: 2 }, Subject::Column(3), Subject::Row(0)] {
            assert_eq!(Subject::from_key(&subject.key()), Some(subject));
        }
        for wrong in ["", ":", "x:y", "1"] {
            assert_eq!(Subject::from_key(wrong), None, "{wrong}");
        }
    }
}
