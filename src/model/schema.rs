//! What the language consists of: which fields a declaration takes and what their values are.
//!
//! Written once, here; the rules, hover, completion and the language reference read it.

use crate::syntax::Keyword;

/// A field of a declaration.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Its name.
    pub name: &'static str,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// What its values are.
    pub shape: Shape,
    /// Whether a declaration may have several of it.
    pub repeats: bool,
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One string.
    Text,
    /// Strings, parted by commas.
    Texts,
    /// One address.
    Url,
    /// Names of declarations of that kind, parted by commas.
    Names(Keyword),
    /// One name of a declaration of that kind.
    Name(Keyword),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Some of these words, parted by commas.
    Choices(&'static [&'static str]),
    /// One of these words, and perhaps a date.
    ChoiceAndDate(&'static [&'static str]),
    /// A kind of evidence, an address, and perhaps a date and a note.
    Evidence,
    /// A comparison, and perhaps a deadline and a note.
    Metric,
    /// The name of a rule, a reason, and perhaps a deadline.
    Caveat,
    /// A string, and references or addresses.
    TextAndSources,
    /// References or addresses, perhaps with a note.
    Sources,
    /// A technique's name or a string, and one or two strings that say why and when.
    Pair,
    /// A date.
    Date,
}

impl Shape {
    /// What to write, in words.
    pub fn in_words(self) -> String {
        let list = |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        match self {
            Self::Text => "a string, as in `\"in a sentence\"`".to_owned(),
            Self::Texts => "strings, parted by commas".to_owned(),
            Self::Url => "an address, as in `\"https://example.org\"`".to_owned(),
            Self::Names(keyword) => format!("names of {}, parted by commas", plural(keyword)),
            Self::Name(keyword) => format!("the name of a {}", keyword.as_str()),
            Self::Choice(words) => format!("one of {}", list(words)),
            Self::Choices(words) => format!("some of {}, parted by commas", list(words)),
            Self::ChoiceAndDate(words) => format!("one of {}, and the date from which that is known", list(words)),
            Self::Evidence => {
                "a kind, an address, a date and a note, as in `paper \"https://…\" 2026-05-31 \"what it shows\"`"
                    .to_owned()
            }
            Self::Metric => "a comparison, as in `latency < 50 ms`".to_owned(),
            Self::Caveat => {
                "a rule, a reason and perhaps a deadline, as in `weak-synergy \"why\" until 2027-01-31`".to_owned()
            }
            Self::TextAndSources => "a string and where it comes from, as in `\"a figure\" some-reference`".to_owned(),
            Self::Sources => "references or addresses".to_owned(),
            Self::Pair => "a technique and why, as in `secure-aggregation \"The server sees only sums.\"`".to_owned(),
            Self::Date => "a date, as in `2026-05`".to_owned(),
        }
    }
}

/// Several declarations of a kind, in a word.
pub fn plural(keyword: Keyword) -> &'static str {
    match keyword {
        Keyword::Use => "uses",
        Keyword::Project => "projects",
        Keyword::Claim => "claims",
        Keyword::Matrix => "matrices",
        Keyword::Cell => "cells",
        Keyword::Property => "properties",
        Keyword::Technique => "techniques",
        Keyword::Chain => "chains",
        Keyword::Ceiling => "ceilings",
        Keyword::Phrase => "phrases",
        Keyword::Reference => "references",
        Keyword::Unknown => "declarations",
    }
}

/// Kinds of evidence that can be checked.
pub const SOLID_EVIDENCE: &[&str] = &["paper", "benchmark", "audit", "deployment", "code", "dataset"];
/// All kinds of evidence, those that can be checked first.
pub const EVIDENCE: &[&str] = &["paper", "benchmark", "audit", "deployment", "code", "dataset", "announcement", "blog"];
/// Stages of the AI stack.
pub const STAGES: &[&str] = &["data", "training", "inference"];
/// How far a project is.
pub const STATUSES: &[&str] =
    &["research", "library", "testnet", "alpha", "partial", "live", "completed", "absorbed", "unconfirmed"];
/// Degrees of confidence and of firmness.
pub const DEGREES: &[&str] = &["high", "medium", "low"];
/// Families of techniques.
pub const FAMILIES: &[&str] =
    &["verifying-work", "protecting-data", "scaling-the-ledger", "training-over-weak-links", "sharing-compute"];
/// What a technique costs.
pub const OVERHEADS: &[&str] = &["none", "low", "medium", "high", "extreme", "unclear"];
/// How much a phrase misleads.
pub const PHRASE_LEVELS: &[&str] = &["error", "warning", "information"];
/// Kinds of phrases.
pub const PHRASE_KINDS: &[&str] =
    &["absolute", "superlative", "infinity", "on-chain", "buzzword", "wrapper", "returns", "vague", "identity"];
/// Kinds of references.
pub const REFERENCE_KINDS: &[&str] = &["paper", "official", "vendor", "report", "press", "note"];
/// The two axes.
pub const AXES: &[&str] = &["ai", "blockchain"];

const fn one(name: &'static str, shape: Shape, about: &'static str) -> FieldSpec {
    FieldSpec { name, about, shape, repeats: false }
}

const fn many(name: &'static str, shape: Shape, about: &'static str) -> FieldSpec {
    FieldSpec { name, about, shape, repeats: true }
}

const ABOUT: FieldSpec = one("about", Shape::Text, "What it is, in a sentence or two.");
const SOURCE: FieldSpec = many("source", Shape::Sources, "Where this comes from.");
const FIGURE: FieldSpec = many("figure", Shape::TextAndSources, "A measured figure, and where it comes from.");
const ASK: FieldSpec = many("ask", Shape::Text, "What a reviewer asks.");
const AKA: FieldSpec = many("aka", Shape::Texts, "Other names of it in prose; matched as whole words.");
const CAVEAT: FieldSpec = many("caveat", Shape::Caveat, "Silences a rule here, in the open and with a reason.");

/// The fields that a declaration takes.
pub fn fields(keyword: Keyword) -> &'static [FieldSpec] {
    match keyword {
        Keyword::Project => {
            const {
                &[
                    ABOUT,
                    one("site", Shape::Url, "The project's own site: evidence from there is its own word."),
                    one("status", Shape::ChoiceAndDate(STATUSES), "How far it is, and as of when."),
                    many("runs-on", Shape::Names(Keyword::Chain), "The chains it runs on."),
                    many("covers", Shape::Choices(STAGES), "The stages of the AI stack it covers."),
                    one(
                        "judged-by",
                        Shape::Name(Keyword::Matrix),
                        "The matrix that judges its claims; `standard` when left out.",
                    ),
                    SOURCE,
                    CAVEAT,
                ]
            }
        }
        Keyword::Claim => {
            const {
                &[
                    many("says", Shape::Text, "What is claimed, in the project's words."),
                    many("using", Shape::Names(Keyword::Technique), "What makes it possible."),
                    many("evidence", Shape::Evidence, "What stands behind it."),
                    many("metric", Shape::Metric, "A number that the claim can be held to."),
                    CAVEAT,
                ]
            }
        }
        Keyword::Matrix => const { &[ABOUT, SOURCE] },
        Keyword::Cell => {
            const {
                &[
                    one("strength", Shape::Choice(super::Strength::WORDS), "How well the two properties go together."),
                    one("provenance", Shape::Choice(super::Provenance::WORDS), "On whose word the strength stands."),
                    one("confidence", Shape::Choice(DEGREES), "How sure the one who rated it is."),
                    one("verdict", Shape::Text, "The cell in one sentence."),
                    many("because", Shape::Text, "The mechanism."),
                    many("holds-when", Shape::Text, "A condition under which a claim here holds."),
                    many("fails-when", Shape::Text, "A condition under which a claim here does not hold."),
                    many(
                        "needs",
                        Shape::Names(Keyword::Technique),
                        "A claim here is expected to name at least one of these.",
                    ),
                    many("example", Shape::TextAndSources, "A real project, what it does and how far it is."),
                    FIGURE,
                    ASK,
                    SOURCE,
                ]
            }
        }
        Keyword::Property => {
            const {
                &[
                    one("axis", Shape::Choice(AXES), "The row or the column side of the matrix."),
                    ABOUT,
                    many("words", Shape::Texts, "Words that speak of it."),
                    FIGURE,
                    SOURCE,
                ]
            }
        }
        Keyword::Technique => {
            const {
                &[
                    AKA,
                    one("family", Shape::Choice(FAMILIES), "What it is for."),
                    many("serves", Shape::Names(Keyword::Property), "What it helps."),
                    many("costs", Shape::Names(Keyword::Property), "What it is paid with."),
                    one("overhead", Shape::Choice(OVERHEADS), "How much it is paid with."),
                    ABOUT,
                    many("works-with", Shape::Pair, "What it goes well with, why, and under which condition."),
                    many("conflicts-with", Shape::Pair, "What it fights with, why, and what to ask."),
                    FIGURE,
                    ASK,
                    SOURCE,
                ]
            }
        }
        Keyword::Chain => {
            const {
                &[
                    AKA,
                    one("kind", Shape::Text, "What sort of chain it is."),
                    many("favors", Shape::Names(Keyword::Property), "The corners of the trilemma it puts first."),
                    many("gives-up", Shape::Names(Keyword::Property), "The corners it pays with."),
                    many("limit", Shape::Metric, "A limit that claims on it must respect."),
                    ABOUT,
                    FIGURE,
                    ASK,
                    SOURCE,
                ]
            }
        }
        Keyword::Ceiling => {
            const {
                &[
                    many("limits", Shape::Names(Keyword::Property), "What it holds down."),
                    many("limit", Shape::Metric, "The ceiling, and until when."),
                    one("firmness", Shape::Choice(DEGREES), "How firm it is."),
                    ABOUT,
                    many("because", Shape::Text, "What makes it a ceiling."),
                    FIGURE,
                    ASK,
                    SOURCE,
                ]
            }
        }
        Keyword::Phrase => {
            const {
                &[
                    many("also", Shape::Texts, "Other wordings."),
                    one("level", Shape::Choice(PHRASE_LEVELS), "How much it misleads."),
                    one("because", Shape::Text, "Why it says nothing that could be checked."),
                    one("instead", Shape::Text, "What could be written."),
                    ABOUT,
                    FIGURE,
                    SOURCE,
                ]
            }
        }
        Keyword::Reference => {
            const {
                &[
                    one("kind", Shape::Choice(REFERENCE_KINDS), "How much weight it bears."),
                    one("authors", Shape::Text, "Who wrote it."),
                    one("published", Shape::Date, "When."),
                    one("url", Shape::Url, "Where."),
                    ABOUT,
                    SOURCE,
                ]
            }
        }
        Keyword::Use | Keyword::Unknown => &[],
    }
}

/// The field of that name of a declaration.
pub fn field(keyword: Keyword, name: &str) -> Option<&'static FieldSpec> {
    // Asked several times for each field of each spec; the first letters of nearly all names differ.
    let first = name.as_bytes().first();
    fields(keyword).iter().find(|spec| spec.name.as_bytes().first() == first && spec.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_declaration_has_a_field_twice() {
        for keyword in Keyword::ALL {
            let mut names: Vec<_> = fields(keyword).iter().map(|spec| spec.name).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{keyword:?}");
        }
    }

    #[test]
    fn no_field_is_called_like_a_declaration() {
        let reserved: Vec<_> = Keyword::ALL.iter().map(|keyword| keyword.as_str()).collect();
        for keyword in Keyword::ALL {
            for spec in fields(keyword) {
                assert!(!reserved.contains(&spec.name), "{}", spec.name);
            }
        }
    }
}
