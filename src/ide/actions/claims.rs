//! Rewritings of a claim: stating its cells, and parting what it claims.

use super::{Action, ActionKind, Asking, impossible, rewrite};
use crate::model::{Cell, SourceFile};
use crate::rules::{ELLIPSIS, JudgedClaim, Origin, indent, line_break, state_cells, verdict};
use crate::syntax::{Child, Declaration, Keyword, ValueKind};
use crate::text::{TextEdit, TextRange};
use std::sync::Arc;

/// The claim that is asked about: the only one that the range touches, and where nobody asked by a word, only in its
/// header.
pub(super) fn asked<'a>(asking: &Asking<'a>) -> Option<&'a JudgedClaim> {
    let mut touched = asking.report.claims.iter().filter(|claim| claim.range.intersect(asking.range).is_some());
    let claim = touched.next().filter(|_| touched.next().is_none())?;
    let file = asking.snapshot.file(asking.file)?;
    let text = file.text();
    let header = TextRange::new(claim.range.start(), text.line_end(text.line_of(claim.range.start())));
    (asking.deliberate || header.intersect(asking.range).is_some()).then_some(claim)
}

/// The declaration of a claim and the project around it.
pub(super) fn declared(file: &SourceFile, claim: &JudgedClaim) -> Option<(Arc<Declaration>, Option<Child>)> {
    let base = claim.range.start();
    let path = file.declarations_at(base);
    let (_, declaration) = path.iter().rfind(|(start, it)| *start == base && it.keyword == Keyword::Claim)?;
    let project = path.iter().find(|(_, it)| it.keyword == Keyword::Project);
    let project = project.map(|(offset, it)| Child { offset: *offset, declaration: Arc::clone(it) });
    Some((Arc::clone(declaration), project))
}

pub(super) fn rewrites(asking: &Asking<'_>, file: &SourceFile, actions: &mut Vec<Action>) {
    let Some(claim) = asked(asking) else { return };
    let Some((declaration, project)) = declared(file, claim) else { return };
    let base = claim.range.start();
    let cells: Vec<Cell> = claim.cells.iter().map(|judged| judged.cell).collect();
    let inferred = claim.cells.iter().all(|judged| judged.origin == Origin::Inferred);
    let named = cells.iter().map(Cell::to_string).collect::<Vec<_>>().join(", ");
    if !cells.is_empty() && inferred {
        if let Some(edit) = state_cells(file.text(), base, &declaration, &named) {
            let what = if cells.len() == 1 { "cell" } else { "cells" };
            let names = cells.iter().map(|cell| format!("`{cell}`")).collect::<Vec<_>>().join(" and ");
            actions.push(rewrite(asking, format!("State the {what} {names}, read from the claim's words"), vec![edit]));
        }
    }
    if inferred {
        return;
    }
    // A cell that the words point to beside what is declared: with it the weakest still counts.
    if let (Some(read), Some(last)) = (claim.read.first(), declaration.cells.last()) {
        if !cells.contains(&read.cell) {
            let edit = TextEdit::insert(last.range.end() + base, format!(", {}", read.cell));
            actions.push(rewrite(
                asking,
                format!("Declare `{}` too, to which the claim's words point", read.cell),
                vec![edit],
            ));
        }
    }
    if cells.len() > 1 {
        split(asking, file, claim, &declaration, project.as_ref().map(|project| &*project.declaration), actions);
    }
}

/// Parts a claim of several cells: it keeps its weakest, by which it is judged, and all that stands behind it. Each
/// other cell gets a claim of its own, which says the same with an ellipsis before it, and waits for its own evidence:
/// so nothing looks better than before until the author has said which part is claimed there.
fn split(
    asking: &Asking<'_>,
    file: &SourceFile,
    claim: &JudgedClaim,
    declaration: &Declaration,
    project: Option<&Declaration>,
    actions: &mut Vec<Action>,
) {
    let text = file.text();
    let base = claim.range.start();
    let title = format!("Split this claim of {} cells, one claim for each", claim.cells.len());
    let impossible = |why: &str| impossible(title.clone(), ActionKind::Rewrite, why.to_owned());
    let Some(name) = &declaration.name else {
        return actions.push(impossible("The claim has no name from which the other's could be made."));
    };
    let closed = declaration.body.is_some_and(|body| text.slice(body + base).ends_with('}'));
    let (Some(first), Some(last), true) = (declaration.cells.first(), declaration.cells.last(), closed) else {
        return actions.push(impossible("The claim has no end yet."));
    };
    let rated = claim.cells.iter().filter(|judged| judged.rating.is_some());
    let Some(kept) = rated.max_by_key(|judged| judged.rating.as_ref().map(verdict::weight)) else { return };
    let taken = |wanted: &str| {
        project.is_some_and(|project| {
            let names = project.children.iter().filter_map(|child| child.declaration.name.as_ref());
            names.into_iter().any(|name| name.text == wanted)
        })
    };
    let outer = indent(text, base);
    let line_break = line_break(text);
    let inner = declaration.fields.first().map_or_else(String::new, |field| indent(text, field.range.start() + base));
    let inner = if inner.len() > outer.len() { inner } else { format!("{outer}  ") };
    let mut added = String::new();
    let mut used: Vec<String> = Vec::new();
    for judged in claim.cells.iter().filter(|judged| judged.cell != kept.cell) {
        let cell = judged.cell;
        let differs = match (cell.ai == kept.cell.ai, cell.chain == kept.cell.chain) {
            (true, _) => cell.chain.as_str().to_owned(),
            (_, true) => cell.ai.as_str().to_owned(),
            _ => format!("{}-{}", cell.ai, cell.chain),
        };
        let mut own = format!("{}-{differs}", name.text);
        while taken(&own) || used.contains(&own) {
            own.push_str("-too");
        }
        added += &format!("{line_break}{line_break}{outer}claim {own}: {cell} {{");
        let mut says = false;
        for field in &declaration.fields {
            let written = text.slice(field.range + base);
            match field.name.text.as_str() {
                "says" => {
                    let Some(value) = field.values.first().filter(|it| matches!(it.kind, ValueKind::String(_))) else {
                        continue;
                    };
                    let start = usize::from(value.range.start() - field.range.start());
                    let quotes = if written[start..].starts_with("\"\"\"") { 3 } else { 1 };
                    let (before, after) = written.split_at(start + quotes);
                    // The first is enough to say that something is left to say.
                    let mark = if says { String::new() } else { format!("{ELLIPSIS} ") };
                    added += &format!("{line_break}{inner}{before}{mark}{after}");
                    says = true;
                }
                "using" | "metric" => added += &format!("{line_break}{inner}{written}"),
                _ => {}
            }
        }
        if !says {
            added += &format!("{line_break}{inner}says \"{ELLIPSIS}\"");
        }
        added += &format!("{line_break}{inner}evidence paper \"\"{line_break}{outer}}}");
        used.push(own);
    }
    let cells = TextRange::new(first.range.start(), last.range.end()) + base;
    let edits = vec![TextEdit::replace(cells, kept.cell.to_string()), TextEdit::insert(claim.range.end(), added)];
    actions.push(rewrite(asking, title, edits));
}
