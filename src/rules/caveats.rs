//! `caveat RULE "reason"`: silencing a rule for a declaration, in the open.

use super::diagnostic::{Diagnostic, Level, Tag};
use super::settings::Settings;
use super::{expired_caveat, find, unexplained_caveat, unused_caveat};
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
    let mut own = Vec::new();
    for field in declaration.fields_named("caveat") {
        let Some((name, name_range)) = rule_of(field) else { continue };
        // A rule that does not exist is reported as an unknown name.
        let Some(rule) = find(name) else { continue };
        // Where a rule is off, whether it would find something is nobody's concern.
        if settings.is_off(rule) {
            continue;
        }
        let expired = deadline(field).filter(|(date, _)| date.is_over_on(settings.today));
        let before = found.len();
        let mut gravest = Level::Hint;
        if rule.group.takes_caveats() && expired.is_none() {
            let mut index = 0;
            found.retain(|diagnostic| {
                index += 1;
                let silenced = index > from && diagnostic.rule == rule;
                if silenced {
                    gravest = gravest.max(diagnostic.level);
                }
                !silenced
            });
        }
        let mut report = |rule: &'static super::Rule, level: Level, range: TextRange, message: String, tag| {
            own.push(Diagnostic {
                rule,
                level,
                range: range + base,
                message,
                related: Vec::new(),
                tag,
                claim: claim.clone(),
                cell: None,
                instead: None,
                edit: None,
            });
        };
        if let (Some((until, range)), true) = (expired, rule.group.takes_caveats()) {
            let level = expired_caveat::RULE.level;
            report(&expired_caveat::RULE, level, range, expired_caveat::message(rule, until), None);
        } else if found.len() == before {
            let level = unused_caveat::RULE.level;
            report(
                &unused_caveat::RULE,
                level,
                field.range,
                unused_caveat::message(rule, declaration.keyword),
                Some(Tag::Unnecessary),
            );
        } else if !gives_a_reason(field) {
            report(&unexplained_caveat::RULE, gravest.milder(), name_range, unexplained_caveat::message(rule), None);
        }
    }
    found.extend(own);
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
