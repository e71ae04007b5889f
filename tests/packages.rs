//! What is published in several places says the same everywhere.

use serde_json::Value;
use std::path::{Path, PathBuf};
use toml::de::DeTable;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const VERSION: &str = env!("CARGO_PKG_VERSION");

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What stands in a manifest in TOML under these keys.
fn manifest(path: &str, keys: &[&str]) -> Option<String> {
    let text = read(path);
    let table = DeTable::parse(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (last, tables) = keys.split_last().expect("there is a key");
    let mut table = table.get_ref();
    for key in tables {
        table = table.get(*key)?.get_ref().as_table()?;
    }
    table.get(*last)?.get_ref().as_str().map(str::to_owned)
}

#[test]
fn whatever_carries_a_version_carries_the_same() {
    let lock = json("editors/vscode/package-lock.json");
    let said = [
        ("the grammar's crate", manifest("grammar/Cargo.toml", &["package", "version"])),
        ("what we ask of it", manifest("Cargo.toml", &["dependencies", "tree-sitter-synergy", "version"])),
        ("grammar/package.json", json("grammar/package.json")["version"].as_str().map(str::to_owned)),
        (
            "grammar/tree-sitter.json",
            json("grammar/tree-sitter.json")["metadata"]["version"].as_str().map(str::to_owned),
        ),
        ("the extension", json("editors/vscode/package.json")["version"].as_str().map(str::to_owned)),
        ("the extension's lock file", lock["version"].as_str().map(str::to_owned)),
        ("the extension in its lock file", lock["packages"][""]["version"].as_str().map(str::to_owned)),
    ];
    for (place, version) in said {
        assert_eq!(version.as_deref(), Some(VERSION), "{place}");
    }
}

/// The npm package, the wheel and the Action take theirs from Cargo.toml when they are packed or run.
#[test]
fn what_takes_its_version_from_the_manifest_does_not_write_one_down() {
    assert_eq!(json(".packages/npm/package.json").get("version"), None);
    assert_eq!(manifest(".packages/pypi/pyproject.toml", &["project", "version"]), None);
    for file in
        ["action.yml", ".pre-commit-hooks.yaml", ".packages/action/hypecheck.sh", ".packages/container/Dockerfile"]
    {
        let without_examples = read(file).replace("0.1.0 when", "").replace("as 0.1.0", "").replace("like 0.1.0", "");
        assert!(!without_examples.contains(VERSION), "{file}");
    }
}

#[test]
fn the_changelogs_begin_with_this_version() {
    let changes = read("CHANGELOG.md");
    let mut sections = changes.split("\n## ").skip(1);
    let top = sections.next().expect("it has a section");
    let released = top.starts_with(&format!("[{VERSION}] - "));
    let next = top.starts_with("[Unreleased]") && top.contains(&format!("What will be {VERSION}.\n"));
    assert!(released || next, "{}", top.lines().next().unwrap_or_default());
    let extension = read("editors/vscode/CHANGELOG.md");
    assert!(extension.split("\n## ").nth(1).is_some_and(|top| top.starts_with(&format!("{VERSION}\n"))));
}

#[test]
fn whatever_says_what_it_is_says_the_same() {
    let package = |field| manifest("Cargo.toml", &["package", field]);
    let wheel = |field| manifest(".packages/pypi/pyproject.toml", &["project", field]);
    let npm = json(".packages/npm/package.json");
    let extension = json("editors/vscode/package.json");
    for field in ["description", "license"] {
        assert!(package(field).is_some(), "{field}");
        assert_eq!(npm[field].as_str(), package(field).as_deref(), "{field}");
        assert_eq!(wheel(field), package(field), "{field}");
    }
    let repository = package("repository");
    assert_eq!(extension["license"].as_str(), package("license").as_deref());
    assert_eq!(extension["repository"]["url"].as_str(), repository.as_deref());
    assert_eq!(manifest(".packages/pypi/pyproject.toml", &["project", "urls", "Repository"]), repository);
    for copy in ["grammar", "editors/vscode"] {
        for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
            assert_eq!(read(&format!("{copy}/{licence}")), read(licence), "{copy}/{licence}");
        }
    }
}

/// Where packages are published is the business of the tools that publish them. An address that stands in a file is one
/// that a mirror, or a network that does not reach it, has to hunt for. Lock files hold some, by their nature.
#[test]
fn no_file_names_a_registry() {
    let hosts = ["crates.§io", "npmjs.§org", "npmjs.§com", "pypi.§org", "pythonhosted.§org", "ghcr.§io", "docker.§io"];
    let hosts: Vec<String> = hosts.iter().map(|host| host.replace('§', "")).collect();
    let mut waiting = vec![PathBuf::from(ROOT)];
    let mut read = 0;
    let mut named = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).expect("it can be listed") {
            let path = entry.expect("it can be listed").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // What git ignores: what was built, installed or packed.
            let not_ours = ["target", "node_modules", ".git", "dist", "out", "server"];
            if path.is_dir() {
                if !(not_ours.contains(&name.as_str()) && (folder == Path::new(ROOT) || folder.ends_with("vscode"))) {
                    waiting.push(path);
                }
            } else if !["Cargo.lock", "package-lock.json"].contains(&name.as_str()) {
                let Ok(text) = std::fs::read_to_string(&path) else { continue };
                read += 1;
                named.extend(hosts.iter().filter(|host| text.contains(*host)).map(|host| (path.clone(), host.clone())));
            }
        }
    }
    assert!(read > 200, "only {read} files were looked at");
    assert_eq!(named, []);
}
