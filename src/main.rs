//! What the browser loads: the library, as a program. A program is optimised as a whole; a library
//! that is for Rust as well as for the browser (`cdylib` and `rlib` at once) is not, and is a tenth
//! larger.
#![cfg_attr(target_arch = "wasm32", no_main)]

// Nothing is called from here: `embed.js` calls what the library exports.
use stance_matrix as _;

// SAFETY: nothing else takes memory, and there is one thread.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::TalckWasm = unsafe { talc::TalckWasm::new_global() };

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
