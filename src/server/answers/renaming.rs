//! Other names for things.

use super::places::workspace_edit;
use crate::ide;
use crate::server::asked::Asked;
use tower_lsp_server::gen_lsp_types::{Position, PrepareRenamePlaceholder, PrepareRenameResult, WorkspaceEdit};

/// What can be renamed at a place, or why nothing can.
pub(in crate::server) fn prepare(asked: &Asked, position: Position) -> Result<PrepareRenameResult, String> {
    let found = ide::prepare_rename(&asked.view.snapshot, asked.id, asked.offset(position))?;
    let range = asked.range(found.range);
    Ok(PrepareRenameResult::PrepareRenamePlaceholder(PrepareRenamePlaceholder { range, placeholder: found.name }))
}

/// The edits that give the thing at a place another name, or why there are none.
pub(in crate::server) fn rename(asked: &Asked, position: Position, new_name: &str) -> Result<WorkspaceEdit, String> {
    let edits = ide::rename(&asked.view.snapshot, asked.id, asked.offset(position), new_name)?;
    Ok(workspace_edit(&asked.view, &asked.agreed, &edits))
}
