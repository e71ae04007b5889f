//! What has to hold of any input: one function for each fuzz target.
//!
//! A function takes bytes, whatever they are, and panics if something does not hold. The fuzzer calls it with bytes of
//! its own making; `tests/corpus.rs`, which takes these modules in by their path, with those that are kept.

pub mod baseline;
pub mod check;
pub mod config;
pub mod edits;
pub mod formatter;
pub mod framing;
pub mod imports;
pub mod input;
pub mod mending;
pub mod parser;
pub mod protocol;
pub mod questions;

/// A target: its name, which is that of its folder of inputs, and its function.
pub type Target = (&'static str, fn(&[u8]));

/// All targets, sorted by name.
pub const TARGETS: [Target; 11] = [
    ("baseline", baseline::run),
    ("check", check::run),
    ("config", config::run),
    ("edits", edits::run),
    ("formatter", formatter::run),
    ("framing", framing::run),
    ("imports", imports::run),
    ("mending", mending::run),
    ("parser", parser::run),
    ("protocol", protocol::run),
    ("questions", questions::run),
];
