//! The findings of a text, for editors that ask for them.

use crate::model::FileId;
use crate::rules::Judgement;
use crate::server::rendered::{List, json_string};
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
        let report = with_report(view, *id, &judgement, agreed, |list, result_id| {
            view.reports.tell(*id, stamp, result_id);
            full(list, result_id, "").concat()
        });
        Some(format!("{}:{report}", json_string(open.uri.as_ref())))
    });
    let reports: Vec<String> = reports.collect();
    (!reports.is_empty()).then(|| format!("{{{}}}", reports.join(",")))
}

/// Answers with the findings of a text, or that they are what the editor has already; the stamp of what they rest on.
pub(in crate::server) fn document(
    view: &View,
    id: FileId,
    agreed: &Agreed,
    previous: Option<&str>,
    answer: impl FnOnce(&[&str]),
) -> Option<u64> {
    let (stamp, judgement) = view.judgement(id)?;
    let related = related(view, id, agreed).map_or_else(String::new, |it| format!(",\"relatedDocuments\":{it}"));
    with_report(view, id, &judgement, agreed, |list, result_id| {
        view.reports.tell(id, stamp, result_id);
        if previous == Some(result_id) {
            answer(&["{\"kind\":\"unchanged\",\"resultId\":\"", result_id, "\"", &related, "}"]);
        } else {
            answer(&full(list, result_id, &related));
        }
    });
    Some(stamp)
}

/// Does something with the list of a text's findings, brought up to date, and with what it is called.
fn with_report<T>(
    view: &View,
    id: FileId,
    judgement: &Judgement,
    agreed: &Agreed,
    act: impl FnOnce(&List, &str) -> T,
) -> T {
    view.reports.with_list(id, |list| {
        list.update(view, judgement, agreed);
        act(list, &result_id(list.hash))
    })
}

fn full<'a>(list: &'a List, result_id: &'a str, more: &'a str) -> [&'a str; 7] {
    ["{\"kind\":\"full\",\"resultId\":\"", result_id, "\",\"items\":[", list.items(), "]", more, "}"]
}
