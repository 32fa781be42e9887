//! Words: where one begins and ends, so that no quote cuts a word in two.
//!
//! “we can” is not in “we can’t”, nor “Taliban group” in “anti-Taliban group”, nor “1” in “1,000”.

use super::normal::LINE_HYPHEN;

/// Whether a quote may begin at byte `at` of `text`.
pub fn may_begin(text: &str, at: usize) -> bool {
    // An apostrophe before a word is elision: “Afghanistan” may be quoted from “l’Afghanistan”.
    !is_inside(text, at, |joint| joint != '\'')
}

/// Whether a quote may end at byte `at` of `text`.
pub fn may_end(text: &str, at: usize) -> bool {
    !is_inside(text, at, |_| true)
}

/// Whether there is a letter or a digit in `text`; where there is none, there is nothing to prove.
pub fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Whether the place splits a word; `binds` says whether a joint before the place binds.
fn is_inside(text: &str, at: usize, binds: impl Fn(char) -> bool) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return true };
    let mut before = before.chars().rev();
    let mut after = after.chars();
    let (Some(last), Some(first)) = (before.next(), after.next()) else { return false };
    if is_letter(last) && is_letter(first) {
        return true;
    }
    let joined = |left: Option<char>, joint: char, right: Option<char>| match (left, right) {
        (Some(left), Some(right)) => joins(left, joint, right),
        _ => false,
    };
    joined(Some(last), first, after.next()) || binds(last) && joined(before.next(), last, Some(first))
}

/// Whether `joint` makes one word of what stands left and right of it.
fn joins(left: char, joint: char, right: char) -> bool {
    match joint {
        '-' | '\u{2010}' | '\u{2011}' | LINE_HYPHEN | '\'' => is_letter(left) && is_letter(right),
        '.' | ',' => left.is_numeric() && right.is_numeric(),
        _ => false,
    }
}

/// A letter, digit or accent of a script that puts spaces between words. In the others every
/// letter may begin a word.
pub fn is_letter(letter: char) -> bool {
    let accent = matches!(letter, '\u{300}'..='\u{36f}');
    accent || letter.is_alphanumeric() && !is_unspaced(letter)
}

/// Thai, Lao, Tibetan, Burmese, Khmer, Japanese and Chinese.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the place in the text.
    fn check(text: &str, begin: bool, end: bool) {
        let at = text.find('|').unwrap();
        let text = text.replace('|', "");
        assert_eq!((may_begin(&text, at), may_end(&text, at)), (begin, end), "{text:?} at {at}");
    }

    #[test]
    fn words_are_not_cut() {
        check("|the army", true, true);
        check("the| army", true, true);
        check("the |army", true, true);
        check("the army|", true, true);
        check("the ar|my", false, false);
        check("the army|.", true, true);
        check("can|'t", false, false);
        check("can'|t", true, false);
        check("l'|Afghanistan", true, false);
        check("'|go", true, true);
        check("anti-|Taliban", false, false);
        check("anti|-Taliban", false, false);
        check("govern‧|ment", false, false);
        check("govern|‧ment", false, false);
        check("Afghanistan–|Pakistan", true, true);
        check("1|,000", false, false);
        check("1,|000", false, false);
        check("in 2021|, 7", true, true);
        check("Пак|истан", false, false);
        check("café|\u{301}", false, false);
        check("我们|支持", true, true);
    }

    #[test]
    fn signs_are_no_words() {
        assert_eq!((has_words("a"), has_words("7"), has_words("… – \"")), (true, true, false));
    }
}
