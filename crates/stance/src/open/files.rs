//! What lies on disk. The only place that reads data from there.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use matrix::{Package, Reading};

use super::{Base, Opened, json, of_file, page, read_csv, workbook};
use crate::check::rules;
use crate::sheet::{ensure_no_other, is_workbook};

/// The file that makes a folder a package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// What tables of their own are called.
pub const TABLES: [&str; 3] = ["csv", "xlsx", "ods"];

/// Larger files are not read: no reader's browser would either.
const MOST_BYTES: u64 = 512 << 20;

/// Opens what lies at `path`.
pub fn open(language: &str, path: &Path) -> Result<Opened> {
    let file = if path.is_dir() { inside(path)? } else { path.to_owned() };
    let bytes = read(&file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // Several tables may lie in one folder, and each needs a proof of its own.
    let is_csv = file.extension().is_some_and(|own| own.eq_ignore_ascii_case("csv"));
    let proof = if is_csv { file.with_extension("proof.json") } else { file.with_file_name(format!("{name}.proof.json")) };
    let folder = || Base::Folder(parent(&file));
    let is = |extensions: &[&str]| file.extension().is_some_and(|own| extensions.iter().any(|one| own.eq_ignore_ascii_case(one)));
    if is(&["json"]) {
        let descriptor: serde_json::Value = json(&file.display().to_string(), &bytes)?;
        let reading = read_package(language, &file, &descriptor)?;
        return Ok(Opened {
            reading,
            proof: file.with_file_name("proof.json"),
            base: folder(),
            name: name.into_owned(),
            descriptor: Some(descriptor),
        });
    }
    if is(&["html", "htm", "xhtml"]) {
        let reading = page::read(&name, &bytes)?.with_context(|| format!("{} holds no table", file.display()))?;
        return Ok(Opened { reading, proof, base: Base::One(file.display().to_string()), name: name.into_owned(), descriptor: None });
    }
    if is_workbook(&bytes) {
        let reading = workbook::read(language, &bytes).with_context(|| format!("cannot read {}", file.display()))?;
        return Ok(Opened { reading, proof, base: Base::Workbook(file.display().to_string()), name: String::new(), descriptor: None });
    }
    ensure_no_other(&bytes).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(Opened { reading: read_csv(language, &name, bytes), proof, base: folder(), name: name.into_owned(), descriptor: None })
}

/// The bytes of a file of bearable size.
fn read(file: &Path) -> Result<Vec<u8>> {
    let about = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?;
    // A pipe or a device has no end that could be foreseen.
    ensure!(about.is_file(), "{} is no file that could be read to its end", file.display());
    if about.len() > MOST_BYTES {
        bail!("{} has {} MB; at most {} MB are read, so split it", file.display(), about.len() >> 20, MOST_BYTES >> 20);
    }
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

fn parent(file: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).to_owned()
}

/// The descriptor in a folder or, where there is none, its only table.
fn inside(folder: &Path) -> Result<PathBuf> {
    let descriptor = folder.join(DESCRIPTOR);
    if descriptor.exists() {
        return Ok(descriptor);
    }
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let files = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    let is_table = |file: &PathBuf| TABLES.iter().any(|table| file.extension() == Some(OsStr::new(table)));
    let mut tables = files.into_iter().filter(is_table);
    match (tables.next(), tables.next()) {
        (Some(table), None) => Ok(table),
        (None, _) => bail!("{} holds neither a {DESCRIPTOR} nor a table (.csv, .xlsx, .ods)", folder.display()),
        (Some(_), Some(_)) => bail!("{} holds several tables and no {DESCRIPTOR}; name one of them", folder.display()),
    }
}

fn read_package(language: &str, file: &Path, descriptor: &serde_json::Value) -> Result<Reading> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let package = Package::in_language(language, &name, serde_json::from_value(descriptor.clone())?).with_all_problems();
    // What its paths are resolved against.
    let folder = parent(file);
    let mut tables = Vec::new();
    let mut outside = Vec::new();
    for path in package.files() {
        if path.contains("://") {
            bail!("{} takes a table from {path}, and addresses are not fetched; put the table beside it", file.display());
        }
        if leaves(&folder, path) {
            outside.push(of_file(&rules::PATH_LEAVES, &name, path));
            continue;
        }
        match read(&folder.join(path)) {
            Ok(bytes) => tables.push((path.to_owned(), bytes)),
            // The package names what is not there: that is wrong in the data, so the model says it.
            Err(error) if error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let mut reading = package.read(tables);
    reading.problems.extend(outside);
    Ok(reading)
}

/// Whether a path leads out of its folder, by a link in the file system.
fn leaves(folder: &Path, path: &str) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match (folder.canonicalize(), folder.join(path).canonicalize()) {
        (Ok(folder), Ok(file)) => !file.starts_with(folder),
        _ => false,
    }
}
