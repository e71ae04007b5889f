//! Files that are opened, used, closed and changed on the disk.

use super::*;
use crate::model::{Cell, MemoryDisk, Strength};

const HOUSE: &str = r#"
matrix acme "House" extends standard {
  cell performance + decentralization { strength moderate }
}
"#;

fn open(workspace: &mut Workspace, path: &str, source: &str, disk: &MemoryDisk) -> FileId {
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    workspace.open(&FileKey::Path(path.into()), text, tree, Some(1), disk)
}

fn strength(snapshot: &Snapshot, id: FileId, matrix: &str) -> Option<Strength> {
    let matrix = snapshot.matrix(&snapshot.scope(id)?, matrix)?;
    matrix.rating(Cell::parse("performance + decentralization")?).map(|rating| rating.strength)
}

#[test]
fn a_used_file_is_read_from_the_disk_and_open_text_comes_before_it() {
    let mut disk = MemoryDisk::default();
    disk.insert("/w/house.synergy", Ok(HOUSE));
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let id = open(&mut workspace, "/w/a.synergy", "use \"house.synergy\"", &disk);
    assert_eq!(strength(&workspace.snapshot(), id, "acme"), Some(Strength::Moderate));
    let before = workspace.snapshot();
    open(&mut workspace, "/w/house.synergy", &HOUSE.replace("moderate", "strong"), &disk);
    assert_eq!(strength(&workspace.snapshot(), id, "acme"), Some(Strength::Strong));
    assert_eq!(strength(&before, id, "acme"), Some(Strength::Moderate), "a snapshot does not change");
    workspace.close(&FileKey::Path("/w/house.synergy".into()), &disk);
    assert_eq!(strength(&workspace.snapshot(), id, "acme"), Some(Strength::Moderate), "closed: the disk counts again");
}

#[test]
fn a_file_that_appears_on_the_disk_is_found() {
    let mut disk = MemoryDisk::default();
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let id = open(&mut workspace, "/w/a.synergy", "use \"house.synergy\"", &disk);
    assert_eq!(workspace.snapshot().imports(id)[0].target, Err(ImportProblem::Unreadable(ReadProblem::Missing)));
    disk.insert("/w/house.synergy", Ok(HOUSE));
    workspace.disk_changed(&["/w/house.synergy".into()], &disk);
    assert_eq!(strength(&workspace.snapshot(), id, "acme"), Some(Strength::Moderate));
}

#[test]
fn a_file_that_was_missing_is_found_when_it_is_opened() {
    let disk = MemoryDisk::default();
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let a = open(&mut workspace, "/w/a.synergy", "use \"house.synergy\"\nuse \"other.synergy\"", &disk);
    let b = open(&mut workspace, "/w/b.synergy", "use \"a.synergy\"", &disk);
    let before = workspace.snapshot();
    open(&mut workspace, "/w/house.synergy", HOUSE, &disk);
    let after = workspace.snapshot();
    assert_eq!(strength(&after, a, "acme"), Some(Strength::Moderate));
    assert_eq!(after.imports(a)[1].target, Err(ImportProblem::Unreadable(ReadProblem::Missing)));
    assert_ne!(before.stamp(a), after.stamp(a));
    assert_ne!(before.stamp(b), after.stamp(b), "it uses one that uses it");
}

#[test]
fn the_stamp_of_an_import_changes_with_it_and_not_with_the_text_that_uses_it() {
    let disk = MemoryDisk::default();
    let mut workspace = Workspace::new(vec!["/w".into()]);
    open(&mut workspace, "/w/house.synergy", HOUSE, &disk);
    let id = open(&mut workspace, "/w/a.synergy", "use \"house.synergy\"", &disk);
    let before = workspace.snapshot().stamps_of_imports(id);
    open(&mut workspace, "/w/a.synergy", "use \"house.synergy\"\n", &disk);
    assert_eq!(workspace.snapshot().stamps_of_imports(id), before);
    // Not even if it is used in turn.
    open(&mut workspace, "/w/house.synergy", "use \"a.synergy\"", &disk);
    let around = workspace.snapshot().stamps_of_imports(id);
    assert_ne!(around, before);
    open(&mut workspace, "/w/a.synergy", "use \"house.synergy\"\n\nuse \"other.synergy\"", &disk);
    assert_eq!(workspace.snapshot().stamps_of_imports(id)["house.synergy"], around["house.synergy"]);
    assert!(
        workspace
            .snapshot()
            .uses(id, workspace.snapshot().id(&FileKey::Path("/w/house.synergy".into())).expect("it is here"))
    );
}

#[test]
fn files_that_nothing_open_uses_are_let_go() {
    let mut disk = MemoryDisk::default();
    disk.insert("/w/house.synergy", Ok(HOUSE));
    let mut workspace = Workspace::new(vec!["/w".into()]);
    open(&mut workspace, "/w/a.synergy", "use \"house.synergy\"", &disk);
    assert_eq!(workspace.snapshot().files().count(), 2);
    workspace.close(&FileKey::Path("/w/a.synergy".into()), &disk);
    assert_eq!(workspace.snapshot().files().count(), 0);
}

#[test]
fn names_are_not_passed_on_by_a_file_that_uses_them() {
    let mut disk = MemoryDisk::default();
    disk.insert("/w/house.synergy", Ok(HOUSE));
    disk.insert("/w/between.synergy", Ok("use \"house.synergy\""));
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let id = open(&mut workspace, "/w/a.synergy", "use \"between.synergy\"", &disk);
    assert_eq!(strength(&workspace.snapshot(), id, "acme"), None);
}

#[test]
fn a_matrix_that_extends_itself_still_judges() {
    let disk = MemoryDisk::default();
    let mut workspace = Workspace::new(Vec::new());
    let source = r#"
matrix a "A" extends b { cell performance + decentralization { strength strong } }
matrix b "B" extends a { cell privacy + security { strength weak } }
"#;
    let id = open(&mut workspace, "/w/a.synergy", source, &disk);
    assert_eq!(strength(&workspace.snapshot(), id, "b"), Some(Strength::Strong));
}

fn find(workspace: &mut Workspace, path: &str, source: &str, disk: &MemoryDisk) -> FileId {
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    workspace.found(Path::new(path), text, tree, disk)
}

#[test]
fn what_was_found_in_a_folder_stays_when_nothing_open_uses_it() {
    let mut disk = MemoryDisk::default();
    disk.insert("/w/house.synergy", Ok(HOUSE));
    disk.insert("/w/spec.synergy", Ok("use \"house.synergy\""));
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let spec = find(&mut workspace, "/w/spec.synergy", "use \"house.synergy\"", &disk);
    assert_eq!(strength(&workspace.snapshot(), spec, "acme"), Some(Strength::Moderate));
    open(&mut workspace, "/w/spec.synergy", "", &disk);
    workspace.close(&FileKey::Path("/w/spec.synergy".into()), &disk);
    assert_eq!(strength(&workspace.snapshot(), spec, "acme"), Some(Strength::Moderate), "the disk counts again");
    workspace.disk_changed(&["/w/spec.synergy".into()], &disk);
    assert_eq!(workspace.snapshot().files().count(), 0, "until it is found again");
}

#[test]
fn what_is_found_changes_nothing_that_is_open_or_was_read_before() {
    let mut disk = MemoryDisk::default();
    disk.insert("/w/house.synergy", Ok(HOUSE));
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let id = open(&mut workspace, "/w/a.synergy", "use \"house.synergy\"", &disk);
    let before = workspace.snapshot().stamp(id);
    find(&mut workspace, "/w/house.synergy", HOUSE, &disk);
    find(&mut workspace, "/w/a.synergy", "# on the disk", &disk);
    assert_eq!(workspace.snapshot().stamp(id), before);
}

#[test]
fn a_found_file_that_uses_a_changed_one_sees_the_change() {
    let mut disk = MemoryDisk::default();
    disk.insert("/w/house.synergy", Ok(HOUSE));
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let spec = find(&mut workspace, "/w/spec.synergy", "use \"house.synergy\"", &disk);
    disk.insert("/w/house.synergy", Ok(&HOUSE.replace("moderate", "strong")));
    workspace.disk_changed(&["/w/house.synergy".into()], &disk);
    assert_eq!(strength(&workspace.snapshot(), spec, "acme"), Some(Strength::Strong));
    disk.insert("/w/house.synergy", Err(ReadProblem::Missing));
    workspace.disk_changed(&["/w/house.synergy".into()], &disk);
    let missing = Err(ImportProblem::Unreadable(ReadProblem::Missing));
    assert_eq!(workspace.snapshot().imports(spec)[0].target, missing);
}

#[test]
fn a_snapshot_that_is_completed_keeps_what_it_had() {
    let disk = MemoryDisk::default();
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let a = open(&mut workspace, "/w/a.synergy", "# first", &disk);
    let before = workspace.snapshot();
    open(&mut workspace, "/w/a.synergy", "# second", &disk);
    let b = find(&mut workspace, "/w/b.synergy", "", &disk);
    let completed = before.completed_by(&workspace.snapshot());
    assert_eq!(completed.file(a).map(|file| file.text().to_string()).as_deref(), Some("# first"));
    assert!(completed.file(b).is_some() && completed.is_in_workspace(b));
}
