//! What is compared of a claim: how it is judged, what it says, and what stands behind it.

use super::super::Report;
use super::super::claim::{JudgedClaim, Readers};
use super::super::evidence::evidence;
use super::super::numbers::metrics;
use super::super::verdict::Verdict;
use crate::model::{Cell, Measure, Property, Snapshot, Strength};
use crate::syntax::{Date, Declaration, Keyword, Operator, Value, ValueKind};
use crate::text::{Encoding, TextSize};
use smol_str::SmolStr;
use std::sync::Arc;

/// A claim as it is compared. It holds on to no file, so that the claims of many can be kept.
#[derive(Clone, Debug)]
pub struct ClaimFacts {
    /// The path of its file, as it is shown; on both sides the same, but where two files are compared.
    pub path: String,
    /// The line on which it is named, from 1.
    pub line: u32,
    /// Where it starts in its file.
    pub offset: TextSize,
    /// The name of its project.
    pub project: Option<SmolStr>,
    /// Its name.
    pub name: Option<SmolStr>,
    /// What it says, one text after the other.
    pub says: String,
    /// The cells it is placed in, and how they are rated.
    pub cells: Vec<(Cell, Option<Strength>)>,
    /// What is made of it.
    pub verdict: Option<Verdict>,
    /// The properties that its words speak of.
    pub properties: Vec<Property>,
    /// The words that make it hype.
    pub hype: Vec<SmolStr>,
    /// Its evidence, as far as it has an address.
    pub evidence: Vec<EvidenceFacts>,
    /// Its metrics, as far as they have a figure.
    pub metrics: Vec<MetricFacts>,
    /// The techniques it uses.
    pub techniques: Vec<SmolStr>,
    /// What it accepts in the open.
    pub caveats: Vec<CaveatFacts>,
}

/// Evidence of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceFacts {
    /// Its kind.
    pub kind: SmolStr,
    /// Whether others can check it.
    pub solid: bool,
    /// Its address.
    pub url: String,
}

/// A metric of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricFacts {
    /// Its name.
    pub name: SmolStr,
    /// How it compares.
    pub operator: Operator,
    /// With how much; nothing where its unit cannot be read.
    pub measure: Option<Measure>,
    /// By when.
    pub by: Option<Date>,
    /// What it is measured of.
    pub note: Option<String>,
    /// As it is written.
    pub shown: String,
}

/// A caveat of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaveatFacts {
    /// The rule that it silences.
    pub rule: SmolStr,
    /// Why.
    pub reason: String,
    /// Until when.
    pub until: Option<Date>,
}

impl ClaimFacts {
    /// `project.claim`, or what of it there is.
    pub fn title(&self) -> String {
        match (&self.project, &self.name) {
            (Some(project), Some(name)) => format!("{project}.{name}"),
            (None, Some(name)) => name.to_string(),
            (Some(project), None) => format!("{project}: a claim without a name"),
            (None, None) => "a claim without a name".to_owned(),
        }
    }

    /// The cells, as in `privacy + decentralization`, with a comma between them.
    pub fn cells_shown(&self) -> String {
        match &self.cells[..] {
            [] => "no cell".to_owned(),
            cells => cells.iter().map(|(cell, _)| cell.to_string()).collect::<Vec<_>>().join(", "),
        }
    }
}

/// The claims of a file that was judged, in the order of the text. `path` is what the file is called.
pub fn facts(snapshot: &Snapshot, report: &Report, path: &str) -> Vec<ClaimFacts> {
    let (Some(file), Some(scope)) = (snapshot.file(report.file), snapshot.scope(report.file)) else {
        return Vec::new();
    };
    let readers = Readers::of(&scope);
    let of = |claim: &Arc<JudgedClaim>| {
        let around = file.declarations_at(claim.range.start());
        let (_, declared) = around
            .iter()
            .rfind(|(base, declaration)| declaration.keyword == Keyword::Claim && *base == claim.range.start())?;
        let line = file.text().position(claim.selection.start(), Encoding::Utf32).line + 1;
        Some(of_claim(claim, declared, &readers, path, line))
    };
    report.claims.iter().filter_map(of).collect()
}

/// What a claim says, one text after the other, however it is broken into lines.
pub(super) fn said(declared: &Declaration) -> String {
    let says = declared.fields_named("says").flat_map(|field| &field.values).filter_map(Value::as_text);
    says.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn of_claim(claim: &JudgedClaim, declared: &Declaration, readers: &Readers, path: &str, line: u32) -> ClaimFacts {
    let mut properties = Vec::new();
    for said in readers.names.said(declared) {
        // What only hype speaks of is no promise that could be weakened.
        let sober = claim.hype.iter().fold(said.for_cells.to_string(), |text, hype| text.replace(&*hype.words, " "));
        let read = readers.vocabulary().read(&sober);
        let asserted = read.ai.into_iter().map(Property::Ai).chain(read.chain.into_iter().map(Property::Chain));
        for property in asserted {
            if !properties.contains(&property) {
                properties.push(property);
            }
        }
    }
    let evidence = evidence(declared).filter_map(|evidence| {
        let solid = evidence.is_solid();
        let (url, _) = evidence.url?;
        Some(EvidenceFacts { kind: evidence.kind.0.clone(), solid, url: url.to_owned() })
    });
    let metrics = metrics(declared, "metric").map(|metric| MetricFacts {
        name: metric.name.into(),
        operator: metric.comparison.operator,
        measure: metric.measure(),
        by: metric.by,
        note: metric.note.map(str::to_owned),
        shown: match metric.by {
            Some(by) => format!("{metric} by {by}"),
            None => metric.to_string(),
        },
    });
    let mut techniques: Vec<SmolStr> = Vec::new();
    for (name, _) in declared.field_names("using") {
        if !techniques.contains(name) {
            techniques.push(name.clone());
        }
    }
    ClaimFacts {
        path: path.to_owned(),
        line,
        offset: claim.range.start(),
        project: claim.project.clone(),
        name: claim.name.clone(),
        says: said(declared),
        cells: claim.cells.iter().map(|cell| (cell.cell, cell.rating.as_ref().map(|it| it.strength))).collect(),
        verdict: claim.verdict,
        properties,
        hype: claim.hype.iter().map(|found| found.words.clone()).collect(),
        evidence: evidence.collect(),
        metrics: metrics.collect(),
        techniques,
        caveats: caveats(declared),
    }
}

fn caveats(declared: &Declaration) -> Vec<CaveatFacts> {
    let of = |values: &[Value]| {
        let (rule, further) = values.split_first()?;
        let text = further.iter().find_map(|value| match &value.kind {
            ValueKind::String(prose) => Some(prose.text.split_whitespace().collect::<Vec<_>>().join(" ")),
            _ => None,
        });
        let until = further.iter().find_map(|value| match &value.kind {
            ValueKind::Deadline(deadline) => deadline.date,
            _ => None,
        });
        Some(CaveatFacts { rule: rule.as_name()?.clone(), reason: text.unwrap_or_default(), until })
    };
    declared.fields_named("caveat").filter_map(|field| of(&field.values)).collect()
}
