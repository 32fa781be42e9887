//! Opening a package: from a path to what the model reads of it. The only place that reads data
//! from disk; what is wrong inside the files is for the model to say.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use matrix::{Package, Reading, read_csv_in};

/// The file that makes a folder a package.
const DESCRIPTOR: &str = "datapackage.json";

/// A package, or a table on its own, as read from disk.
pub struct Opened {
    /// What the model made of it.
    pub reading: Reading,
    /// Where its proof is recorded.
    pub proof: PathBuf,
}

/// Reads the package at `path`: a descriptor, a CSV file, or a folder that holds one of them.
pub fn open(path: &Path) -> Result<Opened> {
    open_in("", path)
}

/// The same in `language` (BCP 47), where the package is translated into it.
pub fn open_in(language: &str, path: &Path) -> Result<Opened> {
    let file = if path.is_dir() { inside(path)? } else { path.to_owned() };
    let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    if file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        return Ok(Opened { reading: read_package(language, &file, &bytes)?, proof: file.with_file_name("proof.json") });
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // Several tables may lie in one folder, and each needs a proof of its own.
    Ok(Opened { reading: read_csv_in(language, &name, &bytes), proof: file.with_extension("proof.json") })
}

/// The descriptor in a folder or, where there is none, its only CSV file.
fn inside(folder: &Path) -> Result<PathBuf> {
    let descriptor = folder.join(DESCRIPTOR);
    if descriptor.exists() {
        return Ok(descriptor);
    }
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let files = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    let mut tables = files.into_iter().filter(|file| file.extension() == Some(OsStr::new("csv")));
    match (tables.next(), tables.next()) {
        (Some(table), None) => Ok(table),
        (None, _) => bail!("{} holds neither a {DESCRIPTOR} nor a CSV file", folder.display()),
        (Some(_), Some(_)) => bail!("{} holds several CSV files and no {DESCRIPTOR}; name one of them", folder.display()),
    }
}

fn read_package(language: &str, file: &Path, bytes: &[u8]) -> Result<Reading> {
    let descriptor = serde_json::from_slice(bytes).with_context(|| format!("{} is not JSON", file.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let package = Package::in_language(language, &name, descriptor);
    // What its addresses are resolved against.
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut tables = Vec::new();
    for path in package.files() {
        if path.contains("://") {
            bail!("{} takes a table from {path}, and addresses are not fetched; put the table beside it", file.display());
        }
        match fs::read(folder.join(path)) {
            Ok(bytes) => tables.push((path.to_owned(), bytes)),
            // The package names what is not there: that is wrong in the data, so the model says it.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", folder.join(path).display())),
        }
    }
    Ok(package.read(&tables))
}
