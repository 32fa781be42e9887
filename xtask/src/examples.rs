//! The example page that is drawn by another Yew application; the other examples are JavaScript, and the
//! journeys build them for themselves (`e2e/examples.mjs`).

use crate::process;
use crate::repository;
use crate::setup::wasm::Toolchain;
use anyhow::{Context, Result};

/// Builds it into `target/examples/yew/`.
pub fn yew(toolchain: &Toolchain) -> Result<()> {
    process::show(toolchain.cargo("build").args(["--example", "yew"]))?;
    let module = toolchain.target_folder().join("wasm32-unknown-unknown/debug/examples/yew.wasm");
    let mut bindgen = process::command("wasm-bindgen");
    bindgen.arg(module).args(["--target", "web", "--no-typescript", "--out-dir"]).arg(repository::root().join("target/examples/yew"));
    process::show(&mut bindgen).context("wasm-bindgen cannot make a script of the example's module")
}
