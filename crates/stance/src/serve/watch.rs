//! Hearing of it when a file of the package is saved.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use super::desk::Desk;
use super::files::files;
use super::read::again;

/// A file is taken as saved when nothing more has happened for so long,
const QUIET: Duration = Duration::from_millis(60);
/// or when that does not come.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whatever the watcher tells.
type Heard = notify::Result<Event>;

/// Puts what the package says on the desk, now and whenever it changes.
///
/// # Errors
/// The folder of the package cannot be watched.
pub fn watch(desk: &Arc<Desk>) -> Result<()> {
    let (tell, heard) = channel();
    let mut watcher = recommended_watcher(tell).context("this machine does not tell when files change")?;
    let mut watched = BTreeSet::new();
    for folder in folders(desk.path()) {
        watcher.watch(&folder, RecursiveMode::NonRecursive).with_context(|| format!("cannot watch {}", folder.display()))?;
        watched.insert(folder);
    }
    let desk = Arc::clone(desk);
    thread::spawn(move || {
        // What was saved before it was watched counts too, so each round begins with watching, then reads.
        loop {
            follow(&mut watcher, &mut watched, folders(desk.path()));
            desk.put(again(desk.path()));
            if !is_changed(&heard) {
                return;
            }
        }
    });
    Ok(())
}

/// The folders that the package's files lie in, not the files themselves: many editors save by putting a new file in
/// the place of the old one. What a link on disk leads to is saved where it lies.
fn folders(path: &Path) -> BTreeSet<PathBuf> {
    let files = files(path);
    let real = files.iter().filter_map(|file| file.path.canonicalize().ok());
    let parents = files.iter().map(|file| file.path.clone()).chain(real).filter_map(|path| path.parent().map(Path::to_owned));
    let own = path.is_dir().then(|| path.to_owned());
    parents.chain(own).filter(|folder| folder.is_dir()).collect()
}

/// Watches what the package has come to name. A folder that is gone is given up, so that it can come again.
fn follow(watcher: &mut RecommendedWatcher, watched: &mut BTreeSet<PathBuf>, now: BTreeSet<PathBuf>) {
    for gone in watched.difference(&now) {
        drop(watcher.unwatch(gone));
    }
    let is_kept = |folder: &PathBuf| watched.contains(folder) || watcher.watch(folder, RecursiveMode::NonRecursive).is_ok();
    *watched = now.into_iter().filter(is_kept).collect();
}

/// Waits until something has changed and is quiet again; whether there is anything left to wait for.
fn is_changed(heard: &Receiver<Heard>) -> bool {
    loop {
        match heard.recv() {
            Ok(heard) if is_change(&heard) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end && heard.recv_timeout(QUIET).is_ok() {}
    true
}

/// Reading a file is told too, and our own would never end.
fn is_change(heard: &Heard) -> bool {
    heard.as_ref().map_or(true, |event| !event.kind.is_access())
}
