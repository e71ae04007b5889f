//! `bad-unit`: a number whose unit is misspelt, missing, or measures something else.

use super::Level;
use super::context::DeclarationContext;
use super::numbers::{self, Metric, metrics};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{Base, Dimension, Unit};
use crate::syntax::{Keyword, Word};

pub(super) static RULE: Rule = Rule {
    name: "bad-unit",
    group: Group::Numbers,
    level: Level::Warning,
    summary: "A number has a unit that is misspelt, missing, or measures something else.",
    why: r#"
A number without its unit says nothing: 50 may be milliseconds or days. And a number whose unit cannot be read is held
against no chain and no ceiling.

Found are units that differ from a known one by a slip (`MS`, `secnds`), a slash with nothing to divide by (`tx/1000`),
and a unit that is missing or of the wrong kind where the metric is known: `latency`, `finality` and whatever ends in
`-time` or begins with `time-to-` are times, `throughput` is so much in a time, `accuracy` is a share, `cost` needs to be a cost in something;
and a metric of the same name as a chain's or ceiling's `limit` is measured as that is.

Any word may be the name of something counted, so `40 hospitals`, `3 blocks` and `9 comparisons/s` are units, too.
"#,
    failing: &[
        Example {
            title: "units with a slip in them",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    metric proof-time < 15 minuets
#                          ^^^^^^^ bad-unit Is `minutes` meant?
    metric proving-power < 3 Kw
#                            ^^ bad-unit Is `kW` meant?
    metric proving-rate > 12 tokens/S
#                            ^^^^^^^^ bad-unit Is `tokens/s` meant?
    metric latency < 50 mss
#                       ^^^ bad-unit Is `ms` meant?
  }
}
"#,
        },
        Example {
            title: "no unit where the metric needs one",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    metric latency < 50
#          ^^^^^^^^^^^^ bad-unit `latency < 50` lacks a unit
    metric accuracy >= 95
#          ^^^^^^^^^^^^^^ bad-unit
    metric training-compute >= 2e24
#          ^^^^^^^^^^^^^^^^^^^^^^^^ bad-unit
  }
}
"#,
        },
        Example {
            title: "a unit that measures something else",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    metric latency < 50 GB
#                       ^^ bad-unit `GB` is an amount of data
    metric throughput >= 100 tokens
#                            ^^^^^^ bad-unit
    metric throughput >= 100 tx/1000
#                            ^^^^^^^ bad-unit
    metric energy < 5 GW
#                     ^^ bad-unit
  }
}
"#,
        },
        Example {
            title: "a limit of a chain",
            text: r#"
chain acme-chain "Acme's chain" {
  limit block-time = 2 tx/s
#                      ^^^^ bad-unit
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "anything can be counted, in anything",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    metric model-size <= 3.4e6 parameters
    metric comparison-rate >= 4.29e9 comparisons/s
    metric finality <= 2 blocks
    metric members >= 40 DAOs
    metric verification-gas <= 250_000 gas
    metric settled-proofs >= 500_000
  }
}
"#,
        },
        Example {
            title: "a share, a multiple or a price in place of the thing itself",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    metric latency <= 1.07 x "of what it takes without a proof"
    metric accuracy >= 0.95
    metric cost <= 0.2 USD/1k-tokens
    metric cost <= 20 %
    metric tps >= 15
    metric training-compute <= 40_000 GPU-hours
  }
}
"#,
        },
    ],
    run: Run::Declaration(run),
    fix: Mending::WithFinding,
};

/// What a metric measures, as its name says.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Time,
    Rate,
    Share,
    Cost,
    Power,
    Energy,
}

/// Times that are no duration.
const NO_TIMES: &[&str] = &["up-time", "real-time", "first-time", "part-time", "full-time"];

impl Kind {
    fn of(metric: &Metric<'_>) -> Option<Kind> {
        if NO_TIMES.contains(&metric.name) {
            return None;
        }
        let whole = match metric.name {
            "latency" | "finality" | "delay" => Some(Self::Time),
            "throughput" => Some(Self::Rate),
            "accuracy" | "model-accuracy" | "test-accuracy" | "accuracy-loss" | "utilisation" | "utilization" => {
                Some(Self::Share)
            }
            "cost" | "price" | "fee" => Some(Self::Cost),
            "power" | "power-draw" => Some(Self::Power),
            "energy" => Some(Self::Energy),
            _ => None,
        };
        let last = || match metric.name.rsplit_once('-')? {
            (_, "latency" | "delay" | "time") => Some(Self::Time),
            (_, "throughput") => Some(Self::Rate),
            (_, "cost" | "price" | "fee") => Some(Self::Cost),
            _ => None,
        };
        whole.or_else(last).or_else(|| metric.name.starts_with("time-to-").then_some(Self::Time))
    }

    /// Whether something of this dimension can be what the metric measures. Counts, shares and multiples can be
    /// anything: a latency of three blocks, a cost of 20 %.
    fn takes(self, dimension: &Dimension) -> bool {
        let exponent = |base| dimension.exponent(base);
        if !dimension.is_physical() {
            // So much in a time, or so much for each of something.
            return self != Self::Rate || !dimension.has_count() || dimension.bases().any(|(_, exponent)| exponent < 0);
        }
        let physical =
            dimension.bases().filter(|(base, _)| !matches!(base, Base::Count(_) | Base::Share | Base::Multiple));
        match self {
            Self::Time => exponent(&Base::Time) == 1 && physical.count() == 1,
            Self::Rate => exponent(&Base::Time) == -1 || physical.count() > 0 && dimension.has_count(),
            Self::Share => false,
            Self::Cost => true,
            Self::Power => exponent(&Base::Energy) == 1 && exponent(&Base::Time) == -1,
            Self::Energy => exponent(&Base::Energy) == 1 && exponent(&Base::Time) == 0,
        }
    }

    /// Whether a number needs a unit to be one of these.
    fn needs_unit(self, value: f64) -> bool {
        // A share can be written 0.95.
        self != Self::Share || value > 1.0
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::Time => "a time, as in `50 ms` or `2 min`",
            Self::Rate => "so much in a time, as in `100 tokens/s`",
            Self::Share => "a share, as in `95 %`",
            Self::Cost => "a cost, as in `5 USD/month` or `20 %`",
            Self::Power => "a power, as in `30 MW`",
            Self::Energy => "an energy, as in `20 kWh`",
        }
    }

    /// The dimension in which a misspelt unit is looked for.
    fn dimension(self) -> Option<Dimension> {
        let example = match self {
            Self::Time => "s",
            Self::Power => "W",
            Self::Energy => "J",
            Self::Rate | Self::Share | Self::Cost => return None,
        };
        Unit::parse(example).map(|unit| unit.dimension)
    }
}

fn run(cx: &mut DeclarationContext<'_>) {
    let field = match cx.declaration.keyword {
        Keyword::Claim => "metric",
        Keyword::Chain | Keyword::Ceiling => "limit",
        _ => return,
    };
    for metric in metrics(cx.declaration, field) {
        match &metric.quantity.unit {
            Some(unit) => with_unit(cx, &metric, unit),
            None => without_unit(cx, &metric),
        }
    }
}

fn with_unit(cx: &mut DeclarationContext<'_>, metric: &Metric<'_>, written: &Word) {
    let kind = Kind::of(metric);
    let unit = Unit::parse(&written.text);
    let is_counted = unit.as_ref().is_some_and(|unit| !unit.dimension.is_physical());
    // Where the metric tells what is measured, a shorter slip can be told from the name of something counted.
    let meant = Unit::misspelt(&written.text).or_else(|| {
        kind.and_then(Kind::dimension)
            .filter(|_| is_counted)
            .and_then(|dimension| Unit::nearest_of(&dimension, &written.text))
    });
    if let Some(meant) = meant {
        let message = format!("`{}` is not known as a unit. Is `{meant}` meant?", written.text);
        cx.report(written.range, message).instead(Some(meant));
        return;
    }
    if kind == Some(Kind::Time) && written.text == "m" {
        cx.report(written.range, "`m` could be minutes or milliseconds. Write `min` or `ms`.");
        return;
    }
    let Some(unit) = unit else {
        let message = format!(
            "`{}` does not say by what is divided. Write a time or the name of what is counted after the slash, as in `tx/s` or `gas/proof`.",
            written.text
        );
        cx.report(written.range, message);
        return;
    };
    let found = unit.dimension.in_words();
    if let Some(kind) = kind {
        if !kind.takes(&unit.dimension) {
            let message = format!(
                "`{}` is {found}, but `{}` is {}. Correct the unit, or name the metric for what it measures.",
                written.text,
                metric.name,
                kind.in_words()
            );
            cx.report(written.range, message);
        }
        return;
    }
    let limits = limits(cx, metric);
    let fits = |limit: &Limit| limit.dimension == unit.dimension || limit.dimension.compares_with(&unit.dimension);
    if unit.dimension.is_physical() && !unit.dimension.has_count() && !limits.is_empty() && !limits.iter().any(fits) {
        let message = format!(
            "`{}` is {found}, but `{}` of `{}` is {}. Correct the unit, or name the metric for what it measures.",
            written.text,
            metric.name,
            limits[0].of,
            limits[0].dimension.in_words()
        );
        cx.report(written.range, message);
    }
}

fn without_unit(cx: &mut DeclarationContext<'_>, metric: &Metric<'_>) {
    let value = metric.quantity.value;
    let needed = match Kind::of(metric) {
        Some(kind) if kind.needs_unit(value) => format!("Write {}.", kind.in_words()),
        Some(_) => return,
        None => {
            let limits = limits(cx, metric);
            let is_count = |limit: &Limit| limit.dimension.is_plain() || limit.dimension.has_count();
            match limits.first() {
                Some(limit) if !limits.iter().any(is_count) => {
                    format!("Write it as `{}` does, as in `{} {}`.", limit.of, metric.quantity.number, limit.unit)
                }
                _ => return,
            }
        }
    };
    // A share of more than 1 can only be in percent.
    let share = Kind::of(metric) == Some(Kind::Share) && value > 1.0 && value <= 100.0;
    let instead = share.then(|| format!("{} %", cx.file.text().slice(metric.range + cx.base)));
    cx.report(metric.range, format!("`{metric}` lacks a unit. {needed}")).instead(instead);
}

/// A limit of a chain or a ceiling.
struct Limit {
    of: String,
    unit: String,
    dimension: Dimension,
}

/// The limits that are called like a metric. A limit itself is held against none.
fn limits(cx: &DeclarationContext<'_>, metric: &Metric<'_>) -> Vec<Limit> {
    if cx.declaration.keyword != Keyword::Claim {
        return Vec::new();
    }
    let all = [Keyword::Ceiling, Keyword::Chain].into_iter();
    let all = all.flat_map(|keyword| numbers::limits(cx.scope, keyword, metric.name));
    all.filter_map(|(entry, limit)| {
        Some(Limit {
            of: entry.declaration.name.as_ref().map_or_else(String::new, |name| name.text.to_string()),
            unit: limit.quantity.unit.as_ref().map_or_else(String::new, |unit| unit.text.to_string()),
            dimension: limit.measure()?.dimension,
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::report;

    #[track_caller]
    fn finds(metric: &str, expected: bool) {
        let source = format!(
            "project p \"P\" {{\n claim c: privacy + decentralization {{\n  says \"s\"\n  metric {metric}\n }}\n}}"
        );
        let report = report(&source);
        let found: Vec<_> = report.diagnostics.iter().filter(|found| found.rule.name == "bad-unit").collect();
        assert_eq!(!found.is_empty(), expected, "{metric}: {found:#?}");
    }

    #[test]
    fn a_time_is_a_time_and_may_be_told_in_blocks_or_times() {
        for good in ["50 ms", "3 blocks", "2 x", "150 %", "0.5 s/token", "2 hops", "3 rounds", "12 µs", "5 RTTs"] {
            finds(&format!("latency < {good}"), false);
        }
        for bad in ["50", "50 GB", "5 tx/s", "5 USD", "5 GW", "5 USD/h", "5 mss", "5 Ms", "5 m"] {
            finds(&format!("latency < {bad}"), true);
        }
    }

    #[test]
    fn what_a_metric_measures_is_told_by_its_name_or_by_its_last_word() {
        for known in [
            "latency",
            "block-latency",
            "finality",
            "delay",
            "sync-delay",
            "proof-time",
            "time-to-proof",
            "throughput",
            "peak-throughput",
            "accuracy",
            "model-accuracy",
            "test-accuracy",
            "accuracy-loss",
            "utilisation",
            "utilization",
            "cost",
            "proof-cost",
            "price",
            "spot-price",
            "fee",
            "swap-fee",
            "power",
            "power-draw",
            "energy",
        ] {
            finds(&format!("{known} < 50"), true);
        }
        for other in
            ["up-time", "real-time", "block-finality", "finality-blocks", "lost-accuracy", "peak-power", "fees"]
        {
            finds(&format!("{other} < 50"), false);
        }
    }

    #[test]
    fn a_throughput_is_so_much_in_a_time() {
        for good in ["5 tokens/s", "5 GB/s", "5 Mbps", "5 kTPS", "2 x", "90 %", "3 jobs/GPU", "1 GB/step", "5 Hz"] {
            finds(&format!("throughput >= {good}"), false);
        }
        for bad in ["5", "5 tokens", "5 GB", "5 ms", "5 USD"] {
            finds(&format!("throughput >= {bad}"), true);
        }
    }

    #[test]
    fn what_no_limit_and_no_name_tells_of_is_not_judged() {
        for good in [
            "settled-proofs >= 500_000",
            "nodes >= 13",
            "nodes >= 13 nodes",
            "speed = 5 GB",
            "uptime >= 30 days",
            "up-time >= 99",
            "throughput-loss <= 8 %",
            "latency-reduction >= 3",
            "compute-growth >= 60_000 %",
            "training-compute >= 100 H100-days",
            "training-compute >= 1e24 FLOP",
            "cost-saving > 3",
        ] {
            finds(good, false);
        }
        for bad in ["compute-growth >= 5 GB", "compute-growth >= 5", "training-compute >= 3 kWh", "cost < 3"] {
            finds(bad, true);
        }
    }
}
