//! The lists of words of the smaller checks, and in which of them a word stands.

use super::pattern::Map;
use std::sync::LazyLock;

/// The lists that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    /// A technology or a market begins with it.
    pub const OPENS_TERM: Marks = Marks(1);
    /// It may stand between two members of a list.
    pub const LINK: Marks = Marks(1 << 1);
    /// It is offered as a product when a model answers.
    pub const AGENT: Marks = Marks(1 << 2);
    /// A model that can only be had from its maker.
    pub const VENDOR: Marks = Marks(1 << 3);
    /// It says that one thing is made of another.
    pub const MAKES: Marks = Marks(1 << 4);
    /// A sign of something of one's own.
    pub const OWN: Marks = Marks(1 << 5);
    /// A comparative of one word.
    pub const BETTER: Marks = Marks(1 << 6);
    /// What "more" and "less" must stand before.
    pub const MEASURE: Marks = Marks(1 << 7);
    /// It names the second side of a comparison, or says that there need be none.
    pub const SIDE: Marks = Marks(1 << 8);
    /// Words of a time to come begin with it.
    pub const OPENS_FUTURE: Marks = Marks(1 << 9);
    /// It tells of today, or of a rule.
    pub const PRESENT: Marks = Marks(1 << 10);

    /// The lists that a word in small letters stands in.
    pub fn of(word: &str) -> Marks {
        static KNOWN: LazyLock<Map<&'static str, Marks>> = LazyLock::new(|| {
            let mut known: Map<&'static str, Marks> = Map::default();
            let openings = |terms: &'static [&'static [&'static str]]| terms.iter().filter_map(|term| term.first());
            let mut mark = |words: &mut dyn Iterator<Item = &&'static str>, marks: Marks| {
                words.for_each(|word| known.entry(word).or_default().0 |= marks.0);
            };
            mark(&mut openings(TECHNOLOGIES).chain(openings(MARKETS)), Marks::OPENS_TERM);
            mark(&mut openings(FUTURE), Marks::OPENS_FUTURE);
            for (words, marks) in [
                (LINKS, Marks::LINK),
                (AGENTS, Marks::AGENT),
                (VENDORS, Marks::VENDOR),
                (MAKES, Marks::MAKES),
                (OWN, Marks::OWN),
                (BETTER, Marks::BETTER),
                (MEASURES, Marks::MEASURE),
                (SIDES, Marks::SIDE),
                (PRESENT, Marks::PRESENT),
            ] {
                mark(&mut words.iter(), marks);
            }
            known
        });
        KNOWN.get(word).copied().unwrap_or_default()
    }

    /// Whether it stands in this list.
    pub const fn has(self, list: Marks) -> bool {
        self.0 & list.0 != 0
    }
}

/// Costly technologies: each is an answer by itself, and each has a price.
pub(super) const TECHNOLOGIES: &[&[&str]] = &[
    &["zero", "knowledge", "proofs"],
    &["zero", "knowledge"],
    &["fully", "homomorphic", "encryption"],
    &["homomorphic", "encryption"],
    &["multi", "party", "computation"],
    &["multiparty", "computation"],
    &["trusted", "execution", "environments"],
    &["trusted", "execution"],
    &["secure", "enclaves"],
    &["federated", "learning"],
    &["differential", "privacy"],
    &["machine", "learning"],
    &["quantum", "computing"],
    &["edge", "computing"],
    &["big", "data"],
    &["swarm", "intelligence"],
    &["zk", "proofs"],
    &["zk", "snarks"],
    &["zk"],
    &["zkp"],
    &["zkps"],
    &["zkml"],
    &["opml"],
    &["snarks"],
    &["starks"],
    &["fhe"],
    &["mpc"],
    &["smpc"],
    &["tee"],
    &["tees"],
    &["enclaves"],
    &["ai"],
    &["quantum"],
    &["blockchain"],
    &["agi"],
    &["llms"],
    &["5g"],
    &["cloud"],
    &["vr"],
    &["ar"],
];

/// Words for markets rather than for products.
pub(super) const MARKETS: &[&[&str]] = &[
    &["real", "world", "assets"],
    &["internet", "of", "things"],
    &["web3"],
    &["web", "3"],
    &["metaverse"],
    &["defi"],
    &["desci"],
    &["depin"],
    &["deai"],
    &["defai"],
    &["gamefi"],
    &["socialfi"],
    &["infofi"],
    &["rwa"],
    &["rwas"],
    &["nft"],
    &["nfts"],
    &["dao"],
    &["daos"],
    &["iot"],
    &["gaming"],
    &["robotics"],
    &["memecoins"],
    &["tokenization"],
    &["tokenisation"],
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
/// What "more", "less", "lower" and "higher" must stand before.
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

/// Words that only ever speak of a time to come.
pub(super) const FUTURE: &[&[&str]] = &[
    &["in", "the", "near", "future"],
    &["in", "the", "future"],
    &["in", "the", "years", "to", "come"],
    &["in", "the", "coming"],
    &["within", "the", "next"],
    &["over", "the", "next"],
    &["coming", "soon"],
    &["one", "day"],
    &["going", "to"],
    &["soon"],
    &["eventually"],
    &["someday"],
    &["tomorrow"],
    &["upcoming"],
    &["plan", "to"],
    &["plans", "to"],
    &["aim", "to"],
    &["aims", "to"],
    &["intend", "to"],
    &["intends", "to"],
    &["we", "will"],
    &["we'll"],
    &["network", "will"],
    &["platform", "will"],
    &["protocol", "will"],
    &["agents", "will"],
    &["ai", "will"],
    &["it", "will"],
    &["will", "become"],
    &["will", "be", "the"],
    &["will", "change"],
    &["will", "replace"],
    &["will", "power"],
];
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
