//! `stance new`: a package that is valid at once, and is filled in from there.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use crate::outcome::Outcome;
use crate::table::collapsed;

/// With a byte-order mark, by which Excel tells that it is UTF-8.
const STATEMENTS: &str = include_str!("new/statements.csv");
const DESCRIPTOR: &str = include_str!("new/datapackage.json");
const README: &str = include_str!("new/readme.md");

/// The name of a package that is called by letters which the standard does not allow in a name.
const NAMELESS: &str = "matrix";

/// Makes the folder `path` with a package that was created on `date`, and says what to do next.
pub fn new(path: &Path, date: Date, out: &mut impl Write) -> Result<Outcome> {
    make_folder(path)?;
    // As the folder is called, wherever the path came from: `.` has no name of its own.
    let folder = fs::canonicalize(path).with_context(|| format!("cannot find {}", path.display()))?;
    let called = folder.file_name().unwrap_or_default().to_string_lossy();
    for (file, text) in files(&called, date) {
        let file = path.join(file);
        let written = File::create_new(&file).and_then(|mut created| created.write_all(text.as_bytes()));
        written.with_context(|| format!("cannot write {}", file.display()))?;
    }
    say(path, out)?;
    Ok(Outcome::Holds)
}

/// The columns that a table of statements can have.
pub(crate) fn columns() -> impl Iterator<Item = &'static str> {
    STATEMENTS.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().split(',')
}

/// An empty folder, which may be there already: nothing of anybody's is written over.
fn make_folder(path: &Path) -> Result<()> {
    match fs::read_dir(path) {
        Ok(mut entries) => {
            ensure!(entries.next().is_none(), "{} is not empty; name a folder that is not there yet", path.display());
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))
        }
        Err(error) if error.kind() == ErrorKind::NotADirectory => bail!("a file is in the way of {}", path.display()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// The files of a package whose folder is `called` so.
fn files(called: &str, date: Date) -> [(&'static str, String); 3] {
    let (name, title) = (name(called), title(called));
    let descriptor = DESCRIPTOR.replace("{name}", &name).replace("{date}", &date.to_string());
    // Last, since it is the only one that may have anything in it.
    let descriptor = descriptor.replace("{title}", &serde_json::Value::from(title.as_str()).to_string());
    [("statements.csv", STATEMENTS.into()), ("datapackage.json", descriptor), ("README.md", README.replace("{title}", &title))]
}

/// The name as the standard wants it: lower case, digits, `-`, `.` and `_`.
fn name(called: &str) -> String {
    let mut name = String::new();
    // A letter without its accent is better than none.
    for letter in called.nfkd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)) {
        match letter.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9' | '.' | '_') => name.push(letter),
            _ if name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    let name = name.trim_matches(['-', '.', '_']);
    if name.is_empty() { NAMELESS.into() } else { name.into() }
}

/// The title: the same in words.
fn title(called: &str) -> String {
    let words = collapsed(&called.replace(['-', '_'], " "));
    let mut letters = words.chars();
    letters.next().map_or_else(|| "Matrix".into(), |first| first.to_uppercase().chain(letters).collect())
}

fn say(path: &Path, out: &mut impl Write) -> Result<()> {
    let argument = argument(path);
    writeln!(
        out,
        "Made {}:
  statements.csv    one row a statement, with an example row to replace
  datapackage.json  title, sources, licence and scale; put your own wherever it says “Fill in”
  README.md         how to fill them

Next, open {} in a spreadsheet, and then:
  stance check {argument}    says what is wrong
  stance serve {argument}    shows it in a browser, again whenever you save",
        path.display(),
        path.join("statements.csv").display(),
    )?;
    Ok(())
}

/// The path as a shell takes it.
fn argument(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_name_and_title() {
        let check = |called: &str, expected: (&str, &str)| assert_eq!((name(called).as_str(), title(called).as_str()), expected);
        check("lake", ("lake", "Lake"));
        check("central-asia_2021", ("central-asia_2021", "Central asia 2021"));
        check("Über die Brücke!", ("uber-die-brucke", "Über die Brücke!"));
        check("v1.2", ("v1.2", "V1.2"));
        check("озеро", ("matrix", "Озеро"));
        check("a — \"b\"", ("a-b", "A — \"b\""));
        check("", ("matrix", "Matrix"));
        check("--", ("matrix", "Matrix"));
    }
}
