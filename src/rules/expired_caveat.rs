//! `expired-caveat`: a caveat whose day has passed.

use super::Level;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::syntax::Date;

pub(super) static RULE: Rule = Rule {
    name: "expired-caveat",
    group: Group::Names,
    level: Level::Warning,
    summary: "A caveat has run out.",
    why: r#"
A caveat with a deadline (`caveat weak-synergy "…" until 2027-01-31`) accepts a weakness for a time: until the
measurement is there, until the audit is done. When the day has passed it silences nothing any more, and what it
silenced is found again. Look at the claim anew: mend it, or say until when the weakness is accepted now, and why.
"#,
    failing: &[Example {
        title: "a deadline that has passed",
        text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
    says   "Fast anywhere."
    caveat weak-synergy "The measurement is under way." until 2026-06-30
#                                                       ^^^^^^^^^^^^^^^^ expired-caveat
  }
}
"#,
    }],
    passing: &[
        Example {
            title: "a deadline to come",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Fast anywhere."
    caveat weak-synergy "The measurement is under way." until 2099-12
  }
}
"#,
        },
        Example {
            title: "no deadline",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Fast anywhere."
    caveat weak-synergy "Only commitments go on chain; inference runs off chain."
  }
}
"#,
        },
    ],
    run: Run::Caveats,
    fix: Mending::None,
};

pub(super) fn message(rule: &Rule, until: Date) -> String {
    format!(
        "This caveat held until {until} and silences `{}` no longer. Mend the claim, or say until when it is accepted now.",
        rule.name
    )
}
