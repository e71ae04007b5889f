//! Specs that use one another, and the files around them: nothing outside of the workspace is read.
//!
//! The input is files, one after the other: `/w/a.synergy`, `/w/sub/b.synergy`, `/w/c.synergy`, `/w/hypecheck.toml`,
//! `/w/b.toml`. `/secret.synergy` stands outside, and whoever reads it is found out.

use super::check::looks_sound;
use super::input;
use hypecheck::model::{Disk, FileKey, MemoryDisk, ReadProblem, Workspace};
use hypecheck::rules::{Configs, Place, check};
use hypecheck::syntax::SyntaxTree;
use hypecheck::text::Text;
use std::path::{Path, PathBuf};

const FILES: [&str; 5] = ["/w/a.synergy", "/w/sub/b.synergy", "/w/c.synergy", "/w/hypecheck.toml", "/w/b.toml"];

/// A disk that lets nobody read specs outside of the workspace.
struct Guarded(MemoryDisk);

impl Disk for Guarded {
    fn read(&self, path: &Path) -> Result<String, ReadProblem> {
        let is_spec = path.extension().is_some_and(|extension| extension == "synergy");
        assert!(!is_spec || path.starts_with("/w"), "{} was read", path.display());
        self.0.read(path)
    }

    fn real_path(&self, path: &Path) -> Option<PathBuf> {
        self.0.real_path(path)
    }
}

/// Judges the files, edits one on the disk, closes one, and judges them again.
pub fn run(data: &[u8]) {
    let contents: Vec<String> = input::parts(data).take(FILES.len()).map(input::text).collect();
    let mut disk = MemoryDisk::default();
    disk.insert("/secret.synergy", Ok("technique secret \"Secret\" { }\n"));
    for (path, content) in FILES.iter().zip(&contents) {
        disk.insert(*path, Ok(content));
    }
    let mut disk = Guarded(disk);
    let mut workspace = Workspace::new(vec!["/w".into()]);
    let configs = Configs::default();
    let open = |workspace: &mut Workspace, disk: &Guarded, path: &str, content: &str| {
        let text = Text::new(content);
        let tree = SyntaxTree::parse(&text);
        let key = FileKey::Path(path.into());
        let settings = configs.settings(disk, &key, input::TODAY, Place::Check);
        let id = workspace.open(&key, text, tree, None, disk);
        let report = check(&workspace.snapshot(), id, &settings).expect("it was just opened");
        looks_sound(content, &report, &settings);
        format!("{report:?}")
    };
    let before = open(&mut workspace, &disk, FILES[0], &contents[0]);
    let Some(used) = contents.get(1) else { return };
    open(&mut workspace, &disk, FILES[1], used);
    // What an editor has open takes the place of what is on the disk, and goes when it is closed.
    open(&mut workspace, &disk, FILES[1], "");
    workspace.close(&FileKey::Path(FILES[1].into()), &disk);
    assert_eq!(open(&mut workspace, &disk, FILES[0], &contents[0]), before, "{contents:?}");
    disk.0.insert(FILES[1], Err(ReadProblem::NotUtf8(0)));
    workspace.disk_changed(&[FILES[1].into()], &disk);
    open(&mut workspace, &disk, FILES[0], &contents[0]);
    disk.0.insert(FILES[1], Ok(used));
    workspace.disk_changed(&[FILES[1].into()], &disk);
    assert_eq!(open(&mut workspace, &disk, FILES[0], &contents[0]), before, "{contents:?}");
}
