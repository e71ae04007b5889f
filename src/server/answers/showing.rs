//! What is shown beside the text, and on it: hints, lenses, colours, selections, the parts of what is being written.

use crate::ide::{self, CellUse, HintKind, HintSettings, LensText};
use crate::model::Strength;
use crate::rules::{MovedClaim, Report, Standing, moved_claims, standings};
use crate::server::asked::Asked;
use crate::server::capabilities::can_run;
use crate::server::committed::{Committed, With};
use crate::server::convert;
use crate::server::view::View;
use crate::text::TextRange;
use serde::Deserialize;
use std::sync::{Arc, Mutex, PoisonError};
use tower_lsp_server::gen_lsp_types::{
    ActiveParameter, CodeLens, Color, ColorInformation, ColorPresentation, ColorPresentationParams, Command,
    Documentation, InlayHint, InlayHintKind, LspAny, ParameterInformation, ParameterInformationLabel, Position, Range,
    SelectionRange, SelectionRangeParams, SignatureHelp, SignatureHelpParams, SignatureInformation, TextEdit, Uri,
};

/// Where something stood that more is asked about.
#[derive(serde::Serialize, Deserialize)]
pub(in crate::server) struct ShownPlace {
    pub(in crate::server) uri: Uri,
    position: Position,
}

impl ShownPlace {
    /// The place that was given along.
    pub(in crate::server) fn of(data: Option<&LspAny>) -> Option<ShownPlace> {
        data.and_then(|data| ShownPlace::deserialize(data).ok())
    }
}

/// The hints in a part of a text.
pub(in crate::server) fn hints(asked: &Asked, range: Range) -> Option<Vec<InlayHint>> {
    let hints = hints_in(asked, asked.text_range(range))?.into_iter().map(|hint| {
        let position = asked.range(TextRange::empty(hint.at)).start;
        let showing = &asked.agreed.showing;
        let mut shown = InlayHint {
            position,
            label: hint.label.clone().into(),
            kind: (hint.kind == HintKind::Cell).then_some(InlayHintKind::Type),
            padding_left: (hint.kind == HintKind::Factor).then_some(true),
            data: Some(convert::json(ShownPlace { uri: asked.uri.clone(), position })),
            text_edits: None,
            tooltip: None,
            padding_right: None,
        };
        add_to_hint(asked, &mut shown, &hint, !showing.tooltips_later, !showing.hint_edits_later);
        shown
    });
    Some(hints.collect())
}

/// What else there is to know of a hint that stood at a place. A text that has changed since then has other hints.
pub(in crate::server) fn hint(asked: &Asked, place: &ShownPlace, mut shown: InlayHint) -> InlayHint {
    let at = asked.offset(place.position);
    let found = hints_in(asked, TextRange::empty(at)).unwrap_or_default();
    if let Some(hint) = found.iter().find(|hint| hint.at == at && shown.label == hint.label.clone().into()) {
        add_to_hint(asked, &mut shown, hint, true, true);
    }
    shown
}

fn hints_in(asked: &Asked, range: TextRange) -> Option<Vec<ide::Hint>> {
    let set = asked.view.settings.of(asked.file.key());
    let settings = HintSettings { enabled: set.inlay_hints, inferred_cells: set.inferred_cells, factors: set.factors };
    Some(ide::hints(&asked.view.snapshot, asked.id, asked.report()?.as_ref(), range, &settings))
}

fn add_to_hint(asked: &Asked, shown: &mut InlayHint, hint: &ide::Hint, tooltip: bool, edits: bool) {
    if tooltip {
        shown.tooltip = Some(convert::markup(hint.tooltip.clone(), asked.agreed.markdown).into());
    }
    if edits && !hint.edits.is_empty() {
        let text = asked.file.text();
        let edits = hint.edits.iter().map(|edit| convert::text_edit(text, edit, asked.agreed.encoding));
        shown.text_edits = Some(edits.collect());
    }
}

/// The command that shows the matrix with a file's claims in it.
const MATRIX: &str = "hypecheck.matrix";

/// The lenses of a text. What is counted over the whole workspace is left for later.
pub(in crate::server) fn lenses(asked: &Asked, committed: &Committed) -> Option<Vec<CodeLens>> {
    if !asked.view.settings.of(asked.file.key()).code_lens {
        committed.forget(asked.file.key());
        return Some(Vec::new());
    }
    let runs = can_run(&asked.agreed, MATRIX);
    let report = asked.report()?;
    let moved = since_head(asked, &report, committed);
    let lenses = ide::lenses(&asked.view.snapshot, asked.id, &report, &moved).into_iter().map(|lens| {
        let range = asked.range(lens.range);
        match lens.says {
            LensText::Project { name, tally } => {
                let title = if runs { format!("{tally} · open matrix") } else { tally.to_string() };
                // Without a command, it is a line to read.
                let command = if runs { MATRIX.to_owned() } else { String::new() };
                let subject = serde_json::json!({ "uri": asked.uri, "project": name });
                let arguments = runs.then(|| vec![subject]);
                CodeLens { range, command: Some(Command { title, tooltip: None, command, arguments }), data: None }
            }
            LensText::Cell => {
                let place = ShownPlace { uri: asked.uri.clone(), position: range.start };
                CodeLens { range, command: None, data: Some(convert::json(place)) }
            }
            LensText::Claim { was } => {
                let says = Command { title: format!("{was} at HEAD"), ..Default::default() };
                CodeLens { range, command: Some(says), data: None }
            }
        }
    });
    Some(lenses.collect())
}

/// The claims of a text that stand otherwise than at the last commit, as far as that is known by now.
fn since_head(asked: &Asked, report: &Report, committed: &Committed) -> Vec<MovedClaim> {
    let (snapshot, key) = (&asked.view.snapshot, asked.file.key());
    // A text that is looked at in the library, or was closed meanwhile, is not followed.
    let Some(path) = key.path().filter(|_| asked.view.open.contains_key(&asked.id)) else { return Vec::new() };
    let with = With {
        preset: asked.view.settings.of(key).preset,
        roots: snapshot.roots().to_vec(),
        refresh: asked.agreed.refresh_lenses,
    };
    let now: Arc<[Standing]> = standings(snapshot, report).into();
    moved_claims(&committed.before(path, Arc::clone(&now), with), &now)
}

/// How many claims each cell judges, for the latest workspace that this was asked of: a matrix has nine cells, and the
/// specs are gone through once for all of them.
#[derive(Default)]
pub(in crate::server) struct Uses(Mutex<Option<(u64, Arc<CellUse>)>>);

impl Uses {
    /// Nothing if nobody waits for it any more.
    fn of(&self, view: &View) -> Option<Arc<CellUse>> {
        let revision = view.snapshot.revision();
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = latest.as_ref().filter(|(known, _)| *known == revision) {
            return Some(Arc::clone(known));
        }
        let mut uses = CellUse::default();
        for file in view.snapshot.files() {
            if view.cancelled.is_set() {
                return None;
            }
            if let Some(report) = view.reports.judge(&view.snapshot, file.id()) {
                uses.add(&report.claims);
            }
        }
        let uses = Arc::new(uses);
        *latest = Some((revision, Arc::clone(&uses)));
        Some(uses)
    }
}

/// What the lens of a cell says.
pub(in crate::server) fn lens(asked: &Asked, place: &ShownPlace, uses: &Uses) -> Option<Command> {
    let title = uses.of(&asked.view)?.describe(&asked.view.snapshot, asked.id, asked.offset(place.position))?;
    Some(Command { title, tooltip: None, command: String::new(), arguments: None })
}

/// The colours of the strengths that a matrix states.
pub(in crate::server) fn colors(asked: &Asked) -> Vec<ColorInformation> {
    let swatches = ide::swatches(&asked.view.snapshot, asked.id).into_iter();
    swatches
        .map(|swatch| ColorInformation { range: asked.range(swatch.range), color: color(swatch.strength) })
        .collect()
}

fn color(strength: Strength) -> Color {
    let rgb = ide::color(strength);
    let part = |part: u8| f32::from(part) / 255.0;
    Color { red: part(rgb.red), green: part(rgb.green), blue: part(rgb.blue), alpha: 1.0 }
}

/// The strengths that a colour can stand for, the one first whose own is nearest.
pub(in crate::server) fn color_presentation(params: &ColorPresentationParams) -> Vec<ColorPresentation> {
    // What is no number becomes 0.
    let part = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    let picked =
        ide::Rgb { red: part(params.color.red), green: part(params.color.green), blue: part(params.color.blue) };
    let strengths = ide::nearest_strengths(picked).into_iter().map(|strength| ColorPresentation {
        label: strength.to_string(),
        text_edit: Some(TextEdit { range: params.range, new_text: strength.to_string() }),
        additional_text_edits: None,
    });
    strengths.collect()
}

/// What to select around each of some places.
pub(in crate::server) fn selections(asked: &Asked, params: &SelectionRangeParams) -> Vec<SelectionRange> {
    let around = |position: &Position| {
        let steps = ide::selections(&asked.view.snapshot, asked.id, asked.offset(*position));
        let outermost_first = steps.into_iter().rev();
        outermost_first.fold(None, |parent: Option<SelectionRange>, step| {
            Some(SelectionRange { range: asked.range(step), parent: parent.map(Box::new) })
        })
    };
    // There is one answer for each place: around every place there is the text.
    params.positions.iter().filter_map(around).collect()
}

/// The parts of the field that is being written.
pub(in crate::server) fn signature(asked: &Asked, params: &SignatureHelpParams) -> Option<SignatureHelp> {
    let showing = &asked.agreed.showing;
    let offset = asked.offset(params.text_document_position_params.position);
    let found = ide::signature(&asked.view.snapshot, asked.id, offset)?;
    let active = match found.active {
        Some(active) => ActiveParameter::Int(u32::try_from(active).unwrap_or(u32::MAX)),
        None if showing.no_active_part => ActiveParameter::Null,
        // The first part would be shown as the active one, and all parts are there.
        None => return None,
    };
    let units = |bytes: usize| u32::try_from(found.label[..bytes].encode_utf16().count()).unwrap_or(u32::MAX);
    let parts = found.parts.iter().map(|part| ParameterInformation {
        label: if showing.label_offsets {
            ParameterInformationLabel::Tuple((units(part.range.start), units(part.range.end)))
        } else {
            ParameterInformationLabel::String(found.label[part.range.clone()].to_owned())
        },
        documentation: Some(Documentation::String(part.about.to_owned())),
    });
    let signature = SignatureInformation {
        parameters: Some(parts.collect()),
        documentation: Some(convert::markup(found.about, showing.signature_markdown).into()),
        label: found.label,
        active_parameter: None,
    };
    Some(SignatureHelp { signatures: vec![signature], active_signature: Some(0), active_parameter: Some(active) })
}
