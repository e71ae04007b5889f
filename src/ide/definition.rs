//! Go to definition: where the thing under the cursor is declared.

use super::subject::{Place, Subject, matrix_at, place, subject};
use crate::model::{Entry, FileId, Snapshot};
use crate::syntax::Keyword;
use crate::text::{TextRange, TextSize};

/// A place to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The file.
    pub file: FileId,
    /// All of the declaration.
    pub range: TextRange,
    /// What to put the cursor on.
    pub selection: TextRange,
}

/// Where something is declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// What it was asked of.
    pub origin: TextRange,
    /// Where to go.
    pub targets: Vec<Target>,
}

/// Where the thing at a place is declared. A cell is declared where the matrix rates it that judges the project, or, in
/// a matrix, where that matrix does.
pub fn definition(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Option<Definition> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let (origin, subject) = subject(snapshot, file, &scope, offset)?;
    let target = match subject {
        Subject::Cell(cell) => {
            match matrix_at(snapshot, file, &scope, offset).rating(cell) {
                Some(rating) => to(&rating.entry),
                // A cell that rates nothing is declared where it stands.
                None => {
                    let Place { base, declaration, .. } = place(file, offset)?;
                    let own = declaration.keyword == Keyword::Cell;
                    to(&Entry { file: id, base, declaration: own.then_some(declaration)? })
                }
            }
        }
        Subject::Property(property) => to(scope.get(Keyword::Property, property.as_str())?),
        Subject::Name(keyword, name) => to(scope.get(keyword, &name)?),
        Subject::Phrase(entry) | Subject::Declared(entry) => to(&entry),
        Subject::Import(index) => {
            let used = *snapshot.imports(id).get(index)?.target.as_ref().ok()?;
            Target { file: used, range: TextRange::empty(0.into()), selection: TextRange::empty(0.into()) }
        }
        Subject::Keyword(_) | Subject::Field(..) | Subject::Word(..) | Subject::Rule(_) => return None,
    };
    Some(Definition { origin, targets: vec![target] })
}

pub(super) fn to(entry: &Entry) -> Target {
    Target { file: entry.file, range: entry.range(), selection: entry.selection() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MemoryDisk;
    use crate::rules::fixture::snapshot_with;

    /// Where the definition of what is at `$0` is: its file, and the text that the cursor is put on.
    fn defined(source: &str, disk: &MemoryDisk) -> Option<(String, String)> {
        let offset = source.find("$0").expect("the spec marks a place with $0");
        let (snapshot, id) = snapshot_with(&source.replacen("$0", "", 1), disk);
        let definition = definition(&snapshot, id, (offset as u32).into())?;
        let target = definition.targets.first()?;
        let file = snapshot.file(target.file)?;
        Some((file.key().to_string(), file.text().slice(target.selection).into_owned()))
    }

    #[track_caller]
    fn check(source: &str, file: &str, selected: &str) {
        let mut disk = MemoryDisk::default();
        let house = "matrix acme \"Acme\" extends standard {\n cell privacy + security { strength strong }\n}\n";
        disk.insert("/workspace/house.synergy", Ok(house));
        assert_eq!(defined(source, &disk), Some((file.to_owned(), selected.to_owned())));
    }

    #[test]
    fn a_cell_is_declared_in_the_library() {
        check(
            "project p \"P\" { claim c: decentralization$0 + performance { } }",
            "std/matrix.synergy",
            "performance + decentralization",
        );
    }

    #[test]
    fn a_cell_that_a_house_rates_is_declared_there() {
        check(
            "use \"house.synergy\"\nproject p \"P\" {\n judged-by acme\n claim c: $0privacy + security { } }",
            "/workspace/house.synergy",
            "privacy + security",
        );
    }

    #[test]
    fn a_cell_of_a_house_matrix_is_declared_there_whoever_judges_the_projects() {
        let rated = "{ strength strong }";
        check(
            &format!("matrix own \"Own\" extends standard {{\n cell $0performance + decentralization {rated}\n}}"),
            "/workspace/test.synergy",
            "performance + decentralization",
        );
        // Where it is declared twice, the first one counts.
        let twice =
            format!("matrix own \"Own\" {{\n cell privacy + security {rated}\n cell security + $0privacy {rated}\n}}");
        check(&twice, "/workspace/test.synergy", "privacy + security");
        // One that gives no strength has none to lead to but the one it takes over.
        check(
            "matrix own \"Own\" extends standard {\n cell pri$0vacy + security { because \"So.\" }\n}",
            "/workspace/test.synergy",
            "privacy + security",
        );
        check("matrix own \"Own\" { cell priv$0acy + security { } }", "/workspace/test.synergy", "privacy + security");
    }

    #[test]
    fn names_are_declared_in_the_library_in_used_files_and_here() {
        check("project p \"P\" { claim c { using $0zkml } }", "std/techniques.synergy", "zkml");
        check("project p \"P\" { runs-on $0solana }", "std/chains.synergy", "solana");
        check("use \"house.synergy\"\nproject p \"P\" { judged-by acm$0e }", "/workspace/house.synergy", "acme");
        check(
            "technique own \"Own\" { }\nproject p \"P\" { claim c { using $0own } }",
            "/workspace/test.synergy",
            "own",
        );
    }

    #[test]
    fn a_use_leads_to_its_file() {
        check("use \"hou$0se.synergy\"", "/workspace/house.synergy", "");
    }

    #[test]
    fn what_is_declared_nowhere_leads_nowhere() {
        assert_eq!(defined("project p \"P\" { claim c { using nob$0ody } }", &MemoryDisk::default()), None);
        assert_eq!(defined("use \"$0nowhere.synergy\"", &MemoryDisk::default()), None);
    }
}
