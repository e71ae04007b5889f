//! hypecheck judges the claims of projects that join AI and blockchains.
//!
//! Specs are written in Synergy, a small language; every claim in them is placed in the 3×3 matrix of AI properties
//! (privacy, verifiability, performance) and blockchain properties (security, scalability, decentralization), and
//! what falls into a weak cell or cannot be read is reported.
//!
//! # The layers
//!
//! Each imports only those before it; `tests/architecture.rs` holds that wall.
//!
//! | layer | holds | knows nothing of |
//! |---|---|---|
//! | [`text`] | rope, edits, positions in UTF-8, UTF-16 and UTF-32 | syntax |
//! | [`syntax`] | the incremental tree, declarations, syntax errors in words | meaning |
//! | [`model`] | names, claims, cells, the matrix, the built-in library, imports, the workspace's files | rules |
//! | [`rules`] | one file a rule, and the call that judges a file | editors |
//! | [`ide`] | hover, definition, symbols, folds, fixes: a snapshot and a place in, plain data out | protocols, input and output |
//! | `server`, `cli` | the language server; the command line | each other's insides |

pub mod ide;
pub mod model;
pub mod rules;
pub mod syntax;
pub mod text;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "server")]
pub mod server;
