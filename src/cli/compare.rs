//! `hypecheck diff`: what became of claims between two files or folders, or since a revision of git.

mod human;
mod json;
mod markdown;
mod sides;
mod since;

pub use json::JsonComparison;
pub(super) use since::{LeftOut, Since};

use super::baseline::Choice;
use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::model::{Cell, Strength};
use crate::rules::{ChangedClaim, ClaimFacts, Comparison, Effect, Verdict, compare};
use clap::ValueEnum;
use sides::Side;
use std::path::PathBuf;

/// What `hypecheck diff` is asked to compare.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit codes: 0 nothing got worse as --fail-on has it, 1 something did, 2 could not run.

  hypecheck diff old.synergy new.synergy     two files, or two folders
  hypecheck diff --rev main                  the specs here with those at a branch, tag or commit
  hypecheck diff --rev main --merge-base specs/  since this branch left another, in one folder")]
pub(super) struct DiffArguments {
    /// Two files or two folders, the old one first. With `--rev`, files and folders to compare with themselves at that
    /// revision; the current folder when left out.
    paths: Vec<PathBuf>,
    /// Compare with the files as they are at this revision of git: a branch, a tag or a commit.
    #[arg(long, value_name = "REF", allow_hyphen_values = true)]
    rev: Option<String>,
    /// Compare with the commit at which this branch left the revision, so that what happened there since does not count.
    #[arg(long, requires = "rev")]
    merge_base: bool,
    /// How to show what changed.
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    format: DiffFormat,
    /// What makes the exit code 1.
    #[arg(long, value_enum, default_value_t = FailOn::Worse, value_name = "WHAT")]
    fail_on: FailOn,
}

/// How to show what changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// For people, in a terminal.
    Human,
    /// For programs; the documentation has its schema.
    Json,
    /// For a comment on a pull request.
    Markdown,
}

/// What fails the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A claim was weakened or removed, its verdict fell, or its words became hype.
    Worse,
    /// A claim was weakened or removed.
    Weakened,
    /// A verdict fell.
    Verdict,
    /// Nothing.
    Never,
}

impl FailOn {
    fn as_str(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Weakened => "weakened",
            Self::Verdict => "verdict",
            Self::Never => "never",
        }
    }

    fn fails(self, comparison: &Comparison) -> bool {
        let weakened = comparison.count(Effect::Weakened) > 0;
        match self {
            Self::Worse => weakened || comparison.count(Effect::Worse) > 0,
            Self::Weakened => weakened,
            Self::Verdict => comparison.some_verdict_fell(),
            Self::Never => false,
        }
    }
}

/// All that is shown of a comparison.
struct Shown<'a> {
    before: &'a Outline,
    after: &'a Outline,
    comparison: &'a Comparison,
    fail_on: FailOn,
    exit: Exit,
}

/// What a side comes to.
struct Outline {
    /// What it is called: a path, a revision, the files here.
    label: String,
    /// The commit, where it is a revision.
    commit: Option<String>,
    files: usize,
    claims: usize,
    cells: [CellOutline; 9],
}

/// What a cell holds on a side.
#[derive(Clone, Copy, Debug, Default)]
struct CellOutline {
    /// Claims that work, are promising, are speculative.
    verdicts: [usize; 3],
    strength: Option<Strength>,
}

impl Outline {
    fn of(side: &Side) -> Outline {
        let mut cells = [CellOutline::default(); 9];
        for claim in &side.claims {
            for (cell, strength) in &claim.cells {
                let outline = &mut cells[cell.index()];
                // Of matrices that differ the first is shown; the verdicts are each claim's own.
                outline.strength = outline.strength.or(*strength);
                if let Some(verdict) = claim.verdict {
                    outline.verdicts[place(verdict)] += 1;
                }
            }
        }
        let standard = crate::model::Library::get().standard();
        for (outline, cell) in cells.iter_mut().zip(Cell::all()) {
            outline.strength = outline.strength.or_else(|| standard.rating(cell).map(|rating| rating.strength));
        }
        Outline {
            label: side.label.clone(),
            commit: side.commit.clone(),
            files: side.files,
            claims: side.claims.len(),
            cells,
        }
    }
}

/// The place of a verdict in an outline: the best first.
fn place(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Works => 0,
        Verdict::Promising => 1,
        Verdict::Speculative => 2,
    }
}

pub(super) fn run(arguments: &DiffArguments, mut judging: Judging, terminal: &mut Terminal) -> Exit {
    // A syntax error that was put aside may hide claims all the same.
    judging.baseline = Choice::Instead(None);
    let sides = match &arguments.rev {
        Some(revision) => sides::since(revision, arguments.merge_base, &arguments.paths, &judging),
        None => sides::of_paths(&arguments.paths, &judging),
    };
    let (mut before, mut after) = match sides {
        Ok(sides) => sides,
        Err(problem) => {
            terminal.complain(&problem);
            return Exit::CouldNotRun;
        }
    };
    let (old, new) = (Outline::of(&before), Outline::of(&after));
    let claims = |side: &mut Side| std::mem::take(&mut side.claims);
    let comparison = compare(claims(&mut before), claims(&mut after));
    let exit = if !before.problems.is_empty() || !after.problems.is_empty() {
        Exit::CouldNotRun
    } else if arguments.fail_on.fails(&comparison) {
        Exit::Findings
    } else {
        Exit::Clean
    };
    let shown = Shown { before: &old, after: &new, comparison: &comparison, fail_on: arguments.fail_on, exit };
    match arguments.format {
        DiffFormat::Human => terminal.print(&human::text(&shown)),
        DiffFormat::Json => terminal.print(&json::text(&shown)),
        DiffFormat::Markdown => terminal.print_file(&markdown::text(&shown)),
    }
    for problem in before.notes.iter().chain(&before.problems).chain(&after.notes).chain(&after.problems) {
        terminal.complain(problem);
    }
    exit
}

/// What a claim is called in what is shown, and why it is shown.
fn status(claim: &ChangedClaim) -> &'static str {
    match (claim.is_removed(), claim.is_added()) {
        (true, _) => "removed",
        (_, true) => "added",
        _ => match claim.effect() {
            Effect::Weakened => "weakened",
            Effect::Worse => "worse",
            Effect::Noted => "changed",
            Effect::Better => "better",
        },
    }
}

/// Where a claim stands now, or stood.
fn facts(claim: &ChangedClaim) -> Option<&ClaimFacts> {
    claim.after.as_ref().or(claim.before.as_ref())
}

/// What the comparison comes to, in a part of a sentence: `1 removed, 2 weakened; 70 unchanged`.
fn in_words(comparison: &Comparison) -> String {
    let mut counts: Vec<(&str, usize)> = ["removed", "weakened", "worse", "changed", "better", "added"]
        .into_iter()
        .map(|status| (status, comparison.changed.iter().filter(|claim| self::status(claim) == status).count()))
        .collect();
    counts.retain(|(_, count)| *count > 0);
    let counts: Vec<String> = counts.into_iter().map(|(status, count)| format!("{count} {status}")).collect();
    let changed = if counts.is_empty() { "nothing changed".to_owned() } else { counts.join(", ") };
    format!("{changed}; {} unchanged", comparison.unchanged)
}
