//! Why data could not be loaded.

use crate::host::words::Words;

/// What went wrong, and with what.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What went wrong, in the word that `embed/load.js` has for it.
    pub trouble: String,
    /// The address or path, as a reader may see it.
    pub what: String,
    /// The server's answer, for the trouble `answer`; the most megabytes that are read, for `too-large`.
    pub status: u16,
}

impl Failure {
    /// The contract's word: `network`, `mime` or `data`.
    pub fn reason(&self) -> &'static str {
        match &*self.trouble {
            "unreachable" | "answer" => "network",
            "no-package" => "mime",
            _ => "data",
        }
    }

    /// What happened, in a sentence for the reader.
    pub fn message(&self, words: &Words) -> String {
        words.tell(&["failed.", &self.trouble].concat(), &[&self.what, &self.status.to_string()])
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn every_trouble_has_a_reason() {
        let check = |trouble: &str, reason: &str| {
            let failure = Failure { trouble: trouble.into(), what: "a.org/b.csv".into(), status: 503 };
            assert_eq!(failure.reason(), reason, "{trouble}");
        };
        check("unreachable", "network");
        check("answer", "network");
        check("no-package", "mime");
        check("elsewhere", "data");
        check("address", "data");
        check("too-large", "data");
    }
}
