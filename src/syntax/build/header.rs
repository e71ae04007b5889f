//! The header of a declaration: all before its body.

use super::words::{NO_BREAK_SPACE, nearest_keyword, no_break_space, shape, shorten, surplus_quotes};
use super::{Declaration, Keyword, Kind, Reader, SyntaxError, children, keyword};
use crate::syntax::declaration::{Value, ValueKind, line_breaks};
use crate::text::{TextEdit, TextRange, TextSize};
use tree_sitter::Node;

/// Reads the header of a declaration.
pub(super) struct HeaderReader<'a, 'b> {
    reader: &'a Reader<'b>,
    start: TextSize,
    declaration: Declaration,
    colon: Option<TextRange>,
    extends: Option<TextRange>,
    unexpected: Option<TextRange>,
    end: TextSize,
}

impl<'a, 'b> HeaderReader<'a, 'b> {
    pub(super) fn new(reader: &'a Reader<'b>, node: Node<'_>, start: TextSize) -> Self {
        let keyword = keyword(Kind::of(node));
        let whole = reader.range(node);
        let declaration = Declaration {
            len: whole.len(),
            line_breaks: line_breaks(&reader.slice(whole)),
            settled: false,
            ..Declaration::of(keyword, TextRange::empty(0.into()))
        };
        Self { reader, start, declaration, colon: None, extends: None, unexpected: None, end: 0.into() }
    }

    pub(super) fn part(&mut self, node: Node<'_>, field: Option<&str>) {
        let range = self.reader.range(node) - self.start;
        let kind = Kind::of(node);
        if kind == Kind::Comment {
            return;
        }
        self.end = self.end.max(range.end());
        match (kind, field) {
            (Kind::FieldName, _) => {
                self.declaration.keyword_word = self.reader.word(node, self.start);
                // A misspelt keyword is read as the one that is meant, so that what stands inside is judged all the same.
                self.declaration.keyword =
                    nearest_keyword(&self.declaration.keyword_word.text).unwrap_or(Keyword::Unknown);
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
            (Kind::Other, _) if node.kind() == ":" => self.colon(range),
            (Kind::Other, _) if node.kind() == "extends" => self.extends = Some(range),
            (Kind::Other, _) => {
                if self.declaration.keyword_word.range.is_empty() {
                    self.declaration.keyword_word.range = range;
                }
            }
            // Copied from a page: it looks like a blank and is none.
            (Kind::Unexpected, _) if &*self.reader.slice(range + self.start) == NO_BREAK_SPACE => {
                self.declaration.errors.push(no_break_space(range));
            }
            // What it stands before is a title all the same.
            (Kind::Unexpected, _)
                if self.declaration.title.is_none()
                    && node.named_child(0).is_some_and(|inner| Kind::of(inner) == Kind::String) =>
            {
                if let Some(inner) = node.named_child(0) {
                    self.part(inner, None);
                }
            }
            // The colon of a misspelt `claim`.
            (Kind::Unexpected, _) if &*self.reader.slice(range + self.start) == ":" && self.colon.is_none() => {
                self.colon(range)
            }
            _ => self.unexpected = Some(self.unexpected.map_or(range, |before| before.cover(range))),
        }
    }

    fn colon(&mut self, range: TextRange) {
        self.colon = Some(range);
        let keyword = self.declaration.keyword;
        if keyword != Keyword::Claim {
            self.declaration.errors.push(SyntaxError {
                range,
                message: format!("Only the header of a claim has a `:`. {}", shape(keyword)),
                fix: Some(("Delete the colon".to_owned(), TextEdit::delete(range))),
            });
        }
    }

    pub(super) fn finish(mut self, body: Option<TextSize>) -> Declaration {
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
            let after_text = declaration.title.as_ref().is_some_and(|title| title.range.end() == range.start());
            if after_text && surplus.starts_with('"') {
                // With it the rest of the line was taken for a text.
                let count = surplus.len() - surplus.trim_start_matches('"').len();
                let quotes = &surplus[..count];
                let range = TextRange::at(range.start(), TextSize::of(quotes));
                declaration.errors.push(surplus_quotes(range, quotes));
            } else {
                // What was meant to go on has ended at a quote that was meant to be read.
                let way_out = if after_text && surplus.contains('"') {
                    "The text before it ends at its second `\"`; a `\"` inside of a text is written `\\\"`."
                } else {
                    shape(declaration.keyword)
                };
                let message = format!(
                    "`{}` has no place in the header of a {}. {way_out}",
                    shorten(&surplus),
                    declaration.keyword.as_str(),
                );
                declaration.errors.push(SyntaxError { range, message, fix: None });
            }
        }
        let missing = match declaration.keyword {
            Keyword::Use => declaration.title.is_none().then_some("the path of a file is"),
            Keyword::Cell => declaration.cells.is_empty().then_some("the two properties of the cell are"),
            Keyword::Phrase => declaration.title.is_none().then_some("the words of the phrase are"),
            Keyword::Unknown => None,
            _ => declaration.name.is_none().then_some("a name is"),
        };
        if let Some(missing) = missing {
            let message =
                format!("After `{}` {missing} missing. {}", declaration.keyword_word.text, shape(declaration.keyword));
            declaration.errors.push(SyntaxError { range: declaration.keyword_word.range, message, fix: None });
        }
        let first = declaration
            .kind
            .as_ref()
            .filter(|kind| declaration.title.as_ref().is_some_and(|title| kind.range.start() < title.range.start()));
        if let Some(kind) = first {
            declaration.errors.push(SyntaxError {
                range: kind.range,
                message: format!("The words of a phrase come first. {}", shape(Keyword::Phrase)),
                fix: None,
            });
        }
        if let (Some(word), None) = (self.extends, &declaration.extends) {
            declaration.errors.push(SyntaxError {
                range: word,
                message: "After `extends` the name of a matrix is missing, as in `extends standard`.".to_owned(),
                fix: None,
            });
        }
        let colon = self.colon.filter(|_| declaration.cells.is_empty() && declaration.errors.is_empty());
        if let Some(colon) = colon {
            declaration.errors.push(SyntaxError {
                range: colon,
                message: "After the `:` the cell of the claim is missing, as in `: privacy + decentralization`. Without a cell there is no `:`.".to_owned(),
                // Who types the cell just now would not want it gone when the file is saved.
                fix: None,
            });
        }
        if declaration.keyword == Keyword::Claim && !declaration.cells.is_empty() && self.colon.is_none() {
            if let Some(name) = &declaration.name {
                declaration.errors.push(SyntaxError {
                    range: declaration.cells_range,
                    message: format!(
                        "A `:` is missing between the claim's name and its cell: write `{}: …`.",
                        name.text
                    ),
                    fix: Some(("Insert the colon".to_owned(), TextEdit::insert(name.range.end(), ":"))),
                });
            }
        }
        self.declaration
    }
}
