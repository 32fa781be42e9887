//! What takes long says so: words and a spinner on the error stream, which vanish when it is done.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget};

/// What takes less than this needs no words.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does `work`. Where somebody watches, and it takes more than a second, `words` say what is being done:
/// `during("Reading article.pdf", || …)`. The work itself must print nothing.
pub fn during<T>(words: &str, work: impl FnOnce() -> T) -> T {
    if !stderr().is_terminal() {
        return work();
    }
    let spinner = ProgressBar::new_spinner().with_message(words.to_owned());
    spinner.set_draw_target(ProgressDrawTarget::hidden());
    let shown = spinner.clone();
    let (done, waits) = channel::<()>();
    let watch = thread::spawn(move || {
        if waits.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            shown.set_draw_target(ProgressDrawTarget::stderr());
            shown.enable_steady_tick(Duration::from_millis(100));
        }
    });
    let result = work();
    drop(done);
    // It only draws: whether it could is no matter of the work.
    let _ = watch.join();
    spinner.finish_and_clear();
    result
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_work_is_done() {
        assert_eq!(super::during("Counting", || 1 + 1), 2);
    }
}
