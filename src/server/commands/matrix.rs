//! `hypecheck.matrix`: the heat map, as a page for the browser.

use super::Call;
use crate::server::convert;
use crate::server::heat_map::Subject;
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{LspAny, MessageType, Uri};
use tower_lsp_server::jsonrpc::{Error, ErrorCode, Result};

/// The first argument names a text, by its address or as `{ "uri": … }`; without it all open texts are shown. The page
/// is served from the first call on; the editor is told to open it, and the answer says where it is.
pub(super) async fn run(Call { session, arguments, .. }: Call) -> Result<LspAny> {
    let uri = arguments.first().and_then(|argument| argument.get("uri").unwrap_or(argument).as_str());
    let subject = uri.map_or(Subject::Open, |uri| Subject::File(convert::key(uri)));
    let url = session.maps().page(&session, subject).await.map_err(|error| Error {
        code: ErrorCode::InternalError,
        message: format!("the heat map could not be served on 127.0.0.1: {error}").into(),
        data: None,
    })?;
    let (session, address) = (Arc::clone(&session), url.clone());
    // Not waited for: some editors answer nothing while they wait for us.
    tokio::spawn(async move {
        if !session.show_document(Uri::from(address.as_str()), true, true, None).await {
            if let Some(client) = session.client() {
                client.show_message(MessageType::Info, format!("The heat map is at {address}")).await;
            }
        }
    });
    Ok(serde_json::json!({ "url": url }))
}
