//! From what is asked to what is answered. Plain data on both sides: no socket, and no path that comes from outside.

use std::fs;
use std::time::Duration;

use super::desk::Desk;
use super::files::{FOLDER, files};
use crate::widget;

/// How long a page waits for news before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// A file of the package that is larger is not shown.
const MOST_BYTES: u64 = 64 << 20;

/// What every answer says: nothing comes from elsewhere, nothing is kept, nobody else may use it.
pub const HEADERS: [(&str, &str); 5] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    ),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
];

/// The page's own files.
const PAGE: [(&str, &str); 4] = [
    ("", include_str!("page.html")),
    ("page.css", include_str!("page.css")),
    ("page.js", include_str!("page.js")),
    ("icon.svg", include_str!("../../../../styles/icon.svg")),
];

/// A request, as far as it matters.
pub struct Asked<'a> {
    /// `GET` or another.
    pub method: &'a str,
    /// The path and what comes behind its `?`, as sent.
    pub target: &'a str,
    /// The name under which the page was reached, with the port.
    pub host: &'a str,
}

/// What is answered.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The type of the body.
    pub kind: &'static str,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    fn found(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, kind, body: body.into() }
    }

    fn refused(status: u16, why: &str) -> Self {
        Self { status, kind: TEXT, body: why.into() }
    }
}

const TEXT: &str = "text/plain; charset=utf-8";

/// Answers.
pub fn answer(asked: &Asked, desk: &Desk) -> Answer {
    // Another site can give its name this machine's address, and would then be let in as our own page.
    if !is_local(asked.host) {
        return Answer::refused(403, "This page is for this machine alone.\n");
    }
    if !["GET", "HEAD"].contains(&asked.method) {
        return Answer::refused(405, "There is nothing here to write to.\n");
    }
    let (path, query) = asked.target.split_once('?').unwrap_or((asked.target, ""));
    let found = path.strip_prefix('/').and_then(|path| page(path).or_else(|| sheet(path, query, desk)).or_else(|| file(path, desk)));
    found.unwrap_or_else(|| Answer::refused(404, "There is no such file.\n"))
}

/// Whether a host is this machine, by a name that nobody else can have.
fn is_local(host: &str) -> bool {
    let (name, port) = host.rsplit_once(':').unwrap_or((host, ""));
    ["127.0.0.1", "localhost"].contains(&name) && port.bytes().all(|letter| letter.is_ascii_digit())
}

/// A file of the page or of the widget.
fn page(path: &str) -> Option<Answer> {
    if let Some((_, text)) = PAGE.iter().find(|(name, _)| *name == path) {
        return Some(Answer::found(kind(if path.is_empty() { "page.html" } else { path }), *text));
    }
    widget::find(path.strip_prefix("widget/")?).map(|bytes| Answer::found(kind(path), bytes))
}

/// What the package says, once it is not what the page has; behind the `?` stands which edition that is.
fn sheet(path: &str, known: &str, desk: &Desk) -> Option<Answer> {
    if path != "sheet" {
        return None;
    }
    let body = desk.after(known, PATIENCE).map(|sheet| format!(r#"{{"edition":"{}","sheet":{}}}"#, sheet.edition, sheet.text));
    Some(body.map_or(Answer { status: 204, kind: TEXT, body: Vec::new() }, |body| Answer::found("application/json", body)))
}

/// A file of the package, by an address that the page has been given.
fn file(path: &str, desk: &Desk) -> Option<Answer> {
    if !path.starts_with(FOLDER) {
        return None;
    }
    let file = files(desk.path()).into_iter().find(|file| file.is_inside && file.address == path)?;
    let is_small = fs::metadata(&file.path).is_ok_and(|about| about.is_file() && about.len() <= MOST_BYTES);
    let is_text = ["csv", "json", "html", "htm"].iter().any(|end| file.name.ends_with(&format!(".{end}")));
    let kind = if is_text { TEXT } else { "application/octet-stream" };
    is_small.then(|| fs::read(&file.path).ok()).flatten().map(|bytes| Answer::found(kind, bytes))
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
