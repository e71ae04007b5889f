//! Claims that give no metric, each as a measurement to make: of what, in which unit, and what is known to bound it.

use super::Report;
use super::claim::{JudgedClaim, is_measured};
use super::evidence::best_kind;
use super::numbers::{Metric, metrics};
use super::verdict::weight;
use crate::model::{AiProperty, Cell, ChainProperty, Dimension, Entry, Scope, Snapshot, Unit};
use crate::syntax::{Declaration, Keyword, Value};
use crate::text::Encoding;
use smol_str::SmolStr;
use std::sync::Arc;

/// A measurement that a claim waits for.
#[derive(Clone, Debug)]
pub struct Measurement {
    /// The name of the claim's project.
    pub project: Option<SmolStr>,
    /// The claim's name.
    pub claim: Option<SmolStr>,
    /// The line on which the claim is named, from 1.
    pub line: u32,
    /// The cell that weighs most; nothing for a claim in none.
    pub cell: Option<Cell>,
    /// The verdict as long as nothing is measured.
    pub verdict: Option<super::Verdict>,
    /// What to measure.
    pub metric: Suggested,
    /// The kind of evidence that a measurement in this cell is best published as.
    pub evidence: &'static str,
    /// What bounds it, as far as the library or a house knows: limits of the same measure of the chains that the project
    /// runs on and of the ceilings on the cell's properties.
    pub bounds: Vec<Bound>,
}

/// A metric that fits a claim, but for its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// Its name.
    pub name: &'static str,
    /// How it compares.
    pub operator: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// What to measure, in a part of a sentence.
    pub what: &'static str,
}

impl std::fmt::Display for Suggested {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "metric {} {} … {}", self.name, self.operator, self.unit)
    }
}

/// A limit that a measurement is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The title of the chain or the ceiling, or else its name.
    pub of: String,
    /// The limit, as in `training-compute <= 2e29 FLOP by 2030`.
    pub limit: String,
    /// Who says so: titles and addresses.
    pub sources: Vec<String>,
}

/// What to measure for a claim in a cell.
fn suggested(cell: Option<Cell>) -> Suggested {
    use AiProperty::{Performance, Privacy, Verifiability};
    use ChainProperty::{Decentralization, Scalability};
    let of = |name, operator, unit, what| Suggested { name, operator, unit, what };
    match cell.map(|cell| (cell.ai, cell.chain)) {
        Some((Performance, Decentralization)) => {
            of("latency", "<", "ms", "from a request to its answer, between machines that strangers run")
        }
        Some((Performance, _)) => of("throughput", ">=", "tokens/s", "under steady load, on hardware that is named"),
        Some((_, Scalability)) => {
            of("throughput", ">=", "requests/s", "with everything that the claim promises switched on")
        }
        Some((Verifiability, _)) => of("overhead", "<", "x", "of a checked answer, against the same one unchecked"),
        Some((Privacy, _)) => of("accuracy-loss", "<", "%", "against the same model trained on open data in one place"),
        None => of("overhead", "<", "%", "against doing the same without a chain"),
    }
}

/// The measurements that the claims of a judged file wait for, in the order of the text.
pub fn measurements(snapshot: &Snapshot, report: &Report) -> Vec<Measurement> {
    let (Some(file), Some(scope)) = (snapshot.file(report.file), snapshot.scope(report.file)) else {
        return Vec::new();
    };
    let of = |claim: &Arc<JudgedClaim>| {
        let around = file.declarations_at(claim.range.start());
        let at = around.iter().rposition(|(base, it)| it.keyword == Keyword::Claim && *base == claim.range.start())?;
        if is_measured(&around[at].1) {
            return None;
        }
        let project = around[..at].iter().rfind(|(_, it)| it.keyword == Keyword::Project).map(|(_, it)| &**it);
        let heaviest = claim.cells.iter().max_by_key(|judged| judged.rating.as_ref().map(weight));
        let cell = heaviest.map(|judged| judged.cell);
        let metric = suggested(cell);
        Some(Measurement {
            project: claim.project.clone(),
            claim: claim.name.clone(),
            line: file.text().position(claim.selection.start(), Encoding::Utf32).line + 1,
            cell,
            verdict: claim.verdict,
            metric,
            evidence: best_kind(cell),
            bounds: bounds(&scope, project, cell, metric),
        })
    };
    report.claims.iter().filter_map(of).collect()
}

fn bounds(scope: &Scope, project: Option<&Declaration>, cell: Option<Cell>, metric: Suggested) -> Vec<Bound> {
    let own: Option<Dimension> = Unit::parse(metric.unit).map(|unit| unit.dimension);
    // How long an answer takes and how long a block does are the same measure. Shares and multiples of two things are
    // not, unless they are called alike.
    let bounds_it = |limit: &Metric<'_>| {
        own.as_ref().zip(limit.measure()).is_some_and(|(own, limited)| {
            limited.dimension.compares_with(own) && (own.is_physical() || limit.is_called(metric.name))
        })
    };
    let chains = project.into_iter().flat_map(|project| project.field_names("runs-on"));
    let chains = chains.filter_map(|(name, _)| scope.get(Keyword::Chain, name));
    let limits = |entry: &&Entry| {
        let limited = |property: &str| entry.declaration.field_names("limits").any(|(name, _)| name == property);
        cell.is_some_and(|cell| limited(cell.ai.as_str()) || limited(cell.chain.as_str()))
    };
    let ceilings = scope.all(Keyword::Ceiling).into_iter().filter(limits);
    let mut bounds = Vec::new();
    for entry in chains.chain(ceilings) {
        let declared = &entry.declaration;
        let of = declared.title_text().map(str::to_owned);
        let of = of.or_else(|| declared.name.as_ref().map(|name| name.text.to_string())).unwrap_or_default();
        for limit in metrics(declared, "limit").filter(bounds_it) {
            let by = limit.by.map(|by| format!(" by {by}")).unwrap_or_default();
            let bound = Bound { of: of.clone(), limit: format!("{limit}{by}"), sources: sources(scope, declared) };
            if !bounds.contains(&bound) {
                bounds.push(bound);
            }
        }
    }
    bounds
}

/// What a declaration cites: references with their titles and addresses, and bare addresses.
fn sources(scope: &Scope, declared: &Declaration) -> Vec<String> {
    let cited = declared.fields_named("source").flat_map(|field| &field.values);
    let shown = |value: &Value| match value.as_name().and_then(|name| scope.get(Keyword::Reference, name)) {
        Some(entry) => {
            let title = entry.declaration.title_text().unwrap_or_default();
            let url = entry.declaration.field("url").and_then(|field| field.values.first()).and_then(Value::as_url);
            Some(url.map_or_else(|| title.to_owned(), |url| format!("{title} <{url}>")))
        }
        None => value.as_url().map(str::to_owned),
    };
    cited.filter_map(shown).filter(|source| !source.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::fixture::{report, settings, snapshot};
    use super::*;

    fn of(source: &str) -> Vec<Measurement> {
        let (snapshot, id) = snapshot(source);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        measurements(&snapshot, &report)
    }

    #[test]
    fn what_has_a_metric_waits_for_none() {
        let claim = |metric: &str| {
            format!("project p \"P\" {{\n claim c: privacy + security {{\n  says \"Quiet.\"\n  {metric}\n }}\n}}\n")
        };
        assert_eq!(of(&claim("metric overhead < 2 x")).len(), 0);
        // One that is not filled in is still to be made.
        assert_eq!(of(&claim("metric \"\"")).len(), 1);
        assert_eq!(of(&claim("")).len(), 1);
    }

    #[test]
    fn a_measurement_names_what_bounds_it_and_who_says_so() {
        let found = of(
            "project p \"P\" {\n runs-on ethereum\n claim c: performance + decentralization {\n  says \"Fast.\"\n }\n}\n",
        );
        let [measurement] = &found[..] else { panic!("{found:#?}") };
        assert_eq!(measurement.metric.to_string(), "metric latency < … ms");
        let bound = |limit: &str| measurement.bounds.iter().find(|bound| bound.limit == limit);
        let block = bound("block-time = 12 s").expect("the time of a block");
        assert_eq!(block.of, "Ethereum");
        assert!(block.sources.iter().any(|source| source.contains("https://")), "{block:?}");
        // How many transactions there are, and how much compute, says nothing of how long an answer takes.
        let limits: Vec<&str> = measurement.bounds.iter().map(|bound| bound.limit.as_str()).collect();
        assert_eq!(limits, ["block-time = 12 s", "finality >= 13 min"]);
    }

    #[test]
    fn every_suggestion_is_a_metric_without_a_fault() {
        for cell in Cell::all().map(Some).chain([None]) {
            let metric = suggested(cell).to_string().replace('…', "7");
            let source = format!(
                "project p \"P\" {{\n claim c: privacy + security {{\n  says \"Quiet.\"\n  {metric}\n }}\n}}\n"
            );
            let report = report(&source);
            let numbers = report.diagnostics.iter().filter(|found| {
                matches!(found.rule.name, "bad-unit" | "syntax-error" | "unexpected-value" | "unfilled-field")
            });
            assert_eq!(numbers.map(|found| &found.message).collect::<Vec<_>>(), Vec::<&String>::new());
        }
    }
}
