//! JUnit XML: a suite a file, and in it a test case a claim, so that a dashboard shows which claims hold.

use super::Run;
use super::file::{File, Finding};
use super::xml::{DECLARATION, Elements, Written, clean, element, lines};
use crate::rules::{JudgedClaim, Level};
use crate::text::Encoding;

// Where the counts of all files would stand there is nothing: they are known at the end only, and readers add them up.
pub(super) fn head() -> String {
    format!("{DECLARATION}<testsuites name=\"hypecheck\">\n")
}

/// A claim, or all that stands outside of claims, and what was found in it.
struct Case<'a> {
    name: String,
    /// What dashboards group cases by: the project, or else the file.
    group: String,
    line: u32,
    /// How the claim stands, a line each.
    standing: Vec<String>,
    findings: Vec<Finding<'a>>,
}

pub(super) fn file(file: &File<'_>, failing: Option<Level>) -> String {
    let claims = file.claims();
    let mut cases: Vec<Case<'_>> = claims.iter().map(|claim| of_claim(file, claim)).collect();
    let mut outside = Case {
        name: "outside claims".to_owned(),
        group: of_file(file),
        line: 1,
        standing: Vec::new(),
        findings: Vec::new(),
    };
    for finding in file.findings() {
        match file.claim_of(&finding).and_then(|index| cases.get_mut(index)) {
            Some(case) => case.findings.push(finding),
            None => outside.findings.push(finding),
        }
    }
    cases.push(outside);
    let fails = |finding: &Finding<'_>| failing.is_some_and(|level| finding.level >= level);
    let failures = cases.iter().filter(|case| case.findings.iter().any(fails)).count();
    element(|writer| {
        suite(writer, file.path, cases.len(), failures, 0, |writer| {
            for case in &cases {
                self::case(writer, file, case, fails)?;
            }
            Ok(())
        })
    })
}

fn of_claim<'a>(file: &File<'_>, claim: &JudgedClaim) -> Case<'a> {
    let line = file
        .judgement
        .map_or(1, |judgement| judgement.text.position(claim.selection.start(), Encoding::Utf32).line + 1);
    let mut standing = vec![format!("verdict: {}", claim.verdict.map_or("none", |verdict| verdict.as_str()))];
    for judged in &claim.cells {
        let rating = judged.rating.as_ref();
        let rated = rating.map_or("not rated".to_owned(), |it| format!("{} ({})", it.strength, it.provenance));
        standing.push(format!("cell: {}, {}: {rated}", judged.cell, judged.origin.as_str()));
    }
    Case {
        name: claim.name.as_ref().map_or_else(|| format!("claim on line {line}"), ToString::to_string),
        group: claim.project.as_ref().map_or_else(|| of_file(file), ToString::to_string),
        line,
        standing,
        findings: Vec::new(),
    }
}

/// Without its ending, which readers would take for the name of a class in a package.
fn of_file(file: &File<'_>) -> String {
    file.path.strip_suffix(".synergy").unwrap_or(file.path).to_owned()
}

fn case(writer: &mut Elements, file: &File<'_>, case: &Case<'_>, fails: impl Fn(&Finding<'_>) -> bool) -> Written {
    let (failing, others): (Vec<_>, Vec<_>) = case.findings.iter().copied().partition(|finding| fails(finding));
    let mut said: Vec<String> = case.standing.iter().map(|line| clean(line)).collect();
    said.extend(others.iter().map(|finding| told(file, finding)));
    writer
        .create_element("testcase")
        .with_attribute(("name", clean(&case.name).as_str()))
        .with_attribute(("classname", clean(&case.group).as_str()))
        .with_attribute(("file", clean(file.path).as_str()))
        .with_attribute(("line", case.line.to_string().as_str()))
        .write_inner_content(|writer| {
            // The gravest gives the failure its name; all of them are told.
            if let Some(gravest) = failing.iter().rev().max_by_key(|finding| finding.level) {
                let told: Vec<String> = failing.iter().map(|finding| told(file, finding)).collect();
                writer
                    .create_element("failure")
                    .with_attribute(("message", clean(gravest.message).as_str()))
                    .with_attribute(("type", gravest.rule.name))
                    .write_text_content(lines(&told))?;
            }
            if !said.is_empty() {
                writer.create_element("system-out").write_text_content(lines(&said))?;
            }
            Ok(())
        })?;
    Ok(())
}

fn told(file: &File<'_>, finding: &Finding<'_>) -> String {
    let start = finding.start(Encoding::Utf32);
    let (level, rule) = (finding.level, finding.rule.name);
    clean(&format!("{}:{}:{}: {level}[{rule}] {}", file.path, start.line, start.column, finding.message))
}

/// What could not be read is an error and no failure, and the end of the document.
pub(super) fn tail(run: &Run<'_>) -> String {
    let problems: Vec<&String> = run.problems.iter().chain(run.misconfigured).collect();
    let mut tail = String::new();
    if !problems.is_empty() {
        tail += &element(|writer| {
            suite(writer, "could not be read", problems.len(), 0, problems.len(), |writer| {
                for problem in &problems {
                    let problem = clean(problem);
                    writer
                        .create_element("testcase")
                        .with_attribute(("name", problem.as_str()))
                        .with_attribute(("classname", "hypecheck"))
                        .write_inner_content(|writer| {
                            writer
                                .create_element("error")
                                .with_attribute(("message", problem.as_str()))
                                .write_empty()?;
                            Ok(())
                        })?;
                }
                Ok(())
            })
        });
    }
    tail + "</testsuites>\n"
}

/// A suite. How long a case took says nothing about a claim, so no time is given.
fn suite(
    writer: &mut Elements,
    name: &str,
    tests: usize,
    failures: usize,
    errors: usize,
    cases: impl FnOnce(&mut Elements) -> Written,
) -> Written {
    writer
        .create_element("testsuite")
        .with_attribute(("name", clean(name).as_str()))
        .with_attribute(("tests", tests.to_string().as_str()))
        .with_attribute(("failures", failures.to_string().as_str()))
        .with_attribute(("errors", errors.to_string().as_str()))
        .with_attribute(("skipped", "0"))
        .write_inner_content(cases)?;
    Ok(())
}
