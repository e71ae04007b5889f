//! The part of a report that is about one project.

use super::super::facts::{ClaimFacts, Technique};
use super::super::map::MapClaim;
use super::super::{Use, glyphs, grid, tables, triangle};
use super::{Section, counts, findings, link, overview, sources};
use crate::model::{Axis, Cell};
use crate::rules::Origin;
use maud::{Markup, html};

pub(super) fn draw(section: &Section<'_>, pictures: bool, several: bool) -> Markup {
    let Section { spec, project, map, claims, .. } = section;
    let facts = project.and_then(|index| spec.projects.get(index));
    html! {
        article .project id=(section.anchor) {
            header {
                @if several {
                    h2 { (section.title()) }
                    (counts(|verdict| map.count(verdict)))
                }
                dl .facts {
                    @if let Some(facts) = facts {
                        @if let Some(about) = &facts.about { div .about { dt .aside { "About" } dd { (about) } } }
                        @for (word, fact) in &facts.facts { div { dt { (word) } dd { (fact) } } }
                        @if let Some(site) = &facts.site { div { dt { "Site" } dd { (link(site, Some(site))) } } }
                        div { dt { "Judged by" } dd { "matrix " (facts.matrix) } }
                    }
                    div { dt { "Spec" } dd { (super::super::claims::shown(&spec.name, 300)) } }
                }
            }
            @if pictures {
                div .pictures {
                    figure .map { (grid::draw(map, Use::Part)) (legend()) }
                    @if project.is_some() {
                        div .triangles {
                            @for axis in [Axis::Blockchain, Axis::Ai] {
                                figure {
                                    figcaption { (triangle::title(axis)) }
                                    (triangle::draw(map, axis, Use::Part))
                                    (tables::standings(map, axis))
                                }
                            }
                        }
                    }
                }
            }
            @if claims.is_empty() { p .empty { "It makes no claim." } } @else {
                section .overview { (overview(map)) }
                section .claims-in-full aria-label="Claims in full" {
                    h3 { "Claims in full" }
                    @for (claim, index) in map.claims.iter().zip(claims) {
                        @if let Some(facts) = spec.claims.get(*index) { (self::claim(claim, facts)) }
                    }
                }
            }
            @if let Some(facts) = facts { @if !facts.techniques.is_empty() { (ledger(section, &facts.techniques)) } }
            @if !claims.is_empty() { (missing(section)) }
            section .found {
                h3 { "Findings" }
                @if section.findings.is_empty() { p .empty { "Nothing was found." } } @else { (findings(&section.findings, None)) }
            }
        }
    }
}

/// What the signs mean.
fn legend() -> Markup {
    html! {
        figcaption .legend {
            span .quiet { "Claims: " }
            @for verdict in &super::VERDICTS[..3] { span { (glyphs::inline_verdict(*verdict, false)) (glyphs::word(*verdict)) } }
            span { (glyphs::inline_verdict(super::VERDICTS[0], true)) "hollow: cell inferred" }
        }
    }
}

/// A claim, all of it.
fn claim(claim: &MapClaim, facts: &ClaimFacts) -> Markup {
    let inferred = claim.placed.iter().all(|placed| placed.origin == Origin::Inferred);
    html! {
        section .claim.(glyphs::class(claim.verdict)) id=[&claim.anchor] {
            header {
                h4 { (claim.name) }
                p .verdict { (glyphs::inline_verdict(claim.verdict, inferred)) strong { (glyphs::word(claim.verdict)) } span .quiet { " · line " (facts.line) } }
            }
            @if !facts.says.is_empty() { blockquote { (facts.says) } }
            dl {
                div { dt { "Why" } dd { (claim.reason) @if !claim.way.is_empty() { " " span .quiet { (claim.way) } } } }
                @if !facts.grounds.is_empty() { div { dt { "Rests on" } dd { ul .plain.grounds { @for ground in &facts.grounds { li { (ground) } } } } } }
                div { dt { "Cells" } dd {
                    @if claim.placed.is_empty() { "in no cell" }
                    @for placed in &claim.placed { p .cell-line {
                        @if let Some(strength) = placed.strength { (glyphs::inline_bars(strength)) " " }
                        strong { (placed.cell) }
                        @match placed.strength { Some(strength) => { ", " (strength) }, None => ", not rated" }
                        @if placed.origin == Origin::Inferred { ", inferred from its words" }
                        @for cell in facts.cells.iter().filter(|cell| cell.cell == placed.cell) {
                            @if !cell.sentence.is_empty() { ". " span .quiet { (cell.sentence) " (matrix " (cell.matrix) ")" } }
                        }
                    }
                    @for cell in facts.cells.iter().filter(|cell| cell.cell == placed.cell && !cell.sources.is_empty()) {
                        details { summary { "Sources of the rating (" (cell.sources.len()) ")" } (sources(&cell.sources)) }
                    } }
                } }
                @if !facts.using.is_empty() { div { dt { "Uses" } dd { @for (index, (_, title)) in facts.using.iter().enumerate() { @if index > 0 { ", " } (title) } } } }
                div { dt { "Evidence" } dd {
                    @if facts.evidence.is_empty() { span .missing { "none" } }
                    ul .plain { @for evidence in &facts.evidence { li {
                        strong { (evidence.kind) } @if !evidence.solid { span .quiet { " (cannot be checked by others)" } } ": "
                        @match &evidence.url { Some(url) => (link(url, Some(url))), None => span .missing { "no address" } }
                        @if !evidence.note.is_empty() { " · " (evidence.note) }
                    } } }
                } }
                div { dt { "Metrics" } dd {
                    @if facts.metrics.is_empty() { span .missing { "none" } }
                    ul .plain { @for metric in &facts.metrics { li { code { (metric) } } } }
                } }
                @if !facts.caveats.is_empty() { div { dt { "Caveats" } dd { ul .plain { @for (rule, reason) in &facts.caveats { li { strong { (rule) } ": " (reason) } } } } } }
            }
        }
    }
}

/// What the techniques of a project are paid with.
fn ledger(section: &Section<'_>, techniques: &[Technique]) -> Markup {
    html! {
        section .ledger {
            h3 { "What the techniques cost" }
            div .wide tabindex="0" role="region" aria-label="What the techniques cost" { table {
                caption .aside { "What the techniques cost" }
                thead { tr { th scope="col" { "Technique" } th scope="col" { "Helps" } th scope="col" { "Is paid with" } th scope="col" { "Overhead" } th scope="col" { "Used by" } th scope="col" { "Sources" } } }
                tbody { @for technique in techniques { tr {
                    th scope="row" { (technique.title) }
                    td { (technique.serves.join(", ")) }
                    td { @if technique.costs.is_empty() { "nothing known" } @else { (technique.costs.join(", ")) } }
                    td { (technique.overhead) }
                    td { ul .plain { @for (user, measured) in &technique.used_by { li {
                        (name_of(section, *user)) @if !measured && !technique.costs.is_empty() { span .missing { " not measured" } }
                    } } } }
                    td { (sources(&technique.sources)) }
                } } }
            } }
        }
    }
}

/// A claim of the file by its place there, as a link.
fn name_of(section: &Section<'_>, index: usize) -> Markup {
    let claim = section.claims.iter().position(|claim| *claim == index).and_then(|at| section.map.claims.get(at));
    html! {
        @if let Some(claim) = claim {
            @if let Some(anchor) = &claim.anchor { a href={ "#" (anchor) } { (claim.name) } } @else { (claim.name) }
        }
    }
}

/// What is not addressed.
fn missing(section: &Section<'_>) -> Markup {
    let Section { spec, map, claims, .. } = section;
    let empty: Vec<Cell> = Cell::all()
        .filter(|cell| !map.claims.iter().any(|claim| claim.placed.iter().any(|placed| placed.cell == *cell)))
        .collect();
    let without = |lacks: &dyn Fn(&ClaimFacts) -> bool| -> Vec<usize> {
        claims.iter().copied().filter(|index| spec.claims.get(*index).is_some_and(lacks)).collect()
    };
    let unplaced: Vec<usize> =
        claims.iter().zip(&map.claims).filter(|(_, claim)| claim.placed.is_empty()).map(|(index, _)| *index).collect();
    let kinds = [
        ("Claims without evidence", without(&|claim| claim.evidence.is_empty())),
        (
            "Claims without evidence that others can check",
            without(&|claim| !claim.evidence.is_empty() && !claim.evidence.iter().any(|each| each.solid)),
        ),
        ("Claims without a metric", without(&|claim| claim.metrics.is_empty())),
        ("Claims in no cell", unplaced),
    ];
    html! {
        section .gaps {
            h3 { "Not addressed" }
            dl {
                div { dt { "Empty cells" } dd {
                    @if empty.is_empty() { "none" }
                    @for (index, cell) in empty.iter().enumerate() {
                        @if index > 0 { ", " }
                        (cell) @if let Some(strength) = grid::agreed(&map.cells[cell.index()]) { span .quiet { " (" (strength) ")" } }
                    }
                } }
                @for (word, lacking) in &kinds {
                    @if !lacking.is_empty() { div { dt { (word) } dd { @for (at, index) in lacking.iter().enumerate() { @if at > 0 { ", " } (name_of(section, *index)) } } } }
                }
            }
        }
    }
}
