//! Putting things elsewhere: a claim into another project, a technique into the house vocabulary.

use super::claims::{asked, declared};
use super::{Action, ActionKind, Asking, ChangedFile, FileChange, Work, impossible};
use crate::model::{FileKey, SourceFile};
use crate::rules::{FixClass, indent, judge_elsewhere, line_break};
use crate::syntax::{Child, Declaration, Keyword, Value, ValueKind};
use crate::text::{Text, TextEdit, TextRange, TextSize};
use std::path::Path;
use std::sync::Arc;

/// A file with more projects than so many is none in which one picks from a list.
const MOST_PROJECTS: usize = 10;

/// The file that is made where no house vocabulary is used yet.
const HOUSE: &str = "house.synergy";

/// Moving the claim that is asked about to another project of the file.
pub(super) fn claim(asking: &Asking<'_>, file: &SourceFile, actions: &mut Vec<Action>) {
    let Some(claim) = asked(asking) else { return };
    let Some((declaration, Some(Child { offset: from, .. }))) = declared(file, claim) else { return };
    let text = file.text();
    // What has no end of its own might take along what comes after it.
    let closed = declaration.body.is_some_and(|body| text.slice(body + claim.range.start()).ends_with('}'));
    if !closed || !declaration.errors.is_empty() {
        return;
    }
    let whole = with_comments(text, claim.range);
    let others = file.tree().declarations().iter();
    let others = others.filter(|child| child.declaration.keyword == Keyword::Project && child.offset != from);
    for other in others.take(MOST_PROJECTS) {
        let project = &other.declaration;
        let Some(name) = &project.name else { continue };
        let title = format!("Move this claim to project `{}`", name.text);
        let same = |child: &Child| {
            let theirs = child.declaration.name.as_ref().map(|name| &name.text);
            theirs.is_some() && theirs == declaration.name.as_ref().map(|name| &name.text)
        };
        if project.children.iter().any(same) {
            let why = format!("`{}` has a claim of that name already.", name.text);
            actions.push(impossible(title, ActionKind::Move, why));
            continue;
        }
        let removed = with_line_break(text, whole);
        // In a broken text a claim may reach over what comes after it.
        let apart =
            |edit: &TextEdit| edit.range.intersect(removed).is_none_or(|both| both == removed && both.is_empty());
        let Some(edit) = at_the_end(text, other, &text.slice(whole)).filter(apart) else {
            actions.push(impossible(title, ActionKind::Move, format!("`{}` has no end yet.", name.text)));
            continue;
        };
        // It may be judged by another matrix there, and held against another chain.
        let there = judge_elsewhere(asking.snapshot, asking.file, project, &text.slice(claim.range));
        let verdict = there.and_then(|there| there.verdict).filter(|verdict| Some(*verdict) != claim.verdict);
        let verdict = verdict.map_or_else(String::new, |verdict| format!(", where it is {verdict}"));
        actions.push(Action {
            title: format!("{title}{verdict}"),
            kind: ActionKind::Move,
            class: FixClass::Meaning,
            preferred: false,
            diagnostic: None,
            disabled: None,
            work: Work::Known(vec![FileChange {
                file: ChangedFile::There(asking.file),
                edits: vec![TextEdit::delete(removed), edit],
            }]),
        });
    }
}

/// Moving the claim that is asked about to a file of its own, in the same project and with the same `use`s, so that it is
/// judged there as it is here.
pub(super) fn to_a_new_file(asking: &Asking<'_>, file: &SourceFile, actions: &mut Vec<Action>) {
    let Some(claim) = asked(asking) else { return };
    let Some((declaration, Some(project))) = declared(file, claim) else { return };
    let (Some(name), Some(body)) = (&declaration.name, project.declaration.body) else { return };
    let text = file.text();
    let closed = |declaration: &Declaration, base: TextSize| {
        declaration.body.is_some_and(|body| text.slice(body + base).ends_with('}'))
    };
    // What has no end of its own might take along what comes after it.
    let whole_texts = closed(&declaration, claim.range.start()) && closed(&project.declaration, project.offset);
    // A claim that is all of its project is where it belongs.
    let alone = project.declaration.children.len() < 2;
    if !whole_texts || alone || !declaration.errors.is_empty() {
        return;
    }
    let new = format!("{}.synergy", name.text);
    let title = format!("Move this claim to a new {new}");
    let mut refuse = |why: String| actions.push(impossible(title.clone(), ActionKind::Move, why));
    let FileKey::Path(path) = file.key() else {
        return refuse("This file is not saved yet, so no other can stand beside it.".to_owned());
    };
    let new = path.parent().unwrap_or(Path::new("")).join(new);
    if new == *path || (asking.exists)(&new) {
        return refuse(format!("There is a {}.synergy already.", name.text));
    }
    let declarations = file.tree().declarations();
    // Even what is not named may count: words of a technique or a phrase are looked for in prose.
    let own = declarations.iter().map(|child| child.declaration.keyword);
    let own = own.into_iter().find(|keyword| !matches!(keyword, Keyword::Project | Keyword::Use));
    if let Some(own) = own {
        return refuse(format!(
            "This file declares a {} of its own, which the new one would not know. Move that to a house vocabulary first.",
            own.as_str()
        ));
    }
    let line_break = line_break(text);
    let mut lines: Vec<String> = Vec::new();
    let uses = declarations.iter().filter(|child| child.declaration.keyword == Keyword::Use);
    lines.extend(uses.map(|child| text.slice(child.range()).trim().to_owned()));
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let head = TextRange::new(project.offset, body.start() + project.offset);
    lines.push(format!("{} {{", text.slice(head).trim_end()));
    let inner = format!("{}  ", indent(text, project.offset));
    let fields = project.declaration.fields.iter();
    lines.extend(fields.map(|field| format!("{inner}{}", text.slice(field.range + project.offset).trim())));
    if !project.declaration.fields.is_empty() {
        lines.push(String::new());
    }
    let whole = with_comments(text, claim.range);
    let moved = text.slice(whole).into_owned();
    lines.push(if moved.starts_with([' ', '\t']) { moved } else { format!("{inner}{moved}") });
    lines.push(format!("{}}}{line_break}", indent(text, project.offset)));
    let there = TextEdit::insert(TextSize::new(0), lines.join(line_break));
    let removed = TextEdit::delete(with_line_break(text, whole));
    actions.push(Action {
        title,
        kind: ActionKind::Move,
        class: FixClass::Meaning,
        preferred: false,
        diagnostic: None,
        disabled: None,
        work: Work::Known(vec![
            FileChange { file: ChangedFile::New(new), edits: vec![there] },
            FileChange { file: ChangedFile::There(asking.file), edits: vec![removed] },
        ]),
    });
}

/// Taking what the place is in, a technique say, out into the house vocabulary that the file uses.
pub(super) fn extract(asking: &Asking<'_>, file: &SourceFile, actions: &mut Vec<Action>) {
    let Some(child) = touched(file, asking.range) else { return };
    let declaration = &child.declaration;
    let keyword = declaration.keyword;
    let Some(name) = &declaration.name else { return };
    let text = file.text();
    let words = format!("{} `{}`", keyword.as_str(), name.text);
    if let Some(other) = names_of_its_own(file, child) {
        let why = format!("It names `{other}`, which only this file declares. Move that first.");
        return actions.push(impossible(format!("Move {words} to a house vocabulary"), ActionKind::Extract, why));
    }
    let whole = with_comments(text, child.range());
    let moved = text.slice(whole).into_owned();
    let removed = TextEdit::delete(with_line_break(text, whole));
    let extracted = |title: String, changes: Vec<FileChange>| Action {
        title,
        kind: ActionKind::Extract,
        class: FixClass::Meaning,
        preferred: false,
        diagnostic: None,
        disabled: None,
        work: Work::Known(changes),
    };
    let here = |edits| FileChange { file: ChangedFile::There(asking.file), edits };
    let mut known = false;
    for import in asking.snapshot.imports(asking.file) {
        let Some(house) = import.target.as_ref().ok().and_then(|target| asking.snapshot.file(*target)) else {
            continue;
        };
        known = true;
        let title = format!("Move {words} to {}", import.path);
        if house.names().get(keyword, &name.text).is_some() {
            let why = format!("{} declares a {} of that name already.", import.path, keyword.as_str());
            actions.push(impossible(title, ActionKind::Extract, why));
            continue;
        }
        let (theirs, end) = (house.text(), house.text().len());
        let line_break = line_break(theirs);
        let last = theirs.slice(TextRange::new(theirs.line_start(theirs.line_of(end)), end));
        let before = match (theirs.is_empty(), last.trim().is_empty()) {
            (true, _) => String::new(),
            (_, true) => line_break.to_owned(),
            (_, false) => line_break.repeat(2),
        };
        let added = TextEdit::insert(end, format!("{before}{}{line_break}", with_breaks(&moved, line_break)));
        let there = FileChange { file: ChangedFile::There(house.id()), edits: vec![added] };
        actions.push(extracted(title, vec![there, here(vec![removed.clone()])]));
    }
    if known {
        return;
    }
    let title = format!("Move {words} to a new {HOUSE}");
    let FileKey::Path(path) = file.key() else {
        let why = "This file is not saved yet, so no other can stand beside it.".to_owned();
        return actions.push(impossible(title, ActionKind::Extract, why));
    };
    let house = path.parent().unwrap_or(Path::new("")).join(HOUSE);
    if house == *path || (asking.exists)(&house) {
        let why = format!("There is a {HOUSE} already, which this file does not use. Write `use \"{HOUSE}\"` first.");
        return actions.push(impossible(title, ActionKind::Extract, why));
    }
    let line_break = line_break(text);
    let there = FileChange {
        file: ChangedFile::New(house),
        edits: vec![TextEdit::insert(TextSize::new(0), format!("{moved}{line_break}"))],
    };
    // Before the first declaration, and below what is said of the file above it.
    let top =
        file.tree().declarations().first().map_or(TextSize::new(0), |first| with_comments_but_the_first(text, first));
    let used = format!("use \"{HOUSE}\"{line_break}{line_break}");
    let edits = if top == removed.range.start() {
        vec![TextEdit::replace(removed.range, used)]
    } else {
        vec![TextEdit::insert(top, used), removed]
    };
    actions.push(extracted(title, vec![there, here(edits)]));
}

/// The declaration of a vocabulary that a range is in the header of, or in all of.
fn touched(file: &SourceFile, range: TextRange) -> Option<&Child> {
    let vocabulary = |keyword| {
        matches!(keyword, Keyword::Technique | Keyword::Chain | Keyword::Ceiling | Keyword::Reference | Keyword::Matrix)
    };
    let mut touched = file.tree().declarations().iter().filter(|child| child.range().intersect(range).is_some());
    let child = touched.next()?;
    let closed = child.declaration.body.is_some_and(|body| file.text().slice(body + child.offset).ends_with('}'));
    (touched.next().is_none() && closed && vocabulary(child.declaration.keyword)).then_some(child)
}

/// A name in a declaration that only its file declares; a house would not know it.
fn names_of_its_own(file: &SourceFile, child: &Child) -> Option<String> {
    let mut waiting: Vec<&Arc<Declaration>> = vec![&child.declaration];
    while let Some(declaration) = waiting.pop() {
        waiting.extend(declaration.children.iter().map(|child| &child.declaration));
        let names = declaration.fields.iter().flat_map(|field| &field.values).filter_map(|value| match &value.kind {
            ValueKind::Name(_) => Value::as_name(value),
            _ => None,
        });
        for name in names.chain(declaration.extends.as_ref().map(|name| &name.text)) {
            let own = [Keyword::Technique, Keyword::Reference, Keyword::Matrix, Keyword::Chain, Keyword::Property];
            let known = own.into_iter().filter_map(|keyword| file.names().get(keyword, name));
            if known.into_iter().any(|entry| entry.base != child.offset) {
                return Some(name.to_string());
            }
        }
    }
    None
}

/// Puts a text at the end of a project's body, before the brace that closes it.
fn at_the_end(text: &Text, project: &Child, added: &str) -> Option<TextEdit> {
    let body = project.declaration.body? + project.offset;
    if !text.slice(body).ends_with('}') || body.len() < TextSize::new(2) {
        return None;
    }
    let brace = body.end() - TextSize::of('}');
    let line_break = line_break(text);
    let start = text.line_start(text.line_of(brace));
    let alone = text.slice(TextRange::new(start, brace)).trim().is_empty();
    let empty = project.declaration.fields.is_empty() && project.declaration.children.is_empty();
    Some(match alone {
        true => TextEdit::insert(start, format!("{}{added}{line_break}", if empty { "" } else { line_break })),
        false => TextEdit::insert(brace, format!("{line_break}{added}{line_break}{}", indent(text, project.offset))),
    })
}

/// A declaration from the start of its line on, with the comments right above it.
fn with_comments(text: &Text, range: TextRange) -> TextRange {
    let line = text.line_of(range.start());
    if !text.slice(TextRange::new(text.line_start(line), range.start())).trim().is_empty() {
        return range;
    }
    let mut first = line;
    while first > 0
        && text
            .slice(TextRange::new(text.line_start(first - 1), text.line_end(first - 1)))
            .trim_start()
            .starts_with('#')
    {
        first -= 1;
    }
    TextRange::new(text.line_start(first), range.end())
}

/// Where something can be put before the first declaration: a comment at the top of a file may be about all of it.
fn with_comments_but_the_first(text: &Text, first: &Child) -> TextSize {
    let whole = with_comments(text, first.range());
    if usize::from(whole.start()) == 0 { text.line_start(text.line_of(first.offset)) } else { whole.start() }
}

/// A range with the rest of its line, and the empty lines after it, if nothing else is on its lines.
fn with_line_break(text: &Text, range: TextRange) -> TextRange {
    let line = text.line_of(range.end());
    let before = text.slice(TextRange::new(text.line_start(text.line_of(range.start())), range.start()));
    let after = text.slice(TextRange::new(range.end(), text.line_end(line)));
    if !before.trim().is_empty() || !after.trim().is_empty() {
        return range;
    }
    let mut next = line + 1;
    while next + 1 < text.line_count()
        && text.slice(TextRange::new(text.line_start(next), text.line_end(next))).trim().is_empty()
    {
        next += 1;
    }
    TextRange::new(range.start(), text.line_start(next))
}

/// A text with other line breaks.
fn with_breaks(text: &str, line_break: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', line_break)
}
