//! Files of the repository.

use std::path::{Path, PathBuf};

/// A path of the repository.
pub fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file of the repository, with plain line breaks.
#[track_caller]
pub fn read(relative: &str) -> String {
    let text = std::fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"));
    text.replace("\r\n", "\n")
}
