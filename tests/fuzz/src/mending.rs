//! Mending: no verdict rises, no slip is added, and a second time changes nothing.
//!
//! The input is a text.

use super::input;
use hypecheck::rules::{Adoption, Mend, Report, Settings, mend};
use hypecheck::text::Text;

/// Mends a text in each of the ways there are.
pub fn run(data: &[u8]) {
    let source = input::text(data);
    let adoption = Adoption { today: input::TODAY, rules: Vec::new() };
    for what in [Mend::Safe, Mend::Wording, Mend::Adopt(&adoption)] {
        holds(&source, what);
    }
}

fn syntax_errors(report: &Report) -> usize {
    report.diagnostics.iter().filter(|found| found.rule.name == "syntax-error").count()
}

fn holds(source: &str, what: Mend<'_>) {
    let settings = Settings::new(input::TODAY);
    let (snapshot, _, before) = input::judge(source, &settings);
    let mended = mend(&snapshot, &before, &settings, what).expect("the file is there");
    let now = Text::new(source).apply(&mended.edits);
    let shown = format!("{what:?}\n{source:?}\nbecomes\n{:?}\n{:?}", now.to_string(), mended.edits);
    assert_eq!(mended.edits.is_empty(), mended.fixed == 0, "{shown}");
    assert!(mended.edits.windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start()), "{shown}");
    let own = mended.snapshot.file(mended.report.file).expect("it is there");
    assert!(own.text().same_as(&now), "the edits are not what was judged\n{shown}");
    assert!(syntax_errors(&mended.report) <= syntax_errors(&before), "{shown}");
    if before.claims.len() == mended.report.claims.len() {
        for (then, now) in before.claims.iter().zip(&mended.report.claims) {
            assert!(then.verdict.is_none() || now.verdict <= then.verdict, "a verdict rose\n{shown}");
        }
    }
    let (snapshot, _, report) = input::judge(&now.to_string(), &settings);
    let again = mend(&snapshot, &report, &settings, what).expect("the file is there");
    assert!(now.apply(&again.edits).same_as(&now), "a second time changes more: {:?}\n{shown}", again.edits);
}
