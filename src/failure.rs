//! Why data could not be loaded.

/// What went wrong, and with what.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What went wrong, in the word that `embed/load.js` has for it.
    pub trouble: String,
    /// The address or path, as a reader may see it.
    pub what: String,
    /// The server's answer, for the trouble `answer`.
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
    pub fn message(&self) -> String {
        let Self { what, status, .. } = self;
        match &*self.trouble {
            "unreachable" => format!("{what} could not be reached."),
            "answer" => format!("{what} answered with error {status}."),
            "no-package" => format!("{what} is not a data package."),
            "elsewhere" => format!("The package names “{what}”, which is on another site."),
            _ => format!("“{what}” is not an address of data."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn every_trouble_has_a_reason_and_a_sentence() {
        let check = |trouble: &str, what: &str, reason: &str, message: &str| {
            let failure = Failure { trouble: trouble.into(), what: what.into(), status: 503 };
            assert_eq!((failure.reason(), &*failure.message()), (reason, message), "{trouble}");
        };
        check("unreachable", "a.org/b.csv", "network", "a.org/b.csv could not be reached.");
        check("answer", "a.org/b.csv", "network", "a.org/b.csv answered with error 503.");
        check("no-package", "a.org/b.json", "mime", "a.org/b.json is not a data package.");
        check("elsewhere", "http://b.org/x", "data", "The package names “http://b.org/x”, which is on another site.");
        check("address", "ftp:x", "data", "“ftp:x” is not an address of data.");
    }
}
