//! The demo at a local address, built again on every change.

use crate::process;
use crate::setup;
use anyhow::{Context, Result};
use std::net::TcpListener;

/// Builds the site and serves it until it is interrupted.
///
/// The debug build is what one gets: its first run is shorter, a change is on screen in three seconds
/// rather than seven or more, and a panic tells its line. What readers get is `--release`.
pub fn run(release: bool) -> Result<()> {
    let toolchain = setup::to_build()?;
    let port = free_port()?.to_string();
    println!("▸ demo: Trunk builds it; the first time takes about two minutes on two cores, later ones seconds");
    println!("  Then it is at http://127.0.0.1:{port}/ until you press Ctrl+C.");
    let mut trunk = toolchain.command("trunk");
    // Not `dist/`: that is for release files, and tests may read it meanwhile.
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port, "--dist", "target/demo"]);
    if release {
        trunk.arg("--release");
    }
    process::become_it(&mut trunk)
}

/// 8080, as Trunk's users expect it, or any other where that one is taken.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 8080))
        .or_else(|_| TcpListener::bind(("127.0.0.1", 0)))
        .context("no port of 127.0.0.1 is free to serve the demo at")?;
    Ok(listener.local_addr()?.port())
}
