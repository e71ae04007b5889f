//! `hypecheck check`: any bytes are judged, through the call that the command line and the server judge through.
//!
//! The input is the text, and two bytes behind it for the settings and edits, if there are any.

use super::input;
use hypecheck::model::{FileKey, MemoryDisk, Workspace};
use hypecheck::rules::{Diagnostic, Judgement, Level, Preset, Report, Settings, all, check, fingerprints_of, fixes};
use hypecheck::syntax::SyntaxTree;
use hypecheck::text::Text;
use std::collections::HashSet;

/// Judges a text and looks at all that was found. Then it is edited, and what is found with the help of what was found
/// before is what is found from nothing.
pub fn run(data: &[u8]) {
    let mut parts = input::parts(data);
    let mut model = input::text(parts.next().unwrap_or_default());
    let settings = settings(parts.next().unwrap_or_default());
    let (snapshot, id, report) = input::judge(&model, &settings);
    looks_sound(&model, &report, &settings);
    let file = snapshot.file(id).expect("it was just opened");
    let prints = fingerprints_of(file, &report);
    assert_eq!(prints.len(), report.diagnostics.len());
    assert_eq!(prints.iter().collect::<HashSet<_>>().len(), prints.len(), "two findings are known by the same");
    for found in report.diagnostics.iter().take(20) {
        for fix in fixes(file, found) {
            fix.edits.iter().for_each(|edit| input::lies_in(&model, edit.range));
            SyntaxTree::parse(&file.text().apply(&fix.edits));
        }
    }

    let disk = MemoryDisk::default();
    let key = FileKey::Path("/specs/input.synergy".into());
    let mut text = Text::new(&model);
    let mut tree = SyntaxTree::parse(&text);
    let mut workspace = Workspace::new(Vec::new());
    let mut judgement: Option<Judgement> = None;
    for input::Edit { at, deleted, typed, more } in parts.take(4).map(input::edit) {
        if judgement.is_none() {
            let id = workspace.open(&key, text.clone(), tree.clone(), None, &disk);
            judgement = Judgement::new(&workspace.snapshot(), id, &settings, None);
        }
        let places = input::places(&model);
        let from = at % places.len();
        let range = input::range(places[from], places[(from + deleted).min(places.len() - 1)]);
        model.replace_range(std::ops::Range::<usize>::from(range), &typed);
        let before = text.clone();
        let replaced = text.replace(range, &typed);
        tree.edit(&before, &text, replaced);
        if more {
            continue;
        }
        tree = tree.reparse(&text);
        let id = workspace.open(&key, text.clone(), tree.clone(), None, &disk);
        let snapshot = workspace.snapshot();
        let kept = Judgement::new(&snapshot, id, &settings, judgement.as_ref()).expect("it is open");
        let fresh = check(&snapshot, id, &settings).expect("it is open");
        assert_eq!(format!("{:?}", kept.report()), format!("{fresh:?}"), "{model:?}");
        let pieces = kept.pieces();
        let pieced: Vec<Diagnostic> = pieces.iter().flat_map(|piece| piece.diagnostics().collect::<Vec<_>>()).collect();
        assert_eq!(format!("{pieced:?}"), format!("{:?}", fresh.diagnostics), "{model:?}");
        looks_sound(&model, &fresh, &settings);
        judgement = Some(kept);
    }
}

/// The settings that two bytes stand for: a preset, and a rule that has another level.
fn settings(bytes: &[u8]) -> Settings {
    let (number, _) = input::number(bytes);
    let mut settings = Settings::of(input::TODAY, Preset::ALL[number % Preset::ALL.len()]);
    if number > 2 {
        let rule = all()[number / 8 % all().len()];
        settings.choose(rule.name, Level::ALL.get(number % 8).copied());
    }
    settings
}

/// What is found lies in the text, is said in words, and is not switched off.
pub fn looks_sound(source: &str, report: &Report, settings: &Settings) {
    for found in &report.diagnostics {
        input::lies_in(source, found.range);
        found.related.iter().filter(|related| related.file == report.file).for_each(|related| {
            input::lies_in(source, related.range);
        });
        assert!(found.message.ends_with(['.', '?', '!']) && found.message.len() > 15, "{:?}", found.message);
        assert!(!settings.is_off(found.rule), "{} is off", found.rule.name);
    }
    let starts: Vec<_> = report.diagnostics.iter().map(|found| found.range.start()).collect();
    assert!(starts.is_sorted(), "findings are not in the order of the text");
    report.claims.iter().for_each(|claim| input::lies_in(source, claim.range));
}
