//! Rename: a declaration and all that names it get another name, in all files.
//!
//! Only names that the checker resolves to the declaration are changed; no text is searched, and prose stays as it is.
//! What comes of it is parsed and resolved before it is offered: every name must stand for what it stood for before.

use super::mentions::{self, Mention, Thing, What, thing};
use super::references::mentions_of;
use crate::model::{Entry, FileId, Property, Snapshot, SourceFile};
use crate::syntax::{Declaration, Keyword, SyntaxTree};
use crate::text::{TextEdit, TextRange, TextSize};
use std::collections::HashMap;

/// What can be renamed at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renameable {
    /// Where its name stands.
    pub range: TextRange,
    /// The name.
    pub name: String,
}

/// The edits of each file that is changed.
pub type FileEdits = Vec<(FileId, Vec<TextEdit>)>;

/// What is to be renamed.
struct Subject {
    keyword: Keyword,
    thing: Thing,
    entry: Entry,
    place: TextRange,
    name: String,
}

/// What can be renamed at a place.
///
/// # Errors
/// Says why nothing can, and the way out.
pub fn prepare_rename(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Result<Renameable, String> {
    let subject = subject(snapshot, id, offset)?;
    Ok(Renameable { range: subject.place, name: subject.name })
}

/// The edits that give the thing at a place another name.
///
/// # Errors
/// Says why that cannot be, and the way out.
pub fn rename(snapshot: &Snapshot, id: FileId, offset: TextSize, new_name: &str) -> Result<FileEdits, String> {
    let subject = subject(snapshot, id, offset)?;
    let new_name = new_name.trim();
    if new_name == subject.name {
        return Ok(Vec::new());
    }
    check_name(&subject, new_name)?;
    if !snapshot.is_complete() {
        return Err(format!(
            "This workspace holds more specs than hypecheck looks at, so it cannot tell whether all that name `{}` would follow. \
             Open a smaller folder.",
            subject.name
        ));
    }
    let knowing = knowing(snapshot, subject.entry.file);
    for &file in &knowing {
        check_clash(snapshot, &subject, file, new_name)?;
    }
    let mut edits: FileEdits = Vec::new();
    for &file in &knowing {
        let places: Vec<TextRange> = mentions_of(snapshot, file, &subject.thing)
            .iter()
            .map(|mention| inner(snapshot, file, subject.keyword, mention.range))
            .collect();
        if places.is_empty() {
            continue;
        }
        if !is_ours(snapshot, file) {
            return Err(format!(
                "`{}` is named in {} too, which is outside of this workspace. Open the folder that holds both.",
                subject.name,
                shown(snapshot, file)
            ));
        }
        edits.push((file, places.into_iter().map(|place| TextEdit::replace(place, new_name)).collect()));
    }
    verify(snapshot, &knowing, &edits, new_name)?;
    Ok(edits)
}

fn subject(snapshot: &Snapshot, id: FileId, offset: TextSize) -> Result<Subject, String> {
    let nothing = "There is no name here that could be changed. Put the cursor on the name of a claim, a project, a \
                   technique, a chain, a matrix or another declaration.";
    let file = snapshot.file(id).ok_or(nothing)?;
    let scope = snapshot.scope(id).ok_or(nothing)?;
    let mention = mentions::at(snapshot, file, offset).pop().ok_or(nothing)?;
    let written = file.text().slice(mention.range).into_owned();
    let thing = thing(snapshot, id, &scope, &mention);
    let (keyword, declared_in, base) = match (&mention.what, &thing) {
        (What::Property(property), _) => return Err(word_of_the_language(*property)),
        (What::Cell(_), _) => {
            return Err(
                "A cell has no name of its own: it is the pair of two properties, which are words of the language."
                    .to_owned(),
            );
        }
        (What::Rule(rule), _) => {
            return Err(format!("`{rule}` is the name of a rule of hypecheck, which does not change."));
        }
        (What::Url(_), _) => return Err("This is an address. Change it where it stands.".to_owned()),
        (What::Import(_), _) => {
            return Err("This is the path of a file. Rename the file, and every `use` of it follows.".to_owned());
        }
        (_, Some(Thing::Declaration(keyword, file, base))) => (*keyword, *file, *base),
        _ => return Err(format!("Nothing that is known here is called `{written}`. Declare it first.")),
    };
    if declared_in.is_library() {
        let kind = keyword.as_str();
        return Err(format!(
            "{written} is a {kind} of the built-in library. Declare a {kind} of your own under the new name, and use that."
        ));
    }
    let declaring = snapshot.file(declared_in).ok_or(nothing)?;
    let declaration = declaring.declarations_at(base).into_iter().find(|(start, _)| *start == base).ok_or(nothing)?.1;
    if !declaration.errors.is_empty() || declaration.selection().is_empty() {
        return Err(format!("The declaration of {written} has a syntax error. Mend that first."));
    }
    if !is_ours(snapshot, declared_in) {
        return Err(format!(
            "{written} is declared in {}, which is outside of this workspace. Open its folder, and rename it there.",
            shown(snapshot, declared_in)
        ));
    }
    let entry = Entry { file: declared_in, base, declaration };
    if declared_twice(declaring, &entry) {
        return Err(format!(
            "{written} is declared twice in {}, and it cannot be told which is meant. Delete one first.",
            shown(snapshot, declared_in)
        ));
    }
    let place = inner(snapshot, id, keyword, mention.range);
    let name = file.text().slice(place).into_owned();
    if keyword == Keyword::Phrase && name.contains(['\\', '"', '\n', '\r']) {
        return Err(
            "The words of this phrase are written with escapes or span lines. Change them where they stand.".to_owned()
        );
    }
    Ok(Subject { keyword, thing: Thing::Declaration(keyword, declared_in, base), entry, place, name })
}

fn word_of_the_language(property: Property) -> String {
    format!("`{}` is one of the six properties, which are words of the language.", property.as_str())
}

/// Whether the editor or the workspace owns a file, so that it may be changed.
fn is_ours(snapshot: &Snapshot, id: FileId) -> bool {
    // Only what an editor has opened has a version.
    snapshot.is_in_workspace(id) || snapshot.file(id).is_some_and(|file| file.version().is_some())
}

fn shown(snapshot: &Snapshot, id: FileId) -> String {
    let key = snapshot.file(id).map(|file| file.key());
    let name = key.and_then(|key| key.path()).and_then(|path| path.file_name());
    name.map_or_else(|| "another file".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// What of a mention is replaced: of a phrase what stands between the quotes.
fn inner(snapshot: &Snapshot, id: FileId, keyword: Keyword, range: TextRange) -> TextRange {
    let quoted = || {
        snapshot.file(id).is_some_and(|file| {
            let text = file.text().slice(range);
            text.len() >= 2 && text.starts_with('"') && text.ends_with('"') && !text.starts_with("\"\"\"")
        })
    };
    if keyword == Keyword::Phrase && quoted() {
        TextRange::new(range.start() + TextSize::new(1), range.end() - TextSize::new(1))
    } else {
        range
    }
}

fn declared_twice(file: &SourceFile, entry: &Entry) -> bool {
    let declaration = &entry.declaration;
    let same = |other: &Declaration| {
        other.keyword == declaration.keyword
            && match declaration.keyword {
                Keyword::Phrase => {
                    other.title_text().map(str::to_lowercase) == declaration.title_text().map(str::to_lowercase)
                }
                _ => other.name.as_ref().map(|name| &name.text) == declaration.name.as_ref().map(|name| &name.text),
            }
    };
    siblings(file, entry).filter(|other| same(&other.declaration)).count() > 1
}

/// The declarations among which the name of one stands: those of its project, or of its file.
fn siblings<'a>(file: &'a SourceFile, entry: &Entry) -> impl Iterator<Item = &'a crate::syntax::Child> + 'a {
    let base = entry.base;
    let top = file.tree().declarations();
    let within = top.iter().find(|child| child.offset < base && child.range().contains(base));
    within.map_or(top, |child| &*child.declaration.children).iter()
}

fn check_name(subject: &Subject, new_name: &str) -> Result<(), String> {
    if subject.keyword == Keyword::Phrase {
        let bad = new_name.is_empty() || new_name.contains(['"', '\\']) || new_name.chars().any(char::is_control);
        return if bad {
            Err("A phrase is some words on one line, without quotes and backslashes.".to_owned())
        } else {
            Ok(())
        };
    }
    let kebab = new_name.starts_with(char::is_alphabetic)
        && !new_name.ends_with('-')
        && new_name.chars().all(|c| c == '-' || c.is_alphanumeric() && !c.is_uppercase());
    if !kebab {
        return Err(format!("`{new_name}` is no name. Names are in kebab-case, as in `data-stays-home`."));
    }
    if Keyword::ALL.iter().any(|keyword| keyword.as_str() == new_name) {
        return Err(format!("`{new_name}` is a word of the language, and nothing can be called so."));
    }
    if subject.keyword == Keyword::Property {
        if let Some(property) = Property::from_word(new_name) {
            return Err(word_of_the_language(property));
        }
    }
    Ok(())
}

/// The files in which what a file declares is known: itself and those that use it.
fn knowing(snapshot: &Snapshot, declaring: FileId) -> Vec<FileId> {
    let uses = |id: FileId| snapshot.imports(id).iter().any(|import| import.target == Ok(declaring));
    snapshot.files().map(|file| file.id()).filter(|&id| id == declaring || uses(id)).collect()
}

/// Nothing may be called so already where the name is known.
fn check_clash(snapshot: &Snapshot, subject: &Subject, file: FileId, new_name: &str) -> Result<(), String> {
    let keyword = subject.keyword;
    let taken = if keyword == Keyword::Claim {
        let declaring = snapshot.file(subject.entry.file).filter(|_| file == subject.entry.file);
        let named =
            |child: &crate::syntax::Child| child.declaration.name.as_ref().is_some_and(|name| name.text == new_name);
        declaring
            .and_then(|declaring| siblings(declaring, &subject.entry).find(|child| named(child)))
            .map(|_| "this project".to_owned())
    } else {
        let key = if keyword == Keyword::Phrase { new_name.to_lowercase() } else { new_name.to_owned() };
        let scope = snapshot.scope(file);
        let entry = scope.as_ref().and_then(|scope| scope.get(keyword, &key));
        // The words of a phrase may change from small to capital letters.
        let other = entry.filter(|entry| (entry.file, entry.base) != (subject.entry.file, subject.entry.base));
        other.map(
            |entry| {
                if entry.file.is_library() { "the built-in library".to_owned() } else { shown(snapshot, entry.file) }
            },
        )
    };
    match taken {
        Some(place) => {
            Err(format!("There is a {} `{new_name}` in {place} already. Choose another name.", keyword.as_str()))
        }
        None => Ok(()),
    }
}

/// Parses and resolves what comes of the edits, and holds it against what was there.
fn verify(snapshot: &Snapshot, files: &[FileId], edits: &FileEdits, new_name: &str) -> Result<(), String> {
    let broken =
        || format!("With the name `{new_name}` something would stand for another thing than now. Choose another name.");
    let mut changed = Vec::new();
    // Where declarations begin now, for each place where one began.
    let mut moved: HashMap<(FileId, TextSize), TextSize> = HashMap::new();
    for (id, edits) in edits {
        let before = snapshot.file(*id).ok_or_else(broken)?;
        let text = before.text().apply(edits);
        let tree = SyntaxTree::parse(&text);
        if tree.all_errors().len() != before.tree().all_errors().len() {
            return Err(format!("`{new_name}` cannot be a name here. Choose another name."));
        }
        changed.push((*id, text, tree));
    }
    let after = snapshot.with_texts(changed);
    for &id in files {
        let (old, new) = (mentions_in(snapshot, id), mentions_in(&after, id));
        if old.len() != new.len() {
            return Err(broken());
        }
        moved.extend(old.iter().zip(&new).map(|(old, new)| ((id, old.base), new.base)));
    }
    for &id in files {
        let (Some(old_scope), Some(new_scope)) = (snapshot.scope(id), after.scope(id)) else { return Err(broken()) };
        for (old, new) in mentions_in(snapshot, id).iter().zip(&mentions_in(&after, id)) {
            let stood_for = thing(snapshot, id, &old_scope, old).map(|thing| match thing {
                Thing::Declaration(keyword, file, base) => {
                    Thing::Declaration(keyword, file, moved.get(&(file, base)).copied().unwrap_or(base))
                }
                other => other,
            });
            if stood_for != thing(&after, id, &new_scope, new) || old.declares != new.declares {
                return Err(broken());
            }
        }
    }
    Ok(())
}

fn mentions_in(snapshot: &Snapshot, id: FileId) -> Vec<Mention> {
    snapshot.file(id).map(|file| mentions::of_file(file)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::marked::{Marked, marked};

    /// What the files are after the thing at `$0` got another name: those that changed.
    fn renamed(files: &[(&str, &str)], new_name: &str) -> Result<Vec<String>, String> {
        let Marked { snapshot, id, offset, .. } = marked(files);
        let edits = rename(&snapshot, id, offset, new_name)?;
        let text = |(id, edits): &(FileId, Vec<TextEdit>)| {
            snapshot.file(*id).map(|file| file.text().apply(edits).to_string()).unwrap_or_default()
        };
        Ok(edits.iter().map(text).collect())
    }

    #[track_caller]
    fn check(source: &str, new_name: &str, expected: &str) {
        assert_eq!(renamed(&[("spec", source)], new_name), Ok(vec![expected.to_owned()]));
    }

    #[track_caller]
    fn check_refused(files: &[(&str, &str)], new_name: &str, part: &str) {
        let message = renamed(files, new_name).expect_err("it is refused");
        assert!(message.contains(part), "{message}");
    }

    #[test]
    fn a_technique_is_renamed_in_all_files_that_know_it_and_not_in_prose() {
        let spec = "use \"house.synergy\"\r\nproject p \"P\" {\r\n claim own { says \"own 😀 `own`\"\r\n using OWN, zkml }\r\n}";
        let house = "technique own \"own\" { aka \"own\" }";
        let files =
            [("spec", &*spec.replace("OWN", "o$0wn")), ("house", house), ("stranger", "technique own \"Mine\" { }")];
        let expected = [spec.replace("OWN", "ours"), house.replace("technique own", "technique ours")];
        assert_eq!(renamed(&files, "ours"), Ok(expected.to_vec()));
    }

    #[test]
    fn every_kind_of_declaration_can_be_renamed() {
        for (source, new_name) in [
            ("project @ \"old\" { claim old { } }", "new"),
            ("project p \"P\" { claim @: privacy + security { } }", "new"),
            ("matrix @ \"A\" { }\nmatrix b \"B\" extends @ { }\nproject p \"P\" { judged-by @ }", "acme"),
            ("chain @ \"C\" { }\nproject p \"P\" { runs-on @, base }", "l-1"),
            ("property @ \"O\" { }\ntechnique t \"T\" { serves @ }", "ours"),
            ("reference @ \"R\" { }\nchain c \"C\" { figure \"1\" @\n source @ }", "r-2026"),
            ("ceiling @ \"H\" { }", "cooling"),
            ("technique @ \"T\" { }\ntechnique t \"T\" { works-with @ \"so\" }", "日本語"),
        ] {
            let before = source.replacen('@', "$0old", 1).replace('@', "old");
            check(&before, new_name, &source.replace('@', new_name));
        }
    }

    #[test]
    fn a_phrase_is_renamed_where_it_is_declared() {
        check("phrase \"mo$0on soon\" vague { }", "to the moon", "phrase \"to the moon\" vague { }");
        check("phrase \"mo$0on soon\" vague { }", "Moon Soon", "phrase \"Moon Soon\" vague { }");
        check_refused(&[("spec", "phrase \"mo$0on\" vague { }")], "a \"b\"", "without quotes");
    }

    #[test]
    fn a_name_that_a_nearer_declaration_hides_stays() {
        let files = [
            ("house", "technique o$0ld \"Old\" { }"),
            ("spec", "use \"house.synergy\"\ntechnique old \"Mine\" { }\nproject p \"P\" { claim c { using old } }"),
        ];
        assert_eq!(renamed(&files, "new"), Ok(vec!["technique new \"Old\" { }".to_owned()]));
    }

    #[test]
    fn what_has_no_name_of_its_own_is_refused_with_a_reason() {
        for (source, part) in [
            ("project p \"P\" { claim c { using zk$0ml } }", "built-in library"),
            ("project p \"P\" { claim c: priv$0acy + security { } }", "one of the six properties"),
            ("project p \"P\" { claim c: privacy $0+ security { } }", "no name of its own"),
            ("project p \"P\" { claim c { caveat weak-$0synergy \"x\" } }", "name of a rule"),
            ("project p \"P\" { site \"https://a$0.org\" }", "an address"),
            ("use \"hou$0se.synergy\"", "Rename the file"),
            ("project p \"P\" { claim c { using nobo$0dy } }", "Nothing that is known here is called `nobody`"),
            ("pro$0ject p \"P\" { about \"x\" }", "There is no name here"),
            ("technique t$0 \"T\" { }\ntechnique t \"Again\" { }", "declared twice"),
            ("technique bro$0ken \"T { serves privacy }", "syntax error"),
        ] {
            check_refused(&[("spec", source)], "new", part);
        }
    }

    #[test]
    fn a_name_that_is_none_or_is_taken_is_refused() {
        let source = "technique ow$0n \"Own\" { }\ntechnique other \"Other\" { }";
        for (new_name, part) in [
            ("", "no name"),
            ("Two Words", "kebab-case"),
            ("claim", "word of the language"),
            ("other", "in spec.synergy already"),
            ("zkml", "in the built-in library already"),
        ] {
            check_refused(&[("spec", source)], new_name, part);
        }
        check_refused(&[("spec", "project p \"P\" { claim $0a { }\n claim b { } }")], "b", "in this project already");
        let files = [("house", source), ("spec", "use \"house.synergy\"\ntechnique mine \"Mine\" { }")];
        check_refused(&files, "mine", "in spec.synergy already");
        assert_eq!(renamed(&[("spec", source)], "own"), Ok(Vec::new()), "the same name changes nothing");
    }

    #[test]
    fn a_name_that_would_give_a_meaning_to_what_has_none_is_refused() {
        let source = "technique ow$0n \"Own\" { }\nproject p \"P\" { claim c { using own, missing } }";
        check_refused(&[("spec", source)], "missing", "stand for another thing");
    }

    #[test]
    fn what_lies_outside_of_the_workspace_is_not_changed() {
        let files = [
            ("spec", "use \"../house.synergy\"\nproject p \"P\" { claim c { using o$0wn } }"),
            ("../house", "technique own \"O\" { }"),
        ];
        check_refused(&files, "ours", "declared in house.synergy, which is outside of this workspace");
    }

    #[test]
    fn of_a_workspace_that_is_not_known_whole_nothing_is_renamed() {
        let Marked { snapshot, id, offset, .. } = marked(&[("spec", "technique ow$0n \"Own\" { }")]);
        let unknown = snapshot.completed_by(&crate::rules::fixture::snapshot("").0);
        let message = rename(&unknown, id, offset, "ours").expect_err("it is refused");
        assert!(message.contains("Open a smaller folder"), "{message}");
    }
}
