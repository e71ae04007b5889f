//! What is found, as people and programs want to read it.
//!
//! A format says how one file is shown, which is done on the thread that judged it, and what stands before, between and
//! after the files. So no more than a few files of a run are held at a time, whatever the format.

mod arguments;
mod checkstyle;
mod concise;
mod file;
mod github;
mod gitlab;
mod human;
pub mod json;
mod junit;
mod markdown;
mod rdjson;
mod sarif;
mod target;
mod uri;
mod xml;

pub(super) use arguments::OutputArguments;

use super::baseline::Stale;
use super::check::FailOn;
use super::compare::LeftOut;
use super::files::Judged;
use super::terminal::Terminal;
use crate::model::ReadProblem;
use crate::rules::Level;
use arguments::Destination;
use clap::ValueEnum;
use file::File;
use target::Target;

/// How to show what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: the place, the reason and the way out.
    Human,
    /// One line a finding.
    Concise,
    /// For programs; the documentation has its schema.
    Json,
    /// One JSON object a line: each finding, and the summary.
    JsonLines,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
    /// A code quality report of GitLab.
    Gitlab,
    /// JUnit XML: a test case a claim.
    Junit,
    /// Checkstyle XML.
    Checkstyle,
    /// The format of reviewdog, with suggestions.
    Rdjson,
    /// Markdown for the summary of a job: the matrix, and what was found.
    Markdown,
}

impl Format {
    /// Whether lines of plain text may follow it: it is read by people, or line by line.
    fn takes_words(self) -> bool {
        matches!(self, Self::Human | Self::Concise | Self::Github)
    }
}

/// How a file is to be shown.
#[derive(Clone, Copy)]
pub(super) struct ShownAs {
    format: Format,
    colours: bool,
    /// The level from which findings fail the run.
    failing: Option<Level>,
}

impl ShownAs {
    /// One line a finding, without colours.
    pub(super) const CONCISE: ShownAs = ShownAs { format: Format::Concise, colours: false, failing: None };
}

/// A file in one format.
enum Piece {
    Text(String),
    Issues(Vec<gitlab::Issue>),
    Counted(Box<markdown::Counted>),
}

fn piece(file: &File<'_>, shown_as: ShownAs) -> Piece {
    Piece::Text(match shown_as.format {
        Format::Human => human::file(file, shown_as.colours),
        Format::Concise => concise::file(file),
        Format::Json => json::file(file),
        Format::JsonLines => json::lines(file),
        Format::Sarif => sarif::file(file),
        Format::Github => github::file(file),
        Format::Gitlab => return Piece::Issues(gitlab::file(file)),
        Format::Junit => junit::file(file, shown_as.failing),
        Format::Checkstyle => checkstyle::file(file),
        Format::Rdjson => rdjson::file(file),
        Format::Markdown => return Piece::Counted(Box::new(markdown::file(file))),
    })
}

/// One file's part of the output, made on the thread that judged it.
#[derive(Default)]
pub(super) struct FileResult {
    /// Why the file could not be judged, where that is no finding.
    pub(super) problem: Option<String>,
    /// The file in each of the formats.
    pieces: Vec<Piece>,
    counts: [usize; 4],
    claims: usize,
    /// Findings that are in the baseline.
    hidden: usize,
    /// Fixes that were applied.
    fixed: usize,
    judged: bool,
}

impl FileResult {
    pub(super) fn new(judged: Judged, shown_as: &[ShownAs]) -> FileResult {
        let unread = match &judged.outcome {
            Ok(_) => None,
            Err(problem) => match unread(problem) {
                Some(message) => Some(message),
                None => {
                    let problem = Some(format!("{}: {problem}", judged.path));
                    return FileResult { problem, ..FileResult::default() };
                }
            },
        };
        let file = File::new(&judged, unread.as_deref().unwrap_or(""));
        let mut counts = [0; 4];
        for finding in file.findings() {
            counts[index(finding.level)] += 1;
        }
        let pieces = shown_as.iter().map(|&shown_as| piece(&file, shown_as)).collect();
        FileResult {
            problem: None,
            pieces,
            counts,
            claims: file.claims().len(),
            hidden: file.hidden(),
            fixed: file.fixed(),
            judged: true,
        }
    }

    /// The file in those of the formats that are text as it stands.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            Piece::Issues(_) | Piece::Counted(_) => None,
        })
    }
}

/// What is no text is a finding, as a spec that cannot be read is; what the system refuses is not.
fn unread(problem: &ReadProblem) -> Option<String> {
    match problem {
        ReadProblem::NotUtf8(_) => Some(format!("This file cannot be read as a spec: {problem}. Save it as UTF-8.")),
        ReadProblem::TooLarge(_) => Some(format!("This file is not checked: {problem}. Split it into several files.")),
        _ => None,
    }
}

fn index(level: Level) -> usize {
    Level::ALL.iter().position(|&each| each == level).unwrap_or(0)
}

/// A run when all files are judged.
pub(super) struct Run<'a> {
    pub(super) summary: &'a Summary,
    /// What could not be found or read, a line each.
    pub(super) problems: &'a [String],
    /// What in the configuration means nothing, a line each.
    pub(super) misconfigured: &'a [String],
    pub(super) fail_on: FailOn,
    pub(super) exit: u8,
}

/// All that a run is to write.
pub(super) struct Outputs {
    outputs: Vec<Output>,
    colours: bool,
    /// Something else stands on standard output: what would be printed there goes to standard error.
    aside: bool,
}

struct Output {
    format: Format,
    /// The file that is written; none for standard output.
    file: Option<Target>,
    to_standard_output: bool,
    /// Whether a part was written already, so that the next one is set apart.
    begun: bool,
    seen: gitlab::Seen,
    sums: markdown::Sums,
}

impl Outputs {
    /// Makes ready what is asked for.
    ///
    /// # Errors
    /// Says what does not fit together, or which file cannot be written.
    pub(super) fn open(arguments: &OutputArguments, colours: bool) -> Result<Outputs, String> {
        let outputs = arguments.wanted()?.into_iter().map(|wanted| {
            let file = match wanted.to {
                Destination::StandardOutput => None,
                Destination::File(path) => Some(Target::open(&path)?),
            };
            let (seen, sums) = Default::default();
            let to_standard_output = file.is_none();
            Ok(Output { format: wanted.format, file, to_standard_output, begun: false, seen, sums })
        });
        Ok(Outputs { outputs: outputs.collect::<Result<_, String>>()?, colours, aside: false })
    }

    /// Leaves standard output to what was printed there already, and goes to standard error instead.
    pub(super) fn put_aside(&mut self, terminal: &Terminal) {
        self.aside = true;
        self.colours = terminal.colours_aside();
    }

    /// How each file is to be shown, if findings of that level and those above it fail the run.
    pub(super) fn shown_as(&self, failing: Option<Level>) -> Vec<ShownAs> {
        self.outputs
            .iter()
            .map(|output| {
                let colours = self.colours && output.file.is_none();
                ShownAs { format: output.format, colours, failing }
            })
            .collect()
    }

    /// Writes what stands before all files.
    pub(super) fn begin(&mut self, terminal: &mut Terminal) {
        for output in &mut self.outputs {
            let head = match output.format {
                Format::Json => json::HEAD.to_owned(),
                Format::Sarif => sarif::head(),
                Format::Gitlab => "[\n".to_owned(),
                Format::Junit => junit::head(),
                Format::Checkstyle => checkstyle::head(),
                Format::Rdjson => rdjson::head(),
                Format::Human | Format::Concise | Format::JsonLines | Format::Github | Format::Markdown => continue,
            };
            output.write(&head, self.aside, terminal);
        }
    }

    /// Writes a file.
    pub(super) fn add(&mut self, result: FileResult, terminal: &mut Terminal) {
        for (output, piece) in self.outputs.iter_mut().zip(result.pieces) {
            let text = match piece {
                Piece::Text(text) => text,
                Piece::Issues(issues) => output.seen.write(issues),
                Piece::Counted(counted) => {
                    output.sums.add(*counted);
                    continue;
                }
            };
            if text.is_empty() {
                continue;
            }
            let between = match output.format {
                Format::Json => ",",
                Format::Sarif | Format::Gitlab | Format::Rdjson => ",\n",
                _ => "",
            };
            if output.begun {
                output.write(between, self.aside, terminal);
            }
            output.begun = true;
            output.write(&text, self.aside, terminal);
        }
    }

    /// Writes what stands after all files, and puts the written files in their places. Gives back why some could not be
    /// written, a line each.
    pub(super) fn end(&mut self, run: &Run<'_>, terminal: &mut Terminal) -> Vec<String> {
        let mut unwritten = Vec::new();
        for output in &mut self.outputs {
            let tail = match output.format {
                Format::Json => json::tail(run),
                Format::JsonLines => json::summary_line(run),
                Format::Sarif => sarif::tail(run),
                Format::Github => github::tail(run),
                Format::Gitlab => "\n]\n".to_owned(),
                Format::Junit => junit::tail(run),
                Format::Checkstyle => checkstyle::TAIL.to_owned(),
                Format::Rdjson => rdjson::TAIL.to_owned(),
                Format::Markdown => output.sums.page(run),
                Format::Human | Format::Concise if output.file.is_some() => {
                    last_line(run.summary, run.fail_on, run.exit)
                }
                Format::Human | Format::Concise => String::new(),
            };
            output.write(&tail, self.aside, terminal);
            unwritten.extend(output.file.take().and_then(|file| file.finish().err()));
        }
        unwritten
    }

    /// Prints the last line, which is for people, unless what was printed is for programs.
    pub(super) fn print_last_line(&self, line: &str, terminal: &mut Terminal) {
        let for_people = self.outputs.iter().all(|output| !output.to_standard_output || output.format.takes_words());
        match (for_people, self.aside) {
            (true, true) => terminal.print_aside(line),
            (true, false) => terminal.print(line),
            (false, _) => {}
        }
    }
}

impl Output {
    fn write(&mut self, text: &str, aside: bool, terminal: &mut Terminal) {
        match (&mut self.file, aside) {
            (Some(file), _) => file.write(text),
            (None, false) if self.format.takes_words() => terminal.print(text),
            (None, false) => terminal.print_file(text),
            (None, true) if self.format.takes_words() => terminal.print_aside(text),
            (None, true) => terminal.print_file_aside(text),
        }
    }
}

/// What came of fixes.
pub(super) struct FixCount {
    /// The files with any.
    pub(super) files: usize,
    /// Whether they were written; else they were shown.
    pub(super) written: bool,
    /// Those that could not be written.
    pub(super) unwritten: usize,
}

/// What all files come to.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) files: usize,
    pub(super) claims: usize,
    /// Files and folders that could not be read.
    pub(super) problems: usize,
    /// Folders without a spec.
    pub(super) empty: usize,
    /// Files of output that could not be written.
    pub(super) unwritten: usize,
    /// Findings that are in the baseline.
    pub(super) hidden: usize,
    /// Entries of the baseline that hide nothing any more.
    pub(super) stale: Vec<Stale>,
    /// Fixes that were applied, or would be.
    pub(super) fixed: usize,
    /// What came of them, if fixes were asked for.
    pub(super) fixes: Option<FixCount>,
    /// What was left out, where only what changed is told.
    pub(super) left_out: Option<LeftOut>,
    /// For each level, the gravest first.
    counts: [usize; 4],
}

impl Summary {
    pub(super) fn add(&mut self, result: &FileResult) {
        self.files += usize::from(result.judged);
        self.claims += result.claims;
        self.hidden += result.hidden;
        self.fixed += result.fixed;
        for (sum, count) in self.counts.iter_mut().zip(result.counts) {
            *sum += count;
        }
    }

    pub(super) fn count(&self, level: Level) -> usize {
        self.counts[index(level)]
    }

    pub(super) fn at_or_above(&self, level: Level) -> usize {
        self.counts[..=index(level)].iter().sum()
    }
}

/// A number and what it counts.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// How many findings there are of each level and how many are hidden, in words.
fn found(summary: &Summary) -> String {
    let found: Vec<String> = Level::ALL
        .iter()
        .filter(|&&level| summary.count(level) > 0)
        .map(|&level| match level {
            Level::Error => count(summary.count(level), "error", "errors"),
            Level::Warning => count(summary.count(level), "warning", "warnings"),
            Level::Information => format!("{} information", summary.count(level)),
            Level::Hint => count(summary.count(level), "hint", "hints"),
        })
        .collect();
    let mut found = if found.is_empty() { "nothing found".to_owned() } else { found.join(", ") };
    if summary.hidden > 0 {
        found += &format!(", {} hidden by the baseline", summary.hidden);
    }
    found
}

/// What was counted and what the exit code means; before it, on a line of its own, what was left out.
pub(super) fn last_line(summary: &Summary, fail_on: FailOn, exit: u8) -> String {
    let found = found(summary);
    let meaning = meaning(summary, fail_on, exit);
    let since = summary.left_out.as_ref().map_or_else(String::new, LeftOut::in_words);
    let fixed = summary.fixes.as_ref().map_or_else(String::new, |fixes| {
        let findings = count(summary.fixed, "finding", "findings");
        match (summary.fixed, fixes.written) {
            (0, _) => "Nothing to fix. ".to_owned(),
            (_, true) => format!("Fixed {findings} in {}. ", count(fixes.files, "file", "files")),
            (_, false) => format!("{findings} in {} would be fixed. ", count(fixes.files, "file", "files")),
        }
    });
    format!(
        "{since}{fixed}Checked {} with {}: {found}. Exit code {exit}: {meaning}.\n",
        count(summary.files, "file", "files"),
        count(summary.claims, "claim", "claims")
    )
}

/// What an exit code means.
fn meaning(summary: &Summary, fail_on: FailOn, exit: u8) -> String {
    let total: usize = Level::ALL.iter().map(|&level| summary.count(level)).sum();
    let failing = fail_on.level().map_or(0, |level| summary.at_or_above(level));
    match exit {
        2 if summary.unwritten > 0 => format!("{} could not be written", count(summary.unwritten, "file", "files")),
        2 if summary.problems > 0 => format!("{} could not be read", count(summary.problems, "path", "paths")),
        2 if summary.empty > 0 => {
            format!("there is nothing to check in {}", count(summary.empty, "folder", "folders"))
        }
        2 if summary.fixes.as_ref().is_some_and(|fixes| fixes.unwritten > 0) => "not all could be written".to_owned(),
        2 => "the configuration is not understood".to_owned(),
        1 if failing == 0 => "there is something to fix".to_owned(),
        1 => format!("{} at or above `{}`", count(failing, "finding", "findings"), fail_on.as_str()),
        _ if total == 0 => "clean".to_owned(),
        _ if fail_on == FailOn::Never => "nothing fails with `--fail-on never`".to_owned(),
        _ => {
            let gravest = Level::ALL.iter().find(|&&level| summary.count(level) > 0);
            let advice = match gravest {
                Some(Level::Warning) => "; `--fail-on warning` to fail on them",
                Some(Level::Information) => "; `--fail-on information` to fail on them",
                _ => "",
            };
            format!("nothing at or above `{}`{advice}", fail_on.as_str())
        }
    }
}
