//! Syntax: the incremental tree, what it says, and what is wrong with it in words.
//!
//! Only this layer knows tree-sitter. It gives out [`Declaration`]s: owned, immutable, and without regard to where in
//! the file they stand, so that one that did not change can be kept when the text around it does. It never fails: any
//! text gives a tree, and what cannot be read is a [`SyntaxError`]. It knows nothing of meaning: which names exist,
//! which fields belong to what.

mod build;
mod date;
mod declaration;
mod kind;
mod local;
mod members;
mod plain;
mod prepared;
mod prose;

pub use date::{Date, Deadline, DeadlineKind};
pub use declaration::{
    CellReference, Child, Comparison, Declaration, Field, Keyword, Operator, Quantity, Value, ValueKind, Values, Word,
    is_url,
};
pub use kind::Kind;
pub use members::{Body, Member, MemberKind, Token, TokenKind};
pub use prose::{BlockBreak, Prose, block_breaks};

use crate::text::{HiddenCharacter, Text, TextChange, TextEdit, TextRange, TextSize};
use build::Before;
use plain::PlainReader;
use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

/// Texts longer than this, in bytes, are not parsed: they are no specs.
pub const MAX_PARSED_LEN: u32 = 32 * 1024 * 1024;

/// Declarations are read to this depth of nesting. The language needs two.
pub const MAX_DEPTH: usize = 32;

/// What is wrong with the syntax of a place, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The place. In a [`Declaration`] it counts from the declaration's start, in a [`SyntaxTree`] from the file's.
    pub range: TextRange,
    /// What is wrong and what to write, in one or two sentences.
    pub message: String,
    /// An edit that mends it, with a title, where there is just one way.
    pub fix: Option<(String, TextEdit)>,
}

impl SyntaxError {
    /// The same error, `offset` further on.
    pub fn at(&self, offset: TextSize) -> SyntaxError {
        let mut error = self.clone();
        error.range += offset;
        if let Some((_, edit)) = &mut error.fix {
            edit.range += offset;
        }
        error
    }
}

/// The tree of one text, and what it declares.
#[derive(Clone)]
pub struct SyntaxTree {
    whole: Arc<Whole>,
    declarations: Arc<Vec<Child>>,
    errors: Arc<Vec<SyntaxError>>,
    has_nul: bool,
    hidden: Arc<Vec<HiddenCharacter>>,
    /// All declarations are as they are whatever stands around them, and there is nothing that belongs to none.
    settled: bool,
    /// The piece of the text that was parsed alone last, as long as nothing else was.
    piece: Option<local::Piece>,
    /// What was edited since the declarations were read.
    edited: Option<TextChange>,
}

/// The tree of a text, made when it is first asked for.
struct Whole {
    text: Text,
    /// The tree of an earlier text, told of all edits since.
    before: Option<tree_sitter::Tree>,
    tree: OnceLock<Option<tree_sitter::Tree>>,
}

impl Whole {
    fn known(tree: Option<tree_sitter::Tree>, text: &Text) -> Whole {
        Whole { text: text.clone(), before: None, tree: OnceLock::from(tree) }
    }

    fn unknown(text: &Text) -> Whole {
        Whole { text: text.clone(), before: None, tree: OnceLock::new() }
    }

    fn tree(&self) -> Option<&tree_sitter::Tree> {
        let make = || {
            let tree = parse(&self.text, self.before.as_ref());
            if may_lack_its_last_blanks(tree.as_ref(), &self.text) { parse(&self.text, None) } else { tree }
        };
        self.tree.get_or_init(make).as_ref()
    }

    /// The latest tree there is, of this text or of an earlier one.
    fn latest(&self) -> Option<&tree_sitter::Tree> {
        self.tree.get().map_or(self.before.as_ref(), Option::as_ref)
    }
}

/// A place in the tree: a kind and the text it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// What it covers.
    pub range: TextRange,
}

/// What the grammar skips between words: its `extras`.
const BLANKS: [char; 5] = [' ', '\t', '\u{c}', '\u{b}', '\u{feff}'];

thread_local! {
    /// One parser a thread: they are costly to make and cannot be shared.
    static PARSER: RefCell<tree_sitter::Parser> = RefCell::new({
        let mut parser = tree_sitter::Parser::new();
        parser
            .set_language(&tree_sitter_synergy::LANGUAGE.into())
            .expect("the grammar was generated for a version that the library loads");
        parser
    });
}

impl SyntaxTree {
    /// Parses a text from nothing.
    pub fn parse(text: &Text) -> SyntaxTree {
        let read = if u32::from(text.len()) <= MAX_PARSED_LEN { local::read(text) } else { None };
        match read {
            Some(declarations) => Self::sound(text, declarations),
            None => Self::parse_by_grammar(text),
        }
    }

    /// That of a text whose declarations were read without it.
    fn sound(text: &Text, declarations: Vec<Child>) -> SyntaxTree {
        SyntaxTree {
            whole: Arc::new(Whole::unknown(text)),
            declarations: Arc::new(declarations),
            errors: Arc::default(),
            has_nul: false,
            hidden: Arc::new(text.hidden_characters(text.range())),
            settled: true,
            piece: None,
            edited: None,
        }
    }

    /// The same by the grammar alone: what [`parse`](SyntaxTree::parse) has to agree with, for tests.
    pub fn parse_by_grammar(text: &Text) -> SyntaxTree {
        Self::from_tree(parse(text, None), text, None, None)
    }

    /// Parses the text that came of one or several [edits](SyntaxTree::edit), with the help of what did not change.
    pub fn reparse(&self, text: &Text) -> SyntaxTree {
        if let Some(edited) = self.edited.filter(|_| self.settled && u32::from(text.len()) <= MAX_PARSED_LEN) {
            if let Some((declarations, piece)) = local::reparse(&self.declarations, self.piece.as_ref(), edited, text) {
                let before = self.whole.latest().cloned();
                let whole = Whole { text: text.clone(), before, tree: OnceLock::new() };
                return SyntaxTree {
                    whole: Arc::new(whole),
                    declarations: Arc::new(declarations),
                    hidden: self.hidden_after(edited, text),
                    piece,
                    edited: None,
                    ..self.clone()
                };
            }
        }
        // Whoever has broken something in a short text most often mends it with the next key.
        let short = u32::from(text.len()) <= local::MAX_PIECE;
        let mended = if self.settled || !short { None } else { local::plain(text, text.range()) };
        if let Some(declarations) = mended {
            return Self::sound(text, declarations).taking_over(&self.declarations);
        }
        let old = self.whole.latest();
        if old.is_none() {
            // A text that is not long was just tried without a tree.
            let long = u32::from(text.len()) > local::MAX_PLAIN_PIECE;
            let parsed = if long { Self::parse(text) } else { Self::parse_by_grammar(text) };
            return parsed.taking_over(&self.declarations);
        }
        let tree = parse(text, old);
        if may_lack_its_last_blanks(tree.as_ref(), text) {
            return Self::parse(text);
        }
        let before = old.zip(tree.as_ref()).zip(self.edited).map(|((old, new), edited)| {
            let changed = old.changed_ranges(new);
            let changed = changed.map(|range| offsets(range.start_byte, range.end_byte)).collect();
            Before::new(Arc::clone(&self.declarations), edited, changed, self.has_nul)
        });
        let hidden = self.edited.map(|edited| self.hidden_after(edited, text));
        Self::from_tree(tree, text, before.as_ref(), hidden)
    }

    /// The same, with those declarations taken over from before that are still the same, wherever they stand.
    fn taking_over(mut self, before: &[Child]) -> SyntaxTree {
        let declarations = Arc::make_mut(&mut self.declarations);
        let len = declarations.len();
        for (index, child) in declarations.iter_mut().enumerate() {
            let same = |at: &usize| before.get(*at).is_some_and(|known| known.declaration == child.declaration);
            let from_the_end = (before.len() + index).checked_sub(len);
            let known = Some(index).filter(same).or(from_the_end.filter(same)).unwrap_or(index);
            child.take_over(before.get(known));
        }
        self
    }

    /// The hidden characters of the text that an edit left.
    fn hidden_after(&self, edited: TextChange, text: &Text) -> Arc<Vec<HiddenCharacter>> {
        // Whether a character is hidden has to do with its neighbours, but never with those of another line.
        let end = text.line_end(text.line_of(edited.new_end())).max(edited.new_end());
        let old_end = edited.old_end() + (end - edited.new_end());
        let found = text.hidden_characters(TextRange::new(edited.start(), end));
        if found.is_empty() && self.hidden.is_empty() {
            return Arc::clone(&self.hidden);
        }
        let before = self.hidden.iter().take_while(|hidden| hidden.offset < edited.start()).copied();
        let behind = self.hidden.iter().skip_while(|hidden| hidden.offset < old_end);
        let moved = behind.map(|hidden| HiddenCharacter { offset: end + (hidden.offset - old_end), ..*hidden });
        Arc::new(before.chain(found).chain(moved).collect())
    }

    /// Tells the tree that `range` of the text `before` was replaced, which gave the text `after`. The tree is of use
    /// only for [`reparse`](SyntaxTree::reparse) then.
    pub fn edit(&mut self, before: &Text, after: &Text, range: TextRange) {
        let grown = i64::from(u32::from(after.len())) - i64::from(u32::from(before.len()));
        let new_end = u32::try_from(i64::from(u32::from(range.end())) + grown).unwrap_or_else(|_| range.start().into());
        // A block string ends at a line that looks like a header, and how a line looks is told by more of it than the
        // parser remembers for the string: whatever is edited in a line may have to do with a string before it.
        let start = before.line_start(before.line_of(range.start()));
        let edited = TextChange::new(TextRange::new(start, range.end()), TextSize::new(new_end) - start);
        self.edited = Some(self.edited.map_or(edited, |before| before.then(edited)));
        let Some(mut tree) = self.whole.latest().cloned() else { return };
        tree.edit(&input_edit(before, after, edited));
        self.whole = Arc::new(Whole { text: after.clone(), before: Some(tree), tree: OnceLock::new() });
    }

    fn from_tree(
        tree: Option<tree_sitter::Tree>,
        text: &Text,
        before: Option<&Before>,
        hidden: Option<Arc<Vec<HiddenCharacter>>>,
    ) -> SyntaxTree {
        let (declarations, mut errors) = match &tree {
            Some(tree) => build::file(tree, text, before),
            None => (Vec::new(), vec![too_large(text)]),
        };
        // What was edited in a text without one may have brought one in.
        let searched = before.filter(|before| !before.had_nul).map_or(text.range(), Before::edited);
        let nul = nul(text, searched);
        let has_nul = nul.is_some();
        errors.extend(nul);
        let hidden = hidden.unwrap_or_else(|| Arc::new(text.hidden_characters(text.range())));
        let settled = errors.is_empty() && local::is_settled(&declarations);
        let whole = Arc::new(Whole::known(tree, text));
        SyntaxTree {
            whole,
            declarations: Arc::new(declarations),
            errors: Arc::new(errors),
            has_nul,
            hidden,
            settled,
            piece: None,
            edited: None,
        }
    }

    /// The declarations at the top level, in the order of the text.
    pub fn declarations(&self) -> &[Child] {
        &self.declarations
    }

    /// The errors that belong to no declaration, with ranges in the file.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// The characters that do not show in the text, in its order.
    pub fn hidden_characters(&self) -> &[HiddenCharacter] {
        &self.hidden
    }

    /// All errors, with ranges in the file, in the order of the text.
    pub fn all_errors(&self) -> Vec<SyntaxError> {
        fn collect(child: &Child, base: TextSize, errors: &mut Vec<SyntaxError>) {
            let base = base + child.offset;
            errors.extend(child.declaration.errors.iter().map(|error| error.at(base)));
            child.declaration.children.iter().for_each(|inner| collect(inner, base, errors));
        }
        let mut errors = self.errors.to_vec();
        self.declarations.iter().for_each(|child| collect(child, TextSize::new(0), &mut errors));
        errors.sort_by_key(|error| (error.range.start(), error.range.end()));
        errors
    }

    /// The innermost node at an offset and the nodes around it, innermost first. Of two nodes that meet at the offset
    /// the one before it is taken: people ask about the word they have just passed or typed.
    pub fn nodes_at(&self, offset: TextSize) -> Vec<Node> {
        let text = &self.whole.text;
        if self.is_without_tree() {
            if let Some(mut nodes) = local::nodes_at(&self.declarations, text, offset) {
                nodes.push(Node { kind: Kind::SourceFile, range: without_blanks(text.range(), text) });
                return nodes;
            }
        }
        self.whole.tree().map_or_else(Vec::new, |tree| nodes_at(tree, offset))
    }

    /// Whether it was read piece by piece, so that a piece of it can be looked at alone.
    fn is_without_tree(&self) -> bool {
        self.settled && self.whole.tree.get().is_none()
    }

    /// What a reader without a tree tells of the text, if it is sure of it and there is no tree that is to be asked.
    fn without_tree<T>(&self, text: &Text, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        self.is_without_tree().then(|| read(&text.slice(text.range()))).flatten()
    }

    /// All comments and all strings that span lines, in the order of the text: what can be folded besides declarations.
    pub fn comments_and_blocks(&self) -> Vec<Node> {
        let text = &self.whole.text;
        if let Some(found) = self.without_tree(text, |source| PlainReader::comments_and_blocks(source)) {
            return found;
        }
        let Some(tree) = self.whole.tree() else { return Vec::new() };
        let mut found = Vec::new();
        let mut cursor = tree.walk();
        let mut depth = 0usize;
        loop {
            let current = node(cursor.node());
            let leaf = matches!(current.kind, Kind::Comment | Kind::BlockString);
            if leaf {
                found.push(current);
            }
            if !leaf && cursor.goto_first_child() {
                depth += 1;
                continue;
            }
            while !cursor.goto_next_sibling() {
                if depth == 0 || !cursor.goto_parent() {
                    return found;
                }
                depth -= 1;
            }
        }
    }

    /// The tree as an S-expression, for tests and bug reports.
    pub fn to_sexp(&self) -> String {
        self.whole.tree().map(|tree| tree.root_node().to_sexp()).unwrap_or_default()
    }
}

impl std::fmt::Debug for SyntaxTree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SyntaxTree").field("declarations", &self.declarations.len()).finish_non_exhaustive()
    }
}

/// An edit as the parser is told of it.
fn input_edit(before: &Text, after: &Text, edited: TextChange) -> tree_sitter::InputEdit {
    let point = |text: &Text, offset: TextSize| {
        let point = text.linefeed_point(offset);
        tree_sitter::Point { row: point.row, column: point.column }
    };
    tree_sitter::InputEdit {
        start_byte: edited.start().into(),
        old_end_byte: edited.old_end().into(),
        new_end_byte: edited.new_end().into(),
        start_position: point(before, edited.start()),
        old_end_position: point(before, edited.old_end()),
        new_end_position: point(after, edited.new_end()),
    }
}

/// Whether the text ends with blanks behind a string: if that is not closed the blanks belong to it, but a parser that
/// kept the old end of the file kept the blanks before it as well.
fn may_lack_its_last_blanks(tree: Option<&tree_sitter::Tree>, text: &Text) -> bool {
    let last_line = text.slice(TextRange::new(text.line_start(text.line_count().saturating_sub(1)), text.len()));
    let blanks = last_line.len() - last_line.trim_end_matches(BLANKS).len();
    let end = text.len() - TextSize::new(blanks as u32);
    let string = |node: &Node| matches!(node.kind, Kind::String | Kind::BlockString) && node.range.end() == end;
    blanks > 0 && tree.is_some_and(|tree| nodes_at(tree, end).iter().any(string))
}

fn nodes_at(tree: &tree_sitter::Tree, offset: TextSize) -> Vec<Node> {
    let offset = usize::from(offset);
    let root = tree.root_node();
    let at = root.named_descendant_for_byte_range(offset, offset);
    let before = offset.checked_sub(1).and_then(|before| root.named_descendant_for_byte_range(before, offset));
    let innermost = [at, before].into_iter().flatten().min_by_key(|node| node.byte_range().len());
    std::iter::successors(innermost, tree_sitter::Node::parent).map(node).collect()
}

fn node(node: tree_sitter::Node<'_>) -> Node {
    Node { kind: Kind::of(node), range: range(node) }
}

/// What a node covers, without blanks before it: whether the parser counts those to the node depends on what it parsed
/// before.
fn range_without_blanks(node: tree_sitter::Node<'_>, text: &Text) -> TextRange {
    without_blanks(range(node), text)
}

fn without_blanks(range: TextRange, text: &Text) -> TextRange {
    let mut start = usize::from(range.start());
    loop {
        let chunk = text.chunk_from(start);
        let rest = chunk.trim_start_matches(BLANKS);
        start += chunk.len() - rest.len();
        if chunk.is_empty() || !rest.is_empty() {
            break;
        }
    }
    TextRange::new(TextSize::new(start as u32).min(range.end()), range.end())
}

/// What a node of the tree covers. Texts that are parsed are shorter than 4 GiB, so the offsets fit.
fn range(node: tree_sitter::Node<'_>) -> TextRange {
    offsets(node.start_byte(), node.end_byte())
}

fn offsets(start: usize, end: usize) -> TextRange {
    TextRange::new((start as u32).into(), (end as u32).into())
}

fn parse(text: &Text, old: Option<&tree_sitter::Tree>) -> Option<tree_sitter::Tree> {
    if u32::from(text.len()) > MAX_PARSED_LEN {
        return None;
    }
    PARSER.with_borrow_mut(|parser| {
        parser.reset();
        parser.parse_with_options(&mut |offset, _| Chunk::new(text.chunk_from(offset)), old, None)
    })
}

/// A piece of the text for the parser, which takes a NUL for the end of the text: it is given a SUBSTITUTE instead,
/// which is as long and means as little.
enum Chunk<'a> {
    AsItIs(&'a str),
    WithoutNul(Vec<u8>),
}

impl<'a> Chunk<'a> {
    fn new(text: &'a str) -> Self {
        if !text.as_bytes().contains(&0) {
            return Self::AsItIs(text);
        }
        Self::WithoutNul(text.bytes().map(|byte| if byte == 0 { 0x1a } else { byte }).collect())
    }
}

impl AsRef<[u8]> for Chunk<'_> {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::AsItIs(text) => text.as_bytes(),
            Self::WithoutNul(bytes) => bytes,
        }
    }
}

fn too_large(text: &Text) -> SyntaxError {
    SyntaxError {
        range: TextRange::new(0.into(), text.line_end(0)),
        message: format!(
            "This file is {} MiB long and is not checked: the limit is {} MiB. Split it into several files.",
            u32::from(text.len()) >> 20,
            MAX_PARSED_LEN >> 20
        ),
        fix: None,
    }
}

/// The first NUL in a part of a text.
fn nul(text: &Text, searched: TextRange) -> Option<SyntaxError> {
    let mut start = usize::from(searched.start());
    while start < usize::from(searched.end()) {
        let chunk = text.chunk_from(start);
        // Whether there is one at all is found many times faster than where.
        if let Some(found) = chunk.as_bytes().contains(&0).then(|| chunk.bytes().position(|byte| byte == 0)).flatten() {
            let at = TextSize::new((start + found) as u32);
            return Some(SyntaxError {
                range: TextRange::at(at, 1.into()),
                message:
                    "This file contains a NUL character, which no text has. Is it a text file? Delete the character."
                        .to_owned(),
                fix: None,
            });
        }
        start += chunk.len().max(1);
    }
    None
}
