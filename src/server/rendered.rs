//! Findings as they go over the wire, so that what was written once need not be written again.
//!
//! After an edit nearly all findings are what they were, but for the lines that they stand on. So the findings of a
//! declaration are written once, with gaps where lines are, and kept with its judgement. The list of a text is
//! kept as it was told last: only what has become another, or stands on another line, is written into it anew.

use super::convert;
use super::placed::put_number;
use super::session::Agreed;
use super::view::View;
use crate::model::SourceFile;
use crate::rules::{self, Judgement, Piece};
use crate::text::{Encoding, LineColumn, Text, TextChange, TextSize};
use serde::Serialize;
use std::any::Any;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::{Diagnostic, Range, Uri};

/// The findings of a text as they were told last.
#[derive(Default)]
pub(super) struct List {
    /// The version of the text.
    edition: Option<u64>,
    places: Vec<Place>,
    /// The findings of all places, each with a comma behind it.
    json: String,
    /// A number that differs, as good as certainly, when the list does.
    pub(super) hash: u64,
    pub(super) count: usize,
}

/// Findings of one declaration in a list.
struct Place {
    /// What tells its findings from others; see [`Piece`].
    id: Option<u64>,
    /// Nothing once the list that follows has taken it over.
    written: Option<Arc<Written>>,
    /// Which it was in the list before, if it was told so there.
    was: Option<usize>,
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
        let List { edition, places: before, mut json, .. } = std::mem::take(self);
        let mut lines = Lines::new(file, agreed.encoding, edition, before);
        let pieces = judgement.pieces();
        let mut places = Vec::with_capacity(pieces.len());
        let (mut hash, mut count) = (Mixed::default(), 0);
        for piece in &pieces {
            let (start, known) = lines.of(piece.base);
            let place = context.place(piece, start, known.map(|index| (index, &mut lines.before[index])));
            if place.count > 0 {
                count += place.count;
                hash.add(place.hash);
                hash.add(u64::from(start.line));
                places.push(place);
            }
        }
        rewrite(&mut json, &lines.before, &mut places);
        *self = List { edition: Some(file.edition()), places, json, hash: hash.0, count };
    }
}

/// Writes into a list what is told otherwise than before, and leaves the rest.
fn rewrite(json: &mut String, before: &[Place], now: &mut [Place]) {
    let first = now.iter().enumerate().take_while(|(index, now)| now.was == Some(*index)).count();
    let from_the_end = |(index, now): &(usize, &Place)| now.was.is_some_and(|was| was + index + 1 == before.len());
    let last = now[first..].iter().rev().enumerate().take_while(from_the_end).count();
    let len = |places: &[Place]| places.iter().map(|place| place.len).sum::<usize>();
    let start = len(&before[..first]);
    let end = start + len(&before[first..before.len() - last]);
    let mut middle = String::new();
    let changed = first..now.len() - last;
    for (index, place) in now.iter_mut().enumerate() {
        if let Some(was) = place.was.filter(|_| !changed.contains(&index)) {
            place.len = before[was].len;
        } else if let Some(written) = &place.written {
            let from = middle.len();
            written.put(place.start.line, &mut middle);
            middle.push(',');
            place.len = middle.len() - from;
        }
    }
    if start < end || !middle.is_empty() {
        json.replace_range(start..end, &middle);
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
    /// `before` was told there, in the same column, and is the how-manieth of the list before.
    fn place(&self, piece: &Piece<'_>, start: LineColumn, before: Option<(usize, &mut Place)>) -> Place {
        let base = piece.base;
        let known = before.filter(|(_, before)| piece.id.is_some() && before.id == piece.id);
        if let Some((index, before)) = known.filter(|(_, before)| before.written.is_some()) {
            let was = (before.start.line == start.line).then_some(index);
            return Place { written: before.written.take(), was, base, start, ..*before };
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
        Place { id, written: Some(written), was: None, hash, count, base, start, len: 0 }
    }

    fn write(&self, piece: &Piece<'_>, start: LineColumn) -> Written {
        let mut writer = Writer { first: start.line, own: self.uri, json: String::new(), gaps: Vec::new() };
        let mut count = 0;
        for found in piece.diagnostics() {
            if count > 0 {
                writer.json.push(',');
            }
            writer.diagnostic(&self.shown(&found));
            count += 1;
        }
        let Writer { json, gaps, .. } = writer;
        let mut hasher = DefaultHasher::new();
        (&json, &gaps).hash(&mut hasher);
        Written { json, gaps, column: start.column, count, hash: hasher.finish() }
    }

    fn shown(&self, found: &rules::Diagnostic) -> Diagnostic {
        convert::diagnostic(self.view, self.text, found, self.baseline, self.agreed)
    }
}

/// Findings in JSON, one after the other, with gaps for their lines.
struct Written {
    json: String,
    /// Where a line goes, in bytes from the start, and how many lines below the first it is.
    gaps: Vec<(usize, u32)>,
    /// The column that the declaration began in: what else is on its first line is counted from there.
    column: u32,
    count: usize,
    hash: u64,
}

impl Written {
    /// Writes them for a declaration that begins on this line.
    fn put(&self, line: u32, into: &mut String) {
        into.reserve(self.json.len() + 4 * self.gaps.len());
        let mut done = 0;
        for &(gap, below) in &self.gaps {
            into.push_str(&self.json[done..gap]);
            put_number(line + below, into);
            done = gap;
        }
        into.push_str(&self.json[done..]);
    }
}

struct Writer<'a> {
    first: u32,
    own: Option<&'a Uri>,
    json: String,
    gaps: Vec<(usize, u32)>,
}

impl Writer<'_> {
    /// Writes what [`Serialize`] would; a test holds that.
    fn diagnostic(&mut self, found: &Diagnostic) {
        self.json.push_str("{\"range\":");
        self.range(&found.range, true);
        self.field("severity", &found.severity);
        self.field("code", &found.code);
        self.field("codeDescription", &found.code_description);
        self.field("source", &found.source);
        self.field("message", &Some(&found.message));
        self.field("tags", &found.tags);
        if let Some(all) = &found.related_information {
            self.json.push_str(",\"relatedInformation\":[");
            for (index, related) in all.iter().enumerate() {
                self.json.push_str(if index > 0 { ",{\"location\":{\"uri\":" } else { "{\"location\":{\"uri\":" });
                self.value(&related.location.uri);
                self.json.push_str(",\"range\":");
                self.range(&related.location.range, Some(&related.location.uri) == self.own);
                self.json.push('}');
                self.field("message", &Some(&related.message));
                self.json.push('}');
            }
            self.json.push(']');
        }
        self.field("data", &found.data);
        self.json.push('}');
    }

    fn field(&mut self, name: &str, value: &Option<impl Serialize>) {
        if let Some(value) = value {
            self.json.push_str(",\"");
            self.json.push_str(name);
            self.json.push_str("\":");
            self.value(value);
        }
    }

    fn value(&mut self, value: &impl Serialize) {
        // What the protocol has can be written.
        self.json.push_str(&serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned()));
    }

    /// A range: one of this text, whose lines move with it, or one of another.
    fn range(&mut self, range: &Range, own: bool) {
        for (before, position) in [("{\"start\":{\"line\":", range.start), ("},\"end\":{\"line\":", range.end)] {
            self.json.push_str(before);
            match position.line.checked_sub(self.first).filter(|_| own) {
                Some(below) => self.gaps.push((self.json.len(), below)),
                None => put_number(position.line, &mut self.json),
            }
            self.json.push_str(",\"character\":");
            put_number(position.character, &mut self.json);
        }
        self.json.push_str("}}");
    }
}

/// Where something that must be in JSON is put together by hand.
pub(super) fn json_string(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned())
}

#[cfg(test)]
mod tests;
