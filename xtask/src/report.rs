//! What takes the space in the reader's module, as `twiggy` finds it: by crate, and the largest functions. Of the
//! module as it is shipped, but with its names.

use crate::process;
use crate::repository;
use crate::setup;
use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// So many of the functions are listed.
const LISTED: usize = 40;

/// Prints the report on the module that the last release was made of.
pub fn run() -> Result<()> {
    setup::to_report()?;
    let module = repository::root().join("target/named.wasm");
    let mut twiggy = process::command("twiggy");
    twiggy.args(["top", "--format", "csv", "-n", "100000"]).arg(&module);
    let csv = process::read(&mut twiggy).context("there is no module to report on: run `cargo xtask dist` first")?;
    let items: Vec<_> = csv.lines().skip(1).filter_map(item).collect();
    let mut crates: BTreeMap<&str, u64> = BTreeMap::new();
    for (name, bytes) in &items {
        *crates.entry(owner(name)).or_default() += bytes;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|&(_, bytes)| std::cmp::Reverse(bytes));
    println!("{:>9}  by crate", "bytes");
    for (name, bytes) in crates {
        println!("{bytes:>9}  {name}");
    }
    println!("\n{:>9}  the largest", "bytes");
    for (name, bytes) in items.iter().take(LISTED) {
        println!("{bytes:>9}  {}", name.chars().take(130).collect::<String>());
    }
    Ok(())
}

/// The name without hashes, and its bytes. The names themselves are not shipped.
fn item(line: &str) -> Option<(String, u64)> {
    let line = &line.replace("\"\"", "");
    let (name, rest) = line.strip_prefix('"').and_then(|rest| rest.rsplit_once("\",")).or_else(|| line.split_once(','))?;
    let bytes = rest.split(',').next()?.parse().ok()?;
    let name = name.split('[').map(|part| part.split_once(']').filter(|(hash, _)| is_hash(hash)).map_or(part, |(_, rest)| rest));
    let name = name.collect::<String>();
    (!name.contains("subsection")).then_some((name, bytes))
}

fn is_hash(text: &str) -> bool {
    text.len() > 12 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The crate that a function is of, or what else it is.
fn owner(name: &str) -> &str {
    let path = name.trim_start_matches(['<', '&', '[']);
    match path.split_once("::") {
        // What a type of the language itself can do.
        Some((first, _)) if first.ends_with(['>', ']']) => "core",
        Some((first, _)) if !first.starts_with("import ") => first.rsplit([' ', '<', '&', '[']).next().unwrap_or(first),
        None if name.starts_with("data segment") => "data",
        _ => "the bridge to the page",
    }
}

#[cfg(test)]
mod tests {
    use super::{item, owner};

    #[test]
    fn a_function_belongs_to_its_crate() {
        let check = |line: &str, crate_name: &str, size: u64| {
            let (name, bytes) = item(line).unwrap();
            assert_eq!((owner(&name), bytes), (crate_name, size), "{line}");
        };
        check("matrix[3e170a895709395e]::read::place,821,0.3,821,0.3", "matrix", 821);
        check("\"<yew[6c1e73956deb0e31]::vlist::VList as a::B>::go::<u8, u8>\",4405,1.9,4405,1.9", "yew", 4405);
        check("\"data segment \"\".rodata.5\"\"\",29961,14,29961,14", "data", 29961);
        check("<[u32]>::contains,153,0.1,153,0.1", "core", 153);
        check("import ./stance-matrix_bg.js::__wbg_a,50,0.1,,", "the bridge to the page", 50);
        check("mounted_read,6904,3.1,6904,3.1", "the bridge to the page", 6904);
    }
}
