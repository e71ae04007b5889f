//! Every place of a file that names something, and what it names there: the ground of references, highlights and
//! rename. Names are found in the tree and resolved as the checker resolves them; no text is searched.

use crate::model::schema::{self, Shape};
use crate::model::{Cell, FileId, Property, Scope, Snapshot, SourceFile};
use crate::syntax::{Child, Declaration, Keyword, Value, ValueKind};
use crate::text::{TextRange, TextSize};
use smol_str::SmolStr;

/// What a place names, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A declaration of that kind.
    Name(Keyword, SmolStr),
    /// A cell.
    Cell(Cell),
    /// One of the six properties.
    Property(Property),
    /// An address.
    Url(SmolStr),
    /// A rule.
    Rule(SmolStr),
    /// A file that is used: the number of the `use` in its file.
    Import(usize),
}

/// A place that names something.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) range: TextRange,
    pub(super) what: What,
    /// It is declared here.
    pub(super) declares: bool,
    /// Where the declaration starts that this stands in.
    pub(super) base: TextSize,
}

/// What a place stands for, whatever it is called there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Thing {
    /// A declaration, by its file and its start.
    Declaration(Keyword, FileId, TextSize),
    /// A cell, whichever matrix rates it.
    Cell(Cell),
    /// One of the six properties, whoever declares it.
    Property(Property),
    /// An address.
    Url(SmolStr),
    /// A rule.
    Rule(SmolStr),
    /// A file.
    File(FileId),
}

/// All mentions of a file, in the order of the text but for a cell, which comes before its words.
pub(super) fn of_file(file: &SourceFile) -> Vec<Mention> {
    fn collect(children: &[Child], base: TextSize, uses: &mut usize, mentions: &mut Vec<Mention>) {
        for child in children {
            of_declaration(&child.declaration, base + child.offset, uses, mentions);
            collect(&child.declaration.children, base + child.offset, uses, mentions);
        }
    }
    let (mut mentions, mut uses) = (Vec::new(), 0);
    collect(file.tree().declarations(), TextSize::new(0), &mut uses, &mut mentions);
    mentions
}

/// The mentions at a place, the shortest last.
pub(super) fn at(snapshot: &Snapshot, file: &SourceFile, offset: TextSize) -> Vec<Mention> {
    let Some((base, declaration)) = file.declarations_at(offset).pop() else { return Vec::new() };
    let mut mentions = Vec::new();
    of_declaration(&declaration, base, &mut 0, &mut mentions);
    mentions.retain(|mention| mention.range.contains_inclusive(offset));
    mentions.sort_by_key(|mention| std::cmp::Reverse(mention.range.len()));
    for mention in &mut mentions {
        if let What::Import(index) = &mut mention.what {
            let imports = snapshot.imports(file.id());
            *index = imports.iter().position(|import| import.range == mention.range).unwrap_or(usize::MAX);
        }
    }
    mentions
}

/// The mentions of a declaration, without those in it. `uses` counts the `use`s of the file.
fn of_declaration(declaration: &Declaration, base: TextSize, uses: &mut usize, mentions: &mut Vec<Mention>) {
    let keyword = declaration.keyword;
    let mut add = |range: TextRange, what: What, declares: bool| {
        mentions.push(Mention { range: range + base, what, declares, base });
    };
    if let Some(name) = declaration.name.as_ref().filter(|_| !matches!(keyword, Keyword::Use | Keyword::Unknown)) {
        add(name.range, named(keyword, &name.text), true);
    }
    for reference in &declaration.cells {
        if let Some(cell) = Cell::from_reference(reference) {
            add(reference.range, What::Cell(cell), keyword == Keyword::Cell);
        }
        for word in reference.words() {
            if let Some(property) = Property::from_word(&word.text) {
                add(word.range, What::Property(property), false);
            }
        }
    }
    if let Some(extends) = &declaration.extends {
        add(extends.range, What::Name(Keyword::Matrix, extends.text.clone()), false);
    }
    if let Some(title) = &declaration.title {
        match (keyword, title.as_text()) {
            (Keyword::Use, Some(_)) => {
                add(title.range, What::Import(*uses), false);
                *uses += 1;
            }
            (Keyword::Phrase, Some(text)) => {
                add(title.range, What::Name(Keyword::Phrase, SmolStr::from(text.to_lowercase())), true);
            }
            _ => {}
        }
    }
    for field in &declaration.fields {
        let shape = schema::field(keyword, &field.name.text).map(|spec| spec.shape);
        for (index, value) in field.values.iter().enumerate() {
            if let Some(what) = of_value(shape, index, value) {
                add(value.range, what, false);
            }
        }
    }
}

/// What a value names.
fn of_value(shape: Option<Shape>, index: usize, value: &Value) -> Option<What> {
    match &value.kind {
        ValueKind::Cell(reference) => Cell::from_reference(reference).map(What::Cell),
        ValueKind::Name(name) => Some(match shape? {
            Shape::Names(kind) | Shape::Name(kind) => named(kind, name),
            Shape::Caveat if index == 0 => What::Rule(name.clone()),
            Shape::TextAndSources | Shape::Sources => What::Name(Keyword::Reference, name.clone()),
            Shape::Pair if index == 0 => What::Name(Keyword::Technique, name.clone()),
            _ => return None,
        }),
        _ => value.as_url().map(|url| What::Url(SmolStr::from(url))),
    }
}

/// The six properties are words of the language, which a declaration only explains.
fn named(keyword: Keyword, name: &SmolStr) -> What {
    let property = if keyword == Keyword::Property { Property::from_word(name) } else { None };
    property.map_or_else(|| What::Name(keyword, name.clone()), What::Property)
}

/// What a mention in a file stands for; nothing if it names what is not there.
pub(super) fn thing(snapshot: &Snapshot, id: FileId, scope: &Scope, mention: &Mention) -> Option<Thing> {
    Some(match &mention.what {
        What::Name(keyword, _) if mention.declares => Thing::Declaration(*keyword, id, mention.base),
        What::Name(keyword, name) => {
            let entry = scope.get(*keyword, name)?;
            Thing::Declaration(*keyword, entry.file, entry.base)
        }
        What::Cell(cell) => Thing::Cell(*cell),
        What::Property(property) => Thing::Property(*property),
        What::Url(url) => Thing::Url(url.clone()),
        What::Rule(rule) => Thing::Rule(rule.clone()),
        What::Import(index) => Thing::File(*snapshot.imports(id).get(*index)?.target.as_ref().ok()?),
    })
}
