//! `stale-evidence`: evidence that is older than its kind allows.

use super::Level;
use super::context::ClaimContext;
use super::evidence::{Evidence, evidence};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::syntax::Date;

pub(super) static RULE: Rule = Rule {
    name: "stale-evidence",
    group: Group::Support,
    level: Level::Information,
    summary: "Evidence is older than its kind allows.",
    why: r#"
What was measured on last year's cards, or audited before last year's rewrite, says little of what runs today. How long
evidence counts depends on its kind:

| kind | months |
|---|---|
| `announcement`, `blog` | 18 |
| `benchmark`, `deployment`, `audit` | 24 |
| `code` | 36 |
| `dataset` | 60 |
| `paper` | 84 |

Cite something newer. A month or year counts as its last day, and evidence without a date is not taken for old. Old
evidence does no harm beside a solid one that is dated and still counts: then nothing is reported.

The day of the judgement is today's unless `--today` gives another.
"#,
    failing: &[
        Example {
            title: "a benchmark of three years ago",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence benchmark "https://bench.example/zkml" 2023-10
#                                                   ^^^^^^^ stale-evidence over 3 years
  }
}
"#,
        },
        Example {
            title: "an announcement of the year before last",
            text: r#"
project demo "Demo" {
  claim data-stays-home: privacy + decentralization {
    says     "No record leaves its hospital."
    evidence announcement "https://news.example/launch" 2024
#                                                       ^^^^ stale-evidence 22 months
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "a paper keeps longer",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence paper "https://arxiv.org/abs/2404.16109" 2020-01
  }
}
"#,
        },
        Example {
            title: "a newer measurement beside the old one",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence benchmark "https://bench.example/zkml" 2023-10
    evidence benchmark "https://bench.example/zkml-again" 2026-03
  }
}
"#,
        },
        Example {
            title: "no date",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence audit "https://audits.example/demo"
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    let today = cx.settings.today;
    let counts =
        |evidence: &Evidence<'_>| evidence.is_solid() && evidence.date.is_some() && age(evidence, today).is_none();
    if evidence(cx.declaration).any(|evidence| counts(&evidence)) {
        return;
    }
    for evidence in evidence(cx.declaration) {
        let (Some((_, range)), Some((months, limit))) = (evidence.date, age(&evidence, today)) else { continue };
        let message = format!(
            "This evidence is over {} old, and a `{}` counts for {}. Cite something newer.",
            in_words(months),
            evidence.kind.0,
            in_words(limit)
        );
        cx.report(range, message);
    }
}

/// How many months old evidence is and how many it may be, if it is too old.
fn age(evidence: &Evidence<'_>, today: Date) -> Option<(i32, i32)> {
    let (date, _) = evidence.date?;
    let limit = limit(evidence.kind.0)?;
    // As young as it can be: a month or a year counts as its last day.
    let date = Date { year: date.year, month: date.month.or(Some(12)), day: date.day.or(Some(31)) };
    let months = date.months_until(today);
    (months >= limit).then_some((months, limit))
}

/// A number of months for a reader: in years where there are several.
fn in_words(months: i32) -> String {
    if months < 24 { format!("{months} months") } else { format!("{} years", months / 12) }
}

/// For how many months a kind of evidence counts.
fn limit(kind: &str) -> Option<i32> {
    match kind {
        "announcement" | "blog" => Some(18),
        "benchmark" | "deployment" | "audit" => Some(24),
        "code" => Some(36),
        "dataset" => Some(60),
        "paper" => Some(84),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::limit;
    use crate::model::schema;

    #[test]
    fn every_kind_of_evidence_has_a_limit() {
        assert!(schema::EVIDENCE.iter().all(|kind| limit(kind).is_some()));
    }

    #[test]
    fn evidence_is_stale_from_the_day_on_which_its_time_is_over() {
        // The tests' today is 2026-11-24.
        for (date, stale) in [
            ("2024-11-24", true),
            ("2024-11-25", false),
            ("2024-11", false),
            ("2024-10", true),
            ("2024", false),
            ("2023", true),
            ("2027-01", false),
        ] {
            let source = format!(
                "project demo {{ claim proved: verifiability + security {{ evidence benchmark \"https://a.example\" {date} }} }}"
            );
            let report = fixture::report(&source);
            assert_eq!(report.diagnostics.iter().any(|found| found.rule.name == "stale-evidence"), stale, "{date}");
        }
    }
}
