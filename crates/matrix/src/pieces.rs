//! The bytes of a table, piece by piece: whoever reads them never holds all of a large one.

use std::fmt;
use std::rc::Rc;

/// Where the bytes of a table come from. It can be read more than once.
#[derive(Clone)]
pub struct Pieces(Rc<dyn Fn(usize) -> Vec<u8>>);

/// Bytes of a piece where all are at hand: little beside a matrix, and much to read at once.
const LENGTH: usize = 1 << 16;

impl Pieces {
    /// What gives the piece at a place, from 0 on; an empty one after the last. They may be cut anywhere.
    pub fn new(piece: impl Fn(usize) -> Vec<u8> + 'static) -> Self {
        Self(Rc::new(piece))
    }

    /// The piece at `place`.
    pub fn get(&self, place: usize) -> Vec<u8> {
        (self.0)(place)
    }
}

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Pieces")
    }
}

impl From<Vec<u8>> for Pieces {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(move |place| bytes.chunks(LENGTH).nth(place).unwrap_or_default().to_vec())
    }
}
