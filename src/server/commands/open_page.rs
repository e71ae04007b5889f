//! `hypecheck.openPage`: opens a page of the reference in a browser; the list of actions links to such pages.

use super::Call;
use tower_lsp_server::gen_lsp_types::{LspAny, Uri};
use tower_lsp_server::jsonrpc::{Error, Result};

/// The name of the command.
pub(in crate::server) const NAME: &str = "hypecheck.openPage";

/// Where the reference is. Nothing else is opened, whoever asks.
pub(in crate::server) const REFERENCE: &str = "https://github.com/hypecheck/hypecheck/blob/main/docs/";

/// The argument is the address of the page.
pub(super) async fn run(call: Call) -> Result<LspAny> {
    let page = call.arguments.first().and_then(LspAny::as_str).filter(|page| page.starts_with(REFERENCE));
    let Some(page) = page.map(Uri::from) else {
        return Err(Error::invalid_params(format!("Say which page to open: an address below {REFERENCE}.")));
    };
    Ok(LspAny::from(call.session.show_document(page, true, true, None).await))
}
