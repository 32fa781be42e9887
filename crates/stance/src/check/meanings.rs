//! What was meant, where reading has found that something means nothing.

use matrix::{Kind, Problem, rule, safe_url};
use strsim::osa_distance;

use super::dates;

/// The problem, with what its text may have been meant to be.
pub fn meant(problem: Problem) -> Problem {
    let found = problem.found.trim();
    let meant = if *problem.rule == rule::NOT_A_DATE {
        dates::meaning(found)
    } else if *problem.rule == rule::KIND_UNKNOWN {
        kind(found)
    } else if *problem.rule == rule::UNSAFE_ADDRESS {
        address(found)
    } else {
        return problem;
    };
    Problem { meant, ..problem }
}

fn kind(found: &str) -> Option<String> {
    let found = found.to_lowercase();
    let near = Kind::ALL.map(Kind::word).into_iter().map(|word| (osa_distance(word, &found), word)).min()?;
    (near.0 <= 2).then(|| near.1.to_owned())
}

/// The address of a site that lacks its beginning.
fn address(found: &str) -> Option<String> {
    let host = found.split('/').next().unwrap_or_default();
    let is_site = host.contains('.') && !host.contains([':', '@', ' ']) && !host.starts_with('.') && !host.ends_with('.');
    let whole = format!("https://{found}");
    (is_site && safe_url(&whole).is_some()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_kinds_and_addresses() {
        let check = |found: &str, meant: Option<&str>| assert_eq!(kind(found).as_deref(), meant, "{found}");
        check("Qoute", Some("quote"));
        check("paraphrased", Some("paraphrase"));
        check("actions", Some("action"));
        check("rumour", None);
        let check = |found: &str, meant: Option<&str>| assert_eq!(address(found).as_deref(), meant, "{found}");
        check("example.org/a", Some("https://example.org/a"));
        check("www.example.org", Some("https://www.example.org"));
        check("javascript:alert(1)", None);
        check("see page 4", None);
        check("ftp://example.org", None);
    }
}
