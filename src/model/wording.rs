//! Whether a claim's prose is hype, and the exact words that make it so.
//!
//! Nothing here is learnt, and nothing is looked up outside: the tables of `families` hold patterns, sorted by the
//! reason for which they say nothing that could be checked, each with its points; `dampers` hold what takes points
//! off again (a figure with its conditions, a precise scope, a mechanism, a limit that is admitted) or shows that the
//! words are not the author's (negation, quotation, what others are said to say). A text with [`THRESHOLD`] points is
//! hype. The phrases of the library count as well; see [`Phrases`].

mod classes;
mod dampers;
mod families;
mod helpers;
mod marks;
mod pattern;
mod phrases;
mod score;
#[cfg(test)]
mod tests;
mod words;

pub use helpers::{Remark, bare_wrapper, buzzword_stack, empty_promise, open_comparative};
pub use phrases::{Level, Phrases};
pub use score::Score;
pub use words::Words;

use dampers::{Signs, disowned, has_purpose, ranks_others, sentences};
use families::{Damper, Family};
use pattern::{Map, Pattern, Symbol, Symbols};
use std::ops::Range;
use std::sync::LazyLock;

/// So many points make a text hype. Three is where one heavy pattern is enough, or a medium one in company: on
/// sentences that nothing had been tuned for, four missed much more hype than it spared plain sentences.
pub const THRESHOLD: u32 = 3;

/// What an overstatement overstates, or by which means. The first nine are the kinds of the library's phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something holds entirely, always or never.
    Absolute,
    /// First, only, most; better than everybody.
    Superlative,
    /// Without limit, at once, for ever.
    Infinity,
    /// More on the chain than fits there.
    OnChain,
    /// Words that go with any product, and stacks of technologies.
    Buzzword,
    /// Somebody else's model, sold as new intelligence.
    Wrapper,
    /// Money that is promised.
    Returns,
    /// Praise that cannot be refuted.
    Vague,
    /// A technique that is not what it is called, or does not give what is said.
    Identity,
    /// A future, or a change of the world, that nobody could test.
    Vision,
    /// Everything at once, and nothing paid for it.
    Bargain,
    /// A figure that nobody would believe without its conditions.
    Figure,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 12] = [
        Kind::Absolute,
        Kind::Superlative,
        Kind::Infinity,
        Kind::OnChain,
        Kind::Buzzword,
        Kind::Wrapper,
        Kind::Returns,
        Kind::Vague,
        Kind::Identity,
        Kind::Vision,
        Kind::Bargain,
        Kind::Figure,
    ];

    /// Its name, as the library writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Absolute => "absolute",
            Kind::Superlative => "superlative",
            Kind::Infinity => "infinity",
            Kind::OnChain => "on-chain",
            Kind::Buzzword => "buzzword",
            Kind::Wrapper => "wrapper",
            Kind::Returns => "returns",
            Kind::Vague => "vague",
            Kind::Identity => "identity",
            Kind::Vision => "vision",
            Kind::Bargain => "bargain",
            Kind::Figure => "figure",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Why a phrase of this kind cannot be checked.
    const fn why(self) -> &'static str {
        match self {
            Kind::Absolute => "Something is always still trusted, still leaks or still fails; an absolute hides what.",
            Kind::Superlative => "It ranks the offer above all others and names neither them nor the measure.",
            Kind::Infinity => "Every system has a bottleneck, so nothing is without limit.",
            Kind::OnChain => "A chain has no room for it, so it says not what really runs where.",
            Kind::Buzzword => "It fits any product and says nothing of this one.",
            Kind::Wrapper => "It says not whose model it is and what is added to it.",
            Kind::Returns => "Nobody can promise money that the market has yet to pay.",
            Kind::Vague => "Nobody could show it to be untrue.",
            Kind::Identity => "The technique that is named does not give this.",
            Kind::Vision => "Nobody can test today what it says of tomorrow.",
            Kind::Bargain => "Something is always paid; it denies the price and shows no measurement of it.",
            Kind::Figure => "Such a figure needs the conditions under which it was measured, and none are given.",
        }
    }
}

/// How much an overstatement weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Worth a look, but it never makes a claim hype.
    Hint,
    /// One mild word: no hype alone.
    Mild,
    /// No hype alone, but together with anything else.
    Medium,
    /// Hype by itself.
    Heavy,
    /// Hype by itself, beyond doubt.
    Strong,
}

impl Weight {
    /// The points it brings.
    pub const fn points(self) -> u32 {
        match self {
            Weight::Hint => 0,
            Weight::Mild => 1,
            Weight::Medium => 2,
            Weight::Heavy => 3,
            Weight::Strong => 4,
        }
    }

    const fn of(points: u8) -> Weight {
        match points {
            0 => Weight::Hint,
            1 => Weight::Mild,
            2 => Weight::Medium,
            3 => Weight::Heavy,
            _ => Weight::Strong,
        }
    }
}

/// Words that say more than could be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overstatement {
    /// Where they stand, in bytes of the text.
    pub range: Range<usize>,
    /// What they overstate.
    pub kind: Kind,
    /// How much they weigh, after what takes the edge off them.
    pub weight: Weight,
    /// Why they say nothing that could be checked, in one sentence.
    pub why: &'static str,
}

/// The overstatements of a text, in order; no two overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The overstatements.
    pub hype: Vec<Overstatement>,
}

impl Wording {
    /// The points of all overstatements.
    pub fn points(&self) -> u32 {
        self.hype.iter().map(|found| found.weight.points()).sum()
    }

    /// Whether the text as a whole is hype.
    pub fn is_hype(&self) -> bool {
        self.points() >= THRESHOLD
    }

    /// The words that make the text hype: none when it is not, and no hints.
    pub fn spans(&self) -> impl Iterator<Item = &Overstatement> {
        let hype = self.is_hype();
        let least =
            if self.hype.iter().any(|found| found.weight >= Weight::Heavy) { Weight::Medium } else { Weight::Mild };
        self.hype.iter().filter(move |found| hype && found.weight >= least)
    }
}

/// The tables, ready to be found.
struct Tables {
    symbols: Symbols,
    signs: Signs,
    rows: Vec<Row>,
    /// For each symbol the rows that may begin with it.
    by_first: Map<Symbol, Vec<u16>>,
}

struct Row {
    pattern: Pattern,
    points: u8,
    family: &'static Family,
}

impl Tables {
    fn get() -> Option<&'static Tables> {
        static TABLES: LazyLock<Option<Tables>> = LazyLock::new(Tables::build);
        TABLES.as_ref()
    }

    fn build() -> Option<Tables> {
        let mut symbols = Symbols::default();
        let signs = Signs::new(&mut symbols)?;
        let mut rows = Vec::new();
        let mut by_first: Map<Symbol, Vec<u16>> = Map::default();
        for family in families::all() {
            for &(points, source) in family.rows {
                // A row that cannot be read is left out here, and fails a test.
                let Some(pattern) = Pattern::read(source, &mut symbols) else { continue };
                let number = u16::try_from(rows.len()).ok()?;
                for &symbol in pattern.first() {
                    by_first.entry(symbol).or_default().push(number);
                }
                rows.push(Row { pattern, points, family });
            }
        }
        Some(Tables { symbols, signs, rows, by_first })
    }
}

/// Something found, before overlaps are settled.
struct Found {
    words: Range<usize>,
    points: u8,
    kind: Kind,
    why: &'static str,
}

/// Builds the tables, which the first text would have to wait for otherwise.
pub fn make_ready() {
    Tables::get();
}

/// Reads a text: finds its overstatements and weighs them.
pub fn read(words: &Words, phrases: &Phrases) -> Wording {
    let Some(tables) = Tables::get() else { return Wording::default() };
    let mut found = Vec::new();
    tables.find(words, &mut found);
    phrases.find(words, |range, kind, points| {
        if !disowned(words, range.start, range.end, &tables.signs) {
            found.push(Found { words: range, points, kind, why: kind.why() });
        }
    });
    settle(found, words)
}

impl Tables {
    fn find(&self, words: &Words, found: &mut Vec<Found>) {
        let sentences = sentences(words, &self.signs);
        for start in 0..words.list.len() {
            for symbol in words.symbols_of(start) {
                let Some(numbers) = self.by_first.get(symbol) else { continue };
                for &number in numbers {
                    let row = &self.rows[usize::from(number)];
                    let Some(end) = row.pattern.at(words, start) else { continue };
                    let sentence = &sentences[usize::from(words.list[start].sentence)];
                    let mut relief = 0;
                    for &damper in row.family.yields {
                        relief += sentence.relief(damper);
                        if damper == Damper::Scope && has_purpose(words, end, &self.signs) {
                            relief += 1;
                        }
                    }
                    let points = row.points.saturating_sub(relief.min(3));
                    let others = row.family.kind == Kind::Superlative && ranks_others(words, end, &self.signs);
                    if points == 0 || others || disowned(words, start, end, &self.signs) {
                        continue;
                    }
                    found.push(Found { words: start..end, points, kind: row.family.kind, why: row.family.why });
                }
            }
        }
    }
}

/// Of what overlaps the heaviest stays, and of equals the longest.
fn settle(mut found: Vec<Found>, words: &Words) -> Wording {
    found.sort_by_key(|f| (std::cmp::Reverse((f.points, f.words.len())), f.words.start));
    let mut taken = vec![false; words.list.len()];
    let mut kept: Vec<Found> = Vec::new();
    for next in found {
        let place = &mut taken[next.words.clone()];
        if !place.contains(&true) {
            place.fill(true);
            kept.push(next);
        }
    }
    kept.sort_by_key(|f| f.words.start);
    let hype = kept
        .into_iter()
        .filter_map(|f| {
            let range =
                words.list.get(f.words.start)?.range.start..words.list.get(f.words.end.checked_sub(1)?)?.range.end;
            Some(Overstatement { range, kind: f.kind, weight: Weight::of(f.points), why: f.why })
        })
        .collect();
    Wording { hype }
}
