//! Four smaller checks, each a pure function over the text: stacks of technologies, agents that are somebody else's
//! model, comparisons without a second side, and futures without a present.

use super::pattern::Symbols;
use super::words::Words;
use std::ops::Range;

/// A place in a text, and what is the matter with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What is the matter, in one plain sentence.
    pub why: &'static str,
}

/// Costly technologies: each is an answer by itself, and each has a price.
const TECHNOLOGIES: &[&[&str]] = &[
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
const MARKETS: &[&[&str]] = &[
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

/// Lists of three or more costly technologies, or words for markets, that do not say which does what.
pub fn buzzword_stack(text: &str) -> Vec<Remark> {
    let words = plain(text);
    let mut remarks = Vec::new();
    let mut list: Vec<Range<usize>> = Vec::new();
    let mut index = 0;
    while index < words.list.len() {
        let length = [TECHNOLOGIES, MARKETS].iter().find_map(|terms| longest(&words, index, terms));
        match length {
            Some(length) => {
                list.push(index..index + length);
                index += length;
            }
            None => {
                let linked = LINKS.contains(&words.lower(index));
                if !linked {
                    stacked(&words, &mut list, &mut remarks);
                }
                index += 1;
            }
        }
        let ends = index < words.list.len() && index > 0 && words.list[index].clause != words.list[index - 1].clause;
        if ends {
            stacked(&words, &mut list, &mut remarks);
        }
    }
    stacked(&words, &mut list, &mut remarks);
    remarks
}

fn stacked(words: &Words, list: &mut Vec<Range<usize>>, remarks: &mut Vec<Remark>) {
    let members: std::collections::BTreeSet<&str> = list.iter().map(|range| words.lower(range.start)).collect();
    if let (true, Some(first), Some(last)) = (members.len() >= 3, list.first(), list.last()) {
        let shared = (last.end..words.list.len())
            .take_while(|&index| words.list[index].clause == words.list[first.start].clause)
            .any(|index| matches!(words.lower(index), "respectively" | "each"));
        if !shared {
            remarks.push(Remark {
                range: span(words, first.start, last.end),
                why: "Each of these is costly, or a market of its own, and nothing says which of them does what.",
            });
        }
    }
    list.clear();
}

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

/// Agents and models that are somebody else's API, with nothing of their own named.
pub fn bare_wrapper(text: &str) -> Vec<Remark> {
    let words = plain(text);
    let mut remarks: Vec<Remark> = Vec::new();
    for sentence in sentences(&words) {
        let has = |set: &[&str]| sentence.clone().any(|index| set.contains(&words.lower(index)));
        let vendors = sentence.clone().filter(|&index| VENDORS.contains(&words.lower(index)));
        if vendors.clone().count() > 2 || has(OWN) || !has(AGENTS) {
            continue;
        }
        let made = vendors.clone().find_map(|vendor| {
            let from = vendor.saturating_sub(6).max(sentence.start);
            let start = (from..vendor).find(|&index| MAKES.contains(&words.lower(index)))?;
            Some(start..vendor + 1)
        });
        if let Some(range) = made {
            remarks.push(Remark {
                range: span(&words, range.start, range.end),
                why: "The model is somebody else's, behind an API: say what is added, and what remains if it closes.",
            });
        }
    }
    remarks
}

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

/// Comparatives whose second side is missing: faster, cheaper or better than what?
pub fn open_comparative(text: &str) -> Vec<Remark> {
    let words = plain(text);
    let mut remarks = Vec::new();
    for sentence in sentences(&words) {
        if sentence.clone().any(|index| SIDES.contains(&words.lower(index))) {
            continue;
        }
        for index in sentence.clone() {
            let end = match words.lower(index) {
                "more" | "less" | "lower" | "higher"
                    if index + 1 < sentence.end && MEASURES.contains(&words.lower(index + 1)) =>
                {
                    let effective =
                        index + 2 < sentence.end && matches!(words.lower(index + 2), "effective" | "efficient");
                    index + 2 + usize::from(effective)
                }
                word if BETTER.contains(&word) => index + 1,
                _ => continue,
            };
            let told =
                index > sentence.start && matches!(words.lower(index - 1), "no" | "not" | "the" | "much" | "any");
            if !told {
                remarks.push(Remark {
                    range: span(&words, index, end),
                    why: "A comparison needs its other side: than what, and by how much?",
                });
            }
        }
    }
    remarks
}

/// Words that only ever speak of a time to come.
const FUTURE: &[&[&str]] = &[
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

/// Futures without a present figure: "will", "soon", "by 2030", and nothing of today beside it.
pub fn empty_promise(text: &str) -> Vec<Remark> {
    let words = plain(text);
    let mut remarks = Vec::new();
    for sentence in sentences(&words) {
        let held = sentence.clone().any(|index| {
            let word = words.lower(index);
            PRESENT.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit()) && !is_year(word)
        });
        if held {
            continue;
        }
        let promise = sentence.clone().find_map(|index| {
            let as_soon = index > sentence.start && words.lower(index - 1) == "as";
            if let Some(length) = longest(&words, index, FUTURE).filter(|_| !as_soon) {
                return Some(index..index + length);
            }
            let dated = words.lower(index) == "by" && index + 1 < sentence.end && is_year(words.lower(index + 1));
            dated.then_some(index..index + 2)
        });
        if let Some(range) = promise {
            remarks.push(Remark {
                range: span(&words, range.start, range.end),
                why: "A future without a present: say what runs today, with a figure.",
            });
        }
    }
    remarks
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit())
}

/// The words of a text, with no table behind them.
fn plain(text: &str) -> Words {
    Words::of(text, &Symbols::default())
}

/// The sentences of a text, as ranges of words.
fn sentences(words: &Words) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let number = words.list.get(start)?.sentence;
        let from = start;
        while words.list.get(start).is_some_and(|word| word.sentence == number) {
            start += 1;
        }
        Some(from..start)
    })
}

/// The length of the longest term that stands here.
fn longest(words: &Words, at: usize, terms: &[&[&str]]) -> Option<usize> {
    let stands = |term: &&&[&str]| {
        term.iter().enumerate().all(|(offset, &wanted)| {
            let index = at + offset;
            words.list.get(index).is_some_and(|word| {
                word.clause == words.list[at].clause && !(offset > 0 && word.comma) && words.lower(index) == wanted
            })
        })
    };
    terms.iter().filter(stands).map(|term| term.len()).max()
}

/// The bytes from one word up to another.
fn span(words: &Words, start: usize, end: usize) -> Range<usize> {
    words.list[start].range.start..words.list[end - 1].range.end
}
