//! The nearest words: how far a quote that is not in the sources agrees with one of them.
//!
//! Whoever has to mend a quote wants to see the two places side by side, not search for them.

use super::find::find;
use super::source::{Origin, Source};

/// So many words are shown where quote and source part.
const SHOWN: usize = 8;

/// Where a quote and a source part; all text is normal text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The last of the words in which they agree.
    pub agreed: String,
    /// How the quote goes on.
    pub quote: String,
    /// How the source goes on; empty at its end.
    pub source: String,
    /// The paragraph of the source, the first being 1.
    pub paragraph: usize,
    /// The source.
    pub origin: Origin,
}

/// The source that has the longest beginning of `quote`, and where they part; none where no source
/// has even the first word.
pub fn nearest(sources: &[&Source], quote: &str) -> Option<Nearest> {
    let ends: Vec<usize> = quote.match_indices(' ').map(|(at, _)| at).chain([quote.len()]).collect();
    let agreement = |source: &Source| ends.iter().map_while(move |&end| Some((end, find(source, quote.get(..end)?)?))).last();
    let agreements = sources.iter().filter_map(|&source| Some((source, agreement(source)?)));
    // The first of several that agree equally far.
    let (source, (length, place)) = agreements.reduce(|best, next| if next.1.0 > best.1.0 { next } else { best })?;
    Some(Nearest {
        agreed: last_words(quote.get(..length)?),
        quote: first_words(quote.get(length..)?),
        source: first_words(source.text.get(place.end..)?),
        paragraph: source.paragraph(place.end.saturating_sub(1)),
        origin: source.origin.clone(),
    })
}

fn first_words(text: &str) -> String {
    text.split_whitespace().take(SHOWN).collect::<Vec<_>>().join(" ")
}

fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.get(words.len().saturating_sub(SHOWN)..).unwrap_or_default().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::normal::normal;
    use super::*;

    /// `expected` is what they agree in, how the quote and how the source goes on.
    fn check(quote: &str, expected: Option<[&str; 3]>) {
        let texts = ["We support it.", "Title\n\nWe support the idea … that force cannot solve it."];
        let sources = texts.map(|text| Source::new(text, None).unwrap());
        let nearest = nearest(&sources.each_ref(), &normal(quote));
        let actual = nearest.as_ref().map(|near| [&near.agreed[..], &near.quote, &near.source]);
        assert_eq!(actual, expected, "{quote:?}");
    }

    #[test]
    fn the_longest_beginning_wins() {
        check("We support him", Some(["We support", "him", "it."]));
        check("We support the plan", Some(["We support the", "plan", "idea … that force cannot solve it."]));
        check("the idea of force", Some(["the idea", "of force", "… that force cannot solve it."]));
        check("the idea … that he", Some(["the idea … that", "he", "force cannot solve it."]));
        check("solve it. Never", Some(["solve it.", "Never", ""]));
        check("we support it", None);
        check("support it. Or", Some(["support it.", "Or", ""]));
    }
}
