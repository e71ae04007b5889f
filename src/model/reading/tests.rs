//! Sentences and the cells that they assert, by the rule that decides them.
//!
//! A cell is written in two letters: row (`P`rivacy, `V`erifiability, p`E`rformance) and column (`S`ecurity,
//! s`C`alability, `D`ecentralization); nothing means no cell.

use super::{Reading, VocabularyBuilder, read};
use crate::model::cell::{AiProperty, Cell, ChainProperty, Property};

fn letters(cell: Cell) -> String {
    let row = match cell.ai {
        AiProperty::Privacy => 'P',
        AiProperty::Verifiability => 'V',
        AiProperty::Performance => 'E',
    };
    let column = match cell.chain {
        ChainProperty::Security => 'S',
        ChainProperty::Scalability => 'C',
        ChainProperty::Decentralization => 'D',
    };
    format!("{row}{column}")
}

fn cells(reading: &Reading) -> String {
    reading.cells.iter().map(|found| letters(found.cell)).collect::<Vec<_>>().join(" ")
}

fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, cells(&read(text))))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("\n  {text}\n    expected [{expected}], found [{found}]"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn a_proof_of_ai_work_is_security_unless_it_is_cheap_or_anyone_can_check() {
    check(&[
        ("A contract accepts an inference only with a proof that the registered model produced it.", "VS"),
        ("Nodes stake on every answer of the model and are slashed when it is wrong.", "VS"),
        ("Every training run is logged on an immutable ledger, so a model can be traced to its data.", "VS"),
        ("The proof of an inference takes 200 bytes and is verified in 3 milliseconds.", "VC"),
        ("Recursive proofs let one check stand for a thousand inferences.", "VC"),
        ("Anyone can verify the training of the model without trusting a central party.", "VD"),
        ("Mutually distrusting peers verify each other's gradients.", "VD"),
    ]);
}

#[test]
fn keeping_the_operator_out_is_security_and_data_among_many_is_decentralization() {
    check(&[
        ("Prompts are decrypted only inside an enclave, and not even the host can read them.", "PS"),
        ("The contract runs the model on encrypted inputs with homomorphic encryption.", "PS"),
        ("Hospitals train one model by federated learning, and records never leave the hospital.", "PD"),
        ("The prompt is split into shares among nodes, so that no single node sees it.", "PD"),
        ("Federated learning with a robust aggregation that withstands poisoning attacks.", "PS"),
        ("Secure aggregation scales private training to millions of devices with low overhead.", "PC"),
    ]);
}

#[test]
fn pooled_compute_is_scalability_and_without_a_centre_decentralization() {
    check(&[
        ("GPUs of many data centres are pooled into one cluster for training at a lower cost.", "EC"),
        ("Inference scales elastically over thousands of GPUs.", "EC"),
        ("Volunteers' gaming PCs train large models together, with no central server.", "ED"),
        ("Anyone can join with a GPU, and inference is cheaper than in the cloud.", "ED"),
        ("Miners train neural networks instead of computing hashes.", "ES"),
    ]);
}

#[test]
fn nothing_of_a_chain_or_nothing_of_ai_is_no_cell() {
    check(&[
        ("The model runs on your own device.", ""),
        ("A million tokens cost two dollars.", ""),
        ("Encrypted inference takes 2 seconds on one CPU.", ""),
        ("The chain handles 50,000 transactions per second at low fees.", ""),
        ("Validators are slashed when they sign two blocks.", ""),
        ("Idle machines all over the world form one supercomputer.", ""),
    ]);
}

#[test]
fn money_partners_and_plain_features_are_no_cell() {
    check(&[
        ("The project raised 20 million dollars from well-known investors.", ""),
        ("Holders earn passive income from agents.", ""),
        ("We are proud of our partnership with a maker of GPUs.", ""),
        ("Agents post on social media and swap tokens.", ""),
        ("Half of the token supply goes to the community.", ""),
        ("An AI bot predicts prices with 95% accuracy.", ""),
        ("Miners are rewarded for hosting models, and validators for judging them.", ""),
        ("Contributors hold shares of the model in proportion to the compute they lent.", ""),
    ]);
}

#[test]
fn what_is_said_of_others_is_not_asserted() {
    check(&[
        ("Today's AI providers suffer from a lack of verifiable inference.", ""),
        ("Most models are black boxes that nobody can audit, which is a risk.", ""),
        ("Centralized providers expose users' private prompts.", ""),
        ("A few monopolies hold the GPU market and drive up the price of AI compute.", ""),
    ]);
}

#[test]
fn what_is_asked_is_not_asserted_and_what_answers_is() {
    check(&[
        ("How long does a proof of the inference take, and who checks it on chain?", ""),
        ("Can anyone steal the prompts? An enclave keeps them from the host.", "PS"),
    ]);
}

#[test]
fn what_is_denied_or_limited_is_not_asserted() {
    check(&[
        ("Proofs of inference are not yet checked on chain.", ""),
        ("The host can still read the prompts, and nothing is encrypted.", ""),
        ("It is hard to scale training over untrusted nodes.", ""),
        ("Latency remains a problem for decentralized inference.", ""),
    ]);
    assert!(read("Proofs of inference are not yet checked on chain.").negated);
    assert!(!read("Proofs of inference are checked on chain.").negated);
}

#[test]
fn a_contracted_not_denies_as_the_whole_word_does() {
    check(&[
        ("The answers of the model aren't verified on chain.", ""),
        ("Operators don't hold the key, and prompts are decrypted only inside the enclave.", "PS"),
    ]);
    assert!(read("The answers of the model aren't verified on chain.").negated);
}

#[test]
fn what_is_denied_afterwards_is_denied() {
    check(&[("A contract checks a proof of every inference. Fast it is not.", "VS")]);
    assert!(read("A contract checks a proof of every inference. Fast it is not.").negated);
}

#[test]
fn numbers_count_when_spelled_out() {
    check(&[
        ("Inference is spread over nine thousand GPUs of one data centre.", "EC"),
        ("Inference is spread over 9,000 GPUs of one data centre.", "EC"),
    ]);
}

#[test]
fn two_sentences_that_assert_a_row_each_choose_their_own_columns() {
    check(&[(
        "Inference runs on a pool of 3,000 GPUs. Whoever returns a forged answer loses the bond in a dispute.",
        "EC VS",
    )]);
}

#[test]
fn a_proof_of_something_else_is_no_check_of_ai_work() {
    check(&[
        ("A zero-knowledge proof shows that a wallet holds enough funds.", ""),
        ("Data scientists stake on their models and lose the stake when they predict badly.", ""),
    ]);
}

#[test]
fn what_is_checked_must_be_ai_work() {
    check(&[
        ("Nodes draw lots by a verifiable random function, weighted by stake, so that Sybil attacks do not pay.", ""),
        ("Provers run in enclaves by three makers, and those that go offline are slashed.", ""),
        ("Bridge attestations are accepted against a bond, which is slashed for a false one.", ""),
        ("A benchmark makes sure that the card is genuine and has the memory it reports.", ""),
        ("Users prove with a scan that they are human.", ""),
        ("The model's answers are accepted against a bond, which is slashed for a false one.", "VS"),
    ]);
}

#[test]
fn encrypted_computing_that_keeps_nobody_out_is_no_cell() {
    check(&[
        ("The attention of the model is computed on encrypted values, and only you can decrypt the result.", ""),
        ("The model is computed on encrypted values, and no third party is shown the result.", "PS"),
    ]);
}

#[test]
fn data_that_stay_where_they_are_while_a_proof_goes_out_are_private() {
    check(&[
        ("Cargo lists never leave the shipper's server; only a proof is published.", "PS"),
        ("The signing key never leaves the enclave, and a signature comes with each answer of the model.", "VS"),
    ]);
}

#[test]
fn what_comes_later_is_not_asserted_and_not_denied() {
    check(&[("Phase three brings inference on encrypted data that no node can read.", "")]);
    assert!(!read("Phase three brings inference on encrypted data that no node can read.").negated);
}

#[test]
fn what_a_weakness_lets_happen_is_a_limit() {
    for text in [
        "Small devices are shut out of large models.",
        "Proofs of training can be forged, and poisoned models get past us.",
        "Keep sensitive prompts out of the public swarm, for peers can reconstruct them.",
        "Nodes are home computers, and inference performs poorly until it is adapted.",
    ] {
        let reading = read(text);
        assert_eq!((cells(&reading).as_str(), reading.negated), ("", true), "{text}");
    }
}

#[test]
fn nothing_but_is_only() {
    check(&[("Phones learn from what is typed on them and pass on nothing but updates, merged by peers.", "PD")]);
}

#[test]
fn never_denies_no_further_than_the_next_verb() {
    check(&[(
        "A key that never leaves the enclave and signs every answer of the model shows the chain its origin.",
        "VS",
    )]);
}

#[test]
fn of_two_rows_as_strong_the_one_that_is_named_first_is_the_main_one() {
    check(&[
        ("Prompts stay hidden in an enclave, and a proof shows which model ran.", "PS VS"),
        ("A proof shows which model ran, and prompts stay hidden in an enclave.", "VS PS"),
    ]);
}

#[test]
fn attested_hardware_is_hardware() {
    check(&[("Model weights are decrypted only in attested GPUs, so that their host cannot copy them.", "PS")]);
}

#[test]
fn speed_that_holds_under_attack_is_security() {
    check(&[("Inference answers within a second even while the nodes are under attack.", "ES")]);
}

#[test]
fn a_loss_that_is_avoided_is_an_assertion() {
    check(&[("Anyone can train large models together without sacrificing performance.", "ED")]);
}

#[test]
fn not_needing_something_is_no_assertion_of_it() {
    check(&[
        ("There is no need for zero-knowledge proofs of the model.", ""),
        ("Agents run fast instead of being verified on chain.", ""),
    ]);
}

#[test]
fn what_stands_between_quotation_marks_does_not_count() {
    check(&[
        ("Critics call it \"verifiable inference on chain with slashing\".", ""),
        ("The field `zk-proof of the model verified on chain` is empty.", ""),
        ("See https://example.org/verified-inference-proof-on-chain for more.", ""),
        ("They call it 'verifiable inference on chain', whatever that is.", ""),
        ("They speak of \u{201c}private training among peers\u{201d}.", ""),
    ]);
}

#[test]
fn a_word_that_means_something_else_is_no_evidence() {
    check(&[
        ("The business model rests on proof of stake.", ""),
        ("Wallets sign with a private key.", ""),
        ("Fast growing markets need a token model.", ""),
        ("Nobody had ever seen an AI model on a blockchain before ours.", ""),
    ]);
}

#[test]
fn two_cells_are_given_where_two_are_asserted() {
    check(&[
        ("A zero-knowledge proof shows that the registered model ran, and its weights stay hidden.", "VS PS"),
        (
            "Idle GPUs of independent owners are pooled without a central operator, and inference scales on demand.",
            "ED EC",
        ),
    ]);
}

#[test]
fn the_words_that_led_there_are_given() {
    let text = "Inference is proved, and a contract checks the proof.";
    let reading = read(text);
    let words: Vec<&str> = reading.cells[0].spans.iter().map(|span| &text[span.clone()]).collect();
    assert_eq!(cells(&reading), "VS");
    assert!(words.contains(&"proved"), "{words:?}");
    assert!(words.iter().any(|word| word.contains("contract")), "{words:?}");
}

#[test]
fn spans_are_in_order_and_on_character_boundaries() {
    let text = "\u{201e}Überall\u{201d} – prüfbar: each inférence 🚀 is proved — the proof is vérified on-chain, slashing included…";
    for found in read(text).cells {
        assert!(!found.spans.is_empty());
        assert!(found.spans.windows(2).all(|pair| pair[0].end < pair[1].start));
        assert!(found.spans.iter().all(|span| text.get(span.clone()).is_some()));
    }
}

#[test]
fn odd_texts_are_read_without_harm() {
    for text in
        ["", " ", "\"", "`", "...", "\u{201c}", "a\u{0}b", "'s", "don't", "https://", "-- - \n\n;", "5.5.5", "%"]
    {
        assert_eq!(cells(&read(text)), "", "{text:?}");
    }
}

#[test]
fn techniques_are_named_once_and_with_their_place() {
    let text = "Federated learning in TEEs, and federated averaging on top.";
    let reading = read(text);
    let names: Vec<&str> = reading.techniques.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["federated-learning", "tee"]);
    assert_eq!(&text[reading.techniques[1].1.clone()], "TEEs");
}

#[test]
fn a_house_may_add_words_and_techniques() {
    let text = "Each inference is zorbled on the blockchain by frobnication.";
    assert_eq!(cells(&read(text)), "");
    let mut vocabulary = VocabularyBuilder::default();
    vocabulary.add_word(Property::Ai(AiProperty::Verifiability), "zorble");
    vocabulary.add_technique("frobnication", ["frobnication", "FRB"], [Property::Chain(ChainProperty::Security)]);
    let vocabulary = vocabulary.build();
    let reading = vocabulary.read(text);
    assert_eq!(cells(&reading), "VS");
    assert_eq!(reading.techniques, [("frobnication".to_owned(), 47..59)]);
    let denied = vocabulary.read("No inference is ever zorbled on the blockchain.");
    assert_eq!((cells(&denied).as_str(), denied.negated), ("", true));
}

#[test]
fn of_a_phrase_of_a_house_all_words_must_stand_in_their_order() {
    let mut vocabulary = VocabularyBuilder::default();
    vocabulary.add_technique("night-shift", ["nights of sealed wax"], []);
    let vocabulary = vocabulary.build();
    let named = |text: &str| vocabulary.read(text).techniques.len();
    assert_eq!(named("It runs by a night of sealed wax."), 1);
    for other in ["A night of wax.", "Wax, sealed, of a night.", "A night of sealed honey.", "Sealed wax of a night."] {
        assert_eq!(named(other), 0, "{other}");
    }
}

#[test]
fn what_somebody_asks_is_as_private_as_what_he_has() {
    check(&[
        ("The operator of a node never sees the request.", "PS"),
        ("Every answer of the model is provably correct, and no node learns the question.", "VS PS"),
        ("Nobody learns anything from a question that the model does not answer.", ""),
    ]);
}
