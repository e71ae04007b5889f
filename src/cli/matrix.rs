//! `hypecheck matrix`: the 3×3 in the terminal, with the claims counted in each cell.

use super::files::{Found, find, judge};
use super::output::count;
use super::terminal::Terminal;
use super::{Exit, Judging};
use crate::model::{AiProperty, Cell, ChainProperty, Library, Strength};
use crate::rules::JudgedClaim;
use anstyle::{AnsiColor, Style};
use std::path::PathBuf;

/// What `hypecheck matrix` is asked to draw.
#[derive(Debug, clap::Args)]
pub(super) struct MatrixArguments {
    /// Files and folders; `-` for standard input. The current folder when left out.
    paths: Vec<PathBuf>,
    /// The name of the text on standard input.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
    /// Draw with ASCII characters alone.
    #[arg(long)]
    ascii: bool,
}

/// The claims in a cell.
#[derive(Clone, Copy, Default)]
pub(super) struct Counted {
    /// For each strength: strong, moderate, weak. Matrices may differ in how they rate a cell.
    pub(super) claims: [usize; 3],
}

impl Counted {
    pub(super) fn total(self) -> usize {
        self.claims.iter().sum()
    }

    pub(super) fn add(&mut self, other: Counted) {
        for (sum, own) in self.claims.iter_mut().zip(other.claims) {
            *sum += own;
        }
    }
}

/// The claims in each of the nine cells. One in two cells counts in both, and one in a cell that its matrix does not rate
/// in none.
pub(super) fn counted(claims: &[JudgedClaim]) -> [Counted; 9] {
    let mut cells = [Counted::default(); 9];
    for cell in claims.iter().flat_map(|claim| &claim.cells) {
        if let Some(rating) = &cell.rating {
            cells[cell.cell.index()].claims[rating.strength as usize] += 1;
        }
    }
    cells
}

/// Columns inside a cell.
const WIDTH: usize = 18;

pub(super) fn run(arguments: &MatrixArguments, judging: &Judging, terminal: &mut Terminal) -> Exit {
    let Found { inputs, mut problems, empty } = find(&arguments.paths, arguments.stdin_filename.as_deref());
    problems.extend(empty);
    let judged = judge(&inputs, judging, |judged| match judged.outcome {
        Ok(judgement) => {
            let cells = counted(&judgement.report.claims);
            let (mut unplaced, mut unrated) = (0, 0);
            for claim in &judgement.report.claims {
                let placed = claim.cells.iter().any(|cell| cell.rating.is_some());
                unplaced += usize::from(claim.cells.is_empty());
                unrated += usize::from(!claim.cells.is_empty() && !placed);
            }
            Ok((cells, judgement.report.claims.len(), unplaced, unrated))
        }
        Err(problem) => Err(format!("{}: {problem}", judged.path)),
    });
    let mut cells = [Counted::default(); 9];
    let (mut files, mut claims, mut unplaced, mut unrated) = (0, 0, 0, 0);
    for result in judged {
        match result {
            Ok((own, own_claims, own_unplaced, own_unrated)) => {
                files += 1;
                claims += own_claims;
                unplaced += own_unplaced;
                unrated += own_unrated;
                for (sum, own) in cells.iter_mut().zip(own) {
                    sum.add(own);
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    terminal.print(&draw(&cells, arguments.ascii));
    let unrated = match unrated {
        0 => String::new(),
        n => format!(", {n} in a cell that its matrix does not rate"),
    };
    terminal.print(&format!(
        "{} in {}; {unplaced} in no cell{unrated}. A claim in two cells counts in both.\n",
        count(claims, "claim", "claims"),
        count(files, "file", "files")
    ));
    problems.extend(judging.problems());
    for problem in &problems {
        terminal.complain(problem);
    }
    if problems.is_empty() { Exit::Clean } else { Exit::CouldNotRun }
}

struct Lines {
    horizontal: &'static str,
    vertical: &'static str,
    corners: [[&'static str; 3]; 3],
    signs: [&'static str; 3],
}

const UNICODE: Lines = Lines {
    horizontal: "─",
    vertical: "│",
    corners: [["┌", "┬", "┐"], ["├", "┼", "┤"], ["└", "┴", "┘"]],
    signs: ["●", "◐", "○"],
};

const ASCII: Lines = Lines { horizontal: "-", vertical: "|", corners: [["+"; 3]; 3], signs: ["*", "~", "!"] };

fn draw(cells: &[Counted; 9], ascii: bool) -> String {
    let lines = if ascii { ASCII } else { UNICODE };
    let label = AiProperty::WORDS.iter().map(|word| word.len()).max().unwrap_or(0);
    let rule = |[left, middle, right]: [&str; 3]| {
        let run = lines.horizontal.repeat(WIDTH);
        format!("{} {left}{run}{middle}{run}{middle}{run}{right}\n", " ".repeat(label))
    };
    let mut drawn = " ".repeat(label + 2);
    for word in ChainProperty::WORDS {
        drawn += &format!("{word:^WIDTH$} ");
    }
    drawn = format!("{}\n{}", drawn.trim_end(), rule(lines.corners[0]));
    let standard = Library::get().standard();
    for (row, &ai) in AiProperty::ALL.iter().enumerate() {
        let (mut first, mut second) =
            (format!("{:label$} {}", ai.as_str(), lines.vertical), format!("{:label$} {}", "", lines.vertical));
        for &chain in ChainProperty::ALL {
            let cell = Cell { ai, chain };
            let strength = standard.rating(cell).map(|rating| rating.strength);
            let word = strength.map_or("not rated".to_owned(), |s| format!("{} {s}", lines.signs[s as usize]));
            let text = match cells[cell.index()].total() {
                0 => String::new(),
                n => count(n, "claim", "claims"),
            };
            let style = strength.map_or(Style::new(), style);
            first += &format!("{}{word:^WIDTH$}{}{}", style.render(), style.render_reset(), lines.vertical);
            second += &format!("{text:^WIDTH$}{}", lines.vertical);
        }
        drawn += &format!("{first}\n{second}\n{}", rule(lines.corners[if row == 2 { 2 } else { 1 }]));
    }
    drawn
}

fn style(strength: Strength) -> Style {
    match strength {
        Strength::Strong => AnsiColor::Green.on_default(),
        Strength::Moderate => AnsiColor::Yellow.on_default(),
        Strength::Weak => AnsiColor::Red.on_default(),
    }
    .bold()
}
