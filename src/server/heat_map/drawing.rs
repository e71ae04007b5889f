//! From a state to what is shown of it.

use crate::ide::picture::{self, HeatMap, MapClaim};
use crate::model::{FileId, FileKey};
use crate::rules::Report;
use crate::server::convert;
use crate::server::view::View;
use crate::text::Encoding;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{Location, Position};

/// What a map shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::server) enum Subject {
    /// One file.
    File(FileKey),
    /// All files that are open in the editor.
    Open,
}

/// A picture of a subject.
pub(in crate::server) struct Drawn {
    /// The part of a page that shows it.
    pub(super) html: String,
    /// What the page is called.
    pub(super) title: String,
    /// The version of the text that it was drawn from, where it is of one that is open.
    pub(super) version: Option<i32>,
    map: HeatMap,
}

impl Drawn {
    /// Draws it.
    pub(super) fn of(view: &View, subject: &Subject) -> Drawn {
        let map = map(view, subject);
        let (name, version) = match subject {
            Subject::File(key) => {
                let open = file(view, key).and_then(|id| view.open.get(&id));
                (file_name(key), open.and_then(|open| open.version))
            }
            Subject::Open => ("open specs".to_owned(), None),
        };
        Drawn { html: picture::fragment(&map), title: format!("{name} · Synergy matrix"), version, map }
    }

    /// The id of the claim that a place in a text is in.
    pub(super) fn claim_at(
        &self,
        view: &View,
        key: &FileKey,
        position: Position,
        encoding: Encoding,
    ) -> Option<String> {
        let file = view.snapshot.file(file(view, key)?)?;
        let offset = file.text().offset(convert::position(position), encoding);
        self.map.claim_at(file.id(), offset).map(|claim| claim.id.clone())
    }
}

/// Where a claim of a subject is in the state of now, whatever was drawn last.
pub(super) fn location(view: &View, subject: &Subject, claim: &str, encoding: Encoding) -> Option<Location> {
    let map = map(view, subject);
    let MapClaim { file, selection, .. } = map.claim(claim)?;
    let text = view.snapshot.file(*file)?.text();
    Some(Location { uri: view.uri(*file)?, range: convert::range(text, *selection, encoding) })
}

/// The heat map of a subject as plain text.
pub(in crate::server) fn written(view: &View, subject: &Subject) -> String {
    let name = match subject {
        Subject::File(key) => file_name(key),
        Subject::Open => "open specs".to_owned(),
    };
    format!("{name} · Synergy matrix\n\n{}", picture::in_letters(&map(view, subject)))
}

fn file(view: &View, key: &FileKey) -> Option<FileId> {
    view.snapshot.id(&view.library.key(key.clone()))
}

fn map(view: &View, subject: &Subject) -> HeatMap {
    let ids = match subject {
        Subject::File(key) => file(view, key).into_iter().collect(),
        Subject::Open => {
            let mut ids: Vec<FileId> = view.open.keys().copied().filter(|id| !id.is_library()).collect();
            ids.sort_by_key(|&id| view.snapshot.file(id).map(|file| file.key().clone()));
            ids
        }
    };
    let reports: Vec<(FileId, Arc<Report>)> = ids.into_iter().filter_map(|id| Some((id, view.report(id)?.1))).collect();
    let keys: Vec<&FileKey> =
        reports.iter().filter_map(|(id, _)| view.snapshot.file(*id)).map(|file| file.key()).collect();
    let labels = labels(&keys);
    let files: Vec<(String, &Report)> =
        labels.into_iter().zip(&reports).map(|(label, (_, report))| (label, &**report)).collect();
    HeatMap::of(&view.snapshot, &files)
}

/// Names for files that tell them apart: their paths, less the folder that all of them are in.
fn labels(keys: &[&FileKey]) -> Vec<String> {
    let mut folder: Option<PathBuf> = None;
    for parent in keys.iter().filter_map(|key| key.path()).filter_map(Path::parent) {
        folder = Some(match folder {
            None => parent.to_owned(),
            Some(before) => {
                before.components().zip(parent.components()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
            }
        });
    }
    let label = |key: &&FileKey| match (key.path(), &folder) {
        (Some(path), Some(folder)) => {
            let rest = path.strip_prefix(folder).unwrap_or(path).components();
            rest.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
        }
        _ => file_name(key),
    };
    keys.iter().map(label).collect()
}

fn file_name(key: &FileKey) -> String {
    match key {
        FileKey::Path(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        FileKey::Virtual(name) => name.rsplit(['/', ':']).next().unwrap_or(name).to_owned(),
        FileKey::Library(name) => (*name).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn files_are_named_by_what_tells_them_apart() {
        let keys = ["/w/a/x.synergy", "/w/b/c/x.synergy"].map(|path| FileKey::Path(path.into()));
        let untitled = FileKey::Virtual("untitled:Untitled-1".to_owned());
        assert_eq!(labels(&[&keys[0], &keys[1], &untitled]), ["a/x.synergy", "b/c/x.synergy", "Untitled-1"]);
        assert_eq!(labels(&[&keys[0]]), ["x.synergy"]);
    }
}
