//! `unreviewed-caveat`: a caveat that was written for everything at once, and that nobody has looked at since.

use super::Level;
use super::caveat_fix::adopted_on;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::syntax::{Date, Field, ValueKind};
use crate::text::TextRange;

/// For so many days after it was written such a reason counts.
const GRACE_DAYS: i64 = 90;

pub(super) static RULE: Rule = Rule {
    name: "unreviewed-caveat",
    group: Group::Names,
    level: Level::Information,
    summary: "A caveat from the day when hypecheck was adopted is still not reviewed.",
    why: r#"
`hypecheck caveat --all` accepts everything that is found in specs that were there before, so that what is new stands
out. The reason that it writes, "adopted on 2026-05-31, not reviewed", says that nobody has looked. That is fair for a
while; after 90 days it is a habit, and each such caveat is a finding, one level milder than what it silences.

Look at the claim: mend it and delete the caveat, or say in your own words why the weakness is accepted. Another date in
the same words only puts it off, and says so to every reader.
"#,
    failing: &[Example {
        title: "adopted long ago",
        text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Fast anywhere."
    caveat weak-synergy "adopted on 2026-08-25, not reviewed"
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unreviewed-caveat 91 days
  }
}
"#,
    }],
    passing: &[
        Example {
            title: "adopted lately",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Fast anywhere."
    caveat weak-synergy "adopted on 2026-08-26, not reviewed"
  }
}
"#,
        },
        Example {
            title: "somebody has looked",
            text: r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    says   "Fast anywhere."
    caveat weak-synergy "Adopted on 2026-01-15; reviewed in June: batch work overnight, and nobody waits for it."
  }
}
"#,
        },
    ],
    run: Run::Caveats,
    fix: Mending::None,
};

/// Where a caveat says that nobody has looked, and for how many days that has been so, if that is too long.
pub(super) fn overdue(field: &Field, today: Date) -> Option<(TextRange, i64)> {
    field.values.iter().find_map(|value| match &value.kind {
        ValueKind::String(prose) => {
            let days = adopted_on(&prose.text)?.days_until(today)?;
            (days > GRACE_DAYS).then_some((value.range, days))
        }
        _ => None,
    })
}

pub(super) fn message(rule: &Rule, days: i64) -> String {
    format!(
        "This caveat was written {days} days ago for everything at once, and is not reviewed. Mend what `{0}` finds here, or say in your own words why it is accepted.",
        rule.name
    )
}
