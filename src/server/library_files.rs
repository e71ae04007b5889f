//! The built-in library as something to open, so that every editor can show what a definition leads to.
//!
//! An editor that can asks us for the text of an address with a scheme of our own, and shows it without letting anybody
//! change it. The others get files. They are written when first needed, to the folder that the system has for such copies, and say in their first line
//! where they come from. An editor that opens one is shown the library itself: what is changed in a copy changes
//! nothing.

use super::convert;
use crate::model::{FileKey, Library};
use etcetera::BaseStrategy;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tower_lsp_server::gen_lsp_types::Uri;

/// The scheme of addresses that an editor asks us for the text of.
pub(super) const SCHEME: &str = "synergy-std";

/// Where an editor finds the library.
#[derive(Default)]
pub(super) struct LibraryFiles {
    /// The editor asks us for the texts: no copies are needed.
    asked_for: bool,
    /// Where the copies are.
    folder: OnceLock<Option<PathBuf>>,
}

/// The text of an address of that scheme.
pub(super) fn content(uri: &str) -> Option<&'static str> {
    let name = name_in(uri)?;
    Library::sources().find(|(known, _)| *known == name).map(|(_, source)| source)
}

/// The name of the file of the library that an address of that scheme stands for.
fn name_in(uri: &str) -> Option<&'static str> {
    let path = uri.strip_prefix(SCHEME)?.strip_prefix(':')?;
    let name = path.trim_start_matches('/');
    Library::sources().map(|(known, _)| known).find(|known| *known == name)
}

impl LibraryFiles {
    /// `asked_for` says that the editor asks us for the texts.
    pub(super) fn new(asked_for: bool) -> LibraryFiles {
        LibraryFiles { asked_for, folder: OnceLock::new() }
    }

    /// The address of a file; nothing if it can be shown nowhere.
    pub(super) fn uri(&self, name: &str) -> Option<Uri> {
        if self.asked_for {
            return Some(Uri::from(format!("{SCHEME}:/{name}").as_str()));
        }
        self.path(name).and_then(|path| convert::uri_of_path(&path))
    }

    /// The path of a copy, written if it is not there; nothing if no folder can be written to.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        let folder = self.folder.get_or_init(|| candidates().into_iter().find(|folder| write_all(folder).is_ok()));
        Some(folder.as_ref()?.join(name))
    }

    /// What a file is known by: a copy stands for the file of the library that it is a copy of.
    pub(super) fn key(&self, key: FileKey) -> FileKey {
        if let FileKey::Virtual(uri) = &key {
            return name_in(uri).map_or(key, FileKey::Library);
        }
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
