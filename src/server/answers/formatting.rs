//! The formatter. There is one style: what the editor says of tabs and widths is not asked.

use crate::ide;
use crate::server::asked::Asked;
use crate::server::convert;
use crate::text;
use tower_lsp_server::gen_lsp_types::{DocumentOnTypeFormattingParams, Range, TextEdit};

/// The characters after which something is laid out while somebody types.
pub(in crate::server) const TYPED: [&str; 2] = ["}", "\n"];

/// The whole text.
pub(in crate::server) fn document(asked: &Asked) -> Option<Vec<TextEdit>> {
    edits(asked, || Some(ide::format(asked.file.text(), asked.file.tree())?.edits))
}

/// The declarations that ranges of the text touch.
pub(in crate::server) fn ranges(asked: &Asked, ranges: &[Range]) -> Option<Vec<TextEdit>> {
    let ranges: Vec<_> = ranges.iter().map(|range| asked.text_range(*range)).collect();
    edits(asked, || ide::format_ranges(asked.file.text(), asked.file.tree(), &ranges))
}

/// What goes with a character that was just typed.
pub(in crate::server) fn typed(asked: &Asked, params: &DocumentOnTypeFormattingParams) -> Option<Vec<TextEdit>> {
    let offset = asked.offset(params.position);
    edits(asked, || Some(ide::format_typed(asked.file.text(), asked.file.tree(), offset, &params.ch)))
}

fn edits(asked: &Asked, made: impl FnOnce() -> Option<Vec<text::TextEdit>>) -> Option<Vec<TextEdit>> {
    // The library is shown as a copy that nobody changes.
    if asked.id.is_library() {
        return None;
    }
    let convert = |edit: &text::TextEdit| convert::text_edit(asked.file.text(), edit, asked.agreed.encoding);
    Some(made()?.iter().map(convert).collect())
}
