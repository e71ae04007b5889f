//! The built-in library as files, so that every editor can open what a definition leads to.
//!
//! They are written when first needed, to the folder that the system has for such copies, and say in their first line
//! where they come from. An editor that opens one is shown the library itself: what is changed in a copy changes
//! nothing.

use crate::model::{FileKey, Library};
use etcetera::BaseStrategy;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Where the copies are.
#[derive(Default)]
pub(super) struct LibraryFiles {
    folder: OnceLock<Option<PathBuf>>,
}

impl LibraryFiles {
    /// The path of a copy, written if it is not there; nothing if no folder can be written to.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        let folder = self.folder.get_or_init(|| candidates().into_iter().find(|folder| write_all(folder).is_ok()));
        Some(folder.as_ref()?.join(name))
    }

    /// What a file is known by: a copy stands for the file of the library that it is a copy of.
    pub(super) fn key(&self, key: FileKey) -> FileKey {
        let Some(path) = key.path() else { return key };
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return key };
        let known = Library::sources().map(|(known, _)| known).find(|known| *known == name);
        match known {
            Some(known) if candidates().iter().any(|folder| path.parent() == Some(folder)) => FileKey::Library(known),
            _ => key,
        }
    }
}

/// The folders to try, the best first. The name tells versions apart, so that no editor shows an old text.
fn candidates() -> Vec<PathBuf> {
    let mut hasher = DefaultHasher::new();
    for source in Library::sources() {
        source.hash(&mut hasher);
    }
    let own = format!("std-{}-{:016x}", env!("CARGO_PKG_VERSION"), hasher.finish());
    let cache = etcetera::choose_base_strategy().ok().map(|base| base.cache_dir());
    [cache, Some(std::env::temp_dir())]
        .into_iter()
        .flatten()
        .map(|folder| folder.join("hypecheck").join(&own))
        .collect()
}

fn write_all(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (name, source) in Library::sources() {
        let path = folder.join(name);
        // Whatever is there may have been changed by somebody; what is shown must be the library.
        if std::fs::read_to_string(&path).is_ok_and(|there| there == source) {
            continue;
        }
        // Written beside and moved into place, so that no editor ever sees half a file.
        let draft = folder.join(format!("{name}.{}", std::process::id()));
        std::fs::write(&draft, source)?;
        let mut permissions = std::fs::metadata(&draft)?.permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&draft, permissions)?;
        std::fs::rename(&draft, &path)?;
    }
    Ok(())
}
