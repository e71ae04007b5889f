//! `hypecheck check --since REF`: of all that is found only what is in claims that are new or judged otherwise since a
//! revision of git.

use super::super::Judging;
use super::super::files::{Found, Judged, judge};
use super::sides;
use crate::rules::{Group, compare, facts};
use crate::text::TextSize;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Which claims are new or judged otherwise, and what was left out for it.
pub(in super::super) struct Since {
    revision: String,
    /// By the path of the file and where they start.
    told: HashSet<(String, TextSize)>,
    claims: AtomicUsize,
    findings: AtomicUsize,
}

/// What was left out.
#[derive(Clone, Debug)]
pub(in super::super) struct LeftOut {
    /// The revision, as it was named.
    pub(in super::super) revision: String,
    /// Claims that are new or judged otherwise.
    pub(in super::super) told: usize,
    /// Claims that were left out.
    pub(in super::super) claims: usize,
    /// Findings that were left out.
    pub(in super::super) findings: usize,
}

impl Since {
    /// Judges what is to be checked at a revision and here.
    pub(in super::super) fn of(
        revision: &str,
        paths: &[PathBuf],
        found: &Found,
        judging: &Judging,
    ) -> Result<(Since, Vec<String>), String> {
        if paths.iter().any(|path| path.as_os_str() == "-") {
            return Err("standard input has no revisions; leave `--since` out, or name files or folders".to_owned());
        }
        let here = [PathBuf::from(".")];
        let places = if paths.is_empty() { &here[..] } else { paths };
        let disk = sides::revision(revision, false, places)?;
        let root = disk.root().to_owned();
        let before = sides::at_revision(disk, places, &sides::inputs(found), judging);
        let of_another = found.inputs.iter().filter(|input| sides::is_of_another(input, &root));
        let of_another: HashSet<String> = of_another.map(sides::name).collect();
        let after = judge(&found.inputs, judging, |judged| match judged.outcome {
            Ok(_) if of_another.contains(&judged.path) => Vec::new(),
            Ok(judgement) => facts(&judgement.snapshot, &judgement.report, &judged.path),
            Err(_) => Vec::new(),
        });
        let comparison = compare(before.claims, after.into_iter().flatten().collect());
        let told = comparison.changed.into_iter().filter(|claim| claim.has_new_verdict());
        let told = told.filter_map(|claim| claim.after).map(|claim| (claim.path, claim.offset)).collect();
        let since =
            Since { revision: revision.to_owned(), told, claims: AtomicUsize::new(0), findings: AtomicUsize::new(0) };
        Ok((since, before.problems))
    }

    /// Takes out of a judgement what is not told. What cannot be read is: a claim may hide in it.
    pub(in super::super) fn narrow(&self, judged: &mut Judged) {
        let Ok(judgement) = &mut judged.outcome else { return };
        let report = &mut judgement.report;
        let (claims, findings) = (report.claims.len(), report.diagnostics.len());
        report.claims.retain(|claim| self.told.contains(&(judged.path.clone(), claim.range.start())));
        self.claims.fetch_add(claims - report.claims.len(), Ordering::Relaxed);
        judgement.retain(|found, claims| {
            found.rule.group == Group::Syntax || claims.iter().any(|claim| claim.range.contains_range(found.range))
        });
        self.findings.fetch_add(findings - judgement.report.diagnostics.len(), Ordering::Relaxed);
    }

    /// What was left out of all that was narrowed.
    pub(in super::super) fn left_out(self) -> LeftOut {
        LeftOut {
            revision: self.revision,
            told: self.told.len(),
            claims: self.claims.into_inner(),
            findings: self.findings.into_inner(),
        }
    }
}

impl LeftOut {
    /// It in a line.
    pub(in super::super) fn in_words(&self) -> String {
        let are = |count: usize| if count == 1 { "1 claim is".to_owned() } else { format!("{count} claims are") };
        let told = if self.told == 0 { "no claim is".to_owned() } else { are(self.told) };
        let findings = match self.findings {
            0 => String::new(),
            1 => ", and 1 finding".to_owned(),
            findings => format!(", and {findings} findings"),
        };
        let revision = super::super::terminal::printable(&self.revision);
        format!("Since {revision} {told} new or judged otherwise; {} left out{findings}.\n", are(self.claims))
    }
}
