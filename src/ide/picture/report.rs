//! A report: one page in HTML that holds all that is known of specs, to be read, printed, kept and handed on.
//!
//! It needs nothing but itself: no script, no other file, no address. The policy in its head lets a browser load nothing
//! and run nothing. All texts of specs go through `maud`; an address becomes a link only if it is one of the web.

mod board;
mod section;

use super::facts::{Finding, Source, SpecFacts};
use super::glyphs;
use super::grid;
use super::map::HeatMap;
use super::{Use, tables};
use crate::rules::Verdict;
use crate::rules::provenance::{hex, rules_digest};
use crate::syntax::{Date, is_url};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::sync::LazyLock;

/// The style sheet of a report, as it stands in it.
pub static STYLE: LazyLock<String> =
    LazyLock::new(|| include_str!("report/report.css").replace("/*dark drawings*/", glyphs::DARK));

/// Projects that each get pictures of their own. A page with thousands of pictures would be slow to open; of more
/// projects there is one picture of all.
const MOST_PICTURES: usize = 100;

const VERDICTS: [Option<Verdict>; 4] =
    [Some(Verdict::Works), Some(Verdict::Promising), Some(Verdict::Speculative), None];

/// What a report says of itself.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The command that makes it again.
    pub command: &'a str,
    /// The day as of which was judged.
    pub today: Date,
    /// What a browser may load and run: a content security policy.
    pub policy: &'a str,
    /// Whether the projects stand in a table before all else.
    pub board: bool,
    /// What could not be read, a line each.
    pub unread: &'a [String],
}

/// A part of the page: a project, or the claims of a file that are in none.
struct Section<'a> {
    spec: &'a SpecFacts,
    project: Option<usize>,
    /// Where it is on the page.
    anchor: String,
    /// Its claims, which say where on the page they are.
    map: HeatMap,
    /// The same claims as places in the map of the file.
    claims: Vec<usize>,
    findings: Vec<&'a Finding>,
}

impl Section<'_> {
    fn title(&self) -> &str {
        self.map.projects.first().map_or("Claims outside of a project", |project| project.title.as_str())
    }

    fn count(&self, verdict: Verdict) -> usize {
        self.map.count(Some(verdict))
    }
}

/// The report of these files.
pub fn report(specs: &[SpecFacts], frame: &Frame<'_>) -> String {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for spec in specs {
        for project in (0..spec.map.projects.len()).map(Some).chain([None]) {
            let claims: Vec<usize> = spec.claims_of(project).collect();
            if project.is_none() && claims.is_empty() {
                continue;
            }
            sections.push(Section {
                spec,
                project,
                anchor: String::new(),
                map: spec.map.part(project),
                claims,
                findings: spec.findings.iter().filter(|found| project.is_some() && found.project == project).collect(),
            });
        }
    }
    if frame.board {
        board::sort(&mut sections);
    }
    for (number, section) in sections.iter_mut().enumerate() {
        section.anchor = format!("p{}", number + 1);
        for (index, claim) in section.map.claims.iter_mut().enumerate() {
            claim.anchor = Some(format!("{}-c{}", section.anchor, index + 1));
        }
    }
    page(specs, &sections, frame).into_string()
}

fn page(specs: &[SpecFacts], sections: &[Section<'_>], frame: &Frame<'_>) -> Markup {
    let title = match sections {
        [only] => only.title().to_owned(),
        several => format!("{} projects", several.iter().filter(|section| section.project.is_some()).count()),
    };
    let claims: usize = sections.iter().map(|section| section.map.claims.len()).sum();
    let pictures = sections.len() <= MOST_PICTURES;
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(frame.policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "hypecheck " (env!("CARGO_PKG_VERSION")) };
                title { (title) " · Synergy report" }
                style { (PreEscaped(STYLE.as_str())) }
            }
            body {
                svg .patterns width="0" height="0" aria-hidden="true" focusable="false" { (grid::patterns()) }
                header .top {
                    p .kicker { "Synergy report" }
                    h1 { (title) }
                    (counts(|verdict| sections.iter().map(|section| section.map.count(verdict)).sum()))
                    p .quiet { (claims) @if claims == 1 { " claim" } @else { " claims" } ", judged by hypecheck " (env!("CARGO_PKG_VERSION")) " as of " (frame.today) ". A verdict says what a spec shows, and not whether a project is good; no source was opened." }
                }
                main {
                    @if !frame.unread.is_empty() {
                        section .unread aria-label="Not read" {
                            h2 { "Not read" }
                            ul { @for problem in frame.unread { li { (problem) } } }
                        }
                    }
                    @if sections.is_empty() { p .empty { "No claim is made in what was read." } }
                    @if frame.board { (board::draw(sections, &whole(specs, sections))) }
                    @for section in sections { (section::draw(section, pictures, sections.len() > 1)) }
                    (elsewhere(specs))
                }
                footer { (provenance(specs, frame)) }
            }
        }
    }
}

/// All claims in one map, which lead to where more is said of them.
fn whole(specs: &[SpecFacts], sections: &[Section<'_>]) -> HeatMap {
    let mut map = HeatMap::together(specs.iter().map(|spec| (spec.name.clone(), spec.map.clone())))
        .unwrap_or_else(HeatMap::standard);
    map.claims = sections
        .iter()
        .flat_map(|section| section.map.claims.iter().cloned())
        .map(|mut claim| {
            // Only the picture is drawn of it, which does not ask whose a claim is.
            claim.project = None;
            claim
        })
        .collect();
    map
}

/// How many claims have which verdict.
fn counts(count: impl Fn(Option<Verdict>) -> usize) -> Markup {
    html! {
        ul .counts aria-label="Verdicts" {
            @for verdict in VERDICTS {
                @let of = count(verdict);
                @if of > 0 || verdict.is_some() {
                    li { (glyphs::inline_verdict(verdict, false)) strong { (of) } " " (glyphs::word(verdict)) }
                }
            }
        }
    }
}

/// An address as a link, if it is one that a browser may follow; in any case as what it is.
fn link(title: &str, url: Option<&str>) -> Markup {
    let title = super::claims::shown(title, 300);
    match url.filter(|url| is_url(url)) {
        Some(url) => html! { a href=(url) rel="noopener noreferrer nofollow" { (title) } },
        None => html! { (title) @if let Some(url) = url { " (" code { (super::claims::shown(url, 300)) } ")" } },
    }
}

fn sources(sources: &[Source]) -> Markup {
    html! {
        ul .sources { @for source in sources { li { (link(&source.title, source.url.as_deref())) } } }
    }
}

fn findings(found: &[&Finding], file: Option<&str>) -> Markup {
    html! {
        table .findings {
            caption .aside { "Findings" }
            thead { tr { th scope="col" { "Level" } th scope="col" { "Rule" } th scope="col" { "Line" } th scope="col" { "What was found" } } }
            tbody {
                @for finding in found {
                    tr {
                        td { span .level.(finding.level.as_str()) { (finding.level) } }
                        th scope="row" { a href=(finding.page) rel="noopener noreferrer" { (finding.rule) } }
                        td .number { @if let Some(file) = file { (file) ":" } (finding.line) }
                        td { (message(&finding.message)) }
                    }
                }
            }
        }
    }
}

/// A message, with what stands between backticks as code.
fn message(text: &str) -> Markup {
    let parts: Vec<&str> = text.split('`').collect();
    // A backtick without its partner is one.
    let pairs = if parts.len() % 2 == 1 { parts.len() } else { 0 };
    html! {
        @if pairs == 0 { (text) } @else {
            @for (index, part) in parts.into_iter().enumerate() { @if index % 2 == 1 { code { (part) } } @else { (part) } }
        }
    }
}

/// What was found outside of projects: in matrices, in what is declared beside them, in the text itself.
fn elsewhere(specs: &[SpecFacts]) -> Markup {
    html! {
        @for spec in specs {
            @let found: Vec<&Finding> = spec.findings.iter().filter(|found| found.project.is_none()).collect();
            @if !found.is_empty() {
                section .elsewhere {
                    h2 { "Found outside of projects in " (super::claims::shown(&spec.name, 300)) }
                    (findings(&found, None))
                }
            }
        }
    }
}

/// What the report was made of, and how it is made again.
fn provenance(specs: &[SpecFacts], frame: &Frame<'_>) -> Markup {
    let mut texts: Vec<&(String, String)> = specs.iter().flat_map(|spec| &spec.texts).collect();
    texts.sort();
    texts.dedup();
    let mut matrices: Vec<&(String, String)> = specs.iter().flat_map(|spec| &spec.matrices).collect();
    matrices.sort();
    matrices.dedup();
    let mut levels: Vec<_> = specs.iter().flat_map(|spec| &spec.levels).collect();
    levels.sort();
    levels.dedup();
    html! {
        h2 { "What this report was made of" }
        p .quiet { "The same files, day and program give the same page, byte for byte. Digests are SHA-256." }
        table .made {
            caption .aside { "What this report was made of" }
            tbody {
                tr { th scope="row" { "Program" } td { "hypecheck " (env!("CARGO_PKG_VERSION")) } }
                tr { th scope="row" { "As of" } td { (frame.today) } }
                tr { th scope="row" { "Command" } td { code { (frame.command) } } }
                tr { th scope="row" { "Rules and library" } td { (crate::rules::all().len()) " rules of version " (env!("CARGO_PKG_VERSION")) ", " code .digest { (hex(rules_digest())) } } }
                tr { th scope="row" { "Chosen levels" } td {
                    @if levels.is_empty() { "none: each rule has its own" }
                    @for (index, (rule, level)) in levels.iter().enumerate() { @if index > 0 { ", " } (rule) " = " (level) }
                } }
                @for (name, digest) in matrices {
                    tr { th scope="row" { "Matrix " (super::claims::shown(name, 80)) } td { code .digest { (digest) } } }
                }
                @for (name, digest) in texts {
                    tr { th scope="row" { (super::claims::shown(name, 300)) } td { code .digest { (digest) } } }
                }
            }
        }
    }
}

/// The claims as a table, each leading to where more is said of it.
fn overview(map: &HeatMap) -> Markup {
    tables::claims(map, Use::Part)
}
