//! SARIF 2.1.0, which code scanning and editors read.
//!
//! The standard is <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>; a test holds what is written here
//! against its schema.

use super::file::{File, Finding, place};
use super::uri::Reference;
use super::{Run, meaning};
use crate::ide;
use crate::rules::{Level, Rule, all};
use crate::text::{Encoding, LineColumn};
use serde_json::{Value, json};

/// The folder of the run, which every relative path is seen from.
const BASE: &str = "%SRCROOT%";

/// What fingerprints stand under. The number grows when the same finding would get another one.
const FINGERPRINT: &str = "hypecheckClaim/v1";

/// Characters of a description at most: GitHub refuses a longer one.
const MOST_DESCRIBED: usize = 1000;

/// All up to the results.
pub(super) fn head() -> String {
    let driver = json!({
        "name": "hypecheck",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
        "rules": all().iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
    });
    let base = json!({ BASE: { "description": { "text": "The folder that hypecheck was run in." } } });
    format!(
        "{{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\
         \"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\"columnKind\":\"utf16CodeUnits\",\
         \"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\"originalUriBaseIds\":{base},\"results\":[\n"
    )
}

/// All after the results.
pub(super) fn tail(run: &Run<'_>) -> String {
    let notifications = |problems: &[String]| -> Vec<Value> {
        problems.iter().map(|problem| json!({ "level": "error", "message": { "text": plain(problem) } })).collect()
    };
    let invocation = json!({
        "executionSuccessful": run.exit != 2,
        "exitCode": run.exit,
        "exitCodeDescription": meaning(run.summary, run.fail_on, run.exit),
        "toolExecutionNotifications": notifications(run.problems),
        "toolConfigurationNotifications": notifications(run.misconfigured),
    });
    format!("\n],\"invocations\":[{invocation}]}}]}}\n")
}

fn descriptor(rule: &Rule) -> Value {
    let page = rule.to_markdown();
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": first_paragraph(rule.why) },
        "help": { "text": page, "markdown": page },
        "helpUri": rule.url(),
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": { "tags": [rule.group.as_str()] },
    })
}

/// The first paragraph on one line, cut where it is very long.
fn first_paragraph(markdown: &str) -> String {
    let first = markdown.trim().split("\n\n").next().unwrap_or_default();
    let line = first.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST_DESCRIBED {
        return line;
    }
    line.chars().take(MOST_DESCRIBED).chain(['…']).collect()
}

/// The standard knows three levels of failure.
fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Information | Level::Hint => "note",
    }
}

/// The results of a file, a line each.
pub(super) fn file(file: &File<'_>) -> String {
    let results = file.findings().map(|finding| result(file, &finding).to_string());
    results.collect::<Vec<_>>().join(",\n")
}

fn result(file: &File<'_>, finding: &Finding<'_>) -> Value {
    let mut location = json!({ "physicalLocation": physical(file.path, finding.place(Encoding::Utf16)) });
    if let Some(claim) = file.claim_of(finding).and_then(|index| file.claims().get(index)) {
        let parts: Vec<&str> = claim.project.iter().chain(&claim.name).map(|name| name.as_str()).collect();
        if let Some(name) = &claim.name {
            location["logicalLocations"] = json!([{ "name": name.as_str(), "fullyQualifiedName": parts.join("/") }]);
        }
    }
    let mut result = json!({
        "ruleId": finding.rule.name,
        "level": level(finding.level),
        "message": { "text": plain(finding.message), "markdown": ide::message(finding.message) },
        "locations": [location],
    });
    if let Some(index) = all().iter().position(|rule| *rule == finding.rule) {
        result["ruleIndex"] = index.into();
    }
    let related = related(file, finding);
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if let Some(fingerprint) = file.fingerprint(finding) {
        result["partialFingerprints"] = json!({ FINGERPRINT: fingerprint.to_string() });
    }
    result
}

/// The places that a finding points to. The files of the library are on no disk that a reader could open.
fn related(file: &File<'_>, finding: &Finding<'_>) -> Vec<Value> {
    let (Some((diagnostic, _)), Some(judgement)) = (finding.found, file.judgement) else { return Vec::new() };
    let places = diagnostic.related.iter().filter_map(|related| {
        let source = judgement.snapshot.file(related.file)?;
        let path = file.name_of(source.key())?;
        let place = place(source.text(), related.range, Encoding::Utf16);
        Some((related, physical(&path, place)))
    });
    places
        .enumerate()
        .map(|(id, (related, physical))| {
            json!({ "id": id + 1, "message": { "text": plain(&related.message) }, "physicalLocation": physical })
        })
        .collect()
}

fn physical(path: &str, (start, end): (LineColumn, LineColumn)) -> Value {
    let artifact = match Reference::new(path) {
        Reference::Relative(uri) => json!({ "uri": uri, "uriBaseId": BASE }),
        Reference::Absolute(uri) => json!({ "uri": uri }),
    };
    json!({
        "artifactLocation": artifact,
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}

/// A plain text in which nothing is taken for a link to a place, which SARIF knows there too. Braces are not doubled,
/// though the standard would have it: readers replace `{0}` and the like alone, and only where there are arguments.
fn plain(text: &str) -> String {
    text.replace("](", "] (")
}
