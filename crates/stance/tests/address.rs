//! Addresses that are checked, against a server of this test.

use std::io::{Cursor, Read};
use std::path::Path;
use std::thread;

use stance::check::{Checked, check};
use tiny_http::{Header, Response, Server, StatusCode};

const CSV: &str = "country,concern,stance,date,source\nArden,Fishing,supports,soon,Post\n";

fn package(path: &str) -> String {
    format!(r#"{{"resources": [{{"name": "s", "path": {path:?}, "schema": {{"fields": [{{"name": "stance"}}]}}}}]}}"#)
}

/// The address of a server that answers as a newsroom's might, and as one that means harm.
fn server(other: String) -> String {
    let server = Server::http("127.0.0.1:0").unwrap();
    let address = format!("http://{}", server.server_addr());
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let text = |text: String| Response::from_string(text);
            let _ = match request.url() {
                "/lake.csv" | "/lake/s.csv" => request.respond(text(CSV.into())),
                "/lake/datapackage.json" => request.respond(text(package("s.csv"))),
                "/far/datapackage.json" => request.respond(text(package("http://example.org/s.csv"))),
                "/led/datapackage.json" => request.respond(text(package("away.csv"))),
                "/led/away.csv" => {
                    request.respond(text(String::new()).with_status_code(302).with_header(header(&format!("Location: {other}/lake.csv"))))
                }
                "/page" => request.respond(text("<!doctype html><p>Sign in</p>".into())),
                "/moved" => request.respond(text(String::new()).with_status_code(302).with_header(header("Location: /lake.csv"))),
                "/round" => request.respond(text(String::new()).with_status_code(302).with_header(header("Location: /round"))),
                "/endless" => request.respond(Response::new(StatusCode(200), vec![], zeros(), None, None)),
                _ => request.respond(text("gone".into()).with_status_code(404)),
            };
        }
    });
    address
}

fn header(text: &str) -> Header {
    text.parse().unwrap()
}

/// More than anybody would read.
fn zeros() -> Box<dyn Read + Send> {
    Box::new(Cursor::new(b"country,concern,stance\n").chain(std::io::repeat(b'0').take(1 << 40)))
}

#[test]
fn what_lies_at_an_address_is_checked() {
    let other = server(String::new());
    let address = server(other.clone());
    let check = |path: &str, expected: &str| {
        let checked = check(Path::new(&format!("{address}{path}")), 20_261_124);
        let told = match checked {
            Ok(Checked { opened, problems, .. }) => {
                let statements = opened.reading.matrix.len();
                format!("{statements}; {}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
            }
            Err(error) => format!("{error:#}"),
        };
        let told = told.replace(&address, "SITE").replace(&other, "OTHER");
        assert!(told.starts_with(expected), "{path}: {told}");
    };
    let soon = "1; ";
    check("/lake.csv", &format!("{soon}SITE/lake.csv, row 2, column date: “soon” is no date."));
    check("/moved", soon);
    check("/lake/datapackage.json", &format!("{soon}s.csv, row 2, column date: “soon” is no date."));
    check("/far/datapackage.json", "SITE/far/datapackage.json takes a table from http://example.org/s.csv, another site");
    check("/led/datapackage.json", "SITE/led/datapackage.json takes a table from OTHER/lake.csv, another site");
    check("/page", "SITE/page is a page without a matrix; in Google Sheets, publish the sheet as CSV");
    check("/none", "cannot fetch SITE/none: http status: 404");
    check("/round", "cannot fetch SITE/round: ");
    check("/endless", "SITE/endless gives more than 100 MB, which is not read");
}
