//! The matrix that judges a project: its cells, with those that it takes over from the matrix it extends.

use super::{Cell, Entry, Provenance, Snapshot, Strength};
use crate::syntax::{Declaration, Keyword, ValueKind};
use smol_str::SmolStr;

/// How one cell is rated, and by which declaration.
#[derive(Clone, Debug)]
pub struct Rating {
    /// How well the two properties go together.
    pub strength: Strength,
    /// On whose word.
    pub provenance: Provenance,
    /// The matrix that says so.
    pub matrix: SmolStr,
    /// The cell's declaration.
    pub entry: Entry,
    /// The rating that this one takes the place of, in the matrix that is extended.
    pub overrides: Option<Box<Rating>>,
}

/// A matrix with all its cells.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// Its name.
    pub name: SmolStr,
    /// Its declaration.
    pub entry: Entry,
    ratings: [Option<Rating>; 9],
}

impl Matrix {
    /// How it rates a cell; nothing if neither it nor one that it extends says so.
    pub fn rating(&self, cell: Cell) -> Option<&Rating> {
        self.ratings[cell.index()].as_ref()
    }

    /// The matrix of a declaration. `base` is the one that it extends.
    pub(super) fn of(entry: &Entry, base: Option<&Matrix>) -> Matrix {
        let name = entry.declaration.name.as_ref().map_or_else(SmolStr::default, |name| name.text.clone());
        let mut ratings = base.map_or_else(|| [const { None }; 9], |base| base.ratings.clone());
        let mut own = [false; 9];
        for cell_entry in entry.children().filter(|child| child.declaration.keyword == Keyword::Cell) {
            let Some(cell) = cell_entry.declaration.cells.first().and_then(Cell::from_reference) else { continue };
            // The first declaration of a cell counts; a second one is a finding.
            if std::mem::replace(&mut own[cell.index()], true) {
                continue;
            }
            let slot = &mut ratings[cell.index()];
            let before = slot.take();
            let word = |field| choice(&cell_entry.declaration, field);
            // What a cell does not say it takes over, so that a house can change a reason and leave the strength. A
            // strength that is taken over stands on the same word as before.
            let own_strength = word("strength").and_then(Strength::from_word);
            let taken_over = before.as_ref().filter(|_| own_strength.is_none());
            let provenance = word("provenance")
                .and_then(Provenance::from_word)
                .or(taken_over.map(|before| before.provenance))
                .unwrap_or(Provenance::Judgement);
            *slot = match own_strength.or(taken_over.map(|before| before.strength)) {
                Some(strength) => Some(Rating {
                    strength,
                    provenance,
                    matrix: name.clone(),
                    entry: cell_entry.clone(),
                    overrides: before.map(Box::new),
                }),
                None => before,
            };
        }
        Matrix { name, entry: entry.clone(), ratings }
    }
}

/// The word of a field whose value is one of a few words.
fn choice<'a>(declaration: &'a Declaration, field: &str) -> Option<&'a str> {
    match &declaration.field(field)?.values.first()?.kind {
        ValueKind::Name(word) => Some(word),
        _ => None,
    }
}

/// Finds the matrix of that name as a file knows it, following what it extends. One that extends itself, directly or
/// not, is taken as if the line that closes the circle were not there.
pub(super) fn resolve(snapshot: &Snapshot, entry: &Entry, seen: &mut Vec<Entry>) -> Matrix {
    if seen.iter().any(|before| before.file == entry.file && before.base == entry.base) {
        return Matrix::of(entry, None);
    }
    seen.push(entry.clone());
    let base = entry.declaration.extends.as_ref().and_then(|name| {
        let scope = snapshot.scope(entry.file)?;
        let extended = scope.get(Keyword::Matrix, &name.text)?;
        // A house matrix may have the name of the one that it extends: it then means the library's.
        let extended = if extended.file == entry.file && extended.base == entry.base {
            snapshot.library().names().get(Keyword::Matrix, &name.text)?
        } else {
            extended
        };
        Some(resolve(snapshot, extended, seen))
    });
    Matrix::of(entry, base.as_ref())
}
