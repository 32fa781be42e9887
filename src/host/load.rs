//! Fetching: from the address in `src` to a matrix and its problems.

use js_sys::{Promise, Uint8Array};
use matrix::{Json, Package, Reading};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestInit, Response, Url};

use crate::host::json::tree;

/// Why a matrix could not be loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The contract's word: `network`, `mime` or `data`.
    pub reason: &'static str,
    /// What happened, in a sentence for the reader.
    pub message: String,
}

/// Fetches and reads the data at `src`, a `.csv` or a `datapackage.json`, resolved against the page.
///
/// # Errors
/// A [`Failure`] where there is nothing to show. Whatever can be read is read, with its problems.
pub async fn load(src: &str, signal: &AbortSignal) -> Result<Reading, Failure> {
    let address =
        resolve(src, &page()).ok_or_else(|| Failure { reason: "data", message: format!("“{src}” is not an address of data.") })?;
    let (address, response) = answer(ask(address, signal)?).await?;
    if address.pathname().ends_with(".csv") {
        return Ok(matrix::read_csv(&name(&address), &bytes(&address, &response).await?));
    }
    let package = Package::new(&name(&address), descriptor(&address, &response).await?);
    // All are asked for before the first is waited for.
    let asked: Vec<_> = package.files().into_iter().map(|path| (path.to_string(), ask_for_file(path, &address, signal))).collect();
    let mut failure = None;
    let mut files = Vec::new();
    for (path, asked) in asked {
        match file(asked).await {
            Ok(bytes) => files.push((path, bytes)),
            Err(failed) => failure = Some(failed),
        }
    }
    let reading = package.read(&files);
    match failure {
        // A lost file of names leaves a matrix; lost statements leave nothing to read.
        Some(failure) if reading.matrix.statement_count() == 0 => Err(failure),
        _ => Ok(reading),
    }
}

/// An address, and its answer to come.
type Asked = (Url, Promise);

/// Asks for one file of a package: on the package's own site, or not at all.
fn ask_for_file(path: &str, package: &Url, signal: &AbortSignal) -> Result<Asked, Failure> {
    let address = resolve(path, &package.href()).filter(|address| address.origin() == package.origin());
    let address =
        address.ok_or_else(|| Failure { reason: "data", message: format!("The package names “{path}”, which is on another site.") })?;
    ask(address, signal)
}

async fn file(asked: Result<Asked, Failure>) -> Result<Vec<u8>, Failure> {
    let (address, response) = answer(asked?).await?;
    bytes(&address, &response).await
}

fn ask(address: Url, signal: &AbortSignal) -> Result<Asked, Failure> {
    let init = RequestInit::new();
    init.set_signal(Some(signal));
    let window = web_sys::window().ok_or_else(|| unreachable_address(&address))?;
    let promise = window.fetch_with_str_and_init(&address.href(), &init);
    Ok((address, promise))
}

async fn answer((address, promise): Asked) -> Result<(Url, Response), Failure> {
    let response = JsFuture::from(promise).await.map_err(|_| unreachable_address(&address))?;
    let response: Response = response.dyn_into().map_err(|_| unreachable_address(&address))?;
    if response.ok() {
        return Ok((address, response));
    }
    Err(Failure { reason: "network", message: format!("{} answered with error {}.", short(&address), response.status()) })
}

async fn bytes(address: &Url, response: &Response) -> Result<Vec<u8>, Failure> {
    let promise = response.array_buffer().map_err(|_| unreachable_address(address))?;
    let buffer = JsFuture::from(promise).await.map_err(|_| unreachable_address(address))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The descriptor, parsed by the browser.
async fn descriptor(address: &Url, response: &Response) -> Result<Json, Failure> {
    let wrong = |_: JsValue| Failure { reason: "mime", message: format!("{} is not a data package.", short(address)) };
    let promise = response.json().map_err(wrong)?;
    Ok(tree(&JsFuture::from(promise).await.map_err(wrong)?))
}

/// `text` as an address, resolved against `base`; only what can be fetched as data.
fn resolve(text: &str, base: &str) -> Option<Url> {
    let address = Url::new_with_base(text, base).ok()?;
    matches!(address.protocol().as_str(), "http:" | "https:" | "blob:").then_some(address)
}

fn page() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default()
}

/// The file name of an address, for problems.
fn name(address: &Url) -> String {
    address.pathname().rsplit('/').next().unwrap_or_default().to_string()
}

/// An address as a reader may see it: host and path, without what could be secret behind the `?`.
fn short(address: &Url) -> String {
    format!("{}{}", address.host(), address.pathname())
}

fn unreachable_address(address: &Url) -> Failure {
    Failure { reason: "network", message: format!("{} could not be reached.", short(address)) }
}
