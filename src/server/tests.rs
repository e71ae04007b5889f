//! The whole server, over pipes in memory: what goes in is what an editor sends, what comes out is what it gets.

mod discovery;
mod edits;
mod faults;
mod features;
mod files;
mod formatting;
mod harness;
mod lifecycle;
mod protocol;
mod settings;
mod workspace;
