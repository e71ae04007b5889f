//! What can be done at a place: titles first, and what each changes on demand where the editor can ask for it.

use crate::ide::{self, ActionKind, ChangedFile};
use crate::model::FileId;
use crate::rules::{FixClass, blanks};
use crate::server::asked::Asked;
use crate::server::capabilities::can_run;
use crate::server::commands::open_page;
use crate::server::convert;
use crate::server::session::Agreed;
use crate::text::{Text, TextEdit};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use tower_lsp_server::gen_lsp_types::{
    AnnotatedTextEdit, ChangeAnnotation, CodeAction, CodeActionDisabled, CodeActionKind, CodeActionKindDocumentation,
    CodeActionParams, CodeActionResponse, CodeActionTriggerKind, Command, CreateFile, CreateFileOptions, Diagnostic,
    DocumentChange, Edit, OptionalVersionedTextDocumentIdentifier, Range, SnippetTextEdit, StringValue,
    TextDocumentEdit, TextDocumentIdentifier, Uri, WorkspaceEdit,
};

/// All kinds of actions that there are.
const KINDS: [ActionKind; 6] = [
    ActionKind::QuickFix,
    ActionKind::Extract,
    ActionKind::Rewrite,
    ActionKind::Move,
    ActionKind::FixAll,
    ActionKind::OrganizeImports,
];

/// The name of a kind. What mends all is of a kind of its own, so that it can be run without that of other servers.
fn kind(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::QuickFix => CodeActionKind::QuickFix,
        ActionKind::Extract => CodeActionKind::RefactorExtract,
        ActionKind::Rewrite => CodeActionKind::RefactorRewrite,
        ActionKind::Move => CodeActionKind::RefactorMove,
        ActionKind::FixAll => CodeActionKind::from("source.fixAll.hypecheck".to_owned()),
        ActionKind::OrganizeImports => CodeActionKind::SourceOrganizeImports,
    }
}

/// The kind of the action that shows the heat map: actions are in every editor, lenses are not.
const MATRIX: &str = "source.matrix";

/// The names of all kinds that an editor may ask for.
pub(in crate::server) fn kinds() -> Vec<CodeActionKind> {
    KINDS.into_iter().map(kind).chain([CodeActionKind::from(MATRIX.to_owned())]).collect()
}

/// Whether a kind of actions is wanted.
fn is_wanted(of: ActionKind, params: &CodeActionParams) -> bool {
    is_name_wanted(&String::from(kind(of)), params)
}

/// The same by its name: a kind that is asked for stands for all those below it.
fn is_name_wanted(name: &str, params: &CodeActionParams) -> bool {
    let below = |asked: &CodeActionKind| {
        let asked = String::from(asked.clone());
        asked.is_empty() || name.strip_prefix(&asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    match &params.context.only {
        Some(only) => only.iter().any(below),
        // What concerns the whole file is for those who ask, and not for the light bulb.
        None => is_deliberate(params) || !name.starts_with("source"),
    }
}

fn is_deliberate(params: &CodeActionParams) -> bool {
    params.context.trigger_kind != Some(CodeActionTriggerKind::Automatic)
}

/// Whether there can be anything to answer, as far as the question itself tells: an editor that wants fixes for
/// findings which said that they have none is answered without a look at the file.
pub(in crate::server) fn are_wanted(params: &CodeActionParams) -> bool {
    let mut wanted = KINDS.into_iter().filter(|kind| is_wanted(*kind, params));
    let first = wanted.next();
    let only_fixes = first == Some(ActionKind::QuickFix) && wanted.next().is_none();
    let fixless = |found: &Diagnostic| FindingData::of(found).is_some_and(|data| data.fixes.is_empty());
    let found = &params.context.diagnostics;
    if is_name_wanted(MATRIX, params) {
        return true;
    }
    first.is_some() && !(only_fixes && !found.is_empty() && found.iter().all(fixless))
}

/// What an editor keeps with a finding and gives back: which fixes it has. Nothing in it may depend on where the
/// finding stands: the text around it changes.
#[derive(Serialize, Deserialize)]
pub(in crate::server) struct FindingData {
    fixes: Vec<String>,
}

impl FindingData {
    /// `baseline` says whether it can be added to one.
    pub(in crate::server) fn new(found: &crate::rules::Diagnostic, baseline: bool) -> FindingData {
        let fixes = found.fix_ids().into_iter().chain((baseline && !found.is_rest).then_some("baseline"));
        FindingData { fixes: fixes.map(str::to_owned).collect() }
    }

    fn of(found: &Diagnostic) -> Option<FindingData> {
        found.data.as_ref().and_then(|data| FindingData::deserialize(data).ok())
    }
}

/// What an editor keeps with an action and gives back when it wants to know what that changes.
#[derive(Serialize, Deserialize)]
pub(in crate::server) struct ActionData {
    pub(in crate::server) uri: Uri,
    version: Option<i32>,
    range: Range,
    deliberate: bool,
}

impl ActionData {
    /// What was written into an action.
    pub(in crate::server) fn of(action: &CodeAction) -> Option<ActionData> {
        action.data.as_ref().and_then(|data| ActionData::deserialize(data).ok())
    }
}

/// What the list of actions can link to, for each kind that there is more to say about.
pub(in crate::server) fn documentation() -> Vec<CodeActionKindDocumentation> {
    let pages = [
        (CodeActionKind::QuickFix, "Why these findings, and what their fixes change", "rules/README.md"),
        (CodeActionKind::RefactorRewrite, "How a verdict is made", "language.md"),
    ];
    let documentation = pages.into_iter().map(|(kind, title, page)| CodeActionKindDocumentation {
        kind,
        command: Command {
            title: title.to_owned(),
            tooltip: None,
            command: open_page::NAME.to_owned(),
            arguments: Some(vec![convert::json(format!("{}{page}", open_page::REFERENCE))]),
        },
    });
    documentation.collect()
}

pub(in crate::server) fn actions(asked: &Asked, params: &CodeActionParams) -> Option<Vec<CodeActionResponse>> {
    let agreed = &asked.agreed;
    let text = asked.file.text();
    let deliberate = is_deliberate(params);
    with_asking(asked, params.range, deliberate, |asking| {
        let found = ide::actions(asking, |kind| is_wanted(kind, params));
        let can = |action: &ide::Action| agreed.create_files || !action.makes_a_file();
        let answers = found.into_iter().filter(can).filter_map(|action| {
            let mut answer = CodeAction {
                title: action.title.clone(),
                kind: Some(kind(action.kind)),
                diagnostics: action.diagnostic.as_ref().map(|found| {
                    // The editor's own, if it told of it, so that it knows it again.
                    let baseline = asking.settings.baseline().is_some();
                    let known = convert::diagnostic(&asked.view, text, found, baseline, agreed);
                    let is_known = |own: &&Diagnostic| own.code == known.code && own.range == known.range;
                    let own = params.context.diagnostics.iter().find(is_known).cloned();
                    vec![own.unwrap_or(known)]
                }),
                is_preferred: action.preferred.then_some(true),
                ..Default::default()
            };
            if let Some(reason) = &action.disabled {
                answer.disabled = Some(CodeActionDisabled { reason: reason.clone() });
                return agreed.disabled_actions.then_some(answer);
            }
            if agreed.resolve_edits {
                let version = version(asked, asked.id);
                let data = ActionData { uri: asked.uri.clone(), version, range: params.range, deliberate };
                answer.data = Some(convert::json(data));
            } else {
                answer.edit = Some(edit(asked, asking, &action)?);
            }
            Some(answer)
        });
        answers.chain(matrix(asked, params)).map(CodeActionResponse::CodeAction).collect()
    })
}

/// The action that shows the heat map of the file, in an editor that can run commands.
fn matrix(asked: &Asked, params: &CodeActionParams) -> Option<CodeAction> {
    let command = "hypecheck.matrix";
    if !is_name_wanted(MATRIX, params) || !can_run(&asked.agreed, command) {
        return None;
    }
    let title = "Show the claims of this file in the matrix".to_owned();
    let arguments = Some(vec![serde_json::json!({ "uri": asked.uri })]);
    Some(CodeAction {
        title: title.clone(),
        kind: Some(CodeActionKind::from(MATRIX.to_owned())),
        command: Some(Command { title, tooltip: None, command: command.to_owned(), arguments }),
        ..Default::default()
    })
}

/// What an action that was offered changes. Nothing if the text is no longer the one that it was offered for.
pub(in crate::server) fn resolved(asked: &Asked, data: &ActionData, action: &CodeAction) -> Option<WorkspaceEdit> {
    if version(asked, asked.id) != data.version {
        return None;
    }
    with_asking(asked, data.range, data.deliberate, |asking| {
        let found = ide::actions(asking, |of| Some(kind(of)) == action.kind);
        let same = found.iter().find(|found| found.title == action.title)?;
        edit(asked, asking, same)
    })?
}

fn with_asking<T>(asked: &Asked, range: Range, deliberate: bool, act: impl FnOnce(&ide::Asking<'_>) -> T) -> Option<T> {
    let report = asked.report()?;
    let settings = asked.view.judged_with(asked.id)?;
    Some(act(&ide::Asking {
        snapshot: &asked.view.snapshot,
        file: asked.id,
        report: &report,
        settings: &settings,
        range: asked.text_range(range),
        deliberate,
        exists: &|path| path.exists(),
    }))
}

fn version(asked: &Asked, id: FileId) -> Option<i32> {
    asked.view.open.get(&id).and_then(|open| open.version)
}

/// What an action changes, as the editor can take it; nothing if it cannot.
fn edit(asked: &Asked, asking: &ide::Asking<'_>, action: &ide::Action) -> Option<WorkspaceEdit> {
    let agreed = &asked.agreed;
    let changes = ide::changes(asking, action)?;
    if !agreed.versioned_edits {
        let mut edits = HashMap::new();
        for change in changes {
            let (uri, text) = match &change.file {
                ChangedFile::There(id) => (uri(asked, *id)?, asked.view.snapshot.file(*id)?.text()),
                ChangedFile::Baseline(baseline) => (convert::uri_of_path(baseline.path())?, baseline.text()),
                ChangedFile::New(_) => return None,
            };
            let plain = change.edits.iter().map(|edit| convert::text_edit(text, edit, agreed.encoding)).collect();
            edits.insert(uri, plain);
        }
        return Some(WorkspaceEdit { changes: Some(edits), ..Default::default() });
    }
    let mut annotations: HashMap<String, ChangeAnnotation> = HashMap::new();
    let mut documents: Vec<DocumentChange> = Vec::new();
    let empty = Text::default();
    for change in changes {
        let (uri, version, text) = match &change.file {
            ChangedFile::There(id) => (uri(asked, *id)?, version(asked, *id), asked.view.snapshot.file(*id)?.text()),
            ChangedFile::New(path) => {
                let uri = convert::uri_of_path(path).filter(|_| agreed.create_files)?;
                // Whatever somebody has put there by then stays.
                let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(false) };
                let create = CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
                documents.push(DocumentChange::CreateFile(create));
                (uri, None, &empty)
            }
            // The server does not follow this text; as lines are added, they fit wherever the editor has got to.
            ChangedFile::Baseline(baseline) => (convert::uri_of_path(baseline.path())?, None, baseline.text()),
        };
        let edits = change.edits.iter().map(|edit| {
            let annotation =
                agreed.annotations.then(|| annotation(action, &change.file, text, edit)).map(|(id, annotation)| {
                    annotations.insert(id.to_owned(), annotation);
                    id.to_owned()
                });
            edit_of(text, edit, action.class, annotation, agreed)
        });
        let document = TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                version,
                text_document_identifier: TextDocumentIdentifier { uri },
            },
            edits: edits.collect(),
        };
        documents.push(document.into());
    }
    let annotations = (!annotations.is_empty()).then_some(annotations);
    Some(WorkspaceEdit { document_changes: Some(documents), change_annotations: annotations, ..Default::default() })
}

/// The address of a file: of the one that was asked about, the one it was asked under.
fn uri(asked: &Asked, id: FileId) -> Option<Uri> {
    if id == asked.id { Some(asked.uri.clone()) } else { asked.view.uri(id) }
}

/// What sort of change an edit is, for an editor that shows it. Somebody must look at other words before they are
/// written; layout, spelling and fields that wait to be filled speak for themselves.
fn annotation(
    action: &ide::Action,
    file: &ChangedFile,
    text: &Text,
    edit: &TextEdit,
) -> (&'static str, ChangeAnnotation) {
    let replaces = !text.slice(edit.range).trim().is_empty();
    let (id, label, confirm) = match (action.kind, action.class) {
        _ if matches!(file, ChangedFile::Baseline(_)) => ("baseline", "adds to the baseline", false),
        (ActionKind::Move | ActionKind::Extract, _) => ("moves", "moves a declaration", false),
        (_, FixClass::Layout) => ("layout", "changes layout", false),
        (_, FixClass::Spelling) => ("spelling", "changes spelling", false),
        (_, FixClass::Meaning) if replaces => ("wording", "changes wording", true),
        (_, FixClass::Meaning) => ("fields", "adds fields", false),
    };
    (id, ChangeAnnotation { label: label.to_owned(), needs_confirmation: Some(confirm), description: None })
}

/// An edit as the editor can take it: with places to fill in, where it writes any and the editor knows such.
fn edit_of(text: &Text, edit: &TextEdit, class: FixClass, annotation: Option<String>, agreed: &Agreed) -> Edit {
    let holes = if agreed.snippet_edits && class == FixClass::Meaning { blanks(&edit.new_text) } else { Vec::new() };
    let plain = convert::text_edit(text, edit, agreed.encoding);
    if !holes.is_empty() {
        let snippet = StringValue { value: snippet(&edit.new_text, &holes) };
        return Edit::SnippetTextEdit(SnippetTextEdit { range: plain.range, snippet, annotation_id: annotation });
    }
    match annotation {
        Some(annotation_id) => Edit::AnnotatedTextEdit(AnnotatedTextEdit { annotation_id, text_edit: plain }),
        None => Edit::TextEdit(plain),
    }
}

/// A text with places to fill in. What is empty or stands for something stays selected until it is typed over.
fn snippet(text: &str, holes: &[std::ops::Range<usize>]) -> String {
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
    let mut snippet = String::new();
    let mut at = 0;
    for (index, hole) in holes.iter().enumerate() {
        snippet += &escaped(&text[at..hole.start]);
        let number = index + 1;
        match &text[hole.clone()] {
            "" => snippet += &format!("${number}"),
            shown => snippet += &format!("${{{number}:{}}}", escaped(shown)),
        }
        at = hole.end;
    }
    snippet + &escaped(&text[at..])
}

#[cfg(test)]
mod tests {
    use super::snippet;
    use crate::rules::blanks;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(snippet(text, &blanks(text)), expected);
    }

    #[test]
    fn a_snippet_has_its_places_where_the_author_writes_and_no_others() {
        check("caveat weak-synergy \"\"", "caveat weak-synergy \"$1\"");
        check("\n  evidence audit \"\"\n  metric \"\"", "\n  evidence audit \"$1\"\n  metric ${2:\"\"}");
        check("costs $5 {a} \\ measured at …", "costs \\$5 {a\\} \\\\ measured at ${1:…}");
    }
}
