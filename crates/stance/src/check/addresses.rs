//! Addresses that nobody can open. Those that may not be linked at all, reading tells of.

use matrix::safe_url;
use url::{Host, Url};

use super::finding::Finding;
use super::rules;

/// Whether an address that may be linked leads nowhere, or gives a password away.
pub fn look(address: &str) -> Option<Finding> {
    let address = safe_url(address)?;
    (!is_possible(address)).then(|| Finding::new(&rules::IMPOSSIBLE_ADDRESS, "url", address))
}

fn is_possible(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let is_public = match url.host() {
        Some(Host::Domain(name)) => name.contains('.') && !name.contains("..") && !name.ends_with(".local"),
        Some(Host::Ipv4(ip)) => !(ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified()),
        Some(Host::Ipv6(ip)) => !(ip.is_loopback() || ip.is_unspecified()),
        None => false,
    };
    is_public && url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_everybody_can_open() {
        let check = |address: &str, expected: bool| assert_eq!(look(address).is_none(), expected, "{address}");
        check("", true);
        check("https://example.org/a?b#c", true);
        check("http://203.0.113.7/", true);
        check("https://пример.рф/", true);
        // Reading tells of those.
        check("javascript:alert(1)", true);
        check("https://https://example.org", false);
        check("https://example", false);
        check("http://localhost:8080/a", false);
        check("http://192.168.1.4/a", false);
        check("https://me:secret@example.org/", false);
        check("https://", true);
        check("http://[::1]/", false);
        check("https://example..org/", false);
    }
}
