//! The findings of a text, for editors that ask for them.

use crate::model::FileId;
use crate::server::rendered::{self, List, json_string};
use crate::server::session::Agreed;
use crate::server::view::View;

/// What the editor calls findings that have this number, or rest on what has it.
pub(in crate::server) fn result_id(stamp: u64) -> String {
    format!("{stamp:016x}")
}

/// The findings of the open texts that use this one, as they go over the wire: whoever edits a cell sees at once what
/// becomes of the claims in it, if the editor takes them.
pub(in crate::server) fn related(view: &View, about: FileId, agreed: &Agreed) -> Option<String> {
    let open = view.open.iter().filter(|_| agreed.related_documents);
    let users = open.filter(|(id, _)| **id != about && view.snapshot.uses(**id, about));
    let reports = users.filter_map(|(id, open)| {
        let (stamp, judgement) = view.judgement(*id)?;
        let report = full(&rendered::list(view, &judgement, agreed), view, *id, stamp, "");
        Some(format!("{}:{report}", json_string(open.uri.as_ref())))
    });
    let reports: Vec<String> = reports.collect();
    (!reports.is_empty()).then(|| format!("{{{}}}", reports.join(",")))
}

/// The findings of a text, or that they are what the editor has already.
pub(in crate::server) fn document(
    view: &View,
    id: FileId,
    agreed: &Agreed,
    previous: Option<&str>,
) -> Option<(u64, String)> {
    let (stamp, judgement) = view.judgement(id)?;
    let list = rendered::list(view, &judgement, agreed);
    let related = related(view, id, agreed).map_or_else(String::new, |it| format!(",\"relatedDocuments\":{it}"));
    let result_id = result_id(list.hash);
    if previous == Some(result_id.as_str()) {
        view.reports.tell(id, stamp, &result_id);
        return Some((stamp, format!("{{\"kind\":\"unchanged\",\"resultId\":\"{result_id}\"{related}}}")));
    }
    Some((stamp, full(&list, view, id, stamp, &related)))
}

fn full(list: &List, view: &View, id: FileId, stamp: u64, more: &str) -> String {
    let result_id = result_id(list.hash);
    view.reports.tell(id, stamp, &result_id);
    format!("{{\"kind\":\"full\",\"resultId\":\"{result_id}\",\"items\":{}{more}}}", list.json)
}
