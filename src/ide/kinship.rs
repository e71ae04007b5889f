//! What builds on what: matrices by what they extend, techniques by the properties that they serve.

use super::definition::{Target, to};
use super::mentions::{self, Thing, thing};
use super::symbols::listed;
use crate::model::{Entry, FileId, Property, Snapshot};
use crate::syntax::Keyword;
use crate::text::TextSize;

/// A matrix, a property or a technique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kin {
    /// Its kind of declaration.
    pub keyword: Keyword,
    /// Where it is declared.
    pub target: Target,
    /// Its name.
    pub name: String,
    /// What else to know of it, in a few words.
    pub detail: String,
}

/// The matrix, property or technique that is named or declared at a place.
pub fn kin_at(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Option<Kin> {
    entry_at(snapshot, id, offset).map(|entry| kin(&entry))
}

/// What the one at a place builds on: the matrix that it extends, the properties that it serves, and for a technique
/// that takes the place of the library's, that one.
pub fn builds_on(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Vec<Kin> {
    let Some(entry) = entry_at(snapshot, id, offset) else { return Vec::new() };
    entries_above(snapshot, &entry).iter().map(kin).collect()
}

/// What builds on the one at a place, in all files.
pub fn built_on(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Vec<Kin> {
    let Some(entry) = entry_at(snapshot, id, offset) else { return Vec::new() };
    let files = snapshot.library().files().iter().chain(snapshot.files());
    let declared = files.flat_map(|file| {
        file.tree().declarations().iter().map(|child| Entry {
            file: file.id(),
            base: child.offset,
            declaration: child.declaration.clone(),
        })
    });
    let builds = |other: &Entry| entries_above(snapshot, other).iter().any(|above| same(above, &entry));
    declared.filter(builds).map(|entry| kin(&entry)).collect()
}

/// Whether two declarations are one, or explain the same property.
fn same(a: &Entry, b: &Entry) -> bool {
    let property = |entry: &Entry| match &entry.declaration.name {
        Some(name) if entry.declaration.keyword == Keyword::Property => Property::from_word(&name.text),
        _ => None,
    };
    (a.file, a.base) == (b.file, b.base) || property(a).is_some() && property(a) == property(b)
}

fn entry_at(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Option<Entry> {
    let file = snapshot.file(id)?;
    let scope = snapshot.scope(id)?;
    let mention = mentions::at(snapshot, file, offset).pop()?;
    let (keyword, declared_in, base) = match thing(snapshot, id, &scope, &mention)? {
        Thing::Declaration(keyword, file, base) => (keyword, file, base),
        Thing::Property(_) if mention.declares => (Keyword::Property, id, mention.base),
        Thing::Property(property) => return scope.get(Keyword::Property, property.as_str()).cloned(),
        _ => return None,
    };
    if !matches!(keyword, Keyword::Matrix | Keyword::Technique | Keyword::Property) {
        return None;
    }
    let path = snapshot.file(declared_in)?.declarations_at(base);
    let (_, declaration) = path.into_iter().find(|(start, _)| *start == base)?;
    Some(Entry { file: declared_in, base, declaration })
}

fn entries_above(snapshot: &Snapshot, entry: &Entry) -> Vec<Entry> {
    let declared = &entry.declaration;
    let Some(scope) = snapshot.scope(entry.file) else { return Vec::new() };
    match declared.keyword {
        Keyword::Matrix => {
            let extended = declared.extends.as_ref().and_then(|name| scope.get(Keyword::Matrix, &name.text).cloned());
            // A matrix may have the name of the one that it extends: it then means the library's.
            let extended = match extended {
                Some(found) if same(&found, entry) => hidden(snapshot, entry),
                found => found,
            };
            extended.into_iter().collect()
        }
        Keyword::Technique => {
            let served =
                declared.field_names("serves").filter_map(|(name, _)| scope.get(Keyword::Property, name).cloned());
            hidden(snapshot, entry).into_iter().chain(served).collect()
        }
        _ => Vec::new(),
    }
}

/// The declaration of the library whose place one takes.
fn hidden(snapshot: &Snapshot, entry: &Entry) -> Option<Entry> {
    let name = &entry.declaration.name.as_ref()?.text;
    let known = snapshot.library().names().get(entry.declaration.keyword, name)?;
    (!entry.file.is_library()).then(|| known.clone())
}

fn kin(entry: &Entry) -> Kin {
    let declared = &entry.declaration;
    let detail = match declared.keyword {
        Keyword::Technique => {
            let serves: Vec<String> = declared.field_names("serves").map(|(name, _)| name.to_string()).collect();
            let family = declared.field_text("family").map(str::to_owned);
            let serves =
                Some(serves).filter(|serves| !serves.is_empty()).map(|serves| format!("serves {}", listed(&serves)));
            family.into_iter().chain(serves).collect::<Vec<_>>().join(" · ")
        }
        _ => declared.title_text().unwrap_or("").to_owned(),
    };
    Kin {
        keyword: declared.keyword,
        target: to(entry),
        name: declared.name.as_ref().map(|name| name.text.to_string()).unwrap_or_default(),
        detail,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};

    /// The names above and below what is at `$0`; below only those that are not of the library.
    #[track_caller]
    fn check_kin(files: &[(&str, &str)], above: &[&str], below: &[&str]) {
        let Marked { snapshot, id, offset, .. } = marked(files);
        let names = |kin: Vec<Kin>, own: bool| {
            let kin = kin.into_iter().filter(|kin| !own || !kin.target.file.is_library());
            kin.map(|kin| kin.name).collect::<Vec<_>>()
        };
        assert_eq!(names(builds_on(&snapshot, id, offset), false), above);
        assert_eq!(names(built_on(&snapshot, id, offset), true), below);
    }

    #[test]
    fn matrices_build_on_those_that_they_extend() {
        let files = [
            (
                "spec",
                "use \"house.synergy\"\nmatrix strict \"S\" extends acme { }\nproject p \"P\" { judged-by ac$0me }",
            ),
            ("house", "matrix acme \"A\" extends standard { }"),
            ("other", "matrix acme \"Another\" { }\nmatrix mine \"M\" extends acme { }"),
        ];
        check_kin(&files, &["standard"], &["strict"]);
        check_kin(&[("spec", "matrix a \"A\" extends sta$0ndard { }")], &[], &["a"]);
        check_kin(&[("spec", "matrix stan$0dard \"Ours\" extends standard { }")], &["standard"], &[]);
    }

    #[test]
    fn techniques_build_on_the_properties_that_they_serve() {
        let source =
            "technique zkml \"Ours\" { serves verifiability, privacy }\nproject p \"P\" { claim c { using zk$0ml } }";
        check_kin(&[("spec", source)], &["zkml", "verifiability", "privacy"], &[]);
        check_kin(&[("spec", "technique t \"T\" { serves priv$0acy }")], &[], &["t"]);
    }

    #[test]
    fn a_technique_tells_its_family_and_what_it_serves() {
        let source = "technique a$0 \"A\" { family protecting-data\n serves privacy\n}";
        let Marked { snapshot, id, offset, .. } = marked(&[("spec", source)]);
        let found = kin_at(&snapshot, id, offset).map(|kin| kin.detail);
        assert_eq!(found.as_deref(), Some("protecting-data · serves privacy"));
        let Marked { snapshot, id, offset, .. } = marked(&[("spec", "cha$0in c \"C\" { }")]);
        assert_eq!(kin_at(&snapshot, id, offset), None);
    }
}
