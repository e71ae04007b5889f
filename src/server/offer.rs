//! The one question that is asked unasked, and once: whether what is found already is to be put aside.
//!
//! Who wants the findings of all specs, in a folder that was there before hypecheck was, is shown all that is wrong with
//! any of them. A baseline puts that aside, so that what is new is seen. A folder with a `hypecheck.toml` has been settled
//! by somebody and is left alone, and so is one with few findings.

use super::backend::work;
use super::convert;
use super::engine::Asked;
use super::outgoing::Out;
use super::session::Session;
use super::view::View;
use crate::model::FileSystem;
use crate::rules::{Baseline, BaselineEntry, CONFIG_FILE, Level, fingerprints};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp_server::Client;
use tower_lsp_server::gen_lsp_types::{
    CreateFile, CreateFileOptions, DocumentChange, Edit, MessageActionItem, MessageType,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextDocumentIdentifier, TextEdit, Uri,
    WorkspaceEdit,
};

/// So many findings are more than anybody mends before doing something else.
const MANY: usize = 40;

/// What the answer is called that has it done.
const YES: &str = "Write a baseline";
const NO: &str = "Not now";

/// Looks whether there is reason to ask, asks, and does what is answered. All findings of the workspace have just been
/// told.
pub(super) async fn offer(session: Arc<Session>) {
    let agreed =
        session.agreed().filter(|agreed| agreed.applies_edits && agreed.create_files && agreed.versioned_edits);
    let (Some(_), Some(client)) = (agreed, session.client().cloned()) else { return };
    if session.has_offered() {
        return;
    }
    let Some((folder, count)) = look(&session, |view| unsettled(&view)).await.flatten() else { return };
    if session.offers() {
        ask(&session, &client, folder, count).await;
    }
}

async fn ask(session: &Arc<Session>, client: &Client, folder: PathBuf, count: usize) {
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    let question = format!(
        "{count} findings stand in the specs of {name}, which has no {CONFIG_FILE}. A baseline puts them aside, so that you \
         see what is new."
    );
    let actions = [YES, NO].map(|title| MessageActionItem { title: title.to_owned(), ..Default::default() });
    let answer = client.show_message_request(MessageType::Info, question, Some(actions.to_vec())).await;
    if answer.ok().flatten().is_none_or(|answer| answer.title != YES) {
        return;
    }
    // Time has passed: what is put aside is what is found now.
    let edit = look(session, move |view| baseline(&view, &folder)).await.flatten();
    let Some(edit) = edit else { return };
    let done = client.apply_edit(edit).await;
    if !done.as_ref().is_ok_and(|done| done.applied) {
        let why = done.ok().and_then(|done| done.failure_reason).unwrap_or_else(|| "it does not say why".to_owned());
        log(session.out(), format!("the editor did not write the baseline: {why}"));
    }
}

fn log(out: &Out, text: String) {
    out.log(MessageType::Warning, text);
}

/// Looks at the state with all specs of the workspace in it, off the thread that reads.
async fn look<T: Send + 'static>(session: &Session, look: impl FnOnce(View) -> T + Send + 'static) -> Option<T> {
    let asked = Asked { everything_if_set: true, ..Default::default() };
    let view = session.engine().view(asked).await?;
    work(view, look).await.ok()
}

/// The first folder of the workspace with many findings that nobody has settled anything about, and how many.
fn unsettled(view: &View) -> Option<(PathBuf, usize)> {
    let folders = view.snapshot.roots().iter();
    let counted = folders.map(|folder| (folder.clone(), found(view, folder).map_or(0, |(_, found)| found.len())));
    counted.into_iter().find(|(_, count)| *count >= MANY)
}

/// What is found in a folder that has no `hypecheck.toml`, as entries of a baseline of its own. Hints are no reason for
/// one, but are put aside with the others.
fn found(view: &View, folder: &Path) -> Option<(Baseline, Vec<BaselineEntry>)> {
    // Whatever file is asked for: the nearest upwards from this folder on.
    if view.reports.configs.of_file(&FileSystem, &folder.join(CONFIG_FILE)).is_some() {
        return None;
    }
    let baseline = Baseline::empty(&folder.join(Baseline::DEFAULT_NAME));
    let mut entries = Vec::new();
    for file in view.snapshot.files().filter(|file| view.snapshot.is_in_workspace(file.id())) {
        let Some(path) = file.key().path().filter(|path| path.starts_with(folder)) else { continue };
        if view.reports.configs.of_file(&FileSystem, path).is_some() {
            continue;
        }
        let Some(report) = view.reports.judge(&view.snapshot, file.id()) else { continue };
        let prints = fingerprints(file, &report.diagnostics);
        let found = report.diagnostics.iter().zip(prints).filter(|(found, _)| !found.is_rest);
        entries.extend(found.map(|(found, print)| (found.level > Level::Hint, baseline.entry(path, found, print))));
    }
    let grave = entries.iter().filter(|(grave, _)| *grave).count();
    (grave >= MANY).then(|| (baseline, entries.into_iter().map(|(_, entry)| entry).collect()))
}

/// The edit that makes the baseline and the `hypecheck.toml` that names it.
fn baseline(view: &View, folder: &Path) -> Option<WorkspaceEdit> {
    let (baseline, entries) = found(view, folder)?;
    let config = format!("baseline = \"{}\"\n", Baseline::DEFAULT_NAME);
    let files = [(baseline.path().to_owned(), baseline.render(&entries)), (folder.join(CONFIG_FILE), config)];
    let mut changes = Vec::new();
    for (path, text) in files {
        let uri = convert::uri_of_path(&path)?;
        // Whatever somebody has put there by then stays.
        let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(false) };
        changes.push(DocumentChange::CreateFile(CreateFile {
            uri: uri.clone(),
            options: Some(options),
            annotation_id: None,
        }));
        changes.push(written(uri, text).into());
    }
    Some(WorkspaceEdit { document_changes: Some(changes), ..Default::default() })
}

fn written(uri: Uri, text: String) -> TextDocumentEdit {
    let text_document = OptionalVersionedTextDocumentIdentifier {
        version: None,
        text_document_identifier: TextDocumentIdentifier { uri },
    };
    let edit = TextEdit { range: Range::default(), new_text: text };
    TextDocumentEdit { text_document, edits: vec![Edit::TextEdit(edit)] }
}
