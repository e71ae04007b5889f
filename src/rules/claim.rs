//! How a claim stands: its cells, its wording, and the verdict.

use super::Group;
use super::diagnostic::Diagnostic;
use super::kept::Shift;
use super::prose::{self, ReadProse};
use super::said::DeclaredNames;
use super::verdict::{Grounds, Row, Support, Verdict, decide, weight};
use crate::model::reading::{Vocabulary, VocabularyBuilder};
use crate::model::wording::{Kind, Level, Phrases};
use crate::model::{Cell, Entry, Matrix, Property, Rating, Scope, nearest, schema};
use crate::syntax::{Declaration, Field, Keyword, Value, ValueKind};
use crate::text::{TextRange, TextSize};
use smallvec::SmallVec;
use smol_str::SmolStr;
use std::sync::{Arc, LazyLock};

/// How a claim stands.
#[derive(Clone, Debug)]
pub struct JudgedClaim {
    /// The name of its project.
    pub project: Option<SmolStr>,
    /// Its name.
    pub name: Option<SmolStr>,
    /// The cells it is placed in: those that are declared, or else those that its words point to.
    pub cells: Vec<JudgedCell>,
    /// The cells that its words point to, the likeliest first.
    pub read: Vec<ReadCell>,
    /// What is made of it; nothing for a claim that is in no rated cell.
    pub verdict: Option<Verdict>,
    /// The words that make it hype; none when it is not.
    pub hype: Vec<Overstated>,
    /// Where an ellipsis in its words stands for what its author has not said yet.
    pub unsaid: Vec<TextRange>,
    /// The row of the table of verdicts that decided.
    pub row: Option<&'static Row>,
    /// What the verdict rests on.
    pub grounds: Option<Grounds>,
    /// What it covers.
    pub range: TextRange,
    /// Where its name is, or what stands for it.
    pub selection: TextRange,
}

/// Words of a claim that say more than could be checked.
#[derive(Clone, Debug)]
pub struct Overstated {
    /// Where in the file.
    pub range: TextRange,
    /// The words.
    pub words: SmolStr,
    /// Why they say nothing that could be checked, in a sentence.
    pub why: &'static str,
}

/// A cell that a claim is placed in.
#[derive(Clone, Debug)]
pub struct JudgedCell {
    /// The cell.
    pub cell: Cell,
    /// How the judging matrix rates it; nothing if it does not.
    pub rating: Option<Rating>,
    /// Who placed the claim there.
    pub origin: Origin,
    /// Where the spec says so; for an inferred cell, the first of the words that led there.
    pub range: TextRange,
}

/// Where words stand. Mostly they are few, and need no room of their own.
pub type Places = SmallVec<[TextRange; 2]>;

/// A cell that the words of a claim point to, whatever the spec declares.
#[derive(Clone, Debug)]
pub struct ReadCell {
    /// The cell.
    pub cell: Cell,
    /// The words that point to it.
    pub words: Places,
    /// Those of them that speak for its row.
    pub row: Places,
    /// Those of them that speak for its column.
    pub column: Places,
    /// Only the [second reader](crate::model::reading::learned) has found it.
    pub learned: bool,
}

impl ReadCell {
    pub(super) fn new(cell: Cell) -> ReadCell {
        ReadCell { cell, words: Places::new(), row: Places::new(), column: Places::new(), learned: true }
    }

    /// The same, `offset` further on.
    fn at(&self, offset: TextSize) -> ReadCell {
        let moved = |places: &Places| places.iter().map(|range| *range + offset).collect();
        let (words, row, column) = (moved(&self.words), moved(&self.row), moved(&self.column));
        ReadCell { words, row, column, ..*self }
    }

    /// The words that speak for a property, if it is one of the cell's two.
    pub fn speaking_for(&self, property: Property) -> &[TextRange] {
        match property {
            Property::Ai(ai) if ai == self.cell.ai => &self.row,
            Property::Chain(chain) if chain == self.cell.chain => &self.column,
            _ => &[],
        }
    }
}

/// Who placed a claim in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The spec.
    Declared,
    /// hypecheck, from the claim's words.
    Inferred,
}

impl Origin {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Inferred => "inferred",
        }
    }
}

/// What is needed to read the prose of a file: the phrases that say nothing, and the words that speak of properties.
#[derive(Clone)]
pub(super) struct Readers {
    phrases: Arc<Phrases>,
    vocabulary: Option<Arc<Vocabulary>>,
    /// What only names something, and is not read.
    pub(super) names: Arc<DeclaredNames>,
}

impl Readers {
    /// What is known in a file: the library's, and a house's where it declares any.
    pub(super) fn of(scope: &Scope) -> Readers {
        let house = scope.declares(Keyword::Property) || scope.declares(Keyword::Technique);
        Readers {
            phrases: phrases(scope),
            vocabulary: house.then(|| Arc::new(vocabulary(scope))),
            names: Arc::new(DeclaredNames::of(scope)),
        }
    }

    /// The same where nothing but names of projects has changed.
    pub(super) fn with_names_of(&self, scope: &Scope) -> Readers {
        Readers { names: Arc::new(DeclaredNames::of(scope)), ..self.clone() }
    }

    /// The phrases that say nothing.
    pub(super) fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The words and techniques that prose is read with.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.as_deref().unwrap_or_else(|| Vocabulary::standard())
    }
}

/// Places a claim in its cells, with what was read in its prose. The verdict comes later, with [`JudgedClaim::decide`]: it rests
/// on what the rules find.
pub(super) fn judge(
    claim: &Declaration,
    prose: &ReadProse,
    base: TextSize,
    project: Option<&Declaration>,
    matrix: &Matrix,
) -> JudgedClaim {
    let start = base + prose::start(claim);
    // Against what the author has declared, the one that knows no more than words has no say.
    let has_a_say = |read: &&ReadCell| claim.cells.is_empty() || !read.learned;
    // There are many claims, and each is kept: it takes no more room than it needs.
    let mut read = Vec::with_capacity(prose.cells.iter().filter(has_a_say).count());
    read.extend(prose.cells.iter().filter(has_a_say).map(|read| read.at(start)));
    let hype =
        prose.overstated.iter().map(|found| Overstated { range: found.range + start, ..found.clone() }).collect();
    let unsaid = prose.unsaid.iter().map(|range| *range + start).collect();
    let rating = |cell: Cell| matrix.rating(cell).cloned();
    let mut cells: Vec<JudgedCell> = Vec::with_capacity(claim.cells.len());
    for reference in &claim.cells {
        let Some(cell) = Cell::from_reference(reference) else { continue };
        if !cells.iter().any(|before| before.cell == cell) {
            let range = reference.range + base;
            cells.push(JudgedCell { cell, rating: rating(cell), origin: Origin::Declared, range });
        }
    }
    if claim.cells.is_empty() {
        for ReadCell { cell, words, .. } in &read {
            let range = words.first().copied().unwrap_or(claim.selection() + base);
            cells.push(JudgedCell { cell: *cell, rating: rating(*cell), origin: Origin::Inferred, range });
        }
    }
    let name = |declaration: &Declaration| declaration.name.as_ref().map(|name| name.text.clone());
    JudgedClaim {
        project: project.and_then(name),
        name: name(claim),
        cells,
        read,
        verdict: None,
        hype,
        unsaid,
        row: None,
        grounds: None,
        range: TextRange::at(base, claim.len),
        selection: claim.selection() + base,
    }
}

impl JudgedClaim {
    /// The words that point to a cell; none if the claim is not read so.
    pub fn words_for(&self, cell: Cell) -> &[TextRange] {
        self.read.iter().find(|read| read.cell == cell).map_or(&[], |read| &read.words)
    }

    /// The same claim where the text before it has become longer by so much.
    pub(super) fn moved(&self, by: Shift) -> JudgedClaim {
        let mut claim = self.clone();
        for cell in &mut claim.cells {
            by.apply(&mut cell.range);
        }
        for read in &mut claim.read {
            [&mut read.words, &mut read.row, &mut read.column].into_iter().flatten().for_each(|range| by.apply(range));
        }
        claim.hype.iter_mut().for_each(|overstated| by.apply(&mut overstated.range));
        claim.unsaid.iter_mut().for_each(|range| by.apply(range));
        by.apply(&mut claim.range);
        by.apply(&mut claim.selection);
        claim
    }

    /// Gives the verdict, from what is known of the claim and from what the rules found in it before any caveat.
    pub(super) fn decide(&mut self, declaration: &Declaration, scope: &Scope, found: &[Diagnostic]) {
        // Of several cells the weakest counts: the claim holds only if all of it does.
        let rated = self.cells.iter().filter_map(|cell| cell.rating.as_ref());
        let Some(weakest) = rated.max_by_key(|rating| weight(rating)) else { return };
        let cell = &*weakest.entry.declaration;
        let using = fields_meant(declaration, "using").flat_map(|field| &field.values).filter_map(Value::as_name);
        // Sorted: a name is found in no time however many there are.
        let mut using: Vec<&str> = using.map(|used| used.as_str()).collect();
        using.sort_unstable();
        let grounds = Grounds {
            strength: weight(weakest),
            support: support(declaration),
            measured: is_measured(declaration),
            mitigated: !using.is_empty()
                && (needs(cell).any(|need| using.binary_search(&need).is_ok())
                    || using.iter().any(|used| means_what_is_needed(used, cell, scope))),
            // What is not said yet may still promise anything.
            hype: !self.hype.is_empty() || !self.unsaid.is_empty(),
            contradicted: found.iter().any(contradicts),
        };
        let row = decide(&grounds);
        self.grounds = Some(grounds);
        self.row = Some(row);
        self.verdict = Some(row.verdict);
    }
}

/// The techniques that a cell asks for.
fn needs(cell: &Declaration) -> impl Iterator<Item = &str> {
    cell.field_names("needs").map(|(need, _)| need.as_str())
}

/// Whether a technique that is misspelt is most likely one of those that a cell asks for. It counts as what is meant, so
/// that mending its name raises no verdict. All names that are known are gone through only for one that could be meant,
/// and a claim with very many names of nothing is judged in no time.
fn means_what_is_needed(used: &str, cell: &Declaration, scope: &Scope) -> bool {
    scope.get(Keyword::Technique, used).is_none()
        && needs(cell).any(|need| scope.could_mean(Keyword::Technique, used, need))
        && scope.nearest(Keyword::Technique, used).is_some_and(|meant| needs(cell).any(|need| need == meant))
}

/// Whether a finding says that the claim cannot hold as it stands.
fn contradicts(found: &Diagnostic) -> bool {
    (found.rule.group == Group::Numbers && found.rule.name != "bad-unit") || found.rule.name == "conflicting-techniques"
}

/// The fields of that name, and those whose name is a misspelling of it: they are reported, and count as what is
/// meant, so that mending them raises no verdict.
fn fields_meant<'a>(claim: &'a Declaration, name: &'a str) -> impl Iterator<Item = &'a Field> {
    let own = || schema::fields(Keyword::Claim).iter().map(|spec| spec.name);
    claim.fields.iter().filter(move |field| {
        let written = field.name.text.as_str();
        written == name || !own().any(|known| known == written) && nearest(written, own()) == Some(name)
    })
}

/// Whether a claim gives a metric with its figure.
pub(super) fn is_measured(claim: &Declaration) -> bool {
    let gives = |value: &Value| match &value.kind {
        ValueKind::Comparison(comparison) => comparison.quantity.is_some(),
        _ => false,
    };
    fields_meant(claim, "metric").any(|field| field.values.iter().any(gives))
}

/// The best kind of evidence that a claim gives, with an address.
pub(super) fn support(claim: &Declaration) -> Support {
    let kinds = fields_meant(claim, "evidence").filter_map(|field| {
        let kind = field.values.first().and_then(Value::as_name)?;
        field.values.iter().any(|value| value.as_url().is_some()).then_some(kind)
    });
    kinds
        .map(|kind| match schema::EVIDENCE.contains(&kind.as_str()) {
            true => kind,
            // A misspelt kind is reported; it counts as what is meant, so that mending it raises no verdict.
            false => nearest(kind, schema::EVIDENCE.iter().copied()).unwrap_or(kind),
        })
        .map(|kind| match kind {
            kind if schema::SOLID_EVIDENCE.contains(&kind) => Support::Solid,
            kind if schema::EVIDENCE.contains(&kind) => Support::Soft,
            _ => Support::Nothing,
        })
        .max()
        .unwrap_or(Support::Nothing)
}

/// Makes ready what every judgement rests on, which the first one would have to wait for otherwise: the library, and its
/// phrases as they are looked for.
pub fn make_ready() {
    phrases(&Scope::library());
}

/// The phrases that are known in a file, ready to be found in prose.
fn phrases(scope: &Scope) -> Arc<Phrases> {
    static LIBRARY: LazyLock<(Scope, Arc<Phrases>)> = LazyLock::new(|| {
        let library = Scope::library();
        let phrases = Arc::new(prepare(&library.all(Keyword::Phrase)));
        (library, phrases)
    });
    let own = scope.all_of_house(Keyword::Phrase);
    if own.is_empty() {
        return Arc::clone(&LIBRARY.1);
    }
    // A phrase of the house's is there in the place of one of the library's with its title.
    let replaced = own.iter().filter_map(|entry| LIBRARY.0.get(Keyword::Phrase, entry.declaration.title_text()?));
    let hidden: Vec<&str> = replaced.flat_map(|entry| wordings(&entry.declaration)).collect();
    Arc::new(prepare(&own).over(Arc::clone(&LIBRARY.1), hidden))
}

fn prepare(phrases: &[&Entry]) -> Phrases {
    Phrases::new(phrases.iter().flat_map(|entry| {
        let declared = &entry.declaration;
        let kind = declared.kind.as_ref().and_then(|kind| Kind::named(&kind.text)).unwrap_or(Kind::Vague);
        let level = declared.field_text("level").and_then(Level::named).unwrap_or(Level::Warning);
        wordings(declared).map(move |wording| (wording, kind, level))
    }))
}

/// The words of a phrase, and what else it is written like.
fn wordings(phrase: &Declaration) -> impl Iterator<Item = &str> {
    let also = phrase.fields_named("also").flat_map(|field| &field.values).filter_map(Value::as_text);
    phrase.title_text().into_iter().chain(also)
}

/// The words and techniques of a house, ready to be found in prose; those of the library are known to the reader.
fn vocabulary(scope: &Scope) -> Vocabulary {
    let mut vocabulary = VocabularyBuilder::default();
    for entry in scope.all_of_house(Keyword::Property) {
        let Some(property) = entry.declaration.name.as_ref().and_then(|name| Property::from_word(&name.text)) else {
            continue;
        };
        for word in entry.declaration.fields_named("words").flat_map(|field| &field.values).filter_map(Value::as_text) {
            vocabulary.add_word(property, word);
        }
    }
    for entry in scope.all_of_house(Keyword::Technique) {
        let declared = &entry.declaration;
        let Some(name) = &declared.name else { continue };
        let aka = declared.fields_named("aka").flat_map(|field| &field.values).filter_map(Value::as_text);
        let serves = declared.field_names("serves").filter_map(|(property, _)| Property::from_word(property));
        vocabulary.add_technique(&name.text, declared.title_text().into_iter().chain(aka), serves);
    }
    vocabulary.build()
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::super::fixture::report;

    fn verdict(using: &str) -> Option<Verdict> {
        let source = format!(
            "project p \"P\" {{\n claim c: performance + decentralization {{\n  says \"Fast anywhere.\"\n  using {using}\n  \
             evidence paper \"https://arxiv.org/abs/2311.08105\" 2026-05\n  metric latency < 50 ms\n }}\n}}\n"
        );
        report(&source).claims[0].verdict
    }

    #[test]
    fn a_misspelt_technique_counts_as_the_one_that_is_meant_so_that_mending_it_raises_no_verdict() {
        assert_eq!(verdict("low-communication-training"), Some(Verdict::Promising));
        assert_eq!(verdict("low-comunication-training"), Some(Verdict::Promising));
        assert_eq!(verdict("DiLoCo"), verdict("low-communication-training"));
        assert_eq!(verdict("something-else"), Some(Verdict::Speculative));
    }

    #[test]
    fn what_only_the_second_reader_finds_has_no_say_against_a_declared_cell() {
        let says = "says \"Answers come at once; proofs are made off chain and settled on chain afterwards.\"";
        let read = |cells: &str| {
            report(&format!("project p \"P\" {{ claim c{cells} {{ {says} }} }}\n")).claims[0].read.clone()
        };
        let alone = read("");
        assert!(alone.len() == 1 && alone[0].learned, "{alone:?}");
        assert!(read(": verifiability + security").is_empty());
    }
}
