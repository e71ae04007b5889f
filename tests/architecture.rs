//! The walls between the layers, held by reading the source.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The layers in order: each may use those before it. The last two may not use each other.
const LAYERS: [&str; 7] = ["text", "syntax", "model", "rules", "ide", "server", "cli"];

/// Files longer than one can hold in mind need a reason, and there is none yet.
const MOST_LINES: usize = 600;

struct Source {
    path: PathBuf,
    layer: Option<&'static str>,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut waiting = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(&root).expect("it is inside").to_owned();
                let first =
                    relative.components().next().expect("it has a name").as_os_str().to_string_lossy().into_owned();
                let layer = LAYERS.into_iter().find(|layer| first == *layer || first == format!("{layer}.rs"));
                let text = std::fs::read_to_string(&path).expect("it can be read");
                sources.push(Source { path: relative, layer, text });
            }
        }
    }
    assert!(sources.len() > 30, "the sources were not found");
    sources
}

/// Code without comments and strings, roughly: enough to find paths in.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_layer_uses_only_those_before_it() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some(layer) = source.layer else { continue };
        let own = LAYERS.iter().position(|each| *each == layer).expect("it is one of them");
        for used in LAYERS {
            let place = LAYERS.iter().position(|each| *each == used).expect("it is one of them");
            let allowed = place <= own && !(layer == "cli" && used == "server");
            if !allowed && code(&source.text).contains(&format!("crate::{used}")) {
                broken.push(format!("{} uses {used}", source.path.display()));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn each_library_is_known_to_one_layer() {
    let homes: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("ropey", ["text"].as_slice()),
        ("tree_sitter", &["syntax"]),
        ("tree_sitter_synergy", &["syntax"]),
        ("postcard", &["syntax"]),
        ("tower_lsp_server", &["server"]),
        ("tokio", &["server"]),
        ("tower", &["server"]),
        ("url", &["server"]),
        ("hyper", &["server"]),
        ("hyper_util", &["server"]),
        ("http_body_util", &["server"]),
        ("getrandom", &["server"]),
        ("subtle", &["server"]),
        ("maud", &["ide"]),
        ("serde_json", &["server", "cli"]),
        ("clap", &["cli"]),
        ("annotate_snippets", &["cli"]),
        ("rayon", &["cli"]),
        ("sha2", &["rules"]),
        ("ignore", &["model"]),
        ("imara_diff", &["cli"]),
        ("percent_encoding", &["cli"]),
        ("quick_xml", &["cli"]),
        ("resvg", &["cli"]),
        ("base64", &["cli"]),
        ("clap_complete", &["cli"]),
        ("clap_mangen", &["cli"]),
        ("ctrlc", &["cli"]),
        ("indicatif", &["cli"]),
        ("notify", &["cli"]),
    ]);
    let mut broken = Vec::new();
    for source in sources() {
        let Some(layer) = source.layer else { continue };
        let code = code(&source.text);
        for (library, layers) in &homes {
            let named =
                [format!("use {library}::"), format!(" {library}::"), format!("({library}::"), format!("&{library}::")];
            if !layers.contains(&layer) && named.iter().any(|name| code.contains(name)) {
                broken.push(format!("{} uses {library}", source.path.display()));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn what_an_editor_asks_is_answered_without_reading_or_writing() {
    for source in sources().iter().filter(|source| source.layer == Some("ide")) {
        for forbidden in ["std::fs", "std::io", "std::net", "std::env", "std::process", "std::thread"] {
            assert!(!code(&source.text).contains(forbidden), "{} uses {forbidden}", source.path.display());
        }
    }
}

/// The one file that listens, on this machine alone, for the browser that shows the heat map.
const LISTENER: &str = "server/heat_map/http.rs";

#[test]
fn nothing_opens_a_connection() {
    for source in sources() {
        let code = code(&source.text);
        for forbidden in
            ["connect(", "connect_timeout", "UdpSocket", "UnixStream", "TcpSocket", "lookup_host", "reqwest"]
        {
            assert!(!code.contains(forbidden), "{} uses {forbidden}", source.path.display());
        }
        for network in ["std::net", "tokio::net", "hyper::", "hyper_util"] {
            assert!(
                !code.contains(network) || source.path == Path::new(LISTENER),
                "{} uses {network}",
                source.path.display()
            );
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = std::fs::read_to_string(root.join("Cargo.toml")).expect("it can be read");
    for line in manifest.lines().filter(|line| line.starts_with("hyper")) {
        assert!(line.contains("default-features = false") && !line.contains("client"), "{line}");
    }
}

#[test]
fn the_one_listener_listens_on_this_machine_alone() {
    let listener = sources().into_iter().find(|source| source.path == Path::new(LISTENER)).expect("it is there");
    let code = code(&listener.text);
    assert_eq!(code.matches("bind(").count(), 1);
    assert!(code.contains("TcpListener::bind((Ipv4Addr::LOCALHOST, 0))"));
    for address in ["UNSPECIFIED", "0.0.0.0", "Ipv6Addr", "[::]"] {
        assert!(!code.contains(address), "{address}");
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for source in sources() {
        assert!(source.text.starts_with("//!"), "{}", source.path.display());
    }
}

#[test]
fn no_file_is_longer_than_one_can_hold_in_mind() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|source| source.text.lines().count() > MOST_LINES)
        .map(|source| format!("{}: {}", source.path.display(), source.text.lines().count()))
        .collect();
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn the_top_level_holds_what_was_agreed() {
    let agreed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "grammar",
        "editors",
        "tests",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        // GitHub finds an Action in the root, under this name, and nowhere else.
        "action.yml",
        "benches",
        "docs",
        "examples",
        "target",
    ];
    for entry in std::fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("it is there") {
        let name = entry.expect("it can be listed").file_name().to_string_lossy().into_owned();
        assert!(name.starts_with('.') || agreed.contains(&name.as_str()), "{name}");
    }
}
