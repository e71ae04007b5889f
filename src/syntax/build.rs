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

use super::declaration::{Comparison, Date, Deadline, DeadlineKind, Operator, Quantity, ValueKind};
use super::prose::BadEscape;
use super::{CellReference, Child, Declaration, Field, Keyword, Kind, MAX_DEPTH, Prose, SyntaxError, Value, Word};
use crate::text::{Text, TextEdit, TextRange, TextSize};
use smol_str::SmolStr;
use std::sync::Arc;
use tree_sitter::Node;

/// Reads the whole tree: the declarations at the top level, and the errors that belong to none of them.
pub(super) fn file(tree: &tree_sitter::Tree, text: &Text) -> (Vec<Child>, Vec<SyntaxError>) {
    let reader = Reader { text };
    let mut top = Members::new(None, TextSize::new(0));
    for node in children(tree.root_node()) {
        reader.member(node, &mut top, 0);
    }
    for built in std::mem::take(&mut top.escaped) {
        reader.adopt_at_top_level(built, &mut top);
    }
    let children = top.built.into_iter().map(|built| built.into_child(TextSize::new(0))).collect();
    (children, top.errors)
}

const UNCLOSED_TEXT: &str = "This text is not closed. Write `\"\"\"` where it ends.";

struct Reader<'a> {
    text: &'a Text,
}

/// A declaration that has been read, not yet put where it belongs.
struct Built {
    /// Where it starts in the file.
    start: TextSize,
    declaration: Declaration,
    children: Vec<Built>,
    /// It has no body, so fields after it are its own.
    bodiless: bool,
    /// Something was taken in that stood after it: a closing brace too many is to be expected.
    took_in: bool,
    /// It is reported that it stands where it cannot.
    told: bool,
}

impl Built {
    fn into_child(self, base: TextSize) -> Child {
        let mut declaration = self.declaration;
        for inner in self.children {
            let child = inner.into_child(self.start);
            declaration.len = declaration.len.max(child.range().end());
            declaration.children.push(child);
        }
        declaration.children.sort_by_key(|child| child.offset);
        Child { offset: self.start - base, declaration: Arc::new(declaration) }
    }
}

/// What stands in a body, or at the top level of a file.
struct Members {
    keyword: Option<Keyword>,
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

impl Members {
    fn new(keyword: Option<Keyword>, base: TextSize) -> Self {
        Self {
            keyword,
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

impl Reader<'_> {
    /// Reads one thing that stands in a body or at the top level.
    fn member(&self, node: Node<'_>, members: &mut Members, depth: usize) {
        match Kind::of(node) {
            Kind::Field => self.field_member(node, members),
            Kind::UnexpectedLine => {
                let first = self.slice(node.child(0).map_or_else(|| super::range(node), super::range));
                members.error(
                    super::range(node),
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
                    let range = super::range(node);
                    members.errors.push(SyntaxError {
                        range: range - members.base,
                        message: "This `}` closes nothing. Delete it, or find the `{` that is missing before it.".to_owned(),
                        fix: Some(("Delete the brace".to_owned(), TextEdit::delete(range - members.base))),
                    });
                }
            }
            Kind::Comment => {}
            Kind::Error => self.unreadable(node, members),
            Kind::UnknownDeclaration if node.child_by_field_name("keyword").is_none() => self.lone_body(node, members, depth),
            _ if node.is_named() => self.declaration_member(node, members, depth),
            _ => {
                if node.is_missing() {
                    members.error(super::range(node), format!("A `{}` is missing here.", node.kind()));
                }
            }
        }
    }

    fn field_member(&self, node: Node<'_>, members: &mut Members) {
        // A field after a declaration that has no body yet: its header was typed, its braces were not.
        if let Some(last) = members.built.last_mut().filter(|last| last.bodiless && last.declaration.keyword != Keyword::Use) {
            let mut errors = Vec::new();
            last.declaration.fields.push(self.field(node, last.start, &mut errors));
            last.declaration.errors.extend(errors);
            last.declaration.len = super::range(node).end() - last.start;
            if !std::mem::replace(&mut last.took_in, true) {
                members.surplus_braces += 1;
            }
            return;
        }
        let mut errors = Vec::new();
        let field = self.field(node, members.base, &mut errors);
        if members.keyword.is_none() {
            let message = match nearest_keyword(&field.name.text) {
                Some(keyword) => format!(
                    "`{}` opens no declaration. Is `{}` meant?",
                    field.name.text,
                    keyword.as_str()
                ),
                None => format!("The field `{}` stands in no declaration. Move it into the one it belongs to.", field.name.text),
            };
            members.error(field.range + members.base, message);
        }
        members.errors.extend(errors);
        members.fields.push(field);
    }

    /// A body on a line of its own: that of the declaration before it, if that has none.
    fn lone_body(&self, node: Node<'_>, members: &mut Members, depth: usize) {
        let Some(body) = node.child_by_field_name("body") else { return };
        let bodiless = |built: &Built| built.bodiless && !built.took_in && built.declaration.keyword != Keyword::Use;
        let Some(mut owner) = members.built.pop_if(|last| bodiless(last)) else {
            members.error(
                TextRange::at(super::range(body).start(), TextSize::of('{')),
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
        let declaration = &mut owner.declaration;
        // That it has none was reported too early.
        declaration.errors.retain(|error| error.range != declaration.header);
        declaration.len = super::range(body).end() - owner.start;
        let mut inner = Members::new(Some(declaration.keyword), owner.start);
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

    /// Reads what stands between the braces of a declaration.
    fn body(&self, declaration: &mut Declaration, body: Node<'_>, members: &mut Members, depth: usize) {
        declaration.body = Some(super::range(body) - members.base);
        let mut closed = false;
        for part in children(body) {
            closed = part.kind() == "}" && !part.is_missing();
            // The brace after a title that is not closed takes its line break with it.
            if !(closed || part.kind().trim_end() == "{") {
                self.member(part, members, depth + 1);
            }
        }
        self.check_body(declaration, members, body, closed);
    }

    fn declaration_member(&self, node: Node<'_>, members: &mut Members, depth: usize) {
        if depth >= MAX_DEPTH {
            members.error(
                TextRange::at(super::range(node).start(), 1.into()),
                "Declarations are nested too deeply to be read. A claim stands in a project, a cell in a matrix; nothing goes deeper.",
            );
            return;
        }
        let (built, escaped, missing_braces) = self.declaration(node, depth);
        members.missing_braces += missing_braces;
        self.place(built, members);
        for inner in escaped {
            self.place(inner, members);
        }
    }

    fn place(&self, built: Built, members: &mut Members) {
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
    fn adopt_at_top_level(&self, mut built: Built, members: &mut Members) {
        let keyword = built.declaration.keyword;
        let Some(outer) = keyword.outer() else {
            members.built.push(built);
            return;
        };
        let word = built.declaration.keyword_word.range;
        let Some(last) = members.built.iter_mut().rev().find(|before| before.declaration.keyword == outer) else {
            built.declaration.errors.push(SyntaxError {
                range: word,
                message: format!("A {} stands in a {}. Write `{} name \"title\" {{ … }}` around it.", keyword.as_str(), outer.as_str(), outer.as_str()),
                fix: None,
            });
            members.built.push(built);
            return;
        };
        let first_outside = !last.took_in;
        last.took_in = true;
        if first_outside {
            if members.surplus_braces == 0 && !last.bodiless && last.declaration.errors.is_empty() {
                built.declaration.errors.push(SyntaxError {
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
        last.children.push(built);
    }

    /// Reads a declaration: itself, what stood in it but cannot, and how many closing braces it took from around it.
    fn declaration(&self, node: Node<'_>, depth: usize) -> (Built, Vec<Built>, usize) {
        let range = super::range(node);
        let start = range.start();
        let mut header = HeaderReader::new(self, node, start);
        let mut body = None;
        let mut cursor = node.walk();
        if cursor.goto_first_child() {
            loop {
                let part = cursor.node();
                if Kind::of(part) == Kind::Block {
                    body = Some(part);
                } else {
                    header.part(part, cursor.field_name());
                }
                if !cursor.goto_next_sibling() {
                    break;
                }
            }
        }
        let mut declaration = header.finish(body.map(|body| super::range(body).start()));
        let keyword = declaration.keyword;
        let mut members = Members::new(Some(keyword), start);
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
        let built = Built { start, declaration, children: members.built, bodiless, took_in, told: false };
        (built, members.escaped, members.missing_braces)
    }

    /// Reports a body that is not closed, and what stands in it but cannot.
    fn check_body(&self, declaration: &mut Declaration, members: &mut Members, body: Node<'_>, closed: bool) {
        if declaration.keyword == Keyword::Use {
            members.error(super::range(body), "A `use` has no body: it is a line of its own, `use \"house.synergy\"`.");
        }
        let subject = describe(declaration);
        if let Some(first) = members.escaped.first_mut() {
            // Told once, where the body went on for too long; whatever braces do not fit after it are its fault.
            if !std::mem::replace(&mut first.told, true) {
                members.missing_braces += 1;
                // A text that is not closed has swallowed the brace, and is reported itself.
                if !members.errors.iter().any(|error| error.message == UNCLOSED_TEXT) {
                    let message = format!(
                        "{} cannot stand inside {subject}. Close {subject} with `}}` before it.",
                        capital(&describe(&first.declaration))
                    );
                    let range = first.declaration.keyword_word.range;
                    first.declaration.errors.push(SyntaxError { range, message, fix: None });
                }
            }
        }
        if !closed {
            if members.missing_braces > 0 {
                members.missing_braces -= 1;
            } else {
                let end = super::range(body).end();
                let indent = members.base - self.text.line_start(self.text.line_of(members.base));
                let brace = format!("\n{}}}\n", " ".repeat(usize::from(indent)));
                declaration.errors.push(SyntaxError {
                    range: declaration.header,
                    message: format!("{} is not closed. Write `}}` after its last line.", capital(&subject)),
                    fix: Some(("Close it".to_owned(), TextEdit::insert(end - members.base, brace))),
                });
            }
        }
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
        declaration.errors.push(SyntaxError {
            range: declaration.header,
            message: format!("{} has no body yet. Write `{{ … }}` after it.", capital(&describe(declaration))),
            fix: None,
        });
    }

    /// Reads a field. Ranges count from `base`.
    fn field(&self, node: Node<'_>, base: TextSize, errors: &mut Vec<SyntaxError>) -> Field {
        let mut name = Word { text: SmolStr::default(), range: super::range(node) - base };
        let mut values = ValueReader { reader: self, base, errors, values: Vec::new(), comma: None };
        for part in children(node) {
            if Kind::of(part) == Kind::FieldName {
                name = self.word(part, base);
            } else {
                values.part(part, &name.text);
            }
        }
        let values = values.finish();
        Field { name, values, range: super::range(node) - base }
    }

    fn unreadable(&self, node: Node<'_>, members: &mut Members) {
        let range = super::range(node);
        let line_end = self.text.line_end(self.text.line_of(range.start()));
        let shown = TextRange::new(range.start(), range.end().min(line_end).max(range.start()));
        members.error(shown, format!("`{}` cannot be read here.", shorten(&self.slice(shown))));
        for inner in children(node) {
            if matches!(Kind::of(inner), Kind::Field) || inner.is_named() && is_declaration(Kind::of(inner)) {
                self.member(inner, members, 0);
            }
        }
    }

    fn word(&self, node: Node<'_>, base: TextSize) -> Word {
        let range = super::range(node);
        Word { text: SmolStr::from(&*self.slice(range)), range: range - base }
    }

    fn slice(&self, range: TextRange) -> std::borrow::Cow<'_, str> {
        self.text.slice(range)
    }

    fn cell(&self, node: Node<'_>, base: TextSize, errors: &mut Vec<SyntaxError>) -> CellReference {
        let word = |field| node.child_by_field_name(field).map(|child| self.word(child, base));
        let cell = CellReference { left: word("left"), right: word("right"), range: super::range(node) - base };
        if let (Some(left), None) = (&cell.left, &cell.right) {
            errors.push(SyntaxError {
                range: cell.range,
                message: format!(
                    "`{}` alone is no cell. A cell joins two properties, one of the AI and one of the blockchain, as in `privacy + decentralization`.",
                    left.text
                ),
                fix: None,
            });
        }
        cell
    }

    fn quantity(&self, node: Node<'_>, base: TextSize) -> Quantity {
        let number = node.child_by_field_name("number").map_or_else(SmolStr::default, |child| self.word(child, base).text);
        let value = number.replace('_', "").parse().unwrap_or(f64::NAN);
        Quantity { number, value, unit: node.child_by_field_name("unit").map(|child| self.word(child, base)) }
    }

    fn string(&self, node: Node<'_>, base: TextSize, errors: &mut Vec<SyntaxError>) -> Prose {
        let range = super::range(node);
        let source = self.slice(range);
        let block = Kind::of(node) == Kind::BlockString;
        let quotes = if block { "\"\"\"" } else { "\"" };
        let closed = is_closed(&source, quotes);
        if !closed {
            let (message, title) = if block {
                (UNCLOSED_TEXT, "Close the text")
            } else {
                ("This string is not closed. A string ends with its line: write `\"` at its end, or `\"\"\"` around text that spans lines.", "Close the string")
            };
            let shown = TextRange::new(range.start(), range.end().min(self.text.line_end(self.text.line_of(range.start()))).max(range.start()));
            let end = range.start() + TextSize::new(source.trim_end().len() as u32);
            errors.push(SyntaxError {
                range: shown - base,
                message: message.to_owned(),
                fix: Some((title.to_owned(), TextEdit::insert(end - base, quotes))),
            });
        }
        let inner = source.len() - if closed { quotes.len() } else { 0 };
        let content = source.get(quotes.len()..inner).unwrap_or("");
        let start = range.start() - base + TextSize::new(quotes.len() as u32);
        let mut bad = Vec::new();
        let prose = if block { Prose::read_block(content, start, &mut bad) } else { Prose::read(content, start, &mut bad) };
        errors.extend(bad.into_iter().map(|BadEscape { range, what }| SyntaxError { range, message: what, fix: None }));
        prose
    }
}

/// Reads the header of a declaration.
struct HeaderReader<'a, 'b> {
    reader: &'a Reader<'b>,
    start: TextSize,
    declaration: Declaration,
    colon: bool,
    unexpected: Option<TextRange>,
    end: TextSize,
}

impl<'a, 'b> HeaderReader<'a, 'b> {
    fn new(reader: &'a Reader<'b>, node: Node<'_>, start: TextSize) -> Self {
        let keyword = keyword(Kind::of(node));
        let empty = TextRange::empty(0.into());
        let word = Word { text: SmolStr::new_static(keyword.as_str()), range: empty };
        let declaration = Declaration {
            keyword,
            keyword_word: word,
            len: super::range(node).len(),
            header: empty,
            name: None,
            title: None,
            cells: Vec::new(),
            cells_range: empty,
            extends: None,
            kind: None,
            body: None,
            fields: Vec::new(),
            children: Vec::new(),
            errors: Vec::new(),
        };
        Self { reader, start, declaration, colon: false, unexpected: None, end: 0.into() }
    }

    fn part(&mut self, node: Node<'_>, field: Option<&str>) {
        let range = super::range(node) - self.start;
        let kind = Kind::of(node);
        if kind == Kind::Comment {
            return;
        }
        self.end = self.end.max(range.end());
        match (kind, field) {
            (Kind::FieldName, _) => {
                self.declaration.keyword_word = self.reader.word(node, self.start);
                // A misspelt keyword is read as the one that is meant, so that what stands inside is judged all the same.
                self.declaration.keyword = nearest_keyword(&self.declaration.keyword_word.text).unwrap_or(Keyword::Unknown);
            }
            (Kind::Name, Some("extends")) => self.declaration.extends = Some(self.reader.word(node, self.start)),
            (Kind::Name, Some("kind")) => self.declaration.kind = Some(self.reader.word(node, self.start)),
            (Kind::Name, _) if self.declaration.name.is_none() => {
                self.declaration.name = Some(self.reader.word(node, self.start));
            }
            (Kind::String | Kind::BlockString, _) if self.declaration.title.is_none() => {
                let prose = self.reader.string(node, self.start, &mut self.declaration.errors);
                self.declaration.title = Some(Value { kind: ValueKind::String(prose), range, after_comma: false });
            }
            (Kind::CellReference, _) => {
                let cell = self.reader.cell(node, self.start, &mut self.declaration.errors);
                self.declaration.cells.push(cell);
                self.declaration.cells_range = range;
            }
            (Kind::CellList, _) => {
                self.declaration.cells_range = range;
                for inner in children(node) {
                    if Kind::of(inner) == Kind::CellReference {
                        let cell = self.reader.cell(inner, self.start, &mut self.declaration.errors);
                        self.declaration.cells.push(cell);
                    }
                }
            }
            (Kind::Other, _) if node.kind() == ":" => self.colon = true,
            (Kind::Other, _) => {
                if self.declaration.keyword_word.range.is_empty() {
                    self.declaration.keyword_word.range = range;
                }
            }
            // The colon of a misspelt `claim`.
            (Kind::Unexpected, _) if &*self.reader.slice(super::range(node)) == ":" && !self.colon => self.colon = true,
            _ => self.unexpected = Some(self.unexpected.map_or(range, |before| before.cover(range))),
        }
    }

    fn finish(mut self, body: Option<TextSize>) -> Declaration {
        let header_end = body.map_or(self.end, |body| {
            let header = self.reader.text.slice(TextRange::new(self.start, body));
            TextSize::new(header.trim_end().len() as u32).min(body - self.start).max(self.end.min(body - self.start))
        });
        let header = TextRange::up_to(header_end.max(self.declaration.keyword_word.range.end()));
        let declaration = &mut self.declaration;
        declaration.header = header;
        if declaration.cells_range.is_empty() {
            let after = declaration.name.as_ref().map_or(declaration.keyword_word.range, |name| name.range).end();
            declaration.cells_range = TextRange::empty(after);
        }
        if let Some(range) = self.unexpected {
            let surplus = self.reader.slice(range + self.start);
            let message = format!("`{}` has no place in the header of a {}. {}", shorten(&surplus), declaration.keyword.as_str(), shape(declaration.keyword));
            declaration.errors.push(SyntaxError { range, message, fix: None });
        }
        let missing = match declaration.keyword {
            Keyword::Use => declaration.title.is_none().then_some("the path of a file"),
            Keyword::Cell => declaration.cells.is_empty().then_some("the two properties of the cell"),
            Keyword::Phrase => declaration.title.is_none().then_some("the words of the phrase"),
            Keyword::Unknown => None,
            _ => declaration.name.is_none().then_some("a name"),
        };
        if let Some(missing) = missing {
            let message = format!(
                "After `{}` {missing} is missing. {}",
                declaration.keyword_word.text,
                shape(declaration.keyword)
            );
            declaration.errors.push(SyntaxError { range: declaration.keyword_word.range, message, fix: None });
        }
        if declaration.keyword == Keyword::Claim && !declaration.cells.is_empty() && !self.colon {
            if let Some(name) = &declaration.name {
                declaration.errors.push(SyntaxError {
                    range: declaration.cells_range,
                    message: format!("A `:` is missing between the claim's name and its cell: write `{}: …`.", name.text),
                    fix: Some(("Insert the colon".to_owned(), TextEdit::insert(name.range.end(), ":"))),
                });
            }
        }
        self.declaration
    }
}

/// Reads the values of a field.
struct ValueReader<'a, 'b, 'c> {
    reader: &'a Reader<'b>,
    base: TextSize,
    errors: &'c mut Vec<SyntaxError>,
    values: Vec<Value>,
    /// The comma that was read last, if no value has followed it.
    comma: Option<TextRange>,
}

impl ValueReader<'_, '_, '_> {
    fn part(&mut self, node: Node<'_>, field: &str) {
        let (reader, base) = (self.reader, self.base);
        let range = super::range(node) - base;
        let kind = match Kind::of(node) {
            Kind::String | Kind::BlockString => ValueKind::String(reader.string(node, base, self.errors)),
            Kind::Url => ValueKind::Url(reader.word(node, base).text),
            Kind::Name => ValueKind::Name(reader.word(node, base).text),
            Kind::CellReference => ValueKind::Cell(reader.cell(node, base, self.errors)),
            Kind::Quantity => ValueKind::Quantity(reader.quantity(node, base)),
            Kind::Comparison => ValueKind::Comparison(self.comparison(node)),
            Kind::Deadline => ValueKind::Deadline(self.deadline(node)),
            Kind::Date => match self.date(node) {
                Some(date) => ValueKind::Date(date),
                None => return,
            },
            Kind::Unexpected => {
                let text = reader.slice(range + base);
                let before = self.values.is_empty();
                let message = match &*text {
                    ":" | "=" if before => format!("`{field}` is followed by its value, without a `{text}`."),
                    text => format!("`{}` means nothing here.", shorten(text)),
                };
                let fix = Some((format!("Delete `{}`", shorten(&text)), TextEdit::delete(range)));
                self.errors.push(SyntaxError { range, message, fix });
                return;
            }
            Kind::Error => {
                let text = reader.slice(range + base);
                self.errors.push(SyntaxError { range, message: format!("`{}` cannot be read here.", shorten(&text)), fix: None });
                return;
            }
            Kind::Other if node.kind() == "," => {
                if let Some(before) = self.comma.replace(range) {
                    self.hanging(before);
                }
                return;
            }
            _ => return,
        };
        let after_comma = self.comma.take().is_some();
        self.values.push(Value { kind, range, after_comma });
    }

    fn finish(mut self) -> Vec<Value> {
        if let Some(comma) = self.comma.take() {
            self.hanging(comma);
        }
        self.values
    }

    fn hanging(&mut self, comma: TextRange) {
        self.errors.push(SyntaxError {
            range: comma,
            message: "Nothing follows this comma. Delete it, or go on with the list.".to_owned(),
            fix: Some(("Delete the comma".to_owned(), TextEdit::delete(comma))),
        });
    }

    fn comparison(&mut self, node: Node<'_>) -> Comparison {
        let (reader, base) = (self.reader, self.base);
        let range = super::range(node) - base;
        let metric = node.child_by_field_name("metric").map(|child| reader.word(child, base));
        let operator = match node.child_by_field_name("operator").map(|child| reader.slice(super::range(child))).as_deref() {
            Some("<") => Operator::Less,
            Some("<=") => Operator::LessOrEqual,
            Some(">") => Operator::Greater,
            Some(">=") => Operator::GreaterOrEqual,
            _ => Operator::Equal,
        };
        let quantity = node.child_by_field_name("value").map(|child| reader.quantity(child, base));
        let message = match (&metric, &quantity) {
            (None, _) => Some(format!("What is `{}` said of? Write the name of what is measured before it, as in `latency < 50 ms`.", operator.as_str())),
            (Some(metric), None) => Some(format!("With what is `{}` compared? Write a number and its unit, as in `latency < 50 ms`.", metric.text)),
            _ => None,
        };
        self.errors.extend(message.map(|message| SyntaxError { range, message, fix: None }));
        Comparison { metric, operator, quantity }
    }

    fn deadline(&mut self, node: Node<'_>) -> Deadline {
        let word = node.child(0).map(|child| self.reader.slice(super::range(child)).into_owned()).unwrap_or_default();
        let date = node.child_by_field_name("date");
        if date.is_none() {
            self.errors.push(SyntaxError {
                range: super::range(node) - self.base,
                message: format!("After `{word}` a date is missing, as in `{word} 2027-01-31`."),
                fix: None,
            });
        }
        let kind = if word == "until" { DeadlineKind::Until } else { DeadlineKind::By };
        Deadline { kind, date: date.and_then(|date| self.date(date)) }
    }

    fn date(&mut self, node: Node<'_>) -> Option<Date> {
        let word = self.reader.word(node, self.base);
        let date = Date::parse(&word.text);
        if date.is_none() {
            self.errors.push(SyntaxError {
                range: word.range,
                message: format!("`{}` is no date of the calendar. Write year, month and day, as in `2026-05-31`.", word.text),
                fix: None,
            });
        }
        date
    }
}

fn children<'t>(node: Node<'t>) -> Vec<Node<'t>> {
    let mut cursor = node.walk();
    node.children(&mut cursor).collect()
}

fn keyword(kind: Kind) -> Keyword {
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

fn is_declaration(kind: Kind) -> bool {
    keyword(kind) != Keyword::Unknown || kind == Kind::UnknownDeclaration
}

/// The keyword that a word is a misspelling of.
fn nearest_keyword(word: &str) -> Option<Keyword> {
    Keyword::ALL
        .into_iter()
        .map(|keyword| (strsim::damerau_levenshtein(keyword.as_str(), word), keyword))
        .filter(|&(distance, keyword)| distance <= 1 + keyword.as_str().len() / 8 && keyword != Keyword::Use)
        .min()
        .map(|(_, keyword)| keyword)
}

/// How the header of a declaration is written.
fn shape(keyword: Keyword) -> &'static str {
    match keyword {
        Keyword::Use => "Write `use \"house.synergy\"`.",
        Keyword::Project => "Write `project name \"Title\" { … }`.",
        Keyword::Claim => "Write `claim name: privacy + decentralization { … }`.",
        Keyword::Matrix => "Write `matrix name \"Title\" extends standard { … }`.",
        Keyword::Cell => "Write `cell privacy + decentralization { … }`.",
        Keyword::Property => "Write `property name \"Title\" { … }`.",
        Keyword::Technique => "Write `technique name \"Title\" { … }`.",
        Keyword::Chain => "Write `chain name \"Title\" { … }`.",
        Keyword::Ceiling => "Write `ceiling name \"Title\" { … }`.",
        Keyword::Phrase => "Write `phrase \"words\" kind { … }`.",
        Keyword::Reference => "Write `reference name \"Title\" { … }`.",
        Keyword::Unknown => "Write `keyword name \"Title\" { … }`.",
    }
}

/// How a declaration is called in a message: `claim x`, or `this claim`.
fn describe(declaration: &Declaration) -> String {
    let keyword = declaration.keyword.as_str();
    match (&declaration.name, declaration.title_text()) {
        (Some(name), _) => format!("`{keyword} {}`", name.text),
        (None, Some(title)) => format!("the {keyword} \"{}\"", shorten(title)),
        (None, None) => format!("this {keyword}"),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A piece of the text as it is shown in a message.
fn shorten(text: &str) -> String {
    const MOST: usize = 24;
    let line = text.lines().next().unwrap_or("").trim();
    let mut shown: String = line.chars().filter(|c| !c.is_control()).take(MOST).collect();
    if line.chars().count() > MOST || text.trim().lines().count() > 1 {
        shown.push('…');
    }
    shown
}

/// Whether a string as it stands in the source has its closing quotes.
fn is_closed(source: &str, quotes: &str) -> bool {
    if source.len() < 2 * quotes.len() || !source.ends_with(quotes) {
        return false;
    }
    let before = &source[quotes.len()..source.len() - quotes.len()];
    before.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 0
}
