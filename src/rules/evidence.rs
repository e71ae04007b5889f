//! What stands behind a claim, as its fields say it.

use super::JudgedCell;
use crate::model::{AiProperty, Cell, schema};
use crate::syntax::{Date, Declaration, Value};
use crate::text::TextRange;
use smol_str::SmolStr;
use std::borrow::Cow;

/// One `evidence` of a claim, as far as it can be read. Ranges are ranges of the claim.
pub(super) struct Evidence<'a> {
    /// Its kind, and where that is written.
    pub(super) kind: (&'a SmolStr, TextRange),
    /// Its address, and where that is written.
    pub(super) url: Option<(&'a str, TextRange)>,
    /// Its date, and where that is written.
    pub(super) date: Option<(Date, TextRange)>,
}

impl Evidence<'_> {
    /// Whether others can check it, and know where.
    pub(super) fn is_solid(&self) -> bool {
        self.url.is_some() && schema::SOLID_EVIDENCE.contains(&self.kind.0.as_str())
    }

    /// Whether it only says so.
    pub(super) fn is_soft(&self) -> bool {
        schema::EVIDENCE.contains(&self.kind.0.as_str()) && !schema::SOLID_EVIDENCE.contains(&self.kind.0.as_str())
    }
}

/// The evidence of a claim; what has no kind is left out, as it is reported for what it is.
pub(super) fn evidence(claim: &Declaration) -> impl Iterator<Item = Evidence<'_>> {
    claim.fields_named("evidence").filter_map(|field| {
        let (kind, further) = field.values.split_first()?;
        let url = |value: &'_ Value| value.as_url().is_some();
        let date = further.iter().find_map(|value| Some((value.as_date()?, value.range)));
        let url = further.iter().find(|value| url(value)).and_then(|value| Some((value.as_url()?, value.range)));
        Some(Evidence { kind: (kind.as_name()?, kind.range), url, date })
    })
}

/// Whether a claim has evidence that others can check.
pub(super) fn has_solid(claim: &Declaration) -> bool {
    evidence(claim).any(|evidence| evidence.is_solid())
}

/// Which evidence would be solid for a claim in these cells.
pub(super) fn what_would_be_solid(cells: &[JudgedCell]) -> &'static str {
    match cells.first().map(|judged| judged.cell.ai) {
        Some(AiProperty::Privacy) => "an `audit` of what is hidden from whom, say, or a `paper` that shows how",
        Some(AiProperty::Verifiability) => "`code` that checks an answer, say, or a `deployment` where checks are seen",
        Some(AiProperty::Performance) => "a `benchmark` that can be run again, say, or a `deployment` that is measured",
        None => "a `paper`, a `benchmark`, an `audit`, a `deployment`, `code` or a `dataset`",
    }
}

/// The kind of evidence that a claim in a cell is best checked by.
pub fn best_kind(cell: Option<Cell>) -> &'static str {
    match cell.map(|cell| cell.ai) {
        Some(AiProperty::Privacy) => "audit",
        Some(AiProperty::Verifiability) => "code",
        Some(AiProperty::Performance) => "benchmark",
        None => "paper",
    }
}

/// Hosts that many projects share. What is theirs there is known by the first part of the path, or by a name before
/// the host, and not by the host.
const SHARED_HOSTS: &[&str] = &[
    "arxiv.org",
    "bitbucket.org",
    "codeberg.org",
    "dev.to",
    "discord.com",
    "docs.rs",
    "eprint.iacr.org",
    "gist.github.com",
    "gitbook.io",
    "github.com",
    "github.io",
    "gitlab.com",
    "gitlab.io",
    "hackmd.io",
    "huggingface.co",
    "linkedin.com",
    "medium.com",
    "mirror.xyz",
    "netlify.app",
    "notion.site",
    "notion.so",
    "pages.dev",
    "paragraph.com",
    "paragraph.xyz",
    "readthedocs.io",
    "reddit.com",
    "substack.com",
    "t.me",
    "twitter.com",
    "vercel.app",
    "webflow.io",
    "wixsite.com",
    "wordpress.com",
    "x.com",
    "youtube.com",
    "zenodo.org",
];

/// The host of an address, without a user, a port and a `www.`, in small letters; empty if there is none.
pub(super) fn host(url: &str) -> Cow<'_, str> {
    let (authority, _) = split(url);
    // Nearly every authority is a host and nothing else.
    if authority.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-')) {
        let host = authority.trim_end_matches('.');
        return Cow::Borrowed(host.strip_prefix("www.").unwrap_or(host));
    }
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = match host.rsplit_once(':') {
        Some((before, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => before,
        _ => host,
    };
    let host = host.trim_end_matches('.');
    let without_www = |host: &str| host.strip_prefix("www.").map_or(0, |_| "www.".len());
    if host.bytes().any(|byte| byte.is_ascii_uppercase()) {
        let host = host.to_ascii_lowercase();
        return Cow::Owned(host[without_www(&host)..].to_owned());
    }
    Cow::Borrowed(&host[without_www(host)..])
}

/// Whether an address is on a site: on the same host, or one host ends with a dot and the other. `docs.acme.org` and
/// `acme.org` are one site in this sense, `docs.acme.org` and `blog.acme.org` are two: to know that they belong
/// together takes a list of the world's registries. On a host that many share the first part of the path must be the
/// same too, and what is below such a host is not on it.
pub(super) fn same_site(url: &str, site: &str) -> bool {
    let (own, other) = (host(url), host(site));
    if own.is_empty() || other.is_empty() {
        return false;
    }
    let below = |long: &str, short: &str| {
        long.strip_suffix(short).is_some_and(|before| before.ends_with('.')) && !SHARED_HOSTS.contains(&short)
    };
    if own == other && SHARED_HOSTS.contains(&&*own) {
        let first_part = |url| split(url).1.split('/').find(|part| !part.is_empty()).map(str::to_ascii_lowercase);
        return first_part(url).is_some() && first_part(url) == first_part(site);
    }
    own == other || below(&own, &other) || below(&other, &own)
}

/// An address in two: who answers, and the path there.
fn split(url: &str) -> (&str, &str) {
    // Nearly all addresses are of the web, and need not be searched for where their scheme ends.
    let web = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let rest = web.or_else(|| url.split_once("://").map(|(_, rest)| rest)).unwrap_or(url);
    let up_to = |text: &str, signs: [u8; 2]| text.bytes().position(|byte| signs.contains(&byte)).unwrap_or(text.len());
    let rest = &rest[..up_to(rest, [b'?', b'#'])];
    rest.split_at(up_to(rest, [b'/', b'\\']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_found_in_any_address() {
        for (url, expected) in [
            ("https://docs.acme.org/a/b", "docs.acme.org"),
            ("http://www.Acme.org:8080?x#y", "acme.org"),
            ("https://user:secret@acme.org./", "acme.org"),
            ("https://acme.org/@someone", "acme.org"),
            ("https://[::1]:80/x", "[::1]"),
            ("https://münchen.example/x", "münchen.example"),
            ("https://", ""),
            ("https:///x", ""),
            ("", ""),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }

    #[test]
    fn a_site_is_a_host_and_what_is_below_it() {
        for (url, site, same) in [
            ("https://acme.org/paper", "https://acme.org", true),
            ("https://www.acme.org", "http://acme.org/en", true),
            ("https://blog.acme.org/x", "https://acme.org", true),
            ("https://acme.org/x", "https://docs.acme.org", true),
            ("https://blog.acme.org", "https://docs.acme.org", false),
            ("https://notacme.org", "https://acme.org", false),
            ("https://acme.org.evil.example", "https://acme.org", false),
            ("https://github.com/acme/code", "https://github.com/Acme", true),
            ("https://github.com/other/code", "https://github.com/acme", false),
            ("https://github.com", "https://github.com", false),
            ("https://acme.github.io/x", "https://acme.github.io", true),
            ("https://other.github.io/x", "https://github.io", false),
            ("https://medium.com/@someone/x", "https://acme.medium.com", false),
            ("", "https://acme.org", false),
        ] {
            assert_eq!(same_site(url, site), same, "{url} on {site}");
        }
    }
}
