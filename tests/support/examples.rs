//! The examples of the repository.

use std::path::{Path, PathBuf};

/// All example specs, sorted.
pub fn examples() -> Vec<PathBuf> {
    let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).expect("it is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "synergy") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 20, "the examples were not found");
    found
}
