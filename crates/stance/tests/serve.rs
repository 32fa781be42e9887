//! Serving a package, and the file that needs no server: what is answered, and what is not.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use expect_test::{Expect, expect};
use matrix::read_csv;
use serde_json::Value;
use stance::verify::proof::Proof;
use stance::{export, widget};

const STATEMENTS: &str = "country,concern,stance,kind,text,source\nArden,Fishing,supports,paraphrase,It wants fish.,Post\n";

const DESCRIPTOR: &str = r#"{"name": "lake", "title": "The lake", "resources": [
  {"name": "statements", "path": "our statements.csv", "schema": {"fields": [{"name": "stance", "type": "string"}]}}]}"#;

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("serve-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("lake")).unwrap();
    fs::write(folder.join("secret.csv"), "secret").unwrap();
    fs::write(folder.join("lake/datapackage.json"), DESCRIPTOR).unwrap();
    fs::write(folder.join("lake/our statements.csv"), STATEMENTS).unwrap();
    fs::write(folder.join("lake/notes.csv"), "secret").unwrap();
    folder
}

fn stance(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stance"));
    command.args(arguments);
    command
}

/// The program while it serves.
struct Served {
    child: Child,
    port: u16,
}

impl Served {
    fn new(path: PathBuf) -> Self {
        let mut child = stance(&["serve", path.to_str().unwrap(), "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
        Self { port: port.parse().unwrap(), child }
    }

    /// What a request is answered, head and body.
    fn ask(&self, method: &str, target: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        (head.to_owned(), body.to_owned())
    }

    fn status(&self, method: &str, target: &str, host: &str) -> String {
        let (head, _) = self.ask(method, target, host);
        head.split(' ').nth(1).unwrap_or_default().to_owned()
    }

    /// What the package says once it is what is expected, as a page hears it.
    fn sheet(&self, is_expected: impl Fn(&Value) -> bool) -> Value {
        let mut known = String::new();
        for _ in 0..20 {
            let (_, body) = self.ask("GET", &format!("/sheet?{known}"), "localhost");
            let answer: Value = serde_json::from_str(&body).expect("there is news");
            if is_expected(&answer["sheet"]) {
                return answer["sheet"].clone();
            }
            known = answer["edition"].as_str().unwrap().to_owned();
        }
        panic!("it never came");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether the widget had been built when this was; `cargo xtask test` runs these tests once it has.
fn has_widget() -> bool {
    widget::find("embed.js").is_some()
}

#[test]
fn without_the_widget_it_says_what_to_do() {
    let output = stance(&["serve", "no such folder"]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(message.contains(if has_widget() { "cannot read no such folder" } else { "build the widget first with cargo xtask dist" }));
}

#[test]
fn only_what_the_page_names_is_answered_and_only_to_this_machine() {
    if !has_widget() {
        return;
    }
    let served = Served::new(folder("routes").join("lake"));
    let check = |target: &str, expected: &str| assert_eq!(served.status("GET", target, "localhost"), expected, "{target}");
    for target in ["/", "/page.js", "/page.css", "/icon.svg", "/widget/embed.js", "/widget/languages/en.js", "/sheet"] {
        check(target, "200");
    }
    check("/package/our%20statements.csv", "200");
    check("/package/datapackage.json", "200");
    for target in [
        "/package/notes.csv",
        "/package/../secret.csv",
        "/package/..%2fsecret.csv",
        "/package/%2e%2e/secret.csv",
        "/package/%2E%2E%2Fsecret.csv",
        "/package//etc/passwd",
        "/package/our%20statements.csv%00",
        "/package/our%2520statements.csv",
        "/package/",
        "/package",
        "/../secret.csv",
        "//etc/passwd",
        "/widget/",
        "/widget/../page.js",
        "/widget/index.html",
        "http://localhost/",
        "*",
    ] {
        check(target, "404");
    }
    for (method, host, expected) in [
        ("HEAD", "localhost:8765", "200"),
        ("GET", "127.0.0.1:1", "200"),
        ("POST", "localhost", "405"),
        ("PUT", "localhost", "405"),
        ("OPTIONS", "localhost", "405"),
        ("GET", "example.org", "403"),
        ("GET", "localhost.example.org", "403"),
        ("GET", "localhost:1@example.org", "403"),
        ("GET", "127.0.0.1.nip.io:8765", "403"),
        ("GET", "", "403"),
    ] {
        assert_eq!(served.status(method, "/", host), expected, "{method} {host}");
    }
}

#[test]
fn every_answer_has_the_strict_headers() {
    if !has_widget() {
        return;
    }
    let served = Served::new(folder("headers").join("lake"));
    let check = |target: &str, expected: Expect| {
        let (head, _) = served.ask("GET", target, "localhost");
        let is_ours = |line: &&str| !["Server", "Date", "Content-Length", "Connection"].iter().any(|name| line.starts_with(name));
        let mut lines: Vec<&str> = head.lines().filter(is_ours).collect();
        lines[1..].sort_unstable();
        expected.assert_eq(&lines.join("\n"));
    };
    check(
        "/",
        expect![[r#"
        HTTP/1.1 200 OK
        Cache-Control: no-store
        Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'
        Content-Type: text/html; charset=utf-8
        Cross-Origin-Resource-Policy: same-origin
        Referrer-Policy: no-referrer
        X-Content-Type-Options: nosniff"#]],
    );
    check(
        "/package/our%20statements.csv",
        expect![[r#"
        HTTP/1.1 200 OK
        Cache-Control: no-store
        Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'
        Content-Type: text/plain; charset=utf-8
        Cross-Origin-Resource-Policy: same-origin
        Referrer-Policy: no-referrer
        X-Content-Type-Options: nosniff"#]],
    );
    check(
        "/nothing",
        expect![[r#"
        HTTP/1.1 404 Not Found
        Cache-Control: no-store
        Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'
        Content-Type: text/plain; charset=utf-8
        Cross-Origin-Resource-Policy: same-origin
        Referrer-Policy: no-referrer
        X-Content-Type-Options: nosniff"#]],
    );
}

#[test]
fn what_is_saved_is_on_the_next_sheet() {
    if !has_widget() {
        return;
    }
    let folder = folder("saved").join("lake");
    let served = Served::new(folder.clone());
    let is_well = |sheet: &Value| sheet["sum"] == "1 statement, no problems";
    let text = |sheet: &Value| sheet["problems"][0]["text"].as_str().unwrap_or_default().to_owned();
    served.sheet(is_well);
    // As an editor does that puts a new file in the place of the old one.
    fs::write(folder.join("new"), format!("{STATEMENTS}Arden,Dams,\n")).unwrap();
    fs::rename(folder.join("new"), folder.join("our statements.csv")).unwrap();
    let sheet = served.sheet(|sheet| !is_well(sheet));
    assert_eq!(sheet["problems"][0]["row"], 3);
    assert_eq!(sheet["files"]["our statements.csv"], "package/our%20statements.csv");
    // Half of a descriptor: there is something to mend, and no other matrix.
    fs::write(folder.join("datapackage.json"), &DESCRIPTOR[..50]).unwrap();
    assert_eq!(served.sheet(|sheet| text(sheet).contains("is not JSON"))["data"], Value::Null);
    // It names a file that comes only later, in a folder of its own.
    fs::write(folder.join("datapackage.json"), DESCRIPTOR.replace("our statements", "tables/new")).unwrap();
    served.sheet(|sheet| text(sheet) == "The file is missing.");
    fs::create_dir(folder.join("tables")).unwrap();
    fs::write(folder.join("tables/new.csv"), STATEMENTS).unwrap();
    served.sheet(is_well);
    fs::remove_dir_all(folder).unwrap();
    served.sheet(|sheet| text(sheet).contains("cannot read"));
}

#[test]
fn data_cannot_end_an_element_of_the_file_that_needs_no_server() {
    if !has_widget() {
        return;
    }
    let evil = "</script><script>alert(1)</script><!--";
    let csv = format!("country,concern,stance,kind,quote,source\n{evil},{evil},supports,quote,{evil},{evil}\n");
    let page = export::html::html(&read_csv("a.csv", csv.as_bytes()).matrix, None, &Proof::default()).unwrap();
    assert_eq!(page.to_lowercase().matches("<script").count(), 2);
    assert_eq!(page.to_lowercase().matches("</script").count(), 2);
    assert!(!page.contains("<!--"));
    assert!(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
    // Its policy names no source but what it holds.
    let policy = page.split("Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("http") && !policy.contains("unsafe-inline"), "{policy}");
}

#[test]
fn the_file_that_needs_no_server_has_the_words_of_its_language() {
    if !has_widget() {
        return;
    }
    let matrix = read_csv("a.csv", STATEMENTS.as_bytes()).matrix;
    let check = |lang: Option<&str>, tag: &str, words: &[&str]| {
        let page = export::html::html(&matrix, lang, &Proof::default()).unwrap();
        assert!(page.contains(&format!("<html lang=\"{tag}\">")));
        let found: Vec<_> = page
            .split("{\"imports\"")
            .nth(1)
            .unwrap()
            .split('\n')
            .next()
            .unwrap()
            .split("\"./languages/")
            .skip(1)
            .filter_map(|rest| rest.split('.').next())
            .collect();
        assert_eq!(found, words, "{lang:?}");
    };
    check(None, "en", &["en"]);
    check(Some("ru"), "ru", &["en", "ru"]);
    check(Some("uz-Latn"), "uz-Latn", &["en", "uz"]);
    check(Some("prs"), "prs", &["en", "fa"]);
    check(Some("eo"), "eo", &["en"]);
}
