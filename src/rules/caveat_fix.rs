//! The fix of every rule whose findings may be accepted in the open: it adds a caveat.

use super::Level;
use super::context::FixContext;
use super::diagnostic::{Diagnostic, Fix, FixClass};
use super::scaffold::insert_fields;

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

#[cfg(test)]
mod tests {
    use super::super::fixture::{settings, snapshot};
    use super::super::{check, fixes};

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
}
