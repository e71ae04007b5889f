//! What an editor asks: any place of any text.
//!
//! The input is a text, and behind it two bytes for the place.

use super::input;
use hypecheck::ide::{self, HintSettings};
use hypecheck::rules::{Settings, ways};
use hypecheck::text::{Text, TextRange};

/// Asks everything there is to ask at a place.
pub fn run(data: &[u8]) {
    let mut parts = input::parts(data);
    let source = input::text(parts.next().unwrap_or_default());
    let (at, _) = input::number(parts.next().unwrap_or_default());
    let settings = Settings::new(input::TODAY);
    let (snapshot, id, report) = input::judge(&source, &settings);
    let places = input::places(&source);
    let at = places[at % places.len()];
    let offset = input::range(at, at).start();
    let whole = Text::new(&source).range();
    let found = Some(&report);

    let lies = |range: TextRange| input::lies_in(&source, range);
    if let Some(hover) = ide::hover(&snapshot, id, offset, found) {
        lies(hover.range);
    }
    if let Some(found) = ide::completions(&snapshot, id, offset, found) {
        for item in found.items.iter().take(5) {
            ide::documentation(&snapshot, id, offset, item);
        }
    }
    if let Some(found) = ide::use_paths(&snapshot, id, offset, std::path::Path::new("/")) {
        lies(found.insert);
        lies(found.replace);
    }
    ide::signature(&snapshot, id, offset);
    let steps = ide::selections(&snapshot, id, offset);
    assert!(steps.windows(2).all(|pair| pair[1].contains_range(pair[0])), "{steps:?}");
    steps.into_iter().for_each(lies);
    ide::definition(&snapshot, id, offset);
    ide::declaration(&snapshot, id, offset);
    ide::type_definition(&snapshot, id, offset);
    ide::symbols(&snapshot, id, found);
    ide::folds(&snapshot, id, found);
    ide::swatches(&snapshot, id).iter().for_each(|swatch| lies(swatch.range));
    ide::lenses(&snapshot, id, &report, &[]);
    ide::hints(&snapshot, id, &report, whole, &HintSettings::default());
    let tokens = ide::tokens(&snapshot, id, found, whole);
    assert!(tokens.windows(2).all(|pair| pair[0].range.end() <= pair[1].range.start()), "{tokens:?}");
    tokens.iter().for_each(|token| lies(token.range));
    ide::highlights(&snapshot, id, offset, found).iter().for_each(|highlight| lies(highlight.range));
    ide::links(&snapshot, id, input::TODAY, found).iter().for_each(|link| lies(link.range));
    if let Some(step) = ide::argument_at(&snapshot, id, offset, found) {
        ide::rests_on(&snapshot, &step);
        ide::holds_up(&snapshot, &step, input::TODAY, found);
    }
    ide::built_on(&snapshot, id, offset);
    ide::builds_on(&snapshot, id, offset);
    if let Some(references) = ide::references(&snapshot, id, offset) {
        references.in_file(&snapshot, id, true).iter().for_each(|place| lies(place.range));
    }
    if let Ok(edits) = ide::rename(&snapshot, id, offset, "quite-another-name") {
        for (file, edits) in edits {
            assert_eq!(file, id);
            edits.iter().for_each(|edit| lies(edit.range));
        }
    }
    let asking = ide::Asking {
        snapshot: &snapshot,
        file: id,
        report: &report,
        settings: &settings,
        range: TextRange::new(offset, whole.end().min(offset + hypecheck::text::TextSize::new(40))),
        deliberate: true,
        exists: &|_| false,
    };
    for action in ide::actions(&asking, |_| true) {
        for change in ide::changes(&asking, &action).into_iter().flatten() {
            if change.file == ide::ChangedFile::There(id) {
                change.edits.iter().for_each(|edit| lies(edit.range));
            }
        }
    }
    for claim in report.claims.iter().take(3) {
        ways(&snapshot, id, claim);
    }
    let map = ide::picture::HeatMap::of(&snapshot, &[("input.synergy".to_owned(), &report)]);
    ide::picture::poster(&map, input::TODAY);
}
