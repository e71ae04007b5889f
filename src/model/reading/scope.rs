//! What the author really asserts: phrases that are denied, limited, said of others or only planned are set aside.

use super::Property;
use super::concept::Concept;
use super::pattern::Hit;
use super::tokens::Token;
use super::word_list::WordList;

/// What a scope made of the hits of a text.
pub(super) struct Scoped {
    /// Hits that the author asserts.
    pub asserted: Vec<Hit<Concept>>,
    /// The clause of every word.
    pub clauses: Vec<u32>,
    /// The sentence of every word.
    pub sentences: Vec<u32>,
    /// Properties of which the author's own vocabulary speaks, as far as they are asserted.
    pub properties: Vec<Hit<Property>>,
    /// Something that would count is denied or limited.
    pub negated: bool,
    /// Something that would count is not asserted, for whatever reason.
    pub set_aside: bool,
}

/// Verbs of loss: what follows "without" and one of them is affirmed.
const LOSS: [&str; 16] = [
    "compromis",
    "cost",
    "degrad",
    "giv",
    "harm",
    "hurt",
    "impair",
    "los",
    "loss",
    "reduc",
    "sacrific",
    "slow",
    "trad",
    "weaken",
    "wors",
    "touch",
];

/// After these, something else is named that the author does not do. They are words or stems.
const INSTEAD: [&[&str]; 9] = [
    &["instead", "of"],
    &["rather", "than"],
    &["in", "place", "of"],
    &["unlike"],
    &["no", "need", "for"],
    &["no", "need", "to"],
    &["without", "need"],
    &["as", "oppos", "to"],
    &["compar", "with"],
];

/// What they begin with.
static INSTEAD_BEGINS: WordList<8> =
    WordList::new(["as", "compar", "in", "instead", "no", "rather", "unlike", "without"]);

/// Sets aside what is not asserted.
pub(super) fn scope(tokens: &[Token], hits: Vec<Hit<Concept>>, properties: Vec<Hit<Property>>) -> Scoped {
    let masks = Covers::of(&hits, |concept| concept == Concept::Mask);
    // The word in the name of a technique is not said once more: "confidential" in "confidential computing".
    let names = Covers::of(&hits, |concept| {
        matches!(concept, Concept::Enclave | Concept::Masking | Concept::Homomorphic | Concept::Multiparty)
    });
    let enclaves = Covers::of(&hits, |concept| concept == Concept::Enclave);
    let hits: Vec<Hit<Concept>> = hits
        .into_iter()
        .filter(|hit| {
            // Of equal length, a phrase that asserts something is the better reading.
            let masked = masks.over(hit).any(|length| hit.end - hit.start < length || !counts(hit.means));
            let named =
                matches!(hit.means, Concept::Hide | Concept::Verify) && names.over(hit).any(|length| length < 4);
            // Hardware that is attested is a kind of hardware.
            let kind = hit.means == Concept::Attest && enclaves.over(hit).any(|length| length > hit.end - hit.start);
            hit.means != Concept::Mask && !masked && !named && !kind
        })
        .collect();
    let segments = segments(tokens);
    let dropped = set_aside(tokens, &hits, &segments);
    let mut negated = dropped.contains(&Some(Aside::Limit));
    let mut set_aside = false;
    let mut asserted = Vec::new();
    for hit in hits {
        let drop = dropped[segments[hit.start]];
        let may = counts(hit.means) && !immune(hit.means);
        let after = may && denied_after(tokens, hit.end);
        let denied = after || (may && denied(tokens, hit.start));
        negated |= after || (denied && hit.means != Concept::Parties && flatly_denied(tokens, hit.start));
        if (drop.is_some() && counts(hit.means)) || denied {
            set_aside = true;
            continue;
        }
        asserted.push(hit);
    }
    let properties = properties
        .into_iter()
        .filter(|hit| {
            let taken = dropped[segments[hit.start]].is_some() || denied(tokens, hit.start);
            negated |= taken;
            !taken
        })
        .collect();
    Scoped {
        asserted,
        properties,
        clauses: tokens.iter().map(|token| token.clause).collect(),
        sentences: tokens.iter().map(|token| token.sentence).collect(),
        negated,
        set_aside,
    }
}

/// Where phrases of some kind lie, by where they begin.
struct Covers(Vec<(usize, usize)>);

impl Covers {
    /// The hits come in the order in which they begin.
    fn of(hits: &[Hit<Concept>], wanted: impl Fn(Concept) -> bool) -> Covers {
        Covers(hits.iter().filter(|hit| wanted(hit.means)).map(|hit| (hit.start, hit.end)).collect())
    }

    /// The lengths of those that a hit lies within. No phrase is longer than two dozen words.
    fn over(&self, hit: &Hit<Concept>) -> impl Iterator<Item = usize> {
        let from = self.0.partition_point(|(start, _)| start + 24 < hit.start);
        let to = self.0.partition_point(|(start, _)| *start <= hit.start);
        self.0[from..to].iter().filter(move |(_, end)| hit.end <= *end).map(|(start, end)| end - start)
    }
}

/// Why a part of a sentence asserts nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aside {
    /// It tells a limit.
    Limit,
    /// It tells of others and their troubles.
    Others,
    /// It tells what is to come.
    Plan,
    /// It asks.
    Question,
}

/// Which parts of the text assert nothing.
fn set_aside(tokens: &[Token], hits: &[Hit<Concept>], segments: &[usize]) -> Vec<Option<Aside>> {
    #[derive(Clone, Copy, Default)]
    struct Seen {
        first: Option<usize>,
        asked: bool,
        limit: bool,
        plan: bool,
        others: bool,
        trouble: bool,
        own: bool,
    }
    let mut seen = vec![Seen::default(); segments.last().map_or(0, |last| last + 1)];
    for (word, segment) in segments.iter().enumerate() {
        seen[*segment].first.get_or_insert(word);
        seen[*segment].asked |= tokens[word].asked;
    }
    for hit in hits {
        let seen = &mut seen[segments[hit.start]];
        match hit.means {
            // "Adds no latency" is no limit, nor is "nobody has to take our word".
            Concept::Limit => seen.limit |= !denied_within(tokens, hit.start, 8),
            Concept::Plan => seen.plan = true,
            // The others must be what the part is about.
            Concept::Others => seen.others |= seen.first.is_some_and(|first| hit.start < first + 4),
            Concept::Trouble => seen.trouble = true,
            Concept::Own => seen.own = true,
            _ => {}
        }
    }
    seen.into_iter()
        .map(|seen| match seen {
            Seen { asked: true, .. } => Some(Aside::Question),
            Seen { limit: true, .. } => Some(Aside::Limit),
            Seen { plan: true, .. } => Some(Aside::Plan),
            Seen { others: true, trouble: true, own: false, .. } => Some(Aside::Others),
            _ => None,
        })
        .collect()
}

/// Parts of sentences that stand for themselves: a contrast begins a new one.
fn segments(tokens: &[Token]) -> Vec<usize> {
    let mut segment = 0;
    tokens
        .iter()
        .enumerate()
        .map(|(index, token)| {
            if index > 0 {
                let contrast = tokens[index - 1].clause != token.clause
                    && matches!(
                        token.word.as_str(),
                        "but" | "although" | "though" | "whereas" | "while" | "yet" | "however"
                    );
                let not_yet = token.word == "yet" && tokens[index - 1].word == "not";
                if tokens[index - 1].sentence != token.sentence || (contrast && !not_yet) {
                    segment += 1;
                }
            }
            segment
        })
        .collect()
}

/// Notions that assert a property, as against mere subjects and context.
pub(super) fn counts(concept: Concept) -> bool {
    use Concept as C;
    !matches!(
        concept,
        C::Ai
            | C::AiWeak
            | C::Result
            | C::Gpu
            | C::Compute
            | C::Data
            | C::Chain
            | C::ChainOnly
            | C::Money
            | C::Partner
            | C::Plan
            | C::Others
            | C::Trouble
            | C::Limit
            | C::Own
            | C::Mask
    )
}

/// Notions that keep their sense after "no": no attacker, nobody colludes.
fn immune(concept: Concept) -> bool {
    use Concept as C;
    matches!(
        concept,
        C::Attack
            | C::Cheat
            | C::Slash
            | C::Host
            | C::NoSee
            | C::NoCentre
            | C::Local
            | C::Integrity
            | C::Immutable
            | C::Censor
            | C::Distrust
            | C::Unlink
            | C::Updates
            | C::Mining
    )
}

/// Whether "not" or the like stands right before it: the property itself is disclaimed, rather than some circumstance.
fn flatly_denied(tokens: &[Token], start: usize) -> bool {
    let from = start.saturating_sub(2);
    (from..start).any(|index| {
        let not = matches!(
            tokens[index].word.as_str(),
            "not" | "never" | "cannot" | "cant" | "dont" | "doesnt" | "isnt" | "arent" | "wont"
        );
        // "This one and not that" tells two things apart.
        let apart = index > 0 && tokens[index - 1].word == "and";
        not && !apart
    })
}

/// Whether it is denied by what follows: "cheap it is not", "private they are not".
fn denied_after(tokens: &[Token], end: usize) -> bool {
    let word = |index: usize| tokens.get(index).map_or("", |token| token.word.as_str());
    let closed = tokens.get(end + 3).is_none_or(|next| next.clause != tokens[end - 1].clause);
    matches!(word(end), "it" | "they" | "this" | "that" | "we" | "these" | "those")
        && matches!(word(end + 1), "is" | "are" | "was" | "were" | "does" | "do" | "will")
        && matches!(word(end + 2), "not" | "never")
        && closed
}

/// Whether a word before the hit, in its clause, denies it.
fn denied(tokens: &[Token], start: usize) -> bool {
    denied_within(tokens, start, 4)
}

/// The same, if that word is not further away.
fn denied_within(tokens: &[Token], start: usize, reach: usize) -> bool {
    let clause = tokens[start].clause;
    let before = tokens[..start].iter().rposition(|token| token.clause != clause).map_or(0, |index| index + 1);
    let words = &tokens[before..start];
    let near = &words[words.len().saturating_sub(reach)..];
    for (index, token) in near.iter().enumerate() {
        // "Without X" reaches less far than "no" and "not".
        if token.word == "without" && near.len() - index > 3 {
            continue;
        }
        if token.denies {
            let next = near.get(index + 1).map_or("", |next| next.word.as_str());
            let next_stem = near.get(index + 1).map_or("", |next| next.stem.as_str());
            if ["only", "just", "merely", "matter", "longer"].contains(&next) || LOSS.contains(&next_stem) {
                continue;
            }
            // "A key that never leaves it and signs" denies the first verb alone.
            if token.word == "never" && near[index..].iter().any(|token| token.word == "and") {
                continue;
            }
            // "Not X but Y" and "no A can do B" reach no further than a few words.
            return true;
        }
    }
    let near = &words[words.len().saturating_sub(reach + 2)..];
    let begins = |token: &Token| INSTEAD_BEGINS.has(&token.word) || INSTEAD_BEGINS.has(&token.stem);
    let same = |token: &Token, word: &str| token.stem == word || token.word == word;
    (0..near.len()).filter(|from| begins(&near[*from])).any(|from| {
        let rest = &near[from..];
        INSTEAD
            .iter()
            .any(|phrase| rest.len() >= phrase.len() && rest.iter().zip(*phrase).all(|(token, word)| same(token, word)))
    })
}
