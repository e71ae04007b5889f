//! `unexplained-caveat`: a caveat without a reason.

use super::Level;
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "unexplained-caveat",
    group: Group::Names,
    level: Level::Information,
    summary: "A caveat gives no reason.",
    why: r#"
A caveat without a reason silences a rule and tells the reader nothing: whether somebody looked, and what made them
accept the weakness. It silences the rule all the same, so that a reason can be found in peace, and is a finding
itself until it has one, one level milder than what it silences. A placeholder such as "TODO" is no reason.
"#,
    failing: &[Example {
        title: "an empty reason",
        text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Fast anywhere."
    caveat weak-synergy ""
#          ^^^^^^^^^^^^ unexplained-caveat
  }
}
"#,
    }],
    passing: &[Example {
        title: "a reason",
        text: r#"
project demo "Demo" {
  claim cheap: performance + decentralization {
    says   "Half the price anywhere."
    caveat weak-synergy "Batch work overnight, and nobody waits for it."
  }
}
"#,
    }],
    run: Run::Caveats,
    fix: Mending::None,
};

pub(super) fn message(rule: &Rule) -> String {
    format!("This caveat gives no reason. Say in a sentence why `{}` does not matter here.", rule.name)
}
