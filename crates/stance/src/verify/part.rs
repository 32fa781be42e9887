//! The parts of a piece: what each may be in a source.

use super::normal::LINE_HYPHEN;
use super::pattern::Part;
use super::source::Source;
use super::word::{may_begin, may_end};

/// So many letters may end a word in place of those in brackets.
pub(crate) const ENDING: usize = 5;
/// So many letters may stand in place of a bracket, whatever they are.
const ASIDE: usize = 240;

/// Where the next part of a piece may begin after one that begins at `at`.
pub(crate) fn part_ends(source: &Source, part: &Part, at: usize) -> Vec<usize> {
    let text = &source.text;
    let verbatim = |inside: &str| words_end(text, at, &format!("[{inside}]"));
    match part {
        Part::Words(words) => words_end(text, at, words).into_iter().collect(),
        Part::Letters(letters) => spellings(letters).iter().filter_map(|letters| words_end(text, at, letters)).collect(),
        Part::Ending(letters) => verbatim(letters).into_iter().chain(word_end(text, at)).collect(),
        Part::Aside { text: words, reach } => {
            let space = usize::from(text.get(at..).is_some_and(|rest| rest.starts_with(' ')));
            let verbatim = words_end(text, at + space, words.trim_end());
            let verbatim = verbatim.map(|end| end + usize::from(text.get(end..).is_some_and(|rest| rest.starts_with(' '))));
            verbatim.into_iter().chain(aside_ends(source, *reach, at)).collect()
        }
    }
}

/// Where `words` end that begin at `at`. A hyphen at a line end of the source is one, is none, or is one before a space.
fn words_end(text: &str, at: usize, words: &str) -> Option<usize> {
    let mut words = words.chars().peekable();
    let mut letters = text.get(at..)?.char_indices();
    while let Some(&word) = words.peek() {
        match letters.next()? {
            (_, letter) if letter == word => {
                words.next();
            }
            (_, LINE_HYPHEN) => {
                if words.next_if(|word| matches!(word, '-' | '\u{2010}')).is_some() {
                    words.next_if_eq(&' ');
                }
            }
            _ => return None,
        }
    }
    Some(letters.offset() + at)
}

/// Letters in brackets as a source may have them: beginning with a small letter, with a capital, in brackets.
pub(crate) fn spellings(letters: &str) -> [String; 3] {
    let mut rest = letters.chars();
    let first = rest.next();
    let small: String = first.iter().flat_map(|first| first.to_lowercase()).chain(rest.clone()).collect();
    let capital: String = first.iter().flat_map(|first| first.to_uppercase()).chain(rest).collect();
    [small, capital, format!("[{letters}]")]
}

/// Where the word ends that `at` is in or behind.
fn word_end(text: &str, at: usize) -> Option<usize> {
    let ends = text.get(at..)?.char_indices().map(|(offset, _)| at + offset).chain([text.len()]);
    ends.take(ENDING + 1).find(|&end| may_end(text, end))
}

/// Where the quote may go on after a bracket that stands for what begins at `at`: for a space, or for as many words as
/// it reaches, in the same paragraph.
fn aside_ends(source: &Source, reach: usize, at: usize) -> Vec<usize> {
    let text = &source.text;
    let mut ends = Vec::new();
    let end = source.paragraph_end(at.saturating_sub(1));
    let Some(rest) = text.get(at..end).filter(|_| may_end(text, at)) else { return ends };
    let mut words = 0;
    let mut blank = true;
    for (offset, letter) in rest.char_indices().take(ASIDE) {
        let begins = may_begin(text, at + offset);
        if begins && (blank || words > 0) {
            ends.push(at + offset);
        }
        words += usize::from(begins && letter.is_alphanumeric());
        if words > reach {
            break;
        }
        blank &= letter == ' ';
    }
    if blank {
        ends.push(end);
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::super::find::tests::found;

    const EDITED: &str = "The lake\n\nHe said: “The Taliban, who came by night, recieve the aid of three [foreign] states.” \
        It walked on, and walks still.\n\nThey will go. A well-known reporter of the Lake Post told us.";

    #[test]
    fn brackets_are_the_editors() {
        let check = |quote: &str, expected: bool| assert_eq!(found(EDITED, quote).is_some(), expected, "{quote:?}");
        // A capital or a small letter in place of the other.
        check("[t]he Taliban", true);
        check("[I]t walked", true);
        check("[i]t walked", true);
        check("[T]hree [foreign] states", true);
        check("[T]hey will go", true);
        check("[Th]ey will go", true);
        check("[t]he Lake Post", true);
        check("[w]e will go", false);
        check("[h]ey will go", false);
        check("[T]he lake Post", false);
        // Another end of a word.
        check("It walk[s] on", true);
        check("It walk[ing] on", true);
        check("walk[ed] still", true);
        check("three[s] [foreign]", true);
        check("It w[ent] on", true);
        check("A well[-known] reporter", false);
        check("It walk[ed] off", false);
        // Words put in, or in place of others.
        check("He said [on Monday]: “The Taliban", true);
        check("[The group] recieve the aid", true);
        check("They [the Taliban] will go", true);
        check("It walked on, and [it] walks still", true);
        check("the aid of [many] states", true);
        check("the aid of three states", false);
        check("They [never] go", true);
        check("[They] said: “The Taliban", true);
        check("The Taliban, [which], recieve", true);
        check("The Taliban[, they say,] who came", false);
        check("told [me].", true);
        check("told us [all].", true);
        check("told [me]", true);
        check("They [and I], we will go", false);
        // As far as a bracket reaches, and in one paragraph.
        check("He [x] came by night", true);
        check("He [x] by night", true);
        check("He [x], recieve", false);
        check("said: “[x], recieve", true);
        check("the aid [x] and", false);
        check("the aid [x] [y] and", true);
        check("walks [x] will go", false);
        check("walks still. [x] They will go", true);
        // Nothing was said where the source is wrong.
        check("who came by night, recieve [sic] the aid", true);
        check("recieve[sic] the aid", true);
        check("recieve [sic] aid", false);
        // What the source itself has in brackets.
        check("three [foreign] states", true);
        check("[foreign]", true);
        check("[sic]", false);
        check("He … recieve [sic] … three [foreign] states. [x] … walks", true);
        check("[The Taliban] … [states]", false);
        check("[…] [The Taliban]", false);
        check("", false);
        check("[", false);
        check("]They[ [[will] go]", false);
    }

    #[test]
    fn any_letter_changed_outside_of_brackets_is_noticed() {
        for quote in
            ["[t]he Taliban, [they] recieve [sic] the aid", "It walk[s] on, [but] walks still", "[They] came by … three [foreign] st[ones]"]
        {
            assert!(found(EDITED, quote).is_some(), "{quote}");
            let letters: Vec<char> = quote.chars().collect();
            let mut depth = 0;
            for at in 0..letters.len() {
                depth += i32::from(letters[at] == '[') - i32::from(letters[at] == ']');
                if depth == 0 && letters[at].is_alphanumeric() {
                    let mut changed = letters.clone();
                    changed[at] = 'q';
                    let changed = String::from_iter(&changed);
                    assert_eq!(found(EDITED, &changed), None, "{changed}");
                }
            }
        }
    }

    #[test]
    fn a_word_may_be_cut_by_a_line_end() {
        let text = "The govern-\nment of the anti-\nTaliban pre-\nand post-war\n\nplan";
        let check = |quote: &str, expected: bool| assert_eq!(found(text, quote).is_some(), expected, "{quote:?}");
        check("The government of the anti-Taliban pre- and post-war plan", true);
        check("The govern-ment of", true);
        check("government", true);
        check("govern-ment", true);
        check("[G]overnment of the antiTaliban", true);
        check("The [G]overn[ing]", true);
        check("ment of", false);
        check("The govern", false);
        check("The govern- of", false);
        check("goverment", false);
    }
}
