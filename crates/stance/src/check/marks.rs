//! Quotation marks: in pairs within a quote, not around it, and none in what is only reported.

use matrix::{Kind, Statement};

use super::finding::{Finding, shortened};
use super::rules;

/// What is wrong with the marks of a statement.
pub fn look(statement: &Statement) -> Vec<Finding> {
    let (quote, text) = (statement.quote().trim(), statement.text());
    let mut findings = Vec::new();
    match within_marks(quote) {
        Some(inner) => findings.push(Finding::new(&rules::QUOTE_IN_MARKS, "quote", shortened(quote)).meant(Some(shortened(inner)))),
        None if !in_pairs(quote) => findings.push(Finding::new(&rules::QUOTE_OPEN, "quote", shortened(quote))),
        None => {}
    }
    if !quote.is_empty() && !text.trim().is_empty() {
        findings.push(Finding::new(&rules::TEXT_BESIDE_QUOTE, "text", format!("“{}”.", shortened(text.trim()))));
    }
    let is_reported = matches!(statement.kind(), Kind::Paraphrase | Kind::Action);
    if is_reported && let Some(marked) = marked(text) {
        findings.push(Finding::new(&rules::MARKS_IN_TEXT, "text", shortened(marked)));
    }
    findings
}

/// What may close a mark that was opened. Some languages write what others open with at the end.
fn closes(open: char, mark: char) -> bool {
    match open {
        '"' => mark == '"',
        '“' | '”' => mark == '”',
        '„' | '‟' => matches!(mark, '“' | '”'),
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '「' => mark == '」',
        '『' => mark == '』',
        _ => false,
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』')
}

/// Whether every mark has its other half.
fn in_pairs(text: &str) -> bool {
    let mut open = Vec::new();
    for mark in text.chars().filter(|&letter| is_mark(letter)) {
        match open.last() {
            Some(&last) if closes(last, mark) => drop(open.pop()),
            _ => open.push(mark),
        }
    }
    open.is_empty()
}

/// What stands within marks that enclose all of `text`.
fn within_marks(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(|&first| is_mark(first))?;
    let inner = text.strip_prefix(first)?;
    let last = inner.chars().next_back().filter(|&last| closes(first, last))?;
    let inner = inner.strip_suffix(last)?;
    // Of “yes” and “no” the outer marks are no pair.
    (in_pairs(inner) && !inner.chars().any(|letter| letter == first || letter == last)).then(|| inner.trim())
}

/// The first piece of `text` in quotation marks, with them.
fn marked(text: &str) -> Option<&str> {
    let (start, first) = text.char_indices().find(|&(_, letter)| is_mark(letter))?;
    let after = start + first.len_utf8();
    let rest = text.get(after..)?;
    let (end, last) = rest.char_indices().find(|&(_, letter)| closes(first, letter))?;
    // An inch, or a word in marks, both are to be looked at; but not two inches far apart.
    text.get(start..after + end + last.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_in_pairs() {
        let check = |text: &str, expected: bool| assert_eq!(in_pairs(text), expected, "{text}");
        check("", true);
        check("We won’t, ‘never’", true);
        check("the “so-called” lake", true);
        check("das „sogenannte“ Meer", true);
        check("le « lac »", true);
        check("der »See«", true);
        check("en ”sjö”", true);
        check("a \"b\" c", true);
        check("「湖」", true);
        check("the “so-called lake", false);
        check("so-called” lake", false);
        check("a \"b c", false);
        check("„See", false);
        check("« lac", false);
    }

    #[test]
    fn marks_around_all_are_told() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(within_marks(text), expected, "{text}");
        check("“We won’t”", Some("We won’t"));
        check("\"We won't\"", Some("We won't"));
        check("„Nein“", Some("Nein"));
        check("“yes” and “no”", None);
        check("\"yes\" and \"no\"", None);
        check("We “won’t”", None);
        check("“", None);
    }

    #[test]
    fn reported_words_are_not_marked() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(marked(text), expected, "{text}");
        check("It wants “no dam at all”.", Some("“no dam at all”"));
        check("It wants no dam.", None);
        check("A 12\" pipe.", None);
        check("It won’t.", None);
    }
}
