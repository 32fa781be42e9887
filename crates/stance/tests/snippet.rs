//! The snippet, read back as the widget reads it: through a tree of its elements.

// The model's own tests use more of it.
#[allow(dead_code)]
#[path = "../../matrix/tests/generated/mod.rs"]
mod generated;

use generated::{described, packages};
use matrix::{Json, Matrix, Reading, read_csv};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use scraper::Html;
use stance::open::page::tree;
use stance::snippet::{Choice, OWN_LANGUAGE, snippet};
use stance::table::{collapsed, package, read_table};
use stance::verify::proof::Proof;

fn all(matrix: &Matrix) -> Choice {
    Choice {
        lang: None,
        rows: (0..matrix.rows().len()).collect(),
        columns: (0..matrix.columns().len()).collect(),
        quotes: true,
        statements: true,
        data: None,
        proof: Proof::default(),
    }
}

fn read(html: &str) -> Reading {
    read_table("snippet", &tree(&Html::parse_fragment(html)).expect("it is not deep")).expect("there is a table")
}

proptest! {
    #[test]
    fn a_snippet_reads_back_the_same(reading in packages()) {
        let html = snippet(&reading.matrix, &all(&reading.matrix));
        prop_assert_eq!(described(&read(&html)), described(&reading), "{}", html);
        prop_assert_eq!(snippet(&reading.matrix, &all(&reading.matrix)), html, "it is always the same");
    }

    /// What a content system may do: attributes of data gone, classes added, paragraphs and `<tbody>` anew.
    #[test]
    fn what_shows_survives_a_content_system(reading in packages(), curly in any::<bool>()) {
        let html = snippet(&reading.matrix, &all(&reading.matrix));
        let stripped = strip(&html, curly);
        let back = read(&stripped).matrix;
        let matrix = &reading.matrix;
        prop_assert_eq!((back.rows().len(), back.columns().len()), (matrix.rows().len(), matrix.columns().len()));
        for row in 0..matrix.rows().len() {
            prop_assert_eq!(words(back.rows().name(row), curly), words(matrix.rows().name(row), curly));
            for column in 0..matrix.columns().len() {
                let (old, new) = (matrix.position(row, column), back.position(row, column));
                prop_assert_eq!(back.scale().label(new.stance()), matrix.scale().label(old.stance()), "{}", stripped);
                prop_assert_eq!(words(new.summary(), curly), words(old.summary(), curly));
                let shown = |position: matrix::Position| -> Vec<[String; 6]> {
                    let said = position.statements().filter(|one| !(one.quote().is_empty() && one.text().is_empty()));
                    said.map(|one| [one.quote(), one.text(), one.speaker(), one.date(), one.source(), one.kind().word()].map(|text| words(text, curly))).collect()
                };
                prop_assert_eq!(shown(new), shown(old), "{}", stripped);
            }
        }
    }
}

/// Text as HTML keeps it; where a content system has made quotation marks curly, without any.
fn words(text: &str, curly: bool) -> String {
    let text = collapsed(text);
    if curly { text.replace(['"', '\'', '“', '”', '’'], "") } else { text }
}

/// The snippet without its element, its data and its ids, with classes, other white space, no `<tbody>`.
fn strip(html: &str, curly: bool) -> String {
    let attributes = regex::Regex::new(r#" (data-[a-z]+|id|hidden|checked)("|='[^']*'|="[^"]*")?"#).expect("a pattern");
    let tags = regex::Regex::new("<[^<>]*>").expect("a pattern");
    // Only in tags: a name may hold the word “id”.
    let html = tags.replace_all(html, |tag: &regex::Captures| attributes.replace_all(&tag[0], "").into_owned());
    let html = html.replace("<stance-matrix>", "<div>").replace("</stance-matrix>", "</div>");
    let html = html
        .replace("<tbody>", "")
        .replace("</tbody>", "")
        .replace("<td", "<td class=\"wp-block\"")
        .replace("<p>", "\n\n  <p class=\"x\">");
    if !curly {
        return html;
    }
    // Only in text: what stands between the tags.
    let text = regex::Regex::new(">[^<]+<").expect("a pattern");
    text.replace_all(&html, |found: &regex::Captures| found[0].replace("&quot;", "”").replace('\'', "’")).into_owned()
}

/// Snippets whole and stripped, each with the package that is read from it, for the journey that holds
/// the browser's reading against ours.
#[test]
fn a_corpus_for_the_browser() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/snippets");
    std::fs::create_dir_all(&folder).unwrap();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for number in 0..40 {
        let reading = packages().new_tree(&mut runner).unwrap().current();
        let whole = snippet(&reading.matrix, &all(&reading.matrix));
        for (kind, html) in [("whole", whole.clone()), ("stripped", strip(&whole, number % 2 == 0))] {
            let package = package(&tree(&Html::parse_fragment(&html)).unwrap()).unwrap();
            let pair = serde_json::json!({"html": html, "package": value(&package)});
            std::fs::write(folder.join(format!("{number}-{kind}.json")), pair.to_string()).unwrap();
        }
    }
}

fn value(json: &Json) -> serde_json::Value {
    match json {
        Json::Null => serde_json::Value::Null,
        Json::Bool(truth) => (*truth).into(),
        Json::Number(digits) => digits.parse::<i64>().unwrap().into(),
        Json::Text(text) => text.as_str().into(),
        Json::List(values) => values.iter().map(value).collect(),
        Json::Map(pairs) => pairs.iter().map(|(key, one)| (key.clone(), value(one))).collect::<serde_json::Map<_, _>>().into(),
    }
}

#[test]
fn the_first_story_is_a_whole_table() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/central-asia");
    let reading = stance::open::open(&folder).unwrap().reading;
    let html = snippet(&reading.matrix, &all(&reading.matrix));
    let page = Html::parse_fragment(&html);
    let count = |selector: &str| page.select(&scraper::Selector::parse(selector).unwrap()).count();
    assert_eq!((count("table caption"), count("th[scope=col]"), count("th[scope=row]"), count("tbody td")), (1, 12, 5, 60));
    // One of the silences has a summary that says why.
    assert_eq!((count("td details li"), count("blockquote[lang=en]")), (55, 20));
    assert_eq!(count("script, style, [style]"), 0);
    assert_eq!(described(&read(&html)), described(&reading));
}

#[test]
fn the_demo_shows_the_snippet_of_the_first_story() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let open = |language| stance::open::open_in(language, &root.join("data/central-asia")).unwrap().reading.matrix;
    let matrix = open(OWN_LANGUAGE);
    let proof = Proof::read(&root.join("data/central-asia/proof.json")).unwrap();
    let page = std::fs::read_to_string(root.join("index.html")).unwrap();
    let demo = snippet(&matrix, &Choice { proof, ..all(&matrix) });
    // Every quote that is printed goes along with its proof, and without quotes there is none.
    assert_eq!(demo.matches("&quot;checked&quot;").count(), 12);
    assert!(page.contains(&demo), "paste what `stance snippet data/central-asia` prints into index.html");
    let russian = open("ru");
    let russian = snippet(&russian, &Choice { lang: Some("ru".into()), ..all(&russian) });
    assert!(russian.starts_with("<stance-matrix lang=\"ru\">"));
    for words in ["Казахстан", "Добивается", "We support the statement of the UN Security Council"] {
        assert!(russian.contains(words), "{words}");
    }
}

#[test]
fn a_part_is_printed_and_text_stays_text() {
    let csv = "country,concern,stance,kind,quote,source,url\nAda,<b>Trade</b>,supports,quote,\"<script>\"\"&amp;\",P,javascript:x\nBel,Water,opposes,quote,No,P,\n";
    let matrix = read_csv("t.csv", csv.as_bytes()).matrix;
    let html = snippet(&matrix, &all(&matrix));
    assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("href=\"javascript"), "{html}");
    assert_eq!(read(&html).matrix.statement(0).quote(), "<script>\"&amp;");
    let part = Choice { rows: vec![1], columns: vec![1], quotes: false, ..all(&matrix) };
    let html = snippet(&matrix, &part);
    let back = read(&html).matrix;
    assert_eq!((back.rows().len(), back.columns().len(), back.len()), (1, 1, 1));
    assert!(!html.contains("No<") && back.statement(0).quote().is_empty(), "{html}");
}

#[test]
fn a_stance_that_html_cannot_hold_is_read_back() {
    let check = |stance: &str| {
        let matrix = read_csv("t.csv", format!("country,concern,stance\nAda,Trade,\"{stance}\"\n").as_bytes()).matrix;
        let back = read(&snippet(&matrix, &all(&matrix))).matrix;
        assert_eq!(back.scale().value(back.stance(0, 0)), matrix.scale().value(matrix.stance(0, 0)), "{stance:?}");
    };
    check("yes");
    check("yes,  but\nno");
    check("y\u{1}es");
    check("\u{1}");
}

#[test]
fn a_blank_cell_is_no_stance() {
    let package = r#"{"resources":[{"name":"statements","schema":{"fields":[{"name":"country"},{"name":"concern"},{"name":"stance","categories":["yes"]}]}}]}"#;
    let html = format!("<table data-package='{package}'><tr><td><th>Trade<tr><th>Ada<td> </table>");
    assert!(read(&html).matrix.is_empty());
}

#[test]
fn thousands_of_headers_alike_are_as_many_rows() {
    let html = format!("<table><tr><td><th>Trade{}</table>", "<tr><th>Ada<td>yes".repeat(5_000));
    let rows = read(&html).matrix.rows().clone();
    assert_eq!((rows.id(0), rows.id(1), rows.id(4_999)), ("ada", "ada-2", "ada-5000"));
}
