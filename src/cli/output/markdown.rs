//! Markdown for the summary of a job: where the claims stand, what was found how often, and all of it as a list.

use super::super::markdown::{code, message};
use super::super::matrix::{Counted as InCell, counted};
use super::file::File;
use super::{Run, count, found, meaning};
use crate::model::{AiProperty, Cell, ChainProperty, Library, Strength};
use crate::rules::{Level, Verdict};
use crate::text::Encoding;
use std::collections::BTreeMap;

/// Bytes of the list at most. GitHub takes a summary of 1 MiB, and shows nothing at all of a longer one.
const MOST_LISTED: usize = 700_000;

/// What is counted in a file, and its findings as a list.
#[derive(Default)]
pub(super) struct Counted {
    cells: [InCell; 9],
    verdicts: [usize; 3],
    unrated: usize,
    /// For each rule and level, the gravest first, how often it was found.
    rules: BTreeMap<(std::cmp::Reverse<Level>, &'static str), usize>,
    findings: Vec<String>,
}

pub(super) fn file(file: &File<'_>) -> Counted {
    let mut all = Counted { cells: counted(file.claims()), ..Counted::default() };
    for claim in file.claims() {
        match claim.verdict {
            Some(verdict) => all.verdicts[verdict as usize] += 1,
            None => all.unrated += 1,
        }
    }
    for finding in file.findings() {
        *all.rules.entry((std::cmp::Reverse(finding.level), finding.rule.name)).or_insert(0) += 1;
        let start = finding.start(Encoding::Utf32);
        all.findings.push(format!(
            "- **{}** [`{}`]({}) {}: {}\n",
            finding.level,
            finding.rule.name,
            finding.rule.url(),
            code(&format!("{}:{}:{}", file.path, start.line, start.column)),
            message(finding.message),
        ));
    }
    all
}

/// What the files so far come to.
#[derive(Default)]
pub(super) struct Sums {
    counted: Counted,
    list: String,
    not_listed: usize,
}

impl Sums {
    pub(super) fn add(&mut self, file: Counted) {
        let all = &mut self.counted;
        for (sum, own) in all.cells.iter_mut().zip(file.cells) {
            sum.add(own);
        }
        for (sum, own) in all.verdicts.iter_mut().zip(file.verdicts) {
            *sum += own;
        }
        all.unrated += file.unrated;
        for (rule, own) in file.rules {
            *all.rules.entry(rule).or_insert(0) += own;
        }
        for finding in file.findings {
            if self.not_listed > 0 || self.list.len() + finding.len() > MOST_LISTED {
                self.not_listed += 1;
            } else {
                self.list += &finding;
            }
        }
    }

    /// The whole page.
    pub(super) fn page(&self, run: &Run<'_>) -> String {
        let summary = run.summary;
        let mut page = format!(
            "## hypecheck\n\n{} with {}: {}. Exit code {}: {}.\n",
            count(summary.files, "file", "files"),
            count(summary.claims, "claim", "claims"),
            found(summary),
            run.exit,
            meaning(summary, run.fail_on, run.exit),
        );
        if let Some(left_out) = &summary.left_out {
            page += &format!("\n{}\n", message(&left_out.in_words()));
        }
        let problems: Vec<&String> = run.problems.iter().chain(run.misconfigured).collect();
        if !problems.is_empty() {
            page += "\n### Could not be read\n\n";
            for problem in problems {
                page += &format!("- {}\n", message(problem));
            }
        }
        page += &self.matrix();
        if !self.counted.rules.is_empty() {
            page += "\n### What was found\n\n| rule | level | findings |\n|---|---|---:|\n";
        }
        for ((level, name), number) in &self.counted.rules {
            let rule =
                crate::rules::find(name).map_or_else(|| code(name), |rule| format!("[`{name}`]({})", rule.url()));
            page += &format!("| {rule} | {} | {number} |\n", level.0);
        }
        if !self.list.is_empty() {
            page += &format!("\n### Where\n\n{}", self.list);
        }
        if self.not_listed > 0 {
            page += &format!("\n… and {} more, which would make this page too long.\n", self.not_listed);
        }
        page
    }

    fn matrix(&self) -> String {
        let mut drawn = String::from("\n### Where the claims stand\n\n| |");
        for word in ChainProperty::WORDS {
            drawn += &format!(" {word} |");
        }
        drawn += "\n|---|---|---|---|\n";
        for &ai in AiProperty::ALL {
            drawn += &format!("| **{}** |", ai.as_str());
            for &chain in ChainProperty::ALL {
                drawn += &format!(" {} |", self.cell(Cell { ai, chain }));
            }
            drawn.push('\n');
        }
        let [works, promising, speculative] =
            [Verdict::Works, Verdict::Promising, Verdict::Speculative].map(|it| self.counted.verdicts[it as usize]);
        drawn += &format!(
            "\nVerdicts: works {works}, promising {promising}, speculative {speculative}; {} in no rated cell. A claim \
             in two cells counts in both.\n",
            count(self.counted.unrated, "claim", "claims")
        );
        drawn
    }

    /// The strength of a cell and the claims in it. Where matrices differ each of them is told.
    fn cell(&self, cell: Cell) -> String {
        let here = self.counted.cells[cell.index()];
        let standard = Library::get().standard().rating(cell).map(|rating| rating.strength);
        let rated = [Strength::Strong, Strength::Moderate, Strength::Weak].map(|strength| {
            let claims = here.claims[strength as usize];
            let told = claims > 0 || standard == Some(strength) && here.total() == 0;
            told.then(|| format!("{strength}: {}", count(claims, "claim", "claims")))
        });
        rated.into_iter().flatten().collect::<Vec<_>>().join("<br>")
    }
}
