//! Tests, as tables: a sentence each, grouped by the rules of the labelling guide.

use super::{
    Kind, Level, Phrases, Remark, Score, Weight, Wording, Words, bare_wrapper, buzzword_stack, empty_promise,
    open_comparative, read, tables,
};
use std::sync::Arc;

fn plain(text: &str) -> Wording {
    read(&Words::of(text), &Phrases::default())
}

#[track_caller]
fn all_hype(kind: Kind, table: &[(&str, &str)]) {
    for (text, words) in table {
        let wording = plain(text);
        assert!(wording.is_hype(), "should be hype: {text}\n{wording:#?}");
        let start = text.find(words).expect("the words are in the text");
        let met = wording
            .spans()
            .any(|found| found.range.start < start + words.len() && start < found.range.end && found.kind == kind);
        assert!(met, "{words:?} is not found as {kind:?}: {text}\n{wording:#?}");
    }
}

#[track_caller]
fn no_hype(table: &[&str]) {
    for text in table {
        let wording = plain(text);
        assert!(!wording.is_hype(), "should be no hype: {text}\n{wording:#?}");
    }
}

#[test]
fn every_family_says_why() {
    assert!(tables::FAMILIES.iter().all(|family| family.why.ends_with('.')));
}

#[test]
fn absolutes_and_limitlessness() {
    all_hype(
        Kind::Absolute,
        &[
            ("Your data is completely secure with us.", "completely secure"),
            ("An unhackable ledger for every answer.", "unhackable"),
            ("Nothing can stop this network.", "Nothing can stop"),
            ("Wrong answers are a thing of the past.", "a thing of the past"),
            ("Fraud is gone for good.", "gone for good"),
            ("It solves deception once and for all.", "once and for all"),
        ],
    );
    all_hype(
        Kind::Infinity,
        &[
            ("It knows no operator, no queue and no limit on speed.", "no limit on speed"),
            ("The pool absorbs any load one can imagine.", "any load one can imagine"),
            ("A mesh of limitless compute.", "limitless"),
            ("The chain scales infinitely.", "infinitely"),
            ("There is no limit to what agents can hold in memory.", "no limit to"),
            ("Answers arrive with zero latency.", "zero latency"),
        ],
    );
}

#[test]
fn a_guarantee_that_the_mechanism_gives() {
    no_hype(&[
        "The key never leaves the enclave, so the host cannot read the prompt.",
        "It is impossible to forge the signature without the key.",
        "No node sees more than one shard of the weights.",
        "Once written, an entry cannot be changed without breaking the chain of hashes.",
        "Nobody but the owner can decrypt the result.",
    ]);
}

#[test]
fn unscoped_firsts_onlys_and_mosts() {
    all_hype(
        Kind::Superlative,
        &[
            ("The world's first marketplace for minds.", "world's first"),
            ("It is the only platform with this property.", "the only platform"),
            ("We run the fastest network.", "the fastest network"),
            ("No other network comes close.", "No other network"),
            ("It outperforms every rival.", "outperforms every rival"),
            ("Tools of unmatched depth.", "unmatched"),
            ("There has never been a fairer market.", "never been a fairer"),
        ],
    );
    no_hype(&[
        "The first worker to return a valid proof gets the fee.",
        "The lowest bid wins, and the fastest node breaks a tie.",
        "In June 2024 it was the first prover to handle a 7B model in under an hour on one H100.",
        "It is the only one of the four schemes that tolerates a dishonest aggregator.",
        "The best models in the world belong to a handful of companies.",
        "The team comes from two of the world's largest cloud companies.",
    ]);
}

#[test]
fn who_is_ahead_of_all_others_is_so_whatever_its_own_figures_are() {
    all_hype(
        Kind::Superlative,
        &[
            (
                "No decentralized network in the world is larger: 9,000 nodes, 80,000 CPU cores.",
                "in the world is larger",
            ),
            ("The planet's cheapest AI cloud, spread over 150 countries and 40,000 GPUs.", "planet's cheapest"),
            ("No network of agents but ours keeps them private.", "but ours"),
            ("Nobody but us serves a billion tokens a day for 40,000 developers.", "Nobody but us"),
            ("Never in the history of ledgers has an agent owned one.", "Never in the history"),
            ("Its insights are superior to any other in existence.", "superior to any"),
            ("A road to unprecedented scale.", "unprecedented"),
        ],
    );
}

#[test]
fn a_word_of_grandeur_in_a_sober_sentence_is_no_boast() {
    no_hype(&[
        "Neither an operator nor a compromised machine can alter the log.",
        "Cards of many owners are joined into one virtual computer with 400 GPUs.",
        "No server has to be believed, let alone trusted blindly.",
        "Training a model costs a fortune, and most labs cannot pay for it.",
        "Slashing raises the bar for attackers.",
        "Quantized to 4 bits, the model keeps 97% of its accuracy.",
    ]);
}

#[test]
fn who_admits_a_cost_or_calls_it_a_fraud_does_not_boast() {
    no_hype(&[
        "It is six orders of magnitude slower than plain text.",
        "Proving is 10,000 times more expensive than running the model.",
        "One scheme promised at least 10% a month and was a Ponzi scheme.",
        "The chain carried 400,000 transactions a second in controlled tests.",
    ]);
}

#[test]
fn where_something_is_confined_what_is_explained_and_what_others_say_is_no_boast() {
    no_hype(&[
        "The maker's server is the only place where a quote is checked.",
        "The trilemma is a trade between three corners.",
        "It hurts most of all on every long sequence.",
        "It hurts above all on every long sequence.",
        "The pool is open to all but those under sanctions.",
        "One vendor claims to be 5,000 times faster than encryption.",
        "A card ran the encrypted layer 150 times faster than a CPU.",
    ]);
    all_hype(
        Kind::Bargain,
        &[
            ("The trilemma is no longer a concern.", "trilemma is no longer"),
            ("For us the trilemma is history.", "trilemma is history"),
        ],
    );
    all_hype(Kind::Superlative, &[("The only place you will ever trade models.", "The only place")]);
    all_hype(Kind::Figure, &[("Ours is 5,000 times faster than encryption.", "5,000 times faster")]);
}

#[test]
fn visions_nobody_could_test() {
    all_hype(
        Kind::Vision,
        &[
            ("AGI itself may be born on our chain.", "AGI itself may be born"),
            ("Models beyond human ability come out of our lab.", "beyond human ability"),
            ("Agents will revolutionise commerce.", "revolutionise"),
            ("It ushers in an era of open minds.", "ushers in an era"),
            ("We are building the future of intelligence.", "the future of intelligence"),
            ("A world in which every person has an agent.", "A world in which"),
            ("This changes everything.", "changes everything"),
            ("What rails were to trade, our layer will be to data.", "What rails were to"),
            ("Private AI is no longer a dream.", "no longer a dream"),
            ("Intelligence for all of humanity.", "all of humanity"),
        ],
    );
    no_hype(&[
        "In future work we will add sharding.",
        "The script transforms a scikit-learn model into a circuit.",
        "AGI is outside the scope of this paper.",
    ]);
}

#[test]
fn figures_bare_and_measured() {
    all_hype(
        Kind::Figure,
        &[
            ("Answers are right 99.9% of the time.", "right 99.9%"),
            ("The chain carries a million transactions a second.", "million transactions a second"),
            ("Training becomes 5,000 times cheaper.", "5,000 times cheaper"),
        ],
    );
    no_hype(&[
        "Accuracy was 99.1% on MNIST with ten clients, measured over five seeds.",
        "Proving is 10,000 times slower than plain execution.",
        "Version 0.9 proves 3.2 times faster than version 0.8 on ResNet-50.",
        "More than 95,000 GPUs are listed.",
    ]);
}

#[test]
fn promised_returns() {
    all_hype(
        Kind::Returns,
        &[
            ("Guaranteed profits for all holders.", "Guaranteed profits"),
            ("Earn passive income from your card.", "passive income"),
            ("The bot trades while you sleep.", "while you sleep"),
            ("Stake now and gain 20% APY.", "20% APY"),
        ],
    );
    no_hype(&[
        "Delegators receive 82% of the block reward, after commission.",
        "An RTX 3060 earns about $0.048 an hour, paid when a job completes.",
    ]);
}

#[test]
fn nothing_paid_for_it() {
    all_hype(
        Kind::Bargain,
        &[
            ("Prompts stay encrypted, and you do not lose a shred of quality.", "a shred"),
            ("Inference is twice as fast, and we gave up nothing for it.", "gave up nothing"),
            ("It scales without sacrificing security.", "without sacrificing"),
            ("The best of both worlds.", "best of both worlds"),
            ("The speed of the cloud and the freedom of your own machine.", "The speed of the cloud"),
            ("It solves the trilemma.", "solves the trilemma"),
        ],
    );
    no_hype(&[
        "Traffic falls to a fiftieth without a loss of more than 0.3 points on the test set (median of 5 runs).",
    ]);
}

#[test]
fn a_model_of_somebody_else_sold_as_new_intelligence() {
    all_hype(Kind::Wrapper, &[("A new mind, powered by GPT.", "powered by GPT")]);
    no_hype(&["The runtime works with OpenAI, Anthropic or a local Llama."]);
}

#[test]
fn one_mild_adjective() {
    no_hype(&[
        "A randomness beacon picks the jobs that are run again.",
        "Each hospital sees on the ledger what its share did to the model.",
        "A seamless interface for wallets.",
        "A robust scheduler and a powerful command line.",
        "A decentralized, verifiable and open-source network.",
        "Private, audited and privacy-preserving.",
    ]);
    assert!(plain("A seamless, robust and powerful network.").is_hype(), "three of them are no longer mild");
}

#[test]
fn what_is_not_the_authors_own() {
    no_hype(&[
        "We do not claim to be infinitely scalable.",
        "Competitors promise unlimited compute.",
        "The phrase \"infinitely scalable\" is banned here.",
        "The flag `--infinite` loops for ever in tests.",
        "See https://example.org/infinite/scale for the load test.",
        "Complete decentralization is not the aim.",
    ]);
}

#[test]
fn phrases_of_the_library() {
    let phrases = Phrases::new([
        ("secure", Kind::Vague, Level::Warning),
        ("100% secure chain", Kind::Absolute, Level::Error),
        ("hyperlane of thought", Kind::Infinity, Level::Error),
        ("quiet hum", Kind::Superlative, Level::Warning),
        ("glow", Kind::Superlative, Level::Information),
    ]);
    let found = |text: &str| -> Vec<(String, Weight)> {
        read(&Words::of(text), &phrases).hype.into_iter().map(|f| (text[f.range].to_owned(), f.weight)).collect()
    };
    assert_eq!(found("A HYPERLANE of thought."), [("HYPERLANE of thought".to_owned(), Weight::Strong)]);
    assert_eq!(found("hyperlanes of thought"), [], "whole words only");
    assert_eq!(found("a hyperlane, of thought"), [], "no comma that the phrase has not");
    assert_eq!(found("It is secure."), [("secure".to_owned(), Weight::Hint)]);
    assert_eq!(
        found("A quiet-hum of glow."),
        [("quiet-hum".to_owned(), Weight::Medium), ("glow".to_owned(), Weight::Mild)]
    );
    assert_eq!(found("It is no quiet hum."), []);
    assert!(!read(&Words::of("secure, with a quiet hum"), &phrases).is_hype());
    assert_eq!(found("a 100% secure chain").len(), 1, "the longest wins");
}

#[test]
fn phrases_of_a_house_stand_before_those_of_the_library() {
    let library = Phrases::new([
        ("quiet", Kind::Superlative, Level::Warning),
        ("quiet hum", Kind::Superlative, Level::Error),
        ("glow", Kind::Superlative, Level::Error),
        ("old glow", Kind::Superlative, Level::Error),
    ]);
    let house = Phrases::new([
        ("quiet", Kind::Superlative, Level::Error),
        ("hum", Kind::Superlative, Level::Warning),
        ("glow", Kind::Superlative, Level::Information),
    ]);
    let phrases = house.over(Arc::new(library), ["old glow"]);
    let found = |text: &str| -> Vec<(String, u8)> {
        let words = Words::of(text);
        let mut found = Vec::new();
        phrases.find(&words, |range, _, points| {
            let range = words.list[range.start].range.start..words.list[range.end - 1].range.end;
            found.push((text[range].to_owned(), points));
        });
        found
    };
    assert_eq!(found("a quiet night"), [("quiet".to_owned(), 4)], "the house's");
    assert_eq!(found("a quiet hum"), [("quiet hum".to_owned(), 4)], "the longest, whoever says it");
    assert_eq!(found("an old glow"), [("glow".to_owned(), 1)], "nothing that is hidden");
}

#[test]
fn words_in_small_letters() {
    let words = Words::of("The İstanbul’s ÜBER-fast Chain, 99.9 % sure");
    let lower: Vec<&str> = (0..words.list.len()).map(|index| words.lower(index)).collect();
    assert_eq!(lower, ["the", "i\u{307}stanbul's", "über", "fast", "chain", "99.9", "sure"]);
}

#[test]
fn odd_texts_do_no_harm() {
    for text in [
        "",
        " ",
        "…",
        "\"",
        "`",
        "100%",
        "%",
        "infinite",
        "«infinite",
        "a'",
        "’",
        "3.",
        "٣",
        "İstanbul’s İ",
        "x://",
        "🚀🚀 infinite 🚀",
    ] {
        for found in plain(text).hype {
            assert!(text.get(found.range).is_some());
        }
        for check in [buzzword_stack, bare_wrapper, open_comparative, empty_promise] {
            check(&Words::of(text));
        }
    }
}

#[track_caller]
fn remarks(check: fn(&Words) -> Vec<Remark>, table: &[(&str, Option<&str>)]) {
    for (text, words) in table {
        let found: Vec<&str> = check(&Words::of(text)).into_iter().map(|remark| &text[remark.range]).collect();
        assert_eq!(found, words.iter().copied().collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn stacks_of_technologies_and_markets() {
    remarks(
        buzzword_stack,
        &[
            ("Built on ZK, FHE, MPC and TEE.", Some("ZK, FHE, MPC and TEE")),
            ("It unites DeFi, RWA + the metaverse.", Some("DeFi, RWA + the metaverse")),
            (
                "Combines federated learning, homomorphic encryption and zero-knowledge proofs.",
                Some("federated learning, homomorphic encryption and zero-knowledge proofs"),
            ),
            ("FHE hides the prompt, a ZK proof shows the result, and a TEE runs the rest.", None),
            ("Enclaves and MPC.", None),
        ],
    );
}

#[test]
fn agents_that_are_somebody_elses_model() {
    remarks(
        bare_wrapper,
        &[
            ("Our agent is powered by GPT-4.", Some("powered by GPT")),
            ("An oracle built on Claude answers.", Some("built on Claude")),
            ("The agent runs a fine-tuned model; GPT-4 was the baseline.", None),
            ("Works with GPT, Claude or Gemini, whichever you choose.", None),
            ("GPT-4 answers in two seconds.", None),
        ],
    );
}

#[test]
fn comparisons_without_a_second_side() {
    remarks(
        open_comparative,
        &[
            ("Inference becomes cheap, for it is faster and leaner.", None),
            ("A faster chain for AI.", Some("faster")),
            ("It makes AI more private.", Some("more private")),
            ("It is faster than Ethereum.", None),
            ("Proofs are getting smaller and faster.", None),
            ("More nodes join each week.", None),
        ],
    );
}

#[test]
fn futures_without_a_present() {
    remarks(
        empty_promise,
        &[
            ("We will train the largest model.", Some("We will")),
            ("By 2030 agents pay each other.", Some("By 2030")),
            ("Sharding is coming soon.", Some("coming soon")),
            ("We will grow from the 400 nodes that run today.", None),
            ("If the proof fails, the network will slash the bond.", None),
            ("It answers as soon as it can.", None),
        ],
    );
}

#[test]
fn the_score_counts_texts_and_spans() {
    let mut score = Score::default();
    score.add(&plain("Infinite compute."), true, &[0..8, 9..16]);
    score.add(&plain("Infinite compute."), false, &[]);
    score.add(&plain("Compute."), true, &[]);
    assert_eq!((score.hits, score.false_alarms, score.misses, score.passes), (1, 1, 1, 0));
    assert_eq!((score.spans_met, score.spans_right), ((1, 2), (1, 1)));
    assert!((score.f1() - 0.5).abs() < 1e-9 && (score.precision() - 0.5).abs() < 1e-9);
}
