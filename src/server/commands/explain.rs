//! `hypecheck.explain`: what a rule, a cell or anything that is declared is, as the command line explains it.

use super::Call;
use crate::ide;
use crate::model::{FileId, FileKey, Snapshot};
use crate::server::backend::work;
use crate::server::convert;
use tower_lsp_server::gen_lsp_types::LspAny;
use tower_lsp_server::jsonrpc::{Error, Result};

/// The first argument is the name. The second, which can be left out, is the address of a text: what it declares and
/// uses is known then, too.
pub(super) async fn run(call: Call) -> Result<LspAny> {
    let text = |index: usize| call.arguments.get(index).and_then(LspAny::as_str).map(str::to_owned);
    let Some(name) = text(0) else {
        return Err(Error::invalid_params("Say what to explain: a rule, a cell, a technique.".to_owned()));
    };
    let about = text(1);
    work(call.view, move |view| {
        let asked = about.and_then(|uri| view.file(&uri.as_str().into()));
        let file = asked.filter(|id| view.snapshot.file(*id).is_some()).or_else(|| any(&view.snapshot));
        let scope = file.and_then(|id| view.snapshot.scope(id)).ok_or_else(Error::internal_error)?;
        match ide::explain(&view.snapshot, &scope, &name) {
            Ok(explanation) => Ok(convert::json(explanation.markdown)),
            Err(near) if near.is_empty() => Err(Error::invalid_params(format!("Nothing is called `{name}`."))),
            Err(near) => {
                let near: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
                Err(Error::invalid_params(format!(
                    "Nothing is called `{name}`. Is one of these meant: {}?",
                    near.join(", ")
                )))
            }
        }
    })
    .await?
}

/// A file of the library: it knows what the library declares.
fn any(snapshot: &Snapshot) -> Option<FileId> {
    let (name, _) = crate::model::Library::sources().next()?;
    snapshot.id(&FileKey::Library(name))
}
