//! Text, stored once. A [`Symbol`] stands for a piece of text; equal pieces have equal symbols.

use std::hash::{BuildHasher, RandomState};

/// A piece of interned text; the default one is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Symbol(u32);

/// All text of a matrix in one buffer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    buffer: String,
    /// Where each piece ends; the empty one, symbol 0, is not listed.
    ends: Vec<u32>,
}

/// Interns text; what finds it again is dropped with it, once all is read. A table of symbols, not the standard
/// library's map: that would hold every text once more, and costs the reader's bundle a kilobyte.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    pub texts: Texts,
    /// Symbols at the place of their hash, or the next that was free; the empty one is a free place. At least
    /// half of the places are.
    table: Vec<Symbol>,
    hasher: RandomState,
}

impl Interner {
    /// The symbol of `text`. Past 4 GiB of text, which no browser holds, it is the empty one.
    pub fn add(&mut self, text: &str) -> Symbol {
        if text.is_empty() {
            return Symbol::default();
        }
        if self.table.len() <= 2 * (self.texts.ends.len() + 1) {
            self.grow();
        }
        let place = self.place(text);
        let known = self.table.get(place).copied().unwrap_or_default();
        if known != Symbol::default() {
            return known;
        }
        let texts = &mut self.texts;
        let (Ok(end), Ok(index)) = (u32::try_from(texts.buffer.len() + text.len()), u32::try_from(texts.ends.len() + 1)) else {
            return Symbol::default();
        };
        texts.buffer.push_str(text);
        texts.ends.push(end);
        self.put(place, Symbol(index));
        Symbol(index)
    }

    /// The symbol of `text`, if it has one.
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.table.get(self.place(text)).copied().filter(|&known| known != Symbol::default())
    }

    fn put(&mut self, place: usize, symbol: Symbol) {
        if let Some(free) = self.table.get_mut(place) {
            *free = symbol;
        }
    }

    fn grow(&mut self) {
        self.table = vec![Symbol::default(); (4 * self.table.len()).max(64)];
        for index in (1..).take(self.texts.ends.len()) {
            let place = self.place(self.texts.get(Symbol(index)));
            self.put(place, Symbol(index));
        }
    }

    /// The place of `text` in the table, or the free one where it belongs.
    fn place(&self, text: &str) -> usize {
        // As long as a power of two.
        let last = self.table.len().wrapping_sub(1);
        let mut place = self.hasher.hash_one(text) as usize & last;
        while self.table.get(place).is_some_and(|&known| known != Symbol::default() && self.get(known) != text) {
            place = (place + 1) & last;
        }
        place
    }

    /// The text of a symbol.
    pub fn get(&self, symbol: Symbol) -> &str {
        self.texts.get(symbol)
    }

    /// All text; what finds it again is dropped.
    pub fn finish(&mut self) -> Texts {
        self.table = Vec::new();
        std::mem::take(&mut self.texts)
    }
}

impl Texts {
    /// The text of a symbol.
    pub fn get(&self, symbol: Symbol) -> &str {
        let Some(index) = (symbol.0 as usize).checked_sub(1) else { return "" };
        let end_of = |index: usize| self.ends.get(index).map_or(0, |&end| end as usize);
        let start = index.checked_sub(1).map_or(0, end_of);
        self.buffer.get(start..end_of(index)).unwrap_or_default()
    }

    /// For every piece of text, whether `test` holds; indexed by symbol through [`Marks::has`].
    pub fn test(&self, test: impl Fn(&str) -> bool) -> Marks {
        Marks((0..=self.ends.len()).map(|index| u32::try_from(index).is_ok_and(|index| test(self.get(Symbol(index))))).collect())
    }
}

/// Something's places, by the symbols of what it is called.
#[derive(Debug, Default)]
pub(crate) struct Places(Vec<Option<u32>>);

impl Places {
    /// The place of what `symbol` calls.
    pub fn get(&self, symbol: Symbol) -> Option<u32> {
        self.0.get(symbol.0 as usize).copied().flatten()
    }

    /// What `symbol` calls is at `place`.
    pub fn set(&mut self, symbol: Symbol, place: u32) {
        let index = symbol.0 as usize;
        if self.0.len() <= index {
            self.0.resize(index + 1, None);
        }
        if let Some(known) = self.0.get_mut(index) {
            *known = Some(place);
        }
    }
}

/// A yes or no for every piece of text.
pub(crate) struct Marks(Vec<bool>);

impl Marks {
    /// Whether the test held for `symbol`.
    pub fn has(&self, symbol: Symbol) -> bool {
        self.0.get(symbol.0 as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_texts_are_told_apart() {
        let mut interner = Interner::default();
        let symbols: Vec<Symbol> = (0..10_000).map(|number| interner.add(&number.to_string())).collect();
        for (number, &symbol) in symbols.iter().enumerate() {
            let text = number.to_string();
            assert_eq!(interner.add(&text), symbol);
            assert_eq!(interner.get(symbol), text);
        }
    }

    #[test]
    fn equal_text_has_one_symbol() {
        let mut interner = Interner::default();
        let (a, b, c, none) = (interner.add("яблоко"), interner.add("b"), interner.add("яблоко"), interner.add(""));
        assert_eq!((a == c, a == b), (true, false));
        assert_eq!((interner.get(a), interner.get(b), interner.get(none)), ("яблоко", "b", ""));
        assert_eq!((interner.find("b"), interner.find("c"), interner.find("")), (Some(b), None, None));
        let marks = interner.texts.test(|text| text == "b");
        assert_eq!((marks.has(a), marks.has(b), marks.has(none)), (false, true, false));
    }
}
