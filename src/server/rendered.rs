//! Findings as they go over the wire, so that what was written once need not be written again.
//!
//! After an edit nearly all findings are what they were, but for the lines that they stand on. So the findings of a
//! declaration are written once and kept with its judgement. The list of a text is
//! kept as it was told last: what stands where it stood, above and below an edit, is left as it is.

use super::convert;
use super::placed::{Placed, Writer};
use super::session::Agreed;
use super::view::View;
use crate::model::SourceFile;
use crate::rules::{self, Judgement, Piece};
use crate::text::{Encoding, LineColumn, Text, TextChange, TextSize};
use std::any::Any;
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{Diagnostic, Uri};

/// The findings of a text as they were told last.
#[derive(Default)]
pub(super) struct List {
    /// The version of the text.
    edition: Option<u64>,
    places: Vec<Place>,
    /// The findings of all places, each with a comma behind it.
    json: String,
    /// A number that differs, as good as certainly, when the list does: the sum of one for each place.
    pub(super) hash: u64,
    pub(super) count: usize,
}

/// Findings of one declaration in a list.
struct Place {
    /// What tells its findings from others; see [`Piece`].
    id: Option<u64>,
    /// Nothing once the list that follows has taken it over.
    written: Option<Arc<Written>>,
    hash: u64,
    count: usize,
    /// Where the declaration begins: in bytes, and as the editor counts it.
    base: TextSize,
    start: LineColumn,
    /// How many bytes they take in the list, with the comma behind them.
    len: usize,
}

impl List {
    /// The findings in JSON, to be put between brackets.
    pub(super) fn items(&self) -> &str {
        self.json.strip_suffix(',').unwrap_or_default()
    }

    /// Makes it the list of a judgement's findings.
    pub(super) fn update(&mut self, view: &View, judgement: &Judgement, agreed: &Agreed) {
        let file = judgement.file();
        let uri = view.uri(file.id());
        let baseline = agreed.data && view.judged_with(file.id()).is_some_and(|settings| settings.baseline().is_some());
        let context = Context { view, agreed, baseline, text: file.text(), uri: uri.as_ref() };
        // Whatever fails on the way leaves an empty list, and not half of one.
        let List { edition, places: before, mut json, hash, count } = std::mem::take(self);
        let mut lines = Lines::new(file, agreed.encoding, edition, before);
        let pieces = judgement.pieces();
        let (first, last) = lines.untouched(&pieces);
        let mut now = Vec::with_capacity(pieces.len() - first - last);
        for piece in &pieces[first..pieces.len() - last] {
            let (start, known) = lines.of(piece.base);
            let place = context.place(piece, start, known.map(|index| &mut lines.before[index]));
            if place.count > 0 {
                now.push(place);
            }
        }
        let mut places = lines.before;
        let changed = first..places.len() - last;
        let from = len(&places[..first]);
        let till = from + len(&places[changed.clone()]);
        json.replace_range(from..till, &written(&mut now));
        let (gone, new) = (Sum::of(&places[changed.clone()]), Sum::of(&now));
        places.splice(changed, now);
        let behind = places.len() - last;
        for (place, piece) in places[behind..].iter_mut().zip(&pieces[pieces.len() - last..]) {
            place.base = piece.base;
        }
        let hash = hash.wrapping_sub(gone.hash).wrapping_add(new.hash);
        let count = count - gone.count + new.count;
        *self = List { edition: Some(file.edition()), places, json, hash, count };
    }
}

/// How many bytes of a list some places take.
fn len(places: &[Place]) -> usize {
    places.iter().map(|place| place.len).sum()
}

/// Places as they stand in a list.
fn written(places: &mut [Place]) -> String {
    // Of what has moved to a longer number `len` does not know yet.
    let room = |place: &Place| place.written.as_ref().map_or(0, |written| written.json.len() + 8);
    let mut json = String::with_capacity(places.iter().map(room).sum());
    for place in places {
        let from = json.len();
        if let Some(written) = &place.written {
            written.json.put(place.start.line, &mut json);
            json.push(',');
        }
        place.len = json.len() - from;
    }
    json
}

/// What is known of a list from its places, in any order: of each where it stands is a part.
#[derive(Default)]
struct Sum {
    hash: u64,
    count: usize,
}

impl Sum {
    fn of(places: &[Place]) -> Sum {
        places.iter().fold(Sum::default(), |Sum { hash, count }, place| {
            let mut mixed = Mixed::default();
            mixed.add(place.hash);
            mixed.add(u64::from(place.start.line));
            Sum { hash: hash.wrapping_add(mixed.0), count: count + place.count }
        })
    }
}

/// Many numbers as one. It is not hard to find others that give the same, but nobody gains by that.
#[derive(Default)]
struct Mixed(u64);

impl Mixed {
    fn add(&mut self, number: u64) {
        let mixed = (self.0.rotate_left(23) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

/// Where places of a text are, as the editor counts them, when most of them were known in the text before: to find a line
/// in a long text takes longer than all else that is done for what has not changed.
struct Lines<'a> {
    text: &'a Text,
    encoding: Encoding,
    /// What has changed since then; nothing if that is not known.
    change: Option<TextChange>,
    /// What was told of the text before, in its order, and how much of it was passed.
    before: Vec<Place>,
    passed: usize,
    /// The line that the change ends on.
    changed_to: usize,
    /// By how many lines what stands below the change has moved.
    moved: Option<i64>,
}

impl<'a> Lines<'a> {
    fn new(file: &'a SourceFile, encoding: Encoding, edition: Option<u64>, before: Vec<Place>) -> Lines<'a> {
        let text = file.text();
        let change = edition.and_then(|edition| file.change_since(edition));
        let changed_to = change.map_or(0, |change| text.line_of(change.new_end()));
        Lines { text, encoding, change, before, passed: 0, changed_to, moved: None }
    }

    /// How many of these pieces, from the first and from the last on, are told where and as they were told before.
    fn untouched(&mut self, pieces: &[Piece<'_>]) -> (usize, usize) {
        let Some(change) = self.change else { return (0, 0) };
        let is_same = |piece: &Piece<'_>, before: &Place| {
            piece.id.is_some() && piece.id == before.id && change.before(piece.base) == Some(before.base)
        };
        let is_above = |(piece, before): &(&Piece<'_>, &Place)| change.is_behind(piece.base) && is_same(piece, before);
        let first = pieces.iter().zip(&self.before).take_while(is_above).count();
        self.passed = first;
        let (pieces, before) = (&pieces[first..], &self.before[first..]);
        let (Some(lowest), Some(was)) = (pieces.last(), before.last()) else { return (first, 0) };
        if self.text.position(lowest.base, self.encoding) != was.start {
            return (first, 0);
        }
        // Below the line that the change ends on all stands where it stood, since what is lowest does.
        let is_below = |(piece, before): &(&Piece<'_>, &Place)| {
            before.start.line as usize > self.changed_to && is_same(piece, before)
        };
        let last = pieces.iter().rev().zip(before.iter().rev()).take_while(is_below).count();
        (first, last)
    }

    /// Where an offset is; and which place was told there, if that was in the same column. The offsets come in order.
    fn of(&mut self, offset: TextSize) -> (LineColumn, Option<usize>) {
        let before = self.change.and_then(|change| Some((change, self.known_at(change.before(offset)?)?)));
        let Some((change, index)) = before else { return (self.text.position(offset, self.encoding), None) };
        let was = self.before[index].start;
        if change.is_behind(offset) {
            return (was, Some(index));
        }
        if let Some(line) = self.moved.and_then(|moved| u32::try_from(i64::from(was.line) + moved).ok()) {
            return (LineColumn::new(line, was.column), Some(index));
        }
        let start = self.text.position(offset, self.encoding);
        // Below the line that the change ends on nothing has changed but the number of lines above.
        if start.line as usize > self.changed_to {
            self.moved = Some(i64::from(start.line) - i64::from(was.line));
        }
        (start, Some(index).filter(|_| was.column == start.column))
    }

    /// What was told at an offset of the text before.
    fn known_at(&mut self, offset: TextSize) -> Option<usize> {
        let rest = &self.before[self.passed..];
        self.passed += rest.iter().take_while(|place| place.base < offset).count();
        self.before.get(self.passed).filter(|place| place.base == offset).map(|_| self.passed)
    }
}

struct Context<'a> {
    view: &'a View,
    agreed: &'a Agreed,
    /// Whether findings can be added to a baseline.
    baseline: bool,
    text: &'a Text,
    uri: Option<&'a Uri>,
}

impl Context<'_> {
    /// The findings of a piece whose declaration begins at `start`: those that were written before, if they still hold.
    /// `before` was told there, in the same column.
    fn place(&self, piece: &Piece<'_>, start: LineColumn, before: Option<&mut Place>) -> Place {
        let base = piece.base;
        let known = before.filter(|before| piece.id.is_some() && before.id == piece.id);
        if let Some(before) = known.filter(|before| before.written.is_some()) {
            return Place { written: before.written.take(), base, start, ..*before };
        }
        let write = || Arc::new(self.write(piece, start));
        let written = match piece.shown() {
            Some(room) => {
                let known = Arc::clone(room.get_or_init(|| write() as Arc<dyn Any + Send + Sync>));
                known.downcast::<Written>().ok().filter(|known| known.column == start.column).unwrap_or_else(write)
            }
            None => write(),
        };
        let (id, hash, count) = (piece.id, written.hash, written.count);
        Place { id, written: Some(written), hash, count, base, start, len: 0 }
    }

    fn write(&self, piece: &Piece<'_>, start: LineColumn) -> Written {
        let mut writer = Writer::new(start.line);
        let mut count = 0;
        for found in piece.diagnostics() {
            writer.raw(if count > 0 { "," } else { "" });
            write_diagnostic(&mut writer, &self.shown(&found), self.uri);
            count += 1;
        }
        Written { hash: writer.hash(), json: writer.finish(), column: start.column, count }
    }

    fn shown(&self, found: &rules::Diagnostic) -> Diagnostic {
        convert::diagnostic(self.view, self.text, found, self.baseline, self.agreed)
    }
}

/// Findings in JSON, one after the other.
struct Written {
    json: Placed,
    /// The column that the declaration began in: what else is on its first line is counted from there.
    column: u32,
    count: usize,
    hash: u64,
}

/// Writes what [`Serialize`](serde::Serialize) would of a finding in a text with this address; a test holds that.
fn write_diagnostic(writer: &mut Writer, found: &Diagnostic, own: Option<&Uri>) {
    writer.raw("{\"range\":");
    writer.range(&found.range);
    writer.field("severity", found.severity.as_ref());
    writer.field("code", found.code.as_ref());
    writer.field("codeDescription", found.code_description.as_ref());
    writer.field("source", found.source.as_ref());
    writer.field("message", Some(&found.message));
    writer.field("tags", found.tags.as_ref());
    if let Some(all) = &found.related_information {
        writer.name("relatedInformation");
        writer.raw("[");
        for (index, related) in all.iter().enumerate() {
            writer.raw(if index > 0 { ",{\"location\":{\"uri\":" } else { "{\"location\":{\"uri\":" });
            writer.value(&related.location.uri);
            writer.name("range");
            match Some(&related.location.uri) == own {
                true => writer.range(&related.location.range),
                false => writer.range_elsewhere(&related.location.range),
            }
            writer.raw("}");
            writer.field("message", Some(&related.message));
            writer.raw("}");
        }
        writer.raw("]");
    }
    writer.field("data", found.data.as_ref());
    writer.raw("}");
}

/// Where something that must be in JSON is put together by hand.
pub(super) fn json_string(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned())
}

#[cfg(test)]
mod tests;
