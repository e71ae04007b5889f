//! The answers to questions about files: each asks [`crate::ide`] and converts.

pub(super) mod actions;
pub(super) mod files;
pub(super) mod findings;
pub(super) mod formatting;
pub(super) mod hierarchy;
pub(super) mod links;
pub(super) mod navigation;
pub(super) mod outline;
mod places;
pub(super) mod reading;
pub(super) mod renaming;
pub(super) mod showing;
pub(super) mod summary;
pub(super) mod tokens;
pub(super) mod workspace;
