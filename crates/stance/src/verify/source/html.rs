//! HTML: what a reader sees of a page.

use anyhow::{Result, ensure};
use scraper::{ElementRef, Html, Node, Selector};

use super::super::normal::is_blank;
use super::beside::beside;
use crate::depth::is_too_deep;
use crate::table::collapsed;

/// Text that no reader sees.
const UNSEEN: [&str; 6] = ["head", "noscript", "script", "style", "template", "title"];

/// What begins a paragraph and ends one.
const BLOCKS: [&str; 46] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// The beginnings of a page, in small letters.
const BEGINNINGS: [&str; 14] =
    ["!doctype html", "a", "article", "b", "body", "br", "div", "h1", "head", "html", "meta", "p", "table", "title"];

/// A page as its reader sees it.
pub struct Page {
    /// What it calls itself in its head.
    pub title: Option<String>,
    /// Its paragraphs; a line end in one is `<br>`.
    pub paragraphs: Vec<String>,
}

/// Whether a text is a page: it begins with one of the tags that pages begin with.
pub fn is_html(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    // Before the first tag may stand what XML says of itself, and comments.
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->")] {
        while rest.starts_with(open) {
            let Some((_, after)) = rest.split_once(close) else { return false };
            rest = after.trim_start();
        }
    }
    let Some(rest) = rest.strip_prefix('<') else { return false };
    BEGINNINGS.iter().any(|name| {
        let Some((tag, after)) = rest.split_at_checked(name.len()) else { return false };
        tag.eq_ignore_ascii_case(name) && after.starts_with(|letter: char| letter.is_whitespace() || ">/".contains(letter))
    })
}

/// Reads a page.
pub fn read(text: String) -> Result<Page> {
    ensure!(!is_too_deep(&text), "its elements lie deeper in one another than any page needs");
    beside(move || Ok(seen(&Html::parse_document(&text))))
}

/// What is seen of a page.
fn seen(page: &Html) -> Page {
    let mut seen = Seen { paragraphs: vec![String::new()] };
    // By hand and not by recursion: nobody knows how deep a page is.
    let mut steps = vec![Step::Enter(page.root_element())];
    while let Some(step) = steps.pop() {
        let element = match step {
            Step::Enter(element) => element,
            Step::Text(text) => {
                seen.text(text);
                continue;
            }
            Step::Leave(name) => {
                seen.edge(name, '”');
                continue;
            }
        };
        let name = element.value().name();
        if UNSEEN.contains(&name) || element.value().attr("hidden").is_some() {
            continue;
        }
        seen.edge(name, '“');
        steps.push(Step::Leave(name));
        let first = steps.len();
        steps.extend(element.children().filter_map(|child| match child.value() {
            Node::Text(text) => Some(Step::Text(text)),
            _ => ElementRef::wrap(child).map(Step::Enter),
        }));
        steps.get_mut(first..).unwrap_or_default().reverse();
    }
    seen.paragraphs.retain(|paragraph| !is_blank(paragraph));
    Page { title: text_of(page, "title").or_else(|| text_of(page, "h1")), paragraphs: seen.paragraphs }
}

/// What is still to be read, the next one last.
enum Step<'a> {
    Enter(ElementRef<'a>),
    Text(&'a str),
    Leave(&'a str),
}

/// What was seen so far; the last paragraph is still open.
struct Seen {
    paragraphs: Vec<String>,
}

impl Seen {
    fn text(&mut self, text: &str) {
        if let Some(open) = self.paragraphs.last_mut() {
            // A line end in the file is a space on screen.
            open.extend(text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }));
        }
    }

    /// Where an element begins or ends. A browser puts quotation marks around `<q>`.
    fn edge(&mut self, name: &str, mark: char) {
        match (name, self.paragraphs.last_mut()) {
            ("br", Some(open)) if mark == '“' => open.push('\n'),
            ("q", Some(open)) => open.push(mark),
            (name, Some(open)) if BLOCKS.contains(&name) && !open.is_empty() => self.paragraphs.push(String::new()),
            _ => {}
        }
    }
}

/// The text of the first such element, on one line.
fn text_of(page: &Html, name: &str) -> Option<String> {
    let selector = Selector::parse(name).ok()?;
    let text: String = page.select(&selector).next()?.text().collect();
    let text = collapsed(&text);
    (!is_blank(&text)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_sees_paragraphs() {
        let check = |html: &str, expected: &[&str]| assert_eq!(read(html.into()).unwrap().paragraphs, expected, "{html}");
        check("<p>One <b>bo</b>ld word.<p>Two\n lines.", &["One bold word.", "Two  lines."]);
        check("<div>One<div>two</div>three</div>", &["One", "two", "three"]);
        check("One<br>two<hr>three", &["One\ntwo", "three"]);
        check("<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", &["a", "b", "c", "d"]);
        check("<p>He said <q>no</q>.", &["He said “no”."]);
        check("a&amp;b &lt;i&gt; &#8230; caf&eacute;", &["a&b <i> … café"]);
        check("<title>t</title><style>s</style><script>s</script><noscript>n</noscript><template>t</template><p>a", &["a"]);
        check("<p>a<p hidden>b<p>c<!-- d -->", &["a", "c"]);
        check("", &[]);
    }

    #[test]
    fn the_title_is_the_pages_own() {
        let check = |html: &str, expected: Option<&str>| assert_eq!(read(html.into()).unwrap().title.as_deref(), expected, "{html}");
        check("<title> The lake,\n again </title><h1>Lake</h1>", Some("The lake, again"));
        check("<title> </title><h1>The <i>lake</i></h1><h1>Two</h1>", Some("The lake"));
        check("<p>The lake", None);
    }

    #[test]
    fn a_page_is_told_by_how_it_begins() {
        let check = |text: &str, expected: bool| assert_eq!(is_html(text), expected, "{text}");
        check("<!DOCTYPE html><p>a", true);
        check("\u{feff}\n<?xml version='1.0'?>\n<!-- a -->\n<html lang=en>", true);
        check("<p>a", true);
        check("<br/>a", true);
        check("<abc>", false);
        check("The tag <p> is a paragraph.", false);
        check("<3", false);
        check("", false);
        check("<!-- a", false);
    }

    #[test]
    fn a_deep_page_is_read() {
        let deep = format!("{}a{}", "<div>".repeat(2_000), "</div>".repeat(2_000));
        assert_eq!(read(deep).unwrap().paragraphs, ["a"]);
    }
}
