//! `chain-mismatch`: a claim that draws on what its chain gave up.

use super::Level;
use super::caveat_fix::caveat;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use super::says::{says, words};
use crate::model::{Cell, Entry};
use crate::syntax::{Declaration, Keyword, Value};

pub(super) static RULE: Rule = Rule {
    name: "chain-mismatch",
    group: Group::TradeOffs,
    level: Level::Warning,
    summary: "A claim draws on a property that the project's chain gives up.",
    why: r#"
Every chain spends one corner of the trilemma on the others: Ethereum gives up scalability, Solana and the rollups
decentralization. A project cannot draw from its chain what the chain gave up.

Found is a claim whose words speak of the chain (a ledger, contracts, validators, transactions, or the chain's name)
and which is placed in the column of a property that a chain of `runs-on` gives up and none favors. If another chain of
the project does not give it up, the finding is one level milder.

What a claim does not get from the chain is not measured by it. So nothing is reported where the claim says that the
work is done off chain, or where it uses a technique that `serves` the property, such as a rollup for scalability.
"#,
    failing: &[
        Example {
            title: "decentralization on a chain with an owner",
            text: r#"
project demo "Demo" {
  runs-on base
  claim nobodys-network: verifiability + decentralization {
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chain-mismatch `base` gives up decentralization
    says     "Every answer is checked on a chain that nobody owns."
    evidence code "https://git.example/demo" 2026-05
  }
}
"#,
        },
        Example {
            title: "scalability on a chain that is slow on purpose",
            text: r#"
project demo "Demo" {
  runs-on ethereum
  claim each-answer: verifiability + scalability {
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ chain-mismatch `ethereum` gives up scalability
    says     "A contract checks a proof of each of a million answers a second."
    using    zkml
    evidence code "https://git.example/demo" 2026-05
    caveat   moderate-synergy "Small models only."
  }
}
"#,
        },
        Example {
            title: "another chain of the project does not give it up",
            text: r#"
chain acme "Acme chain" { favors security }
project demo "Demo" {
  runs-on solana, acme
  claim nobodys-network: verifiability + decentralization {
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information chain-mismatch `solana`
    says     "Independent validators check every answer."
    evidence code "https://git.example/demo" 2026-05
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "a chain that favors it",
            text: r#"
project demo "Demo" {
  runs-on ethereum, base
  claim nobodys-network: verifiability + decentralization {
    says     "Every answer is checked on a chain that nobody owns."
    evidence code "https://git.example/demo" 2026-05
  }
}
"#,
        },
        Example {
            title: "the work is done off chain",
            text: r#"
project demo "Demo" {
  runs-on ethereum
  claim coprocessor: verifiability + scalability {
    says     "A million answers an hour are proved off chain, and the chain keeps their hashes."
    evidence code "https://git.example/demo" 2026-05
    caveat   moderate-synergy "Small models only."
  }
}
"#,
        },
        Example {
            title: "a technique brings what the chain lacks",
            text: r#"
project demo "Demo" {
  runs-on ethereum
  claim each-answer: verifiability + scalability {
    says     "A contract checks one proof for a million answers."
    using    zkml, proof-aggregation
    evidence code "https://git.example/demo" 2026-05
    caveat   moderate-synergy "Small models only."
  }
}
"#,
        },
        Example {
            title: "a claim that is not about the chain",
            text: r#"
project demo "Demo" {
  runs-on base
  claim data-stays-home: privacy + decentralization {
    says     "No record leaves its hospital."
    using    federated-learning, secure-aggregation
    evidence paper "https://arxiv.org/abs/1611.04482" 2026-01
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::OnRequest(caveat),
};

fn run(cx: &mut ClaimContext<'_>) {
    let (claim, scope) = (cx.declaration, cx.scope);
    let Some(project) = cx.project else { return };
    let chains: Vec<&Entry> =
        project.field_names("runs-on").filter_map(|(name, _)| scope.get(Keyword::Chain, name)).collect();
    if chains.is_empty() {
        return;
    }
    let mut columns = Vec::new();
    for cell in cx.claim.cells.iter().map(|judged| judged.cell) {
        let property = cell.chain.as_str();
        if columns.contains(&property) {
            continue;
        }
        columns.push(property);
        let has = |declaration: &Declaration, field| declaration.field_names(field).any(|(name, _)| name == property);
        let giving: Vec<&Entry> = chains.iter().copied().filter(|chain| has(&chain.declaration, "gives-up")).collect();
        let Some(first) = giving.first() else { continue };
        let favored = chains.iter().any(|chain| has(&chain.declaration, "favors"));
        let mut techniques = claim.field_names("using").filter_map(|(name, _)| scope.get(Keyword::Technique, name));
        if favored || techniques.any(|technique| has(&technique.declaration, "serves")) {
            continue;
        }
        // Asked only here: most claims count on nothing that their chain gives up, and need not be read for it.
        if !draws_on_chain(claim, &chains) {
            return;
        }
        let level = if giving.len() < chains.len() { cx.rule.level.milder() } else { cx.rule.level };
        let reference = claim.cells.iter().find(|reference| Cell::from_reference(reference) == Some(cell));
        let chain = first.declaration.name.as_ref().map_or("the chain", |name| &name.text);
        let message = format!(
            "`{chain}` gives up {property}, and this claim counts on the chain for it. Name in `using` what brings it \
             instead, or say in a `caveat chain-mismatch` where else it comes from."
        );
        cx.report(reference.map_or(claim.selection(), |reference| reference.range), message)
            .level(level)
            .related(first, format!("`{chain}` is said to give up {property} here"));
    }
}

/// Whether a claim's words speak of the chain and do not place the work off it.
fn draws_on_chain(claim: &Declaration, chains: &[&Entry]) -> bool {
    let mut speaks = false;
    for text in says(claim) {
        let words = words(text);
        let word = |index: usize| words.get(index).map_or("", String::as_str);
        for index in 0..words.len() {
            let before = index.checked_sub(1).map_or("", word);
            speaks |= match word(index) {
                "chain" | "chains" if matches!(before, "off" | "outside") => return false,
                "offchain" => return false,
                "chain" | "chains" => !matches!(before, "supply" | "value" | "markov") && word(index + 1) != "of",
                other => CHAIN_WORDS.contains(&other),
            };
        }
        speaks |= chains.iter().any(|chain| is_named(&chain.declaration, text));
    }
    speaks
}

const CHAIN_WORDS: &[&str] = &[
    "blockchain",
    "blockchains",
    "onchain",
    "ledger",
    "contract",
    "contracts",
    "validator",
    "validators",
    "consensus",
    "transaction",
    "transactions",
    "sequencer",
    "sequencers",
    "rollup",
    "rollups",
    "subnet",
    "subnets",
];

/// Whether a text names a chain, by its title or another of its names, as it is written: `Base` is one, `base` a word.
fn is_named(chain: &Declaration, text: &str) -> bool {
    let aliases = chain.fields_named("aka").flat_map(|field| &field.values).filter_map(Value::as_text);
    chain.title_text().into_iter().chain(aliases).filter(|name| !name.is_empty()).any(|name| {
        text.match_indices(name).any(|(start, found)| {
            let part = |c: char| c.is_alphanumeric() || c == '-';
            !text[..start].ends_with(part) && !text[start + found.len()..].starts_with(part)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture;

    #[track_caller]
    fn check(says: &str, found: bool) {
        let source = format!(
            "project demo {{ runs-on base\n claim c: verifiability + decentralization {{ says \"{says}\" }} }}"
        );
        let report = fixture::report(&source);
        assert_eq!(report.diagnostics.iter().any(|it| it.rule.name == "chain-mismatch"), found, "{says}");
    }

    #[test]
    fn only_words_that_speak_of_the_chain_count() {
        check("Checked on-chain by everyone.", true);
        check("It runs on Base, which nobody owns.", true);
        check("Validators vote on each answer.", true);
        check("A base model that nobody owns.", false);
        check("A chain of thought, checked by everyone.", false);
        check("A supply chain that everyone can check.", false);
        check("Checked off-chain by everyone, settled by contract.", false);
        check("Checked by everyone.", false);
    }
}
