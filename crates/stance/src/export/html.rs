//! A matrix as one HTML file that needs no server and fetches nothing: the snippet, and the widget inside of the page.
//!
//! A browser loads no script and no module from beside a file on disk. So the widget's script stands in the page, and
//! whatever that would load is an address that holds the thing itself (`data:`): an import map gives those of its
//! scripts, and that of the module is put in its place. A policy forbids the page all other sources.

use anyhow::{Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use matrix::Matrix;
use maud::{DOCTYPE, PreEscaped, html};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::snippet::{Choice, snippet};
use crate::verify::proof::Proof;
use crate::widget;

/// The looks of the page around the matrix.
const STYLE: &str = include_str!("page.css");

/// How the widget's script asks for its module.
const MODULE: &str = r#"new URL("stance-matrix_bg.wasm",import.meta.url)"#;

/// The page. It is in `lang`, where one is named, else in the language of the data, and so is the widget.
///
/// # Errors
/// The program was built without the widget, or with one that cannot stand in a page.
pub fn html(matrix: &Matrix, lang: Option<&str>, proof: &Proof) -> Result<String> {
    let lang = lang.unwrap_or(matrix.language());
    let language = if lang.is_empty() { "en" } else { lang };
    let imports = inside(json!({"imports": imports(language)?}).to_string())?;
    let script = inside(script()?)?;
    let style = inside(format!("{}{STYLE}", widget::text("table.css")?))?;
    let title = if matrix.title().is_empty() { "Stance matrix" } else { matrix.title() };
    let choice = Choice {
        rows: (0..matrix.rows().len()).collect(),
        columns: (0..matrix.columns().len()).collect(),
        lang: None,
        quotes: true,
        statements: true,
        data: None,
        proof: proof.clone(),
    };
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(language) { "\n"
            head { "\n"
                meta charset="utf-8"; "\n"
                meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
                meta name="color-scheme" content="light dark"; "\n"
                meta http-equiv="Content-Security-Policy" content=(policy(&imports, &script, &style)); "\n"
                title { (title) } "\n"
                style { (PreEscaped(&style)) } "\n"
                script type="importmap" { (PreEscaped(&imports)) } "\n"
                script type="module" { (PreEscaped(&script)) } "\n"
            } "\n"
            body { "\n" (PreEscaped(snippet(matrix, &choice))) } "\n"
        } "\n"
    };
    Ok(page.into_string())
}

/// The scripts that the widget's own may ask for: what comes later, and the words of the language of the page. English
/// is what it asks for where it has none in that.
fn imports(language: &str) -> Result<Map<String, Value>> {
    let own = language.split('-').next().unwrap_or_default().to_lowercase();
    // As in embed/words.js: Dari is there as Persian.
    let own = if own == "prs" { "fa" } else { &own };
    let words = ["en", own].map(|name| format!("languages/{name}.js"));
    let mut imports = Map::new();
    for name in words.iter().filter(|name| widget::find(name).is_some()).map(String::as_str).chain(["later.js", "problems.js"]) {
        imports.insert(format!("./{name}"), address("text/javascript", widget::file(name)?).into());
    }
    Ok(imports)
}

/// The widget's script with its module inside.
fn script() -> Result<String> {
    let script = widget::text("embed.js")?;
    ensure!(script.matches(MODULE).count() == 1, "the widget asks for its module in a way that this program does not know");
    let module = address("application/wasm", widget::file("stance-matrix_bg.wasm")?);
    Ok(script.replacen(MODULE, &format!(r#"new URL("{module}")"#), 1))
}

/// An address that holds the thing itself.
fn address(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

/// What stands in a `<script>` or `<style>` as it is: nothing in it may end the element or begin a comment.
fn inside(text: String) -> Result<String> {
    let lower = text.to_ascii_lowercase();
    let is_safe = !["</script", "</style", "<script", "<!--"].iter().any(|mark| lower.contains(mark));
    ensure!(is_safe, "the widget holds something that would end it when it stands in a page");
    Ok(text)
}

/// Nothing but what stands in this very page, by its digest.
fn policy(imports: &str, script: &str, style: &str) -> String {
    let digest = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let (imports, script, style) = (digest(imports), digest(script), digest(style));
    format!(
        "default-src 'none'; script-src {imports} {script} data: 'wasm-unsafe-eval'; style-src {style}; connect-src data:; base-uri 'none'; form-action 'none'"
    )
}
