//! What is drawn, as plain data.

use super::claims;
use super::standing::Standing;
use crate::model::{Axis, Cell, FileId, Matrix, Provenance, Snapshot, Strength};
use crate::rules::{Origin, Report, Verdict};
use crate::text::{TextRange, TextSize};
use smol_str::SmolStr;

/// What is claimed in one file or several, and where.
#[derive(Clone, Debug)]
pub struct HeatMap {
    /// The nine cells, row by row: see [`Cell::index`].
    pub cells: [MapCell; 9],
    /// The projects, in the order of the files and of the text.
    pub projects: Vec<MapProject>,
    /// The claims, in the same order.
    pub claims: Vec<MapClaim>,
}

/// A cell and how it is rated.
#[derive(Clone, Debug)]
pub struct MapCell {
    /// The cell.
    pub cell: Cell,
    /// How the matrices that judge the projects rate it, each different rating once; none if none of them does.
    pub ratings: Vec<Rated>,
}

/// How a matrix rates a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// How well the two properties go together.
    pub strength: Strength,
    /// On whose word.
    pub provenance: Provenance,
    /// The matrix that says so.
    pub matrix: SmolStr,
}

/// A project.
#[derive(Clone, Debug)]
pub struct MapProject {
    /// Its name; empty while it has none.
    pub name: String,
    /// Its title; its name where it has none.
    pub title: String,
    /// The file that it is in, where more than one file is shown.
    pub file: Option<String>,
    /// Where it stands in the triangle of AI.
    pub ai: Standing,
    /// Where it stands in the trilemma of blockchains.
    pub blockchain: Standing,
}

impl MapProject {
    /// Where it stands in one of the two triangles.
    pub fn standing(&self, axis: Axis) -> &Standing {
        match axis {
            Axis::Ai => &self.ai,
            Axis::Blockchain => &self.blockchain,
        }
    }
}

/// A claim.
#[derive(Clone, Debug)]
pub struct MapClaim {
    /// What it is called in a page: the file, where there are several, its project and its name. No two are the same,
    /// and an edit elsewhere changes none.
    pub id: String,
    /// Its project, as a place in [`HeatMap::projects`].
    pub project: Option<usize>,
    /// Its name; a word for it while it has none.
    pub name: String,
    /// What it says, shortened.
    pub says: String,
    /// What is made of it; nothing for a claim that is in no rated cell.
    pub verdict: Option<Verdict>,
    /// Why, in a sentence.
    pub reason: &'static str,
    /// The shortest way to a better verdict, in a sentence; empty where there is none.
    pub way: &'static str,
    /// The cells that it is in.
    pub placed: Vec<Placed>,
    /// It owns up to a weakness with a caveat.
    pub caveat: bool,
    /// The file that it is in.
    pub file: FileId,
    /// All of it.
    pub range: TextRange,
    /// What to put the cursor on.
    pub selection: TextRange,
}

/// A claim in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The cell.
    pub cell: Cell,
    /// How the matrix that judges the claim rates it; nothing if it does not.
    pub strength: Option<Strength>,
    /// Who placed it there.
    pub origin: Origin,
}

impl HeatMap {
    /// The map of these files, each with what was found in it. Where there are several each is named, with the name
    /// that is given.
    pub fn of(snapshot: &Snapshot, files: &[(String, &Report)]) -> HeatMap {
        let mut cells = Cell::all();
        let mut map = HeatMap {
            // There are nine.
            cells: std::array::from_fn(|_| MapCell { cell: cells.next().unwrap_or(Cell::FIRST), ratings: Vec::new() }),
            projects: Vec::new(),
            claims: Vec::new(),
        };
        for (label, report) in files {
            let label = (files.len() > 1).then_some(label.as_str());
            claims::add(&mut map, snapshot, report, label);
        }
        if map.cells.iter().all(|cell| cell.ratings.is_empty()) {
            map.rate(snapshot.library().standard());
        }
        map
    }

    /// Takes in how a matrix rates the cells.
    pub(super) fn rate(&mut self, matrix: &Matrix) {
        for MapCell { cell, ratings } in &mut self.cells {
            let Some(rating) = matrix.rating(*cell) else { continue };
            let rated =
                Rated { strength: rating.strength, provenance: rating.provenance, matrix: rating.matrix.clone() };
            if !ratings.contains(&rated) {
                ratings.push(rated);
            }
        }
    }

    /// The claim of that id.
    pub fn claim(&self, id: &str) -> Option<&MapClaim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// The claim that an offset of a file is in.
    pub fn claim_at(&self, file: FileId, offset: TextSize) -> Option<&MapClaim> {
        self.claims.iter().rfind(|claim| claim.file == file && claim.range.contains_inclusive(offset))
    }

    /// How many claims have that verdict.
    pub fn count(&self, verdict: Option<Verdict>) -> usize {
        self.claims.iter().filter(|claim| claim.verdict == verdict).count()
    }
}
