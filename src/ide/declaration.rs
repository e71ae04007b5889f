//! Where else to go from a place: what a declaration takes the place of, what judges, and what makes use of it.

use super::definition::{Definition, Target, definition, to};
use super::mentions::{self, Thing, thing};
use super::references::mentions_of;
use super::subject::place;
use crate::model::{Cell, Entry, FileId, Matrix, Snapshot};
use crate::rules::Report;
use crate::syntax::{Declaration, Keyword};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

/// What is found in a file.
pub type Reports<'a> = &'a dyn Fn(FileId) -> Option<Arc<Report>>;

/// What the declaration at a place takes the place of: the rating that a cell overrides, or the declaration of that
/// name in the library. Anywhere else what is named is declared where its definition is.
pub fn declaration(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Option<Definition> {
    let overridden = || {
        let file = snapshot.file(id)?;
        let scope = snapshot.scope(id)?;
        let mention = mentions::at(snapshot, file, offset).into_iter().find(|mention| mention.declares)?;
        let path = file.declarations_at(offset);
        let (base, declared) = path.last()?;
        let target = if declared.keyword == Keyword::Cell {
            let cell = declared.cells.first().and_then(Cell::from_reference)?;
            let rating = enclosing_matrix(snapshot, id, &path)?.rating(cell)?.clone();
            to(&rating.overrides.filter(|_| rating.entry.base == *base && rating.entry.file == id)?.entry)
        } else {
            let name = &declared.name.as_ref()?.text;
            let own = scope.get(declared.keyword, name).filter(|own| own.file == id && own.base == *base)?;
            // A file that declares a name hides it in those it uses as well as in the library.
            let used = snapshot.imports(id).iter().filter_map(|import| snapshot.file(*import.target.as_ref().ok()?));
            let hidden = used.filter_map(|file| file.names().get(own.declaration.keyword, name).cloned()).next();
            to(&hidden.or_else(|| snapshot.library().names().get(own.declaration.keyword, name).cloned())?)
        };
        Some(Definition { origin: mention.range, targets: vec![target] })
    };
    overridden().or_else(|| definition(snapshot, id, offset))
}

/// The matrix that a cell's declaration stands in.
fn enclosing_matrix(snapshot: &Snapshot, id: FileId, path: &[(TextSize, Arc<Declaration>)]) -> Option<Arc<Matrix>> {
    let (base, declaration) = path.iter().find(|(_, declaration)| declaration.keyword == Keyword::Matrix)?;
    let entry = Entry { file: id, base: *base, declaration: Arc::clone(declaration) };
    Some(snapshot.matrix_of(&entry))
}

/// The matrix that judges the project at a place.
pub fn type_definition(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Option<Definition> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let here = place(file, offset)?;
    let project = here.project?;
    let matrix = snapshot.judging_matrix(&scope, Some(&project));
    let origin = mentions::at(snapshot, file, offset).last().map(|mention| mention.range);
    let origin = origin.unwrap_or(here.declaration.selection() + here.base);
    Some(Definition { origin, targets: vec![to(&matrix.entry)] })
}

/// What makes use of the thing at a place: the claims that sit in a cell or use a technique, the projects that a
/// matrix judges or that run on a chain, the matrices that a matrix underlies.
///
/// A claim sits in a cell that it names or that its words lead to. On the rating of a cell in a matrix only the claims
/// are meant that this rating judges.
pub fn implementation(snapshot: &Snapshot, id: FileId, offset: TextSize, reports: Reports<'_>) -> Option<Definition> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let mentions = mentions::at(snapshot, file, offset);
    let cell = mentions.iter().find(|mention| matches!(mention.what, mentions::What::Cell(_)));
    let mention = cell.or(mentions.last())?;
    let mut targets = Vec::new();
    match thing(snapshot, id, &scope, mention)? {
        Thing::Cell(cell) => {
            let rated = mention.declares.then_some((id, mention.base));
            for file in snapshot.files() {
                let Some(report) = reports(file.id()) else { continue };
                for claim in &report.claims {
                    let sits = claim.cells.iter().any(|judged| {
                        let entry = judged.rating.as_ref().map(|rating| (rating.entry.file, rating.entry.base));
                        judged.cell == cell && (rated.is_none() || entry == rated)
                    });
                    if sits {
                        targets.push(Target { file: file.id(), range: claim.range, selection: claim.selection });
                    }
                }
            }
        }
        thing @ (Thing::Declaration(..) | Thing::Property(_)) => {
            for file in snapshot.files().map(|file| file.id()).chain(library(snapshot)) {
                let uses = mentions_of(snapshot, file, &thing).into_iter().filter(|mention| !mention.declares);
                targets.extend(uses.filter_map(|mention| holder(snapshot, file, mention.range)));
            }
        }
        Thing::Url(_) | Thing::Rule(_) | Thing::File(_) => return None,
    }
    targets.sort_by_key(|target| (target.file.is_library(), target.file, target.selection.start()));
    targets.dedup();
    Some(Definition { origin: mention.range, targets })
}

fn library(snapshot: &Snapshot) -> impl Iterator<Item = FileId> {
    snapshot.library().files().iter().map(|file| file.id())
}

/// The declaration that a place stands in.
fn holder(snapshot: &Snapshot, id: FileId, place: TextRange) -> Option<Target> {
    let (base, declaration) = snapshot.file(id)?.declarations_at(place.start()).pop()?;
    Some(to(&Entry { file: id, base, declaration }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};
    use crate::rules::check;
    use crate::rules::fixture::settings;

    /// The file and the selected text of each target.
    fn shown(snapshot: &Snapshot, definition: Option<Definition>) -> Vec<String> {
        let targets = definition.into_iter().flat_map(|definition| definition.targets);
        let shown = targets.filter_map(|target| {
            let file = snapshot.file(target.file)?;
            let start = file.text().line_start(file.text().line_of(target.selection.start()));
            let line = file.text().slice(TextRange::new(start, target.selection.end())).trim().to_owned();
            Some(format!("{}: {line}", file.key()))
        });
        shown.collect()
    }

    const HOUSE: &str = "\
technique zkml \"Our zkML\" { serves verifiability }
matrix acme \"A\" extends standard {
  cell security + HERE {
    strength moderate
  }
}";

    #[test]
    fn a_rating_that_overrides_another_leads_to_that_one() {
        let Marked { snapshot, id, offset, .. } = marked(&[("house", &HOUSE.replace("HERE", "priv$0acy"))]);
        let found = shown(&snapshot, declaration(&snapshot, id, offset));
        assert_eq!(found, ["std/matrix.synergy: cell privacy + security"]);
    }

    #[test]
    fn a_name_that_takes_the_place_of_another_leads_to_that_one_and_its_use_to_the_nearest() {
        let files = [("spec", "use \"house.synergy\"\ntechnique zk$0ml \"Mine\" { }"), ("house", HOUSE)];
        let Marked { snapshot, id, offset, .. } = marked(&files);
        assert_eq!(shown(&snapshot, declaration(&snapshot, id, offset)), ["/w/house.synergy: technique zkml"]);
        let files = [("spec", "use \"house.synergy\"\nproject p \"P\" { claim c { using zk$0ml } }"), ("house", HOUSE)];
        let Marked { snapshot, id, offset, .. } = marked(&files);
        assert_eq!(shown(&snapshot, declaration(&snapshot, id, offset)), ["/w/house.synergy: technique zkml"]);
    }

    #[test]
    fn from_a_claim_one_comes_to_the_matrix_that_judges_it() {
        for (judge, expected) in
            [("judged-by acme", "/w/house.synergy: matrix acme"), ("", "std/matrix.synergy: matrix standard")]
        {
            let spec = format!("use \"house.synergy\"\nproject p \"P\" {{\n {judge}\n claim c$0 {{ }}\n}}");
            let Marked { snapshot, id, offset, .. } = marked(&[("spec", &spec), ("house", HOUSE)]);
            assert_eq!(shown(&snapshot, type_definition(&snapshot, id, offset)), [expected]);
        }
        let Marked { snapshot, id, offset, .. } = marked(&[("house", "technique$0 t \"T\" { }")]);
        assert_eq!(shown(&snapshot, type_definition(&snapshot, id, offset)), Vec::<String>::new());
    }

    #[track_caller]
    fn check_implementation(files: &[(&str, &str)], expected: &[&str]) {
        let Marked { snapshot, id, offset, .. } = marked(files);
        let reports = |id: FileId| check(&snapshot, id, &settings()).map(Arc::new);
        let found: Vec<String> = shown(&snapshot, implementation(&snapshot, id, offset, &reports))
            .into_iter()
            .filter(|target| target.starts_with("/w/"))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn in_a_cell_sit_the_claims_that_name_it_or_whose_words_lead_there() {
        let spec = "\
project p \"P\" {
  claim named: security + verif$0iability { }
  claim other: privacy + security { }
}";
        let inferred = "\
project q \"Q\" {
  claim read { says \"Every answer ships with a zero-knowledge proof that the right model produced it.\" }
}";
        check_implementation(
            &[("spec", spec), ("other", inferred)],
            &["/w/spec.synergy: claim named", "/w/other.synergy: claim read"],
        );
    }

    #[test]
    fn under_a_rating_are_the_claims_that_it_judges() {
        let house = HOUSE.replace("HERE", "priv$0acy");
        let mine = "use \"house.synergy\"\nproject p \"P\" {\n judged-by acme\n claim mine: privacy + security { }\n}";
        let theirs = "project q \"Q\" { claim theirs: privacy + security { } }";
        check_implementation(
            &[("house", &house), ("mine", mine), ("theirs", theirs)],
            &["/w/mine.synergy: claim mine"],
        );
    }

    #[test]
    fn a_technique_is_put_to_use_in_claims_and_a_chain_and_a_matrix_in_projects() {
        let files = [
            ("spec", "use \"house.synergy\"\nproject p \"P\" {\n claim c { using zkml, zkml } }"),
            ("house", &*HOUSE.replace("technique zkml", "technique zk$0ml")),
        ];
        check_implementation(&files, &["/w/spec.synergy: claim c"]);
        let spec = "project p \"P\" { runs-on sol$0ana }";
        check_implementation(&[("spec", spec)], &["/w/spec.synergy: project p"]);
    }
}
