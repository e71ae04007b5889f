//! `hypecheck.toml`: any bytes are read, what is wrong with them is told, and the rest counts.
//!
//! The input is the file, and behind it the path of a spec.

use super::input;
use hypecheck::model::{FileKey, MemoryDisk};
use hypecheck::rules::{Config, Configs, Place, Preset};
use std::path::Path;

/// Reads a configuration, and holds what it comes to against what is told of it.
pub fn run(data: &[u8]) {
    let mut parts = input::parts(data);
    let source = input::text(parts.next().unwrap_or_default());
    let path = input::text(parts.next().unwrap_or(b"drafts/a.synergy"));
    let path = Path::new(&path);
    let (config, problems) = Config::parse(&source);
    for problem in &problems {
        assert!(problem.message.ends_with(['.', '?']) && problem.message.len() > 15, "{:?}", problem.message);
        assert!(problem.range.start <= problem.range.end && problem.range.end <= source.len(), "{problem:?}");
    }
    for place in [Place::Editor, Place::Check] {
        let settings = config.settings(input::TODAY, path, place, Preset::Author);
        for explained in config.explain(path, place, Preset::Author) {
            assert_eq!(explained.level, settings.level(explained.rule, explained.rule.level));
            assert!(explained.chosen.is_none_or(|(_, at)| at < source.len()));
        }
    }
    // As it is found beside a spec.
    let mut disk = MemoryDisk::default();
    disk.insert("/w/hypecheck.toml", Ok(&source));
    let configs = Configs::default();
    let spec = Path::new("/w").join(path);
    configs.settings(&disk, &FileKey::Path(spec), input::TODAY, Place::Check);
    let found = configs.of_file(&disk, Path::new("/w/a.synergy")).expect("it is there");
    for problem in found.all_problems() {
        input::lies_in(&source, found.range(problem));
        let line = found.describe(problem);
        assert!(line.starts_with("/w/hypecheck.toml:"), "{line:?}");
    }
    configs.rest_on(Path::new("/w/baseline.toml"));
}
