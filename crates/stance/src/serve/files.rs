//! The files that a package is made of: which they are, at which address each is, and where they lie.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::open::files::{DESCRIPTOR, TABLES};
use matrix::Package;
use url::Url;

/// The addresses of a package's own files stand below this one.
pub const FOLDER: &str = "package/";

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// As the package names it.
    pub name: String,
    /// Its address, as seen from the page.
    pub address: String,
    /// Where it lies; it need not be there yet.
    pub path: PathBuf,
    /// Whether it lies in the package's folder, and not behind a link on disk.
    pub is_inside: bool,
}

/// The files of the package at `path`: the one that it is read from, and those that this one names.
pub fn files(path: &Path) -> Vec<File> {
    let start = if path.is_dir() { start(path) } else { vec![path.to_owned()] };
    let mut files: Vec<File> = start.iter().filter_map(|path| file(path.parent()?, path.file_name()?.to_str()?)).collect();
    if let [only] = start.as_slice()
        && let Some(folder) = only.parent()
    {
        files.extend(named(only).iter().filter_map(|name| file(folder, name)));
    }
    files
}

/// What a folder is read from: its descriptor, else its tables.
fn start(folder: &Path) -> Vec<PathBuf> {
    let descriptor = folder.join(DESCRIPTOR);
    if descriptor.exists() {
        return vec![descriptor];
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut tables: Vec<PathBuf> = entries.filter(|path| TABLES.iter().any(|kind| path.extension() == Some(OsStr::new(kind)))).collect();
    tables.sort();
    tables
}

/// The files that a descriptor names; none if it is not one, or not one yet.
fn named(file: &Path) -> Vec<String> {
    if !file.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("json")) {
        return Vec::new();
    }
    let Some(descriptor) = fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()) else { return Vec::new() };
    Package::new(DESCRIPTOR, descriptor).files().into_iter().map(str::to_owned).collect()
}

/// The file of that name in a folder; none if the name leads out of it.
fn file(folder: &Path, name: &str) -> Option<File> {
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    let is_plain = name.split('/').all(|part| !part.is_empty() && !part.starts_with("..") && !part.contains(['\\', ':', '\0']));
    let path = folder.join(name);
    let is_inside = path.canonicalize().is_ok_and(|real| folder.canonicalize().is_ok_and(|folder| real.starts_with(folder)));
    is_plain.then(|| File { name: name.into(), address: address(name), path, is_inside })
}

/// A name as an address: every character that means something in one is written by its number.
fn address(name: &str) -> String {
    let base = Url::parse("http://localhost/").ok();
    let encoded = base.and_then(|mut url| {
        url.path_segments_mut().ok()?.extend(name.split('/'));
        Some(url.path().trim_start_matches('/').to_owned())
    });
    FOLDER.to_owned() + &encoded.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("stance-files-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("tables")).unwrap();
        files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
        folder
    }

    fn names(path: &Path) -> Vec<String> {
        files(path).into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn a_package_names_its_files_and_none_outside_of_it() {
        let check = |path: &str, expected: &[&str]| {
            let path = serde_json::Value::from(path);
            let descriptor =
                format!(r#"{{"resources": [{{"name": "s", "path": {path}, "schema": {{"fields": [{{"name": "stance"}}]}}}}]}}"#);
            let folder = folder("named", &[(DESCRIPTOR, &descriptor)]);
            assert_eq!(names(&folder), expected, "{path}");
        };
        check("statements.csv", &[DESCRIPTOR, "statements.csv"]);
        check("tables/a b.csv", &[DESCRIPTOR, "tables/a b.csv"]);
        check("../secret.csv", &[DESCRIPTOR]);
        check("tables/../../secret.csv", &[DESCRIPTOR]);
        check("/etc/passwd", &[DESCRIPTOR]);
        check("C:\\secret.csv", &[DESCRIPTOR]);
        check("a\0b.csv", &[DESCRIPTOR]);
        check("https://example.org/a.csv", &[DESCRIPTOR]);
    }

    #[test]
    fn a_table_alone_is_its_package() {
        let folder = folder("table", &[("a.csv", ""), ("note.txt", "")]);
        assert_eq!(names(&folder), ["a.csv"]);
        assert_eq!(names(&folder.join("a.csv")), ["a.csv"]);
    }

    #[test]
    fn what_is_no_descriptor_yet_names_nothing() {
        let folder = folder("half", &[(DESCRIPTOR, "{\"resources\": [")]);
        assert_eq!(names(&folder), [DESCRIPTOR]);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_on_disk_leads_to_is_not_inside() {
        let folder = folder("link", &[("b.csv", "")]);
        std::os::unix::fs::symlink("/etc/passwd", folder.join("a.csv")).unwrap();
        std::os::unix::fs::symlink(folder.join("b.csv"), folder.join("c.csv")).unwrap();
        let inside: Vec<_> = files(&folder).into_iter().map(|file| (file.name, file.is_inside)).collect();
        assert_eq!(inside, [("a.csv".into(), false), ("b.csv".into(), true), ("c.csv".into(), true)]);
    }

    #[test]
    fn a_name_is_an_address() {
        let check = |name: &str, expected: &str| assert_eq!(address(name), expected);
        check("statements.csv", "package/statements.csv");
        check("a b/ü?#%.csv", "package/a%20b/%C3%BC%3F%23%25.csv");
    }
}
