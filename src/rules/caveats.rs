//! `caveat RULE "reason"`: silencing a rule for a declaration, in the open.

use super::diagnostic::{Diagnostic, Level, Tag};
use super::settings::Settings;
use super::{Rule, expired_caveat, find, unexpected_value, unexplained_caveat, unreviewed_caveat, unused_caveat};
use crate::syntax::{Date, Declaration, Field, Keyword, ValueKind};
use crate::text::{TextRange, TextSize};

/// Takes out of `found[from..]`, which are the findings in a declaration, those that its caveats silence, and adds
/// what is wrong with the caveats themselves. A caveat of a project silences a rule in all its claims.
pub(super) fn apply(
    declaration: &Declaration,
    base: TextSize,
    settings: &Settings,
    found: &mut Vec<Diagnostic>,
    from: usize,
) {
    if !matches!(declaration.keyword, Keyword::Claim | Keyword::Project) {
        return;
    }
    let claim = match declaration.keyword {
        Keyword::Claim => declaration.name.as_ref().map(|name| name.text.clone()),
        _ => None,
    };
    let caveats: Vec<_> = caveats_of(declaration, settings).collect();
    if caveats.is_empty() {
        return;
    }
    // The rules that are silenced, each with the gravest level of what was. No more than there are rules, and so no map.
    let mut silenced: Vec<(&Rule, Option<Level>)> = Vec::new();
    for caveat in caveats.iter().filter(|caveat| caveat.is_heard()) {
        if silenced.iter().all(|(rule, _)| *rule != caveat.rule) {
            silenced.push((caveat.rule, None));
        }
    }
    let mut kept = found.split_off(from);
    kept.retain(|diagnostic| {
        let silence = silenced.iter_mut().find(|(rule, _)| *rule == diagnostic.rule);
        if let Some((_, gravest)) = silence {
            *gravest = Some(diagnostic.level).max(*gravest);
            return false;
        }
        true
    });
    found.append(&mut kept);
    let mut own = Vec::new();
    // The rules that a caveat before this one silences.
    let mut before: Vec<&Rule> = Vec::new();
    for Caveat { field, rule, name_range, expired } in caveats {
        let gravest = silenced.iter().find(|(silenced, _)| *silenced == rule).and_then(|(_, gravest)| *gravest);
        let mut report = |rule: &'static Rule, level: Level, range: TextRange, message: String, tag| {
            own.push(Diagnostic {
                rule,
                level,
                range: range + base,
                message,
                related: Vec::new(),
                tag,
                claim: claim.clone(),
                factor: None,
                is_rest: false,
                cell: None,
                instead: None,
                edit: None,
            });
        };
        if let (Some((until, range)), true) = (expired, rule.group.takes_caveats()) {
            let level = expired_caveat::RULE.level;
            report(&expired_caveat::RULE, level, range, expired_caveat::message(rule, until), None);
            continue;
        }
        let again = before.contains(&rule);
        if !again {
            before.push(rule);
        }
        match gravest.filter(|_| !again) {
            None => {
                let message = match gravest {
                    Some(_) => unused_caveat::message_of_a_second(rule, declaration.keyword),
                    None => unused_caveat::message(rule, declaration.keyword),
                };
                let level = unused_caveat::RULE.level;
                report(&unused_caveat::RULE, level, field.range, message, Some(Tag::Unnecessary));
            }
            // Where there is no text at all, that is an error already.
            Some(_) if field.values.len() == 1 && !settings.is_off(&unexpected_value::RULE) => {}
            Some(gravest) if !gives_a_reason(field) => {
                let message = unexplained_caveat::message(rule);
                report(&unexplained_caveat::RULE, gravest.milder(), name_range, message, None);
            }
            Some(gravest) => {
                if let Some((range, days)) = unreviewed_caveat::overdue(field, settings.today) {
                    let message = unreviewed_caveat::message(rule, days);
                    report(&unreviewed_caveat::RULE, gravest.milder(), range, message, None);
                }
            }
        }
    }
    found.extend(own);
}

/// Whether a caveat in a declaration silences a rule there. What the rule finds still counts for that caveat and for the
/// verdict, but nobody reads it.
pub(super) fn silences(declaration: &Declaration, rule: &Rule, settings: &Settings) -> bool {
    caveats_of(declaration, settings).any(|caveat| caveat.rule == rule && caveat.is_heard())
}

/// A caveat for a rule that there is and that is not off.
struct Caveat<'a> {
    field: &'a Field,
    rule: &'static Rule,
    /// Where it names the rule.
    name_range: TextRange,
    /// Until when it silenced, and where it says so, if that time is over.
    expired: Option<(Date, TextRange)>,
}

impl Caveat<'_> {
    /// Whether it silences its rule.
    fn is_heard(&self) -> bool {
        self.rule.group.takes_caveats() && self.expired.is_none()
    }
}

fn caveats_of<'a>(declaration: &'a Declaration, settings: &'a Settings) -> impl Iterator<Item = Caveat<'a>> {
    declaration.fields_named("caveat").filter_map(|field| {
        let (name, name_range) = rule_of(field)?;
        // A rule that does not exist is reported as an unknown name. Where a rule is off, whether it would find
        // something is nobody's concern.
        let rule = find(name).filter(|rule| !settings.is_off(rule))?;
        let expired = deadline(field).filter(|(date, _)| date.is_over_on(settings.today));
        Some(Caveat { field, rule, name_range, expired })
    })
}

/// The rule that a caveat names, and where.
pub(super) fn rule_of(field: &Field) -> Option<(&str, TextRange)> {
    field.values.first().and_then(|value| value.as_name().map(|name| (name.as_str(), value.range)))
}

/// Until when a caveat silences, and where it says so.
fn deadline(field: &Field) -> Option<(Date, TextRange)> {
    field.values.iter().find_map(|value| match &value.kind {
        ValueKind::Deadline(deadline) => Some((deadline.date?, value.range)),
        _ => None,
    })
}

/// Whether a caveat says why: a string with words in it that are no placeholder.
fn gives_a_reason(field: &Field) -> bool {
    field.values.iter().any(|value| match &value.kind {
        ValueKind::String(prose) => {
            let reason = prose.text.trim().trim_end_matches(['.', '…']).to_lowercase();
            reason.chars().any(char::is_alphanumeric)
                && !matches!(reason.as_str(), "todo" | "tbd" | "fixme" | "xxx" | "why" | "reason")
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::report;

    #[test]
    fn a_caveat_that_ends_behind_its_rule_is_one_finding() {
        let report = report(
            "project demo \"Demo\" {\n  claim instant: performance + decentralization {\n    says \"Fast.\"\n    evidence benchmark \"https://example.org/runs\" 2026-05\n    metric latency < 40 ms\n    caveat weak-synergy\n  }\n}\n",
        );
        let found: Vec<&str> = report.diagnostics.iter().map(|found| found.rule.name).collect();
        assert_eq!(found, ["unexpected-value"]);
    }

    #[test]
    fn of_two_caveats_for_one_rule_the_second_is_told_of_the_first() {
        let report = report(
            "project demo \"Demo\" {\n  claim instant: performance + decentralization {\n    says \"Fast anywhere.\"\n    evidence benchmark \"https://example.org/runs\" 2026-05\n    metric latency < 40 ms\n    caveat weak-synergy \"Only commitments go on chain.\"\n    caveat weak-synergy \"And it is measured.\"\n  }\n}\n",
        );
        let found: Vec<(&str, &str)> =
            report.diagnostics.iter().map(|found| (found.rule.name, found.message.as_str())).collect();
        assert_eq!(
            found,
            [("unused-caveat", "An earlier caveat already silences `weak-synergy` in this claim. Delete this one.")]
        );
    }
}
