//! Model: names, claims, cells, the matrix, the built-in library, imports and the files of the workspace.
//!
//! What the declarations of [`crate::syntax`] mean, as far as no judgement is needed. A [`Workspace`] is changed by
//! whoever owns it; a [`Snapshot`] of it never changes, and everything that judges or answers works on one. This layer
//! knows nothing of rules.

mod cell;
mod clock;
mod disk;
#[cfg(feature = "git")]
mod git;
mod imports;
mod library;
mod matrix;
mod names;
pub mod reading;
pub mod schema;
mod units;
#[cfg(feature = "walk")]
mod walk;
pub mod wording;
mod workspace;

pub use cell::{AiProperty, Axis, Cell, ChainProperty, Property, Provenance, Strength};
pub use clock::today;
pub use disk::{Disk, FileSystem, MemoryDisk, ReadProblem};
#[cfg(feature = "git")]
pub use git::{Repository, Revision};
pub use imports::{Import, ImportProblem};
pub use library::Library;
pub use matrix::{Matrix, Rating};
pub use names::{Entry, Names, Scope, nearest};
pub use units::{Base, Dimension, Measure, Unit, thousands, times};
#[cfg(feature = "walk")]
pub use walk::{walk, walk_places};
pub use workspace::{FileId, FileKey, Snapshot, SourceFile, Workspace};

/// The name of the matrix that judges a project that names none.
pub const STANDARD_MATRIX: &str = "standard";
