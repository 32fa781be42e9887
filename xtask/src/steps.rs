//! What a person sees while steps run: each one announced, timed, and closed by how it went.

use anyhow::{Error, Result, bail};
use std::time::{Duration, Instant};

/// Runs one step: says what it does (and how long that may take), then how it went.
pub fn step<T>(name: &str, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}: {what}");
    let start = Instant::now();
    let outcome = work().map_err(|error| error.context(name.to_owned()));
    let mark = if outcome.is_ok() { '✓' } else { '✗' };
    println!("{mark} {name} ({})", in_minutes(start.elapsed()));
    outcome
}

/// Steps of which one failure does not stop the next, and a line for each at the end.
#[derive(Default)]
pub struct Summary {
    lines: Vec<String>,
    failures: Vec<String>,
}

impl Summary {
    /// Runs a step as [`step`] does; its failure is kept for the end.
    pub fn run<T>(&mut self, name: &str, what: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        println!();
        let start = Instant::now();
        let outcome = step(name, what, work);
        let time = in_minutes(start.elapsed());
        match outcome {
            Ok(value) => {
                self.lines.push(format!("✓ {name:<16} {time:>12}"));
                Some(value)
            }
            Err(error) => {
                self.lines.push(format!("✗ {name:<16} {time:>12}"));
                self.failures.push(in_words(&error));
                println!("  {}", in_words(&error));
                None
            }
        }
    }

    /// Notes steps that could not run. That alone is no failure: what they hang on may be one.
    pub fn left_out(&mut self, names: &str, why: &str) {
        self.lines.push(format!("– {names}: not run, {why}"));
    }

    /// Prints the lines, and fails if any step did.
    pub fn close(self) -> Result<()> {
        println!("\n{}", self.lines.join("\n"));
        if !self.failures.is_empty() {
            bail!("{} of the steps\n  · {}", self.failures.len(), self.failures.join("\n  · "));
        }
        Ok(())
    }
}

/// An error and its causes, one after the other.
pub fn in_words(error: &Error) -> String {
    error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// `7 s`, `3 min 05 s`.
fn in_minutes(time: Duration) -> String {
    let seconds = time.as_secs_f64().round() as u64;
    match seconds / 60 {
        0 => format!("{seconds} s"),
        minutes => format!("{minutes} min {:02} s", seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        assert_eq!(in_minutes(Duration::from_millis(7400)), "7 s");
        assert_eq!(in_minutes(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn one_failure_does_not_stop_the_next_step() {
        let mut summary = Summary::default();
        assert!(summary.run("first", "fails", || -> Result<()> { bail!("it was to") }).is_none());
        assert_eq!(summary.run("second", "works", || Ok(2)), Some(2));
        assert_eq!(summary.close().unwrap_err().to_string(), "1 of the steps\n  · first: it was to");
    }
}
