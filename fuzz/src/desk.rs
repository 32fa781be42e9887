//! What the command line makes of a table.

use std::path::Path;

use anyhow::Result;
use stance::import::{Import, choices::Choices, import as imported};
use stance::open::open;
use stance::outcome::Outcome;

use super::model::{looked_at, seen};
use super::scratch::{with_file, with_folder};

/// Bytes as a table that is imported. What is written is a package, and importing it again says the same.
pub fn import(bytes: &[u8]) {
    with_file("table.csv", bytes, |file| {
        with_folder("import", |folder| {
            let folder = folder.join("package");
            if made(file, &folder).is_err() {
                return;
            }
            let first = open(&folder).expect("a package was written").reading;
            looked_at(&first);
            made(file, &folder).expect("what was imported can be imported again");
            let again = open(&folder).expect("a package was written again").reading;
            assert_eq!(seen(&again), seen(&first), "what is remembered means the same");
        });
    });
}

/// Imports a table, with the first answer to every question.
fn made(file: &Path, folder: &Path) -> Result<Outcome> {
    let import = Import { file, folder, force: false, title: None, said: Choices::default() };
    let mut out = Vec::new();
    let outcome = imported(import, &mut |_, answers| Ok((!answers.is_empty()).then_some(0)), &mut out);
    assert!(String::from_utf8(out).is_ok(), "what is said is text");
    outcome
}
