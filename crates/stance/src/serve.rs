//! `stance serve`: the widget on a package that is being written, with what is wrong in it beside it.
//!
//! One thread reads the package whenever one of its files is saved ([`watch`]) and puts what a page needs, as text, on
//! the desk ([`desk`]). Pages ask for it and wait for the next ([`route`]). Nothing of a request becomes a path: a file
//! is served when its address is one that the page itself was given ([`files`]).

mod desk;
mod files;
mod read;
mod route;
mod watch;

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

use crate::outcome::Outcome;
use crate::widget;
use desk::Desk;
use route::{Answer, Asked, HEADERS};

/// Where the page is, unless that port is taken.
const PORT: u16 = 8765;

/// More requests than this do not wait side by side.
const MOST_AT_ONCE: usize = 64;

/// Serves the package at `path` on this machine until the program is ended: at `port`, or where there is room.
///
/// # Errors
/// The package cannot be read, the port is taken, or the program was built without the widget.
pub fn serve(path: &Path, port: Option<u16>, out: &mut impl Write) -> Result<Outcome> {
    widget::file("embed.js")?;
    let desk = Arc::new(Desk::new(path, read::first(path)?));
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("{error}"))?;
    watch::watch(&desk)?;
    writeln!(out, "{} is at http://{address}/ until you press Ctrl+C.", path.display())?;
    out.flush()?;
    loop {
        let request = server.recv().context("no request can be received any more")?;
        // Each holds one until it is answered, and one stays here.
        if Arc::strong_count(&desk) > MOST_AT_ONCE {
            drop(request.respond(Response::empty(503)));
            continue;
        }
        let desk = Arc::clone(&desk);
        thread::spawn(move || answer(request, &desk));
    }
}

/// The port that was named, else the usual one, else any.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let at = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => at(port).with_context(|| format!("port {port} of 127.0.0.1 cannot be used")),
        None => at(PORT).or_else(|_| at(0)).context("no port of 127.0.0.1 is free"),
    }
}

fn answer(request: Request, desk: &Desk) {
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    let asked = Asked { method: request.method().as_str(), target: request.url(), host: host.unwrap_or_default() };
    let Answer { status, kind, body } = route::answer(&asked, desk);
    let mut response = Response::from_data(body).with_status_code(status);
    let headers = HEADERS.into_iter().chain([("Content-Type", kind)]);
    for header in headers.filter_map(|(name, value)| Header::from_bytes(name, value).ok()) {
        response.add_header(header);
    }
    // Who asked may have gone.
    drop(request.respond(response));
}
