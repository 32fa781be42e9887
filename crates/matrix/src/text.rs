//! Text, stored once. A [`Symbol`] stands for a piece of text; equal pieces have equal symbols.

/// A piece of interned text; the default one is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Symbol(u32);

impl Symbol {
    /// Its place among all symbols.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// All text of a matrix, in chunks: one buffer for all would be copied into one of twice the size whenever it is full,
/// and a browser's module gives no memory back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    chunks: Vec<String>,
    /// Where each piece begins, by its chunk and its place there; the empty one, symbol 0, is not listed. It ends where
    /// the next one in the same chunk begins.
    starts: Vec<u32>,
}

/// Bytes of a chunk at least; a text that is longer has one of its own. There are 4 GiB of places.
const CHUNK: usize = 1 << 14;

/// Interns text; what finds it again is dropped with it, once all is read. A table of symbols, not the standard
/// library's map: that would hold every text once more, and costs the reader's bundle a kilobyte.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    texts: Texts,
    /// Each symbol with the hash of its text, at the place of that or the next that was free: nearly always the hash
    /// alone tells two apart, and what lies beside it costs no second way into the memory. The empty symbol is a free
    /// place; at least a quarter of the places are.
    table: Vec<(Symbol, u32)>,
}

impl Interner {
    /// The symbol of `text`. Past 4 GiB of text, which no browser holds, it is the empty one.
    pub fn add(&mut self, text: &str) -> Symbol {
        if text.is_empty() {
            return Symbol::default();
        }
        if self.table.len() / 4 * 3 <= self.texts.len() {
            self.grow();
        }
        let hash = hash(text);
        let place = self.place(hash, Some(text));
        let known = self.at(place);
        if known != Symbol::default() {
            return known;
        }
        let symbol = self.texts.push(text).unwrap_or_default();
        self.put(place, (symbol, hash));
        symbol
    }

    /// The symbol of `text`, if it has one.
    pub fn find(&self, text: &str) -> Option<Symbol> {
        Some(self.at(self.place(hash(text), Some(text)))).filter(|&known| known != Symbol::default())
    }

    fn at(&self, place: usize) -> Symbol {
        self.table.get(place).map_or(Symbol::default(), |&(known, _)| known)
    }

    fn put(&mut self, place: usize, hashed: (Symbol, u32)) {
        if let Some(free) = self.table.get_mut(place) {
            *free = hashed;
        }
    }

    fn grow(&mut self) {
        let larger = vec![Default::default(); (2 * self.table.len()).max(64)];
        for hashed in std::mem::replace(&mut self.table, larger) {
            if hashed.0 != Symbol::default() {
                self.put(self.place(hashed.1, None), hashed);
            }
        }
    }

    /// The place in the table of the text with this hash, or the free one where it belongs; without a text, a free one.
    fn place(&self, hash: u32, text: Option<&str>) -> usize {
        // As long as a power of two.
        let last = self.table.len().wrapping_sub(1);
        let mut place = hash as usize & last;
        while let Some(&(known, its)) = self.table.get(place).filter(|&&(known, _)| known != Symbol::default()) {
            if its == hash && text.is_some_and(|text| self.get(known) == text) {
                break;
            }
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

/// A number that is nearly always another for another text. Nobody gains by making it the same: who writes the data
/// would only make their own matrix slow.
fn hash(text: &str) -> u32 {
    let mix = |hash: u64, next: u64| {
        let mixed = (hash ^ next).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ mixed >> 32
    };
    let (words, rest) = text.as_bytes().as_chunks();
    let hash = words.iter().fold(text.len() as u64, |hash, &word| mix(hash, u64::from_le_bytes(word)));
    rest.iter().fold(hash, |hash, &byte| mix(hash, u64::from(byte))) as u32
}

impl Texts {
    /// The text of a symbol.
    pub fn get(&self, symbol: Symbol) -> &str {
        let place_of = |index: usize| self.starts.get(index).map(|&start| (start as usize / CHUNK, start as usize % CHUNK));
        let index = symbol.index();
        let Some((chunk, start)) = index.checked_sub(1).and_then(place_of) else { return "" };
        let Some(text) = self.chunks.get(chunk).and_then(|text| text.get(start..)) else { return "" };
        match place_of(index) {
            Some((next, end)) if next == chunk => text.get(..end - start).unwrap_or_default(),
            _ => text,
        }
    }

    /// Adds a piece; none where there are no more places.
    fn push(&mut self, text: &str) -> Option<Symbol> {
        let symbol = Symbol(u32::try_from(self.len()).ok()?);
        if self.chunks.last().is_none_or(|chunk| chunk.len() + text.len() > CHUNK) {
            self.chunks.push(String::with_capacity(CHUNK.max(text.len())));
        }
        let before = (self.chunks.len() - 1) * CHUNK;
        let chunk = self.chunks.last_mut()?;
        self.starts.push(u32::try_from(before + chunk.len()).ok()?);
        chunk.push_str(text);
        Some(symbol)
    }

    /// How many symbols there are, that of the empty text among them.
    pub fn len(&self) -> usize {
        self.starts.len() + 1
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
    fn texts_of_any_length_are_kept_in_chunks() {
        let mut interner = Interner::default();
        let lengths = [1, CHUNK, CHUNK - 1, 1, 1, CHUNK + 1, 3 * CHUNK, 2, CHUNK / 2, CHUNK / 2 + 1, 5];
        let texts: Vec<String> = lengths.iter().enumerate().map(|(index, &length)| format!("{index:x}").repeat(length)).collect();
        let symbols: Vec<Symbol> = texts.iter().map(|text| interner.add(text)).collect();
        let kept = interner.finish();
        for (&symbol, text) in symbols.iter().zip(&texts) {
            assert_eq!(kept.get(symbol), text);
        }
        assert_eq!(kept.len(), texts.len() + 1);
    }

    #[test]
    fn equal_text_has_one_symbol() {
        let mut interner = Interner::default();
        let (a, b, c, none) = (interner.add("яблоко"), interner.add("b"), interner.add("яблоко"), interner.add(""));
        assert_eq!((a == c, a == b), (true, false));
        assert_eq!((interner.get(a), interner.get(b), interner.get(none)), ("яблоко", "b", ""));
        assert_eq!((interner.find("b"), interner.find("c"), interner.find("")), (Some(b), None, None));
    }
}
