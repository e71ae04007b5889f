//! What an editor asks: a snapshot and a place in, plain data out.
//!
//! Hover, completion, definitions, symbols, folds, the formatter, and the texts that explain cells, techniques and rules, which the command line
//! prints too. Ranges are in bytes and texts are Markdown. This layer knows nothing of any editor's protocol, reads
//! and writes nothing, and never fails: where there is nothing to say it says nothing.

mod actions;
mod argument;
mod around;
mod completion;
mod declaration;
mod definition;
mod explain;
mod files;
mod find;
mod folding;
mod format;
mod hints;
mod hover;
mod kinship;
mod lenses;
mod links;
#[cfg(test)]
mod marked;
mod markup;
mod mentions;
mod new_spec;
mod palette;
pub mod picture;
mod references;
mod rename;
mod selection;
mod signature;
mod subject;
mod swatches;
mod symbols;
mod tokens;

pub use actions::{Action, ActionKind, Asking, ChangedFile, FileChange, actions, changes};
pub use argument::{Part, Step, argument_again, argument_at, holds_up, rests_on};
pub use completion::{Completion, CompletionKind, Completions, completions, documentation, is_in_use, use_paths};
pub use declaration::{Reports, declaration, implementation, type_definition};
pub use definition::{Definition, Target, definition};
pub use explain::{Explanation, explain};
pub use files::{left_without, moved, scaffold};
pub use find::{FoundSymbol, find_symbols};
pub use folding::{Collapsed, Fold, FoldKind, folds};
pub use format::{Formatted, format, format_ranges, format_typed};
pub use hints::{Hint, HintKind, HintSettings, hints};
pub use hover::{Hover, hover};
pub use kinship::{Kin, builds_on, built_on, kin_at};
pub use lenses::{CellUse, Lens, LensText, Tally, lenses};
pub use links::{Link, LinkTarget, links};
pub use markup::{code, message};
pub use new_spec::{NewClaim, NewSpec, new_spec};
pub use palette::{Rgb, color, nearest_strengths};
pub use references::{Highlight, HighlightKind, Place, References, highlights, references};
pub use rename::{FileEdits, Renameable, prepare_rename, rename};
pub use selection::selections;
pub use signature::{Signature, SignaturePart, signature};
pub use swatches::{Swatch, swatches};
pub use symbols::{MOST_SYMBOLS, Symbol, SymbolKind, count_symbols, symbol, symbols};
pub use tokens::{Modifier, Modifiers, Token, TokenKind, tokens, tokens_in};
