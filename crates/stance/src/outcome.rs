//! How a command ended, and the exit code that says so.

use std::process::ExitCode;

/// The worst of several outcomes is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All is well.
    Holds,
    /// The data has errors, or a quote no proof.
    Fails,
    /// The command could not run.
    CannotRun,
}

impl Outcome {
    /// The outcome of a question.
    pub fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Holds => Self::SUCCESS,
            Outcome::Fails => Self::from(1),
            Outcome::CannotRun => Self::from(2),
        }
    }
}
