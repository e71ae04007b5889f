//! The words that have marks: of the smaller checks word by word, of the dampers as classes.

use super::marks::{FUTURE, MARKETS, Marks, TECHNOLOGIES};

/// Each word of the smaller checks with a list that it stands in.
pub(super) fn marked() -> impl Iterator<Item = (&'static str, Marks)> {
    let openings = [(TECHNOLOGIES, Marks::OPENS_TERM), (MARKETS, Marks::OPENS_TERM), (FUTURE, Marks::OPENS_FUTURE)];
    let lists = [
        (LINKS, Marks::LINK),
        (AGENTS, Marks::AGENT),
        (VENDORS, Marks::VENDOR),
        (MAKES, Marks::MAKES),
        (OWN, Marks::OWN),
        (BETTER, Marks::BETTER),
        (DEGREES, Marks::DEGREE),
        (MEASURES, Marks::MEASURE),
        (SIDES, Marks::SIDE),
        (BY, Marks::BY),
        (PRESENT, Marks::PRESENT),
    ];
    let openings = openings
        .into_iter()
        .flat_map(|(terms, marks)| terms.iter().filter_map(move |term| Some((*term.first()?, marks))));
    openings.chain(lists.into_iter().flat_map(|(words, marks)| words.iter().map(move |&word| (word, marks))))
}

/// The classes that dampers look for.
pub(super) const MARKED_CLASSES: [(&str, Marks); 10] = [
    ("@measured", Marks::CONDITION),
    ("@mechanism", Marks::MECHANISM),
    ("@admits", Marks::ADMITS),
    ("@others", Marks::OTHERS),
    ("@says", Marks::SAYS),
    ("@negator", Marks::NEGATOR),
    ("@contrast", Marks::CONTRAST),
    ("@downside", Marks::DOWNSIDE),
    ("@month", Marks::CONDITION),
    ("@modest", Marks::MODEST),
];

/// What may stand between two members of a list. Anything else divides the labour.
const LINKS: &[&str] =
    &["and", "plus", "with", "or", "as", "well", "technology", "technologies", "&", "based", "even", "the"];

/// What is offered as a product when a model answers.
const AGENTS: &[&str] = &[
    "agent",
    "agents",
    "assistant",
    "assistants",
    "bot",
    "bots",
    "chatbot",
    "oracle",
    "copilot",
    "companion",
    "analyst",
    "intelligence",
    "brain",
    "mind",
    "ai",
    "model",
    "engine",
    "advisor",
    "adviser",
];
/// Models that can only be had from their makers.
const VENDORS: &[&str] =
    &["gpt", "chatgpt", "openai", "openai's", "claude", "anthropic", "anthropic's", "gemini", "grok"];
/// What says that one thing is made of another.
const MAKES: &[&str] = &[
    "powered",
    "built",
    "based",
    "runs",
    "running",
    "uses",
    "using",
    "wraps",
    "wrapping",
    "calls",
    "calling",
    "via",
    "through",
    "plugging",
    "plugs",
    "taps",
    "tapping",
    "harnesses",
    "harnessing",
    "leverages",
    "leveraging",
    "top",
    "driven",
    "fuelled",
    "fueled",
    "api",
    "behind",
];
/// Signs of something of one's own behind it.
const OWN: &[&str] = &[
    "fine",
    "finetuned",
    "trained",
    "weights",
    "attested",
    "attests",
    "attestation",
    "enclave",
    "tee",
    "proof",
    "proofs",
    "distilled",
    "benchmark",
    "agnostic",
    "your",
    "whichever",
    "choose",
    "any",
];

/// Comparatives of one word.
const BETTER: &[&str] = &[
    "faster", "cheaper", "better", "safer", "smarter", "fairer", "stronger", "quicker", "simpler", "easier", "richer",
    "smoother", "leaner", "superior",
];
/// Comparatives, if one of the measures stands behind them.
const DEGREES: &[&str] = &["more", "less", "lower", "higher"];
/// What they must stand before.
const MEASURES: &[&str] = &[
    "secure",
    "private",
    "scalable",
    "efficient",
    "decentralized",
    "decentralised",
    "accurate",
    "reliable",
    "transparent",
    "powerful",
    "intelligent",
    "affordable",
    "resilient",
    "robust",
    "trustworthy",
    "capable",
    "cost",
    "costs",
    "fees",
    "latency",
    "throughput",
    "price",
    "prices",
    "performance",
    "accuracy",
    "quality",
    "security",
    "privacy",
    "energy",
];
/// What names the second side, or says that the comparison is with the past or with a rule.
const SIDES: &[&str] = &[
    "than",
    "compared",
    "versus",
    "vs",
    "against",
    "relative",
    "ahead",
    "baseline",
    "baselines",
    "getting",
    "gets",
    "get",
    "become",
    "becomes",
    "becoming",
    "if",
    "when",
    "whoever",
    "whose",
    "who",
    "where",
    "from",
    "trade",
    "every",
    "over",
    "between",
    "would",
    "never",
    "no",
    "could",
    "might",
    "before",
];

/// What makes a year one to come.
const BY: &[&str] = &["by"];
/// Words that make a sentence a rule rather than a promise, or that tell of today.
const PRESENT: &[&str] = &[
    "if",
    "when",
    "whenever",
    "whoever",
    "unless",
    "otherwise",
    "once",
    "today",
    "now",
    "already",
    "currently",
    "so",
    "since",
    "live",
    "measured",
    "until",
    "after",
];
