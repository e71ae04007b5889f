//! `contradicting-metrics`: two metrics of one name that cannot both hold.

use super::Level;
use super::context::DeclarationContext;
use super::numbers::{Metric, metrics};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{Base, Dimension, Measure};
use crate::syntax::{Date, Keyword};
use crate::text::{TextRange, TextSize};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    name: "contradicting-metrics",
    group: Group::Numbers,
    level: Level::Warning,
    summary: "Two metrics of the same name cannot both hold.",
    why: r#"
A project cannot answer in less than 50 ms and in more than a second. One of the two numbers is wrong, or they are
measured of different things, and then the spec should say of what.

Metrics are held against each other when they have the same name and units that compare. In one claim they contradict
each other even if one of them has a note; two that both have a note are taken to be measured of two things. Between
two claims of a project only metrics without a note count, and the finding is one level milder, because each claim
may speak of another part of the project; counts and sizes, which differ from part to part, are left alone there. Nor
do metrics by different dates contradict each other.
"#,
    failing: &[
        Example {
            title: "no latency is below and above these two",
            text: r#"
project demo "Demo" {
  claim private: privacy + decentralization {
    says   "No record leaves its hospital."
    metric latency < 50 ms
    metric latency > 1 s
#          ^^^^^^^^^^^^^ contradicting-metrics `latency < 50 ms` and `latency > 1 s` cannot both hold.
  }
}
"#,
        },
        Example {
            title: "two claims of one project",
            text: r#"
project demo "Demo" {
  claim private: privacy + decentralization {
    says   "No record leaves its hospital."
    metric accuracy-loss < 0.02
  }
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    metric accuracy-loss >= 5 %
#          ^^^^^^^^^^^^^^^^^^^^ information contradicting-metrics
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "a range, and the same number in another unit",
            text: r#"
project demo "Demo" {
  claim private: privacy + decentralization {
    says   "No record leaves its hospital."
    metric latency >= 50 ms
    metric latency <= 0.2 s
    metric throughput >= 120 requests/min
    metric throughput = 2 requests/s
  }
}
"#,
        },
        Example {
            title: "notes say that two things are measured, dates that one follows the other",
            text: r#"
project demo "Demo" {
  claim private: privacy + decentralization {
    says   "No record leaves its hospital."
    metric latency < 50 ms "the median"
    metric latency > 1 s "the slowest in a thousand"
    metric hospitals = 40
    metric hospitals = 400 by 2028
  }
}
"#,
        },
        Example {
            title: "each claim speaks of a model of its own",
            text: r#"
project demo "Demo" {
  claim private: privacy + decentralization {
    says   "No record leaves its hospital."
    metric model-size <= 1e9 parameters
  }
  claim proved: verifiability + security {
    says   "Every answer comes with a proof."
    metric model-size >= 70e9 parameters
  }
}
"#,
        },
    ],
    run: Run::Declaration(run),
    fix: Mending::None,
};

/// What is equal in two texts may differ by a rounding.
const ROUNDING: f64 = 0.01;

fn run(cx: &mut DeclarationContext<'_>) {
    let declaration = cx.declaration;
    match declaration.keyword {
        Keyword::Claim => {
            let level = cx.rule.level;
            let mut seen = Seen::default();
            let own = metrics(declaration, "metric").map(|metric| (metric, TextSize::new(0)));
            for metric in with_namesakes(own.collect()) {
                seen.hold_against(&metric, |_| true, |other| report(cx, &metric, other, level));
                seen.add(metric);
            }
        }
        Keyword::Project => {
            let level = cx.rule.level.milder();
            let mut seen = Seen::default();
            let claims = declaration.children.iter().filter(|child| child.declaration.keyword == Keyword::Claim);
            let all =
                claims.flat_map(|child| metrics(&child.declaration, "metric").map(|metric| (metric, child.offset)));
            for metric in with_namesakes(all.collect()).filter(Placed::is_of_the_project) {
                let in_another_claim = |other: &Placed<'_>| other.claim != metric.claim;
                seen.hold_against(&metric, in_another_claim, |other| report(cx, &metric, other, level));
                seen.add(metric);
            }
        }
        _ => {}
    }
}

/// Those of some metrics, each with where its claim starts, that have their names in common with others. Most do not, and
/// then nothing need be known of what they come to.
fn with_namesakes<'a>(all: Vec<(Metric<'a>, TextSize)>) -> impl Iterator<Item = Placed<'a>> {
    let mut names: Vec<&str> = all.iter().map(|(metric, _)| metric.name).collect();
    names.sort_unstable();
    let shared: Vec<&str> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    let is_shared = move |(metric, _): &(Metric<'_>, TextSize)| shared.binary_search(&metric.name).is_ok();
    all.into_iter().filter(is_shared).filter_map(|(metric, claim)| Placed::of(metric, claim))
}

/// A metric with what it comes to.
#[derive(Clone)]
struct Placed<'a> {
    metric: Metric<'a>,
    measure: Measure,
    /// Where the claim it is in starts.
    claim: TextSize,
}

impl<'a> Placed<'a> {
    fn of(metric: Metric<'a>, claim: TextSize) -> Option<Placed<'a>> {
        metric.measure().map(|measure| Placed { metric, measure, claim })
    }

    fn range(&self) -> TextRange {
        self.metric.range + self.claim
    }

    /// Whether it holds for the project, as far as one can see: no size, no count, and nothing with a note.
    fn is_of_the_project(&self) -> bool {
        let dimension = &self.measure.dimension;
        let counts = dimension.has_count() && !dimension.is_physical();
        self.metric.note.is_none() && !counts && !self.metric.is_called("size")
    }
}

/// What two metrics must have in common to be held against each other: their name, by when, the dimension. And whether
/// they have a note.
type Key<'a> = (&'a str, Option<Date>, Dimension, bool);

/// Of each sort of metric the strictest two that were seen: which say most narrowly how much there is at most, and at
/// least. What contradicts any contradicts one of them, so that a spec with thousands of metrics is judged in no time.
#[derive(Default)]
struct Seen<'a>(BTreeMap<Key<'a>, (Option<Placed<'a>>, Option<Placed<'a>>)>);

impl<'a> Seen<'a> {
    fn add(&mut self, placed: Placed<'a>) {
        let Placed { metric, measure, .. } = &placed;
        let key = (metric.name, metric.by, measure.dimension.clone(), metric.note.is_some());
        let (most, least) = self.0.entry(key).or_default();
        let is_stricter = |before: &Option<Placed<'_>>, sign: f64| {
            before.as_ref().is_none_or(|before| {
                let more = (measure.value - before.measure.value) * sign;
                more > 0.0 || more == 0.0 && metric.is_strict()
            })
        };
        let is_most = metric.is_upper_bound() && is_stricter(most, -1.0);
        if metric.is_lower_bound() && is_stricter(least, 1.0) {
            *least = Some(placed.clone());
        }
        if is_most {
            *most = Some(placed);
        }
    }

    /// Tells of one metric among those seen that cannot hold together with this one.
    fn hold_against(&self, placed: &Placed<'a>, counts: impl Fn(&Placed<'a>) -> bool, tell: impl FnOnce(&Placed<'a>)) {
        let Placed { metric, measure, .. } = placed;
        let mut dimensions = vec![measure.dimension.clone()];
        if measure.dimension.is_plain() {
            dimensions.extend([Base::Share, Base::Multiple].map(Dimension::of_base));
        } else if measure.dimension.compares_with(&Dimension::default()) {
            dimensions.push(Dimension::default());
        }
        // With a note on both sides two things are measured.
        let notes: &[bool] = if metric.note.is_some() { &[false] } else { &[false, true] };
        let found = dimensions.into_iter().find_map(|dimension| {
            notes.iter().find_map(|&note| {
                let (most, least) = self.0.get(&(metric.name, metric.by, dimension.clone(), note))?;
                [most, least].into_iter().flatten().find(|other| counts(other) && contradict(placed, other))
            })
        });
        if let Some(other) = found {
            tell(other);
        }
    }
}

/// Whether no value is within both.
fn contradict(a: &Placed<'_>, b: &Placed<'_>) -> bool {
    let size = a.measure.value.abs().max(b.measure.value.abs());
    let same = (a.measure.value - b.measure.value).abs() <= size * 1e-9;
    let exact = [a, b].iter().all(|placed| placed.metric.is_upper_bound() && placed.metric.is_lower_bound());
    let gap = if exact { ROUNDING * size } else { 0.0 };
    let excludes = |upper: &Placed<'_>, lower: &Placed<'_>| {
        upper.metric.is_upper_bound()
            && lower.metric.is_lower_bound()
            && (!same && upper.measure.value + gap < lower.measure.value
                || same && (upper.metric.is_strict() || lower.metric.is_strict()))
    };
    excludes(a, b) || excludes(b, a)
}

fn report(cx: &mut DeclarationContext<'_>, placed: &Placed<'_>, other: &Placed<'_>, level: Level) {
    let (metric, before) = (placed.metric, other.metric);
    let message = format!(
        "`{before}` and `{metric}` cannot both hold. Correct one of them, or add to each a note that says what it is measured of."
    );
    let (file, base) = (cx.file.id(), cx.base);
    cx.report(placed.range(), message).level(level).related_at(
        file,
        other.range() + base,
        format!("`{before}` is said here"),
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::report;

    fn contradicts(first: &str, second: &str) -> bool {
        let source = format!(
            "project p \"P\" {{\n claim c: privacy + decentralization {{\n  says \"s\"\n  metric {first}\n  metric {second}\n }}\n}}"
        );
        report(&source).diagnostics.iter().any(|found| found.rule.name == "contradicting-metrics")
    }

    #[test]
    fn metrics_contradict_each_other_in_either_order_and_only_without_a_common_value() {
        for (a, b, expected) in [
            ("latency < 50 ms", "latency > 1 s", true),
            ("latency < 50 ms", "latency >= 50 ms", true),
            ("latency <= 50 ms", "latency >= 50 ms", false),
            ("latency <= 50 ms", "latency = 0.05 s", false),
            ("latency = 50 ms", "latency = 60 ms", true),
            ("utilisation = 94.5 %", "utilisation = 95 %", false),
            ("utilisation < 0.5", "utilisation > 60 %", true),
            ("overhead < 7 %", "overhead > 2 x", false),
            ("latency < 50 ms", "latency > 1 GB", false),
            ("latency < 50 ms", "response-time > 1 s", false),
            ("latency < 50 ms \"a\"", "latency > 1 s", true),
            ("latency < 50 ms \"a\"", "latency > 1 s \"b\"", false),
            ("latency < 50 ms", "latency > 1 s by 2030", false),
        ] {
            assert_eq!(contradicts(a, b), expected, "{a}, {b}");
            assert_eq!(contradicts(b, a), expected, "{b}, {a}");
        }
    }

    #[test]
    fn the_other_metric_is_shown() {
        let source = "project p \"P\" {\n claim a: privacy + decentralization {\n  says \"s\"\n  metric latency < 50 ms\n }\n claim b: verifiability + security {\n  says \"s\"\n  metric latency > 1 s\n }\n}";
        let report = report(source);
        let found = report.diagnostics.iter().find(|found| found.rule.name == "contradicting-metrics").expect("found");
        let related = found.related[0].range;
        assert_eq!(&source[usize::from(related.start())..usize::from(related.end())], "latency < 50 ms");
    }
}
