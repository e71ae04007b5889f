//! What a report says beyond the map: of each claim what stands behind it and why it is judged as it is, of each project
//! what it is paid with, of each file what was found in it. Plain data; see [`super::report`] for what is made of it.

use super::claims::shown;
use super::map::HeatMap;
use crate::model::{Cell, Entry, FileKey, Rating, Scope, Snapshot, schema};
use crate::rules::provenance::{chosen_levels, hex, matrix_digest, sha256};
use crate::rules::verdict::Support;
use crate::rules::{JudgedClaim, Level, Report, Settings};
use crate::syntax::{Child, Declaration, Field, Keyword, Value, ValueKind};
use crate::text::{Encoding, TextRange, TextSize};
use std::collections::BTreeMap;
use std::path::Path;

/// Characters of a text that are shown. What a spec says at greater length can be read there.
const MOST: usize = 1_200;

/// A file and what came of it.
#[derive(Clone, Debug)]
pub struct SpecFacts {
    /// What it is called.
    pub name: String,
    /// Its claims in the matrix.
    pub map: HeatMap,
    /// Of each project of the map.
    pub projects: Vec<ProjectFacts>,
    /// Of each claim of the map.
    pub claims: Vec<ClaimFacts>,
    /// What was found, in the order of the text.
    pub findings: Vec<Finding>,
    /// The file and those that it uses, each with the digest of its text.
    pub texts: Vec<(String, String)>,
    /// The matrices that judge its projects, each with its digest.
    pub matrices: Vec<(String, String)>,
    /// Rules that have another level than their own, with that.
    pub levels: Vec<(&'static str, &'static str)>,
}

/// A project.
#[derive(Clone, Debug, Default)]
pub struct ProjectFacts {
    /// What it is.
    pub about: Option<String>,
    /// Its own site.
    pub site: Option<String>,
    /// How far it is, the chains it runs on, the stages it covers: a word and what the spec says.
    pub facts: Vec<(&'static str, String)>,
    /// The matrix that judges it.
    pub matrix: String,
    /// The techniques that its claims use, by name.
    pub techniques: Vec<Technique>,
}

/// A technique that claims use, and what it is paid with.
#[derive(Clone, Debug)]
pub struct Technique {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it helps.
    pub serves: Vec<String>,
    /// What it is paid with.
    pub costs: Vec<String>,
    /// How much.
    pub overhead: String,
    /// The claims that use it, as places in the map, each with whether it gives a metric.
    pub used_by: Vec<(usize, bool)>,
    /// Where what is known of it comes from.
    pub sources: Vec<Source>,
}

/// Where something comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is called.
    pub title: String,
    /// Its address. It need not be one that a browser should follow.
    pub url: Option<String>,
}

/// A claim.
#[derive(Clone, Debug, Default)]
pub struct ClaimFacts {
    /// The line that it begins on, from 1.
    pub line: u32,
    /// All that it says.
    pub says: String,
    /// What the verdict rests on.
    pub grounds: Vec<String>,
    /// What is known of its cells.
    pub cells: Vec<CellFacts>,
    /// The techniques that it names, by name and title.
    pub using: Vec<(String, String)>,
    /// What stands behind it.
    pub evidence: Vec<Evidence>,
    /// Its numbers.
    pub metrics: Vec<String>,
    /// What it admits: the rule, and the rest.
    pub caveats: Vec<(String, String)>,
}

/// A cell of a claim.
#[derive(Clone, Debug)]
pub struct CellFacts {
    /// The cell.
    pub cell: Cell,
    /// The cell in one sentence, as its matrix has it.
    pub sentence: String,
    /// The matrix.
    pub matrix: String,
    /// Where that comes from.
    pub sources: Vec<Source>,
}

/// What stands behind a claim.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Its kind.
    pub kind: String,
    /// Whether others can check evidence of that kind.
    pub solid: bool,
    /// Its address.
    pub url: Option<String>,
    /// Its date and what it is said to show.
    pub note: String,
}

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static str,
    /// The page of the rule.
    pub page: String,
    /// How much it matters.
    pub level: Level,
    /// Where: the line, from 1.
    pub line: u32,
    /// What is wrong, why, and the way out.
    pub message: String,
    /// The project that it is in, as a place in the map.
    pub project: Option<usize>,
}

impl SpecFacts {
    /// All that a report says of a file. `name` is what a path is called: no report says where on a disk a file is.
    pub fn of(
        snapshot: &Snapshot,
        report: &Report,
        settings: &Settings,
        name: &dyn Fn(&Path) -> String,
    ) -> Option<SpecFacts> {
        let file = snapshot.file(report.file)?;
        let scope = snapshot.scope(report.file)?;
        let called = |key: &FileKey| key.path().map_or_else(|| key.to_string(), name);
        let own = called(file.key());
        let map = HeatMap::of(snapshot, &[(own.clone(), report)]);
        let line = |offset: TextSize| file.text().position(offset, Encoding::Utf8).line + 1;
        let mut facts = SpecFacts {
            name: own,
            projects: Vec::new(),
            claims: Vec::new(),
            findings: Vec::new(),
            texts: Vec::new(),
            matrices: Vec::new(),
            levels: chosen_levels(settings).into_iter().map(|(rule, level)| (rule.name, level)).collect(),
            map,
        };
        let mut starts = Vec::new();
        projects(file.tree().declarations(), TextSize::new(0), &mut |declaration, range| {
            starts.push(range);
            let matrix = snapshot.judging_matrix(&scope, Some(declaration));
            let digest = (matrix.name.to_string(), hex(matrix_digest(snapshot, &matrix)));
            if !facts.matrices.contains(&digest) {
                facts.matrices.push(digest);
            }
            facts.projects.push(project(declaration, &matrix.name));
        });
        facts.projects.resize_with(facts.map.projects.len(), ProjectFacts::default);
        for index in 0..facts.map.claims.len() {
            let claim = &facts.map.claims[index];
            let start = claim.range.start();
            let Some((base, declaration)) = file.declarations_at(claim.selection.start()).pop() else {
                facts.claims.push(ClaimFacts::default());
                continue;
            };
            let judged = report.claim_at(start);
            let source = |field: &Field| file.text().slice(field.range + base).to_string();
            if let Some(project) = claim.project.and_then(|at| facts.projects.get_mut(at)) {
                pay(project, &scope, &declaration, index);
            }
            facts.claims.push(self::claim(&scope, snapshot, &declaration, judged, line(start), &source));
        }
        for project in &mut facts.projects {
            project.techniques.sort_by(|a, b| a.name.cmp(&b.name));
        }
        facts.findings = report
            .diagnostics
            .iter()
            .map(|found| Finding {
                rule: found.rule.name,
                page: found.rule.url(),
                level: found.level,
                line: line(found.range.start()),
                message: shown(&found.message, MOST),
                project: starts.iter().rposition(|range| range.contains_range(found.range)),
            })
            .collect();
        facts.texts = snapshot
            .files()
            .filter(|each| !each.id().is_library())
            .map(|each| (called(each.key()), hex(sha256(each.text().to_string().as_bytes()))))
            .collect();
        facts.texts.sort();
        Some(facts)
    }

    /// The claims of a project, or those that are in none, as places in the map.
    pub fn claims_of(&self, project: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        self.map.claims.iter().enumerate().filter(move |(_, claim)| claim.project == project).map(|(index, _)| index)
    }
}

/// All projects, in the order in which the map has them.
fn projects(children: &[Child], base: TextSize, each: &mut dyn FnMut(&Declaration, TextRange)) {
    for child in children {
        let base = base + child.offset;
        if child.declaration.keyword == Keyword::Project {
            each(&child.declaration, TextRange::at(base, child.declaration.len));
        }
        projects(&child.declaration.children, base, each);
    }
}

fn project(declaration: &Declaration, matrix: &str) -> ProjectFacts {
    let facts = [("Status", "status"), ("Runs on", "runs-on"), ("Covers", "covers")];
    let facts = facts.into_iter().filter_map(|(word, field)| {
        let values: Vec<String> =
            declaration.fields_named(field).flat_map(|field| &field.values).filter_map(plain).collect();
        // The status and its date are no list.
        let joined = values.join(if field == "status" { ", " } else { " · " });
        (!joined.is_empty()).then(|| (word, shown(&joined, MOST)))
    });
    ProjectFacts {
        about: declaration.field_text("about").map(|text| shown(text, MOST)),
        site: declaration.field_text("site").map(|text| shown(text, MOST)),
        facts: facts.collect(),
        matrix: matrix.to_owned(),
        techniques: Vec::new(),
    }
}

/// A value in words.
fn plain(value: &Value) -> Option<String> {
    match &value.kind {
        ValueKind::Date(date) => Some(date.to_string()),
        _ => value.as_text().map(str::to_owned),
    }
}

/// Adds what a claim uses to what its project pays with.
fn pay(project: &mut ProjectFacts, scope: &Scope, claim: &Declaration, index: usize) {
    let measured = claim.field("metric").is_some();
    for (name, _) in claim.field_names("using") {
        if let Some(known) = project.techniques.iter_mut().find(|technique| technique.name == *name) {
            if !known.used_by.iter().any(|(user, _)| *user == index) {
                known.used_by.push((index, measured));
            }
            continue;
        }
        let Some(entry) = scope.get(Keyword::Technique, name) else { continue };
        let declared = &entry.declaration;
        let names = |field: &str| declared.field_names(field).map(|(name, _)| name.to_string()).collect();
        project.techniques.push(Technique {
            name: name.to_string(),
            title: shown(declared.title_text().unwrap_or(name), MOST),
            serves: names("serves"),
            costs: names("costs"),
            overhead: shown(declared.field_text("overhead").unwrap_or("unclear"), MOST),
            used_by: vec![(index, measured)],
            sources: sources(scope, declared),
        });
    }
}

fn claim(
    scope: &Scope,
    snapshot: &Snapshot,
    declaration: &Declaration,
    judged: Option<&JudgedClaim>,
    line: u32,
    source: &dyn Fn(&Field) -> String,
) -> ClaimFacts {
    let says: Vec<&str> =
        declaration.fields_named("says").flat_map(|field| &field.values).filter_map(Value::as_text).collect();
    let using = declaration.field_names("using").map(|(name, _)| {
        let title =
            scope.get(Keyword::Technique, name).and_then(|entry| entry.declaration.title_text().map(str::to_owned));
        (name.to_string(), shown(&title.unwrap_or_else(|| name.to_string()), MOST))
    });
    let metrics = declaration.fields_named("metric").map(|field| {
        let text = source(field);
        shown(text.strip_prefix("metric").unwrap_or(&text), MOST)
    });
    let caveats = declaration.fields_named("caveat").map(|field| {
        let rule = field.values.first().and_then(Value::as_text).unwrap_or("");
        let rest: Vec<String> = field
            .values
            .iter()
            .skip(1)
            .filter_map(|value| match &value.kind {
                ValueKind::Deadline(deadline) => deadline.date.map(|date| format!("(until {date})")),
                _ => plain(value),
            })
            .collect();
        (shown(rule, MOST), shown(&rest.join(" "), MOST))
    });
    let cells = judged.map_or(&[][..], |judged| &judged.cells);
    ClaimFacts {
        line,
        says: shown(&says.join(" "), MOST),
        grounds: judged.map_or_else(Vec::new, grounds),
        cells: cells
            .iter()
            .filter_map(|placed| placed.rating.as_ref().map(|rating| cell(snapshot, placed.cell, rating)))
            .collect(),
        using: using.collect(),
        evidence: declaration.fields_named("evidence").map(evidence).collect(),
        metrics: metrics.collect(),
        caveats: caveats.collect(),
    }
}

fn evidence(field: &Field) -> Evidence {
    let mut evidence = Evidence { kind: String::new(), solid: false, url: None, note: String::new() };
    let mut note = Vec::new();
    for (index, value) in field.values.iter().enumerate() {
        match (index, value.as_url(), value.as_text()) {
            (0, None, Some(kind)) => evidence.kind = shown(kind, MOST),
            (_, Some(url), _) if evidence.url.is_none() => evidence.url = Some(url.to_owned()),
            // What is meant for an address and is none that a browser should follow is shown as what it is.
            _ => note.extend(plain(value)),
        }
    }
    evidence.solid = evidence.url.is_some() && schema::SOLID_EVIDENCE.contains(&evidence.kind.as_str());
    evidence.note = shown(&note.join(" · "), MOST);
    evidence
}

fn cell(snapshot: &Snapshot, cell: Cell, rating: &Rating) -> CellFacts {
    let Entry { file, declaration, .. } = &rating.entry;
    let scope = snapshot.scope(*file).unwrap_or_else(Scope::library);
    CellFacts {
        cell,
        sentence: shown(declaration.field_text("verdict").unwrap_or(""), MOST),
        matrix: rating.matrix.to_string(),
        sources: sources(&scope, declaration),
    }
}

/// The sources of a declaration, each once: of itself, and of its figures and examples.
fn sources(scope: &Scope, declaration: &Declaration) -> Vec<Source> {
    let mut found: BTreeMap<String, Source> = BTreeMap::new();
    let own = declaration.fields_named("source").flat_map(|field| &field.values);
    let of_figures = declaration.fields_named("figure").flat_map(|field| field.values.iter().skip(1));
    for value in own.chain(of_figures) {
        if let Some(url) = value.as_url() {
            found.entry(url.to_owned()).or_insert(Source { title: shown(url, MOST), url: Some(url.to_owned()) });
        } else if let Some(name) = value.as_name() {
            let entry = scope.get(Keyword::Reference, name);
            let title = entry.and_then(|entry| entry.declaration.title_text()).unwrap_or(name);
            let url = entry.and_then(|entry| entry.declaration.field_text("url")).map(str::to_owned);
            found.entry(name.to_string()).or_insert(Source { title: shown(title, MOST), url });
        }
    }
    found.into_values().collect()
}

/// What a verdict rests on, in the order in which it is looked at.
fn grounds(judged: &JudgedClaim) -> Vec<String> {
    let Some(grounds) = &judged.grounds else { return Vec::new() };
    let hype: Vec<String> = judged.hype.iter().map(|hype| format!("“{}”", hype.words)).collect();
    let or = |yes: bool, this: &str, that: &str| if yes { this.to_owned() } else { that.to_owned() };
    vec![
        format!("Its weakest cell weighs {}.", grounds.strength),
        match grounds.support {
            Support::Nothing => "There is no evidence with an address.".to_owned(),
            Support::Soft => "Its evidence is somebody's word.".to_owned(),
            Support::Solid => "It has evidence that can be checked.".to_owned(),
        },
        or(grounds.measured, "It gives a metric.", "It gives no metric."),
        or(
            grounds.mitigated,
            "It names a technique that its cell asks for.",
            "It names no technique that its cell asks for.",
        ),
        match (grounds.hype, hype.is_empty()) {
            (false, _) => "It is worded plainly.".to_owned(),
            (true, true) => "It leaves something unsaid.".to_owned(),
            (true, false) => shown(&format!("It is worded as hype: {}.", hype.join(", ")), MOST),
        },
        or(
            grounds.contradicted,
            "Its numbers or techniques contradict known limits or each other.",
            "Nothing known contradicts it.",
        ),
    ]
}
