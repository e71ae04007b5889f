//! Files that are made, moved and deleted: the `use`s that follow, and what a new file begins with.

use super::new_spec::{NewSpec, new_spec};
use super::rename::FileEdits;
use crate::model::{FileId, Snapshot};
use crate::text::TextEdit;
use std::path::{Component, Path, PathBuf};

/// The edits that let every `use` lead where it led, after files or folders were moved: each pair is the path before
/// and the path after. The edits are for the files as they are before that.
pub fn moved(snapshot: &Snapshot, moves: &[(PathBuf, PathBuf)]) -> FileEdits {
    let after = |path: &Path| {
        let inside = moves.iter().filter_map(|(from, to)| Some((from, to, path.strip_prefix(from).ok()?)));
        // Of a folder and something in it that both move, the inner one tells.
        let nearest = inside.max_by_key(|(from, ..)| from.components().count());
        nearest.map_or_else(
            || path.to_owned(),
            |(_, to, rest)| if rest.as_os_str().is_empty() { to.clone() } else { to.join(rest) },
        )
    };
    let mut edits: FileEdits = Vec::new();
    for file in snapshot.files() {
        let Some(path) = file.key().path() else { continue };
        let moved_to = after(path);
        let (folder, new_folder) = (parent(path), parent(&moved_to));
        let changed: Vec<TextEdit> = snapshot
            .imports(file.id())
            .iter()
            .filter_map(|import| {
                let target = followed(folder, &import.path)?;
                let new_target = after(&target);
                if followed(new_folder, &import.path)? == new_target {
                    return None;
                }
                Some(TextEdit::replace(import.range, quoted(&way(new_folder, &new_target)?)))
            })
            .collect();
        if !changed.is_empty() {
            edits.push((file.id(), changed));
        }
    }
    edits
}

/// The files that use something at or below these paths and are not there themselves, by name.
pub fn left_without(snapshot: &Snapshot, deleted: &[PathBuf]) -> Vec<FileId> {
    let gone = |id: FileId| {
        let path = snapshot.file(id).and_then(|file| file.key().path());
        path.is_some_and(|path| deleted.iter().any(|deleted| path.starts_with(deleted)))
    };
    let uses = |id: &FileId| {
        snapshot.imports(*id).iter().filter_map(|import| import.target.as_ref().ok()).any(|target| gone(*target))
    };
    snapshot.files().map(|file| file.id()).filter(|id| !gone(*id)).filter(uses).collect()
}

/// What a new file begins with: a project that is called like the file, and a claim, both with nothing said yet.
pub fn scaffold(path: &Path) -> String {
    new_spec(path, &NewSpec::default())
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// Where a written path leads from a folder, as the text alone tells; nothing for what is no relative path.
fn followed(folder: &Path, written: &str) -> Option<PathBuf> {
    let mut target = folder.to_owned();
    for component in Path::new(written).components() {
        match component {
            Component::Normal(part) => target.push(part),
            Component::ParentDir => {
                target.pop().then_some(())?;
            }
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(target)
}

/// The way from a folder to a file, as it is written in a spec.
pub(super) fn way(folder: &Path, target: &Path) -> Option<String> {
    let common = folder.components().zip(target.components()).take_while(|(a, b)| a == b).count();
    if common == 0 {
        // On another drive.
        return None;
    }
    let up = folder.components().skip(common).map(|_| Some("..".to_owned()));
    let down = target.components().skip(common).map(|part| part.as_os_str().to_str().map(str::to_owned));
    Some(up.chain(down).collect::<Option<Vec<String>>>()?.join("/"))
}

/// A text between quotes, as a spec has it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

    /// What the `use`s of each changed file are after a move.
    fn after(files: &[(&str, &str)], moves: &[(&str, &str)]) -> Vec<String> {
        let Marked { snapshot, .. } = marked(files);
        let moves: Vec<_> = moves
            .iter()
            .map(|(from, to)| (PathBuf::from(format!("/w/{from}")), PathBuf::from(format!("/w/{to}"))))
            .collect();
        let edits = moved(&snapshot, &moves);
        let text = |(id, edits): &(FileId, Vec<TextEdit>)| {
            snapshot.file(*id).map(|file| file.text().apply(edits).to_string()).unwrap_or_default()
        };
        edits.iter().map(text).collect()
    }

    const FILES: [(&str, &str); 4] = [
        ("spec", "use \"house.synergy\" # ours\r\nuse \"./specs/a.synergy\""),
        ("house", ""),
        ("specs/a", "use \"../house.synergy\"\nuse \"b.synergy\""),
        ("specs/b", "use \"missing.synergy\"\nuse \"/absolute.synergy\""),
    ];

    #[test]
    fn every_use_of_a_renamed_file_follows() {
        let expected =
            ["use \"home.synergy\" # ours\r\nuse \"./specs/a.synergy\"", "use \"../home.synergy\"\nuse \"b.synergy\""];
        assert_eq!(after(&FILES, &[("house.synergy", "home.synergy")]), expected);
    }

    #[test]
    fn the_uses_in_a_moved_file_lead_where_they_led() {
        let expected =
            ["use \"house.synergy\" # ours\r\nuse \"a.synergy\"", "use \"house.synergy\"\nuse \"specs/b.synergy\""];
        assert_eq!(after(&FILES, &[("specs/a.synergy", "a.synergy")]), expected);
    }

    #[test]
    fn in_a_moved_folder_only_what_leads_out_of_it_changes() {
        let expected = [
            "use \"house.synergy\" # ours\r\nuse \"deep/er/a.synergy\"",
            "use \"../../house.synergy\"\nuse \"b.synergy\"",
        ];
        assert_eq!(after(&FILES, &[("specs", "deep/er")]), expected);
        assert_eq!(after(&FILES, &[("other", "moved")]), Vec::<String>::new());
    }

    #[test]
    fn a_name_with_a_quotation_mark_is_escaped() {
        let files = [("spec", "use \"house.synergy\""), ("house", "")];
        assert_eq!(after(&files, &[("house.synergy", "my \"house\".synergy")]), ["use \"my \\\"house\\\".synergy\""]);
    }

    #[test]
    fn files_that_use_what_is_deleted_are_told_and_those_that_go_with_it_are_not() {
        let Marked { snapshot, .. } = marked(&FILES);
        let names = |deleted: &str| {
            let left = left_without(&snapshot, &[PathBuf::from(deleted)]).into_iter();
            left.filter_map(|id| Some(snapshot.file(id)?.key().to_string())).collect::<Vec<_>>()
        };
        assert_eq!(names("/w/house.synergy"), ["/w/spec.synergy", "/w/specs/a.synergy"]);
        assert_eq!(names("/w/specs"), ["/w/spec.synergy"]);
    }

    #[test]
    fn a_new_file_begins_with_a_project_that_is_called_like_it() {
        for (path, header) in [
            ("/w/SoraChain AI.synergy", "project sorachain-ai \"Sorachain ai\" {"),
            ("/w/2026_fund.synergy", "project my-2026-fund \"My 2026 fund\" {"),
            ("/w/claim.synergy", "project my-claim \"My claim\" {"),
            ("/w/---.synergy", "project my \"My\" {"),
        ] {
            let text = scaffold(Path::new(path));
            assert_eq!(text.lines().next(), Some(header));
            let (snapshot, id) = snapshot(&text);
            let report = check(&snapshot, id, &settings()).expect("the file is there");
            let errors: Vec<_> = report.diagnostics.iter().filter(|found| found.rule.name == "syntax-error").collect();
            assert!(errors.is_empty(), "{errors:#?}");
        }
    }
}
