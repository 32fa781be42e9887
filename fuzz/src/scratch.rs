//! Files that readers open, and folders that they write to.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// Does `work` with a file that has this name and these bytes.
pub fn with_file<T>(name: &str, bytes: &[u8], work: impl FnOnce(&Path) -> T) -> T {
    let path = path(name);
    fs::write(&path, bytes).expect("there is room for a file");
    let result = work(&path);
    fs::remove_file(&path).expect("the file is ours");
    result
}

/// Does `work` with a new folder of this name.
pub fn with_folder<T>(name: &str, work: impl FnOnce(&Path) -> T) -> T {
    let path = path(name);
    fs::create_dir(&path).expect("there is room for a folder");
    let result = work(&path);
    fs::remove_dir_all(&path).expect("the folder is ours");
    result
}

fn path(name: &str) -> PathBuf {
    env::temp_dir().join(format!("stance-fuzz-{}-{name}", process::id()))
}
