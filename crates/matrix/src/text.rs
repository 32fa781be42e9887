//! Text, stored once. A [`Symbol`] stands for a piece of text; equal pieces have equal symbols.

use std::collections::HashMap;

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

/// Interns text; the map is dropped with it, once all is read.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    pub texts: Texts,
    symbols: HashMap<String, u32>,
}

impl Interner {
    /// The symbol of `text`. Past 4 GiB of text, which no browser holds, it is the empty one.
    pub fn add(&mut self, text: &str) -> Symbol {
        if text.is_empty() {
            return Symbol::default();
        }
        if let Some(&index) = self.symbols.get(text) {
            return Symbol(index);
        }
        let texts = &mut self.texts;
        let (Ok(end), Ok(index)) = (u32::try_from(texts.buffer.len() + text.len()), u32::try_from(texts.ends.len() + 1)) else {
            return Symbol::default();
        };
        texts.buffer.push_str(text);
        texts.ends.push(end);
        self.symbols.insert(text.into(), index);
        Symbol(index)
    }

    /// The text of a symbol.
    pub fn get(&self, symbol: Symbol) -> &str {
        self.texts.get(symbol)
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
    fn equal_text_has_one_symbol() {
        let mut interner = Interner::default();
        let (a, b, c, none) = (interner.add("яблоко"), interner.add("b"), interner.add("яблоко"), interner.add(""));
        assert_eq!((a == c, a == b), (true, false));
        assert_eq!((interner.get(a), interner.get(b), interner.get(none)), ("яблоко", "b", ""));
        let marks = interner.texts.test(|text| text == "b");
        assert_eq!((marks.has(a), marks.has(b), marks.has(none)), (false, true, false));
    }
}
