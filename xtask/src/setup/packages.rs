//! The system's package manager. Only apt-get is driven; elsewhere a person is told what to install.

use crate::process;
use crate::steps::step;
use anyhow::{Context, Result, bail};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

/// apt-get works for one caller at a time, and steps of the set-up run side by side.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
static LISTS: OnceLock<()> = OnceLock::new();

/// Installs Debian packages; `purpose` says what for.
pub fn install(purpose: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if process::find("apt-get").is_none() {
        bail!("there is no apt-get here; install what Debian calls `{names}` yourself, then run this again");
    }
    step(purpose, &format!("apt-get installs {names}; about half a minute"), || {
        let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        // The lists on a fresh machine are empty or old; once per run is enough. If only one of several
        // sources cannot be reached, the package may still be found: the install below decides.
        LISTS.get_or_init(|| drop(apt("apt-lists", &["update"])));
        let arguments = ["install", "-y", "--no-install-recommends"];
        apt(&format!("apt-{}", packages[0]), &[&arguments, packages].concat())
            .with_context(|| format!("run `sudo apt-get update && sudo apt-get install {names}` yourself, then this again"))
    })
}

fn apt(name: &str, arguments: &[&str]) -> Result<()> {
    let mut command = as_root("apt-get");
    // Another apt-get may be at work on this machine: wait for it rather than fail.
    command.args(["-o", "DPkg::Lock::Timeout=300"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    process::log(&mut command, name, Duration::from_secs(900))
}

fn as_root(program: &str) -> Command {
    if process::read(process::command("id").arg("-u")).as_deref() == Some("0") {
        return process::command(program);
    }
    // Never ask for a password: nobody sees the question while other steps print. Its absence is a clear error.
    let mut command = process::command("sudo");
    command.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND", program]);
    command
}
