//! `beyond-ceiling`: a metric that no AI can reach until the ceiling's year.

use super::Level;
use super::context::DeclarationContext;
use super::numbers::{Metric, limits, metrics, shown};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{Base, Entry, Measure, times};
use crate::syntax::{Date, Keyword, Quantity};

pub(super) static RULE: Rule = Rule {
    name: "beyond-ceiling",
    group: Group::Numbers,
    level: Level::Warning,
    summary: "A metric goes beyond a ceiling on AI to 2030.",
    why: r#"
Power, chips, data and latency each hold down how far AI can grow to 2030, whoever runs it: see `ceiling` in the
library. A project that promises more has to say where that power, those chips or those data come from.

A metric is held against the limit of the same name (`compute-growth` in `x`, `training-compute` in `FLOP`; growth is
counted from GPT-4, at about 2e25 FLOP). Of several ceilings the lowest that is exceeded is named. The ceilings are not
equally firm, so the message says how firm it is. A metric for a time after the ceiling's year is not judged.

Ways out: correct the number; give the year after the ceiling's; or say in a `caveat beyond-ceiling "…"` why the
ceiling does not bind.
"#,
    failing: &[
        Example {
            title: "more growth than there is power for",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says   "Three data centres train larger models each year."
    metric compute-growth >= 60_000 x by 2029
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^ beyond-ceiling 6 times the ceiling `power` to 2030
  }
}
"#,
        },
        Example {
            title: "a training run that only the highest ceiling allows",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says   "One run joins three data centres."
    metric training-compute = 1e31 FLOP
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ beyond-ceiling 50 times the ceiling `power`
  }
}
"#,
        },
        Example {
            title: "a ceiling of a house",
            text: r#"
ceiling fibre "Fibre across the ocean" {
  limits   performance
  limit    link-rate <= 400 Tbit/s by 2028
  firmness low
}
project demo "Demo" {
  claim pooled: performance + scalability {
    says   "Clusters on two continents train as one."
    metric link-rate > 100 TB/s
#          ^^^^^^^^^^^^^^^^^^^^ beyond-ceiling 2 times the ceiling `fibre` to 2028, `400 Tbit/s` (firmness low)
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "below all ceilings",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says   "Three data centres train larger models each year."
    metric compute-growth >= 100 x by 2029
    metric training-compute >= 5e23 FLOP
  }
}
"#,
        },
        Example {
            title: "no more than, and not before the ceiling's year",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says   "Three data centres train larger models each year."
    metric training-compute < 1e33 FLOP
    metric compute-growth >= 60_000 x by 2040
  }
}
"#,
        },
    ],
    run: Run::Declaration(run),
    fix: Mending::None,
};

/// A ceiling that a metric goes beyond.
struct Exceeded {
    entry: Entry,
    factor: f64,
    limit: Quantity,
    to: Option<Date>,
}

fn run(cx: &mut DeclarationContext<'_>) {
    if cx.declaration.keyword != Keyword::Claim {
        return;
    }
    for metric in metrics(cx.declaration, "metric").filter(Metric::is_lower_bound) {
        let Some(measure) = metric.measure().filter(|measure| measure.value > 0.0) else { continue };
        let mut exceeded: Vec<Exceeded> = limits(cx.scope, Keyword::Ceiling, metric.name)
            .iter()
            .filter_map(|(entry, limit)| exceeds(&metric, &measure, limit, entry))
            .collect();
        // The lowest ceiling is exceeded most.
        exceeded.sort_by(|a, b| b.factor.total_cmp(&a.factor));
        let Some(lowest) = exceeded.first() else { continue };
        let ceiling = name(&lowest.entry);
        let to = lowest.to.map_or_else(String::new, |date| format!(" to {date}"));
        let firmness = lowest.entry.declaration.field_text("firmness");
        let firmness = firmness.map_or_else(String::new, |firmness| format!(" (firmness {firmness})"));
        let message = format!(
            "`{metric}` is {} the ceiling `{ceiling}`{to}, `{}`{firmness}. Correct the number, or say in a `caveat beyond-ceiling` why that ceiling does not bind.",
            times(lowest.factor),
            shown(&lowest.limit),
        );
        let mut finding = cx.report(metric.range, message).factor(lowest.factor, "too much");
        for Exceeded { entry, limit, .. } in &exceeded {
            finding = finding.related(entry, format!("`{}` ends at `{}`", name(entry), shown(limit)));
        }
    }
}

fn name(entry: &Entry) -> &str {
    entry.declaration.name.as_ref().map_or("", |name| &name.text)
}

fn exceeds(metric: &Metric<'_>, measure: &Measure, limit: &Metric<'_>, entry: &Entry) -> Option<Exceeded> {
    let later = metric.by.is_some_and(|by| limit.by.is_some_and(|to| by.year > to.year));
    if later || !limit.is_upper_bound() {
        return None;
    }
    let most = limit.measure()?;
    // Growth to 5,000 % is growth by 50 times.
    let is_part =
        |measure: &Measure| [Base::Share, Base::Multiple].iter().any(|base| measure.dimension.exponent(base) == 1);
    let comparable = measure.dimension == most.dimension || is_part(measure) && is_part(&most);
    let factor = measure.value / most.value;
    (comparable && most.value > 0.0 && factor > 1.0).then(|| Exceeded {
        entry: entry.clone(),
        factor,
        limit: limit.quantity.clone(),
        to: limit.by,
    })
}
