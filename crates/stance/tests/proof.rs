//! The packages in this repository: every quote in them has its proof and, where the sources are at
//! hand, is proved again.
//!
//! The sources are not ours to hand on, so they are not in the repository. `STANCE_SOURCES` names a
//! folder that has them as `.txt` files.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};

use matrix::Severity;
use stance::open::open;
use stance::verify::proof::{Proof, Proved};
use stance::verify::prove::{prove, unneeded, unproved};
use stance::verify::quotes::{Quote, quotes};
use stance::verify::source::{Origin, Source};

/// Every package under `data`: its folder, its quotes and its proof.
fn packages() -> Vec<(PathBuf, Vec<Quote>, Proof)> {
    let folders = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"));
    let packages = folders.into_iter().filter(|folder| folder.join("datapackage.json").exists());
    let read = |folder: PathBuf| {
        let package = open(&folder).unwrap();
        let errors: Vec<_> = package.reading.problems.iter().filter(|problem| problem.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", folder.display());
        (folder, quotes(&package.reading), Proof::read(&package.proof).unwrap())
    };
    let packages: Vec<_> = packages.map(read).collect();
    assert!(!packages.is_empty(), "There is no package to hold to its proof.");
    packages
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn every_quote_has_its_proof() {
    for (folder, quotes, proof) in packages() {
        assert!(unproved(&quotes, &proof).is_empty(), "{}: {:#?}", folder.display(), unproved(&quotes, &proof));
        assert!(unneeded(&quotes, &proof).is_empty(), "{}: {:#?}", folder.display(), unneeded(&quotes, &proof));
    }
}

#[test]
fn the_sources_give_the_proof_again() {
    let Some(folder) = std::env::var_os("STANCE_SOURCES") else {
        // Not `println!`, which shows nothing of a test that passes.
        return writeln!(stderr(), "The full proof was not run: STANCE_SOURCES names no folder with the sources.").unwrap();
    };
    let mut texts = files(Path::new(&folder));
    texts.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    // A title may have been given by hand, so that only the digest tells which file it was.
    let source = |origin: &Origin| {
        let mut sources = texts.iter().filter_map(|file| Source::open(file, Some(&origin.title)).ok());
        sources.find(|source| source.origin == *origin).unwrap_or_else(|| panic!("no file is the source {origin:?}"))
    };
    for (folder, quotes, recorded) in packages() {
        let origins: BTreeSet<&Origin> = recorded.quotes().iter().map(|proved| &proved.source).collect();
        let sources: Vec<Source> = origins.into_iter().map(source).collect();
        let proof = prove(&quotes, &sources, "").unwrap();
        assert_eq!(proof, undated(&recorded), "{}", folder.display());
    }
}

/// The proof without its dates, which say when it was made and not what it says.
fn undated(proof: &Proof) -> Proof {
    Proof::new(proof.quotes().iter().map(|proved| Proved { checked: String::new(), ..proved.clone() }))
}
