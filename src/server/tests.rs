//! The whole server, over pipes in memory: what goes in is what an editor sends, what comes out is what it gets.

mod actions;
mod baseline;
mod committed;
mod completion;
mod dice;
mod discovery;
mod edits;
mod faults;
mod features;
mod file_operations;
mod files;
mod formatting;
mod harness;
mod heat_map;
mod kept;
mod lifecycle;
mod model;
mod navigation;
mod offer;
mod protocol;
mod settings;
mod showing;
mod workspace;

/// Work that goes on until nobody waits for it, by the address that it is about; whether it goes on.
pub(super) static ENDLESS: std::sync::Mutex<std::collections::BTreeMap<String, bool>> =
    std::sync::Mutex::new(std::collections::BTreeMap::new());
