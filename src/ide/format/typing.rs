//! What happens while somebody types: a closing brace lays out what it closes, a line break indents what comes next.

use super::format_ranges;
use super::layout::{INDENT, difference, line_break};
use crate::syntax::{Keyword, Member, MemberKind, SyntaxTree, Token, TokenKind};
use crate::text::{Text, TextEdit, TextRange, TextSize};

/// The edits that go with a character that was just typed, a `}` or a line break. `offset` is behind it, or, after a
/// line break, behind the blanks that the editor itself has put in.
pub fn format_typed(text: &Text, tree: &SyntaxTree, offset: TextSize, typed: &str) -> Vec<TextEdit> {
    match typed {
        "}" => closed(text, tree, offset),
        "\n" => next_line(text, tree, offset),
        _ => Vec::new(),
    }
}

/// A brace was typed: the declaration that it closes is laid out. If that cannot be read for certain, the brace at least
/// is put below the line of its opening one.
fn closed(text: &Text, tree: &SyntaxTree, offset: TextSize) -> Vec<TextEdit> {
    let members = tree.members(text);
    if let Some(declaration) = closed_at(&members, offset) {
        return format_ranges(text, tree, &[declaration]).unwrap_or_default();
    }
    let tokens = tree.tokens(text);
    let Ok(index) = tokens.binary_search_by_key(&offset, |token| token.range.end()) else { return Vec::new() };
    let line = text.line_of(tokens[index].range.start());
    let alone = indentation(text, line).end() == tokens[index].range.start();
    if tokens[index].kind != TokenKind::ClosingBrace || !alone {
        return Vec::new();
    }
    let indent = opener(&tokens[..index]).map_or(String::new(), |opener| indent_of(text, opener));
    indent_line(text, line, &indent).into_iter().collect()
}

/// The declaration whose closing brace ends at an offset.
fn closed_at(members: &[Member], offset: TextSize) -> Option<TextRange> {
    let index = members.partition_point(|member| member.range.end() < offset);
    let member = members.get(index)?;
    match &member.kind {
        MemberKind::Declaration { body: Some(body), .. } if body.close.end() == offset => Some(member.range),
        MemberKind::Declaration { body: Some(body), .. } => closed_at(&body.members, offset),
        _ => None,
    }
}

/// A line was begun: it is indented, and if the one before it opened a body that nothing closes, the brace is put below.
fn next_line(text: &Text, tree: &SyntaxTree, offset: TextSize) -> Vec<TextEdit> {
    let line = text.line_of(offset);
    let start = text.line_start(line);
    let tokens = tree.tokens(text);
    let (before, after) = tokens.split_at(tokens.partition_point(|token| token.range.start() < start));
    let Some(last) = before.iter().rfind(|token| token.kind != TokenKind::Comment) else { return Vec::new() };
    if line == 0 || before.iter().next_back().is_some_and(|token| token.range.end() > start) {
        // Inside a string that spans lines, blanks are the author's.
        return Vec::new();
    }
    let opener = opener(before);
    let outer = opener.map(|opener| indent_of(text, opener));
    let closes = after.first().is_some_and(|token| {
        token.kind == TokenKind::ClosingBrace && token.range.start() == indentation(text, line).end()
    });
    let indent = match &outer {
        _ if last.kind == TokenKind::Comma && outer.is_some() => {
            list_column(text, before, last).unwrap_or_else(|| inner(outer.as_deref().unwrap_or_default()))
        }
        None => String::new(),
        Some(outer) if closes => outer.clone(),
        Some(outer) => inner(outer),
    };
    let mut edits: Vec<TextEdit> = indent_line(text, line, &indent).into_iter().collect();
    if let (Some(opener), Some(outer)) = (opener.filter(|opener| opener.range == last.range), outer) {
        let just_opened = text.line_of(opener.range.start()) + 1 == line;
        if just_opened && is_unclosed(text, &tokens, line, &outer) {
            let break_ = line_break(&text.to_string());
            edits.push(TextEdit::insert(text.line_start(line + 1), format!("{outer}}}{break_}")));
        }
    }
    edits
}

/// Whether nothing closes the body that a line opened whose next, blank line is `line`: more braces are opened in the
/// text than closed, and what comes next is not indented as if it stood in the body, nor is it the brace.
fn is_unclosed(text: &Text, tokens: &[Token], line: usize, outer: &str) -> bool {
    let is_empty = |line: usize| indentation(text, line).end() == text.line_end(line);
    let count = |kind: TokenKind| tokens.iter().filter(|token| token.kind == kind).count();
    // On the last line the brace would have to stand where the cursor is, and push it away.
    if !is_empty(line)
        || line + 1 >= text.line_count()
        || count(TokenKind::OpeningBrace) <= count(TokenKind::ClosingBrace)
    {
        return false;
    }
    let Some(next) = (line + 1..text.line_count()).find(|&line| !is_empty(line)) else { return true };
    let indent = text.slice(indentation(text, next)).chars().count();
    let own = outer.chars().count();
    let closes = text.slice(TextRange::new(indentation(text, next).end(), text.line_end(next))).starts_with('}');
    indent < own || indent == own && !closes
}

/// The opening brace of the innermost body that is open after some tokens.
fn opener(tokens: &[Token]) -> Option<Token> {
    let mut open = Vec::new();
    for token in tokens {
        match token.kind {
            TokenKind::OpeningBrace => open.push(*token),
            TokenKind::ClosingBrace => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

/// The column in which a list goes on that ends with a comma: below its first value.
fn list_column(text: &Text, before: &[Token], comma: &Token) -> Option<String> {
    let line = text.line_start(text.line_of(comma.range.start()));
    let first = before.partition_point(|token| token.range.start() < line);
    let goes_on = before[..first].last().is_some_and(|token| token.kind == TokenKind::Comma);
    let is_header = Keyword::ALL.iter().any(|each| each.as_str() == text.slice(before[first].range));
    let value = if goes_on { before.get(first) } else { before.get(first + 1).filter(|_| !is_header) }?;
    let column = text.slice(TextRange::new(line, value.range.start())).chars().count();
    Some(" ".repeat(column))
}

fn inner(outer: &str) -> String {
    format!("{outer}{}", " ".repeat(INDENT))
}

/// The indentation of the line on which a token stands.
fn indent_of(text: &Text, token: Token) -> String {
    text.slice(indentation(text, text.line_of(token.range.start()))).into_owned()
}

/// The blanks at the start of a line.
fn indentation(text: &Text, line: usize) -> TextRange {
    let (start, end) = (text.line_start(line), text.line_end(line));
    let content = text.slice(TextRange::new(start, end));
    TextRange::at(start, TextSize::new((content.len() - content.trim_start_matches([' ', '\t']).len()) as u32))
}

fn indent_line(text: &Text, line: usize, indent: &str) -> Option<TextEdit> {
    let range = indentation(text, line);
    let (from, until, new) = difference(&text.slice(range), indent)?;
    let at = |offset: usize| range.start() + TextSize::new(offset as u32);
    Some(TextEdit::replace(TextRange::new(at(from), at(until)), new))
}
