//! The style sheet that goes into the module: the one that `STANCE_STYLES` names, which a release makes
//! smaller first, else the parts as they are.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=styles");
    println!("cargo::rerun-if-env-changed=STANCE_STYLES");
    let styles = match env::var("STANCE_STYLES") {
        Ok(file) => {
            println!("cargo::rerun-if-changed={file}");
            read(&file)
        }
        Err(_) => read("styles/widget.css").split('"').skip(1).step_by(2).map(|part| read(&format!("styles/{part}"))).collect(),
    };
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("widget.css"), styles).expect("OUT_DIR can be written");
}

fn read(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file} cannot be read: {error}"))
}
