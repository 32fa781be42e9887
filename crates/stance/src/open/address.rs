//! What lies at an address: fetched only because somebody has named it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use matrix::{Package, Reading};
use ureq::ResponseExt;
use url::Url;

use super::{Base, Opened, json, page, read_csv, workbook};
use crate::sheet::is_workbook;

/// More is not read.
const MOST_BYTES: u64 = 100 << 20;
/// Longer is not waited, for all of one file.
const LONGEST: Duration = Duration::from_secs(60);

/// The address that a path is, if it is one.
pub fn address_of(path: &Path) -> Option<Result<Url>> {
    let text = path.to_str()?;
    let is_web = ["http://", "https://"].iter().any(|scheme| text.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme)));
    is_web.then(|| Url::parse(text).with_context(|| format!("{text} is no address")))
}

/// Opens what lies at `address`: a CSV file, a `datapackage.json` with what it names beside it, or a page with a snippet.
pub fn open(language: &str, address: &Url) -> Result<Opened> {
    let address = published(address);
    let (bytes, _) = fetch(&address)?;
    let name = address.as_str();
    let opened =
        |reading, descriptor| Opened { reading, proof: PathBuf::new(), base: Base::One(name.into()), name: name.into(), descriptor };
    let start = bytes.trim_ascii_start();
    if is_workbook(&bytes) {
        let reading = workbook::read(language, &bytes).with_context(|| format!("cannot read {name}"))?;
        return Ok(Opened { base: Base::Workbook(name.into()), name: String::new(), ..opened(reading, None) });
    }
    if start.starts_with(b"{") {
        let descriptor: serde_json::Value = json(name, &bytes)?;
        return Ok(opened(read_package(language, &address, &descriptor)?, Some(descriptor)));
    }
    if start.starts_with(b"<") {
        let help =
            "is a page without a matrix; in Google Sheets, publish the sheet as CSV (File, Share, Publish to web) and give that address";
        let reading = page::read(name, &bytes)?.filter(|reading| !reading.matrix.is_empty()).with_context(|| format!("{name} {help}"))?;
        return Ok(opened(reading, None));
    }
    Ok(opened(read_csv(language, name, bytes), None))
}

/// The address of the CSV, where somebody gives that of the page on which a Google Sheet is written.
fn published(address: &Url) -> Url {
    let mut csv = address.clone();
    let is_sheet = address.host_str() == Some("docs.google.com") && address.path().starts_with("/spreadsheets/d/");
    let Some(folder) = address.path().strip_suffix("/edit").filter(|_| is_sheet) else { return csv };
    let gid = address.fragment().or(address.query()).and_then(|part| part.split('&').find_map(|pair| pair.strip_prefix("gid=")));
    csv.set_path(&format!("{folder}/export"));
    csv.set_query(Some(&format!("format=csv&gid={}", gid.unwrap_or("0"))));
    csv.set_fragment(None);
    csv
}

fn read_package(language: &str, address: &Url, descriptor: &serde_json::Value) -> Result<Reading> {
    let package = Package::in_language(language, address.as_str(), serde_json::from_value(descriptor.clone())?).with_all_problems();
    let mut tables = Vec::new();
    for path in package.files() {
        let table = address.join(path).with_context(|| format!("{path} is no address beside {address}"))?;
        let stays = |one: &Url| one.origin() == address.origin();
        ensure!(stays(&table), "{address} takes a table from {table}, another site; put the table beside it");
        let (bytes, from) = fetch(&table)?;
        ensure!(stays(&from), "{address} takes a table from {from}, another site; put the table beside it");
        tables.push((path.to_owned(), bytes));
    }
    Ok(package.read(tables))
}

/// What an address gives, and where it led.
fn fetch(address: &Url) -> Result<(Vec<u8>, Url)> {
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(LONGEST)).max_redirects(5).build().into();
    let answer = agent.get(address.as_str()).header("accept", "text/csv, application/json, text/html").call();
    let mut answer = answer.with_context(|| format!("cannot fetch {address}"))?;
    let from = Url::parse(&answer.get_uri().to_string())?;
    let bytes = answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec();
    match bytes {
        Err(ureq::Error::BodyExceedsLimit(_)) => bail!("{address} gives more than {} MB, which is not read", MOST_BYTES >> 20),
        bytes => Ok((bytes.with_context(|| format!("cannot fetch all of {address}"))?, from)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_addresses() {
        let check = |path: &str, expected: Option<bool>| {
            assert_eq!(address_of(Path::new(path)).map(|address| address.is_ok()), expected, "{path}");
        };
        check("https://example.org/a.csv", Some(true));
        check("HTTP://example.org", Some(true));
        check("https://", Some(false));
        check("file:///etc/passwd", None);
        check("ftp://example.org/a.csv", None);
        check("data/central-asia", None);
    }

    #[test]
    fn the_page_of_a_sheet_stands_for_its_csv() {
        let check = |address: &str, expected: &str| assert_eq!(published(&Url::parse(address).unwrap()).as_str(), expected);
        check(
            "https://docs.google.com/spreadsheets/d/1aB/edit#gid=7",
            "https://docs.google.com/spreadsheets/d/1aB/export?format=csv&gid=7",
        );
        check(
            "https://docs.google.com/spreadsheets/d/1aB/edit?gid=3&usp=sharing",
            "https://docs.google.com/spreadsheets/d/1aB/export?format=csv&gid=3",
        );
        let published = "https://docs.google.com/spreadsheets/d/e/2PACX/pub?gid=0&single=true&output=csv";
        check(published, published);
        check("https://example.org/spreadsheets/d/1/edit", "https://example.org/spreadsheets/d/1/edit");
    }
}
