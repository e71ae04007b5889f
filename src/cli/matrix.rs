//! `hypecheck matrix`: the 3×3 in the terminal, with the claims counted in each cell, or as a picture.

use super::deliver::{Made, Target};
use super::files::{Found, Input, Judged, find, judge};
use super::naming::Naming;
use super::output::count;
use super::terminal::Terminal;
use super::{Exit, Judging, raster, report};
use crate::ide::picture::{self, HeatMap, SpecFacts};
use crate::model::{AiProperty, Cell, ChainProperty, Library, Strength};
use crate::rules::JudgedClaim;
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use std::path::PathBuf;
use std::sync::Arc;

/// What `hypecheck matrix` is asked to draw.
#[derive(Debug, clap::Args)]
pub(super) struct MatrixArguments {
    /// Files and folders; `-` for standard input. The current folder when left out.
    paths: Vec<PathBuf>,
    /// The name of the text on standard input.
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
    /// Draw with ASCII characters alone.
    #[arg(long, visible_alias = "plain")]
    ascii: bool,
    /// Draw a picture as SVG instead, into a file if one is named behind a `=`.
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, group = "picture")]
    svg: Option<Option<PathBuf>>,
    /// The same as PNG.
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, group = "picture")]
    png: Option<Option<PathBuf>>,
    /// Write a diagram for Mermaid instead: of the matrix, or of the argument, from claims to techniques and evidence.
    #[arg(long, value_enum, value_name = "OF", num_args = 0..=1, require_equals = true, default_missing_value = "matrix", group = "picture")]
    mermaid: Option<Diagram>,
    /// The file to write a picture or diagram to; `-` or nothing for standard output.
    #[arg(short, long, value_name = "FILE", requires = "picture")]
    output: Option<PathBuf>,
    /// How many pixels of a PNG are one unit of the drawing.
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=4), requires = "png")]
    scale: u8,
}

/// What a diagram shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Diagram {
    /// The nine cells with the claims in them.
    Matrix,
    /// Each claim with the techniques that make it possible and the evidence behind it.
    Argument,
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
pub(super) fn counted(claims: &[Arc<JudgedClaim>]) -> [Counted; 9] {
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
    let drawn = match (&arguments.svg, &arguments.png, arguments.mermaid) {
        (Some(file), _, _) => draw_picture(file, arguments, &inputs, judging, &mut problems, terminal),
        (_, Some(file), _) => draw_picture(file, arguments, &inputs, judging, &mut problems, terminal),
        (_, _, Some(_)) => draw_picture(&None, arguments, &inputs, judging, &mut problems, terminal),
        _ => {
            count_claims(arguments, &inputs, judging, &mut problems, terminal);
            Ok(())
        }
    };
    problems.extend(drawn.err());
    problems.extend(judging.problems());
    for problem in &problems {
        terminal.complain(problem);
    }
    if problems.is_empty() { Exit::Clean } else { Exit::CouldNotRun }
}

/// Draws a picture of all that could be read.
fn draw_picture(
    file: &Option<PathBuf>,
    arguments: &MatrixArguments,
    inputs: &[Input],
    judging: &Judging,
    problems: &mut Vec<String>,
    terminal: &mut Terminal,
) -> Result<(), String> {
    if file.is_some() && arguments.output.is_some() {
        return Err("two files are named to write to; name one".to_owned());
    }
    let target = Target::new(file.as_ref().or(arguments.output.as_ref()), inputs)?;
    if arguments.png.is_some() && !target.takes_bytes(terminal) {
        return Err(super::deliver::NO_TEXT.to_owned());
    }
    let naming = Naming::of(inputs);
    let mut specs = Vec::new();
    for result in judge(inputs, judging, |judged: Judged| report::facts(judged, &naming)) {
        match result {
            Ok(facts) => specs.push(facts),
            Err(problem) => problems.push(problem),
        }
    }
    if specs.is_empty() {
        return Err("nothing was drawn, for there is nothing to draw".to_owned());
    }
    let made = match (arguments.mermaid, &arguments.png) {
        (Some(Diagram::Argument), _) => Made::Text(picture::mermaid_argument(&specs.iter().collect::<Vec<_>>())),
        (Some(Diagram::Matrix), _) => Made::Text(picture::mermaid_matrix(&whole(specs))),
        (None, Some(_)) => {
            let svg = picture::poster(&whole(specs), judging.today);
            Made::Bytes(raster::png(&svg, f32::from(arguments.scale))?)
        }
        (None, None) => Made::Text(format!("{}\n", picture::poster(&whole(specs), judging.today))),
    };
    if let Some(path) = target.deliver(&made, terminal)? {
        terminal.print(&format!("Wrote {}.\n", super::terminal::printable(&path)));
    }
    Ok(())
}

/// All of them in one map.
fn whole(specs: Vec<SpecFacts>) -> HeatMap {
    HeatMap::together(specs.into_iter().map(|spec| (spec.name, spec.map))).unwrap_or_else(HeatMap::standard)
}

/// Counts the claims in each cell and draws that with characters.
fn count_claims(
    arguments: &MatrixArguments,
    inputs: &[Input],
    judging: &Judging,
    problems: &mut Vec<String>,
    terminal: &mut Terminal,
) {
    let judged = judge(inputs, judging, |judged| match judged.outcome {
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

/// The matrix with the claims counted in each cell.
pub(super) fn draw(cells: &[Counted; 9], ascii: bool) -> String {
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
