//! The fix of every rule whose findings may be accepted in the open: it adds a caveat.

use super::caveats::rule_of;
use super::context::FixContext;
use super::diagnostic::{Diagnostic, Fix, FixClass};
use super::scaffold::insert_fields;
use super::{Level, Rule};
use crate::model::SourceFile;
use crate::syntax::{Date, Declaration, Keyword};
use crate::text::{TextEdit, TextSize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Adds a caveat for the rule of a finding. Its reason is empty, and that is a finding, one level milder, until the
/// author fills it; a hint has no milder level, so it gets no such fix.
pub(super) fn caveat(cx: &FixContext<'_>) -> Vec<Fix> {
    add(cx).into_iter().collect()
}

fn add(cx: &FixContext<'_>) -> Option<Fix> {
    if cx.diagnostic.level == Level::Hint {
        return None;
    }
    let (base, declaration) = cx.declaration?;
    let Diagnostic { rule, .. } = cx.diagnostic;
    let edit = insert_fields(cx.file.text(), base, declaration, &[format!("caveat {} \"\"", rule.name)])?;
    Some(Fix { title: title(rule.name), class: FixClass::Meaning, preferred: false, edits: vec![edit] })
}

fn title(rule: &str) -> String {
    format!("Say in a `caveat {rule}` why it holds all the same")
}

/// Where on the way down to a finding its caveat belongs. What is found in a claim with regard to its project is found
/// after the caveats of the claim were heard.
pub(super) fn place<'a>(
    path: &'a [(TextSize, Arc<Declaration>)],
    found: &Diagnostic,
) -> Option<(TextSize, &'a Arc<Declaration>)> {
    let of_claim = |claim: &Declaration| claim.name.as_ref().map(|name| &name.text) == found.claim.as_ref();
    let place = path.iter().rfind(|(_, declaration)| match declaration.keyword {
        Keyword::Claim => of_claim(declaration),
        keyword => keyword == Keyword::Project,
    });
    place.map(|(base, declaration)| (*base, declaration))
}

/// Taking up hypecheck where there are specs already: what is found is accepted with caveats that say that nobody has
/// looked yet.
#[derive(Clone, Debug)]
pub struct Adoption {
    /// The day, which stands in each reason.
    pub today: Date,
    /// The rules whose findings are accepted; all that take caveats if there are none.
    pub rules: Vec<&'static Rule>,
}

const ADOPTED: &str = "adopted on ";
const NOT_REVIEWED: &str = ", not reviewed";

impl Adoption {
    /// The reason that each caveat gives.
    pub fn reason(&self) -> String {
        format!("{ADOPTED}{}{NOT_REVIEWED}", self.today)
    }

    /// Whether a finding is accepted.
    pub fn accepts(&self, found: &Diagnostic) -> bool {
        found.rule.group.takes_caveats() && (self.rules.is_empty() || self.rules.contains(&found.rule))
    }
}

/// The day of a reason that says no more than that somebody took up hypecheck on it.
pub(super) fn adopted_on(reason: &str) -> Option<Date> {
    let reason = reason.trim().trim_end_matches('.').to_lowercase();
    let day = reason.strip_prefix(ADOPTED)?.strip_suffix(NOT_REVIEWED)?;
    Date::parse(day).filter(|date| date.day.is_some())
}

/// Whether a declaration has the very caveat for a rule that would be written, for this reason and without an end.
fn is_adopted(declaration: &Declaration, rule: &Rule, reason: &str) -> bool {
    declaration.fields_named("caveat").any(|field| {
        rule_of(field).is_some_and(|(name, _)| name == rule.name)
            && matches!(&field.values[..], [_, given] if given.as_text() == Some(reason))
    })
}

/// Accepts findings of a file: the edits of each claim or project that gets caveats, one caveat for a rule.
pub(super) fn adopting(file: &SourceFile, found: &[Diagnostic], adoption: &Adoption) -> Vec<Vec<TextEdit>> {
    let mut places: BTreeMap<TextSize, (Arc<Declaration>, BTreeSet<&str>)> = BTreeMap::new();
    let reason = adoption.reason();
    for found in found.iter().filter(|found| adoption.accepts(found)) {
        let path = file.declarations_at(found.range.start());
        let Some((base, declaration)) = place(&path, found) else { continue };
        // What is found all the same would be found beside a second one too.
        if is_adopted(declaration, found.rule, &reason) {
            continue;
        }
        let (_, rules) = places.entry(base).or_insert_with(|| (Arc::clone(declaration), BTreeSet::new()));
        rules.insert(found.rule.name);
    }
    let places = places.into_iter().filter_map(|(base, (declaration, rules))| {
        let fields: Vec<String> = rules.into_iter().map(|rule| format!("caveat {rule} \"{reason}\"")).collect();
        insert_fields(file.text(), base, &declaration, &fields).map(|edit| vec![edit])
    });
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{settings, snapshot};
    use super::super::{check, fixes};
    use super::{Adoption, adopted_on, adopting};
    use crate::syntax::Date;

    #[track_caller]
    fn with_caveat(source: &str) -> String {
        let (snapshot, id) = snapshot(source);
        let file = snapshot.file(id).expect("the file is there");
        let report = check(&snapshot, id, &settings()).expect("the file is there");
        let found = report.diagnostics.iter().find(|found| found.rule.name == "weak-synergy").expect("it is found");
        let fix = fixes(file, found).into_iter().find(|fix| fix.title.contains("caveat")).expect("it has a fix");
        file.text().apply(&fix.edits).to_string()
    }

    #[test]
    fn a_caveat_goes_behind_the_comment_that_ends_a_line() {
        let fixed = with_caveat(
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"  # of the last field\n  }\n}\n",
        );
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"  # of the last field\n    caveat weak-synergy \"\"\n  }\n}\n"
        );
        let fixed =
            with_caveat("project p \"P\" {\n  claim c: performance + decentralization { # of the claim\n  }\n}\n");
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization { # of the claim\n    caveat weak-synergy \"\"\n  }\n}\n"
        );
    }

    #[test]
    fn a_caveat_stays_before_a_brace_on_the_same_line() {
        let fixed = with_caveat(
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\" } # closed\n}\n",
        );
        assert_eq!(
            fixed,
            "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\"\n    caveat weak-synergy \"\" } # closed\n}\n"
        );
    }

    #[test]
    fn a_caveat_has_the_line_break_of_its_file() {
        for line_break in ["\r\n", "\r", "\n"] {
            for source in [
                "project p \"P\" {\n  claim c: performance + decentralization {\n    says \"Fast.\" # why\n  }\n}\n",
                "project p \"P\" {\n  claim c: performance + decentralization { says \"Fast.\" }\n}\n",
            ] {
                let fixed = with_caveat(&source.replace('\n', line_break));
                assert_eq!(fixed, with_caveat(source).replace('\n', line_break), "{line_break:?}");
            }
        }
    }

    #[test]
    fn what_is_found_beside_the_very_same_caveat_gets_no_second_one() {
        let settings = settings();
        let adoption = Adoption { today: settings.today, rules: Vec::new() };
        let spec = |caveat: &str| {
            format!(
                "project p \"P\" {{\n  claim c: privacy + security {{\n    says \"Nobody reads it.\"\n{caveat}  }}\n}}\n"
            )
        };
        let (before, id) = snapshot(&spec(""));
        let found = check(&before, id, &settings).expect("the file is there").diagnostics;
        let found: Vec<_> = found.into_iter().filter(|found| found.rule.name == "missing-evidence").collect();
        assert_eq!(found.len(), 1);
        let again = |caveat: &str| {
            let (now, id) = snapshot(&spec(caveat));
            adopting(now.file(id).expect("the file is there"), &found, &adoption).len()
        };
        let caveat = format!("    caveat missing-evidence \"{}\"", adoption.reason());
        assert_eq!(again(&format!("{caveat}\n")), 0);
        assert_eq!(again(&format!("{caveat} until 2026-01\n")), 1, "that one has run out");
        assert_eq!(again("    caveat missing-evidence \"It is known.\"\n"), 1);
    }

    #[test]
    fn a_reason_that_was_written_for_everybody_says_when() {
        let today = settings().today;
        let reason = Adoption { today, rules: Vec::new() }.reason();
        assert_eq!(adopted_on(&reason), Some(today));
        assert_eq!(adopted_on("Adopted on 2026-01-31, not reviewed."), Date::parse("2026-01-31"));
        for other in [
            "adopted on 2026-01, not reviewed",
            "adopted on 2026-02-30, not reviewed",
            "not reviewed",
            "adopted on 2026-01-31, not reviewed, but it is a study",
        ] {
            assert_eq!(adopted_on(other), None, "{other}");
        }
    }
}
