//! Files that tests make: held against what is there, or written anew with `HYPECHECK_BLESS=1`.

use crate::files::path;

/// Holds a file against what it has to be.
#[track_caller]
pub fn up_to_date(relative: &str, content: &str) {
    let path = path(relative);
    if std::env::var_os("HYPECHECK_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        std::fs::write(&path, content).expect("it can be written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(there == content, "{relative} is out of date: run `HYPECHECK_BLESS=1 cargo test --test {}`", of_test());
}

/// The test file that runs.
fn of_test() -> &'static str {
    env!("CARGO_CRATE_NAME")
}

/// The names of the files in a folder that end so, without that ending, sorted.
pub fn names(folder: &str, ending: &str) -> Vec<String> {
    let files = std::fs::read_dir(path(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let names = files.map(|file| file.expect("it can be listed").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter_map(|name| Some(name.strip_suffix(ending)?.to_owned())).collect();
    names.sort();
    names
}

/// Holds that a folder has a file for each of these names, and no other.
#[track_caller]
pub fn only(folder: &str, ending: &str, known: &[String]) {
    for name in names(folder, ending) {
        assert!(name == "README" || known.contains(&name), "{folder}/{name}{ending} belongs to nothing any more");
    }
}
