//! What is drawn, as plain data.

use super::claims;
use super::standing::Standing;
use crate::model::{Axis, Cell, FileId, Library, Matrix, Provenance, Snapshot, Strength};
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
    /// How the matrix that judges it rates the nine cells.
    pub ratings: [Option<Rated>; 9],
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
    /// Where on a page, which the map is a part of, more is said of it: the name of an anchor.
    pub anchor: Option<String>,
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
        let mut map = HeatMap::blank();
        for (label, report) in files {
            let label = (files.len() > 1).then_some(label.as_str());
            claims::add(&mut map, snapshot, report, label);
        }
        if map.cells.iter().all(|cell| cell.ratings.is_empty()) {
            map.rate(snapshot.library().standard());
        }
        map
    }

    /// The standard matrix without a claim.
    pub fn standard() -> HeatMap {
        let mut map = HeatMap::blank();
        map.rate(Library::get().standard());
        map
    }

    /// Nine cells that nobody rates.
    fn blank() -> HeatMap {
        let mut cells = Cell::all();
        HeatMap {
            // There are nine.
            cells: std::array::from_fn(|_| MapCell { cell: cells.next().unwrap_or(Cell::FIRST), ratings: Vec::new() }),
            projects: Vec::new(),
            claims: Vec::new(),
        }
    }

    /// One map of several, each of a file and with the name that the file has on it.
    ///
    /// The claims' places are those in their own files' snapshots, which such a map does not tell apart.
    pub fn together(maps: impl IntoIterator<Item = (String, HeatMap)>) -> Option<HeatMap> {
        let mut maps = maps.into_iter().peekable();
        let (first, mut whole) = maps.next()?;
        if maps.peek().is_none() {
            return Some(whole);
        }
        // A file without a project shows the standard matrix, which need not be that of the others.
        if whole.projects.is_empty() && whole.claims.is_empty() {
            whole.cells.iter_mut().for_each(|cell| cell.ratings.clear());
        }
        whole.name(&first);
        for (name, mut map) in maps {
            map.name(&name);
            let before = whole.projects.len();
            if !(map.projects.is_empty() && map.claims.is_empty()) {
                for (whole, cell) in whole.cells.iter_mut().zip(map.cells) {
                    for rated in cell.ratings {
                        if !whole.ratings.contains(&rated) {
                            whole.ratings.push(rated);
                        }
                    }
                }
            }
            whole.projects.extend(map.projects);
            whole.claims.extend(map.claims.into_iter().map(|mut claim| {
                claim.project = claim.project.map(|project| project + before);
                claim
            }));
        }
        if whole.cells.iter().all(|cell| cell.ratings.is_empty()) {
            whole.rate(Library::get().standard());
        }
        Some(whole)
    }

    /// Names the file that all of it is in.
    fn name(&mut self, file: &str) {
        let file = claims::shown(file, claims::MOST_NAMED);
        for project in &mut self.projects {
            project.file = Some(file.clone());
        }
        for claim in &mut self.claims {
            claim.id.insert_str(0, &file);
        }
    }

    /// The map of one of its projects, or of the claims that are in none.
    pub fn part(&self, project: Option<usize>) -> HeatMap {
        let known = project.and_then(|index| self.projects.get(index));
        let mut cells = self.cells.clone();
        if let Some(known) = known {
            for (cell, rated) in cells.iter_mut().zip(&known.ratings) {
                cell.ratings = rated.iter().cloned().collect();
            }
        }
        let mut claims: Vec<MapClaim> = self.claims.iter().filter(|claim| claim.project == project).cloned().collect();
        for claim in &mut claims {
            claim.project = known.map(|_| 0);
        }
        HeatMap { cells, projects: known.cloned().into_iter().collect(), claims }
    }

    /// Takes in how a matrix rates the cells.
    pub(super) fn rate(&mut self, matrix: &Matrix) {
        for (MapCell { ratings, .. }, rated) in self.cells.iter_mut().zip(ratings(matrix)) {
            let Some(rated) = rated else { continue };
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

/// How a matrix rates the nine cells.
pub(super) fn ratings(matrix: &Matrix) -> [Option<Rated>; 9] {
    let mut rated = [const { None }; 9];
    for cell in Cell::all() {
        rated[cell.index()] = matrix.rating(cell).map(|rating| Rated {
            strength: rating.strength,
            provenance: rating.provenance,
            matrix: rating.matrix.clone(),
        });
    }
    rated
}
