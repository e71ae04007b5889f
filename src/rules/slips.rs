//! Slips: findings on how a file is written and on what its names stand for, of which no more are kept than anybody
//! reads.

use super::diagnostic::{Diagnostic, Level};
use super::kept::Shift;
use super::rule::{Group, Rule};
use super::settings::Settings;
use crate::model::thousands;
use crate::text::TextRange;

/// Slips, which are findings on how a file is written and what its names stand for, that are kept of a file at most.
/// What is no spec at all has one a line or more, and nobody reads them. What is judged is never cut.
pub(super) const MOST_SLIPS: usize = 1_000;

/// Whether the findings of a rule are slips.
pub(super) fn is_slip(rule: &Rule) -> bool {
    matches!(rule.group, Group::Syntax | Group::Names)
}

/// The slips that were found so far: of each group no more than may be shown in the end.
#[derive(Default)]
pub(super) struct Slips {
    pub(super) syntax: Vec<Diagnostic>,
    pub(super) names: Vec<Diagnostic>,
    pub(super) cut: Cut,
}

impl Slips {
    /// Where a rule puts what it finds: here if these are slips, else with the others. Nothing if the rule need not
    /// run: slips of a rule that is off take no place from those that are shown.
    pub(super) fn place<'a>(
        &'a mut self,
        rule: &Rule,
        settings: &Settings,
        others: &'a mut Vec<Diagnostic>,
    ) -> Option<&'a mut Vec<Diagnostic>> {
        match rule.group {
            Group::Syntax | Group::Names if settings.is_off(rule) => None,
            Group::Syntax => Some(&mut self.syntax),
            Group::Names => Some(&mut self.names),
            _ => Some(others),
        }
    }

    /// Lets go of what a rule found too much.
    pub(super) fn shorten(&mut self, rule: &'static Rule, settings: &Settings) {
        for slips in [&mut self.syntax, &mut self.names] {
            if slips.len() <= MOST_SLIPS {
                continue;
            }
            for slip in slips.drain(MOST_SLIPS..) {
                self.cut.add(rule, slip.range, settings.level(rule, slip.level).unwrap_or(slip.level));
            }
            slips.shrink_to_fit();
        }
    }
}

/// What was cut off.
#[derive(Clone, Debug, Default)]
pub(super) struct Cut {
    /// For each rule, the number of its slips and where the first of them is.
    by_rule: Vec<(&'static Rule, usize, TextRange)>,
    /// The gravest level among them. What stands for them all fails a run if one of them would have.
    level: Option<Level>,
}

impl Cut {
    /// Whether nothing was.
    pub(super) fn is_empty(&self) -> bool {
        self.by_rule.is_empty()
    }

    /// Takes in what was cut off elsewhere, further on by so much now.
    pub(super) fn extend(&mut self, other: &Cut, by: Shift) {
        self.level = self.level.max(other.level);
        for (rule, count, first) in &other.by_rule {
            let mut first = *first;
            by.apply(&mut first);
            match self.by_rule.iter_mut().find(|(known, ..)| known == rule) {
                Some((_, known, before)) => {
                    *known += count;
                    if first.start() < before.start() {
                        *before = first;
                    }
                }
                None => self.by_rule.push((rule, *count, first)),
            }
        }
    }

    pub(super) fn add(&mut self, rule: &'static Rule, range: TextRange, level: Level) {
        self.level = self.level.max(Some(level));
        match self.by_rule.iter_mut().find(|(known, ..)| *known == rule) {
            Some((_, count, first)) => {
                *count += 1;
                if range.start() < first.start() {
                    *first = range;
                }
            }
            None => self.by_rule.push((rule, 1, range)),
        }
    }

    /// The finding that stands for all that were cut off: one of the rule that must be seen to first, in the place of
    /// the first one of that rule, so that its fixes are those of that one.
    pub(super) fn told(self) -> Option<Diagnostic> {
        let level = self.level?;
        let all: usize = self.by_rule.iter().map(|(_, count, _)| count).sum();
        let first = self.by_rule.into_iter().max_by_key(|(rule, count, _)| (rule.group == Group::Syntax, *count));
        let (rule, _, range) = first?;
        let are = if all == 1 { "finding in this file is" } else { "findings in this file are" };
        Some(Diagnostic {
            rule,
            level,
            range,
            message: format!("… and {} more {are} not shown; mend these first.", thousands(&all.to_string())),
            related: Vec::new(),
            tag: None,
            claim: None,
            factor: None,
            cell: None,
            instead: None,
            edit: None,
            is_rest: true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Level;
    use super::super::fixture::{report, settings, snapshot};
    use super::super::{Report, check};
    use super::MOST_SLIPS;

    fn of(report: &Report, rule: &str) -> usize {
        report.diagnostics.iter().filter(|found| found.rule.name == rule).count()
    }

    #[test]
    fn of_very_many_syntax_errors_the_first_are_shown_and_the_rest_is_counted() {
        let report = report(&"}\n".repeat(MOST_SLIPS + 4321));
        assert_eq!(report.diagnostics.len(), MOST_SLIPS + 1);
        let last = report.diagnostics.last().expect("there are some");
        assert_eq!(last.message, "… and 4,321 more findings in this file are not shown; mend these first.");
        assert_eq!((last.rule.name, last.level), ("syntax-error", Level::Error));
        assert_eq!(u32::from(last.range.start()), 2 * MOST_SLIPS as u32);
    }

    #[test]
    fn a_wrong_name_before_very_many_syntax_errors_is_shown() {
        let source = format!("project demo \"Demo\" {{ runs-on etherium }}\n{}", "}\n".repeat(MOST_SLIPS));
        let report = report(&source);
        assert_eq!(report.diagnostics.first().map(|found| found.rule.name), Some("unknown-name"));
        let last = report.diagnostics.last().expect("there are some");
        assert_eq!(last.message, "… and 1 more finding in this file is not shown; mend these first.");
        assert_eq!(report.diagnostics.len(), MOST_SLIPS + 1);
    }

    #[test]
    fn what_is_judged_is_shown_whole_beside_very_many_wrong_names() {
        let names: Vec<String> = (0..MOST_SLIPS + 500).map(|n| format!("strange{n}")).collect();
        let claims: String = (0..MOST_SLIPS + 500)
            .map(|n| format!("  claim c{n}: performance + decentralization {{ says \"Fast anywhere.\" }}\n"))
            .collect();
        let source = format!("project demo \"Demo\" {{\n  runs-on {}\n{claims}}}\n", names.join(", "));
        let report = report(&source);
        assert_eq!(of(&report, "weak-synergy"), MOST_SLIPS + 500);
        assert_eq!(of(&report, "unknown-name"), MOST_SLIPS + 1);
        let told: Vec<&str> = report.diagnostics.iter().map(|found| found.message.as_str()).collect();
        assert!(told.contains(&"… and 500 more findings in this file are not shown; mend these first."));
        assert!(told.iter().all(|message| !message.is_empty()));
    }

    #[test]
    fn a_rule_that_is_off_takes_no_place_among_the_findings_that_are_shown() {
        let names: Vec<String> = (0..MOST_SLIPS + 500).map(|n| format!("strange{n}")).collect();
        let source = format!("project demo \"Demo\" {{\n  runs-on {}\n}}\n}}\n", names.join(", "));
        let (snapshot, id) = snapshot(&source);
        let mut settings = settings();
        settings.choose("unknown-name", None);
        let report = check(&snapshot, id, &settings).expect("the file is there");
        let rules: Vec<&str> = report.diagnostics.iter().map(|found| found.rule.name).collect();
        assert_eq!(rules, ["syntax-error"]);
    }
}
