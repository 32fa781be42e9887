//! Where things are in this repository, and which version of a tool it asks for.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The version of all that is here: the workspace's, which this program has too.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ is inside the repository")
}

/// Everything that set-up installs, save the packages of the system's package manager.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The release files, written by Trunk.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The version of a crate that `Cargo.lock` names. Its lines `name` and `version` follow each other.
pub fn locked_version(name: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted).skip(1);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no version of {name}"))
}

/// The data packages: each folder of `data/` with a descriptor in it, as seen from the root.
pub fn data_packages() -> Result<Vec<PathBuf>> {
    let folders = fs::read_dir(root().join("data")).context("the folder data/ cannot be read")?;
    let names = folders.map(|folder| Ok(folder?.file_name())).collect::<Result<Vec<_>>>()?;
    let paths = names.into_iter().map(|name| Path::new("data").join(name));
    let mut packages: Vec<_> = paths.filter(|path| root().join(path).join("datapackage.json").is_file()).collect();
    packages.sort();
    Ok(packages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_versions() {
        assert!(locked_version("wasm-bindgen").unwrap().starts_with("0.2."));
        assert!(locked_version("no-such-crate").is_err());
    }
}
