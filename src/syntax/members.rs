//! The text as a sequence of pieces that layout does not divide, for whoever lays it out anew.
//!
//! Declarations say what a text means and leave out its comments and the places of its commas. Here everything that is
//! not blank is told, in the order of the text. What cannot be read for certain is one piece, [`MemberKind::Broken`],
//! that nobody should touch: a declaration with an error of its own, or one whose braces do not fit.

use super::build::{is_declaration, keyword, nearest_keyword};
use super::{BLANKS, Keyword, Kind, MAX_DEPTH, Prose, SyntaxTree, plain, range_without_blanks};
use crate::text::{Text, TextRange, TextSize};
use tree_sitter::Node;

/// A piece of the text that layout does not divide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is, as far as its place on the line depends on it.
    pub kind: TokenKind,
    /// What it covers: neither blank at its start nor, if it is a comment, at its end.
    pub range: TextRange,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `{`
    OpeningBrace,
    /// `}`
    ClosingBrace,
    /// A `"""` string, which may span lines.
    BlockString,
    /// A comment, up to the end of its line.
    Comment,
    /// A word, a number, a sign, a string.
    Word,
}

/// What stands in a file or in a body.
#[derive(Clone, Debug)]
pub struct Member {
    /// What it covers.
    pub range: TextRange,
    /// What it is.
    pub kind: MemberKind,
}

/// What stands in a file or in a body.
#[derive(Clone, Debug)]
pub enum MemberKind {
    /// A comment that stands in no field.
    Comment,
    /// A field: its name and what follows.
    Field(Vec<Token>),
    /// A declaration.
    Declaration {
        /// The word that opens it, or the one that is meant.
        keyword: Keyword,
        /// All before its body. It stands on one line, but for comments between it and a brace on a line of its own.
        header: Vec<Token>,
        /// Its body, if it has one.
        body: Option<Body>,
    },
    /// What cannot be read for certain.
    Broken,
}

/// The body of a declaration.
#[derive(Clone, Debug)]
pub struct Body {
    /// The opening brace.
    pub open: TextRange,
    /// What stands in it, in the order of the text.
    pub members: Vec<Member>,
    /// The closing brace.
    pub close: TextRange,
}

impl SyntaxTree {
    /// What stands in the file, in the order of the text.
    pub fn members(&self, text: &Text) -> Vec<Member> {
        if let Some(members) = self.without_tree(text, plain::members) {
            return members;
        }
        let Some(tree) = self.whole.tree() else { return Vec::new() };
        let errors = self.all_errors().into_iter().map(|error| error.range.start()).collect();
        let reader = Reader { text, errors };
        reader.members(tree.root_node(), None, 0).members
    }

    /// All that is not blank, in the order of the text, down to words and signs. A string is one token.
    pub fn tokens(&self, text: &Text) -> Vec<Token> {
        if let Some(tokens) = self.without_tree(text, plain::tokens) {
            return tokens;
        }
        let mut found = Vec::new();
        if let Some(tree) = self.whole.tree() {
            tokens(tree.root_node(), text, &mut found);
        }
        found
    }

    /// Whether two texts say the same: the same tokens in the same order, comments included. Blanks at the end of a
    /// comment say nothing, nor does how far a block string is indented.
    pub fn says_the_same(&self, text: &Text, other: &SyntaxTree, other_text: &Text) -> bool {
        let (ours, theirs) = (self.tokens(text), other.tokens(other_text));
        let (text, other_text) = (text.slice(text.range()), other_text.slice(other_text.range()));
        ours.len() == theirs.len()
            && ours.iter().zip(&theirs).all(|(our, their)| {
                let (our_text, their_text) = (&text[our.range], &other_text[their.range]);
                let same = our_text == their_text
                    || our.kind == TokenKind::BlockString && Prose::of_block(our_text) == Prose::of_block(their_text);
                our.kind == their.kind && same
            })
    }
}

struct Reader<'a> {
    text: &'a Text,
    /// Where errors begin, in the order of the text.
    errors: Vec<TextSize>,
}

/// What was read of a body or a file.
struct Members {
    members: Vec<Member>,
    open: Option<TextRange>,
    close: Option<TextRange>,
    /// It cannot be told what belongs to it.
    unsure: bool,
}

impl Reader<'_> {
    /// Reads what stands in a node: a body, with its braces, or a file.
    fn members(&self, node: Node<'_>, outer: Option<Keyword>, depth: usize) -> Members {
        let mut read = Members { members: Vec::new(), open: None, close: None, unsure: false };
        // A declaration that lacks its body so far, and what that takes.
        let mut bodiless: Option<Bodiless> = None;
        let mut cursor = node.walk();
        let mut more = cursor.goto_first_child();
        while more {
            let part = cursor.node();
            more = cursor.goto_next_sibling();
            let range = range_without_blanks(part, self.text);
            let kind = Kind::of(part);
            match kind {
                Kind::Other if part.kind() == "{" && read.open.is_none() => read.open = Some(range),
                Kind::Other if part.kind() == "}" => read.close = (!part.is_missing()).then_some(range),
                Kind::Comment => {
                    let member = Member { range: self.comment(range), kind: MemberKind::Comment };
                    read.members.push(member);
                }
                Kind::UnknownDeclaration if part.child_by_field_name("keyword").is_none() => {
                    match bodiless.take().filter(|owner| !owner.took_in) {
                        Some(owner) => self.join(&owner, part, range, &mut read.members, depth),
                        None => read.members.push(broken(range)),
                    }
                }
                Kind::Field => {
                    // A field after a declaration without a body: is it meant for the one inside or for the one around?
                    let unsure = bodiless.is_some();
                    bodiless.iter_mut().for_each(|owner| owner.took_in = true);
                    read.unsure |= unsure;
                    let sure = outer.is_some() && !unsure && !part.has_error();
                    let kind = if sure { MemberKind::Field(self.tokens(part)) } else { MemberKind::Broken };
                    read.members.push(Member { range, kind });
                }
                _ if is_declaration(kind) => {
                    let keyword = self.keyword(part);
                    let fits = match outer {
                        None => keyword.outer().is_none(),
                        Some(outer) => keyword == Keyword::Unknown || outer.inner() == Some(keyword),
                    };
                    read.unsure |= !fits && outer.is_some();
                    let member = self.declaration(part, keyword, fits, depth);
                    let lacks_body = keyword != Keyword::Use && part.child_by_field_name("body").is_none();
                    bodiless =
                        lacks_body.then_some(Bodiless { keyword, member: read.members.len(), fits, took_in: false });
                    read.members.push(member);
                }
                _ => read.members.push(broken(range)),
            }
        }
        // No body has come.
        for member in &mut read.members {
            if matches!(member.kind, MemberKind::Declaration { keyword, body: None, .. } if keyword != Keyword::Use) {
                member.kind = MemberKind::Broken;
            }
        }
        read
    }

    fn keyword(&self, node: Node<'_>) -> Keyword {
        match keyword(Kind::of(node)) {
            Keyword::Unknown => node
                .child_by_field_name("keyword")
                .and_then(|word| nearest_keyword(&self.text.slice(range_without_blanks(word, self.text))))
                .unwrap_or(Keyword::Unknown),
            keyword => keyword,
        }
    }

    fn declaration(&self, node: Node<'_>, keyword: Keyword, fits: bool, depth: usize) -> Member {
        let range = range_without_blanks(node, self.text);
        let mut header = Vec::new();
        let mut body = None;
        let mut unsure = !fits || node.is_error() || depth >= MAX_DEPTH;
        let mut cursor = node.walk();
        let mut more = !unsure && cursor.goto_first_child();
        while more {
            let part = cursor.node();
            if Kind::of(part) == Kind::Block {
                body = Some(part);
            } else {
                unsure |= part.has_error();
                tokens(part, self.text, &mut header);
            }
            more = cursor.goto_next_sibling();
        }
        let header_range = header.first().zip(header.last()).map(|(first, last)| first.range.cover(last.range));
        // Values may go on after a line break, and then it cannot be told what belongs to the header.
        unsure |= header_range.is_none_or(|range| self.text.line_of(range.start()) != self.text.line_of(range.end()));
        if unsure {
            return broken(range);
        }
        match body {
            // Whether this is an error is known when it is known whether a body follows.
            None => Member { range, kind: MemberKind::Declaration { keyword, header, body: None } }
                .unless(keyword == Keyword::Use && self.has_errors(range, &[])),
            Some(body) => self.with_body(range, keyword, header, body, depth),
        }
    }

    fn with_body(
        &self,
        range: TextRange,
        keyword: Keyword,
        header: Vec<Token>,
        body: Node<'_>,
        depth: usize,
    ) -> Member {
        let Members { members, open, close, unsure } = self.members(body, Some(keyword), depth + 1);
        let (Some(open), Some(close)) = (open, close) else { return broken(range) };
        let unsure = unsure || self.has_errors(range, &members);
        let body = Some(Body { open, members, close });
        Member { range, kind: MemberKind::Declaration { keyword, header, body } }.unless(unsure)
    }

    /// Gives a body on a line of its own to the declaration before it, which lacks one; with the comments between them.
    fn join(&self, owner: &Bodiless, node: Node<'_>, range: TextRange, members: &mut Vec<Member>, depth: usize) {
        let between = members.split_off(owner.member);
        let whole = between.first().map_or(range, |member| member.range.cover(range));
        let mut header = Vec::new();
        let mut unsure = !owner.fits;
        for member in between {
            match member.kind {
                MemberKind::Declaration { header: tokens, .. } => header.extend(tokens),
                MemberKind::Comment => header.push(Token { kind: TokenKind::Comment, range: member.range }),
                _ => unsure = true,
            }
        }
        let body = node.child_by_field_name("body").filter(|_| !unsure);
        members.push(body.map_or(broken(whole), |body| self.with_body(whole, owner.keyword, header, body, depth)));
    }

    fn tokens(&self, node: Node<'_>) -> Vec<Token> {
        let mut found = Vec::new();
        tokens(node, self.text, &mut found);
        found
    }

    /// Whether an error lies in a declaration, but not in one inside it.
    fn has_errors(&self, range: TextRange, members: &[Member]) -> bool {
        let until = |end: TextSize| self.errors.partition_point(|&error| error < end);
        let count = |range: TextRange| until(range.end()) - until(range.start());
        let inside = members
            .iter()
            .filter(|member| matches!(member.kind, MemberKind::Declaration { .. } | MemberKind::Broken))
            .map(|member| count(member.range));
        count(range) > inside.sum()
    }

    fn comment(&self, range: TextRange) -> TextRange {
        comment(range, self.text)
    }
}

/// A declaration that lacks its body so far.
struct Bodiless {
    keyword: Keyword,
    /// Which of the members it is.
    member: usize,
    fits: bool,
    /// Fields have followed it.
    took_in: bool,
}

impl Member {
    /// The same, or a broken one.
    fn unless(self, broken: bool) -> Member {
        if broken { Member { range: self.range, kind: MemberKind::Broken } } else { self }
    }
}

fn broken(range: TextRange) -> Member {
    Member { range, kind: MemberKind::Broken }
}

/// A comment without the blanks at its end.
fn comment(range: TextRange, text: &Text) -> TextRange {
    let blanks = {
        let comment = text.slice(range);
        comment.len() - comment.trim_end_matches(BLANKS).len()
    };
    TextRange::new(range.start(), range.end() - TextSize::new(blanks as u32))
}

/// The tokens of a node, in the order of the text.
fn tokens(node: Node<'_>, text: &Text, found: &mut Vec<Token>) {
    let mut cursor = node.walk();
    let mut depth = 0usize;
    loop {
        let current = cursor.node();
        let kind = Kind::of(current);
        let whole = matches!(kind, Kind::String | Kind::BlockString | Kind::Comment);
        if !whole && cursor.goto_first_child() {
            depth += 1;
            continue;
        }
        let range = range_without_blanks(current, text);
        let token = match kind {
            Kind::Comment => Token { kind: TokenKind::Comment, range: comment(range, text) },
            Kind::BlockString => Token { kind: TokenKind::BlockString, range },
            Kind::Other if current.kind() == "," => Token { kind: TokenKind::Comma, range },
            Kind::Other if current.kind() == ":" => Token { kind: TokenKind::Colon, range },
            Kind::Other if current.kind() == "{" => Token { kind: TokenKind::OpeningBrace, range },
            Kind::UnexpectedBrace => Token { kind: TokenKind::ClosingBrace, range },
            Kind::Other if current.kind() == "}" => Token { kind: TokenKind::ClosingBrace, range },
            _ => Token { kind: TokenKind::Word, range },
        };
        // A file of nothing but blanks has no tokens.
        if !range.is_empty() && kind != Kind::SourceFile {
            found.push(token);
        }
        while depth == 0 || !cursor.goto_next_sibling() {
            if depth == 0 || !cursor.goto_parent() {
                return;
            }
            depth -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_tree_is_made_to_take_a_sound_text_apart() {
        let text = Text::new("# A note.\nproject p \"P\" {\n  runs-on ethereum, # and\n    slow-lane\n}\n");
        let tree = SyntaxTree::parse(&text);
        assert_eq!((tree.tokens(&text).len(), tree.members(&text).len()), (11, 2));
        assert!(tree.is_without_tree());
    }
}
