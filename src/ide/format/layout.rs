//! The layout: which blanks stand between any two things of a text.

use crate::syntax::{Body, Keyword, Member, MemberKind, Token, TokenKind, block_breaks};
use crate::text::{Text, TextEdit, TextRange, TextSize};

/// How far what stands in a body is indented beyond the declaration it belongs to.
pub(super) const INDENT: usize = 2;

/// Blanks before a comment behind something on its line.
const BEFORE_COMMENT: usize = 2;

/// The values of fields are aligned with those of names up to this long, in characters. The longest name of the
/// language has 14. A longer one is a slip that must not push everything to the right.
const LONGEST_ALIGNED: usize = 24;

/// The line breaks there are.
pub(super) const LINE_BREAKS: [&str; 3] = ["\n", "\r\n", "\r"];

/// The layout of a text: an edit for each place where other blanks are to stand.
pub(super) struct Layout {
    source: String,
    line_break: &'static str,
    edits: Vec<Owned<TextEdit>>,
    /// Everything that is not blank, in the order of the text.
    atoms: Vec<Owned<TextRange>>,
    /// Where the last of them ends.
    end: usize,
    /// The last of them cannot be read for certain: blanks between it and the end of its line may belong to it.
    after_broken: bool,
    owners: usize,
}

/// Something of a declaration's own: the declarations are counted from 1 in the order of the text, and 0 is the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owned<T> {
    pub(super) owner: usize,
    pub(super) it: T,
}

/// The blanks that are to stand somewhere.
#[derive(Clone, Copy)]
enum Gap {
    /// Those that stand there.
    Kept,
    /// So many on the same line.
    Blanks(usize),
    /// A new line.
    Line { indent: usize, after_blank: bool },
    /// A new line whose indentation stays as it is.
    LineAsIndented { after_blank: bool },
    /// An empty line's end.
    Empty,
}

impl Layout {
    /// The layout of a text, with this line break.
    pub(super) fn of(text: &Text, members: &[Member], line_break: &'static str) -> Layout {
        let source = text.to_string();
        let end = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut layout =
            Layout { source, line_break, edits: Vec::new(), atoms: Vec::new(), end, after_broken: false, owners: 0 };
        layout.members(members, 0, 0, None);
        let rest = match members.last() {
            // An open body reaches to the end, and takes in whatever stands there.
            _ if open_end(members).is_some() => Gap::Kept,
            Some(_) => Gap::Line { indent: 0, after_blank: false },
            None => Gap::Blanks(0),
        };
        layout.gap(layout.source.len(), rest, 0);
        layout
    }

    /// All edits.
    pub(super) fn edits(self) -> impl Iterator<Item = TextEdit> {
        self.edits.into_iter().map(|edit| edit.it)
    }

    /// The edits of some declarations: those whose number is marked.
    pub(super) fn edits_of(self, wanted: &[bool]) -> impl Iterator<Item = TextEdit> {
        let edits = self.edits.into_iter();
        edits.filter(|edit| wanted.get(edit.owner).copied().unwrap_or(false)).map(|edit| edit.it)
    }

    /// What the text consists of besides blanks.
    pub(super) fn atoms(&self) -> &[Owned<TextRange>] {
        &self.atoms
    }

    /// How many owners there are.
    pub(super) fn owners(&self) -> usize {
        self.owners + 1
    }

    /// Lays out what stands in a file or a body.
    fn members(&mut self, members: &[Member], indent: usize, owner: usize, body: Option<&Body>) {
        let width = width(members, &self.source);
        let plan = Plan::of(members, self.lines(members, body), body.is_some());
        let mut next_owner = None;
        for (index, member) in members.iter().enumerate() {
            // A comment right above a declaration belongs to it.
            let owns =
                matches!(member.kind, MemberKind::Declaration { .. } | MemberKind::Broken) || plan.leading[index];
            if owns && next_owner.is_none() {
                self.owners += 1;
                next_owner = Some(self.owners);
            }
            let own = if owns { next_owner.unwrap_or(owner) } else { owner };
            let gap = plan.before(members, index, indent);
            self.gap(member.range.start().into(), gap, own);
            match &member.kind {
                MemberKind::Comment => self.atom(member.range, own),
                MemberKind::Broken => {
                    self.atom(member.range, own);
                    self.after_broken = true;
                }
                MemberKind::Field(tokens) => self.field(tokens, indent, width, own),
                MemberKind::Declaration { keyword: _, header, body } => {
                    self.header(header, indent, own);
                    if let Some(inner) = body {
                        let after_comment = header.last().is_some_and(|last| last.kind == TokenKind::Comment);
                        self.body(inner, after_comment, indent, own);
                    }
                }
            }
            if !plan.leading[index] {
                next_owner = None;
            }
        }
    }

    fn body(&mut self, body: &Body, after_comment: bool, indent: usize, owner: usize) {
        // A comment ends with its line, and so the brace after one stays on its own.
        let gap = if after_comment { Gap::Line { indent, after_blank: false } } else { Gap::Blanks(1) };
        self.gap(body.open.start().into(), gap, owner);
        self.atom(body.open, owner);
        self.members(&body.members, indent + INDENT, owner, Some(body));
        let gap = match body.members.last() {
            None => Gap::Blanks(1),
            Some(Member { kind: MemberKind::Broken, .. }) if self.lines_until(body.close) == 0 => Gap::Kept,
            Some(_) => Gap::Line { indent, after_blank: false },
        };
        self.gap(body.close.start().into(), gap, owner);
        self.atom(body.close, owner);
    }

    /// The header of a declaration: on one line, but for comments before a brace on a line of its own.
    fn header(&mut self, tokens: &[Token], indent: usize, owner: usize) {
        for (index, token) in tokens.iter().enumerate() {
            let gap = match token.kind {
                _ if index == 0 => Gap::Kept,
                TokenKind::Comma | TokenKind::Colon => Gap::Blanks(0),
                TokenKind::Comment if self.lines_until(token.range) > 0 => Gap::Line { indent, after_blank: false },
                TokenKind::Comment => Gap::Blanks(BEFORE_COMMENT),
                _ => Gap::Blanks(1),
            };
            self.gap(token.range.start().into(), gap, owner);
            self.atom(token.range, owner);
        }
    }

    /// A field. Its values, and the lines that they go on over, stand below each other in a column.
    fn field(&mut self, tokens: &[Token], indent: usize, width: usize, owner: usize) {
        let name = tokens.first().map_or(0, |name| chars(&self.source, name.range));
        for (index, token) in tokens.iter().enumerate() {
            let new_line = index > 0 && self.lines_until(token.range) > 0;
            let gap = match token.kind {
                _ if index == 0 => Gap::Kept,
                _ if new_line => Gap::Line { indent: indent + width + 1, after_blank: false },
                TokenKind::Comma | TokenKind::Colon => Gap::Blanks(0),
                TokenKind::Comment => Gap::Blanks(BEFORE_COMMENT),
                _ if index == 1 => Gap::Blanks(width.saturating_sub(name) + 1),
                _ => Gap::Blanks(1),
            };
            self.gap(token.range.start().into(), gap, owner);
            if token.kind == TokenKind::BlockString {
                self.block_string(token.range, indent + INDENT, owner);
            } else {
                self.atom(token.range, owner);
            }
        }
    }

    /// A string over several lines: they are indented alike.
    fn block_string(&mut self, range: TextRange, indent: usize, owner: usize) {
        let breaks = block_breaks(&self.source[usize::from(range.start())..usize::from(range.end())]);
        for line in breaks.into_iter().flatten() {
            self.atom(TextRange::new(self.end_of(range), range.start() + line.range.start()), owner);
            let gap = if line.indented { Gap::Line { indent, after_blank: false } } else { Gap::Empty };
            self.gap(usize::from(range.start() + line.range.end()), gap, owner);
            self.end = usize::from(range.start() + line.range.end());
        }
        self.atom(TextRange::new(self.end_of(range), range.end()), owner);
    }

    /// Where the last atom ends, if that lies in a range, or else where the range starts.
    fn end_of(&self, range: TextRange) -> TextSize {
        TextSize::new(self.end as u32).clamp(range.start(), range.end())
    }

    /// How many line breaks stand before each member.
    fn lines(&self, members: &[Member], body: Option<&Body>) -> Vec<usize> {
        let start = body.map_or(self.end, |body| body.open.end().into());
        let ends = std::iter::once(start).chain(members.iter().map(|member| member.range.end().into()));
        ends.zip(members).map(|(end, member)| breaks_in(self.between(end, member.range.start().into()))).collect()
    }

    fn lines_until(&self, range: TextRange) -> usize {
        breaks_in(self.between(self.end, range.start().into()))
    }

    fn between(&self, start: usize, end: usize) -> &str {
        self.source.get(start..end).unwrap_or("")
    }

    fn atom(&mut self, range: TextRange, owner: usize) {
        self.atoms.push(Owned { owner, it: range });
        self.after_broken = false;
        self.end = range.end().into();
    }

    /// Says what is to stand between the last atom and the next, which starts at `start`.
    fn gap(&mut self, start: usize, gap: Gap, owner: usize) {
        let old = self.between(self.end, start);
        // Whatever is not blank is not ours to change.
        if !old.chars().all(is_blank) {
            return;
        }
        let kept = if self.after_broken { old.split(['\n', '\r']).next().unwrap_or_default() } else { "" };
        let new_line = |after_blank: bool, indent: &str| {
            let blank = if after_blank { self.line_break } else { "" };
            format!("{kept}{}{blank}{indent}", self.line_break)
        };
        let new = match gap {
            Gap::Kept => return,
            Gap::Blanks(count) => " ".repeat(count),
            Gap::Line { indent, after_blank } => new_line(after_blank, &" ".repeat(indent)),
            Gap::LineAsIndented { after_blank } => {
                new_line(after_blank, old.rsplit(['\n', '\r']).next().unwrap_or_default())
            }
            Gap::Empty => self.line_break.to_owned(),
        };
        if let Some((from, until, new)) = difference(old, &new) {
            let at = |offset: usize| TextSize::new((self.end + offset) as u32);
            let edit = TextEdit::replace(TextRange::new(at(from), at(until)), new);
            self.edits.push(Owned { owner, it: edit });
        }
    }
}

/// What is known of the members of a body, or of a file, before they are laid out.
struct Plan {
    in_body: bool,
    /// For each, how many line breaks stand before it.
    lines: Vec<usize>,
    /// For each, whether it is a comment right above a declaration.
    leading: Vec<bool>,
    /// For each, whether it keeps its indentation.
    alone: Vec<bool>,
    /// The last that is no comment, if what follows it is left alone.
    open_end: usize,
}

impl Plan {
    fn of(members: &[Member], lines: Vec<usize>, in_body: bool) -> Plan {
        let leading = leading(members, &lines);
        let open_end = open_end(members).filter(|_| !in_body).unwrap_or(usize::MAX);
        Plan { in_body, lines, leading, alone: left_alone(members), open_end }
    }

    /// The blanks before a member.
    fn before(&self, members: &[Member], index: usize, indent: usize) -> Gap {
        let lines = self.lines[index];
        let before = index.checked_sub(1).map(|before| &members[before]);
        let is_comment = matches!(members[index].kind, MemberKind::Comment);
        let beside_broken = is_broken(&members[index]) || before.is_some_and(is_broken);
        if index > self.open_end || lines == 0 && beside_broken {
            return Gap::Kept;
        }
        if before.is_none() && !self.in_body {
            return if is_broken(&members[index]) { Gap::Kept } else { Gap::Blanks(0) };
        }
        if lines == 0 && is_comment {
            return Gap::Blanks(BEFORE_COMMENT);
        }
        let after_blank = before.is_some() && (lines > 1 || parted(members, index, &self.lines));
        if self.alone[index] { Gap::LineAsIndented { after_blank } } else { Gap::Line { indent, after_blank } }
    }
}

/// The part of `old` that has to be replaced, and by what, to make it `new`. A line break of two characters is never
/// cut in two.
pub(super) fn difference<'n>(old: &str, new: &'n str) -> Option<(usize, usize, &'n str)> {
    if old == new {
        return None;
    }
    let cuts = |text: &str, at: usize| {
        !text.is_char_boundary(at) || at > 0 && text.as_bytes()[at - 1] == b'\r' && text[at..].starts_with('\n')
    };
    let common = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let start = (0..=common).rev().find(|&at| !cuts(old, at) && !cuts(new, at)).unwrap_or(0);
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let common = old_rest.bytes().rev().zip(new_rest.bytes().rev()).take_while(|(a, b)| a == b).count();
    let whole = |count: usize| !cuts(old, old.len() - count) && !cuts(new, new.len() - count);
    let kept = (0..=common).rev().find(|&count| whole(count)).unwrap_or(0);
    Some((start, old.len() - kept, &new[start..new.len() - kept]))
}

/// The last member of a file but for comments, if that cannot be read for certain: its body may be open, and then the
/// comments belong to it.
fn open_end(members: &[Member]) -> Option<usize> {
    let last = members.iter().rposition(|member| !matches!(member.kind, MemberKind::Comment))?;
    is_broken(&members[last]).then_some(last)
}

fn is_broken(member: &Member) -> bool {
    matches!(member.kind, MemberKind::Broken)
}

/// Which members keep their indentation: those that cannot be read for certain, and the comments above them. Where
/// those belong cannot be told either.
fn left_alone(members: &[Member]) -> Vec<bool> {
    let mut alone: Vec<bool> = members.iter().map(is_broken).collect();
    for index in (0..members.len().saturating_sub(1)).rev() {
        alone[index] |= alone[index + 1] && matches!(members[index].kind, MemberKind::Comment);
    }
    alone
}

/// Which members are comments on lines of their own, right above a declaration.
fn leading(members: &[Member], lines: &[usize]) -> Vec<bool> {
    let mut leading = vec![false; members.len()];
    for index in (0..members.len().saturating_sub(1)).rev() {
        let next = &members[index + 1].kind;
        let above = lines[index + 1] == 1
            && (matches!(next, MemberKind::Declaration { .. } | MemberKind::Broken) || leading[index + 1]);
        let own_line = lines[index] > 0 || index == 0;
        leading[index] = above && own_line && matches!(members[index].kind, MemberKind::Comment);
    }
    leading
}

/// Whether a blank line has to part a member from the one before it: between declarations there is one, before the
/// comments above the second.
fn parted(members: &[Member], index: usize, lines: &[usize]) -> bool {
    let is_comment = |member: &Member| matches!(member.kind, MemberKind::Comment);
    // The first thing on a line of its own after the last that is no comment.
    let behind = (0..index).rev().take_while(|&at| is_comment(&members[at]) && lines[at] == 0).count();
    let Some(before) = (index - behind).checked_sub(1).map(|at| &members[at]) else { return false };
    // Only the first of several comments is asked further, so that many of them are not gone through again and again.
    if is_comment(before) {
        return false;
    }
    let Some(next) = (index..members.len()).find(|&at| !is_comment(&members[at])) else { return false };
    if (index + 1..=next).any(|at| lines[at] > 1) {
        return false;
    }
    match (&before.kind, &members[next].kind) {
        (MemberKind::Broken, _) | (_, MemberKind::Broken) => false,
        (MemberKind::Declaration { keyword: a, .. }, MemberKind::Declaration { keyword: b, .. }) => {
            (*a, *b) != (Keyword::Use, Keyword::Use)
        }
        (MemberKind::Declaration { .. }, _) | (_, MemberKind::Declaration { .. }) => true,
        _ => false,
    }
}

/// The length of the longest name of the fields in a body.
fn width(members: &[Member], source: &str) -> usize {
    let names = members.iter().filter_map(|member| match &member.kind {
        MemberKind::Field(tokens) => tokens.first(),
        _ => None,
    });
    names.map(|name| chars(source, name.range)).filter(|&len| len <= LONGEST_ALIGNED).max().unwrap_or(0)
}

fn chars(source: &str, range: TextRange) -> usize {
    source.get(usize::from(range.start())..usize::from(range.end())).map_or(0, |text| text.chars().count())
}

/// The line break that a text has most of.
pub(super) fn line_break(source: &str) -> &'static str {
    let both = source.matches("\r\n").count();
    let (lf, cr) = (source.matches('\n').count() - both, source.matches('\r').count() - both);
    if both > lf && both >= cr {
        "\r\n"
    } else if cr > lf {
        "\r"
    } else {
        "\n"
    }
}

fn breaks_in(blanks: &str) -> usize {
    blanks.matches(['\n', '\r']).count() - blanks.matches("\r\n").count()
}

/// Whether a character is one that the language takes for a blank or a line break.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}
