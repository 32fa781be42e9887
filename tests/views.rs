//! Views in a real browser: what a matrix looks like in the document, found by role and name.
#![cfg(target_arch = "wasm32")]

mod browser;

use browser::{Shown, show};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CSV: &str = "country,concern,theme,stance,kind,quote,text,speaker,role,date,source,url,lang\n\
    Ada,Trade,Money,supports,quote,We welcome the bridge,,Bo,minister,2021-08-19,The Paper,https://example.org/a,en\n\
    Ada,Trade,Money,supports,action,,It opened the bridge,,,2021,The Paper,,\n\
    Ada,Water,Order,not-asked,,,,,,,,,\n\
    Bel,Trade,Money,opposes,about,<b>No</b> bridge,,,,,The Paper,javascript:alert(1),\n";

#[wasm_bindgen_test]
async fn the_matrix_is_a_grid_with_headers_and_named_cells() {
    let shown = show(CSV).await;
    assert_eq!(shown.all("[role=grid] tbody tr").len(), 2);
    assert_eq!(shown.texts("thead th[scope=col]"), ["Trade", "Water"]);
    assert_eq!(shown.texts("th[scope=row]"), ["Ada", "Bel"]);
    assert_eq!(shown.texts("th[scope=colgroup]"), ["Money", "Order"]);
    let names: Vec<String> = shown.all("tbody td").iter().filter_map(|cell| cell.get_attribute("aria-label")).collect();
    assert_eq!(
        names,
        ["Ada, Trade: Supports, 2 statements", "Ada, Water: Not asked", "Bel, Trade: Opposes, 1 statement", "Bel, Water: Not researched"]
    );
}

#[wasm_bindgen_test]
async fn there_is_one_tab_stop() {
    let shown = show(CSV).await;
    let stops = shown.all("[role=grid] [tabindex='0']");
    assert_eq!(stops.len(), 1);
    assert_eq!(stops[0].get_attribute("aria-label").as_deref(), Some("Ada, Trade: Supports, 2 statements"));
}

#[wasm_bindgen_test]
async fn each_cell_has_a_word_and_a_mark_and_silence_differs_by_kind() {
    let shown = show(CSV).await;
    assert_eq!(shown.texts("tbody td"), ["Supports", "Not asked", "Opposes", "Not researched"]);
    let marks: Vec<Option<String>> = shown.all("tbody td path").iter().map(|path| path.get_attribute("d")).collect();
    assert!((0..4).all(|one| (0..one).all(|other| marks[one] != marks[other])), "{marks:?}");
}

#[wasm_bindgen_test]
async fn a_press_opens_a_card_with_every_statement_its_own_words_first() {
    let shown = show(CSV).await;
    shown.press("[aria-label^='Ada, Trade']").await;
    assert_eq!(shown.all("[role=dialog][aria-label='Ada, Trade']").len(), 1);
    assert_eq!(shown.texts("[role=dialog] blockquote, [role=dialog] li p"), ["We welcome the bridge", "It opened the bridge"]);
    let card = shown.text("[role=dialog]");
    for words in ["Supports", "Bo, minister", "In its own words", "19 August 2021", "In English", "Done", "2021", "The Paper"] {
        assert!(card.contains(words), "{words} in {card}");
    }
    assert_eq!(shown.all("[aria-expanded=true]").len(), 1);
    shown.press("[aria-label=Close]").await;
    assert!(shown.all("[role=dialog]").is_empty());
}

#[wasm_bindgen_test]
async fn what_the_data_says_is_text_and_only_web_addresses_are_links() {
    let shown = show(CSV).await;
    shown.press("[aria-label^='Bel, Trade']").await;
    assert_eq!(shown.text("[role=dialog] blockquote"), "<b>No</b> bridge");
    assert!(shown.all("[role=dialog] b, [role=dialog] a").is_empty());
    shown.press("[aria-label^='Ada, Trade']").await;
    let links: Vec<Option<String>> = shown.all("[role=dialog] a").iter().map(|link| link.get_attribute("href")).collect();
    assert_eq!(links, [Some("https://example.org/a".to_string())]);
}

#[wasm_bindgen_test]
async fn silence_is_put_into_words() {
    let shown = show(CSV).await;
    shown.press("[aria-label^='Ada, Water']").await;
    assert!(shown.text("[role=dialog]").contains("Ada was not asked about this."));
}

#[wasm_bindgen_test]
async fn a_header_says_what_it_is_and_who_stands_where() {
    let shown = show(CSV).await;
    shown.press("th[scope=col] button").await;
    let terms = shown.texts("[role=dialog] dt");
    let names = shown.texts("[role=dialog] dd");
    assert_eq!((terms, names), (vec!["Supports".to_string(), "Opposes".to_string()], vec!["Ada".to_string(), "Bel".to_string()]));
}

#[wasm_bindgen_test]
async fn the_legend_counts_and_narrows() {
    let shown = show(CSV).await;
    let entries = shown.texts("ul li button");
    let expected = ["Strongly supports0", "Supports1", "Mixed0", "Opposes1", "Strongly opposes0", "Not asked1", "Not researched1"];
    assert_eq!(entries, expected);
    shown.press("ul li:nth-child(4) button").await;
    assert_eq!((shown.texts("th[scope=row]"), shown.texts("thead th[scope=col]")), (vec!["Bel".into()], vec!["Trade".into()]));
    assert_eq!(shown.text("[role=status]"), "1 of 2 concerns, 1 of 2 countries");
    assert_eq!(shown.all("ul li button[aria-pressed=true]").len(), 1);
}

#[wasm_bindgen_test]
async fn nothing_left_offers_the_way_back() {
    let shown = show(CSV).await;
    shown.press("[aria-label='Concerns: None']").await;
    assert!(shown.all("[role=grid]").is_empty());
    assert!(shown.text("section").contains("Nothing in the matrix fits these filters."));
    shown.press_named("Show all").await;
    assert_eq!(shown.all("tbody tr").len(), 2);
}

#[wasm_bindgen_test]
async fn a_stance_without_a_source_is_marked() {
    let shown = show("country,concern,stance\nAda,Trade,supports\n").await;
    assert_eq!(shown.all("[aria-label='Ada, Trade: Supports, 1 statement, no source given']").len(), 1);
    shown.press("tbody td").await;
    assert!(shown.text("[role=dialog]").contains("No source given."));
}

#[wasm_bindgen_test]
async fn ready_and_select_are_told_to_the_page() {
    let shown: Shown = show(CSV).await;
    shown.press("[aria-label^='Ada, Trade']").await;
    shown.press("[aria-label=Close]").await;
    assert_eq!(shown.events(), ["stance-matrix:ready", "stance-matrix:select", "stance-matrix:select"]);
}

#[wasm_bindgen_test]
fn letters_are_the_browsers_own_and_the_same() {
    // Latin, Greek, Cyrillic, Armenian and Hebrew, which no new version of Unicode changes.
    for letter in ('\0'..'\u{600}').filter(|letter| letter.is_alphanumeric()) {
        assert_eq!(matrix::slug(&letter.to_string()), letter.to_lowercase().collect::<String>(), "{letter}");
    }
    assert_eq!(matrix::slug("Ελλάδα — Кыргызстан, d’Ivoire"), "ελλάδα-кыргызстан-d-ivoire");
    let finder = matrix::Finder::new("ГРАНИЦ").unwrap();
    let text = "о границах";
    let found: Vec<&str> = finder.ranges(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, ["границ"]);
}
