//! Reads a data package or a CSV file and prints how long that took and what came of it:
//! `cargo run --release -p matrix --example measure -- data/central-asia/datapackage.json`.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use matrix::{Package, read_csv};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file? give its path")?;
    let bytes = std::fs::read(&path)?;
    let (reading, took) = if path.ends_with(".json") {
        let package = Package::new(&path, serde_json::from_slice(&bytes)?);
        let folder = Path::new(&path).parent().unwrap_or(Path::new(""));
        let files: Vec<_> =
            package.files().into_iter().map(|file| Ok((file.into(), std::fs::read(folder.join(file))?))).collect::<std::io::Result<_>>()?;
        let start = Instant::now();
        (package.read(files), start.elapsed())
    } else {
        let start = Instant::now();
        (read_csv(&path, &bytes), start.elapsed())
    };
    let matrix = &reading.matrix;
    println!(
        "{} ms: {} statements, {} by {}, {} problems",
        took.as_millis(),
        matrix.len(),
        matrix.rows().len(),
        matrix.columns().len(),
        reading.problems.len()
    );
    Ok(())
}
