//! The argument of a spec as a graph that any editor can walk: what holds a claim up, and what rests on it.
//!
//! Evidence, metrics and techniques hold a claim up; on the claim rests its project, on the project the files that use
//! its file.

use super::links::age;
use super::mentions::{self, Mention, Thing, thing};
use super::references::mentions_of;
use super::symbols::{cells_of, listed};
use crate::model::{Entry, FileId, Snapshot, SourceFile};
use crate::rules::Report;
use crate::syntax::{Date, Declaration, Field, Keyword, Value, ValueKind};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

/// What part of an argument something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A claim.
    Claim,
    /// A project.
    Project,
    /// A technique.
    Technique,
    /// Evidence of a claim.
    Evidence,
    /// A metric of a claim.
    Metric,
    /// A file.
    File,
}

impl Part {
    /// All of them.
    pub const ALL: [Part; 6] = [Self::Claim, Self::Project, Self::Technique, Self::Evidence, Self::Metric, Self::File];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Project => "project",
            Self::Technique => "technique",
            Self::Evidence => "evidence",
            Self::Metric => "metric",
            Self::File => "file",
        }
    }
}

/// A part of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What part it is.
    pub part: Part,
    /// The file it is in.
    pub file: FileId,
    /// All of it.
    pub range: TextRange,
    /// What to put the cursor on. With the part, it finds the step again.
    pub selection: TextRange,
    /// What it is called.
    pub name: String,
    /// What else to know of it, in a few words.
    pub detail: String,
}

/// The part of an argument that a place is about: a technique that is named there, evidence, a metric, or else the
/// claim or project around it.
pub fn argument_at(snapshot: &Snapshot, id: FileId, offset: TextSize, report: Option<&Report>) -> Option<Step> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let named = mentions::at(snapshot, file, offset).pop().and_then(|mention| thing(snapshot, id, &scope, &mention));
    if let Some(Thing::Declaration(Keyword::Technique, declared_in, base)) = named {
        return step(snapshot, Part::Technique, declared_in, base, None);
    }
    let (base, declaration) = file.declarations_at(offset).pop()?;
    let at = offset.checked_sub(base)?;
    let field = declaration.fields.iter().find(|field| field.range.contains_inclusive(at));
    if let Some(found) = field.and_then(|field| of_field(id, &declaration, base, field)) {
        return Some(found);
    }
    let part = match declaration.keyword {
        Keyword::Claim => Part::Claim,
        Keyword::Project => Part::Project,
        Keyword::Technique => Part::Technique,
        _ => return None,
    };
    step(snapshot, part, id, base, report)
}

/// The part of that sort which starts, or has its cursor, at a place.
pub fn argument_again(snapshot: &Snapshot, part: Part, id: FileId, offset: TextSize) -> Option<Step> {
    if part == Part::File {
        return of_file(snapshot, id);
    }
    let (base, declaration) = snapshot.file(id)?.declarations_at(offset).pop()?;
    if matches!(part, Part::Evidence | Part::Metric) {
        let at = offset.checked_sub(base)?;
        let field = declaration.fields.iter().find(|field| field.range.contains_inclusive(at))?;
        return of_field(id, &declaration, base, field).filter(|step| step.part == part);
    }
    step(snapshot, part, id, base, None)
}

/// What holds a part up: the claims of a project, the projects of a file, and behind a claim its evidence, its metrics
/// and its techniques.
pub fn holds_up(snapshot: &Snapshot, step: &Step, today: Date, report: Option<&Report>) -> Vec<Step> {
    let Some(file) = snapshot.file(step.file) else { return Vec::new() };
    match step.part {
        Part::File => {
            let projects =
                file.tree().declarations().iter().filter(|child| child.declaration.keyword == Keyword::Project);
            projects.filter_map(|child| self::step(snapshot, Part::Project, step.file, child.offset, None)).collect()
        }
        Part::Project => {
            let Some((base, project)) = declared_at(file, step) else { return Vec::new() };
            let claims = project.children.iter().filter(|child| child.declaration.keyword == Keyword::Claim);
            claims
                .filter_map(|child| self::step(snapshot, Part::Claim, step.file, base + child.offset, report))
                .collect()
        }
        Part::Claim => {
            let Some((base, claim)) = declared_at(file, step) else { return Vec::new() };
            let mut found: Vec<Step> = claim
                .fields
                .iter()
                .filter_map(|field| Some((field, of_field(step.file, &claim, base, field)?)))
                .map(|(field, step)| dated(field, step, today))
                .collect();
            let scope = snapshot.scope(step.file);
            for (name, _) in claim.field_names("using") {
                let entry = scope.as_ref().and_then(|scope| scope.get(Keyword::Technique, name));
                found.extend(
                    entry.and_then(|entry| self::step(snapshot, Part::Technique, entry.file, entry.base, None)),
                );
            }
            found
        }
        Part::Technique | Part::Evidence | Part::Metric => Vec::new(),
    }
}

/// What rests on a part: claims on a technique and on evidence that several cite, the claim on its metric, the project on
/// its claims, and the files that use the file of a project.
pub fn rests_on(snapshot: &Snapshot, step: &Step) -> Vec<Step> {
    let claims_with = |wanted: &Thing| {
        let files = snapshot.files().map(|file| file.id());
        let uses = files.flat_map(|file| {
            let uses = mentions_of(snapshot, file, wanted).into_iter().filter(|mention| !mention.declares);
            uses.filter_map(move |mention| claim_around(snapshot, file, &mention))
        });
        let mut claims: Vec<Step> = uses.collect();
        claims.dedup();
        claims
    };
    let Some(file) = snapshot.file(step.file) else { return Vec::new() };
    match step.part {
        Part::Technique => match declared_at(file, step) {
            Some((base, _)) => claims_with(&Thing::Declaration(Keyword::Technique, step.file, base)),
            None => Vec::new(),
        },
        Part::Evidence => match address(file, step) {
            Some(address) => claims_with(&address),
            None => step_of_claim(snapshot, file, step).into_iter().collect(),
        },
        Part::Metric => step_of_claim(snapshot, file, step).into_iter().collect(),
        Part::Claim => {
            let path = file.declarations_at(step.selection.start());
            let project = path.iter().find(|(_, declaration)| declaration.keyword == Keyword::Project);
            project
                .and_then(|(base, _)| self::step(snapshot, Part::Project, step.file, *base, None))
                .into_iter()
                .collect()
        }
        Part::Project | Part::File => {
            let uses = |id: &FileId| snapshot.imports(*id).iter().any(|import| import.target == Ok(step.file));
            let using = snapshot.files().map(|file| file.id()).filter(uses);
            using.filter_map(|id| of_file(snapshot, id)).collect()
        }
    }
}

fn declared_at(file: &SourceFile, step: &Step) -> Option<(TextSize, Arc<Declaration>)> {
    file.declarations_at(step.selection.start()).into_iter().find(|(base, _)| *base == step.range.start())
}

/// The address that a piece of evidence gives.
fn address(file: &SourceFile, step: &Step) -> Option<Thing> {
    let (base, declaration) = file.declarations_at(step.selection.start()).pop()?;
    let field = declaration.fields.iter().find(|field| field.range + base == step.range)?;
    field.values.iter().find_map(Value::as_url).map(|url| Thing::Url(url.into()))
}

fn claim_around(snapshot: &Snapshot, id: FileId, mention: &Mention) -> Option<Step> {
    let (base, declaration) = snapshot.file(id)?.declarations_at(mention.range.start()).pop()?;
    if declaration.keyword == Keyword::Claim { step(snapshot, Part::Claim, id, base, None) } else { None }
}

fn step_of_claim(snapshot: &Snapshot, file: &SourceFile, of: &Step) -> Option<Step> {
    let (base, _) = file.declarations_at(of.selection.start()).pop()?;
    step(snapshot, Part::Claim, of.file, base, None)
}

/// The step of the declaration that starts at a place.
fn step(snapshot: &Snapshot, part: Part, id: FileId, base: TextSize, report: Option<&Report>) -> Option<Step> {
    let file = snapshot.file(id)?;
    let path = file.declarations_at(base);
    let (_, declaration) = path.into_iter().find(|(start, _)| *start == base)?;
    let entry = Entry { file: id, base, declaration };
    let declaration = &entry.declaration;
    let judged = report.and_then(|report| report.claim_at(base));
    let detail = match part {
        Part::Claim => {
            let mut parts: Vec<String> = cells_of(declaration, judged).into_iter().map(|(cell, _)| cell).collect();
            parts.extend(judged.and_then(|claim| claim.verdict).map(|verdict| verdict.to_string()));
            parts.join(" · ")
        }
        Part::Technique => {
            let serves: Vec<String> = declaration.field_names("serves").map(|(name, _)| name.to_string()).collect();
            let family = declaration.field_text("family").map(str::to_owned);
            let serves =
                Some(serves).filter(|serves| !serves.is_empty()).map(|serves| format!("serves {}", listed(&serves)));
            family.into_iter().chain(serves).collect::<Vec<_>>().join(" · ")
        }
        _ => declaration.title_text().unwrap_or("").to_owned(),
    };
    let name = declaration.name.as_ref().map_or(declaration.keyword.as_str(), |name| name.text.as_str());
    Some(Step { part, file: id, range: entry.range(), selection: entry.selection(), name: name.to_owned(), detail })
}

/// Evidence or a metric of a claim.
fn of_field(id: FileId, claim: &Declaration, base: TextSize, field: &Field) -> Option<Step> {
    if claim.keyword != Keyword::Claim {
        return None;
    }
    let first = field.values.first()?;
    let (part, name, detail) = match field.name.text.as_str() {
        "evidence" => {
            let url = field.values.iter().find_map(Value::as_url);
            (Part::Evidence, url.or(first.as_text())?.to_owned(), first.as_name().map(|kind| kind.to_string())?)
        }
        "metric" => match &first.kind {
            ValueKind::Comparison(comparison) => {
                let quantity = comparison.quantity.as_ref().map(|quantity| {
                    let unit = quantity.unit.as_ref().map_or("", |unit| unit.text.as_str());
                    format!("{} {} {unit}", comparison.operator.as_str(), quantity.number).trim_end().to_owned()
                });
                (Part::Metric, comparison.metric.as_ref()?.text.to_string(), quantity.unwrap_or_default())
            }
            _ => return None,
        },
        _ => return None,
    };
    Some(Step { part, file: id, range: field.range + base, selection: first.range + base, name, detail })
}

/// Evidence with its age.
fn dated(field: &Field, mut step: Step, today: Date) -> Step {
    if step.part == Part::Evidence {
        if let Some(date) = field.values.iter().find_map(Value::as_date) {
            step.detail += &format!(" · {date}, {}", age(date, today));
        }
    }
    step
}

fn of_file(snapshot: &Snapshot, id: FileId) -> Option<Step> {
    let file = snapshot.file(id)?;
    let name = match file.key().path().and_then(|path| path.file_name()) {
        Some(name) => name.to_string_lossy().into_owned(),
        None => file.key().to_string(),
    };
    let projects = file.tree().declarations().iter().filter(|child| child.declaration.keyword == Keyword::Project);
    let projects: Vec<String> =
        projects.filter_map(|child| child.declaration.name.as_ref()).map(|name| name.text.to_string()).collect();
    let start = TextRange::empty(0.into());
    Some(Step {
        part: Part::File,
        file: id,
        range: file.text().range(),
        selection: start,
        name,
        detail: listed(&projects),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};
    use crate::rules::check;
    use crate::rules::fixture::settings;

    const HOUSE: &str = "technique ours \"Ours\" { family protecting-data\n serves privacy, verifiability\n}";
    const SPEC: &str = "\
use \"house.synergy\"
project demo \"Demo\" {
  claim kept: privacy + decentralization {
    says     \"No record leaves its hospital.\"
    using    ours, nobody
    evidence paper \"https://a.example\" 2016-02 \"note\"
    metric   loss < 2 %
  }
  claim other: privacy + security { evidence blog https://a.example
  }
}";

    fn shown(steps: &[Step]) -> Vec<String> {
        steps.iter().map(|step| format!("{} {} | {}", step.part.as_str(), step.name, step.detail)).collect()
    }

    /// What is at the words `at`, what holds that up, and what rests on it.
    #[track_caller]
    fn check_argument(at: &str, expected: &str, up: &[&str], on: &[&str]) {
        let spec = SPEC.replacen(at, &format!("$0{at}"), 1);
        let files = [
            ("spec", &*spec),
            ("house", HOUSE),
            ("portfolio", "use \"spec.synergy\"\nproject fund \"Fund\" { claim all { using ours } }"),
        ];
        let Marked { snapshot, id, offset, .. } = marked(&files);
        let report = check(&snapshot, id, &settings());
        let today = Date { year: 2026, month: Some(11), day: Some(24) };
        let step = argument_at(&snapshot, id, offset, report.as_ref()).expect("there is something");
        assert_eq!(shown(std::slice::from_ref(&step)), [expected]);
        let again = argument_again(&snapshot, step.part, step.file, step.selection.start());
        assert_eq!(again.as_ref().map(|again| (again.range, again.part)), Some((step.range, step.part)));
        assert_eq!(shown(&holds_up(&snapshot, &step, today, report.as_ref())), up);
        assert_eq!(shown(&rests_on(&snapshot, &step)), on);
    }

    #[test]
    fn evidence_metrics_and_techniques_hold_a_claim_up_and_its_project_rests_on_it() {
        check_argument(
            "kept",
            "claim kept | privacy + decentralization · works",
            &[
                "evidence https://a.example | paper · 2016-02, 10 years old",
                "metric loss | < 2 %",
                "technique ours | protecting-data · serves privacy and verifiability",
            ],
            &["project demo | Demo"],
        );
    }

    #[test]
    fn on_a_project_rest_the_files_that_use_its_file() {
        check_argument(
            "demo \"",
            "project demo | Demo",
            &["claim kept | privacy + decentralization · works", "claim other | privacy + security · speculative"],
            &["file portfolio.synergy | fund"],
        );
    }

    #[test]
    fn on_evidence_rest_all_claims_that_cite_it_and_on_a_metric_its_claim() {
        let both = ["claim kept | privacy + decentralization", "claim other | privacy + security"];
        check_argument("paper", "evidence https://a.example | paper", &[], &both);
        check_argument("loss", "metric loss | < 2 %", &[], &both[..1]);
    }

    #[test]
    fn on_a_technique_rest_the_claims_that_use_it() {
        check_argument(
            "ours",
            "technique ours | protecting-data · serves privacy and verifiability",
            &[],
            &["claim kept | privacy + decentralization"],
        );
    }

    #[test]
    fn what_is_no_part_of_an_argument_is_none() {
        let Marked { snapshot, id, offset, .. } = marked(&[("spec", "cha$0in c \"C\" { }")]);
        assert_eq!(argument_at(&snapshot, id, offset, None), None);
    }
}
