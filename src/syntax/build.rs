//! From the tree to [`Declaration`]s, and to what is wrong in words.
//!
//! The grammar takes in half-typed text: a declaration without its body, a body without its closing brace, a brace
//! without its opening one. Here such a slip is put right as far as one can see what was meant, so that it costs a
//! finding and nothing else:
//!
//! - a declaration that stands where it cannot (a claim inside a claim) is handed outwards to where it can;
//! - fields after a declaration without a body are taken for its own;
//! - a claim that stands outside of any project belongs to the project before it;
//! - of the braces that no longer fit because of a slip, only the slip itself is reported.

mod before;
mod header;
mod line;
mod values;
mod words;

pub(super) use before::Before;
pub(super) use line::line;
pub(super) use words::nearest_keyword;

use super::declaration::line_breaks;
use super::prose::BLOCK_QUOTES;
use super::{Child, Declaration, Field, Keyword, Kind, MAX_DEPTH, SyntaxError, Values, Word};
use crate::text::{Text, TextEdit, TextRange, TextSize};
use header::HeaderReader;
use smol_str::SmolStr;
use std::cell::Cell;
use std::sync::Arc;
use tree_sitter::Node;
use values::ValueReader;
use words::{capital, describe, is_closed, shorten};

/// Reads the whole tree: the declarations at the top level, and the errors that belong to none of them. Declarations of
/// the text before in which nothing has changed are taken over.
pub(super) fn file(tree: &tree_sitter::Tree, text: &Text, before: Option<&Before>) -> (Vec<Child>, Vec<SyntaxError>) {
    let reader = Reader { text, before, piece: Cell::new((0, "")), unclosed_text: Cell::new(false) };
    let mut top = Members::new(None, TextSize::new(0));
    top.before = before.map(|before| (before.declarations(), TextSize::new(0)));
    for node in children(tree.root_node()) {
        reader.member(node, &mut top, 0);
    }
    for built in std::mem::take(&mut top.escaped) {
        reader.adopt_at_top_level(built, &mut top);
    }
    let children = top.built.into_iter().map(|built| built.into_child(TextSize::new(0), text)).collect();
    (children, top.errors)
}

/// What is said of declarations beyond [`MAX_DEPTH`].
const TOO_DEEP: &str = "Declarations are nested too deeply to be read. A claim stands in a project, a cell in a matrix; nothing goes deeper.";

struct Reader<'a> {
    text: &'a Text,
    before: Option<&'a Before>,
    /// The piece of the text that was looked at last, and where it starts: most often the next look is at the same one.
    piece: Cell<(usize, &'a str)>,
    /// A `"""` without its end was read: it has swallowed the rest of the file, and every brace of it.
    unclosed_text: Cell<bool>,
}

/// A declaration that has been read, not yet put where it belongs.
struct Built {
    /// Where it starts in the file.
    start: TextSize,
    declaration: Arc<Declaration>,
    /// What is in it, but for what is in the declaration already.
    children: Vec<Built>,
    /// It has no body, so fields after it are its own.
    bodiless: bool,
    /// Something was taken in that stood after it: a closing brace too many is to be expected.
    took_in: bool,
    /// It is reported that it stands where it cannot.
    told: bool,
}

impl Built {
    fn into_child(self, base: TextSize, text: &Text) -> Child {
        let mut declaration = self.declaration;
        if !self.children.is_empty() {
            let declaration = Arc::make_mut(&mut declaration);
            for inner in self.children {
                let child = inner.into_child(self.start, text);
                declaration.len = declaration.len.max(child.range().end());
                declaration.children.push(child);
            }
            declaration.children.sort_by_key(|child| child.offset);
            declaration.line_breaks = line_breaks(&text.slice(TextRange::at(self.start, declaration.len)));
        }
        Child { offset: self.start - base, declaration }
    }
}

/// What stands in a body, or at the top level of a file.
struct Members<'a> {
    keyword: Option<Keyword>,
    /// What stood here in the text before, and where that was counted from.
    before: Option<(&'a [Child], TextSize)>,
    /// The body has its closing brace.
    closed: bool,
    /// Where the ranges of fields and errors count from.
    base: TextSize,
    fields: Vec<Field>,
    built: Vec<Built>,
    /// Declarations that cannot stand here.
    escaped: Vec<Built>,
    errors: Vec<SyntaxError>,
    /// Closing braces that are missing here because one inside took what belonged to this body.
    missing_braces: usize,
    /// Closing braces too many that are already explained by an error.
    surplus_braces: usize,
}

impl Members<'_> {
    fn new(keyword: Option<Keyword>, base: TextSize) -> Self {
        Self {
            keyword,
            before: None,
            closed: false,
            base,
            fields: Vec::new(),
            built: Vec::new(),
            escaped: Vec::new(),
            errors: Vec::new(),
            missing_braces: 0,
            surplus_braces: 0,
        }
    }

    fn may_hold(&self, keyword: Keyword) -> bool {
        match self.keyword {
            None => keyword.outer().is_none(),
            Some(outer) => outer.inner() == Some(keyword),
        }
    }

    fn error(&mut self, range: TextRange, message: impl Into<String>) {
        self.errors.push(SyntaxError { range: range - self.base, message: message.into(), fix: None });
    }
}

impl<'a> Reader<'a> {
    /// Reads one thing that stands in a body or at the top level.
    fn member(&self, node: Node<'_>, members: &mut Members<'a>, depth: usize) {
        if depth >= MAX_DEPTH && is_declaration(Kind::of(node)) {
            // Told once: what is deeper is not looked at.
            if members.errors.iter().all(|error| error.message != TOO_DEEP) {
                members.error(TextRange::at(self.range(node).start(), 1.into()), TOO_DEEP);
            }
            return;
        }
        match Kind::of(node) {
            Kind::Field => self.field_member(node, members),
            Kind::UnexpectedLine => {
                let first = self.slice(self.range(node.child(0).unwrap_or(node)));
                members.error(
                    self.range(node),
                    format!(
                        "`{}` begins no line. A line begins with the name of a field or with a word that opens a declaration.",
                        shorten(&first)
                    ),
                );
            }
            Kind::UnexpectedBrace => {
                if members.surplus_braces > 0 {
                    members.surplus_braces -= 1;
                } else {
                    let range = self.range(node);
                    members.errors.push(SyntaxError {
                        range: range - members.base,
                        message: "This `}` closes nothing. Delete it, or find the `{` that is missing before it."
                            .to_owned(),
                        fix: Some(("Delete the brace".to_owned(), TextEdit::delete(range - members.base))),
                    });
                }
            }
            Kind::Comment => {}
            Kind::Unexpected => {
                let range = self.range(node);
                members.error(range, format!("`{}` means nothing here.", shorten(&self.slice(range))));
            }
            Kind::Error => self.unreadable(node, members, depth),
            Kind::UnknownDeclaration if node.child_by_field_name("keyword").is_none() => {
                self.lone_body(node, members, depth)
            }
            _ if node.is_named() => self.declaration_member(node, members, depth),
            _ => {
                if node.is_missing() {
                    members.error(self.range(node), format!("A `{}` is missing here.", node.kind()));
                }
            }
        }
    }

    fn field_member(&self, node: Node<'_>, members: &mut Members<'a>) {
        // A field after a declaration that has no body yet: its header was typed, its braces were not.
        if let Some(last) =
            members.built.last_mut().filter(|last| last.bodiless && last.declaration.keyword != Keyword::Use)
        {
            let mut errors = Vec::new();
            let start = last.start;
            let declaration = unsettle(last);
            declaration.fields.push(self.field(node, start, &mut errors));
            declaration.errors.extend(errors);
            self.lengthen(declaration, start, self.range(node).end());
            if !std::mem::replace(&mut last.took_in, true) {
                members.surplus_braces += 1;
            }
            return;
        }
        let mut errors = Vec::new();
        let field = self.field(node, members.base, &mut errors);
        if members.keyword.is_none() {
            let message = match nearest_keyword(&field.name.text) {
                Some(keyword) => {
                    format!("`{}` opens no declaration. Is `{}` meant?", field.name.text, keyword.as_str())
                }
                None => format!(
                    "The field `{}` stands in no declaration. Move it into the one it belongs to.",
                    field.name.text
                ),
            };
            members.error(field.range + members.base, message);
        }
        members.errors.extend(errors);
        members.fields.push(field);
    }

    /// A body on a line of its own: that of the declaration before it, if that has none.
    fn lone_body(&self, node: Node<'_>, members: &mut Members<'a>, depth: usize) {
        let Some(body) = node.child_by_field_name("body") else { return };
        let bodiless = |built: &Built| built.bodiless && !built.took_in && built.declaration.keyword != Keyword::Use;
        let owner = if members.built.last().is_some_and(bodiless) { members.built.pop() } else { None };
        let Some(mut owner) = owner else {
            members.error(
                TextRange::at(self.range(body).start(), TextSize::of('{')),
                "This `{` opens nothing. Write a declaration before it, as in `claim name: privacy + decentralization {`.",
            );
            let mut inner = Members::new(members.keyword, members.base);
            for part in children(body).into_iter().filter(|part| !matches!(part.kind(), "{" | "}")) {
                self.member(part, &mut inner, depth + 1);
            }
            members.fields.append(&mut inner.fields);
            members.built.append(&mut inner.built);
            members.escaped.append(&mut inner.escaped);
            members.errors.append(&mut inner.errors);
            return;
        };
        let start = owner.start;
        let declaration = unsettle(&mut owner);
        // That it has none was reported too early.
        let told = no_body(declaration);
        declaration.errors.retain(|error| error.message != told);
        self.lengthen(declaration, start, self.range(body).end());
        let mut inner = Members::new(Some(declaration.keyword), start);
        self.body(declaration, body, &mut inner, depth);
        declaration.fields.append(&mut inner.fields);
        declaration.errors.append(&mut inner.errors);
        owner.bodiless = false;
        owner.children.append(&mut inner.built);
        members.missing_braces += inner.missing_braces;
        self.place(owner, members);
        for escaped in inner.escaped {
            self.place(escaped, members);
        }
    }

    /// What follows belongs to a declaration that begins at `start` as well, up to an end.
    fn lengthen(&self, declaration: &mut Declaration, start: TextSize, end: TextSize) {
        declaration.len = end - start;
        declaration.line_breaks = line_breaks(&self.slice(TextRange::new(start, end)));
    }

    /// Reads what stands between the braces of a declaration.
    fn body(&self, declaration: &mut Declaration, body: Node<'_>, members: &mut Members<'a>, depth: usize) {
        declaration.body = Some(self.range(body) - members.base);
        let mut closed = false;
        for part in children(body) {
            closed = part.kind() == "}" && !part.is_missing();
            // The brace after a title that is not closed takes its line break with it.
            if !(closed || part.kind().trim_end() == "{") {
                self.member(part, members, depth + 1);
            }
        }
        members.closed = closed;
        self.check_body(declaration, members, body, closed);
    }

    fn declaration_member(&self, node: Node<'_>, members: &mut Members<'a>, depth: usize) {
        let range = self.range(node);
        let before =
            self.before.zip(members.before).and_then(|(before, siblings)| before.find(siblings, range.start()));
        if let Some(declaration) = before.and_then(|before| self.unchanged(before, range)) {
            let (start, children) = (range.start(), Vec::new());
            let built = Built { start, declaration, children, bodiless: false, took_in: false, told: false };
            return self.place(built, members);
        }
        let (built, escaped, missing_braces) = self.declaration(node, before, depth);
        members.missing_braces += missing_braces;
        self.place(built, members);
        for inner in escaped {
            self.place(inner, members);
        }
    }

    /// The declaration that was there before, if it would be read in just the same way now.
    fn unchanged(&self, before: &Child, now: TextRange) -> Option<Arc<Declaration>> {
        let same = before.declaration.settled && before.declaration.len == now.len() && !self.unclosed_text.get();
        (same && self.before.is_some_and(|before| before.holds(now))).then(|| Arc::clone(&before.declaration))
    }

    fn place(&self, built: Built, members: &mut Members<'a>) {
        if members.may_hold(built.declaration.keyword) {
            if built.took_in {
                members.surplus_braces += 1;
            }
            members.built.push(built);
        } else if members.keyword.is_none() {
            self.adopt_at_top_level(built, members);
        } else if built.declaration.keyword == Keyword::Unknown {
            members.built.push(built);
        } else {
            members.escaped.push(built);
        }
    }

    /// A claim or a cell at the top level: it belongs to the project or matrix before it.
    fn adopt_at_top_level(&self, mut built: Built, members: &mut Members<'a>) {
        let keyword = built.declaration.keyword;
        let Some(outer) = keyword.outer() else {
            members.built.push(built);
            return;
        };
        let word = built.declaration.keyword_word.range;
        let Some(last) = members.built.iter_mut().rev().find(|before| before.declaration.keyword == outer) else {
            unsettle(&mut built).errors.push(SyntaxError {
                range: word,
                message: format!(
                    "A {} stands in a {}. Write `{} name \"title\" {{ … }}` around it.",
                    keyword.as_str(),
                    outer.as_str(),
                    outer.as_str()
                ),
                fix: None,
            });
            members.built.push(built);
            return;
        };
        let first_outside = !last.took_in;
        last.took_in = true;
        if first_outside {
            if members.surplus_braces == 0 && !last.bodiless && last.declaration.errors.is_empty() {
                unsettle(&mut built).errors.push(SyntaxError {
                    range: word,
                    message: format!(
                        "This {} stands outside of {}. Is there a `}}` too many before it?",
                        keyword.as_str(),
                        describe(&last.declaration)
                    ),
                    fix: None,
                });
            }
            members.surplus_braces = members.surplus_braces.max(1);
        }
        unsettle(last);
        last.children.push(built);
    }

    /// Reads a declaration: itself, what stood in it but cannot, and how many closing braces it took from around it.
    /// What stood in it before, if it was there, is taken over where it is the same.
    fn declaration(&self, node: Node<'_>, before: Option<&'a Child>, depth: usize) -> (Built, Vec<Built>, usize) {
        let start = self.range(node).start();
        let unclosed_before = self.unclosed_text.get();
        let mut header = HeaderReader::new(self, node, start);
        let mut body = None;
        let mut cursor = node.walk();
        if cursor.goto_first_child() {
            loop {
                let part = cursor.node();
                if Kind::of(part) == Kind::Block {
                    body = Some(part);
                } else {
                    // To tell the field of a value takes as long as the list before it is.
                    let has_roles = matches!(Kind::of(node), Kind::Matrix | Kind::Phrase);
                    header.part(part, if has_roles { cursor.field_name() } else { None });
                }
                if !cursor.goto_next_sibling() {
                    break;
                }
            }
        }
        let mut declaration = header.finish(body.map(|body| self.range(body).start()));
        let keyword = declaration.keyword;
        let mut members = Members::new(Some(keyword), start);
        members.before = self
            .before
            .zip(before)
            .and_then(|(known, before)| Some((&*before.declaration.children, known.offset(start)?)));
        if let Some(body) = body {
            self.body(&mut declaration, body, &mut members, depth);
        }
        declaration.fields = members.fields;
        declaration.errors.append(&mut members.errors);
        if body.is_none() {
            self.check_bodiless(&mut declaration, start);
        }
        let bodiless = body.is_none();
        let took_in = members.surplus_braces > 0;
        // A `use` has no body, and nothing that follows it is taken for one; what is wrong in it may be a text that has
        // swallowed the rest of the file.
        let is_whole = members.closed || keyword == Keyword::Use && body.is_none() && declaration.errors.is_empty();
        declaration.settled = is_whole
            && !took_in
            && members.escaped.is_empty()
            && members.missing_braces == 0
            && !unclosed_before
            && !self.unclosed_text.get()
            && members.built.iter().all(|inner| inner.declaration.settled);
        let declaration = Arc::new(declaration);
        let built = Built { start, declaration, children: members.built, bodiless, took_in, told: false };
        (built, members.escaped, members.missing_braces)
    }

    /// Reports a body that is not closed, and what stands in it but cannot.
    fn check_body(&self, declaration: &mut Declaration, members: &mut Members<'a>, body: Node<'_>, closed: bool) {
        if declaration.keyword == Keyword::Use {
            members.error(self.range(body), "A `use` has no body: it is a line of its own, `use \"house.synergy\"`.");
        }
        let subject = describe(declaration);
        if let Some(first) = members.escaped.first_mut() {
            // Told once, where the body went on for too long; whatever braces do not fit after it are its fault.
            if !std::mem::replace(&mut first.told, true) {
                members.missing_braces += 1;
                if !self.unclosed_text.get() {
                    let message = format!(
                        "{} cannot stand inside {subject}. Close {subject} with `}}` before it.",
                        capital(&describe(&first.declaration))
                    );
                    let range = first.declaration.keyword_word.range;
                    unsettle(first).errors.push(SyntaxError { range, message, fix: None });
                }
            }
        }
        if !closed {
            if members.missing_braces > 0 {
                members.missing_braces -= 1;
            } else if !self.unclosed_text.get() {
                let end = self.range(body).end();
                let indent = members.base - self.text.line_start(self.text.line_of(members.base));
                let brace = format!("\n{}}}\n", " ".repeat(usize::from(indent)));
                let closing = ("Close it".to_owned(), TextEdit::insert(end - members.base, brace));
                declaration.errors.push(SyntaxError {
                    range: declaration.header,
                    message: format!("{} is not closed. Write `}}` after its last line.", capital(&subject)),
                    // A brace would belong to a text that is not closed.
                    fix: (!self.ends_in_open_text(body)).then_some(closing),
                });
            }
        }
    }

    /// Whether the last thing in a body is a `"""` text that is not closed.
    fn ends_in_open_text(&self, body: Node<'_>) -> bool {
        let mut last = Some(body);
        while let Some(node) = last {
            if Kind::of(node) == Kind::BlockString {
                return !is_closed(&self.slice(self.range(node)), BLOCK_QUOTES);
            }
            last = node.child_count().checked_sub(1).and_then(|index| node.child(index as u32));
        }
        false
    }

    /// Reports a declaration that has no body.
    fn check_bodiless(&self, declaration: &mut Declaration, start: TextSize) {
        if declaration.keyword == Keyword::Use {
            return;
        }
        if declaration.name.is_none() && declaration.title.is_none() && declaration.cells.is_empty() {
            // Nothing but the keyword is there yet, and that is reported.
            return;
        }
        // An unclosed title has swallowed the brace, and is reported itself.
        if declaration.title.as_ref().is_some_and(|title| !is_closed(&self.slice(title.range + start), "\"")) {
            return;
        }
        // So has one that a quote too many begins after the title.
        let after_title = declaration.title.as_ref().map(|title| title.range.end().min(declaration.header.end()));
        let rest = after_title.map(|end| self.slice(TextRange::new(end, declaration.header.end()) + start));
        if rest.is_some_and(|rest| rest.starts_with('"') && rest.contains('{')) {
            return;
        }
        declaration.errors.push(SyntaxError { range: declaration.header, message: no_body(declaration), fix: None });
    }

    /// Reads a field. Ranges count from `base`.
    fn field(&self, node: Node<'_>, base: TextSize, errors: &mut Vec<SyntaxError>) -> Field {
        let mut name = Word { text: SmolStr::default(), range: self.range(node) - base };
        let mut values =
            ValueReader { reader: self, base, errors, values: Values::new(), comma: None, told: false, surplus: None };
        for part in children(node) {
            if Kind::of(part) == Kind::FieldName {
                name = self.word(part, base);
            } else {
                values.part(part, &name.text);
            }
        }
        let values = values.finish();
        Field { name, values, range: self.range(node) - base }
    }

    fn unreadable(&self, node: Node<'_>, members: &mut Members<'a>, depth: usize) {
        let range = self.range(node);
        let line_end = self.text.line_end(self.text.line_of(range.start()));
        let shown = TextRange::new(range.start(), range.end().min(line_end).max(range.start()));
        members.error(shown, format!("`{}` cannot be read here.", shorten(&self.slice(shown))));
        for inner in children(node) {
            if matches!(Kind::of(inner), Kind::Field) || inner.is_named() && is_declaration(Kind::of(inner)) {
                self.member(inner, members, depth + 1);
            }
        }
    }

    fn word(&self, node: Node<'_>, base: TextSize) -> Word {
        let range = self.range(node);
        Word { text: SmolStr::from(&*self.slice(range)), range: range - base }
    }

    fn range(&self, node: Node<'_>) -> TextRange {
        let (start, piece) = self.piece.get();
        let first = node.start_byte();
        let mut byte = first.checked_sub(start).and_then(|at| piece.as_bytes().get(at)).copied();
        if byte.is_none() {
            let piece = self.text.chunk_from(first);
            self.piece.set((first, piece));
            byte = piece.bytes().next();
        }
        // Most nodes begin with a word, and all blanks but one are ASCII.
        match byte {
            Some(byte) if byte.is_ascii_graphic() => super::range(node),
            _ => super::range_without_blanks(node, self.text),
        }
    }

    fn slice(&self, range: TextRange) -> std::borrow::Cow<'_, str> {
        self.text.slice(range)
    }
}

/// A declaration in which something comes to stand that what is around it has to do with.
fn unsettle(built: &mut Built) -> &mut Declaration {
    let declaration = Arc::make_mut(&mut built.declaration);
    declaration.settled = false;
    declaration
}

fn no_body(declaration: &Declaration) -> String {
    format!("{} has no body yet. Write `{{ … }}` after it.", capital(&describe(declaration)))
}

fn children<'t>(node: Node<'t>) -> Vec<Node<'t>> {
    let mut cursor = node.walk();
    node.children(&mut cursor).collect()
}

pub(super) fn keyword(kind: Kind) -> Keyword {
    match kind {
        Kind::Use => Keyword::Use,
        Kind::Project => Keyword::Project,
        Kind::Claim => Keyword::Claim,
        Kind::Matrix => Keyword::Matrix,
        Kind::Cell => Keyword::Cell,
        Kind::Property => Keyword::Property,
        Kind::Technique => Keyword::Technique,
        Kind::Chain => Keyword::Chain,
        Kind::Ceiling => Keyword::Ceiling,
        Kind::Phrase => Keyword::Phrase,
        Kind::Reference => Keyword::Reference,
        _ => Keyword::Unknown,
    }
}

pub(super) fn is_declaration(kind: Kind) -> bool {
    keyword(kind) != Keyword::Unknown || kind == Kind::UnknownDeclaration
}
