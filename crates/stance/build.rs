//! Puts the widget into the program: what a reader needs of `dist/`, where `cargo xtask dist` has built it.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What embeds the matrix. The files of words lie in a folder of their own.
const FILES: [&str; 7] =
    ["embed.js", "later.js", "problems.js", "fault-lines.js", "fault-lines_bg.wasm", "stance-matrix_bg.wasm", "table.css"];
const WORDS: &str = "languages";

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let is_built = FILES.iter().all(|file| folder.join(file).exists());
    // A path that is never there lets it be looked for again at every build, however old what comes then is.
    let watched = if is_built { "embed.js" } else { "not built" };
    println!("cargo:rerun-if-changed={}", folder.join(watched).display());
    println!("cargo:rerun-if-changed=build.rs");
    let names = if is_built { names(&folder)? } else { Vec::new() };
    let entries: Vec<String> = names.iter().map(|name| entry(&folder, name)).collect();
    let into = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(into.join("widget.rs"), format!("&[{}]", entries.concat()))
}

/// The names of the files as seen from `folder`, in one order.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let words = fs::read_dir(folder.join(WORDS))?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let words = words.collect::<io::Result<Vec<_>>>()?.into_iter().filter(|name| name.ends_with(".js"));
    let mut names: Vec<String> = FILES.map(String::from).into_iter().chain(words.map(|name| format!("{WORDS}/{name}"))).collect();
    names.sort();
    Ok(names)
}

/// A file as Rust: its name and its bytes.
fn entry(folder: &Path, name: &str) -> String {
    format!("({name:?}, include_bytes!({:?}).as_slice()),", folder.join(name))
}
