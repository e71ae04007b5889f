//! Paths as URIs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but what RFC 3986 calls unreserved, and the `/` between folders.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A path that is shown, as a reference to a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// Seen from the folder of the run.
    Relative(String),
    /// From the root of the disk on, with its scheme.
    Absolute(String),
}

impl Reference {
    /// The reference to a path with `/` between its folders.
    pub(super) fn new(path: &str) -> Reference {
        if path.starts_with("//") {
            // A share of another machine on Windows, whose name stands where a URI has it.
            return Self::Absolute(format!("file:{}", encode(path)));
        }
        if path.starts_with('/') {
            return Self::Absolute(format!("file://{}", encode(path)));
        }
        if is_on_a_drive(path) {
            let (drive, rest) = path.split_at(2);
            return Self::Absolute(format!("file:///{drive}{}", encode(rest)));
        }
        Self::Relative(encode(path))
    }
}

/// Whether a path starts with the letter of a drive, which only Windows has.
fn is_on_a_drive(path: &str) -> bool {
    let bytes = path.as_bytes();
    cfg!(windows) && bytes.len() > 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':' && bytes[2] == b'/'
}

fn encode(path: &str) -> String {
    utf8_percent_encode(path, ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn what_a_uri_would_take_for_something_else_is_encoded() {
        let of = |path| match Reference::new(path) {
            Reference::Relative(uri) | Reference::Absolute(uri) => uri,
        };
        assert_eq!(of("a b/100%.synergy"), "a%20b/100%25.synergy");
        assert_eq!(of("c:d#e?f.synergy"), "c%3Ad%23e%3Ff.synergy");
        assert_eq!(of("é😀\".synergy"), "%C3%A9%F0%9F%98%80%22.synergy");
        assert_eq!(of("/tmp/a.synergy"), "file:///tmp/a.synergy");
        assert_eq!(of("//server/share/a.synergy"), "file://server/share/a.synergy");
        assert_eq!(of("../a.synergy"), "../a.synergy");
    }
}
