//! `buzzword-stack`: several costly technologies in one list, and no division of labour.

use super::Level;
use super::context::ClaimContext;
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "buzzword-stack",
    group: Group::Wording,
    level: Level::Warning,
    summary: "A claim lists costly technologies and does not say which does what.",
    why: r#"
Zero-knowledge proofs, homomorphic encryption, multiparty computation and enclaves answer different questions, and each
has its price. A list of three or more of them in one breath says that the question has not been asked yet. The same
holds for lists of markets.

Say which technology does which job, or name the one that carries the claim in `using`.
"#,
    failing: &[Example {
        title: "four answers and no question",
        text: r#"
project demo "Demo" {
  claim private: verifiability + security {
    says     "Powered by ZK, FHE, MPC and TEE."
#                        ^^^^^^^^^^^^^^^^^^^^ buzzword-stack
    evidence paper "https://arxiv.org/abs/2409.03992" 2024
  }
}
"#,
    }],
    passing: &[Example {
        title: "each has its job",
        text: r#"
project demo "Demo" {
  claim private: verifiability + security {
    says     "Enclaves read the prompt, and a proof shows on chain which model answered."
    evidence paper "https://arxiv.org/abs/2409.03992" 2024
  }
}
"#,
    }],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    cx.report_remarks(|remarks| &remarks.buzzword_stack);
}
