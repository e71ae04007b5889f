//! Mending: what holds of any text.

use hypecheck::ide::format;
use hypecheck::model::{FileId, FileKey, MemoryDisk, Snapshot, Workspace};
use hypecheck::rules::{Adoption, Mend, Mended, Report, Settings, all, check, mend, safe_fixes};
use hypecheck::syntax::{Date, SyntaxTree, TokenKind};
use hypecheck::text::{Text, TextEdit, TextRange, TextSize};
use proptest::prelude::*;

const TODAY: Date = Date { year: 2026, month: Some(11), day: Some(24) };

fn snapshot(source: &str) -> (Snapshot, FileId) {
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Virtual("test".to_owned()), text, tree, None, &MemoryDisk::default());
    (workspace.snapshot(), id)
}

fn mended(source: &str, what: Mend<'_>) -> (Report, Mended) {
    let (snapshot, id) = snapshot(source);
    let settings = Settings::new(TODAY);
    let report = check(&snapshot, id, &settings).expect("the file is there");
    let mended = mend(&snapshot, &report, &settings, what).expect("the file is there");
    (report, mended)
}

fn after(source: &str, what: Mend<'_>) -> String {
    Text::new(source).apply(&mended(source, what).1.edits).to_string()
}

fn formatted(source: &str) -> String {
    let text = Text::new(source);
    let laid_out = format(&text, &SyntaxTree::parse(&text)).expect("it is laid out");
    text.apply(&laid_out.edits).to_string()
}

fn syntax_errors(report: &Report) -> usize {
    report.diagnostics.iter().filter(|found| found.rule.name == "syntax-error").count()
}

/// Whether a field has a value that it cannot have, one whose name is a slip included.
fn has_an_unexpected_value(source: &str) -> bool {
    let (snapshot, id) = snapshot(source);
    let file = snapshot.file(id).expect("the file is there");
    let found = check(&snapshot, id, &Settings::new(TODAY)).expect("the file is there").diagnostics;
    if found.iter().any(|found| found.rule.name == "unexpected-value") {
        return true;
    }
    let names = found.iter().filter(|found| found.rule.name == "unknown-field");
    let edits: Vec<TextEdit> = names.flat_map(|found| safe_fixes(file, found)).flat_map(|fix| fix.edits).collect();
    !edits.is_empty() && has_an_unexpected_value(&Text::new(source).apply(&edits).to_string())
}

/// Where a place of the text is after edits that it is not in.
fn moved(at: TextSize, edits: &[TextEdit]) -> usize {
    let before = edits.iter().filter(|edit| edit.range.end() <= at);
    before.fold(usize::from(at), |at, edit| at + edit.new_text.len() - usize::from(edit.range.len()))
}

/// The tokens of a text that no edit touches, and where they are after the edits.
fn untouched(text: &Text, edits: &[TextEdit]) -> Vec<(usize, TokenKind, String)> {
    let tokens = SyntaxTree::parse(text).tokens(text);
    let touched = |range: TextRange| edits.iter().any(|edit| edit.range.intersect(range).is_some());
    let kept = tokens.into_iter().filter(|token| !touched(token.range));
    kept.map(|token| (moved(token.range.start(), edits), token.kind, text.slice(token.range).into_owned())).collect()
}

/// The lines of a text. Caveats come first in a claim that stands on one line, and last in any other: where caveats are
/// added, what counts is that there are the same.
fn lines(text: &str, what: Mend<'_>) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if matches!(what, Mend::Adopt(_)) {
        lines.sort();
    }
    lines
}

#[track_caller]
fn holds(source: &str, what: Mend<'_>) {
    let (before, mended) = mended(source, what);
    let text = Text::new(source);
    let now = text.apply(&mended.edits);
    let shown = format!("{what:?}\n{source}\nbecomes\n{now}\n{:#?}", mended.edits);
    assert_eq!(mended.edits.is_empty(), mended.fixed == 0, "{shown}");
    assert!(mended.edits.windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start()), "{shown}");
    let own = mended.snapshot.file(mended.report.file).expect("it is there");
    assert!(own.text().same_as(&now), "the edits are not what was judged\n{shown}");
    assert!(syntax_errors(&mended.report) <= syntax_errors(&before), "{shown}");
    for (then, now) in before.claims.iter().zip(&mended.report.claims) {
        let same = before.claims.len() == mended.report.claims.len();
        assert!(!same || then.verdict.is_none() || now.verdict <= then.verdict, "a verdict rose\n{shown}");
    }
    let again = after(&now.to_string(), what);
    assert_eq!(again, now.to_string(), "a second time changes more\n{shown}");
    if syntax_errors(&before) == 0 {
        let tokens = SyntaxTree::parse(&now).tokens(&now);
        let tokens: Vec<(usize, TokenKind, String)> = tokens
            .into_iter()
            .map(|token| (token.range.start().into(), token.kind, now.slice(token.range).into_owned()))
            .collect();
        for token in untouched(&text, &mended.edits) {
            assert!(tokens.contains(&token), "{token:?} has changed\n{shown}");
        }
        // The formatter takes a number with commas, and words without quotes, apart as a list. The fixes for them have
        // nothing to hold on to then, or other words.
        if has_an_unexpected_value(source) {
            return;
        }
        let one_way = lines(&formatted(&now.to_string()), what);
        assert_eq!(one_way, lines(&formatted(&after(&formatted(source), what)), what), "layout matters\n{shown}");
    }
}

#[track_caller]
fn holds_of_all(source: &str) {
    let adoption = Adoption { today: TODAY, rules: Vec::new() };
    for what in [Mend::Safe, Mend::Wording, Mend::Adopt(&adoption)] {
        holds(source, what);
    }
}

/// All examples of all rules.
fn examples() -> Vec<&'static str> {
    all().iter().flat_map(|rule| rule.failing.iter().chain(rule.passing)).map(|example| example.text).collect()
}

#[test]
fn every_example_is_mended_to_the_end_and_nothing_else_is_touched() {
    let mut mended_some = 0;
    for source in examples() {
        holds_of_all(source);
        mended_some += usize::from(mended(source, Mend::Safe).1.fixed > 0);
    }
    assert!(mended_some > 5, "hardly anything was mended");
}

#[test]
fn a_brace_is_not_written_into_a_text_that_is_not_closed() {
    holds_of_all("p{\"\"\"");
    holds_of_all("project p \"P\" {\n  claim c: privacy + security {\n    x\n      \"\"\"\n  }\n}\n");
}

#[test]
fn a_string_that_no_quote_closes_does_not_grow() {
    let text = include_bytes!("fuzz/corpus/mending/a-string-that-no-quote-closes");
    holds_of_all(&String::from_utf8_lossy(text));
}

/// Only when the name of the field is mended are the words known to be one text without quotes.
#[test]
fn words_without_quotes_in_a_field_whose_name_is_a_slip_are_taken_as_they_stand() {
    let claim =
        |says: &str| format!("project p \"P\" {{\n  claim c: verifiability + security {{\n    {says}\n  }}\n}}\n");
    let source = claim("say E,very answer comes with a proof");
    assert_eq!(after(&source, Mend::Safe), claim("says \"E,very answer comes with a proof\""));
    holds_of_all(&source);
}

#[test]
fn a_caveat_that_changes_nothing_is_not_written_again() {
    let text = include_bytes!("fuzz/corpus/mending/a-declaration-that-reaches-over-another");
    holds_of_all(&String::from_utf8_lossy(text));
}

/// There are more slips than rounds as long as the name of the field is a slip as well.
#[test]
fn what_else_is_mended_may_leave_few_enough_slips() {
    holds_of_all("claim\nevid\u{1}/t.x/z/s");
}

#[test]
fn after_adoption_nothing_is_left_that_takes_a_caveat_and_has_a_place_for_it() {
    let adoption = Adoption { today: TODAY, rules: Vec::new() };
    let mut adopted = 0;
    for source in examples() {
        let (before, mended) = mended(source, Mend::Adopt(&adoption));
        if syntax_errors(&before) > 0 {
            continue;
        }
        let left = mended.report.diagnostics.iter().filter(|found| adoption.accepts(found) && found.claim.is_some());
        let left: Vec<_> = left.map(|found| (found.rule.name, &found.message)).collect();
        assert_eq!(left, [], "{source}");
        adopted += mended.fixed;
    }
    assert!(adopted > 50, "hardly anything was adopted");
}

#[test]
fn what_reaches_over_a_claim_takes_no_caveat_of_it() {
    let source = r#"project a "A" {
  claim one: privacy + decentralization {
project b "B" {
  about "It is."
  }
  claim two
}
    evidence blog "https://notes.example/two"
  }
  claim three: verifiability + decentralization {
    says "Anyone may enter a model."
"#;
    let adoption = Adoption { today: TODAY, rules: Vec::new() };
    holds(source, Mend::Adopt(&adoption));
    // Claim two has no body that a caveat could stand in.
    assert!(!after(source, Mend::Adopt(&adoption)).contains("caveat soft-evidence"));
}

/// There are more signs than rounds.
#[test]
fn many_signs_side_by_side_that_mean_nothing_are_all_taken_out() {
    let signs = "^".repeat(40);
    let source = format!("project p \"P\" {{\n  about {signs} \"What it is.\"\n}}\n");
    assert_eq!(after(&source, Mend::Safe).matches('^').count(), 0);
}

#[test]
fn a_technique_that_is_spelt_properly_makes_nothing_better() {
    let source = "project p \"P\" {\n  claim c: verifiability + security {\n    says \"Each answer comes with a proof.\"\n    using zkmll\n    evidence audit \"https://a.example\" 2026-05\n  }\n}\n";
    let (before, mended) = mended(source, Mend::Safe);
    assert_eq!(mended.fixed, 1);
    assert_eq!(before.claims[0].verdict, mended.report.claims[0].verdict);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_spec_with_slips_is_mended_to_the_end_and_nothing_else_is_touched(
        which in any::<prop::sample::Index>(),
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0..6_usize), 1..5),
    ) {
        let mut source = examples()[which.index(examples().len())].to_owned();
        for (at, slip) in slips {
            let places: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
            let at = places[at.index(places.len())];
            let width = source[at..].chars().next().map_or(0, char::len_utf8);
            match slip {
                0 => drop(source.remove(at)),
                1 => source.insert(at, '"'),
                2 => source.insert(at, ','),
                3 => source.insert_str(at, "ee"),
                4 => source = source.replacen("says", "say", 1),
                _ => source.insert(at + width, '\n'),
            }
        }
        holds_of_all(&source);
    }
}
