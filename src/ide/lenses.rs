//! Lenses: a line above a project that says what its claims come to, one above a cell that says what it judges, and one
//! above a claim that says how it stood before.

use crate::model::{Cell, FileId, Snapshot, Strength};
use crate::rules::{JudgedClaim, MovedClaim, Report, Verdict};
use crate::syntax::{Child, Keyword};
use crate::text::{TextRange, TextSize};
use std::collections::HashMap;
use std::sync::Arc;

/// A line above a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// What it is about: the name of the project, or the cell.
    pub range: TextRange,
    /// What it says.
    pub says: LensText,
}

/// What a lens says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LensText {
    /// What the claims of a project of that name come to.
    Project {
        /// The name.
        name: String,
        /// How many there are of each strength.
        tally: Tally,
    },
    /// How many claims a cell judges: known when the whole workspace has been looked at, see [`CellUse`].
    Cell,
    /// How a claim stood before that stands otherwise now, as in `was promising`.
    Claim {
        /// The words.
        was: String,
    },
}

/// How many cells of each strength some claims are in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; Strength::ALL.len()],
    unplaced: usize,
}

impl Tally {
    /// Counts.
    pub fn of<'a>(claims: impl IntoIterator<Item = &'a Arc<JudgedClaim>>) -> Tally {
        let mut tally = Tally::default();
        for claim in claims {
            let ratings = claim.cells.iter().filter_map(|cell| cell.rating.as_ref());
            ratings.for_each(|rating| tally.counts[rating.strength as usize] += 1);
            tally.unplaced += usize::from(claim.cells.is_empty());
        }
        tally
    }

    /// How many there are of a strength.
    pub fn count(&self, strength: Strength) -> usize {
        self.counts[strength as usize]
    }

    /// How many claims are in no cell.
    pub fn unplaced(&self) -> usize {
        self.unplaced
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        *self == Tally::default()
    }
}

impl std::fmt::Display for Tally {
    /// `3 strong · 1 moderate · 2 weak`, without what there is none of.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counts = Strength::ALL.iter().map(|&strength| (self.count(strength), strength.as_str()));
        let shown = counts.chain([(self.unplaced, "in no cell")]).filter(|(count, _)| *count > 0);
        f.write_str(&shown.map(|(count, what)| format!("{count} {what}")).collect::<Vec<_>>().join(" · "))
    }
}

/// The lenses of a file, in the order of the text. `report` is what was found in the file, and `moved` are those of its
/// claims that stand otherwise than before, as far as that is known.
pub fn lenses(snapshot: &Snapshot, id: FileId, report: &Report, moved: &[MovedClaim]) -> Vec<Lens> {
    let Some(file) = snapshot.file(id) else { return Vec::new() };
    let mut lenses = Vec::new();
    for child in file.tree().declarations() {
        match child.declaration.keyword {
            Keyword::Project => lenses.extend(project(child, report)),
            Keyword::Matrix => lenses.extend(cells(child)),
            _ => {}
        }
    }
    lenses.extend(
        moved.iter().map(|moved| Lens { range: moved.now.selection, says: LensText::Claim { was: was(moved) } }),
    );
    lenses.sort_by_key(|lens| lens.range.start());
    lenses
}

/// How a claim stood: what of it is otherwise now.
fn was(moved: &MovedClaim) -> String {
    let before = &moved.before;
    let cells = before.cells.iter().map(Cell::to_string).collect::<Vec<_>>().join(", ");
    let judged = moved.is_judged_otherwise();
    match (before.verdict.filter(|_| judged), moved.is_placed_elsewhere()) {
        _ if before.cells.is_empty() => "was in no cell".to_owned(),
        (Some(Verdict::Works), false) => "worked".to_owned(),
        (Some(Verdict::Works), true) => format!("worked in {cells}"),
        (Some(verdict), false) => format!("was {verdict}"),
        (Some(verdict), true) => format!("was {verdict} in {cells}"),
        // No matrix rated the cell then.
        (None, false) => "was not judged".to_owned(),
        (None, true) if judged => format!("was not judged in {cells}"),
        (None, true) => format!("was in {cells}"),
    }
}

fn project(child: &Child, report: &Report) -> Option<Lens> {
    let (range, claims) = (child.range(), &report.claims);
    let first = claims.partition_point(|claim| claim.range.start() < range.start());
    let tally = Tally::of(claims[first..].iter().take_while(|claim| claim.range.start() < range.end()));
    let name = child.declaration.name.as_ref()?.text.to_string();
    // Above a project that claims nothing there is nothing to say.
    (!tally.is_empty())
        .then(|| Lens { range: child.declaration.selection() + child.offset, says: LensText::Project { name, tally } })
}

fn cells(matrix: &Child) -> impl Iterator<Item = Lens> + '_ {
    let cells = matrix.declaration.children.iter().filter(|child| child.declaration.keyword == Keyword::Cell);
    let whole = cells.filter(|child| child.declaration.cells.first().and_then(Cell::from_reference).is_some());
    whole
        .map(|child| Lens { range: child.declaration.selection() + child.offset + matrix.offset, says: LensText::Cell })
}

/// How many claims of some files each cell judges, and in how many of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellUse {
    /// For each cell, by the file it is declared in and where it starts there: claims, and files.
    counts: HashMap<(FileId, TextSize), (usize, usize)>,
}

impl CellUse {
    /// Counts the claims of one more file. Where they stand plays no part.
    pub fn add<'a>(&mut self, claims: impl IntoIterator<Item = &'a Arc<JudgedClaim>>) {
        let mut here: HashMap<(FileId, TextSize), usize> = HashMap::new();
        for claim in claims {
            for rating in claim.cells.iter().filter_map(|cell| cell.rating.as_ref()) {
                *here.entry((rating.entry.file, rating.entry.base)).or_default() += 1;
            }
        }
        for (cell, claims) in here {
            let (all, files) = self.counts.entry(cell).or_default();
            *all += claims;
            *files += 1;
        }
    }

    /// `judges 14 claims in 6 specs`: of the cell at a place of a file.
    pub fn describe(&self, snapshot: &Snapshot, id: FileId, at: TextSize) -> Option<String> {
        let around = snapshot.file(id)?.declarations_at(at);
        let (base, _) = around.iter().find(|(_, declaration)| declaration.keyword == Keyword::Cell)?;
        let (claims, specs) = self.counts.get(&(id, *base)).copied().unwrap_or_default();
        let number = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        Some(match claims {
            0 => "judges no claim".to_owned(),
            _ => format!("judges {} in {}", number(claims, "claim"), number(specs, "spec")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FileKey, MemoryDisk};
    use crate::rules::fixture::{settings, snapshot, snapshot_with};
    use crate::rules::{check, moved_claims, standings};

    const HOUSE: &str = "\
matrix acme \"Acme\" extends standard {
  cell performance + decentralization { strength moderate }
  cell privacy + security { strength weak }
}
";
    const SPEC: &str = "\
use \"house.synergy\"
project ours \"Ours\" {
  judged-by acme
  claim a: performance + decentralization { says \"x\" }
  claim b: performance + decentralization, privacy + decentralization { says \"x\" }
  claim c { says \"x\" }
}
project theirs \"Theirs\" {
  claim a: performance + decentralization { says \"x\" }
}
project empty \"Empty\" { }
";

    #[test]
    fn above_a_project_stands_what_its_claims_come_to() {
        let mut disk = MemoryDisk::default();
        disk.insert("/workspace/house.synergy", Ok(HOUSE));
        let (snapshot, id) = snapshot_with(SPEC, &disk);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        let found: Vec<_> = lenses(&snapshot, id, &report, &[])
            .into_iter()
            .map(|lens| match lens.says {
                LensText::Project { name, tally } => (SPEC[lens.range].to_owned(), name, tally.to_string()),
                other => panic!("there is nothing else here: {other:?}"),
            })
            .collect();
        let lens = |name: &str, text: &str| (name.to_owned(), name.to_owned(), text.to_owned());
        assert_eq!(found, [lens("ours", "1 strong · 2 moderate · 1 in no cell"), lens("theirs", "1 weak")]);
    }

    #[test]
    fn above_a_cell_stands_how_many_claims_it_judges_and_only_those() {
        let mut disk = MemoryDisk::default();
        disk.insert("/workspace/house.synergy", Ok(HOUSE));
        let (snapshot, id) = snapshot_with(SPEC, &disk);
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        let house = snapshot.id(&FileKey::Path("/workspace/house.synergy".into())).expect("it is used");
        let house_report = check(&snapshot, house, &settings()).expect("the file is there");
        let found = lenses(&snapshot, house, &house_report, &[]);
        let mut uses = CellUse::default();
        uses.add(&report.claims);
        uses.add(&house_report.claims);
        let title = |lens: &Lens| uses.describe(&snapshot, house, lens.range.start()).expect("a cell");
        let titles: Vec<_> = found.iter().map(title).collect();
        assert_eq!(titles, ["judges 2 claims in 1 spec", "judges no claim"]);
        // The cell of the library judges what is left to it.
        let library = snapshot.judging_matrix(&snapshot.scope(id).expect("the file is there"), None);
        let weak = crate::model::Cell::parse("performance + decentralization").expect("a cell");
        let entry = &library.rating(weak).expect("it is rated").entry;
        let title = uses.describe(&snapshot, entry.file, entry.selection().start());
        assert_eq!(title.as_deref(), Some("judges 1 claim in 1 spec"));
    }

    #[test]
    fn above_a_claim_stands_how_it_stood_if_it_stands_otherwise() {
        let spec = |claim: &str| format!("project demo \"Demo\" {{\n  claim a{claim}\n}}\n");
        let of = |claim: &str| {
            let (snapshot, id) = snapshot(&spec(claim));
            let report = check(&snapshot, id, &settings()).expect("the file is there");
            (standings(&snapshot, &report), snapshot, id, report)
        };
        let above = |before: &str, now: &str| {
            let (before, ..) = of(before);
            let (now, snapshot, id, report) = of(now);
            let lenses = lenses(&snapshot, id, &report, &moved_claims(&before, &now));
            let claims = lenses.into_iter().filter_map(|lens| match lens.says {
                LensText::Claim { was } => Some(was),
                _ => None,
            });
            claims.collect::<Vec<_>>()
        };
        let held = ": privacy + security { says \"It answers.\"\nevidence audit \"https://a.org/b\" 2026-05\nmetric latency < 4 s }";
        let bare = ": privacy + security { says \"It answers.\" }";
        let weak = ": performance + decentralization { says \"It answers.\" }";
        assert_eq!(above(held, held), Vec::<String>::new());
        assert_eq!(above(bare, " { says \"It answers.\" }"), ["was speculative in privacy + security"]);
        assert_eq!(above(" { says \"It answers.\" }", bare), ["was in no cell"]);
        assert_eq!(above(held, bare), ["worked"]);
        assert_eq!(above(held, weak), ["worked in privacy + security"]);
        assert_eq!(above(bare, held), ["was speculative"]);
        assert_eq!(above(weak, bare), ["was in performance + decentralization"]);
    }

    #[test]
    fn a_cell_that_is_not_written_yet_has_no_lens() {
        let (snapshot, id) = snapshot("matrix m \"M\" {\n  cell\n  cell privacy +\n}");
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        assert_eq!(lenses(&snapshot, id, &report, &[]), []);
    }
}
