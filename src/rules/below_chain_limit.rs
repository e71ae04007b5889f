//! `below-chain-limit`: a metric that is better than the chain it depends on allows.

use super::Level;
use super::context::ClaimContext;
use super::numbers::{Metric, metrics, shown};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{Dimension, Entry, Unit, times};
use crate::syntax::{Declaration, Keyword};

pub(super) static RULE: Rule = Rule {
    name: "below-chain-limit",
    group: Group::Numbers,
    level: Level::Warning,
    summary: "A metric is better than the chain that it depends on allows.",
    why: r#"
What waits for a chain is no faster than its blocks, what is final is no sooner final than the chain is, and no more
transactions settle on it than it carries. A number beyond that is wrong, or it is about something that does not wait
for the chain, and then the spec should say so.

Held against the limits of the chains in `runs-on`: `block-time` and `confirmation` against a block; `finality` and
`settlement` against finality; `withdrawal` against finality, which for an optimistic rollup is the seven days until
one can leave; and `throughput` or `tps` in transactions. A block time is no response time, so `latency` and
`response-time` are held against a block only when the claim's words say that the answer waits for the chain ("on
chain", "consensus", "every transaction" …) and not that the work is done off chain or settled afterwards. A claim
that names a technique which scales the ledger, such as a rollup, is held to finality alone. On several chains a
number is found only if it is beyond each of them.

Ways out: correct the number; name the metric for what it measures, as in `inference-latency`; name in `runs-on` the
chain that is so fast; or say in a `caveat below-chain-limit "…"` what does not wait for the chain.
"#,
    failing: &[
        Example {
            title: "an answer that waits for a block and comes before it",
            text: r#"
project demo "Demo" {
  runs-on ethereum
  claim agreed: verifiability + security {
    says   "Every answer is agreed on by consensus before the user sees it."
    metric latency < 50 ms
#          ^^^^^^^^^^^^^^^ below-chain-limit 240 times faster than a block of `ethereum`, 12 s
  }
}
"#,
        },
        Example {
            title: "final before the chain is, and more transactions than it carries",
            text: r#"
project demo "Demo" {
  runs-on ethereum
  claim settled: verifiability + security {
    says   "Proofs are settled at once."
    metric finality <= 10 s
#          ^^^^^^^^^^^^^^^^ below-chain-limit 78 times faster than finality on `ethereum`, 13 min
    metric throughput >= 6_000 tx/s
#          ^^^^^^^^^^^^^^^^^^^^^^^^ below-chain-limit 100 times what `ethereum` carries, 60 tx/s
  }
}
"#,
        },
        Example {
            title: "out of an optimistic rollup within the hour",
            text: r#"
project demo "Demo" {
  runs-on arbitrum, base
  claim settled: verifiability + security {
    says   "Rewards are paid out quickly."
    metric withdrawal-time < 1 h
#          ^^^^^^^^^^^^^^^^^^^^^ below-chain-limit 168 times faster
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "an answer that does not wait for the chain",
            text: r#"
project demo "Demo" {
  runs-on ethereum
  claim quick: verifiability + security {
    says   "Answers come at once; proofs are made off chain and settled on chain afterwards."
    metric latency < 50 ms
  }
  claim quicker: verifiability + security {
    says   "A small model answers on the phone."
    metric latency < 50 ms
  }
}
"#,
        },
        Example {
            title: "what the chain allows, and what is no transaction of it",
            text: r#"
project demo "Demo" {
  runs-on ethereum
  claim settled: verifiability + security {
    says   "Proofs are settled on chain."
    metric finality <= 15 min
    metric confirmation-time <= 12 s
    metric throughput >= 40 tx/s
    metric throughput >= 9_000 tokens/s
    metric nodes >= 2_000_000
  }
}
"#,
        },
        Example {
            title: "one of several chains allows it, and a rollup is there to carry more",
            text: r#"
project demo "Demo" {
  runs-on ethereum, solana
  claim settled: verifiability + security {
    says   "Proofs are settled on chain."
    metric throughput >= 2_000 tx/s
  }
}
project rolled "Rolled" {
  runs-on ethereum
  claim settled: verifiability + security {
    says   "Proofs are settled on chain."
    using  zk-rollup
    metric throughput >= 2_000 tx/s
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::None,
};

/// What of a chain a metric depends on.
#[derive(Clone, Copy, PartialEq)]
enum Needs {
    /// A block.
    Block,
    /// That a transaction cannot be undone any more.
    Finality,
    /// That one can leave the chain.
    Exit,
    /// Room for transactions.
    Throughput,
}

/// Finality after this time, in seconds, is the window in which a rollup can be challenged. What happens on the rollup
/// does not wait for it.
const EXIT_WINDOW: f64 = 86_400.0;

impl Needs {
    /// What a metric of this name needs, and whether it always does or only if the claim's words say so.
    fn of(metric: &Metric<'_>) -> Option<(Needs, bool)> {
        // What is confirmed softly, or by others before the chain does, does not wait for it.
        let is_soft =
            || ["soft", "pre", "preconfirmation", "local", "offchain"].iter().any(|word| metric.has_word(word));
        Self::by_name(metric).filter(|_| !is_soft())
    }

    /// The same by the whole name, whatever single words of it say.
    fn by_name(metric: &Metric<'_>) -> Option<(Needs, bool)> {
        let is_one_of = |names: &[&str]| names.contains(&metric.name);
        if is_one_of(&["block-time", "block-interval", "slot-time", "confirmation", "confirmation-time"]) {
            Some((Self::Block, true))
        } else if is_one_of(&[
            "finality",
            "finality-time",
            "time-to-finality",
            "settlement",
            "settlement-time",
            "time-to-settlement",
        ]) {
            Some((Self::Finality, true))
        } else if is_one_of(&["withdrawal", "withdrawal-time", "exit-time", "time-to-withdrawal"]) {
            Some((Self::Exit, true))
        } else if is_one_of(&["tps", "transaction-throughput", "transactions-per-second", "transaction-rate"])
            || metric.is_called("throughput")
        {
            Some((Self::Throughput, true))
        } else if is_one_of(&["confirmation-latency", "transaction-latency", "consensus-latency", "on-chain-latency"]) {
            Some((Self::Block, true))
        } else {
            let general =
                ["p50", "p90", "p95", "p99", "median", "mean", "average", "maximum", "worst", "case", "end", "to"];
            let rest = metric.name.strip_suffix("latency").or_else(|| metric.name.strip_suffix("response-time"))?;
            rest.split('-').all(|word| word.is_empty() || general.contains(&word)).then_some((Self::Block, false))
        }
    }

    /// The limit of a chain that this meets, and how much faster than it something is.
    fn beats(self, chain: &Declaration, value: f64) -> Option<(f64, &'static str, String)> {
        let limit = |name: &str| metrics(chain, "limit").find(|limit| limit.name == name);
        if self == Self::Throughput {
            let limit = limit("throughput").filter(Metric::is_upper_bound)?;
            let most = limit.measure().filter(|most| most.dimension == transactions_in_time())?.value;
            return Some((value / most, "", shown(limit.quantity)));
        }
        let time = |name: &str| {
            let limit = limit(name).filter(|limit| limit.is_lower_bound())?;
            let least = limit.measure().filter(|least| least.dimension == seconds())?.value;
            Some((least, shown(limit.quantity)))
        };
        let block = || time("block-time").map(|(least, text)| (least, "a block of", text));
        let finality = |window| {
            let (least, text) = time("finality").filter(|(least, _)| window || *least < EXIT_WINDOW)?;
            Some((least, "finality on", text))
        };
        let (least, what, text) = match self {
            Self::Block => block().or_else(|| finality(false)),
            Self::Finality => finality(false).or_else(block),
            Self::Exit => finality(true),
            Self::Throughput => None,
        }?;
        Some((least / value, what, text))
    }
}

fn seconds() -> Dimension {
    Unit::parse("s").map(|unit| unit.dimension).unwrap_or_default()
}

fn transactions_in_time() -> Dimension {
    Unit::parse("tx/s").map(|unit| unit.dimension).unwrap_or_default()
}

fn run(cx: &mut ClaimContext<'_>) {
    let Some(project) = cx.project else { return };
    let needing: Vec<_> =
        metrics(cx.declaration, "metric").filter_map(|metric| Some((metric, Needs::of(&metric)?))).collect();
    if needing.is_empty() {
        return;
    }
    let mut chains: Vec<Entry> = Vec::new();
    for (name, _) in project.field_names("runs-on") {
        // What a chain allows that is not known is not known either.
        let Some(chain) = cx.scope.get(Keyword::Chain, name) else { return };
        chains.push(chain.clone());
    }
    if chains.is_empty() {
        return;
    }
    for (metric, (needs, always)) in needing {
        let Some(value) = value(&metric, needs) else { continue };
        if !always && !waits_for_the_chain(cx.declaration) {
            continue;
        }
        if matches!(needs, Needs::Block | Needs::Throughput) && is_carried_elsewhere(cx) {
            continue;
        }
        let beaten = chains.iter().map(|chain| {
            let beaten = needs.beats(&chain.declaration, value).filter(|(factor, ..)| *factor > 1.0)?;
            Some((beaten, chain))
        });
        let Some(beaten) = beaten.collect::<Option<Vec<_>>>() else { continue };
        // The chain that comes nearest to it.
        let nearest = beaten.iter().min_by(|(a, _), (b, _)| a.0.total_cmp(&b.0));
        let Some(((factor, what, limit), chain)) = nearest else { continue };
        let name = chain.declaration.name.as_ref().map_or("", |name| &name.text);
        let message = if needs == Needs::Throughput {
            format!(
                "`{metric}` is {} what `{name}` carries, {limit}. Correct the number, or say in a `caveat below-chain-limit` where the other transactions go.",
                times(*factor)
            )
        } else {
            format!(
                "`{metric}` is {} faster than {what} `{name}`, {limit}. Correct the number, or say in a `caveat below-chain-limit` what does not wait for the chain.",
                times(*factor)
            )
        };
        let too = if needs == Needs::Throughput { "too much" } else { "too fast" };
        let mut finding = cx.report(metric.range, message).factor(*factor, too);
        for ((_, what, limit), chain) in &beaten {
            let name = chain.declaration.name.as_ref().map_or("", |name| &name.text);
            finding = finding.related(
                chain,
                match needs {
                    Needs::Throughput => format!("`{name}` carries {limit}"),
                    _ => format!("{what} `{name}` takes {limit}"),
                },
            );
        }
    }
}

/// What a metric promises, in seconds or in transactions a second; nothing if it promises nothing of this sort.
fn value(metric: &Metric<'_>, needs: Needs) -> Option<f64> {
    let measure = metric.measure().filter(|measure| measure.value > 0.0)?;
    let (promises, fits) = if needs == Needs::Throughput {
        // Transactions a second need no unit where the name says it.
        let named = measure.dimension.is_plain() && matches!(metric.name, "tps" | "transactions-per-second");
        (metric.is_lower_bound(), named || measure.dimension == transactions_in_time())
    } else {
        (metric.is_upper_bound(), measure.dimension == seconds())
    };
    (promises && fits).then_some(measure.value)
}

/// Whether a claim's transactions or answers do not go through the chain itself: it says so, or it names a technique
/// that takes them elsewhere.
fn is_carried_elsewhere(cx: &ClaimContext<'_>) -> bool {
    let scales = cx.declaration.field_names("using").any(|(name, _)| {
        cx.scope
            .get(Keyword::Technique, name)
            .is_some_and(|technique| technique.declaration.field_text("family") == Some("scaling-the-ledger"))
    });
    scales || says(cx.declaration).any(speaks_of_elsewhere)
}

fn says(claim: &Declaration) -> impl Iterator<Item = &str> {
    claim.fields_named("says").filter_map(|field| field.values.first()?.as_text())
}

/// Words that say that something is done beside the chain, or that nobody waits for it.
const ELSEWHERE: &[&str] = &[
    "off chain",
    "offchain",
    "afterwards",
    "afterward",
    "later",
    "asynchronous",
    "asynchronously",
    "in the background",
    "rollup",
    "rollups",
    "layer 2",
    "l2",
    "sidechain",
    "side chain",
    "payment channel",
    "payment channels",
    "state channel",
    "state channels",
    "before it is settled",
    "preconfirmation",
    "preconfirmations",
];

/// Words of an answer that waits for the chain.
const WAITING: &[&str] = &[
    "on chain",
    "onchain",
    "a block",
    "each block",
    "every block",
    "one block",
    "the next block",
    "the same block",
    "consensus",
    "validators",
    "as a transaction",
    "by a transaction",
    "in a transaction",
    "settle",
    "settles",
    "settled",
    "smart contract",
    "smart contracts",
];

/// Validators wait for each other when they do what begins so; else they may score, or earn.
const AGREEING: &[&str] = &["agree", "vote", "voting", "sign", "confirm", "approv", "quorum"];

/// A sentence with a word that begins so speaks of what is done on the chain beside the answer.
const BESIDE: &[&str] = &[
    "pay", "paid", "fee", "reward", "penal", "slash", "escrow", "hash", "commit", "record", "logged", "anchor", "stak",
    "regist", "govern", "receipt", "audit",
];

/// Words that, a few words before another, say that it is not so.
const NOT: &[&str] =
    &["no", "not", "never", "without", "nothing", "neither", "nor", "instead", "cannot", "doesn", "don", "isn", "aren"];

/// How many words a `not` reaches.
const REACH: usize = 5;

fn speaks_of_elsewhere(text: &str) -> bool {
    let text = words(text).collect::<Vec<_>>();
    ELSEWHERE.iter().any(|phrase| !places(&text, phrase).is_empty())
}

/// Whether a claim says that an answer comes through the chain, and not that it does without.
fn waits_for_the_chain(claim: &Declaration) -> bool {
    says(claim).any(|text| {
        text.split(['.', ';', '!', '?']).any(|sentence| sentence_waits(&words(sentence).collect::<Vec<_>>()))
    })
}

fn sentence_waits(sentence: &[String]) -> bool {
    let has = |beginnings: &[&str]| sentence.iter().any(|word| beginnings.iter().any(|begin| word.starts_with(begin)));
    let denied = |place: usize| sentence[place.saturating_sub(REACH)..place].iter().any(|word| NOT.contains(&&**word));
    let waits = |phrase: &str| {
        (phrase != "validators" || has(AGREEING)) && places(sentence, phrase).into_iter().any(|place| !denied(place))
    };
    !has(BESIDE) && WAITING.iter().any(|phrase| waits(phrase))
}

/// The words of a text in small letters; a hyphen parts words.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Where in a text a phrase stands.
fn places(text: &[String], phrase: &str) -> Vec<usize> {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let here = |window: &[String]| window.iter().zip(&phrase).all(|(a, b)| a == b);
    text.windows(phrase.len()).enumerate().filter(|(_, window)| here(window)).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::report;

    fn found(chains: &str, says: &str, metric: &str) -> Vec<String> {
        let source = format!(
            "project p \"P\" {{\n runs-on {chains}\n claim c: privacy + decentralization {{\n  says \"{says}\"\n  metric {metric}\n }}\n}}"
        );
        let report = report(&source);
        let found = report.diagnostics.into_iter().filter(|found| found.rule.name == "below-chain-limit");
        found.map(|found| found.message).collect()
    }

    #[test]
    fn an_answer_waits_for_the_chain_only_if_the_claim_says_so() {
        for waits in [
            "Inference runs on-chain.",
            "Each answer needs the agreement of the validators.",
            "The result is settled in a transaction.",
            "A smart contract calls the model.",
        ] {
            assert_eq!(found("ethereum", waits, "latency < 50 ms").len(), 1, "{waits}");
            assert_eq!(found("ethereum", waits, "p99-latency < 50 ms").len(), 1, "{waits}");
            assert!(found("ethereum", waits, "inference-latency < 50 ms").is_empty(), "{waits}");
        }
        for does_not in [
            "Real-time inference.",
            "There is no need for on-chain inference.",
            "Inference does not wait for consensus.",
            "Only commitments go on chain; inference runs off chain.",
            "Inference returns with the latency of web2. Proofs are settled on-chain afterwards and block nothing.",
            "Nothing can block an answer.",
            "Miners answer and validators score them.",
            "Every answer is paid for on chain.",
            "The hash of every answer is kept on chain.",
            "Who is late is penalised out of an escrow on chain.",
        ] {
            assert!(found("ethereum", does_not, "latency < 50 ms").is_empty(), "{does_not}");
        }
    }

    #[test]
    fn the_window_of_a_rollup_is_not_waited_for_on_it() {
        assert!(found("arbitrum", "Settled on chain.", "latency < 1 s").is_empty());
        assert!(found("arbitrum", "Settled on chain.", "settlement-time < 1 h").is_empty());
        assert!(found("base", "Settled on chain.", "confirmation-time < 1 s").is_empty());
        assert_eq!(found("arbitrum", "Settled on chain.", "block-time <= 100 ms").len(), 1);
        assert_eq!(found("arbitrum", "Settled on chain.", "withdrawal < 1 day").len(), 1);
    }

    #[test]
    fn the_chain_that_comes_nearest_is_named() {
        let found = found("bitcoin, ethereum", "Fast.", "tps >= 600");
        assert!(found.len() == 1 && found[0].contains("10 times what `ethereum` carries, 60 tx/s"), "{found:?}");
    }

    #[test]
    fn a_chain_without_a_limit_or_a_name_that_is_not_known_allows_anything() {
        for chains in ["ethereum, bittensor", "ethereum, acme", "zksync"] {
            assert!(found(chains, "Fast.", "throughput >= 6_000 tx/s").is_empty(), "{chains}");
        }
    }

    #[test]
    fn only_what_promises_more_than_the_limit_is_found() {
        for (metric, expected) in [
            ("block-time = 12 s", 0),
            ("block-time < 12 s", 0),
            ("block-time = 11 s", 1),
            ("finality >= 1 s", 0),
            ("finality <= 2 blocks", 0),
            ("soft-finality <= 2 s", 0),
            ("throughput <= 6_000 tx/s", 0),
            ("throughput > 6_000 requests/s", 0),
            ("throughput > 6 kTPS", 1),
            ("throughput = 6_000 tx/min", 1),
            ("throughput = 600 tx/min", 0),
        ] {
            assert_eq!(found("ethereum", "Fast.", metric).len(), expected, "{metric}");
        }
    }
}
