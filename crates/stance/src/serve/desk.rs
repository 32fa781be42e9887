//! The desk: what a page needs of the package, as it was last read; pages wait here for the next.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// One reading of the package, ready to be sent.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What tells it from every other, also from those of an earlier program at the same address.
    pub edition: String,
    /// The text of it.
    pub text: Arc<str>,
}

/// Where it lies.
pub struct Desk {
    path: PathBuf,
    sheet: Mutex<Sheet>,
    is_new: Condvar,
}

impl Desk {
    /// A desk with the first reading of the package at `path` on it.
    pub fn new(path: &Path, text: String) -> Self {
        let sheet = Sheet { edition: edition(), text: text.into() };
        Self { path: path.to_owned(), sheet: Mutex::new(sheet), is_new: Condvar::new() }
    }

    /// The path of the package.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts a reading on the desk; one that says the same as what lies there is no news.
    pub fn put(&self, text: String) {
        let mut sheet = self.lock();
        if *sheet.text != *text {
            *sheet = Sheet { edition: edition(), text: text.into() };
            self.is_new.notify_all();
        }
    }

    /// What lies there once it is another than the edition `known`; nothing, if that takes longer than `patience`.
    pub fn after(&self, known: &str, patience: Duration) -> Option<Sheet> {
        let waited = self.is_new.wait_timeout_while(self.lock(), patience, |sheet| sheet.edition == known);
        let (sheet, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        (!waited.timed_out()).then(|| sheet.clone())
    }

    /// A sheet is put as a whole: it is good whatever has happened to who put it.
    fn lock(&self) -> MutexGuard<'_, Sheet> {
        self.sheet.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The moment, in nanoseconds.
fn edition() -> String {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_what_it_does_not_have_and_waits_for_what_it_has() {
        let desk = Desk::new(Path::new("lake"), "one".into());
        let at_once = |known: &str| desk.after(known, Duration::ZERO).map(|sheet| (*sheet.text).to_owned());
        assert_eq!(at_once("").as_deref(), Some("one"));
        let first = desk.after("", Duration::ZERO).unwrap().edition;
        assert_eq!(at_once(&first), None);
        desk.put("one".into());
        assert_eq!(at_once(&first), None, "the same is no news");
        desk.put("two".into());
        assert_eq!(at_once(&first).as_deref(), Some("two"));
    }

    #[test]
    fn who_waits_hears_of_the_next() {
        let desk = Desk::new(Path::new("lake"), "one".into());
        let first = desk.after("", Duration::ZERO).unwrap().edition;
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| desk.after(&first, Duration::from_secs(60)));
            desk.put("two".into());
            assert_eq!(&*waiting.join().unwrap().unwrap().text, "two");
        });
    }
}
