//! A table with a value for each two rows.

#[derive(Clone)]
/// Values by two places, both from 0 to below the side.
pub(super) struct Square<T> {
    side: usize,
    values: Vec<T>,
}

impl<T: Copy + Default> Square<T> {
    /// A table with nothing in it yet.
    pub(super) fn new(side: usize) -> Self {
        Self { side, values: vec![T::default(); side * side] }
    }

    /// How many places there are.
    pub(super) fn side(&self) -> usize {
        self.side
    }

    /// The value at two places; the empty one beyond the last.
    pub(super) fn get(&self, a: usize, b: usize) -> T {
        self.values.get(a * self.side + b).copied().unwrap_or_default()
    }

    /// Puts a value there.
    pub(super) fn set(&mut self, a: usize, b: usize, value: T) {
        if let Some(place) = self.values.get_mut(a * self.side + b) {
            *place = value;
        }
    }
}
