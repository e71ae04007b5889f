//! The findings of the whole workspace, for editors that ask for them.
//!
//! An editor that has asked asks again as soon as it is answered. So while nothing has changed that it does not know,
//! the answer waits until something has.

use super::findings::result_id;
use crate::model::{FileId, FileKey};
use crate::server::backend::work;
use crate::server::convert;
use crate::server::engine;
use crate::server::outgoing::Outgoing;
use crate::server::progress::Progress;
use crate::server::session::{Agreed, Session};
use crate::server::view::View;
use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::Instant;
use tower_lsp_server::gen_lsp_types::{
    FullDocumentDiagnosticReport, MessageType, ProgressToken, UnchangedDocumentDiagnosticReport, Uri,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportPartialResult,
    WorkspaceDiagnosticRequest, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};
use tower_lsp_server::jsonrpc::{Error, Result};

type Reports = Vec<WorkspaceDocumentDiagnosticReport>;

/// So many reports are sent at a time, to editors that take parts.
const PART: usize = 64;
/// Parts that may wait to be sent before the work waits itself.
const PARTS_WAITING: usize = 2;
/// Changes that come within this are looked at together.
const BURST: Duration = Duration::from_millis(200);

/// Answers a question for the findings of the workspace.
pub(in crate::server) async fn report(
    session: &Session,
    agreed: &Agreed,
    view: View,
    params: WorkspaceDiagnosticParams,
) -> Result<WorkspaceDiagnosticReport> {
    // The same for all views that this question looks at.
    let cancelled = view.cancelled.clone();
    let previous = params.previous_result_ids.into_iter();
    let previous: HashMap<FileKey, (Uri, String)> =
        previous.map(|known| (convert::key(known.uri.as_ref()), (known.uri, known.value))).collect();
    let mut view = view;
    let plan = loop {
        let (plan, known) = work(view, {
            let previous = previous.clone();
            move |view| (Plan::of(&view, &previous), view)
        })
        .await?;
        view = known;
        if plan.is_new || previous.is_empty() || !view.settings.any(|settings| settings.workspace_diagnostics) {
            break plan;
        }
        let mut moments = session.engine().moments();
        let moment = view.moment;
        moments.wait_for(|now| *now != moment).await.map_err(|_| Error::request_cancelled())?;
        tokio::time::sleep(BURST).await;
        let asked = engine::Asked { everything_if_set: true, ..Default::default() };
        let next = session.engine().view(asked).await.ok_or_else(Error::request_cancelled)?;
        view = View { cancelled: cancelled.clone(), ..next };
    };
    let token = params.work_done_progress_params.work_done_token;
    let shown = token.is_some() || agreed.progress;
    let judged = plan.files.len();
    let progress = shown.then(|| session.out().progress(format!("Judging {judged} specs"), token));
    let since = Instant::now();
    let part_token = params.partial_result_params.partial_result_token;
    let (parts, sent) = mpsc::channel(PARTS_WAITING);
    let (agreed, in_parts) = (*agreed, part_token.is_some());
    let judging = work(view, move |view| plan.judge(&view, &agreed, in_parts.then_some(&parts), progress.as_ref()));
    let sending = send_parts(session, part_token, sent);
    let (items, sent) = tokio::join!(judging, sending);
    let items = items?;
    session.out().send(Outgoing::AllTold);
    if sent == 0 {
        return Ok(WorkspaceDiagnosticReport { items });
    }
    // What was sent in parts must all be out before the answer is; a line after them takes care of that.
    if let Some(client) = session.client() {
        let took = since.elapsed().as_millis();
        client.log_message(MessageType::Log, format!("judged {judged} specs of the workspace in {took} ms")).await;
    }
    Ok(WorkspaceDiagnosticReport { items: Vec::new() })
}

/// Sends parts as they come; how many there were.
async fn send_parts(session: &Session, token: Option<ProgressToken>, mut parts: mpsc::Receiver<Reports>) -> usize {
    let mut sent = 0;
    while let Some(items) = parts.recv().await {
        if let (Some(client), Some(token)) = (session.client(), &token) {
            let part = WorkspaceDiagnosticReportPartialResult { items };
            client.send_partial_result::<WorkspaceDiagnosticRequest>(token.clone(), part).await;
            sent += 1;
        }
    }
    sent
}

/// What is to be told.
struct Plan {
    /// The files, with what the findings of each rest on and whether the editor knows them.
    files: Vec<(FileId, u64, bool)>,
    /// Addresses whose findings the editor has and that have none any more.
    gone: Vec<Uri>,
    /// There is something that the editor does not know.
    is_new: bool,
}

impl Plan {
    fn of(view: &View, previous: &HashMap<FileKey, (Uri, String)>) -> Plan {
        let mut left = previous.clone();
        let mut files = Vec::new();
        if view.settings.any(|settings| settings.workspace_diagnostics) {
            let wanted = view.snapshot.files().filter(|file| view.settings.of(file.key()).workspace_diagnostics);
            for file in wanted.filter(|file| view.snapshot.is_in_workspace(file.id())) {
                let stamp = view.stamp(file.id());
                // Some editors name what they were told of the text alone.
                let has = |name: &str| name == result_id(stamp) || view.reports.is_told(file.id(), stamp, name);
                let known = left.remove(file.key()).is_some_and(|(_, name)| has(&name));
                files.push((file.id(), stamp, known));
            }
        }
        // What is open is asked about by itself, wherever it is.
        left.retain(|key, _| view.snapshot.id(key).is_none_or(|id| !view.open.contains_key(&id)));
        let gone: Vec<Uri> = left.into_values().map(|(uri, _)| uri).collect();
        let is_new = !gone.is_empty() || files.iter().any(|(.., known)| !known);
        Plan { files, gone, is_new }
    }

    /// All reports; or those that are left when others were sent in parts.
    fn judge(
        self,
        view: &View,
        agreed: &Agreed,
        parts: Option<&mpsc::Sender<Reports>>,
        progress: Option<&Progress>,
    ) -> Reports {
        let gone = self.gone.into_iter().map(|uri| full(uri, None, None, Vec::new()));
        let mut reports: Reports = gone.collect();
        let all = self.files.len();
        let mut in_parts = false;
        for (index, (id, stamp, known)) in self.files.into_iter().enumerate() {
            if view.cancelled.is_set() {
                return Vec::new();
            }
            if let Some(progress) = progress {
                progress.report(index, all);
            }
            if let Some(parts) = parts.filter(|_| reports.len() >= PART) {
                in_parts = true;
                if parts.blocking_send(std::mem::take(&mut reports)).is_err() {
                    return Vec::new();
                }
            }
            let Some(uri) = view.uri(id) else { continue };
            let version = view.open.get(&id).and_then(|open| open.version);
            let result_id = result_id(stamp);
            if known {
                reports.push(unchanged(uri, version, result_id));
            } else if let Some(report) = view.reports.judge(&view.snapshot, id) {
                reports.push(full(uri, version, Some(result_id), convert::diagnostics(view, &report, agreed)));
            }
        }
        match parts.filter(|_| in_parts) {
            Some(parts) => {
                let _ = parts.blocking_send(reports);
                Vec::new()
            }
            None => reports,
        }
    }
}

fn full(
    uri: Uri,
    version: Option<i32>,
    result_id: Option<String>,
    items: Vec<tower_lsp_server::gen_lsp_types::Diagnostic>,
) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceDocumentDiagnosticReport::WorkspaceFullDocumentDiagnosticReport(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    })
}

fn unchanged(uri: Uri, version: Option<i32>, result_id: String) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceDocumentDiagnosticReport::WorkspaceUnchangedDocumentDiagnosticReport(
        WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        },
    )
}
