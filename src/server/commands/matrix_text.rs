//! `hypecheck.matrixText`: the heat map as a text, in an editor that asks the server for texts.

use super::Call;
use crate::server::written_maps;
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{LspAny, Uri};
use tower_lsp_server::jsonrpc::{Error, ErrorCode, Result};

/// The first argument names a spec, by its address or as `{ "uri": … }`; without it all open specs are shown. The editor
/// is told to show the text, and the answer says what its address is.
#[expect(clippy::unused_async, reason = "commands are")]
pub(super) async fn run(Call { session, agreed, arguments, .. }: Call) -> Result<LspAny> {
    if !agreed.content {
        let message = "This editor does not ask servers for texts; `hypecheck.matrix` shows the heat map as a page.";
        return Err(Error { code: ErrorCode::ServerError(-32803), message: message.into(), data: None });
    }
    let spec = arguments.first().and_then(|argument| argument.get("uri").unwrap_or(argument).as_str());
    let uri = written_maps::address(spec);
    let (session, address) = (Arc::clone(&session), uri.clone());
    // Not waited for: some editors answer nothing while they wait for us.
    tokio::spawn(async move { session.show_document(Uri::from(address.as_str()), false, true, None).await });
    Ok(serde_json::json!({ "uri": uri }))
}
