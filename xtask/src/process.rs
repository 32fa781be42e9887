//! Running other programs: which ones are found, with what environment, for how long at most.

use crate::repository;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Variables that `cargo run` under rustup sets for this program. They would tie a child to that very
/// toolchain and its libraries, also where another one is meant.
const OF_OUR_OWN_CARGO: [&str; 7] =
    ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "RUSTUP_TOOLCHAIN_SOURCE", "RUST_RECURSION_COUNT", "LD_LIBRARY_PATH"];

/// The folders that programs are looked for in: our own tools, then `extra`, then the system's.
pub fn path(extra: &[&str]) -> OsString {
    let ours = [repository::tools().join("bin"), repository::tools().join("npm/node_modules/.bin")];
    let system = env::var_os("PATH").unwrap_or_default();
    let folders = ours.into_iter().chain(extra.iter().map(PathBuf::from)).chain(env::split_paths(&system));
    env::join_paths(folders).expect("a folder on the PATH has no separator in its name")
}

/// The file of a program that is on the PATH or in our own tools.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path(&[])).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// A command, run in the repository's root with our tools on its PATH.
pub fn command(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(repository::root()).env("PATH", path(&[])).stdin(Stdio::null());
    for variable in OF_OUR_OWN_CARGO {
        command.env_remove(variable);
    }
    command
}

/// Runs a command with its output on screen.
pub fn show(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", in_words(command));
    }
    Ok(())
}

/// Becomes that command, for one that runs until it is interrupted: whoever ends this program ends it too.
pub fn become_it(command: &mut Command) -> Result<()> {
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(command)).with_context(|| cannot_start(command));
    #[cfg(not(unix))]
    show(command)
}

/// Runs a command with its output in a file, for steps that run beside others, and for `limit` at most.
/// When it fails, the end of that file is part of the error.
pub fn log(command: &mut Command, name: &str, limit: Duration) -> Result<()> {
    let file = repository::tools().join("log").join(format!("{name}.txt"));
    fs::create_dir_all(file.parent().expect("the file is in a folder"))?;
    let output = File::create(&file).with_context(|| format!("{} cannot be written", file.display()))?;
    command.stdout(output.try_clone()?).stderr(output);
    let mut child = command.spawn().with_context(|| cannot_start(command))?;
    let end = Instant::now() + limit;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if Instant::now() > end {
            child.kill()?;
            child.wait()?;
            bail!("`{}` did not end within {} s", in_words(command), limit.as_secs());
        }
        sleep(Duration::from_millis(50));
    };
    if !status.success() {
        bail!("`{}` ended with {status}; the end of {}:\n{}", in_words(command), file.display(), last_lines(&file));
    }
    Ok(())
}

/// What a command prints, trimmed; nothing if it fails.
pub fn read(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn last_lines(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(12)..].iter().map(|line| format!("    {line}\n")).collect()
}

fn cannot_start(command: &Command) -> String {
    format!("`{}` cannot be started; is it installed?", command.get_program().to_string_lossy())
}

fn in_words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
