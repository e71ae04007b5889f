//! Semantic tokens: what a grammar cannot know of a text.
//!
//! Editors lay them over the colours of the grammar, so there are few: the properties, told by axis and by how strong
//! the cell is that they make; the strengths that a matrix states; in prose the words that make a claim hype, and, where
//! no cell is declared, those that led to one. All else the grammar colours well enough.

use super::swatches::collect as swatches;
use crate::model::schema::{self, Shape};
use crate::model::{Axis, Cell, FileId, Matrix, Property, Scope, Snapshot, Strength};
use crate::rules::{JudgedClaim, Origin, Report};
use crate::syntax::{CellReference, Child, Declaration, Keyword};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

/// What sort of text a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word that stands for one of a few things.
    Word,
    /// Words of a string.
    Prose,
}

/// What else is known of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// A property of the AI: a row of the matrix.
    Row,
    /// A property of the blockchain: a column.
    Column,
    /// Of a strong cell.
    Strong,
    /// Of a moderate cell.
    Moderate,
    /// Of a weak cell.
    Weak,
    /// Says more than could be checked.
    Hype,
    /// Led to the cell that a claim was placed in.
    Leading,
}

impl Modifier {
    /// All of them, in the order of their bits.
    pub const ALL: [Modifier; 7] =
        [Self::Row, Self::Column, Self::Strong, Self::Moderate, Self::Weak, Self::Hype, Self::Leading];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Column => "column",
            Self::Strong => "strong",
            Self::Moderate => "moderate",
            Self::Weak => "weak",
            Self::Hype => "hype",
            Self::Leading => "leading",
        }
    }

    fn bit(self) -> u32 {
        1 << self as u32
    }
}

impl From<Strength> for Modifier {
    fn from(strength: Strength) -> Modifier {
        match strength {
            Strength::Strong => Self::Strong,
            Strength::Moderate => Self::Moderate,
            Strength::Weak => Self::Weak,
        }
    }
}

/// Some of the modifiers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modifiers(u32);

impl Modifiers {
    fn and(self, modifier: impl Into<Modifier>) -> Modifiers {
        Modifiers(self.0 | modifier.into().bit())
    }

    /// A bit for each modifier, the lowest for the first of [`Modifier::ALL`].
    pub fn bits(self) -> u32 {
        self.0
    }

    /// Those that are set.
    pub fn iter(self) -> impl Iterator<Item = Modifier> {
        Modifier::ALL.into_iter().filter(move |modifier| self.0 & modifier.bit() != 0)
    }
}

/// A part of a text of which something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it is. In a string that spans lines, it may too.
    pub range: TextRange,
    /// What sort of text it is.
    pub kind: TokenKind,
    /// What is known of it.
    pub modifiers: Modifiers,
}

/// What is known of the parts of a file that touch a range, in the order of the text. No two overlap.
///
/// `report` is what was found in the file: without it nothing is known of prose.
pub fn tokens(snapshot: &Snapshot, id: FileId, report: Option<&Report>, within: TextRange) -> Vec<Token> {
    let (Some(file), Some(scope)) = (snapshot.file(id), snapshot.scope(id)) else { return Vec::new() };
    let claims = report.map_or(&[][..], |report| &report.claims);
    tokens_in(snapshot, &scope, file.tree().declarations(), claims, within)
}

/// The same of some declarations at the top level of a file that knows these names. `claims` are those in them, as far as
/// they are judged.
pub fn tokens_in(
    snapshot: &Snapshot,
    scope: &Scope,
    declarations: &[Child],
    claims: &[Arc<JudgedClaim>],
    within: TextRange,
) -> Vec<Token> {
    let mut words = Words { snapshot, scope, within, found: Vec::new() };
    let standard = snapshot.judging_matrix(scope, None);
    let mut strengths = Vec::new();
    for child in declarations {
        words.declaration(child, TextSize::new(0), &standard);
        swatches(child, TextSize::new(0), &mut strengths);
    }
    let mut tokens = words.found;
    tokens.extend(strengths.into_iter().map(|swatch| Token {
        range: swatch.range,
        kind: TokenKind::Word,
        modifiers: Modifiers::default().and(swatch.strength),
    }));
    tokens.extend(prose(claims));
    tokens.retain(|token| token.range.intersect(within).is_some() && !token.range.is_empty());
    tokens.sort_by_key(|token| (token.range.start(), token.range.end()));
    // In text that is broken, one declaration may be read inside another.
    let mut end = TextSize::new(0);
    tokens.retain(|token| {
        let apart = token.range.start() >= end;
        end = if apart { token.range.end() } else { end };
        apart
    });
    tokens
}

/// The tokens of declarations.
struct Words<'a> {
    snapshot: &'a Snapshot,
    scope: &'a Scope,
    within: TextRange,
    found: Vec<Token>,
}

impl Words<'_> {
    /// `matrix` judges the claims in the declaration.
    fn declaration(&mut self, child: &Child, base: TextSize, matrix: &Arc<Matrix>) {
        let base = base + child.offset;
        let declaration = &*child.declaration;
        if TextRange::at(base, declaration.len).intersect(self.within).is_none() {
            return;
        }
        let own = match declaration.keyword {
            Keyword::Project => Some(self.snapshot.judging_matrix(self.scope, Some(declaration))),
            Keyword::Matrix => {
                let name = declaration.name.as_ref();
                name.and_then(|name| self.snapshot.matrix(self.scope, &name.text))
            }
            _ => None,
        };
        let matrix = own.as_ref().unwrap_or(matrix);
        for cell in &declaration.cells {
            self.cell(cell, base, matrix);
        }
        if let (Keyword::Property, Some(name)) = (declaration.keyword, &declaration.name) {
            self.property(&name.text, name.range + base, None);
        }
        self.fields(declaration, base);
        for inner in &declaration.children {
            self.declaration(inner, base, matrix);
        }
    }

    fn cell(&mut self, reference: &CellReference, base: TextSize, matrix: &Matrix) {
        let rating = Cell::from_reference(reference).and_then(|cell| matrix.rating(cell));
        let strength = rating.map(|rating| rating.strength);
        for word in reference.words() {
            self.property(&word.text, word.range + base, strength);
        }
    }

    fn fields(&mut self, declaration: &Declaration, base: TextSize) {
        for field in &declaration.fields {
            let spec = schema::field(declaration.keyword, &field.name.text);
            if spec.is_none_or(|spec| spec.shape != Shape::Names(Keyword::Property)) {
                continue;
            }
            for value in &field.values {
                if let Some(name) = value.as_name() {
                    self.property(name, value.range + base, None);
                }
            }
        }
    }

    fn property(&mut self, word: &str, range: TextRange, strength: Option<Strength>) {
        let Some(property) = Property::from_word(word) else { return };
        let axis = match property.axis() {
            Axis::Ai => Modifier::Row,
            Axis::Blockchain => Modifier::Column,
        };
        let modifiers = Modifiers::default().and(axis);
        let modifiers = strength.map_or(modifiers, |strength| modifiers.and(strength));
        self.found.push(Token { range, kind: TokenKind::Word, modifiers });
    }
}

/// The words of claims that were read: those that are hype, and those that led to a cell which is not declared.
fn prose(claims: &[Arc<JudgedClaim>]) -> Vec<Token> {
    let mut marked: Vec<(TextRange, Modifiers)> = Vec::new();
    for claim in claims {
        marked.extend(claim.hype.iter().map(|hype| (hype.range, Modifiers::default().and(Modifier::Hype))));
        for cell in claim.cells.iter().filter(|cell| cell.origin == Origin::Inferred) {
            let leading = Modifiers::default().and(Modifier::Leading);
            let leading = cell.rating.as_ref().map_or(leading, |rating| leading.and(rating.strength));
            let read = claim.read.iter().filter(|read| read.cell == cell.cell);
            marked.extend(read.flat_map(|read| &read.words).map(|words| (*words, leading)));
        }
    }
    parted(&marked)
}

/// Ranges that may overlap as tokens that do not: where several meet, one has the modifiers of all.
fn parted(marked: &[(TextRange, Modifiers)]) -> Vec<Token> {
    let begin = marked.iter().map(|(range, modifiers)| (range.start(), 1i32, *modifiers));
    let end = marked.iter().map(|(range, modifiers)| (range.end(), -1i32, *modifiers));
    let mut edges: Vec<_> = begin.chain(end).collect();
    edges.sort_by_key(|(at, ..)| *at);
    let mut open = [0i32; Modifier::ALL.len()];
    let mut tokens: Vec<Token> = Vec::new();
    let mut last = TextSize::new(0);
    for (at, change, modifiers) in edges {
        let bits = (0..open.len()).filter(|&bit| open[bit] > 0).map(|bit| 1 << bit).sum();
        if at > last && bits != 0 {
            let range = TextRange::new(last, at);
            match tokens.last_mut().filter(|before| before.range.end() == last && before.modifiers.0 == bits) {
                Some(before) => before.range = before.range.cover(range),
                None => tokens.push(Token { range, kind: TokenKind::Prose, modifiers: Modifiers(bits) }),
            }
        }
        last = at;
        for modifier in modifiers.iter() {
            open[modifier as usize] += change;
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

    /// The tokens of a spec: their text and their modifiers.
    fn shown(source: &str, within: Option<TextRange>) -> Vec<String> {
        let (snapshot, id) = snapshot(source);
        let report = check(&snapshot, id, &settings());
        let within = within.unwrap_or(TextRange::up_to(TextSize::of(source)));
        let tokens = tokens(&snapshot, id, report.as_ref(), within);
        assert!(tokens.windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start()), "{tokens:?}");
        let words = |token: &Token| token.modifiers.iter().map(Modifier::as_str).collect::<Vec<_>>().join(" ");
        tokens.iter().map(|token| format!("{}: {}", &source[token.range], words(token))).collect()
    }

    #[test]
    fn the_properties_of_a_cell_are_told_by_axis_and_by_its_strength() {
        assert_eq!(
            shown("project p \"P\" {\n claim c: decentralization + performance, privacy + security { }\n}", None),
            [
                "decentralization: column weak",
                "performance: row weak",
                "privacy: row moderate",
                "security: column moderate"
            ]
        );
    }

    #[test]
    fn the_matrix_that_judges_says_how_strong_a_cell_is() {
        let source = "\
matrix acme \"Acme\" extends standard {
  cell performance + decentralization { strength strong }
}
project p \"P\" {
  judged-by acme
  claim c: performance + decentralization { }
}
";
        assert_eq!(
            shown(source, None),
            [
                "performance: row strong",
                "decentralization: column strong",
                "strong: strong",
                "performance: row strong",
                "decentralization: column strong"
            ]
        );
    }

    #[test]
    fn in_a_vocabulary_properties_are_told_by_axis_and_all_other_names_are_left_alone() {
        assert_eq!(
            shown(
                "technique t \"T\" {\n serves privacy\n costs security, zkml\n about \"privacy\"\n}\nproperty privacy { }",
                None
            ),
            ["privacy: row", "security: column", "privacy: row"]
        );
    }

    #[test]
    fn words_that_led_to_a_cell_are_told_where_none_is_declared() {
        let source = "project p \"P\" {\n claim c {\n  says \"Every answer ships with a zero-knowledge proof that the right model produced it.\"\n }\n}";
        let found = shown(source, None);
        assert!(
            found.iter().any(|token| token.starts_with("zero-knowledge") && token.ends_with(": strong leading")),
            "{found:?}"
        );
        let declared = shown(&source.replace("claim c", "claim c: verifiability + security"), None);
        assert_eq!(declared, ["verifiability: row strong", "security: column strong"]);
    }

    #[test]
    fn hype_is_told_also_over_lines() {
        let source = "project p \"P\" {\n claim c: performance + scalability {\n  says \"\"\"\n    It is infinitely\n    scalable.\n  \"\"\"\n }\n}";
        let found = shown(source, None);
        assert!(found.iter().any(|token| token.contains("infinitely") && token.ends_with(": hype")), "{found:?}");
    }

    #[test]
    fn of_a_part_of_a_text_only_what_touches_it_is_told() {
        let source = "project p \"P\" {\n claim c: privacy + security { }\n claim d: privacy + security { }\n}";
        let second = TextRange::new((source.find("claim d").expect("it is there") as u32).into(), TextSize::of(source));
        assert_eq!(shown(source, Some(second)), ["privacy: row moderate", "security: column moderate"]);
    }

    #[test]
    fn words_that_are_both_are_told_as_both() {
        let range = |start: u32, end: u32| TextRange::new(start.into(), end.into());
        let hype = Modifiers::default().and(Modifier::Hype);
        let leading = Modifiers::default().and(Modifier::Leading);
        let both = hype.and(Modifier::Leading);
        let found =
            parted(&[(range(0, 9), hype), (range(4, 6), leading), (range(9, 12), hype), (range(20, 21), leading)]);
        let found: Vec<_> = found.into_iter().map(|token| (token.range, token.modifiers)).collect();
        assert_eq!(found, [(range(0, 4), hype), (range(4, 6), both), (range(6, 12), hype), (range(20, 21), leading)]);
    }
}
