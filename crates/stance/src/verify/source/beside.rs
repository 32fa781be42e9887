//! Reading beside us: what others wrote to read PDF and HTML may break off on a bad file, or not end.

use std::panic::{set_hook, take_hook};
use std::process::exit;
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{self, Builder};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// The name of the thread that reads.
const READER: &str = "reader";
/// What takes longer does not end.
const PATIENCE: Duration = Duration::from_secs(120);
/// Room for files whose parts lie deep in one another.
const STACK: usize = 64 << 20;

/// Does `work` in a thread of its own: what it gives, unless it breaks off or does not end.
pub fn beside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    hush();
    let (send, receive) = channel();
    let reader = Builder::new().name(READER.into()).stack_size(STACK);
    reader.spawn(move || send.send(work())).context("there is no room for a thread")?;
    match receive.recv_timeout(PATIENCE) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => bail!("reading it does not end"),
        Err(RecvTimeoutError::Disconnected) => bail!("the file is broken"),
    }
}

/// That the work broke off is told in our words, and not where in the program it happened. A program that was built
/// to end whenever something breaks off can say no more than that.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let loud = take_hook();
        set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(READER) {
                loud(panic);
            } else if cfg!(panic = "abort") {
                eprintln!("stance: a source is broken and cannot be read.");
                exit(2);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_off_is_an_error() {
        assert_eq!(beside(|| Ok(7)).unwrap(), 7);
        assert_eq!(beside(|| -> Result<u8> { bail!("no") }).unwrap_err().to_string(), "no");
        assert_eq!(beside(|| -> Result<u8> { panic!("oh") }).unwrap_err().to_string(), "the file is broken");
    }
}
